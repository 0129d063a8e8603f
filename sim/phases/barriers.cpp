#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace foothold {

namespace {

constexpr std::uint32_t words_per_block = 4;

/// Random words of consecutive rows, one column per stream: the same numbers as one draw at a time.
class StreamWords {
  public:
    StreamWords(const MonthContext& now, BarrierSet kinds) : now_{now}, kinds_{kinds} {
        const auto& barriers = now.parameters.barriers.items;
        for (unsigned rest = kinds; rest != 0; rest &= rest - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(rest));
            const auto block = static_cast<std::uint32_t>(barriers[k].stream) / words_per_block;
            auto found = std::find(blocks_.begin(), blocks_.end(), block);
            if (found == blocks_.end()) {
                blocks_.push_back(block);
                found = blocks_.end() - 1;
            }
            column_[k] = static_cast<std::size_t>(found - blocks_.begin()) * words_per_block
                         + static_cast<std::size_t>(barriers[k].stream) % words_per_block;
        }
    }

    void fill(std::uint32_t first, std::span<const std::uint16_t> lives, Purpose purpose) {
        rows_ = lives.size();
        words_.resize(blocks_.size() * words_per_block * rows_);
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            std::uint32_t* base = &words_[b * words_per_block * rows_];
            now_.luck.words(first,
                            lives,
                            purpose,
                            blocks_[b],
                            {base, base + rows_, base + 2 * rows_, base + 3 * rows_});
        }
    }

    double unit_of(std::size_t row, std::size_t k) const {
        return unit(words_[column_[k] * rows_ + row]);
    }

    /// For every row, the barriers whose draw lies under the limit: all others are decided already.
    void find_below(const std::vector<double>& limits, std::vector<BarrierSet>& found) const {
        found.assign(rows_, 0);
        for (unsigned rest = kinds_; rest != 0; rest &= rest - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(rest));
            const std::uint32_t limit = word_limit(limits[k]);
            const auto bit = static_cast<BarrierSet>(1U << k);
            const std::uint32_t* column = &words_[column_[k] * rows_];
            for (std::size_t row = 0; row < rows_; ++row) {
                found[row] = static_cast<BarrierSet>(found[row] | (column[row] <= limit ? bit : 0));
            }
        }
    }

  private:
    /// The largest word whose number on (0, 1) may lie below `limit`.
    static std::uint32_t word_limit(double limit) {
        constexpr double words = 0x1.0p32;
        return limit >= 1.0 ? ~std::uint32_t{0} : static_cast<std::uint32_t>(limit * words);
    }

    const MonthContext& now_;
    BarrierSet kinds_;
    std::vector<std::uint32_t> blocks_;
    std::array<std::size_t, most_barriers> column_{};
    std::vector<std::uint32_t> words_;  // shape [block * 4][row]
    std::size_t rows_ = 0;
};

