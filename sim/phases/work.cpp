#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/job_quality.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/policy/delivery.hpp"
#include "sim/state/ages.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

/// Hazard ratio of losing a job by where people live; shape [neighbourhood].
std::vector<double> ratio_by_place(const World& world, const MonthContext& now) {
    std::vector<double> ratio(world.neighbourhoods.size(), 1.0);
    const auto& solved = world.balance.employed;
    for (std::size_t n = 0; n < solved.size(); ++n) {
        ratio[n] = power(solved[n].scale, -now.parameters.work.place);
    }
    return ratio;
}

/// How new a job is: 1 when it begins, fading to 0 with tenure.
double newness(const World& world, const MonthContext& now, PersonId p) {
    const int tenure = now.month - world.people.job_since[p];
    return exponential(-tenure / now.parameters.work.new_job_memory);
}

double separation_hazard(const World& world, const MonthContext& now, PersonId p, double by_place) {
    const WorkParameters& rules = now.parameters.work;
    const double fresh = rules.new_job_excess * newness(world, now, p);
    const double supported =
        meets_advocate(world, now.scenario, p, now.month) ? rules.supported : 1.0;
    const double age = now.month - world.people.birth[p] < young_upto ? rules.young : 1.0;
    const std::size_t job =
        world.people.job_zone[p].row * tiers + std::size_t{world.people.job_tier[p]};
    return rules.separation[world.people.job_tier[p]] * (1.0 + fresh)
               * now.effects.separation(world.barriers(p)) * supported * age * by_place
           + world.jobs.cut[job];
}

Activity
after_separation(const World& world, const MonthContext& now, PersonId p, double u, double again) {
    const WorkParameters& rules = now.parameters.work;
    const bool ill = now.effects.is_ill(world.barriers(p));
    const double stops = ill ? rules.to_inactivity_ill : rules.to_inactivity;
    if (u >= stops * (1.0 - rules.still_looking * newness(world, now, p))) {
        return Activity::searching;
    }
    return outside_labour_market(world, now.parameters, now.effects, p, again);
}

void separate(World& world,
              const MonthContext& now,
              const RowWords& words,
              const std::vector<double>& by_place,
              PersonId p) {
    auto& people = world.people;
    if (people.activity[p] != Activity::employed) {
        return;
    }
    if (people.apprentice_until[p] == now.month) {
        const auto level = static_cast<std::uint8_t>(now.parameters.work.apprenticeship_level);
        people.qualification[p] = std::max(people.qualification[p], level);
    }
    if (people.job_since[p] == now.month) {
        return;
    }
    if (!strikes(words.unit_of(p, 0),
                 separation_hazard(world, now, p, by_place[world.neighbourhood(p).row]))) {
        return;
    }
    people.activity[p] = after_separation(world, now, p, words.unit_of(p, 1), words.unit_of(p, 2));
    people.since[p] = now.month;
    people.last_job_end[p] = now.month;
    people.out_since[p] = now.month;
    people.job_zone[p] = {};
    people.job_since[p] = never;
    people.apprentice_until[p] = never;
}

}  // namespace

/// Jobs end: sooner when new, insecure or held against barriers, when a shock has made them
/// unwanted, later with support in work. The job falls vacant and is open next month if the zone
/// still wants it. Apprentices who reach the end of their time are qualified. Some of the other
/// jobs turn worse and as many better.
///
/// Reads   people.{household, birth, activity, job_zone, job_tier, job_since, apprentice_until,
///         qualification, barriers, open_case}, households.{neighbourhood, barriers},
///         cases.advocate, balance.employed, jobs.cut
/// Writes  people.{activity, since, last_job_end, out_since, job_zone, job_tier, job_since,
///         apprentice_until, qualification}
/// Draws   separation: one per employed person; job_quality: one per person whose job may turn
/// Keeps   how many work in each zone and tier, but for the jobs that end
void work(World& world, const MonthContext& now) {
    const std::vector<double> by_place = ratio_by_place(world, now);
    for_each_piece(world.people.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::separation, first, last};
        for (std::size_t row = first; row < last; ++row) {
            separate(world, now, words, by_place, PersonId{static_cast<std::uint32_t>(row)});
        }
    });
    jobs_turn_worse_or_better(world, now);
}

}  // namespace foothold
