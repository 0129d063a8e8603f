#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace foothold {

inline constexpr std::size_t page_width = 80;  // [column] of everything printed

/// `text` in lines of at most `page_width` columns, broken between words; `first` stands before the
/// first line, `other` before the rest. Ends with a new line.
std::string
paragraph(std::string_view text, std::string_view first = "", std::string_view other = "");

/// The same with spaces on the left up to `width` columns, and at least one.
std::string to_right(const std::string& text, std::size_t width);

/// The same with spaces on the right up to `width` columns.
std::string to_left(const std::string& text, std::size_t width);

}  // namespace foothold
