#include "sim/phases/demand.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/policy/shocks.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

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

/// Jobs that would be vacant if every zone and tier wanted `level` times what it opened with. [job]
double vacant_at(const Jobs& jobs, double level) {
    double sum = 0.0;
    for (std::size_t i = 0; i < jobs.opening.size(); ++i) {
        sum += std::max(0.0, jobs.opening[i] * level - jobs.filled[i]);
    }
    return sum;
}

/// During the burn-in each zone and tier wants a multiple of the jobs it opened with: the one at
/// which vacancies stand to searchers as the evidence has it. A running mean of what is wanted
/// becomes the level that the study starts from.
void steer(World& world, const LabourDemand& demand, const LabourCounts& counts) {
    constexpr int halvings = 50;
    Jobs& jobs = world.jobs;
    const double wanted_vacant =
        demand.vacancies_per_unemployed * static_cast<double>(counts.searching);
    double low = 0.0;
    double high = 2.0;
    for (int step = 0; step < halvings; ++step) {
        const double level = 0.5 * (low + high);
        (vacant_at(jobs, level) < wanted_vacant ? low : high) = level;
    }
    for (std::size_t i = 0; i < jobs.wanted.size(); ++i) {
        jobs.wanted[i] = jobs.opening[i] * low;
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

/// The business cycle as a zigzag between -1 and 1 that rises through 0 at time 0.
double zigzag(double time, double length) {
    const double turn = time / length + 0.25;
    const double at = turn - std::floor(turn);
    return at < 0.5 ? 4.0 * at - 1.0 : 3.0 - 4.0 * at;
}

/// A shock multiplies the jobs of its zones and adds to them as their jobs of each tier are spread;
/// evenly where there are none.
void add_shock(const Shock& shock,
               double share,
               const World& world,
               std::vector<Weather>& weather) {
    const std::vector<std::uint8_t> inside = zones_of(shock, *world.geography);
    const auto felt_in = static_cast<double>(std::count(inside.begin(), inside.end(), 1));
    std::array<double, tiers> wanted{};
    for (std::size_t i = 0; i < weather.size(); ++i) {
        wanted[i % tiers] += inside[i / tiers] ? world.jobs.base[i] : 0.0;
    }
    for (std::size_t i = 0; i < weather.size(); ++i) {
        const std::size_t t = i % tiers;
        if (inside[i / tiers]) {
            weather[i].ratio *= 1.0 + share * (shock.ratio[t] - 1.0);
            const double part = wanted[t] > 0.0 ? world.jobs.base[i] / wanted[t] : 1.0 / felt_in;
            weather[i].added += share * shock.added[t] * part;
        }
    }
}

}  // namespace

std::vector<Weather> weather_of(const World& world, const MonthContext& now) {
    const LabourDemand& demand = now.parameters.labour_demand;
    std::vector<Weather> weather(world.jobs.wanted.size());
    if (now.burn_in()) {
        return weather;
    }
    if (demand.cycle > 0.0) {
        // The reference is the study's first month, so that it starts where the burn-in ended.
        const double start = 1.0 + demand.cycle * zigzag(demand.cycle_phase, demand.cycle_months);
        const double today =
            1.0 + demand.cycle * zigzag(demand.cycle_phase + now.month, demand.cycle_months);
        for (Weather& each : weather) {
            each.ratio = today / start;
        }
    }
    for (const Shock& shock : demand.shocks.items) {
        const double share = felt(shock, now.calendar);
        if (share > 0.0) {
            add_shock(shock, share, world, weather);
        }
    }
    return weather;
}

void decide_jobs(World& world, const MonthContext& now, const LabourCounts& counts) {
    Jobs& jobs = world.jobs;
    const LabourDemand& demand = now.parameters.labour_demand;
    notice_filling(jobs, demand);
    if (now.burn_in()) {
        steer(world, demand, counts);
    } else {
        if (now.month == 0) {
            jobs.wanted = jobs.base;
        }
        respond(jobs, now);
    }
    const std::vector<Weather> weather = weather_of(world, now);
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        const double wanted = std::max(0.0, jobs.wanted[i] * weather[i].ratio + weather[i].added);
        const double filled = jobs.filled[i];
        jobs.vacancies[i] =
            std::max(0, static_cast<std::int32_t>(std::floor(wanted + 0.5)) - jobs.filled[i]);
        jobs.hires[i] = 0;
        // Only what cycle and shocks took away is cut; chance surplus goes as people leave.
        const double unwanted = std::min(filled, jobs.wanted[i]) - wanted;
        jobs.cut[i] = unwanted > 0.0 && filled > 0.0 ? demand.layoffs * unwanted / filled : 0.0;
    }
}

}  // namespace foothold
