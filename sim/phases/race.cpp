#include "sim/phases/race.hpp"

#include "sim/core/contracts.hpp"
#include "sim/phases/applications.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// Hiring decisions of a zone and tier this month: a share of its vacancies, the fraction rounded
/// by luck.
std::int32_t decisions(const World& world, const MonthContext& now, std::uint32_t job) {
    const double expected = world.jobs.vacancies[job] * now.parameters.labour_demand.hiring_pace;
    const double whole = std::floor(expected);
    const bool one_more = now.luck.happens(expected - whole, {job, 0}, Purpose::hiring_slots);
    return std::min(world.jobs.vacancies[job],
                    static_cast<std::int32_t>(whole) + (one_more ? 1 : 0));
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

}  // namespace

void race_for_vacancies(World& world, const MonthContext& now) {
    const std::vector<Application> landed = gather_applications(world, now);
    for (std::size_t first = 0; first < landed.size();) {
        const std::uint32_t job = landed[first].job;
        const std::int32_t places = decisions(world, now, job);
        std::size_t last = first;
        for (; last < landed.size() && landed[last].job == job; ++last) {
            if (world.jobs.hires[job] < places) {
                ++world.jobs.hires[job];
                take_job(world, now, landed[last].person, job);
            }
        }
        FOOTHOLD_ENSURE(world.jobs.hires[job] <= world.jobs.vacancies[job]);
        first = last;
    }
}

}  // namespace foothold
