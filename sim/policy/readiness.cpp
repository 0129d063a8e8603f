#include "sim/policy/readiness.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <bit>

namespace foothold {

namespace {

/// Sum over the barriers of every possible set, each set from a smaller one.
template <class Value>
std::vector<double> sums_over_sets(const std::vector<Barrier>& barriers, Value value) {
    std::vector<double> sum(std::size_t{1} << barriers.size(), 0.0);
    for (std::size_t set = 1; set < sum.size(); ++set) {
        sum[set] =
            sum[set & (set - 1)] + value(barriers[static_cast<std::size_t>(std::countr_zero(set))]);
    }
    return sum;
}

}  // namespace

ByMonths::ByMonths(double memory) : memory_{memory} {
    constexpr int looked_up = 600;  // [month] a working life, more or less
    for (int months = 0; months < looked_up; ++months) {
        values_.push_back(chance_of(months / memory));
    }
}

BarrierEffects::BarrierEffects(const Parameters& parameters)
    : long_out_{parameters.search.discouragement_memory}, out_of_favour_{
                                                              parameters.search.duration_memory} {
    const auto& barriers = parameters.barriers.items;
    readiness_ = sums_over_sets(barriers, [](const Barrier& b) { return b.readiness; });
    hiring_ = sums_over_sets(barriers, [](const Barrier& b) { return b.hiring; });
    acceptance_ = sums_over_sets(barriers, [](const Barrier& b) { return b.acceptance; });
    separation_.assign(readiness_.size(), 1.0);
    for (std::size_t set = 1; set < separation_.size(); ++set) {
        separation_[set] = separation_[set & (set - 1)]
                           * barriers[static_cast<std::size_t>(std::countr_zero(set))].separation;
    }
    least_hiring_ = *std::min_element(hiring_.begin(), hiring_.end());
    const double by_confidence = parameters.search.readiness_per_confidence;
    for (const double lost : readiness_) {
        constexpr double leeway = 1e-9;  // more than rounding
        const double odds = parameters.search.readiness_base - lost;
        ranges_.push_back({inverse_logit(odds + std::min(0.0, by_confidence)) * (1.0 - leeway),
                           inverse_logit(odds + std::max(0.0, by_confidence)) * (1.0 + leeway)});
    }
    health_ = health_barriers(parameters);
    caring_ = barrier_named(parameters.barriers, parameters.population.caring_barrier);
    digital_ = barrier_named(parameters.barriers, parameters.casework.digital_barrier);
}

double readiness_of(const World& world,
                    const Parameters& parameters,
                    const BarrierEffects& effects,
                    PersonId p) {
    const SearchParameters& search = parameters.search;
    return inverse_logit(search.readiness_base - effects.readiness(world.barriers(p))
                         + search.readiness_per_confidence
                               * static_cast<double>(world.people.confidence[p]));
}

double hundreds_gained(const World& world, PersonId p) {
    constexpr double hundred = 100.0;  // [GBP/week]
    return static_cast<double>(world.people.gain_from_work[p]) / hundred;
}

double long_out(const World& world, const Parameters& parameters, PersonId p, Month now) {
    return chance_of(months_out_of_work(world, p, now) / parameters.search.discouragement_memory);
}

double standing_with_employers(const World& world,
                               const Parameters& parameters,
                               const BarrierEffects& effects,
                               PersonId p,
                               Month now) {
    const SearchParameters& search = parameters.search;
    const int out = months_out_of_work(world, p, now);
    return -effects.hiring(world.barriers(p))
           + search.hiring_per_level * world.people.qualification[p]
           - search.duration_penalty * effects.out_of_favour(out);
}

Activity outside_labour_market(const World& world,
                               const Parameters& parameters,
                               const BarrierEffects& effects,
                               PersonId p,
                               double u) {
    const bool stays_ill = effects.is_ill(world.barriers(p)) && u < parameters.search.becomes_sick;
    return stays_ill ? Activity::sick : Activity::inactive;
}

}  // namespace foothold
