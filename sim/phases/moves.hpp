#pragma once

#include "sim/phases/phases.hpp"

namespace foothold {

/// Households move: within the place by swapping dwellings, or out of it, and newcomers take their
/// rows.
void housing_moves(World& world, const MonthContext& now);

}  // namespace foothold
