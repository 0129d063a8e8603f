#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// One published figure of a place beside the same figure of a simulated world.
struct Margin {
    std::string name;
    std::string unit;  // "person", "household", "%" or "1"
    double published = 0.0;
    double simulated = 0.0;
    std::optional<double>
        tolerance;  // largest difference that passes, in the unit; none: for information
    bool less_is_fine = false;  // only an excess over what is published fails

    bool passes() const;
};

/// Dimensions in which a household is deprived (Census TS011): employment, education, health,
/// housing. 0 to 4.
int deprived_dimensions(const World& world, const Parameters& parameters, HouseholdId h, Month now);

/// Published against simulated margins: people by age band, households by composition and tenure,
/// employment of the region, its authorities and its neighbourhoods, qualifications, household
/// deprivation of the region and of its worst tenth of neighbourhoods.
std::vector<Margin>
margins_of(const World& world, const Scenario& scenario, const Place& place, Month now);

}  // namespace foothold
