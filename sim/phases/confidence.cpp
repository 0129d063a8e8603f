#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <array>
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

/// How somebody's confidence moves, by what they do: looked up, so that the processor has nothing
/// to guess.
struct Motion {
    int out = 0;        // 1 for whom months out of work count
    float pace = 0.0F;  // [1/month] share of the way that confidence comes; 0 in no working age
};

std::array<Motion, static_cast<std::size_t>(Activity::aged_out) + 1> motions(float pace) {
    std::array<Motion, static_cast<std::size_t>(Activity::aged_out) + 1> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto activity = static_cast<Activity>(i);
        all[i] = {is_workless(activity) ? 1 : 0, is_working_age(activity) ? pace : 0.0F};
    }
    return all;
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
    const auto motion_of =
        motions(static_cast<float>(chance_of(1.0 / now.parameters.casework.confidence_memory)));
    People& people = world.people;
    const int longest = static_cast<int>(lost.size()) - 1;
    for_each_piece(people.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        const Activity* activity = people.activity.values().data();
        const Month* out_since = people.out_since.values().data();
        const float* own = people.own_confidence.values().data();
        float* confidence = people.confidence.values().data();
        const int month = now.month;
        for (std::size_t row = first; row < last; ++row) {
            const Motion motion = motion_of[static_cast<std::size_t>(activity[row])];
            const int spell = motion.out * (month - out_since[row]);
            const float less = lost[static_cast<std::size_t>(std::clamp(spell, 0, longest))];
            const float level = std::min(std::max(own[row] - less, 0.0F), 1.0F);
            confidence[row] += (level - confidence[row]) * motion.pace;
        }
    });
}

}  // namespace foothold
