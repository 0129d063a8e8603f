#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/race.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// Whether Universal Credit asks somebody out of work to look for it: not the long-term sick or
/// others who are ill, nor carers.
bool must_search(const World& world, const MonthContext& now, PersonId p) {
    const BarrierSet barriers = world.barriers(p);
    return world.people.activity[p] != Activity::sick
           && world.households.universal_credit[world.people.household[p]] != 0
           && !now.effects.is_ill(barriers) && (barriers & now.effects.caring()) == 0;
}

/// How much of what long worklessness does to search has set in, from 0 to 1.
double long_out(const World& world, const MonthContext& now, PersonId p) {
    return now.effects.long_out(months_out_of_work(world, p, now.month));
}

/// Log hazard ratio of looking for work: of starting to, and the other way round of giving up. More
/// where more around have work, where a job would bring the household more, and where benefits ask
/// for it.
double drive(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    const double around = world.neighbourhoods.catchment_employment[world.neighbourhood(p)]
                          - world.reference->employment();
    return (now.parameters.mechanisms.norms ? search.local_employment * points * around : 0.0)
           + search.gain_from_work * hundreds_gained(world, p)
           + (must_search(world, now, p) ? search.conditionality : 0.0);
}

/// How much faster than others somebody who does what they do starts to search. [1]
double start_of_kind(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    const Activity activity = world.people.activity[p];
    return activity == Activity::sick      ? search.sick_start * world.balance.sick.scale
           : activity == Activity::retired ? search.retired_start
                                           : world.balance.inactive.scale;
}

/// Hazard that somebody inactive starts to search. [1/month]
double start_hazard(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    const double readiness = readiness_of(world, now.parameters, now.effects, p);
    return search.start_search * readiness * start_of_kind(world, now, p)
           * exponential(static_cast<double>(world.people.ease[p]) + drive(world, now, p)
                         - search.discouragement * long_out(world, now, p));
}

/// No less than that hazard: of somebody as confident as can be.
double most_start_hazard(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    return search.start_search * now.effects.readiness_range(world.barriers(p)).most
           * start_of_kind(world, now, p)
           * exponential_above(static_cast<double>(world.people.ease[p]) + drive(world, now, p)
                               - search.discouragement * long_out(world, now, p));
}

/// Hazard that a searcher gives up. [1/month]
double stop_hazard(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    const double readiness = readiness_of(world, now.parameters, now.effects, p);
    return search.give_up * (1.0 - readiness)
           * exponential(search.weariness * long_out(world, now, p) - drive(world, now, p));
}

/// No less than that hazard: of somebody without any confidence.
double most_stop_hazard(const World& world, const MonthContext& now, PersonId p) {
    const SearchParameters& search = now.parameters.search;
    return search.give_up * (1.0 - now.effects.readiness_range(world.barriers(p)).least)
           * exponential_above(search.weariness * long_out(world, now, p) - drive(world, now, p));
}

void decide(World& world, const MonthContext& now, const RowWords& words, PersonId p) {
    auto& people = world.people;
    const double u = words.uniform_of(p);
    if (people.activity[p] == Activity::searching) {
        if (u < most_stop_hazard(world, now, p) && strikes(u, stop_hazard(world, now, p))) {
            people.activity[p] =
                outside_labour_market(world, now.parameters, now.effects, p, words.unit_of(p, 2));
            people.since[p] = now.month;
        }
    } else if (u < most_start_hazard(world, now, p) && strikes(u, start_hazard(world, now, p))) {
        people.activity[p] = Activity::searching;
        people.since[p] = now.month;
    }
}

}  // namespace

/// The workless decide whether to look for work; then applicants race for this month's vacancies.
///
/// Reads   people.{household, birth, activity, out_since, barriers, confidence, ease,
///         gain_from_work, qualification, job_zone, job_tier, apprentice_until, open_case},
///         households.{neighbourhood, barriers,
///         universal_credit}, cases.{advocate, budget_spent},
///         neighbourhoods.{employment, catchment_employment}, balance.{employed, inactive, sick},
///         jobs.vacancies
/// Writes  people.{activity, since, job_zone, job_tier, job_since, apprentice_until}, jobs.hires
/// Draws   search_change: one per workless person; application_race: one per person who may apply;
///         application_zone: one per applicant in time; hiring_slots: one per zone and tier that
///         somebody applied for in time
/// Keeps   hires <= vacancies in every zone and tier
void job_search(World& world, const MonthContext& now) {
    for_each_piece(world.people.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::search_change, first, last};
        const auto workless = rows_kept<PersonId>(
            first, last, [&](PersonId p) { return is_workless(world.people.activity[p]); });
        for (const PersonId p : workless) {
            decide(world, now, words, p);
        }
    });
    race_for_vacancies(world, now);
}

}  // namespace foothold
