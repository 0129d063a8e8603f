#include "sim/io/sources.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

const std::vector<std::string> origins{"cite", "data", "calibrated", "assumption"};
const std::vector<std::string> file_kinds{"evidence", "scenario"};

/// "evidence", "scenario", or empty if the file does not say.
std::string kind_of(const Doc& file, Diagnostics& diagnostics) {
    const Doc* kind = file.find("kind");
    if (kind == nullptr) {
        return {};
    }
    if (std::find(file_kinds.begin(), file_kinds.end(), kind->text) == file_kinds.end()) {
        const std::string meant = nearest(kind->text, file_kinds);
        diagnostics.error(kind->where,
                          "kind",
                          "must be evidence or scenario"
                              + (meant.empty() ? "" : "; did you mean '" + meant + "'?"));
    }
    return kind->text;
}

/// The text of a `source:`, or empty after a report.
std::string source_text(const Doc& source, const std::string& path, Diagnostics& diagnostics) {
    const std::size_t colon = source.text.find(':');
    const std::string origin = source.text.substr(0, colon);
    const bool known = std::find(origins.begin(), origins.end(), origin) != origins.end();
    const bool says_more =
        colon != std::string::npos
        && source.text.find_first_not_of(" \t\n", colon + 1) != std::string::npos;
    if (known && says_more) {
        return source.text;
    }
    std::string problem = "a source must be text that begins with cite:, data:, calibrated: or "
                          "assumption:, and say more after it";
    if (!known && !nearest(origin, origins).empty()) {
        problem += "; did you mean '" + nearest(origin, origins) + ":'?";
    }
    diagnostics.error(source.where, below(path, "source"), problem);
    return {};
}

void attach(
    Doc& doc, const std::string& path, std::string cited, bool evidence, Diagnostics& found) {
    if (const Doc* source = doc.find("source")) {
        const std::string own = source_text(*source, path, found);
        cited = own.empty() ? cited : own;
    }
    doc.cited = cited;
    doc.evidence = evidence;
    for (Doc::Entry& entry : doc.entries) {
        if (!is_annotation(entry.key)) {
            attach(entry.value, below(path, entry.key), cited, evidence, found);
        }
    }
    for (std::size_t i = 0; i < doc.items.size(); ++i) {
        attach(doc.items[i], below(path, i), cited, evidence, found);
    }
}

}  // namespace

bool is_annotation(std::string_view key) {
    return key == "source" || key == "note";
}

bool is_leaf(const Doc& doc) {
    return doc.find("value") != nullptr;
}

void attach_sources(Doc& file, Diagnostics& diagnostics) {
    attach(file, "", "", kind_of(file, diagnostics) == "evidence", diagnostics);
}

}  // namespace foothold
