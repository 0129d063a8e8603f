#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace foothold {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_from(std::string_view text, std::size_t i) {
    const std::size_t begin = i;
    while (i < text.size() && is_digit(text[i])) {
        ++i;
    }
    return i - begin;
}

}  // namespace

std::string out_of_range(double value,
                         const std::string& written,
                         const Quantity& quantity,
                         std::string_view meaning) {
    if (value >= quantity.least && value <= quantity.most) {
        return {};
    }
    const std::string allowed = allowed_range(quantity);
    const bool both = allowed.find("..") != std::string::npos;
    return written + " is out of range (" + std::string(meaning)
           + (both ? "; must lie in " : "; must be ") + allowed + ")";
}

std::string allowed_range(const Quantity& quantity) {
    const bool from = quantity.least > -quantity::unbounded;
    const bool to = quantity.most < quantity::unbounded;
    if (from && to) {
        return number_text(quantity.least) + ".." + number_text(quantity.most);
    }
    return from ? "at least " + number_text(quantity.least)
           : to ? "at most " + number_text(quantity.most)
                : "";
}

std::string number_text(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string shown(const Doc& doc) {
    constexpr std::size_t longest = 60;
    std::string text;
    if (doc.is_null() || doc.is_map()) {
        return doc.is_null() ? "nothing" : "a group";
    }
    if (doc.is_list()) {
        for (const Doc& item : doc.items) {
            text += (text.empty() ? "" : ", ") + shown(item);
        }
        return "[" + text + "]";
    }
    for (const char c : doc.text) {
        text += c == '\n' || c == '\t' ? ' ' : c;
    }
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;  // not in the middle of a character
        }
        text = text.substr(0, end) + "...";
    }
    return doc.quoted || !is_decimal(doc.text) ? "'" + text + "'" : text;
}

bool is_name(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z'
           && std::all_of(text.begin(), text.end(), fits);
}

bool is_decimal(std::string_view text) {
    text.remove_prefix(!text.empty() && text.front() == '-' ? 1 : 0);
    std::size_t i = digits_from(text, 0);
    if (i == 0) {
        return false;
    }
    if (i < text.size() && text[i] == '.') {
        const std::size_t digits = digits_from(text, ++i);
        if (digits == 0) {
            return false;
        }
        i += digits;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        i += i < text.size() && (text[i] == '+' || text[i] == '-') ? std::size_t{1} : 0;
        const std::size_t digits = digits_from(text, i);
        if (digits == 0) {
            return false;
        }
        i += digits;
    }
    return i == text.size();
}

}  // namespace foothold
