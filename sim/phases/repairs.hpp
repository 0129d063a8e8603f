#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

namespace foothold {

/// Households of the programme's area that have the housing barrier lose it by a repair or an
/// allocation, in an order drawn by luck, as far as the month's places and the period's money go.
void repair_homes(World& world,
                  const MonthContext& now,
                  ProgrammeState& state,
                  const FundingState& funding);

}  // namespace foothold
