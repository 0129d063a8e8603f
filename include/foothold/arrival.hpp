#pragma once

#include "foothold/world.hpp"

namespace foothold {

/// When and to which neighbourhood a household came.
struct Arrival {
    Month month = never;
    NeighbourhoodId place;

    friend bool operator==(const Arrival&, const Arrival&) = default;
};

inline Arrival arrival_of(const World& world, HouseholdId h) {
    return {world.households.arrived[h], world.households.arrived_in[h]};
}

/// Whether a row holds households that came to both worlds in the same month and to the same
/// neighbourhood. Of rows and lives that agree, only those are the same people: who comes depends
/// on the place, and a dwelling lies elsewhere where a household has moved in one world only.
inline bool came_alike(const World& one, const World& other, HouseholdId h) {
    return arrival_of(one, h) == arrival_of(other, h);
}

}  // namespace foothold
