#pragma once

#include "tests/unit/small_world.hpp"

#include <cstddef>

namespace foothold {

inline constexpr std::size_t low_paid = 1;  // tier
inline constexpr std::size_t secure = 2;    // tier

inline constexpr Resident searcher{.activity = Activity::searching};

/// Everybody is ready for work; an application lands when its rate says.
inline Scenario ready(double applications) {
    Scenario it = plain_scenario();
    it.parameters.search.readiness_base = 20.0;
    it.parameters.search.applications = applications;
    return it;
}

}  // namespace foothold
