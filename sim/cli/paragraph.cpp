#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace foothold {

namespace {

/// Characters of a UTF-8 text: bytes that do not continue one.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

std::string paragraph(std::string_view text, std::string_view first, std::string_view other) {
    std::istringstream words{std::string{text}};
    std::string all;
    std::string line{first};
    bool has_word = false;
    for (std::string word; words >> word;) {
        if (has_word && columns(line) + 1 + columns(word) > page_width) {
            all += line + '\n';
            line = other;
            has_word = false;
        }
        line += (has_word ? " " : "") + word;
        has_word = true;
    }
    return all + line + '\n';
}

std::string to_right(const std::string& text, std::size_t width) {
    const std::size_t used = columns(text);
    return std::string(used < width ? width - used : 1, ' ') + text;
}

std::string to_left(const std::string& text, std::size_t width) {
    const std::size_t used = columns(text);
    return text + std::string(used < width ? width - used : 0, ' ');
}

}  // namespace foothold
