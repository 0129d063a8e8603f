#pragma once

#include "foothold/diagnostics.hpp"

#include "sim/io/yaml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// `base` changed by `patch` as in RFC 7396: groups merge key by key, everything else is replaced,
/// null deletes. What is deleted stays as a null with `deletes` set until remove_deleted, so that
/// patches can be stacked in any grouping. One addition: a value with its source
/// (`{value: ..., source: ...}`) is replaced as a whole, so that no source survives its number.
Doc merge_patch(Doc base, const Doc& patch);

/// Drops the nulls that deleted something. Nulls that met nothing to delete stay for `fill` to
/// report.
void remove_deleted(Doc& doc);

/// Keys that describe a file, not the model: never inherited through `extends`.
bool is_header(std::string_view key);

/// Reads a file and everything it `extends`, sources attached, and merges them: the file over its
/// bases. Two bases that set a value differently are an error unless the file sets it itself.
/// Throws IoError if the file itself cannot be read; a missing base is a diagnostic. If any part
/// could not be read the tree is null: the errors of half a scenario would only mislead.
Doc read_with_bases(const std::string& path, Diagnostics& diagnostics);

/// A file and others stacked on it, each with what it extends. Where two set a value differently,
/// evidence gives way to a scenario, and a base that is not itself given here to the file that
/// extends it; any other two are an error that names both places, unless `settled` holds the path.
/// What describes the first file describes the stack.
Doc read_stacked(const std::string& path,
                 const std::vector<std::string>& with,
                 const std::vector<std::string>& settled,
                 Diagnostics& diagnostics);

/// Replaces every `name: {like: other, ...}` by its sibling `other` changed by the rest. Entries
/// for which that cannot be done are reported and dropped.
void resolve_likes(Doc& root, Diagnostics& diagnostics);

/// Applies command-line settings `a.b[2].c=value` in order; null takes out what is there. Paths
/// must exist.
void apply_settings(Doc& root, const std::vector<std::string>& settings, Diagnostics& diagnostics);

/// All of the above in the one right order: bases, stack, likes, deletions, settings.
Doc read_resolved(const std::string& path,
                  const std::vector<std::string>& settings,
                  Diagnostics& diagnostics,
                  const std::vector<std::string>& with = {});

}  // namespace foothold
