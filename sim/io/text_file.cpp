#include "sim/io/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Bytes of the UTF-8 character that begins at `i`, or 0 if none does.
std::size_t utf8_length(const std::string& text, std::size_t i) {
    const auto byte = [&](std::size_t k) { return static_cast<std::uint8_t>(text[k]); };
    const std::uint8_t first = byte(i);
    const std::size_t length = first < 0x80U                      ? 1
                               : first >= 0xC2U && first < 0xE0U  ? 2
                               : first >= 0xE0U && first < 0xF0U  ? 3
                               : first >= 0xF0U && first <= 0xF4U ? 4
                                                                  : 0;
    if (length == 0 || i + length > text.size()) {
        return 0;
    }
    for (std::size_t k = i + 1; k < i + length; ++k) {
        if ((byte(k) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const std::uint8_t second = length > 1 ? byte(i + 1) : std::uint8_t{0x80};
    const bool overlong = (first == 0xE0U && second < 0xA0U) || (first == 0xF0U && second < 0x90U);
    const bool surrogate = first == 0xEDU && second >= 0xA0U;
    const bool beyond = first == 0xF4U && second >= 0x90U;
    return overlong || surrogate || beyond ? 0 : length;
}

/// Walks through a text once and remembers which kinds of trouble it has reported.
class Inspection {
  public:
    Inspection(const std::string& text, const std::string& file, Diagnostics& diagnostics)
        : text_(text), file_(file), diagnostics_(diagnostics) {}

    void run() {
        std::size_t i = text_.compare(0, 3, "\xEF\xBB\xBF") == 0 ? 3 : 0;
        while (i < text_.size()) {
            const std::size_t length = utf8_length(text_, i);
            if (length == 0) {
                report("not UTF-8 text; save the file with the encoding UTF-8", encoding_);
                return;  // what follows would only be noise
            }
            inspect(i);
            i += length;
        }
    }

  private:
    void inspect(std::size_t i) {
        const char c = text_[i];
        if (c == '\n') {
            ++line_;
            column_ = 1;
            indenting_ = true;
            return;
        }
        if (c == '\t' && indenting_ && !blank_from(i)) {
            report("a tab in the indentation; use spaces", tab_);
        } else if (c == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n')) {
            report("a line ending that is not understood (a carriage return alone); save the file "
                   "with Unix or Windows line endings",
                   line_end_);
        } else if ((static_cast<std::uint8_t>(c) < 0x20U && c != '\t' && c != '\r') || c == 0x7F) {
            report("a control character; remove it", control_);
        }
        indenting_ = indenting_ && (c == ' ' || c == '\t');
        ++column_;
    }

    bool blank_from(std::size_t i) const {
        const std::size_t next = text_.find_first_not_of(" \t", i);
        return next == std::string::npos || text_[next] == '\n' || text_[next] == '\r';
    }

    void report(const char* problem, bool& reported) {
        if (!reported) {
            diagnostics_.error({file_, line_, column_}, "", problem);
            reported = true;
        }
    }

    const std::string& text_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    int line_ = 1;
    int column_ = 1;
    bool indenting_ = true;
    bool encoding_ = false;
    bool tab_ = false;
    bool line_end_ = false;
    bool control_ = false;
};

}  // namespace

std::string read_text_file(const std::string& path, std::size_t limit) {
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        throw IoError(
            path, std::string("cannot be read (") + std::generic_category().message(errno) + ")");
    }
    std::string text;
    std::string part(std::size_t{1} << 16U, '\0');
    while (text.size() <= limit) {
        const std::size_t wanted = std::min(part.size(), limit + 1 - text.size());
        const std::size_t got = std::fread(part.data(), 1, wanted, file.get());
        text.append(part, 0, got);
        if (std::ferror(file.get()) != 0) {
            throw IoError(path,
                          std::string("cannot be read (") + std::generic_category().message(errno)
                              + ")");
        }
        if (got < wanted) {
            break;
        }
    }
    return text;
}

void check_text(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    Inspection(text, file, diagnostics).run();
}

LineMap::LineMap(const std::string& text, std::string file) : text_(text), file_(std::move(file)) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            begins_.push_back(i + 1);
        }
    }
}

Location LineMap::at(int line, int byte) {
    if (line < 0 || byte < 0 || static_cast<std::size_t>(line) >= begins_.size()) {
        return {file_, 0, 0};
    }
    const std::size_t begin = begins_[static_cast<std::size_t>(line)];
    const std::size_t end = begin + static_cast<std::size_t>(byte);
    if (line != line_ || end < counted_) {
        counted_ = begin;
        line_ = line;
        column_ = 1;
    }
    for (; counted_ < end && counted_ < text_.size(); ++counted_) {
        const bool continues = (static_cast<std::uint8_t>(text_[counted_]) & 0xC0U) == 0x80U;
        column_ += continues ? 0 : 1;
    }
    return {file_, line + 1, column_};
}

char LineMap::character(int line, int byte) const {
    if (line < 0 || byte < 0 || static_cast<std::size_t>(line) >= begins_.size()) {
        return '\0';
    }
    const std::size_t i = begins_[static_cast<std::size_t>(line)] + static_cast<std::size_t>(byte);
    return i < text_.size() ? text_[i] : '\0';
}

}  // namespace foothold
