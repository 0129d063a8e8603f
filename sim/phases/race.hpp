#pragma once

#include "sim/phases/phases.hpp"

namespace foothold {

/// Vacancies are filled. An application lands after an exponential time at the rate of the
/// applicant's search and standing; those that land within the month queue for the zone and tier
/// applied for, and each queue is served in the order of landing until its hiring decisions run
/// out.
void race_for_vacancies(World& world, const MonthContext& now);

}  // namespace foothold
