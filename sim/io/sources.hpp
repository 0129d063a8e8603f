#pragma once

#include "foothold/diagnostics.hpp"

#include "sim/io/yaml.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace foothold {

/// Where a value of a filled struct comes from, for `explain` and the documentation.
struct Sourced {
    std::string source;         // "cite: ..."; if none was given "scenario: file:line"
    std::optional<double> low;  // the range given with it, in its unit
    std::optional<double> high;
    Location where;
    std::string unit;  // empty for words
    std::string meaning;
    std::string value;  // as the user wrote it
};

/// Every value of a filled struct by its dotted path.
using SourceMap = std::map<std::string, Sourced>;

/// Keys with which any group may say more about itself; no parameter can be called so.
bool is_annotation(std::string_view key);

/// Whether a map is one value with its source: `{value: 0.2, source: "cite: ..."}`.
bool is_leaf(const Doc& doc);

/// Writes into every value of one file the source that covers it, its own or that of the closest
/// group around it, and whether the file is evidence (`kind: evidence`). Must happen before files
/// are merged, so that a source never vouches for a number of another file. Reports sources that
/// do not say what they are, and unknown kinds of file.
void attach_sources(Doc& file, Diagnostics& diagnostics);

}  // namespace foothold
