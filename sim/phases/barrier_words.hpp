#pragma once

#include "sim/core/lanes.hpp"
#include "sim/phases/phases.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace foothold {

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

/// The words of a batch of households and of the people in it.
struct BatchWords {
    WordsByRow onsets;
    WordsByRow recoveries;
    WordsByRow shared_onsets;
    WordsByRow shared_recoveries;
    std::uint32_t first_household = 0;
    std::uint32_t first_person = 0;
    std::uint32_t last_person = 0;

    BatchWords(const MonthContext& now, const HazardBounds& personal, const HazardBounds& shared)
        : onsets{now, personal, Purpose::barrier_onset}, recoveries{now,
                                                                    personal,
                                                                    Purpose::barrier_recovery},
          shared_onsets{now, shared, Purpose::shared_onset},
          shared_recoveries{now, shared, Purpose::shared_recovery} {}

    /// Of households [first, last), many at a time.
    void fill(const World& world, std::uint32_t first, std::uint32_t last) {
        const auto& households = world.households;
        const HouseholdId end{last - 1};
        first_household = first;
        first_person = households.first[HouseholdId{first}].row;
        last_person = households.first[end].row + households.members[end];
        const std::span lives =
            std::span{world.people.life.values()}.subspan(first_person, last_person - first_person);
        const std::span household_lives =
            std::span{households.life.values()}.subspan(first, last - first);
        onsets.fill(first_person, lives);
        recoveries.fill(first_person, lives);
        shared_onsets.fill(first, household_lives);
        shared_recoveries.fill(first, household_lives);
    }
};

}  // namespace foothold
