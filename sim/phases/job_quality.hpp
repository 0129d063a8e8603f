#pragma once

#include "sim/phases/phases.hpp"

namespace foothold {

/// Some jobs turn worse and as many turn better: pay or hours are cut or raised, fall behind or
/// catch up. Of the same zone, so many slip into the tier below as rise out of it, so that what
/// employers want and how many have work stay as they are. docs/ODD.md, "Work".
void jobs_turn_worse_or_better(World& world, const MonthContext& now);

}  // namespace foothold
