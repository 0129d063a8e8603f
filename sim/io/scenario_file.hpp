#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include "sim/io/sources.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// A scenario as read: every value filled in, each with where it comes from.
struct LoadedScenario {
    Scenario scenario;
    SourceMap sources;
    std::string file;             // as given
    std::filesystem::path place;  // folder of the place, found from the file that names it
    std::string yaml;             // the resolved scenario in canonical form
};

/// Reads a scenario and what it extends, with `settings` of the form a.b.c=value on top, and checks
/// it; files in `with` are stacked on it first. Throws ScenarioError with everything that is wrong,
/// or IoError.
LoadedScenario load_scenario(const std::string& path,
                             const std::vector<std::string>& settings,
                             const std::vector<std::string>& with = {});

/// Reads the place of a scenario and checks that the two fit. Throws ScenarioError or IoError.
Place place_of(const LoadedScenario& loaded);

}  // namespace foothold
