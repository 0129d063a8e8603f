#pragma once

#include "foothold/draws.hpp"
#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

namespace foothold {

/// A new household takes the row and dwelling of one that has gone: a new life of the same rows,
/// drawn as at the opening, with the ages the row's first household had then. The caller has
/// released what the old household held (jobs are counted, cases are closed by their programme when
/// they see the new life).
void move_in(
    World& world, const Parameters& parameters, const Draws& luck, HouseholdId h, Month now);

/// A child turns 16: an adult in full-time study, with barriers and qualification of its own.
void come_of_age(
    World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now);

/// Somebody leaves full-time study with the qualification that it brought, never less than before.
void finish_study(
    World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now);

}  // namespace foothold
