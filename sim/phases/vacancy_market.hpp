#pragma once

#include "sim/phases/phases.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// Pull of the vacancies of each zone on each neighbourhood, added up along the zones.
struct Market {
    std::size_t zones;
    double best_standing;      // [1] weight with employers that nobody exceeds
    std::vector<double> upto;  // shape [neighbourhood][tier][zone]

    const double* row(NeighbourhoodId n, std::size_t tier) const {
        return &upto[(n.row * tiers + tier) * zones];
    }

    double pull(NeighbourhoodId n, std::size_t tier) const { return row(n, tier)[zones - 1]; }
};

/// This month's market.
Market survey_vacancies(const World& world, const MonthContext& now);

}  // namespace foothold
