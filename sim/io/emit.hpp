#pragma once

#include "sim/io/outline.hpp"
#include "sim/io/sources.hpp"

#include <string>
#include <string_view>

namespace foothold {

/// The canonical text of a described struct: every value, in the order of declaration, numbers in
/// the shortest form that reads back the same. `fill` makes an equal struct of it.
std::string yaml_text(const Outline& outline);

/// A Markdown table of every value: what it is, may be, is known to be, and where it comes from.
std::string table_text(const Outline& outline, const SourceMap& sources);

/// A JSON Schema (draft-07) with which editors complete and check files for such a struct. Nothing
/// is required in it, since a file that `extends` others gives only what it changes.
std::string schema_text(const Outline& outline, std::string_view title);

template <Described T>
std::string emit_yaml(const T& it) {
    return yaml_text(outline(it));
}

template <Described T>
std::string markdown_table(const T& it, const SourceMap& sources) {
    return table_text(outline(it), sources);
}

template <Described T>
std::string json_schema(std::string_view title) {
    return schema_text(outline(T{}), title);
}

}  // namespace foothold
