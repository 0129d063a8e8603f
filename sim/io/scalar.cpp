#include "sim/io/scalar.hpp"

#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <vector>

namespace foothold {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view without_sign(std::string_view text) {
    return !text.empty() && text.front() == '-' ? text.substr(1) : text;
}

/// How to write what is not quite a number, or empty.
std::string remedy(const std::string& text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) {
        return c != '_' && c != ',';
    });
    if (digits != text && is_decimal(digits)) {
        return "; write " + digits;
    }
    if (text.size() > 1 && text.back() == '%' && is_decimal(text.substr(0, text.size() - 1))) {
        return "; write it as a share, as in 0.25";
    }
    if (text.size() > 1 && text.front() == '+' && is_decimal(text.substr(1))) {
        return "; write " + text.substr(1);
    }
    if (text.front() == '.' && is_decimal("0" + text)) {
        return "; write 0" + text;
    }
    if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o')) {
        return "; write it in decimal";
    }
    return {};
}

/// The start of every conversion: is there one value here at all?
std::string not_one_value(const Doc& doc, const std::string& wanted) {
    switch (doc.kind) {
    case Doc::Kind::null:
        return "has no value; it must be " + wanted;
    case Doc::Kind::list:
        return "must be " + wanted + ", not a list";
    case Doc::Kind::map:
        return "must be " + wanted + ", not a group of keys";
    case Doc::Kind::scalar:
        break;
    }
    return {};
}

/// What keeps a text from being a number, or nothing.
std::string not_a_number(const Doc& doc, const std::string& wanted) {
    if (std::string problem = not_one_value(doc, wanted); !problem.empty()) {
        return problem;
    }
    if (doc.quoted) {
        const bool number = is_decimal(doc.text);
        return shown(doc) + " is text, not " + wanted + (number ? "; remove the quotes" : "");
    }
    if (!is_decimal(doc.text)) {
        return shown(doc) + " is not " + wanted + remedy(doc.text);
    }
    const std::string_view digits = without_sign(doc.text);
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) {
        const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
        const std::size_t start = is_digit(digits[first]) ? first : first - 1;
        return shown(doc) + " begins with 0; write " + (doc.text[0] == '-' ? "-" : "")
               + std::string(digits.substr(start)) + "; YAML would read it as octal";
    }
    return {};
}

template <class Int>
std::string convert_whole(const Doc& doc, Int& result) {
    if (std::string problem = not_a_number(doc, "a whole number"); !problem.empty()) {
        return problem;
    }
    if (!all_digits(without_sign(doc.text))) {
        return shown(doc) + " is not a whole number; write it without a point or exponent";
    }
    Int value = 0;
    const char* const end = doc.text.data() + doc.text.size();
    const auto [stop, error] = std::from_chars(doc.text.data(), end, value);
    if (error == std::errc::result_out_of_range) {
        return shown(doc) + " is too large";
    }
    if (error != std::errc() || stop != end) {
        return shown(doc) + " must not be negative";
    }
    result = value;
    return {};
}

}  // namespace

std::string convert(const Doc& doc, double& result) {
    if (std::string problem = not_a_number(doc, "a number"); !problem.empty()) {
        return problem;
    }
    double value = 0.0;
    const auto parsed = std::from_chars(doc.text.data(), doc.text.data() + doc.text.size(), value);
    if (parsed.ec != std::errc()) {
        return shown(doc) + " is too large, or too close to 0, for a computer to hold";
    }
    result = value;
    return {};
}

std::string convert(const Doc& doc, std::int64_t& result) {
    return convert_whole(doc, result);
}

std::string convert(const Doc& doc, std::uint64_t& result) {
    return convert_whole(doc, result);
}

std::string convert(const Doc& doc, bool& result) {
    if (std::string problem = not_one_value(doc, "true or false"); !problem.empty()) {
        return problem;
    }
    if (doc.quoted || (doc.text != "true" && doc.text != "false")) {
        return shown(doc) + " is neither true nor false";
    }
    result = doc.text == "true";
    return {};
}

std::string convert(const Doc& doc, CalendarMonth& result) {
    if (std::string problem = not_one_value(doc, "a month"); !problem.empty()) {
        return problem;
    }
    constexpr std::string_view shape = "2018-04";
    const std::string_view text = doc.text;
    const bool shaped = text.size() == shape.size() && text[4] == '-'
                        && all_digits(text.substr(0, 4)) && all_digits(text.substr(5));
    CalendarMonth month;
    if (shaped) {
        std::from_chars(text.data(), text.data() + 4, month.year);
        std::from_chars(text.data() + 5, text.data() + 7, month.month);
    }
    if (!shaped || month.month < 1 || month.month > 12) {
        return shown(doc) + " is not a month; write it as in 2018-04";
    }
    result = month;
    return {};
}

std::string convert(const Doc& doc, std::string& result) {
    if (std::string problem = not_one_value(doc, "text"); !problem.empty()) {
        return problem;
    }
    const auto is_control = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\t') || c == 0x7F;
    };
    if (std::any_of(doc.text.begin(), doc.text.end(), is_control)) {
        return "text with a control character in it; remove it";
    }
    result = doc.text;
    return {};
}

std::string convert(const Doc& doc, std::span<const std::string_view> words, std::size_t& result) {
    std::string listed;
    for (const std::string_view word : words) {
        listed += (listed.empty() ? "" : ", ") + std::string(word);
    }
    if (std::string problem = not_one_value(doc, "one of " + listed); !problem.empty()) {
        return problem;
    }
    const auto found = std::find(words.begin(), words.end(), doc.text);
    if (found == words.end()) {
        const std::string meant = nearest(doc.text, {words.begin(), words.end()});
        return shown(doc) + " is not one of " + listed
               + (meant.empty() ? "" : "; did you mean '" + meant + "'?");
    }
    result = static_cast<std::size_t>(found - words.begin());
    return {};
}

}  // namespace foothold
