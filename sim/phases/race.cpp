#include "sim/phases/race.hpp"

#include "sim/core/contracts.hpp"
#include "sim/phases/applications.hpp"
#include "sim/policy/shocks.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace foothold {

namespace {

/// The applications for one zone and tier, in the order in which they are served.
using Queue = std::span<const Application>;

/// Hiring decisions of a zone and tier this month: a share of its vacancies, the fraction rounded
/// by luck.
std::int32_t decisions(const World& world, const MonthContext& now, std::uint32_t job) {
    const double expected = world.jobs.vacancies[job] * now.parameters.labour_demand.hiring_pace;
    const double whole = std::floor(expected);
    const bool one_more = now.luck.happens(expected - whole, {job, 0}, Purpose::hiring_slots);
    return std::min(world.jobs.vacancies[job],
                    static_cast<std::int32_t>(whole) + (one_more ? 1 : 0));
}

/// A share of so many decisions, the fraction rounded by luck.
std::int32_t
reserved(const HiringClause& clause, const MonthContext& now, std::uint32_t job, int places) {
    const double expected = clause.share[job] * places;
    const double whole = std::floor(expected);
    const bool one_more =
        now.luck.happens(expected - whole, {job, 0}, Purpose::local_places, clause.address);
    return std::min(places, static_cast<std::int32_t>(whole) + (one_more ? 1 : 0));
}

void take_job(World& world, const MonthContext& now, PersonId p, std::uint32_t job) {
    People& people = world.people;
    if (people.activity[p] == Activity::student) {
        people.apprentice_until[p] =
            static_cast<Month>(now.month + now.parameters.tax_benefit.apprenticeship_months);
    } else if (people.activity[p] == Activity::employed) {
        people.apprentice_until[p] = never;  // what it taught is lost with the place
    }
    if (people.activity[p] != Activity::employed) {
        people.activity[p] = Activity::employed;
        people.since[p] = now.month;
    }
    people.job_zone[p] = {static_cast<std::uint16_t>(job / tiers)};
    people.job_tier[p] = static_cast<std::uint8_t>(job % tiers);
    people.job_since[p] = now.month;
}

/// Hires in order until `upto` have been hired in all; only those whom a clause names, if there is
/// one. Who has been hired is marked in `served`.
void hire(World& world,
          const MonthContext& now,
          Queue queue,
          std::int32_t upto,
          const HiringClause* clause,
          std::vector<std::uint8_t>& served) {
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const PersonId p = queue[i].person;
        const std::uint32_t job = queue[i].job;
        if (world.jobs.hires[job] >= upto) {
            return;
        }
        const bool comes_first =
            clause == nullptr
            || (clause->residents[world.neighbourhood(p).row] != 0
                && (!clause->out_of_work || is_workless(world.people.activity[p])));
        if (served[i] == 0 && comes_first) {
            served[i] = 1;
            ++world.jobs.hires[job];
            take_job(world, now, p, job);
        }
    }
}

/// First the places that clauses keep for those they name, then all others, and what those left.
void fill_places(World& world,
                 const MonthContext& now,
                 Queue queue,
                 const std::vector<HiringClause>& clauses) {
    const std::uint32_t job = queue.front().job;
    const std::int32_t places = decisions(world, now, job);
    std::vector<std::uint8_t> served(queue.size(), 0);
    for (const HiringClause& clause : clauses) {
        const std::int32_t kept = clause.share[job] > 0.0 ? reserved(clause, now, job, places) : 0;
        hire(world, now, queue, std::min(places, world.jobs.hires[job] + kept), &clause, served);
    }
    hire(world, now, queue, places, nullptr, served);
}

}  // namespace

void race_for_vacancies(World& world, const MonthContext& now) {
    const std::vector<Application> landed = gather_applications(world, now);
    const std::vector<HiringClause> clauses =
        now.burn_in()
            ? std::vector<HiringClause>{}
            : hiring_clauses(now.parameters.labour_demand, *world.geography, now.calendar);
    for (std::size_t first = 0; first < landed.size();) {
        const std::uint32_t job = landed[first].job;
        std::size_t last = first;
        while (last < landed.size() && landed[last].job == job) {
            ++last;
        }
        fill_places(world, now, Queue{landed}.subspan(first, last - first), clauses);
        FOOTHOLD_ENSURE(world.jobs.hires[job] <= world.jobs.vacancies[job]);
        first = last;
    }
}

}  // namespace foothold
