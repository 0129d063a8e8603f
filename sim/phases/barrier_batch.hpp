#pragma once

#include "sim/phases/alike.hpp"
#include "sim/phases/barrier_changes.hpp"
#include "sim/phases/barrier_words.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// What places and people multiply onset hazards by, as the bounds of one scope are laid out.
struct Ratios {
    std::vector<float> of_place;   // shape [neighbourhood][word]; with the hazard itself [1/month]
    std::vector<float> of_person;  // shape [year of age from 16][level][word]

    Ratios(const World& world, const HazardBounds& bounds);
};

/// What all batches of a month share.
struct BarrierMonth {
    const HazardBounds& personal;
    const HazardBounds& shared;
    Ratios of_people;
    Ratios of_households;

    BarrierMonth(const World& world, const BarrierHazards& hazards)
        : personal{hazards.personal()}, shared{hazards.shared()}, of_people{world, personal},
          of_households{world, shared} {}
};

/// Barriers of a household taken together.
struct Together {
    BarrierSet shared;
    BarrierSet any;  // that anybody in it faces, own or shared
    NeighbourhoodId place;
    std::uint16_t load;  // personal barriers that count, of all members; at most as many as matter
};

/// A batch of households: first all changes are decided from last month's barriers, then they are
/// made. One pass over everybody finds the few whose words leave anything open.
class BarrierBatch {
  public:
    BarrierBatch(World& world, const MonthContext& now, const BarrierMonth& month)
        : world_{world}, now_{now}, month_{month}, own_words_{now, month.personal, month.shared} {}

    /// Decides for households [first, last).
    void decide(std::uint32_t first, std::uint32_t last);

    /// The same as another arm's, which has just decided, for all households in which nothing
    /// differs that bears on barriers.
    void decide_as(const BarrierBatch& other, std::uint32_t first, std::uint32_t last);

    void make_changes();

  private:
    template <class IdT>
    struct Of {
        IdT id;
        Change change;
    };

    /// All that bears on barriers.
    Alike like(const World& other, std::uint32_t first, std::uint32_t last) const;

    /// Decides for one household, with another arm's words if it is in the same lives there.
    void decide_apart(HouseholdId h, const BarrierBatch& other);

    void decide_for(PersonId p, const Together& at_home);

    void decide_for(HouseholdId h, const Together& together);

    const std::uint32_t* onsets_of(PersonId p) const {
        return words_->onsets.of(p.row - words_->first_person);
    }

    const std::uint32_t* recoveries_of(PersonId p) const {
        return words_->recoveries.of(p.row - words_->first_person);
    }

    const std::uint32_t* onsets_of(HouseholdId h) const {
        return words_->shared_onsets.of(h.row - words_->first_household);
    }

    const std::uint32_t* recoveries_of(HouseholdId h) const {
        return words_->shared_recoveries.of(h.row - words_->first_household);
    }

    std::size_t person_row(PersonId p) const {
        return Reference::person_row(now_.month - world_.people.birth[p],
                                     world_.people.qualification[p]);
    }

    BarrierSet open_to(PersonId p, const Together& at_home) const;

    BarrierSet open_to(HouseholdId h, const Together& together) const;

    Change change_of(PersonId p, BarrierSet open) const;

    Change change_of(HouseholdId h, const Together& together, BarrierSet open) const;

    World& world_;
    const MonthContext& now_;
    const BarrierMonth& month_;
    BatchWords own_words_;
    const BatchWords* words_ = nullptr;  // with which it decides
    std::vector<Together> together_;     // shape [household of the batch]
    std::vector<Of<PersonId>> people_;   // whose barriers may change
    std::vector<Of<HouseholdId>> households_;
};

}  // namespace foothold
