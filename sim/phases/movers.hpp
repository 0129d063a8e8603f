#pragma once

#include "foothold/place.hpp"

#include "sim/phases/phases.hpp"

#include <array>
#include <vector>

namespace foothold {

enum class Move : std::uint8_t { none, local, within, out };

/// A household that changes dwelling, or an empty dwelling that newcomers take.
struct Moving {
    HouseholdId household;
    Move move;
};

/// [1/month] of moving, while nobody at home has found work lately. shape [tenure]
using MovingHazards = std::array<double, tenure_names.size()>;

/// Everybody who moves this month, in the order of rows.
std::vector<Moving>
movers_of(const World& world, const MonthContext& now, const MovingHazards& hazards);

}  // namespace foothold
