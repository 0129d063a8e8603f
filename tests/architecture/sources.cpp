#include "tests/architecture/sources.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace foothold::architecture {
namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Walks over the text once, from token to token.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_{text} {}

    void read(Source& source) {
        while (at_ < text_.size()) {
            step(source);
        }
        source.lines = text_.empty() || text_.back() == '\n' ? line_ - 1 : line_;
    }

  private:
    bool starts(std::string_view with) const { return text_.substr(at_, with.size()) == with; }

    std::string_view take(std::size_t end) {
        end = std::min(end, text_.size());
        const std::string_view taken = text_.substr(at_, end - at_);
        line_ += static_cast<int>(std::count(taken.begin(), taken.end(), '\n'));
        at_ = end;
        return taken;
    }

    std::string_view take_past(std::string_view mark, std::size_t from) {
        const std::size_t found = text_.find(mark, from);
        return take(found == std::string_view::npos ? text_.size() : found + mark.size());
    }

    void step(Source& source) {
        const char c = text_[at_];
        if (c == ' ' || c == '\t' || c == '\n') {
            take(at_ + 1);
        } else if (starts("//")) {
            take(text_.find('\n', at_));
        } else if (starts("/*")) {
            take_past("*/", at_ + 2);
        } else if (c == '#') {
            directive(source);
        } else if (starts("R\"")) {
            const std::size_t open = text_.find('(', at_);
            const std::string close =
                ")" + std::string{text_.substr(at_ + 2, open - at_ - 2)} + "\"";
            add(source, Token::Kind::text, [&] { return take_past(close, open); });
        } else if (c == '"' || c == '\'') {
            add(source, Token::Kind::text, [&] { return quotation(c); });
        } else if (is_digit(c)
                   || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
            add(source, Token::Kind::number, [&] { return number(); });
        } else if (is_word(c)) {
            std::size_t end = at_;
            while (end < text_.size() && is_word(text_[end])) {
                ++end;
            }
            add(source, Token::Kind::word, [&] { return take(end); });
        } else {
            const std::size_t length = starts("::") ? 2 : 1;
            add(source, Token::Kind::punctuation, [&] { return take(at_ + length); });
        }
    }

    template <class Take>
    void add(Source& source, Token::Kind kind, Take taken) {
        const int line = line_;
        source.tokens.push_back({kind, std::string{taken()}, line});
    }

    std::string_view quotation(char mark) {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != mark) {
            end += text_[end] == '\\' ? 2U : 1U;
        }
        return take(end + 1);
    }

    std::string_view number() {
        std::size_t end = at_;
        while (end < text_.size()) {
            const char c = text_[end];
            const char before = end > at_ ? text_[end - 1] : ' ';
            const bool exponent = (c == '+' || c == '-') && (before == 'e' || before == 'E');
            if (!is_word(c) && c != '.' && c != '\'' && !exponent) {
                break;
            }
            ++end;
        }
        return take(end);
    }

    /// Keeps what is included; `#define` is code, so its words are read like any other.
    void directive(Source& source) {
        constexpr std::string_view include = "#include ";
        if (!starts(include)) {
            take(at_ + 1);
            return;
        }
        const int line = line_;
        const std::string_view rest = take(text_.find('\n', at_)).substr(include.size());
        const bool quoted = rest.front() == '"';
        const std::string_view name = rest.substr(1, rest.find(quoted ? '"' : '>', 1) - 1);
        source.includes.push_back({std::string{name}, quoted, line});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

Source read_source(std::string path, const std::string& text) {
    Source source{std::move(path), 0, {}, {}};
    Reader{text}.read(source);
    return source;
}

std::vector<Source> read_sources(const std::filesystem::path& root,
                                 const std::vector<std::string>& folders) {
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        if (!std::filesystem::exists(root / folder)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
            const std::filesystem::path& path = entry.path();
            if (path.extension() != ".hpp" && path.extension() != ".cpp") {
                continue;
            }
            std::ifstream file{path};
            const std::string text{std::istreambuf_iterator<char>{file}, {}};
            sources.push_back(read_source(path.lexically_relative(root).string(), text));
        }
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
        return a.path < b.path;
    });
    return sources;
}

}  // namespace foothold::architecture