/// One person's or household's barriers at the start of the month, and what bears on them.
template <class IdT>
struct Subject {
    IdT id;
    std::size_t row;   // in the words made for it
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

Change lifts(const MonthContext& now, std::size_t k, BarrierSet all, BarrierSet slow, double u) {
    const double hazard = now.parameters.barriers.items[k].recovery;
    const bool lifted = strikes(u, hazard * now.hazards.recovery_ratio(all, slow, k));
    return {static_cast<BarrierSet>(lifted ? 1U << k : 0U), 0};
}

/// The barriers that change this month.
template <class IdT>
Change changed(const World& world,
               const MonthContext& now,
               const Subject<IdT>& it,
               const StreamWords& onsets,
               const StreamWords& recoveries) {
    Change all;
    for (unsigned rest = it.kinds; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(rest));
        const Change one = it.own & (1U << k)
                               ? lifts(now, k, it.all, it.slow, recoveries.unit_of(it.row, k))
                               : appears(world, now, it, k, onsets.unit_of(it.row, k));
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

/// Upper limits of every onset hazard anywhere in the place: for those free of barriers and for
/// others.
struct OnsetLimits {
    std::vector<double> free;    // shape [barrier]
    std::vector<double> others;  // shape [barrier]

    OnsetLimits(const Reference& reference, const BarrierHazards& hazards) {
        const auto any = static_cast<BarrierSet>((1U << hazards.kinds()) - 1U);
        for (std::size_t k = 0; k < hazards.kinds(); ++k) {
            const double base = reference.onset[k] * reference.largest_ratio[k];
            free.push_back(base * hazards.largest_onset_ratio(k, 0, false));
            others.push_back(base * hazards.largest_onset_ratio(k, any, false));
        }
    }
};

/// One household's turn: everybody's changes are decided from last month's barriers, then made.
struct Turn {
    World& world;
    const MonthContext& now;
    const OnsetLimits& limits;
    StreamWords onsets{now, now.hazards.personal()};
    StreamWords recoveries{now, now.hazards.personal()};
    StreamWords shared_onsets{now, now.hazards.shared()};
    StreamWords shared_recoveries{now, now.hazards.shared()};
    std::vector<Change> changes{};
    std::vector<BarrierSet>
        open_if_free{};              // shape [row]; personal onsets that the draw leaves open
    std::vector<BarrierSet> open{};  // shape [row]; the same beside other barriers
    std::vector<BarrierSet>
        shared_open_if_free{};  // shape [household]; the same of shared barriers
    std::vector<BarrierSet> shared_open{};

    Change shared_change(HouseholdId h, std::size_t row, BarrierSet everybodys) const {
        const auto& households = world.households;
        const BarrierSet open_here = everybodys == 0 ? shared_open_if_free[row] : shared_open[row];
        const auto kinds = static_cast<BarrierSet>(households.barriers[h] | open_here);
        if (kinds == 0 || !has_adults(world, h)) {
            return {};
        }
        const PersonId first = households.first[h];
        const Subject<HouseholdId> it{
            h,
            row,
            kinds,
            households.barriers[h],
            everybodys,
            households.chronic[h],
            households.recovered[h],
            world.reference->place_ratios(households.neighbourhood[h].row),
            world.reference->person_ratios(now.month - world.people.birth[first],
                                           world.people.qualification[first])};
        return changed(world, now, it, shared_onsets, shared_recoveries);
    }

    Change personal_change(HouseholdId h, PersonId p, std::size_t row) const {
        const auto& people = world.people;
        const BarrierSet own = people.barriers[p];
        const BarrierSet all = world.barriers(p);
        const auto kinds =
            static_cast<BarrierSet>(own | (all == 0 ? open_if_free[row] : open[row]));
        if (kinds == 0) {
            return {};
        }
        const Reference& reference = *world.reference;
        const Subject<PersonId> it{
            p,
            row,
            kinds,
            own,
            all,
            people.chronic[p],
            people.recovered[p],
            reference.place_ratios(world.households.neighbourhood[h].row),
            reference.person_ratios(now.month - people.birth[p], people.qualification[p])};
        return changed(world, now, it, onsets, recoveries);
    }

    void take(HouseholdId h, std::size_t household_row, std::uint32_t first_row) {
        auto& households = world.households;
        auto& people = world.people;
        const std::uint32_t first = households.first[h].row;
        const std::size_t size = households.members[h];
        const Change shared = shared_change(h, household_row, barriers_in(world, h));
        changes.assign(size, {});
        for (std::size_t i = 0; i < size; ++i) {
            const PersonId p{first + static_cast<std::uint32_t>(i)};
            if (is_working_age(people.activity[p])) {
                changes[i] = personal_change(h, p, p.row - first_row);
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            const PersonId p{first + static_cast<std::uint32_t>(i)};
            apply(
                people.barriers[p], people.chronic[p], people.recovered[p], changes[i], now.month);
        }
        apply(households.barriers[h],
              households.chronic[h],
              households.recovered[h],
              shared,
              now.month);
    }

    /// Households [first, last), with their random words made many at a time.
    void take_all(std::uint32_t first, std::uint32_t last) {
        const auto& households = world.households;
        const HouseholdId end{last - 1};
        const std::uint32_t from = households.first[HouseholdId{first}].row;
        const std::uint32_t to = households.first[end].row + households.members[end];
        const std::span lives{world.people.life.values()};
        const std::span household_lives{households.life.values()};
        onsets.fill(from, lives.subspan(from, to - from), Purpose::barrier_onset);
        recoveries.fill(from, lives.subspan(from, to - from), Purpose::barrier_recovery);
        shared_onsets.fill(
            first, household_lives.subspan(first, last - first), Purpose::shared_onset);
        shared_recoveries.fill(
            first, household_lives.subspan(first, last - first), Purpose::shared_recovery);
        onsets.find_below(limits.free, open_if_free);
        onsets.find_below(limits.others, open);
        shared_onsets.find_below(limits.free, shared_open_if_free);
        shared_onsets.find_below(limits.others, shared_open);
        for (std::uint32_t row = first; row < last; ++row) {
            take(HouseholdId{row}, row - first, from);
        }
    }
};

}  // namespace

/// Barriers appear, lift by themselves, and come back: each by its own hazard, which other barriers
/// of the person and the household, time out of work and jobs lost or found raise or slow. Some
/// turn out chronic when they appear and then lift slowly.
///
/// Reads   people.{barriers, chronic, activity, recovered, last_job_end, since, birth},
///         households.{barriers, chronic, recovered}
/// Writes  people.{barriers, chronic, recovered}, households.{barriers, chronic, recovered}
/// Draws   barrier_onset, barrier_recovery: one per person and barrier;
///         shared_onset, shared_recovery: one per household and barrier
void barriers(World& world, const MonthContext& now) {
    constexpr std::size_t households_per_batch = 128;
    const OnsetLimits limits{*world.reference, now.hazards};
    for_each_piece(
        world.households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
            Turn turn{world, now, limits};
            for (std::size_t at = first; at < last; at += households_per_batch) {
                turn.take_all(
                    static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(std::min(at + households_per_batch, last)));
            }
        });
}

}  // namespace foothold
