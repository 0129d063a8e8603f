#include "sim/core/parallel.hpp"
#include "sim/phases/balance.hpp"
#include "sim/phases/demand.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/geography.hpp"

#include <algorithm>
#include <numeric>

namespace foothold {

namespace {

/// Counts of one pass over everybody: people, employed and workless by neighbourhood, jobs by zone
/// and tier.
struct Counts {
    std::vector<std::int64_t> bins;
    std::size_t places;

    std::int64_t people(std::size_t n) const { return bins[n]; }

    std::int64_t employed(std::size_t n) const { return bins[places + n]; }

    std::int64_t workless(std::size_t n) const { return bins[2 * places + n]; }

    std::int64_t held(std::size_t job) const { return bins[3 * places + job]; }

    std::int64_t searching() const { return bins.back(); }

    std::int64_t everybody() const {
        return std::accumulate(
            bins.begin(), bins.begin() + static_cast<std::ptrdiff_t>(places), std::int64_t{0});
    }
};

Counts count(const World& world) {
    const std::size_t places = world.neighbourhoods.size();
    const std::size_t bins = 3 * places + world.jobs.filled.size() + 1;
    return {binned_sum<PersonId>(world.people.size(),
                                 bins,
                                 [&](PersonId p, std::vector<std::int64_t>& own) {
                                     const Activity activity = world.people.activity[p];
                                     if (!is_working_age(activity)) {
                                         return;
                                     }
                                     const std::size_t n = world.neighbourhood(p).row;
                                     ++own[n];
                                     if (activity == Activity::employed) {
                                         ++own[places + n];
                                         ++own[3 * places + world.people.job_zone[p].row * tiers
                                               + world.people.job_tier[p]];
                                     } else if (is_workless(activity)
                                                && activity != Activity::retired) {
                                         ++own[2 * places + n];
                                         own.back() += activity == Activity::searching;
                                     }
                                 }),
            places};
}

/// Employment of each neighbourhood and, weighted by where its people travel to work, around it.
void publish(World& world, const Counts& counts) {
    const Geography& g = *world.geography;
    auto& places = world.neighbourhoods;
    std::vector<double> people(g.zones, 0.0);
    std::vector<double> employed(g.zones, 0.0);
    for (std::uint16_t n = 0; n < places.size(); ++n) {
        const double residents = static_cast<double>(std::max<std::int64_t>(1, counts.people(n)));
        places.employment[{n}] = static_cast<double>(counts.employed(n)) / residents;
        places.workless[{n}] = static_cast<std::int32_t>(counts.workless(n));
        for (std::size_t z = 0; z < g.zones; ++z) {
            people[z] += g.travel[n * g.zones + z] * residents;
            employed[z] += g.travel[n * g.zones + z] * static_cast<double>(counts.employed(n));
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
    const Counts counts = count(world);
    publish(world, counts);
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        jobs.filled[i] = static_cast<std::int32_t>(counts.held(i));
    }
    decide_jobs(world, now, {counts.everybody(), counts.searching()});
    if (now.burn_in()) {
        hold_stocks(world, now);
    }
}

}  // namespace foothold
