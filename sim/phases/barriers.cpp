#include "foothold/members.hpp"

#include "sim/core/lanes.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/barrier_changes.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <span>
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
                first, lives, purpose_, bounds_.blocks()[b], &words_[lanes * b], bounds_.width());
        }
    }

    const std::uint32_t* of(std::size_t row) const { return words_.data() + row * bounds_.width(); }

  private:
    const MonthContext& now_;
    const HazardBounds& bounds_;
    Purpose purpose_;
    std::vector<std::uint32_t> words_;  // shape [row][word]
};

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
BarrierSet lifted_before(const Recoveries& recovered) {
    static_assert(std::tuple_size_v<Recoveries> == most_barriers);
    return static_cast<BarrierSet>(others_than(never, recovered.data()));
}

/// Barriers of a household taken together.
struct Together {
    BarrierSet shared;
    BarrierSet any;  // that anybody in it faces, own or shared
    NeighbourhoodId place;
    std::uint16_t load;  // personal barriers that count, of all members; at most as many as matter
};

Together barriers_together(const World& world, const BarrierHazards& hazards, HouseholdId h) {
    const BarrierSet shared = world.households.barriers[h];
    Together all{shared, shared, world.households.neighbourhood[h], 0};
    std::size_t load = 0;
    for (const PersonId p : members_of(world, h)) {
        const BarrierSet own = world.people.barriers[p];
        all.any = static_cast<BarrierSet>(all.any | own);
        load += hazards.load_of(own);
    }
    all.load = static_cast<std::uint16_t>(std::min(load, BarrierHazards::most_load));
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

/// A batch of households: first all changes are decided from last month's barriers, then they are
/// made. One pass over everybody finds the few whose words leave anything open.
class Batch {
  public:
    Batch(World& world, const MonthContext& now, const Turns& turns)
        : world_{world}, now_{now}, turns_{turns} {}

    /// Takes households [first, last).
    void take(std::uint32_t first, std::uint32_t last) {
        fill(first, last);
        for (std::uint32_t row = first; row < last; ++row) {
            together_[row - first] = barriers_together(world_, now_.hazards, HouseholdId{row});
        }
        people_.clear();
        households_.clear();
        const auto adults = rows_kept<PersonId>(first_person_, last_person_, [&](PersonId p) {
            return is_working_age(world_.people.activity[p]);
        });
        for (const PersonId p : adults) {
            const BarrierSet open = open_to(p, together_[world_.people.household[p].row - first]);
            if (open != 0) {
                people_.push_back({p, change_of(p, open)});
            }
        }
        for (std::uint32_t row = first; row < last; ++row) {
            const HouseholdId h{row};
            const BarrierSet open = open_to(h, row - first);
            if (open != 0 && has_adults(world_, h)) {
                households_.push_back({h, change_of(h, row - first, open)});
            }
        }
        make_changes();
    }

  private:
    template <class IdT>
    struct Of {
        IdT id;
        Change change;
    };

    /// Random words of everybody in households [first, last), many at a time.
    void fill(std::uint32_t first, std::uint32_t last) {
        const auto& households = world_.households;
        const HouseholdId end{last - 1};
        first_person_ = households.first[HouseholdId{first}].row;
        last_person_ = households.first[end].row + households.members[end];
        const std::span lives = std::span{world_.people.life.values()}.subspan(
            first_person_, last_person_ - first_person_);
        const std::span household_lives =
            std::span{households.life.values()}.subspan(first, last - first);
        onsets_.fill(first_person_, lives);
        recoveries_.fill(first_person_, lives);
        shared_onsets_.fill(first, household_lives);
        shared_recoveries_.fill(first, household_lives);
        together_.resize(last - first);
    }

    std::size_t person_row(PersonId p) const {
        return Reference::person_row(now_.month - world_.people.birth[p],
                                     world_.people.qualification[p]);
    }

    BarrierSet open_to(PersonId p, const Together& at_home) const {
        const HazardBounds& bounds = turns_.personal;
        const std::size_t place = at_home.place.row;
        return bounds.open(onsets_.of(p.row - first_person_),
                           recoveries_.of(p.row - first_person_),
                           {turns_.of_people.of_place.data() + place * bounds.width(),
                            turns_.of_people.of_person.data() + person_row(p) * bounds.width(),
                            static_cast<BarrierSet>(world_.people.barriers[p] | at_home.shared),
                            lifted_before(world_.people.recovered[p]),
                            at_home.load,
                            now_.hazards.events_of(world_, p, now_.month)});
    }

    BarrierSet open_to(HouseholdId h, std::size_t row) const {
        const HazardBounds& bounds = turns_.shared;
        const auto& households = world_.households;
        const std::size_t place = together_[row].place.row;
        const std::size_t person = person_row(households.first[h]);
        return bounds.open(shared_onsets_.of(row),
                           shared_recoveries_.of(row),
                           {turns_.of_households.of_place.data() + place * bounds.width(),
                            turns_.of_households.of_person.data() + person * bounds.width(),
                            together_[row].any,
                            lifted_before(households.recovered[h]),
                            together_[row].load,
                            BarrierHazards::anything_happened});
    }

    Change change_of(PersonId p, BarrierSet open) const {
        const auto& people = world_.people;
        const Reference& reference = *world_.reference;
        const Subject<PersonId> it{p,
                                   open,
                                   people.barriers[p],
                                   world_.barriers(p),
                                   people.chronic[p],
                                   people.recovered[p],
                                   reference.place_ratios(world_.neighbourhood(p).row),
                                   reference.person_ratios(person_row(p))};
        const std::size_t row = p.row - first_person_;
        return changed(world_, now_, it, turns_.personal, onsets_.of(row), recoveries_.of(row));
    }

    Change change_of(HouseholdId h, std::size_t row, BarrierSet open) const {
        const auto& households = world_.households;
        const Reference& reference = *world_.reference;
        const Subject<HouseholdId> it{h,
                                      open,
                                      households.barriers[h],
                                      together_[row].any,
                                      households.chronic[h],
                                      households.recovered[h],
                                      reference.place_ratios(households.neighbourhood[h].row),
                                      reference.person_ratios(person_row(households.first[h]))};
        return changed(
            world_, now_, it, turns_.shared, shared_onsets_.of(row), shared_recoveries_.of(row));
    }

    void make_changes() {
        auto& people = world_.people;
        for (const auto& [p, change] : people_) {
            apply(people.barriers[p], people.chronic[p], people.recovered[p], change, now_.month);
        }
        auto& households = world_.households;
        for (const auto& [h, change] : households_) {
            apply(households.barriers[h],
                  households.chronic[h],
                  households.recovered[h],
                  change,
                  now_.month);
        }
    }

    World& world_;
    const MonthContext& now_;
    const Turns& turns_;
    WordsByRow onsets_{now_, turns_.personal, Purpose::barrier_onset};
    WordsByRow recoveries_{now_, turns_.personal, Purpose::barrier_recovery};
    WordsByRow shared_onsets_{now_, turns_.shared, Purpose::shared_onset};
    WordsByRow shared_recoveries_{now_, turns_.shared, Purpose::shared_recovery};
    std::uint32_t first_person_ = 0;
    std::uint32_t last_person_ = 0;
    std::vector<Together> together_;    // shape [household of the batch]
    std::vector<Of<PersonId>> people_;  // whose barriers may change
    std::vector<Of<HouseholdId>> households_;
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
            Batch batch{world, now, turns};
            for (std::size_t at = first; at < last; at += households_per_batch) {
                batch.take(static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(std::min(at + households_per_batch, last)));
            }
        });
}

}  // namespace foothold
