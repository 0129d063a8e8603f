// Any bytes at all must become either a struct or diagnostics: never a crash, never an exception,
// never a struct that cannot be written and read back as the same.
#include "foothold/diagnostics.hpp"

#include "sim/io/emit.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/merge.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"
#include "tests/unit/sample.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace foothold {
namespace {

/// A text's first line, if it begins with "#--set ", is taken for a setting of the command line.
std::vector<std::string> settings_in(const std::string& text) {
    const std::string start = "#--set ";
    if (text.compare(0, start.size(), start) != 0) {
        return {};
    }
    return {text.substr(start.size(), text.find('\n') - start.size())};
}

Sample filled(const std::string& text, Diagnostics& found, SourceMap& sources) {
    Sample sample;
    Doc doc = read_yaml_text(text, "fuzz.yaml", found);
    attach_sources(doc, found);
    resolve_likes(doc, found);
    doc = merge_patch(merge_patch(doc, doc), doc);
    remove_deleted(doc);
    apply_settings(doc, settings_in(text), found);
    fill(sample, doc, found, sources);
    return sample;
}

void try_text(const std::string& text) {
    Diagnostics found;
    SourceMap sources;
    const Sample sample = filled(text, found, sources);
    for (const Diagnostic& one : found.all()) {
        if (one.problem.empty() || one.where.file.empty()) {
            std::abort();
        }
    }
    if (!found.empty()) {
        return;
    }
    const std::string written = emit_yaml(sample);
    Diagnostics none;
    if (filled(written, none, sources) != sample || !none.empty()
        || markdown_table(sample, sources).empty()) {
        std::abort();
    }
}

}  // namespace
}  // namespace foothold

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    foothold::try_text(std::string(data, data + size));
    return 0;
}
