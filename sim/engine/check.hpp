#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/scenario.hpp"

namespace foothold {

/// What does not hold together in a scenario whose values are each in range: unknown names, lists
/// of the wrong length, shares that do not add up, correlations that no population can have,
/// programmes that begin before the study. Everything found goes to `wrong`, by dotted path.
void check(const Scenario& scenario, Diagnostics& wrong);

}  // namespace foothold
