#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

#include <cstdint>

namespace foothold {

/// Clients out of work who need it are sent on a course that the programme pays for; at its end
/// those who complete it have the qualification, and are without the barrier, that it is for.
///
/// Takes the money that is left and returns what is left then. [pence]
std::int64_t train(World& world,
                   const MonthContext& now,
                   const FundingState& funding,
                   ProgrammeState& state,
                   Case& each,
                   std::int64_t money);

}  // namespace foothold
