#include "sim/io/scenario_file.hpp"

#include "sim/engine/check.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/merge.hpp"
#include "sim/io/place_file.hpp"
#include "sim/state/geography.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Where the value at `path`, or the nearest group around it or value below it, stands; the file as
/// a whole if that is not known.
Location locate(const SourceMap& sources, const std::string& file, std::string path) {
    while (!path.empty()) {
        const auto at = sources.lower_bound(path);
        if (at != sources.end() && at->first.compare(0, path.size(), path) == 0) {
            return at->second.where;
        }
        const std::size_t dot = path.rfind('.');
        path.resize(dot == std::string::npos ? 0 : dot);
    }
    return {file, 0, 0};
}

/// What the engine found wrong knows its dotted path only; the file adds the line.
void add_located(const std::vector<Diagnostic>& found,
                 const LoadedScenario& loaded,
                 Diagnostics& wrong) {
    for (const Diagnostic& each : found) {
        wrong.error(locate(loaded.sources, loaded.file, each.path), each.path, each.problem);
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

void expect_in_place(const std::vector<std::string>& codes,
                     const std::vector<std::string>& known,
                     const std::string& path,
                     const char* kind,
                     Diagnostics& wrong) {
    for (const std::string& code : codes) {
        if (!std::binary_search(known.begin(), known.end(), code)) {
            const std::string near = nearest(code, known);
            wrong.error({},
                        path,
                        "the place has no " + std::string{kind} + " '" + code + "'"
                            + (near.empty() ? "" : "; did you mean '" + near + "'?"));
        }
    }
}

/// Every code once, in order.
std::vector<std::string> distinct(std::vector<std::string> codes) {
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

void check_zones(const Scenario& scenario, const Place& place, Diagnostics& wrong) {
    std::vector<std::string> zones;
    for (const PlaceZone& zone : place.zones) {
        zones.push_back(zone.code);
    }
    zones = distinct(zones);
    for (const Shock& it : scenario.parameters.labour_demand.shocks.items) {
        const std::string path = "parameters.labour_demand.shocks." + it.name + ".zones";
        expect_in_place(it.zones, zones, path, "work zone", wrong);
    }
    for (const Programme& it : scenario.programmes.items) {
        const std::string path = "programmes." + it.name + ".area.zones";
        expect_in_place(it.area.zones, zones, path, "work zone", wrong);
    }
}

void check_areas(const Scenario& scenario, const Place& place, Diagnostics& wrong) {
    std::vector<std::string> neighbourhoods;
    std::vector<std::string> authorities;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        neighbourhoods.push_back(n.code);
        authorities.push_back(n.authority);
    }
    neighbourhoods = distinct(neighbourhoods);
    authorities = distinct(authorities);
    for (const Shock& it : scenario.parameters.labour_demand.shocks.items) {
        const std::string path =
            "parameters.labour_demand.shocks." + it.name + ".local.neighbourhoods";
        expect_in_place(it.local.neighbourhoods, neighbourhoods, path, "neighbourhood", wrong);
    }
    for (const Programme& it : scenario.programmes.items) {
        const std::string path = "programmes." + it.name + ".area.";
        expect_in_place(it.area.neighbourhoods,
                        neighbourhoods,
                        path + "neighbourhoods",
                        "neighbourhood",
                        wrong);
        expect_in_place(
            it.area.authorities, authorities, path + "authorities", "local authority", wrong);
    }
}

}  // namespace

LoadedScenario load_scenario(const std::string& path,
                             const std::vector<std::string>& settings,
                             const std::vector<std::string>& with) {
    Diagnostics wrong;
    LoadedScenario loaded;
    loaded.file = path;
    const Doc doc = read_resolved(path, settings, wrong, with);
    fill(loaded.scenario, doc, wrong, loaded.sources);
    if (wrong.empty()) {
        Diagnostics found;
        check(loaded.scenario, found);
        add_located(found.all(), loaded, wrong);
    }
    wrong.stop_if_any();
    loaded.place = place_folder(loaded.scenario, loaded.sources);
    loaded.yaml = emit_yaml(loaded.scenario);
    return loaded;
}

Place place_of(const LoadedScenario& loaded) {
    Place place = read_place(loaded.place);
    Diagnostics found;
    check_areas(loaded.scenario, place, found);
    check_zones(loaded.scenario, place, found);
    Diagnostics wrong;
    add_located(found.all(), loaded, wrong);
    try {
        survey(place, loaded.scenario.settings.start.year);
    } catch (const ScenarioError& error) {
        add_located(error.all(), loaded, wrong);
    }
    wrong.stop_if_any();
    return place;
}

}  // namespace foothold
