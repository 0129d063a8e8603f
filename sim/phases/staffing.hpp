#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

namespace foothold {

/// Advocates are recruited, leave, and are replaced while there is money for it; the cases of those
/// who left go to colleagues with room, at the price of most of the working alliance.
void staff(World& world,
           const MonthContext& now,
           ProgrammeState& state,
           const FundingState& funding);

/// Most people an advocate may support.
std::int32_t capacity(const Programme& programme, const Advocate& advocate);

/// The advocate in post with the most room, the earliest hired first among equals; none if nobody
/// has room.
AdvocateId with_most_room(const Programme& programme, const ProgrammeState& state);

}  // namespace foothold
