#pragma once

#include "foothold/describe.hpp"

#include "sim/io/yaml.hpp"

#include <string>
#include <string_view>

namespace foothold {

/// What is wrong with a number that must measure `quantity`, or nothing.
std::string out_of_range(double value,
                         const std::string& written,
                         const Quantity& quantity,
                         std::string_view meaning);

/// "0..1", "at least 0", or empty when everything is allowed.
std::string allowed_range(const Quantity& quantity);

/// The shortest text that reads back as the same number.
std::string number_text(double value);

/// A value on one line, as messages and tables show it.
std::string shown(const Doc& doc);

/// Whether a text is a number in decimal or exponent notation, leading zeros and all.
bool is_decimal(std::string_view text);

/// Whether a name fits where names are given: [a-z][a-z0-9_]*.
bool is_name(std::string_view text);

}  // namespace foothold
