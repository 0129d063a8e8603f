#pragma once

#include "foothold/diagnostics.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// A YAML file as we see it: a tree that knows where everything stands. Nothing is interpreted:
/// a scalar is the text the user wrote, so that `012` or `yes` can be judged by who reads it.
struct Doc {
    enum class Kind : std::uint8_t { null, scalar, list, map };
    struct Entry;

    Kind kind = Kind::null;
    bool quoted = false;    // a scalar in quotes or a block of text: never a number
    bool evidence = false;  // stands in a file of `kind: evidence` (see attach_sources)
    bool deletes = false;   // a null that deleted something inherited (see merge_patch)
    Location where;
    std::string text;            // of a scalar
    std::string cited;           // the source that covers it, own or of an enclosing group
    std::vector<Doc> items;      // of a list
    std::vector<Entry> entries;  // of a map, in the order of the file; keys are unique

    bool is_map() const { return kind == Kind::map; }

    bool is_list() const { return kind == Kind::list; }

    bool is_scalar() const { return kind == Kind::scalar; }

    bool is_null() const { return kind == Kind::null; }

    /// The value of a map's key, or null.
    const Doc* find(std::string_view key) const;
    Doc* find(std::string_view key);

    /// The keys of a map, in order: what "did you mean" chooses from.
    std::vector<std::string> keys() const;
};

struct Doc::Entry {
    std::string key;
    Location where;  // of the key
    Doc value;
};

/// A file may not be larger, nor nest deeper, nor hold more values: a slip must not fill the
/// memory.
inline constexpr std::size_t yaml_bytes_limit = std::size_t{64} << 20U;
inline constexpr std::size_t yaml_depth_limit = 64;
inline constexpr std::size_t yaml_nodes_limit = 2'000'000;

/// The tree of a file. What is wrong with it goes to `diagnostics`; after a syntax error the tree
/// is null, so ask whether errors were added before using it. Throws IoError if it cannot be read.
Doc read_yaml_file(const std::string& path, Diagnostics& diagnostics);

/// The tree of a text; `file` is what messages call it. Never throws.
Doc read_yaml_text(const std::string& text, const std::string& file, Diagnostics& diagnostics);

/// "a.b" from "a" and "b"; "b" when there is nothing above.
std::string below(const std::string& path, std::string_view key);

/// "a[2]" from "a" and 2.
std::string below(const std::string& path, std::size_t item);

}  // namespace foothold
