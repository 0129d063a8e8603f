#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/job_quality.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/phases/rows_kept.hpp"
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

double largest_of(const std::vector<double>& values) {
    return values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
}

/// What no hazard of losing a job exceeds: multiplied in the order of `separation_hazard`, each
/// part as large as it can be or exactly what it is there, so that rounding cannot matter either.
class SeparationBound {
  public:
    SeparationBound(const World& world,
                    const MonthContext& now,
                    const std::vector<double>& ratio_by_place)
        : effects_{now.effects}, supported_{std::max(1.0, now.parameters.work.supported)},
          young_{std::max(1.0, now.parameters.work.young)}, place_{largest_of(ratio_by_place)},
          cut_{largest_of(world.jobs.cut)} {
        const WorkParameters& rules = now.parameters.work;
        for (int tenure = 0; tenure <= longest + 1; ++tenure) {
            const double newness =
                tenure <= longest ? exponential(-tenure / rules.new_job_memory) : 1.0;
            for (std::size_t tier = 0; tier < tiers; ++tier) {
                by_job_.push_back(rules.separation[tier] * (1.0 + rules.new_job_excess * newness));
            }
        }
    }

    /// [1/month] of somebody with this tenure [month], not negative, and these barriers
    double of(int tenure, std::size_t tier, BarrierSet present) const {
        const auto months = static_cast<std::size_t>(std::min(tenure, longest + 1));
        return by_job_[months * tiers + tier] * effects_.separation(present) * supported_ * young_
                   * place_
               + cut_;
    }

  private:
    static constexpr int longest = working_age_ends - school_ends;  // [month] of tenure, but one

    const BarrierEffects& effects_;
    double supported_;
    double young_;
    double place_;
    double cut_;
    std::vector<double> by_job_;  // shape [month of tenure][tier]; last for any longer tenure
};

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

/// Those at work whom the month may concern: the draw may end the job, or an apprenticeship is
/// over.
std::vector<PersonId> concerned(const World& world,
                                const MonthContext& now,
                                const RowWords& words,
                                const SeparationBound& bound,
                                std::size_t first,
                                std::size_t last) {
    const People& people = world.people;
    auto found = rows_kept<PersonId>(
        first, last, [&](PersonId p) { return people.activity[p] == Activity::employed; });
    std::erase_if(found, [&](PersonId p) {
        const int tenure = now.month - people.job_since[p];
        return words.unit_of(p, 0) >= bound.of(tenure, people.job_tier[p], world.barriers(p))
               && people.apprentice_until[p] != now.month;
    });
    return found;
}

/// The month's turn of somebody at work.
void separate(World& world,
              const MonthContext& now,
              const RowWords& words,
              const std::vector<double>& by_place,
              PersonId p) {
    auto& people = world.people;
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
    const SeparationBound bound{world, now, by_place};
    for_each_piece(world.people.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::separation, first, last};
        for (const PersonId p : concerned(world, now, words, bound, first, last)) {
            separate(world, now, words, by_place, p);
        }
    });
    jobs_turn_worse_or_better(world, now);
}

}  // namespace foothold
