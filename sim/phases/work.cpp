#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/phases/row_words.hpp"

#include <algorithm>

namespace foothold {

namespace {

double separation_hazard(const World& world, const MonthContext& now, PersonId p) {
    const WorkParameters& rules = now.parameters.work;
    const int tenure = now.month - world.people.job_since[p];
    const double young = rules.new_job_excess * exponential(-tenure / rules.new_job_memory);
    const CaseId open = world.people.open_case[p];
    const double supported = open && world.support.cases[open.row].advocate ? rules.supported : 1.0;
    return rules.separation[world.people.job_tier[p]] * (1.0 + young)
           * now.effects.separation(world.barriers(p)) * supported;
}

Activity after_separation(const World& world, const MonthContext& now, PersonId p, double u) {
    const WorkParameters& rules = now.parameters.work;
    const bool ill = now.effects.is_ill(world.barriers(p));
    if (u >= (ill ? rules.to_inactivity_ill : rules.to_inactivity)) {
        return Activity::searching;
    }
    return ill ? Activity::sick : Activity::inactive;
}

void separate(World& world, const MonthContext& now, const RowWords& words, PersonId p) {
    auto& people = world.people;
    if (people.activity[p] != Activity::employed || people.job_since[p] == now.month) {
        return;
    }
    if (!strikes(words.unit_of(p, 0), separation_hazard(world, now, p))) {
        return;
    }
    people.activity[p] = after_separation(world, now, p, words.unit_of(p, 1));
    people.since[p] = now.month;
    people.last_job_end[p] = now.month;
    people.out_since[p] = now.month;
    people.job_zone[p] = {};
    people.job_since[p] = never;
}

}  // namespace

/// Jobs end: sooner when new, insecure or held against barriers, later with support in work. The
/// job falls vacant and is open next month if the zone still wants it.
///
/// Reads   people.{job_tier, job_since, barriers, open_case}
/// Writes  people.{activity, since, last_job_end, out_since, job_zone, job_since}
/// Draws   separation: one per employed person
void work(World& world, const MonthContext& now) {
    for_each_piece(world.people.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::separation, first, last};
        for (std::size_t row = first; row < last; ++row) {
            separate(world, now, words, PersonId{static_cast<std::uint32_t>(row)});
        }
    });
}

}  // namespace foothold
