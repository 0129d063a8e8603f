#pragma once

#include "sim/phases/head_counts.hpp"
#include "sim/phases/phases.hpp"

namespace foothold {

/// During the burn-in: scales how fast applications land, the hazards of leaving study, inactivity
/// and sickness, and that of early retirement, so that as many leave each as enter it and the
/// shares the place was found with hold still. What the evidence gives is who leaves sooner than
/// whom; the level follows from the stocks. docs/ODD.md, "Burn-in".
///
/// Reads   balance, and the counts of everybody as the month begins
/// Writes  balance
/// Draws   nothing
void hold_stocks(World& world, const MonthContext& now, const HeadCounts& counts);

}  // namespace foothold
