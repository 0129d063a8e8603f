#pragma once

#include "sim/phases/phases.hpp"

namespace foothold {

/// What one pass over everybody says of the month's labour market.
struct LabourCounts {
    std::int64_t people = 0;     // [person] of working age
    std::int64_t searching = 0;  // [person]
};

/// Employers notice how easily last month's vacancies filled, decide how many jobs they want, and
/// open those that nobody holds as vacancies. During the burn-in wanted jobs are held in step with
/// people and searchers; after it they follow their trend and how easily vacancies fill.
void decide_jobs(World& world, const MonthContext& now, const LabourCounts& counts);

/// What the cycle and the shocks of a month make of the jobs wanted in one zone and tier.
struct Weather {
    double ratio = 1.0;  // [1] multiplies them
    double added = 0.0;  // [job] besides
};

/// Shape [zone * tiers + tier]. Calm during the burn-in.
std::vector<Weather> weather_of(const World& world, const MonthContext& now);

}  // namespace foothold
