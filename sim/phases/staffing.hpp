#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

namespace foothold {

/// Advocates are recruited, leave, and are replaced while there is money for it; the cases of those
/// who left go to colleagues with room, at the price of most of the working alliance and of trust.
void staff(World& world,
           const MonthContext& now,
           ProgrammeState& state,
           const FundingState& funding);

/// The money has ended: who has no open case any more leaves.
void dismiss_idle(const MonthContext& now, ProgrammeState& state);

/// Most people an advocate may support.
std::int32_t capacity(const Programme& programme, const Advocate& advocate);

/// How many new people an advocate may take on now: fewer as caseloads taper off, and no more in a
/// month than one can get to know.
std::int32_t
room_for_new(const Programme& programme, const Advocate& advocate, const FundingState& funding);

/// The advocate in post with the most room for new people, the earliest hired first among equals;
/// none if nobody has room.
AdvocateId with_most_room(const Programme& programme,
                          const ProgrammeState& state,
                          const FundingState& funding);

}  // namespace foothold
