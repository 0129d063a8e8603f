#include "sim/io/fill_parts.hpp"
#include "sim/io/scalar.hpp"
#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

constexpr std::string_view assumption = "assumption:";

const std::vector<std::string> leaf_keys{"value", "source", "range", "note"};

/// A value without a source vouches for itself: "scenario: scenarios/city.yaml:12".
std::string itself(const Doc& value) {
    const std::string line =
        value.where.line > 0 ? ":" + std::to_string(value.where.line) : std::string();
    return (value.evidence ? "evidence: " : "scenario: ") + value.where.file + line;
}

}  // namespace

Leaf Filling::open(const Doc& doc, const Member& about) {
    if (!doc.is_map()) {
        return {&doc, nullptr, nullptr};
    }
    if (!is_leaf(doc)) {
        error(doc.where,
              about.path,
              "must be a value, or {value: ..., source: ...}, not a group of keys");
        return {};
    }
    for (const Doc::Entry& entry : doc.entries) {
        if (std::find(leaf_keys.begin(), leaf_keys.end(), entry.key) == leaf_keys.end()) {
            const std::string meant = nearest(entry.key, leaf_keys);
            error(entry.where,
                  below(about.path, entry.key),
                  "unknown key beside 'value'; "
                      + (meant.empty() ? "known here: value, source, range, note"
                                       : "did you mean '" + meant + "'?"));
        }
    }
    return {doc.find("value"), doc.find("source"), doc.find("range")};
}

void Filling::close(const Leaf& leaf, const Member& about, const Numbers& numbers) {
    Sourced entry;
    entry.source = leaf.source != nullptr ? leaf.source->text : leaf.value->cited;
    entry.where = leaf.value->where;
    entry.unit = !about.quantity ? "" : std::string(about.quantity->unit);
    entry.meaning = std::string(about.meaning);
    entry.value = leaf.value->is_scalar() ? leaf.value->text : shown(*leaf.value);
    check_range(leaf, about, numbers, entry);
    if (about.quantity && leaf.value->evidence) {
        check_evidence(leaf, about, entry);
    }
    if (entry.source.empty()) {
        entry.source = itself(*leaf.value);
    }
    sources_[about.path] = std::move(entry);
}

void Filling::check_range(const Leaf& leaf,
                          const Member& about,
                          const Numbers& numbers,
                          Sourced& entry) {
    if (leaf.range == nullptr) {
        return;
    }
    const Doc& range = *leaf.range;
    const std::string path = below(about.path, "range");
    if (!about.quantity) {
        error(range.where, path, "only numbers have a range; remove it");
        return;
    }
    if (!range.is_list() || range.items.size() != 2) {
        error(range.where, path, "must be [low, high]");
        return;
    }
    std::array<double, 2> ends{};
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const Member end{path, about.meaning, about.quantity};
        Numbers none;
        if (!read(ends[i], range.items[i], end, none)) {
            return;
        }
    }
    const auto [low, high] = ends;
    const std::string written = "[" + range.items[0].text + ", " + range.items[1].text + "]";
    if (low > high) {
        error(range.where, path, written + " must be [low, high], the smaller number first");
        return;
    }
    entry.low = low;
    entry.high = high;
    for (const double number : numbers) {
        if (number < low || number > high) {
            error(leaf.value->where,
                  about.path,
                  number_text(number) + " lies outside the range " + written + " given with it");
        }
    }
}

void Filling::check_evidence(const Leaf& leaf, const Member& about, const Sourced& entry) {
    if (entry.source.empty()) {
        error(leaf.value->where,
              about.path,
              "has no source; files of evidence must say where each number comes from: add "
              "source: \"cite: ...\", \"data: ...\", \"calibrated: ...\" or \"assumption: ...\"");
        return;
    }
    const bool assumed = entry.source.compare(0, assumption.size(), assumption) == 0;
    if (assumed && leaf.value->is_scalar() && leaf.range == nullptr) {
        error(leaf.value->where,
              about.path,
              "an assumption must say how far it may be wrong: add range: [low, high]");
    }
}

}  // namespace foothold
