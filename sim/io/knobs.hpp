#pragma once

#include "sim/experiments/model.hpp"
#include "sim/io/scenario_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// What the files say of the parameter at a dial's path: of the value itself, or of the list it
/// stands in. Null if nothing.
const Sourced* source_of(const LoadedScenario& loaded, std::string_view dial);

/// Whether a source says that somebody judged.
bool is_judged(const Sourced& source);

/// Every judged number of a scenario with its range, in the order of the parameters, of those
/// whose path matches one of the patterns (`*` stands for anything; none means all). Numbers that
/// cannot go to both ends of their range by themselves, such as shares that must add up, are
/// left out.
std::vector<Knob> judged_knobs(const LoadedScenario& loaded,
                               const std::vector<std::string>& patterns);

/// Whether a text is as a pattern with `*` says.
bool matches(std::string_view text, std::string_view pattern);

}  // namespace foothold
