#pragma once

#include "tests/unit/small_world.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace foothold {

inline constexpr Resident inactive{.activity = Activity::inactive};

/// A programme that everybody hears of through partners and accepts.
inline Scenario heard_of() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].routes.partners = 1000.0;
    it.parameters.engagement.capital_start = 1.0;
    it.parameters.engagement.accept_base = 20.0;
    return it;
}

/// Rows who wait after a month.
inline std::vector<std::uint32_t>
who_joins(const Scenario& scenario, SmallWorld& small, Month month = 0) {
    engagement(small.world, MonthRules{scenario}.in(month));
    std::vector<std::uint32_t> rows;
    for (const Waiting& each : small.world.support.programmes[0].waiting) {
        rows.push_back(each.person.row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

}  // namespace foothold
