#pragma once

#include "sim/phases/phases.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// Pull of the vacancies of each zone on each neighbourhood, added up along the zones, and what
/// else applicants of a neighbourhood have in common.
struct Market {
    std::size_t zones;
    double most_support;       // [log weight] the most that a programme adds with employers
    double most_in_work;       // [1/month] applications that anybody in work may land
    std::vector<double> ease;  // [1] what the place adds to the workless' search; [neighbourhood]
    std::vector<double> upto;  // shape [neighbourhood][tier][zone]

    const double* row(NeighbourhoodId n, std::size_t tier) const {
        return &upto[(n.row * tiers + tier) * zones];
    }

    double pull(NeighbourhoodId n, std::size_t tier) const { return row(n, tier)[zones - 1]; }
};

/// This month's market.
Market survey_vacancies(const World& world, const MonthContext& now);

}  // namespace foothold
