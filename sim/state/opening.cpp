#include "sim/state/opening.hpp"

#include "sim/core/parallel.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/latent.hpp"
#include "sim/state/opening_steps.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// Jobs held, and vacancies to go with the searchers, in proportion to the jobs of each zone and
/// tier.
void open_jobs(World& world, const LabourDemand& demand) {
    const std::size_t zones = world.geography->zones;
    const auto held =
        binned_sum<PersonId>(world.people.size(), zones * tiers + 1, [&](PersonId p, auto& bins) {
            if (world.people.activity[p] == Activity::employed) {
                ++bins[world.people.job_zone[p].row * tiers + world.people.job_tier[p]];
            } else if (world.people.activity[p] == Activity::searching) {
                ++bins[zones * tiers];
            }
        });
    Jobs& jobs = world.jobs;
    jobs.filled.assign(held.begin(), held.end() - 1);
    jobs.opening = jobs.filled;
    jobs.vacancies.assign(zones * tiers, 0);
    jobs.hires.assign(zones * tiers, 0);
    jobs.wanted.assign(zones * tiers, 0.0);
    jobs.cut.assign(zones * tiers, 0.0);
    const double vacancies = demand.vacancies_per_unemployed * static_cast<double>(held.back());
    const double all = static_cast<double>(world.reference->employed);
    for (std::size_t i = 0; i < jobs.filled.size(); ++i) {
        jobs.wanted[i] = jobs.filled[i] * (1.0 + vacancies / all);
    }
    jobs.base = jobs.wanted;
    jobs.fill.fill(demand.hiring_pace);
    jobs.fill_reference = jobs.fill;
}

void open_people(World& world) {
    auto& people = world.people;
    Recoveries no_recovery;
    no_recovery.fill(never);
    for_each<PersonId>(people.size(), [&](PersonId p) {
        people.recovered[p] = no_recovery;
        people.job_zone[p] = {};
        people.open_case[p] = {};
        people.last_job_end[p] = never;
        people.met[p] = never;
        people.job_since[p] = never;
    });
    for_each<HouseholdId>(world.households.size(), [&](HouseholdId h) {
        world.households.recovered[h] = no_recovery;
        world.households.first_case[h] = {};
    });
}

}  // namespace

World open_world(const Scenario& scenario, const Place& place, std::uint32_t replicate) {
    return open_world(scenario.settings, scenario.parameters, place, replicate);
}

World open_world(const Settings& settings,
                 const Parameters& parameters,
                 const Place& place,
                 std::uint32_t replicate) {
    const auto opening = static_cast<Month>(-settings.burn_in);
    const Draws luck{settings.seed, replicate, opening};
    World world;
    const auto geography = std::make_shared<Geography>(survey(place, settings.start.year));
    world.geography = geography;
    const auto reference = std::make_shared<Reference>();
    world.reference = reference;
    reference->counted = counted_barriers(parameters);
    reference->ill_health = health_barriers(parameters);
    reference->cholesky = cholesky_of(parameters);
    const Latent latent{parameters, *geography, reference->cholesky};

    draw_structure(world, place, parameters, luck, opening);
    open_people(world);
    for_each<PersonId>(world.people.size(), [&](PersonId p) {
        if (world.people.activity[p] != Activity::child) {
            world.people.qualification[p] = static_cast<std::uint8_t>(
                draw_qualification(world, parameters, luck, p, opening - world.people.birth[p]));
        }
    });
    reference->people =
        ordered_sum<PersonId>(world.people.size(), std::int64_t{0}, [&](PersonId p) {
            return std::int64_t{world.people.activity[p] != Activity::child};
        });
    draw_barriers(world, *reference, parameters, latent, luck, opening);
    draw_activities(world, *reference, place, parameters, luck, opening);
    solve_onsets(world, *reference, parameters, opening);
    open_jobs(world, parameters.labour_demand);
    for (std::uint16_t n = 0; n < world.neighbourhoods.size(); ++n) {
        world.neighbourhoods.capital[{n}] = parameters.engagement.capital_start;
    }
    return world;
}

}  // namespace foothold
