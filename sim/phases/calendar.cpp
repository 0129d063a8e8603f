#include "sim/phases/balance.hpp"
#include "sim/phases/demand.hpp"
#include "sim/phases/head_counts.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/geography.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

/// Employment of each neighbourhood and, weighted by where its people travel to work, around it.
void publish(World& world, const HeadCounts& counts) {
    const Geography& g = *world.geography;
    auto& places = world.neighbourhoods;
    std::vector<double> people(g.zones, 0.0);
    std::vector<double> employed(g.zones, 0.0);
    for (std::uint16_t n = 0; n < places.size(); ++n) {
        const double residents = static_cast<double>(std::max<std::int64_t>(1, counts.people(n)));
        places.employment[{n}] = static_cast<double>(counts.in(n, Activity::employed)) / residents;
        places.workless[{n}] = static_cast<std::int32_t>(counts.workless(n));
        for (std::size_t z = 0; z < g.zones; ++z) {
            people[z] += g.travel[n * g.zones + z] * residents;
            employed[z] +=
                g.travel[n * g.zones + z] * static_cast<double>(counts.in(n, Activity::employed));
        }
    }
    for (std::uint16_t n = 0; n < places.size(); ++n) {
        double around = 0.0;
        for (std::size_t z = 0; z < g.zones; ++z) {
            around += g.travel[n * g.zones + z] * (people[z] > 0.0 ? employed[z] / people[z] : 0.0);
        }
        places.catchment_employment[{n}] = around;
    }
}

}  // namespace

/// The month begins: last month's employment is published, which is how neighbours and employers
/// see one another, and employers decide how many jobs they want. What they want and have not
/// filled is vacant.
///
/// Reads   people.{household, activity, since, job_zone, job_tier}, households.neighbourhood,
///         jobs.{opening, base, wanted, hires, vacancies, fill, fill_reference}, balance
/// Writes  neighbourhoods.{employment, catchment_employment, workless}, jobs; balance in the
///         burn-in
/// Draws   nothing
void calendar(World& world, const MonthContext& now) {
    Jobs& jobs = world.jobs;
    const HeadCounts counts{world, static_cast<Month>(now.month - 1)};
    publish(world, counts);
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        jobs.filled[i] = static_cast<std::int32_t>(counts.held(i));
    }
    decide_jobs(world,
                now,
                {counts.all([&](std::size_t n) { return counts.people(n); }),
                 counts.all([&](std::size_t n) { return counts.in(n, Activity::searching); })});
    if (now.burn_in()) {
        hold_stocks(world, now, counts);
    }
}

}  // namespace foothold
