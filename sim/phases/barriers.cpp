#include "foothold/members.hpp"

#include "sim/core/lanes.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// Random words of consecutive rows, those of a row side by side: the same numbers as one draw at a
/// time.
class WordsByRow {
  public:
    WordsByRow(const MonthContext& now, const HazardBounds& bounds, Purpose purpose)
        : now_{now}, bounds_{bounds}, purpose_{purpose} {}

    void fill(std::uint32_t first, std::span<const std::uint16_t> lives) {
        words_.resize(bounds_.width() * lives.size());
        for (std::size_t b = 0; b < bounds_.blocks().size(); ++b) {
            now_.luck.words_side_by_side(
                first, lives, purpose_, bounds_.blocks()[b], &words_[4 * b], bounds_.width());
        }
    }

    const std::uint32_t* of(std::size_t row) const { return words_.data() + row * bounds_.width(); }

  private:
    const MonthContext& now_;
    const HazardBounds& bounds_;
    Purpose purpose_;
    std::vector<std::uint32_t> words_;  // shape [row][word]
};

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

/// What places and people multiply onset hazards by, as the bounds of one scope are laid out.
struct Ratios {
    std::vector<float> of_place;   // shape [neighbourhood][word]; with the hazard itself [1/month]
    std::vector<float> of_person;  // shape [year of age from 16][level][word]

    Ratios(const World& world, const HazardBounds& bounds) {
        const Reference& reference = *world.reference;
        const std::size_t kinds = reference.threshold.size();
        ByCase hazard = reference.onset_place;
        for (std::size_t i = 0; i < hazard.size(); ++i) {
            hazard[i] *= reference.onset[i % kinds];
        }
        of_place = bounds.laid_out(hazard);
        of_person = bounds.laid_out(reference.onset_person);
    }
};

/// The barriers that have lifted before; never set where there is no barrier.
BarrierSet recovered_before(const Recoveries& recovered) {
    static_assert(std::tuple_size_v<Recoveries> == 16);
    return static_cast<BarrierSet>(others_than(never, recovered.data())
                                   | (others_than(never, recovered.data() + 8) << 8U));
}

/// Barriers of a household taken together.
struct Together {
    BarrierSet any;    // that anybody in it faces, own or shared
    std::size_t load;  // personal barriers that count, of all members; at most as many as matter
};

Together barriers_together(const World& world, const BarrierHazards& hazards, HouseholdId h) {
    Together all{world.households.barriers[h], 0};
    for (const PersonId p : members_of(world, h)) {
        const BarrierSet own = world.people.barriers[p];
        all.any = static_cast<BarrierSet>(all.any | own);
        all.load += hazards.load_of(own);
    }
    all.load = std::min(all.load, BarrierHazards::most_load);
    return all;
}

/// What a month's turns share.
struct Turns {
    const HazardBounds& personal;
    const HazardBounds& shared;
    Ratios of_people;
    Ratios of_households;

    Turns(const World& world, const BarrierHazards& hazards)
        : personal{hazards.personal()}, shared{hazards.shared()}, of_people{world, personal},
          of_households{world, shared} {}
};

/// One household's turn: everybody's changes are decided from last month's barriers, then made.
struct Turn {
    World& world;
    const MonthContext& now;
    const Turns& turns;
    WordsByRow onsets{now, turns.personal, Purpose::barrier_onset};
    WordsByRow recoveries{now, turns.personal, Purpose::barrier_recovery};
    WordsByRow shared_onsets{now, turns.shared, Purpose::shared_onset};
    WordsByRow shared_recoveries{now, turns.shared, Purpose::shared_recovery};
    std::vector<std::pair<PersonId, Change>> changes{};  // of this household's members

