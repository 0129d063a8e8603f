#include "foothold/diagnostics.hpp"

#include <algorithm>
#include <cstddef>

namespace foothold {

namespace {

std::string joined(const std::vector<Diagnostic>& all) {
    std::string text;
    for (const Diagnostic& one : all) {
        text += one.text() + "\n";
    }
    return text + std::to_string(all.size()) + (all.size() == 1 ? " error" : " errors")
           + "; nothing was run.";
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `from` into `to`.
std::size_t typing_errors(std::string_view from, std::string_view to) {
    const std::size_t width = to.size() + 1;
    std::vector<std::size_t> before(width);  // two rows up: what a swap looks back at
    std::vector<std::size_t> above(width);
    std::vector<std::size_t> row(width);
    for (std::size_t j = 0; j < width; ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= from.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row.back();
}

}  // namespace

std::string Diagnostic::text() const {
    std::string text = where.file;
    if (where.line > 0) {
        text += ":" + std::to_string(where.line);
        if (where.column > 0) {
            text += ":" + std::to_string(where.column);
        }
    }
    text += text.empty() ? "error: " : ": error: ";
    return text + (path.empty() ? "" : path + ": ") + problem;
}

void Diagnostics::error(Location where, std::string path, std::string problem) {
    found_.push_back({std::move(where), std::move(path), std::move(problem)});
}

void Diagnostics::stop_if_any() const {
    if (found_.empty()) {
        return;
    }
    std::vector<Diagnostic> sorted = found_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.where < b.where;
    });
    throw ScenarioError(std::move(sorted));
}

ScenarioError::ScenarioError(std::vector<Diagnostic> all)
    : std::runtime_error(joined(all)), all_(std::move(all)) {}

IoError::IoError(std::string path, std::string_view problem)
    : std::runtime_error(path + ": " + std::string(problem)), path_(std::move(path)) {}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 200;  // a longer "word" is not a slip of the finger
    if (word.empty() || word.size() > longest) {
        return {};
    }
    std::string best;
    // One slip in three letters: 'relif' finds 'relief', but 'age' does not find 'sex'.
    std::size_t fewest = word.size() / 3 + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t size = candidate.size();
        const std::size_t gap = size > word.size() ? size - word.size() : word.size() - size;
        if (gap >= fewest || size > longest) {
            continue;
        }
        const std::size_t errors = typing_errors(word, candidate);
        // A word all of whose letters would change is not meant, however short it is.
        if (errors < fewest && errors < std::max(word.size(), size)) {
            fewest = errors;
            best = candidate;
        }
    }
    return best;
}

}  // namespace foothold
