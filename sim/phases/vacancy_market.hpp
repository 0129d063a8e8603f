#pragma once

#include "sim/phases/phases.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// How the vacancies of each tier pull on each neighbourhood, and what else applicants of a
/// neighbourhood have in common.
struct Market {
    double most_support;        // [log weight] the most that a programme adds with employers
    double most_in_work;        // [1/month] applications that anybody in work may land
    std::vector<double> ease;   // [1] what the place adds to the workless' search; [neighbourhood]
    std::vector<double> pulls;  // shape [neighbourhood][tier]; vacancies by how near they are

    double pull(NeighbourhoodId n, std::size_t tier) const { return pulls[n.row * tiers + tier]; }
};

/// This month's market.
Market survey_vacancies(const World& world, const MonthContext& now);

}  // namespace foothold
