#pragma once

#include "sim/core/mathematics.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/reference.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace foothold {

/// One person's or household's barriers at the start of the month, and what bears on them.
template <class IdT>
struct Subject {
    IdT id;
    BarrierSet kinds;  // that may change
    BarrierSet own;    // present
    BarrierSet all;    // present, with the household's
    BarrierSet slow;   // chronic, of those present
    const Recoveries& recovered;
    const double* place_ratios;   // shape [barrier]
    const double* person_ratios;  // shape [barrier]; a household's are its householder's
};

/// What becomes of a barrier in a month, or of several.
struct Change {
    BarrierSet flips = 0;    // that appear or lift
    BarrierSet chronic = 0;  // of those that appear, which turn out chronic
};

/// Whether barrier k appears. Most draws end at a bound that no history could reach.
template <class IdT>
Change appears(
    const World& world, const MonthContext& now, const Subject<IdT>& it, std::size_t k, double u) {
    const double base = world.reference->onset[k] * it.place_ratios[k] * it.person_ratios[k];
    const bool fresh = it.recovered[k] == never;
    if (u >= base * now.hazards.largest_onset_ratio(k, it.all, fresh)) {
        return {};
    }
    const double hazard = base * now.hazards.onset_ratio(world, it.id, k, now.month);
    if (!strikes(u, hazard)) {
        return {};
    }
    const auto bit = static_cast<BarrierSet>(1U << k);
    return {bit, now.hazards.turns_chronic(k, u, hazard) ? bit : BarrierSet{0}};
}

inline Change
lifts(const MonthContext& now, std::size_t k, BarrierSet all, BarrierSet slow, double u) {
    const double hazard = now.parameters.barriers.items[k].recovery;
    const bool lifted = strikes(u, hazard * now.hazards.recovery_ratio(all, slow, k));
    return {static_cast<BarrierSet>(lifted ? 1U << k : 0U), 0};
}

/// The barriers that change this month.
template <class IdT>
Change changed(const World& world,
               const MonthContext& now,
               const Subject<IdT>& it,
               const HazardBounds& bounds,
               const std::uint32_t* onset_words,
               const std::uint32_t* recovery_words) {
    Change all;
    for (unsigned rest = it.kinds; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(rest));
        const std::size_t word = bounds.word_of(k);
        const Change one = it.own & (1U << k)
                               ? lifts(now, k, it.all, it.slow, unit(recovery_words[word]))
                               : appears(world, now, it, k, unit(onset_words[word]));
        all.flips = static_cast<BarrierSet>(all.flips | one.flips);
        all.chronic = static_cast<BarrierSet>(all.chronic | one.chronic);
    }
    return all;
}

template <class Per, class Recovered>
void apply(Per& present, Per& chronic, Recovered& recovered, Change change, Month now) {
    for (unsigned lifted = present & change.flips; lifted != 0; lifted &= lifted - 1) {
        recovered[static_cast<std::size_t>(std::countr_zero(lifted))] = now;
    }
    present = static_cast<BarrierSet>(present ^ change.flips);
    chronic = static_cast<BarrierSet>((chronic & ~change.flips) | change.chronic);
}

}  // namespace foothold
