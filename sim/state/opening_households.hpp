#pragma once

#include "foothold/draws.hpp"
#include "foothold/parameters.hpp"
#include "foothold/place.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// One household to be: who will be in it.
struct HouseholdPlan {
    Composition composition = Composition::single;
    int adults = 1;
    int children = 0;
    std::vector<std::int16_t> ages;    // [month] of the adults, the householder first
    std::vector<std::int16_t> births;  // [month] after the opening, of children not born yet
};

/// Adults of one neighbourhood. [person]
std::int64_t adults_of(const PlaceNeighbourhood& n);

/// Households of one neighbourhood. [household]
std::int64_t households_of(const PlaceNeighbourhood& n);

/// The households of one neighbourhood with the right adults, children and ages, and the children
/// that will be born to them. The first of them has the row `first`.
std::vector<HouseholdPlan> plan_households(const PlaceNeighbourhood& n,
                                           const PopulationParameters& population,
                                           const Draws& luck,
                                           std::uint16_t place,
                                           std::uint32_t first);

}  // namespace foothold
