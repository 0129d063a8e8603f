#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/balance.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <cmath>

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

/// Employers notice how easily last month's vacancies filled.
void notice_filling(Jobs& jobs, const LabourDemand& demand) {
    for (std::size_t t = 0; t < tiers; ++t) {
        std::int64_t hires = 0;
        std::int64_t vacancies = 0;
        for (std::size_t i = t; i < jobs.hires.size(); i += tiers) {
            hires += jobs.hires[i];
            vacancies += jobs.vacancies[i];
        }
        // Where nothing was vacant there was nothing to notice: impressions drift back to the
        // usual.
        const double filled = vacancies > 0
                                  ? static_cast<double>(hires) / static_cast<double>(vacancies)
                                  : jobs.fill_reference[t];
        jobs.fill[t] += (filled - jobs.fill[t]) / demand.fill_memory;
    }
}

/// During the burn-in each zone and tier wants the jobs it opened with, in step with the people
/// there are, and vacancies stand to searchers as the evidence has it. A running mean of what is
/// wanted becomes the level that the study starts from.
void steer(World& world, const MonthContext& now, const Counts& counts) {
    Jobs& jobs = world.jobs;
    std::int64_t people = 0;
    for (std::size_t n = 0; n < counts.places; ++n) {
        people += counts.people(n);
    }
    const double scale = static_cast<double>(people) / static_cast<double>(world.reference->people);
    const double vacant = now.parameters.labour_demand.vacancies_per_unemployed
                          * static_cast<double>(counts.searching())
                          / static_cast<double>(world.reference->employed);
    for (std::size_t i = 0; i < jobs.wanted.size(); ++i) {
        jobs.wanted[i] = jobs.opening[i] * (scale + vacant);
        jobs.base[i] += (jobs.wanted[i] - jobs.base[i]) / 12.0;
    }
    jobs.fill_reference = jobs.fill;
}

/// After it they follow their trend and how easily vacancies fill, with a lag.
void respond(Jobs& jobs, const MonthContext& now) {
    const LabourDemand& demand = now.parameters.labour_demand;
    const double trend = exponential(demand.growth * (now.month / 12.0));
    for (std::size_t t = 0; t < tiers; ++t) {
        const double ease = jobs.fill_reference[t] > 0.0 && jobs.fill[t] > 0.0
                                ? power(jobs.fill[t] / jobs.fill_reference[t], demand.elasticity)
                                : 1.0;
        for (std::size_t i = t; i < jobs.wanted.size(); i += tiers) {
            jobs.wanted[i] += (jobs.base[i] * trend * ease - jobs.wanted[i]) / demand.lag;
        }
    }
}

}  // namespace

/// The month begins: last month's employment is published, which is how neighbours and employers
/// see one another, and employers decide how many jobs they want. What they want and have not
/// filled is vacant.
///
/// Reads   people.{activity, job_zone, job_tier}, jobs.{hires, vacancies}
/// Writes  neighbourhoods.{employment, catchment_employment, workless}, jobs
/// Draws   nothing
void calendar(World& world, const MonthContext& now) {
    Jobs& jobs = world.jobs;
    const Counts counts = count(world);
    publish(world, counts);
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        jobs.filled[i] = static_cast<std::int32_t>(counts.held(i));
    }
    notice_filling(jobs, now.parameters.labour_demand);
    if (now.burn_in()) {
        steer(world, now, counts);
        hold_stocks(world, now);
    } else {
        if (now.month == 0) {
            jobs.wanted = jobs.base;
        }
        respond(jobs, now);
    }
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        jobs.vacancies[i] = std::max(
            0, static_cast<std::int32_t>(std::floor(jobs.wanted[i] + 0.5)) - jobs.filled[i]);
        jobs.hires[i] = 0;
    }
}

}  // namespace foothold
