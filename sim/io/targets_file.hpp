#pragma once

#include "sim/experiments/calibration.hpp"
#include "sim/io/scenario_file.hpp"

#include <string>
#include <vector>

namespace foothold {

/// What to fit, and to what. docs/methods/calibration.md describes the format.
struct CalibrationFile {
    std::vector<Target> targets;
    std::vector<Knob> knobs;
};

/// Reads a file of targets for a scenario, whose evidence gives the ranges of the parameters.
/// `statistics` are the names that targets may have. Throws ScenarioError with everything that is
/// wrong, each at file, line and column, or IoError.
CalibrationFile read_targets(const std::string& path,
                             const LoadedScenario& loaded,
                             const std::vector<std::string>& statistics);

}  // namespace foothold
