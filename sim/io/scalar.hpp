#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include "sim/io/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace foothold {

// From what the user wrote to what it means. Each conversion returns what is wrong with the text,
// or nothing; the result is set only if nothing is. Decimal and exponent notation, true and false,
// YYYY-MM: none of YAML's other guesses (octal, yes, sexagesimal, infinity) ever happens.

std::string convert(const Doc& doc, double& result);
std::string convert(const Doc& doc, std::int64_t& result);
std::string convert(const Doc& doc, std::uint64_t& result);
std::string convert(const Doc& doc, bool& result);
std::string convert(const Doc& doc, CalendarMonth& result);
std::string convert(const Doc& doc, std::string& result);

/// The place of a word among those allowed.
std::string convert(const Doc& doc, std::span<const std::string_view> words, std::size_t& result);

}  // namespace foothold
