#include "sim/io/scenario_file.hpp"

#include "sim/engine/check.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/merge.hpp"

namespace foothold {

namespace {

/// Where the value at `path`, or the nearest group around it or value below it, stands.
Location locate(const SourceMap& sources, std::string path) {
    while (!path.empty()) {
        const auto at = sources.lower_bound(path);
        if (at != sources.end() && at->first.compare(0, path.size(), path) == 0) {
            return at->second.where;
        }
        const std::size_t dot = path.rfind('.');
        path.resize(dot == std::string::npos ? 0 : dot);
    }
    return {};
}

/// What the engine found wrong knows its dotted path only; the file adds the line.
void add_located(const Diagnostics& found, const SourceMap& sources, Diagnostics& wrong) {
    for (const Diagnostic& each : found.all()) {
        wrong.error(locate(sources, each.path), each.path, each.problem);
    }
}

std::filesystem::path place_folder(const Scenario& scenario, const SourceMap& sources) {
    const std::filesystem::path named{scenario.settings.place};
    const auto given = sources.find("settings.place");
    if (named.is_absolute() || given == sources.end()
        || given->second.where.file.rfind("--set", 0) == 0) {
        return named;
    }
    return std::filesystem::path{given->second.where.file}.parent_path() / named;
}

}  // namespace

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings) {
    Diagnostics wrong;
    LoadedScenario loaded;
    const Doc doc = read_resolved(path, settings, wrong);
    fill(loaded.scenario, doc, wrong, loaded.sources);
    if (wrong.empty()) {
        Diagnostics found;
        check(loaded.scenario, found);
        add_located(found, loaded.sources, wrong);
    }
    wrong.stop_if_any();
    loaded.place = place_folder(loaded.scenario, loaded.sources);
    loaded.yaml = emit_yaml(loaded.scenario);
    return loaded;
}

}  // namespace foothold