    Change shared_change(HouseholdId h, std::size_t row, const Together& all) const {
        const auto& households = world.households;
        const HazardBounds& bounds = turns.shared;
        const PersonId first = households.first[h];
        const std::size_t place = households.neighbourhood[h].row;
        const std::size_t person = world.reference->person_row(
            now.month - world.people.birth[first], world.people.qualification[first]);
        const BarrierSet kinds =
            bounds.open(shared_onsets.of(row),
                        shared_recoveries.of(row),
                        {&turns.of_households.of_place[place * bounds.width()],
                         &turns.of_households.of_person[person * bounds.width()],
                         all.any,
                         recovered_before(households.recovered[h]),
                         all.load,
                         BarrierHazards::anything_happened});
        if (kinds == 0 || !has_adults(world, h)) {
            return {};
        }
        const Subject<HouseholdId> it{h,
                                      kinds,
                                      households.barriers[h],
                                      all.any,
                                      households.chronic[h],
                                      households.recovered[h],
                                      world.reference->place_ratios(place),
                                      world.reference->person_ratios(person)};
        return changed(world, now, it, bounds, shared_onsets.of(row), shared_recoveries.of(row));
    }

    Change personal_change(HouseholdId h, PersonId p, std::size_t row, std::size_t load) const {
        const auto& people = world.people;
        const HazardBounds& bounds = turns.personal;
        const auto all = static_cast<BarrierSet>(people.barriers[p] | world.households.barriers[h]);
        const std::size_t place = world.households.neighbourhood[h].row;
        const std::size_t person =
            world.reference->person_row(now.month - people.birth[p], people.qualification[p]);
        const BarrierSet kinds = bounds.open(onsets.of(row),
                                             recoveries.of(row),
                                             {&turns.of_people.of_place[place * bounds.width()],
                                              &turns.of_people.of_person[person * bounds.width()],
                                              all,
                                              recovered_before(people.recovered[p]),
                                              load,
                                              now.hazards.events_of(world, p, now.month)});
        if (kinds == 0) {
            return {};
        }
        const Subject<PersonId> it{p,
                                   kinds,
                                   people.barriers[p],
                                   all,
                                   people.chronic[p],
                                   people.recovered[p],
                                   world.reference->place_ratios(place),
                                   world.reference->person_ratios(person)};
        return changed(world, now, it, bounds, onsets.of(row), recoveries.of(row));
    }

    void take(HouseholdId h, std::size_t household_row, std::uint32_t first_row) {
        auto& households = world.households;
        auto& people = world.people;
        const Together all = barriers_together(world, now.hazards, h);
        const Change shared = shared_change(h, household_row, all);
        changes.clear();
        for (const PersonId p : members_of(world, h)) {
            if (is_working_age(people.activity[p])) {
                const Change change = personal_change(h, p, p.row - first_row, all.load);
                if (change.flips != 0) {
                    changes.emplace_back(p, change);
                }
            }
        }
        for (const auto& [p, change] : changes) {
            apply(people.barriers[p], people.chronic[p], people.recovered[p], change, now.month);
        }
        if (shared.flips != 0) {
            apply(households.barriers[h],
                  households.chronic[h],
                  households.recovered[h],
                  shared,
                  now.month);
        }
    }

    /// Households [first, last), with their random words made many at a time.
    void take_all(std::uint32_t first, std::uint32_t last) {
        const auto& households = world.households;
        const HouseholdId end{last - 1};
        const std::uint32_t from = households.first[HouseholdId{first}].row;
        const std::uint32_t to = households.first[end].row + households.members[end];
        const std::span lives = std::span{world.people.life.values()}.subspan(from, to - from);
        const std::span household_lives =
            std::span{households.life.values()}.subspan(first, last - first);
        onsets.fill(from, lives);
        recoveries.fill(from, lives);
        shared_onsets.fill(first, household_lives);
        shared_recoveries.fill(first, household_lives);
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
    const Turns turns{world, now.hazards};
    for_each_piece(
        world.households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
            Turn turn{world, now, turns};
            for (std::size_t at = first; at < last; at += households_per_batch) {
                turn.take_all(
                    static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(std::min(at + households_per_batch, last)));
            }
        });
}

}  // namespace foothold
