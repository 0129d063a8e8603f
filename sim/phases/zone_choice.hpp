#pragma once

#include "sim/phases/phases.hpp"

#include <cstddef>

namespace foothold {

/// The zone in which somebody applies for a job of a tier: each by its vacancies and how near they
/// are, reach^distance. One must be open in reach. `distance` is what distance counts for to this
/// person. [1]
///
/// Zones race: each has a time of its own by the person's luck there, the sooner the more it pulls,
/// and the first wins. So a vacancy more in one zone is chosen by those whom it wins over, and
/// nobody else chooses another zone than before. docs/adr/0015-races-between-zones.md
std::size_t choose_zone(
    const World& world, const MonthContext& now, PersonId p, std::size_t tier, double distance);

}  // namespace foothold
