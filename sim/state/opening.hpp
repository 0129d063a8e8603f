#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstdint>

namespace foothold {

/// The place as it stands when the burn-in begins: a population drawn from the place's figures,
/// with the luck of one replicate. The same for every arm. Throws ScenarioError if the place or the
/// parameters cannot be simulated (no households, correlations not positive definite, no survey for
/// the start year).
World open_world(const Scenario& scenario, const Place& place, std::uint32_t replicate);

/// The same with other parameters than the scenario's.
World open_world(const Settings& settings,
                 const Parameters& parameters,
                 const Place& place,
                 std::uint32_t replicate);

}  // namespace foothold
