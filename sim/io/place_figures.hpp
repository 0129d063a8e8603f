#pragma once

#include "foothold/place.hpp"

#include "sim/io/place_input.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

using Households = std::array<std::int32_t, composition_names.size()>;

struct HouseholdEstimate {
    Households households{};
    std::int32_t changed = 0;  // [household] moved to another composition so that adults fit
    std::int32_t added = 0;    // [household] made up for adults who live in halls and the like
    std::int32_t removed = 0;  // [household] dropped for want of adults
};

/// Households with somebody of working age, by the adults of that age in them. They fit the area's
/// people: three to five adults in each household of three or more, one to five children in each
/// with children. docs/formats/place.md gives the formula.
HouseholdEstimate estimate_households(const NeighbourhoodInput& area,
                                      const PlaceAssumptions& assumptions);

/// Fills in what is a share: tenure, work, qualification and deprivation. Returns by how much the
/// shares of work had to be cut to add up to no more than everybody [1].
double fill_shares(const NeighbourhoodInput& area,
                   const PlaceAssumptions& assumptions,
                   PlaceNeighbourhood& out);

/// Domain scores with mean 0 and standard deviation 1 over the people of the areas given.
void standardise_scores(const std::vector<NeighbourhoodInput>& areas,
                        std::vector<PlaceNeighbourhood>& out);

}  // namespace foothold
