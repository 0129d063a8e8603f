#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

/// Confidence that a spell without work has cost once it has lasted so long. shape [month out]
std::vector<float> lost_by_spell(const Parameters& parameters) {
    const auto& bands = parameters.population.duration_upto;
    std::vector<float> lost(static_cast<std::size_t>(bands.empty() ? 0.0 : bands.back()) + 1);
    for (std::size_t months = 0; months < lost.size(); ++months) {
        const double spell = static_cast<double>(months) / parameters.search.duration_memory;
        lost[months] =
            static_cast<float>(parameters.population.confidence_out_of_work * chance_of(spell));
    }
    return lost;
}

}  // namespace

/// Everybody's confidence comes nearer to their own level in work or study, and to less the longer
/// they have been out of work. So what support adds fades unless the situation comes to support it,
/// and people differ as they did at the start.
///
/// Reads   people.{activity, out_since, own_confidence}
/// Writes  people.confidence
/// Draws   nothing
void confidence(World& world, const MonthContext& now) {
    const std::vector<float> lost = lost_by_spell(now.parameters);
    const auto pace =
        static_cast<float>(chance_of(1.0 / now.parameters.casework.confidence_memory));
    auto& people = world.people;
    for_each<PersonId>(people.size(), [&](PersonId p) {
        if (!is_working_age(people.activity[p])) {
            return;
        }
        const int out = std::max(0, months_out_of_work(world, p, now.month));
        const std::size_t spell = std::min(static_cast<std::size_t>(out), lost.size() - 1);
        const float level = std::clamp(people.own_confidence[p] - lost[spell], 0.0F, 1.0F);
        people.confidence[p] += (level - people.confidence[p]) * pace;
    });
}

}  // namespace foothold
