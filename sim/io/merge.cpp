#include "sim/io/merge.hpp"

#include "sim/io/sources.hpp"

#include <algorithm>
#include <utility>

namespace foothold {

namespace {

/// Whether a map says something about a value without giving one, as `{range: [0.1, 0.3]}`.
bool only_annotates(const Doc& patch) {
    return !patch.entries.empty()
           && std::all_of(patch.entries.begin(), patch.entries.end(), [](const Doc::Entry& entry) {
                  return is_annotation(entry.key) || entry.key == "range";
              });
}

/// The map that takes a patch's entries in the place of something that is no map.
Doc map_in_place_of(Doc base, const Doc& patch) {
    Doc map;
    map.kind = Doc::Kind::map;
    map.where = patch.where;
    if (!base.is_null() && only_annotates(patch)) {
        map.cited = base.cited;
        map.evidence = base.evidence;
        const Location where = base.where;
        map.entries.push_back({"value", where, std::move(base)});
    }
    return map;
}

}  // namespace

Doc merge_patch(Doc base, const Doc& patch) {
    if (patch.is_null()) {
        Doc gone = patch;
        gone.deletes = gone.deletes || base.deletes || !base.is_null();
        return gone;
    }
    if (!patch.is_map() || is_leaf(patch)) {
        return patch;
    }
    if (!base.is_map()) {
        base = map_in_place_of(std::move(base), patch);
    }
    base.where = patch.where;
    for (const Doc::Entry& entry : patch.entries) {
        const auto same = std::find_if(base.entries.begin(),
                                       base.entries.end(),
                                       [&](const Doc::Entry& old) { return old.key == entry.key; });
        if (same == base.entries.end()) {
            base.entries.push_back({entry.key, entry.where, merge_patch({}, entry.value)});
        } else {
            same->where = entry.where;
            same->value = merge_patch(std::move(same->value), entry.value);
        }
    }
    return base;
}

void remove_deleted(Doc& doc) {
    std::erase_if(doc.entries, [](const Doc::Entry& entry) { return entry.value.deletes; });
    for (Doc::Entry& entry : doc.entries) {
        remove_deleted(entry.value);
    }
    for (Doc& item : doc.items) {
        remove_deleted(item);
    }
}

Doc read_resolved(const std::string& path,
                  const std::vector<std::string>& settings,
                  Diagnostics& diagnostics,
                  const std::vector<std::string>& with) {
    std::vector<std::string> settled;
    for (const std::string& setting : settings) {
        settled.push_back(setting.substr(0, setting.find('=')));
    }
    Doc doc = with.empty() ? read_with_bases(path, diagnostics)
                           : read_stacked(path, with, settled, diagnostics);
    if (doc.is_null()) {
        return doc;
    }
    resolve_likes(doc, diagnostics);
    remove_deleted(doc);
    apply_settings(doc, settings, diagnostics);
    return doc;
}

}  // namespace foothold
