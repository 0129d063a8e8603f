#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/moves.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/newcomers.hpp"

#include <array>
#include <limits>

namespace foothold {

namespace {

constexpr int never_again = std::numeric_limits<int>::max();

/// By what somebody does, the age from which the month changes something or draws for them.
struct Concern {
    int from;     // [month] surely
    int retires;  // [month] if the draw of early retirement says so
};

constexpr std::array concerns{
    Concern{school_ends, never_again},                      // child
    Concern{std::numeric_limits<int>::min(), never_again},  // student
    Concern{working_age_ends, earliest_retirement},         // employed
    Concern{working_age_ends, earliest_retirement},         // searching
    Concern{working_age_ends, earliest_retirement},         // inactive
    Concern{working_age_ends, earliest_retirement},         // sick
    Concern{working_age_ends, never_again},                 // retired
    Concern{never_again, never_again},                      // aged_out
};

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

double retirement_hazard(const World& world, const MonthContext& now) {
    return now.parameters.demography.retire_from_55 * world.balance.retired.scale;
}

/// The month's turn of somebody whom it concerns.
void age_one(World& world, const MonthContext& now, PersonId p) {
    auto& people = world.people;
    const DemographyParameters& rates = now.parameters.demography;
    const Activity activity = people.activity[p];
    const int age = now.month - people.birth[p];
    if (activity == Activity::child) {
        come_of_age(world, now.parameters, now.luck, p, now.month);
    } else if (age >= working_age_ends) {
        leave_work_and_search(people, p, Activity::aged_out, now.month);
    } else if (activity == Activity::student) {
        const double hazard = age < duty_to_study_ends
                                  ? rates.leave_study_under_18
                                  : rates.leave_study_18_plus * world.balance.student.scale;
        if (strikes(now.luck.uniform(world.address(p), Purpose::study_end), hazard)) {
            leave_work_and_search(people, p, Activity::searching, now.month);
            finish_study(world, now.parameters, now.luck, p, now.month);
        }
    } else if (strikes(now.luck.uniform(world.address(p), Purpose::retirement),
                       retirement_hazard(world, now))) {
        leave_work_and_search(people, p, Activity::retired, now.month);
    }
}

/// The month's turn of people [first, last).
void age(World& world, const MonthContext& now, std::size_t first, std::size_t last) {
    const RowWords words{now.luck, world, Purpose::retirement, first, last};
    const double hazard = retirement_hazard(world, now);
    const auto concerned = rows_kept<PersonId>(first, last, [&](PersonId p) {
        const int age = now.month - world.people.birth[p];
        const Concern& concern = concerns[static_cast<std::size_t>(world.people.activity[p])];
        const bool surely = age >= concern.from;
        const bool may_retire = age >= concern.retires;
        const bool retires = words.uniform_of(p) < hazard;
        return static_cast<bool>(surely | (may_retire & retires));
    });
    for (const PersonId p : concerned) {
        age_one(world, now, p);
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
    // By whole households: who comes of age is drawn with what the household has in common.
    const auto& households = world.households;
    for_each_piece(households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const HouseholdId end{static_cast<std::uint32_t>(last - 1)};
        age(world,
            now,
            households.first[{static_cast<std::uint32_t>(first)}].row,
            std::size_t{households.first[end].row} + households.members[end]);
    });
    housing_moves(world, now);
}

}  // namespace foothold
