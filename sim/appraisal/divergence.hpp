#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// The moment at which two worlds part: after this phase of this month they differ for the first
/// time.
struct Parting {
    Month month = never;
    std::size_t phase = 0;             // in the schedule
    std::vector<std::string> columns;  // that differ; "programmes" for their records
};

/// Somebody who is not the same in two worlds, as in the arm.
struct DifferingPerson {
    PersonId person;
    HouseholdId household;
    NeighbourhoodId neighbourhood;
    int age = 0;  // [year]
    Activity activity_reference = Activity::inactive;
    Activity activity = Activity::inactive;
};

/// How an arm and the reference part in one replicate.
struct Divergence {
    std::optional<Parting> anything;     // none if the two never part
    std::optional<Parting> people;       // the same for people and households alone
    std::size_t people_differ = 0;       // [person] then
    std::size_t households_differ = 0;   // [household] then
    std::vector<DifferingPerson> first;  // the first few of them, by row
    std::vector<HouseholdId> first_households;
};

/// Lives the reference and one arm side by side until a person differs, and once more to see who.
Divergence divergence(const Scenario& scenario,
                      const Place& place,
                      const std::string& arm,
                      std::uint32_t replicate,
                      const std::function<void()>& month_done = {});

}  // namespace foothold
