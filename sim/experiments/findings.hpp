#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include "sim/experiments/patterns.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What one replicate of an experiment found, by name. Shares are of 1. What could not be found
/// (nobody to count, a regression that does not settle) is not there.
using Findings = std::map<std::string, double>;

/// Lives one replicate of a study and counts what the design asks for. Arms of `persistence`: the
/// first is the reference, a second one, called stay, is compared with it. Arms of `programmes`:
/// every arm with programmes comes after one without that has the same changes of parameters.
/// Throws std::invalid_argument if the arms are not so.
Findings findings_of(const Experiment& experiment,
                     const Scenario& scenario,
                     const Place& place,
                     std::uint32_t replicate,
                     const std::function<void()>& month_done);

/// A row's value over replicates: its finding less the one to take away. Nothing if a replicate
/// lacks one of them, or if a difference is exactly none in all of them: then the arms are the same
/// and nothing was tried.
std::optional<Estimate> value_of(const Pattern& pattern, const std::vector<Findings>& replicates);

}  // namespace foothold
