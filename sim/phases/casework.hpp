#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

namespace foothold {

/// A month of work on every open case of one programme: time together, a barrier at a time, the
/// personal budget; then the case closes if it has come to its end.
void work_on_cases(World& world,
                   const MonthContext& now,
                   ProgrammeState& state,
                   const FundingState& funding);

/// Closes a case, with what that does to trust and to the programme's name among neighbours.
void close_case(
    World& world, const MonthContext& now, ProgrammeState& state, CaseId id, Closing why);

/// A barrier of a household lifts.
void lift_for(World& world, HouseholdId h, std::size_t k, Month now);

/// A barrier of a client, or of the client's household, lifts with the programme's help.
void lift_with_help(World& world, const MonthContext& now, Case& each, std::size_t k);

/// Somebody is let down: the client, the other adults at home, and neighbours who hear of it trust
/// services less. `share` is the share of the client's trust that goes.
void lose_trust(World& world, const MonthContext& now, CaseId id, double share);

}  // namespace foothold
