#include "foothold/members.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/moves.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/newcomers.hpp"

namespace foothold {

namespace {

void leave_work_and_search(People& people, PersonId p, Activity to, Month now) {
    if (people.activity[p] == Activity::employed) {
        people.last_job_end[p] = now;
        people.out_since[p] = now;
        people.job_zone[p] = {};
        people.job_since[p] = never;
        people.apprentice_until[p] = never;
    }
    if (people.activity[p] == Activity::student) {
        people.out_since[p] = now;
    }
    people.activity[p] = to;
    people.since[p] = now;
}

void age_one(World& world, const MonthContext& now, PersonId p) {
    auto& people = world.people;
    const DemographyParameters& rates = now.parameters.demography;
    const Activity activity = people.activity[p];
    const int age = now.month - people.birth[p];
    if (activity == Activity::aged_out) {
        return;
    }
    if (activity == Activity::child) {
        if (age >= school_ends) {
            come_of_age(world, now.parameters, now.luck, p, now.month);
        }
        return;
    }
    if (age >= working_age_ends) {
        leave_work_and_search(people, p, Activity::aged_out, now.month);
    } else if (activity == Activity::student) {
        const double hazard = age < duty_to_study_ends
                                  ? rates.leave_study_under_18
                                  : rates.leave_study_18_plus * world.balance.student.scale;
        if (strikes(now.luck.uniform(world.address(p), Purpose::study_end), hazard)) {
            leave_work_and_search(people, p, Activity::searching, now.month);
            finish_study(world, now.parameters, now.luck, p, now.month);
        }
    } else if (age >= earliest_retirement && activity != Activity::retired
               && strikes(now.luck.uniform(world.address(p), Purpose::retirement),
                          rates.retire_from_55 * world.balance.retired.scale)) {
        leave_work_and_search(people, p, Activity::retired, now.month);
    }
}

}  // namespace

/// People grow a month older: children come of age at 16, students finish, some retire early,
/// everybody leaves working age at 66. Then households move.
///
/// Reads   people.{birth, activity}, households
/// Writes  people, households
/// Draws   study_end, retirement: one per person concerned; household_move, refill: one per
/// household;
///         dwelling_rank: one per mover
/// Keeps   everybody's row; the number of dwellings in every neighbourhood
void demography(World& world, const MonthContext& now) {
    // A household turn: who comes of age is drawn with what the household has in common.
    for_each<HouseholdId>(world.households.size(), [&](HouseholdId h) {
        for (const PersonId p : members_of(world, h)) {
            age_one(world, now, p);
        }
    });
    housing_moves(world, now);
}

}  // namespace foothold
