#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/scenario.hpp"

namespace foothold {

/// Reports effects that could do nothing as they are given, or speak of what is not there: training
/// and repairs of barriers of the wrong kind, remote periods that overlap, payments that could not
/// be claimed, clauses on hiring for nobody.
void check_effects(const Scenario& scenario, Diagnostics& wrong);

}  // namespace foothold
