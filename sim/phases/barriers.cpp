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
    StreamWords(const MonthContext& now, BarrierSet kinds) : now_{now} {
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

  private:
    const MonthContext& now_;
    std::vector<std::uint32_t> blocks_;
    std::array<std::size_t, most_barriers> column_{};
    std::vector<std::uint32_t> words_;  // shape [block * 4][row]
    std::size_t rows_ = 0;
};

/// What age and qualification multiply an onset by; a household's do not count.
double own_ratio(const World& world, PersonId p, std::size_t k, Month now) {
    return world.reference->person_ratio(
        k, now - world.people.birth[p], world.people.qualification[p]);
}

double own_ratio(const World&, HouseholdId, std::size_t, Month) {
    return 1.0;
}

/// What happens to the barriers `kinds` of one person or household this month.
template <class IdT>
BarrierSet changed(const World& world,
                   const MonthContext& now,
                   IdT id,
                   NeighbourhoodId place,
                   BarrierSet kinds,
                   BarrierSet own,
                   BarrierSet all,
                   std::size_t row,
                   const StreamWords& onsets,
                   const StreamWords& recoveries) {
    const BarrierHazards& hazards = now.hazards;
    const Reference& reference = *world.reference;
    BarrierSet flips = 0;
    const double* place_ratio = &reference.onset_place[place.row * hazards.kinds()];
    for (unsigned rest = kinds; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(rest));
        const auto bit = static_cast<BarrierSet>(1U << k);
        double hazard = 0.0;
        double u = 0.0;
        if (own & bit) {
            u = recoveries.unit_of(row, k);
            hazard = now.parameters.barriers.items[k].recovery * hazards.recovery_ratio(all, k);
        } else {
            u = onsets.unit_of(row, k);
            const double base =
                reference.onset[k] * place_ratio[k] * own_ratio(world, id, k, now.month);
            if (u >= base * hazards.largest_onset_ratio(k, all)) {
                continue;  // no history could bring the hazard up to u: most draws end here
            }
            hazard = base * hazards.onset_ratio(world, id, k, now.month);
        }
        flips = static_cast<BarrierSet>(flips | (u < chance_of(hazard) ? bit : 0));
    }
    return flips;
}

template <class Per, class Recovered>
void apply(Per& present, Recovered& recovered, BarrierSet flips, Month now) {
    for (unsigned lifted = present & flips; lifted != 0; lifted &= lifted - 1) {
        recovered[static_cast<std::size_t>(std::countr_zero(lifted))] = now;
    }
    present = static_cast<BarrierSet>(present ^ flips);
}

/// One household's turn: everybody's changes are decided from last month's barriers, then made.
struct Turn {
    World& world;
    const MonthContext& now;
    StreamWords onsets{now, now.hazards.personal()};
    StreamWords recoveries{now, now.hazards.personal()};
    StreamWords shared_onsets{now, now.hazards.shared()};
    StreamWords shared_recoveries{now, now.hazards.shared()};
    std::vector<BarrierSet> flips{};

    BarrierSet shared_flips(HouseholdId h, std::size_t row) const {
        const auto& households = world.households;
        const std::uint32_t first = households.first[h].row;
        bool anybody = false;
        for (std::uint32_t r = first; r < first + households.members[h]; ++r) {
            anybody = anybody || is_working_age(world.people.activity[PersonId{r}]);
        }
        return anybody ? changed(world,
                                 now,
                                 h,
                                 households.neighbourhood[h],
                                 now.hazards.shared(),
                                 households.barriers[h],
                                 barriers_in(world, h),
                                 row,
                                 shared_onsets,
                                 shared_recoveries)
                       : BarrierSet{0};
    }

    void take(HouseholdId h, std::size_t household_row, std::uint32_t first_row) {
        auto& households = world.households;
        auto& people = world.people;
        const std::uint32_t first = households.first[h].row;
        const std::size_t size = households.members[h];
        const BarrierSet shared = shared_flips(h, household_row);
        flips.assign(size, 0);
        for (std::size_t i = 0; i < size; ++i) {
            const PersonId p{first + static_cast<std::uint32_t>(i)};
            if (is_working_age(people.activity[p])) {
                flips[i] = changed(world,
                                   now,
                                   p,
                                   households.neighbourhood[h],
                                   now.hazards.personal(),
                                   people.barriers[p],
                                   world.barriers(p),
                                   p.row - first_row,
                                   onsets,
                                   recoveries);
            }
        }
        for (std::size_t i = 0; i < size; ++i) {
            const PersonId p{first + static_cast<std::uint32_t>(i)};
            apply(people.barriers[p], people.recovered[p], flips[i], now.month);
        }
        apply(households.barriers[h], households.recovered[h], shared, now.month);
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
        for (std::uint32_t row = first; row < last; ++row) {
            take(HouseholdId{row}, row - first, from);
        }
    }
};

}  // namespace

/// Barriers appear, lift by themselves, and come back: each by its own hazard, which other barriers
/// of the person and the household, time out of work and jobs lost or found raise or slow.
///
/// Reads   people.{barriers, activity, recovered, last_job_end, job_since}, households.barriers
/// Writes  people.{barriers, recovered}, households.{barriers, recovered}
/// Draws   barrier_onset, barrier_recovery: one per person and barrier; shared_onset,
/// shared_recovery: one
///         per household and barrier
void barriers(World& world, const MonthContext& now) {
    constexpr std::size_t households_per_batch = 128;
    for_each_piece(
        world.households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
            Turn turn{world, now};
            for (std::size_t at = first; at < last; at += households_per_batch) {
                turn.take_all(
                    static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(std::min(at + households_per_batch, last)));
            }
        });
}

}  // namespace foothold
