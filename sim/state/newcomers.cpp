#include "sim/state/newcomers.hpp"

#include "foothold/members.hpp"

#include "sim/state/ages.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/latent.hpp"
#include "sim/state/opening_steps.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Barriers of the given scope in a latent vector.
BarrierSet barriers_of(const std::vector<double>& z,
                       const Reference& reference,
                       const Parameters& parameters,
                       Scope scope) {
    BarrierSet present = 0;
    for (std::size_t k = 0; k < z.size(); ++k) {
        if (parameters.barriers.items[k].scope == scope && z[k] > reference.threshold[k]) {
            present = static_cast<BarrierSet>(present | (1U << k));
        }
    }
    return present;
}

void forget(World& world, PersonId p) {
    auto& people = world.people;
    people.recovered[p].fill(never);
    people.barriers[p] = 0;
    people.chronic[p] = 0;
    people.job_zone[p] = {};
    people.job_tier[p] = 0;
    people.job_since[p] = never;
    people.apprentice_until[p] = never;
    people.last_job_end[p] = never;
    people.out_since[p] = never;
    people.met[p] = never;
    people.qualification[p] = 0;
    people.open_case[p] = {};
    people.gain_from_work[p] = 0.0F;
}

std::vector<double> latent_of(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    const HouseholdId h = world.people.household[p];
    const Latent latent{parameters, *world.geography, world.reference->cholesky};
    return latent.of(luck,
                     luck.at(world.households.arrived[h]),
                     world.address(h),
                     world.address(p),
                     world.households.neighbourhood[h],
                     now - world.people.birth[p],
                     world.people.qualification[p]);
}

void draw_adult(
    World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    const int age = now - world.people.birth[p];
    world.people.qualification[p] =
        static_cast<std::uint8_t>(draw_qualification(world, parameters, luck, p, age));
    const std::vector<double> z = latent_of(world, parameters, luck, p, now);
    const HouseholdId h = world.people.household[p];
    const BarrierSet own = barriers_of(z, *world.reference, parameters, Scope::personal);
    world.people.barriers[p] = own;
    world.people.chronic[p] = draw_chronic(parameters, luck, world.address(p), own);
    if (world.households.first[h] == p) {
        const BarrierSet shared = barriers_of(z, *world.reference, parameters, Scope::household);
        world.households.barriers[h] = shared;
        world.households.chronic[h] = draw_chronic(parameters, luck, world.address(h), shared);
    }
}

}  // namespace

void move_in(
    World& world, const Parameters& parameters, const Draws& luck, HouseholdId h, Month now) {
    auto& people = world.people;
    ++world.households.life[h];
    world.households.recovered[h].fill(never);
    world.households.arrived[h] = now;
    world.households.arrived_in[h] = world.households.neighbourhood[h];
    world.households.helped[h] = 0;
    world.households.first_case[h] = {};
    world.households.universal_credit[h] = 0;
    for (const PersonId p : members_of(world, h)) {
        people.life[p] = world.households.life[h];
        people.birth[p] = static_cast<Month>(now - people.opening_age[p]);
        people.activity[p] =
            people.opening_age[p] < school_ends ? Activity::child : Activity::inactive;
        people.since[p] = people.birth[p];
        forget(world, p);
        if (people.activity[p] != Activity::child) {
            draw_adult(world, parameters, luck, p, now);
        }
    }
    for (const PersonId p : members_of(world, h)) {
        if (people.activity[p] == Activity::child) {
            continue;
        }
        people.activity[p] = draw_activity(world, parameters, luck, p, now);
        draw_history(world, *world.reference, parameters, luck, p, now);
    }
}

void come_of_age(
    World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    forget(world, p);
    world.people.activity[p] = Activity::student;
    draw_adult(world, parameters, luck, p, now);
    draw_history(world, *world.reference, parameters, luck, p, now);
}

void finish_study(
    World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    auto& level = world.people.qualification[p];
    const int reached = draw_qualification(world, parameters, luck, p, now - world.people.birth[p]);
    level = std::max(level, static_cast<std::uint8_t>(reached));
}

}  // namespace foothold
