#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include "sim/engine/simulation.hpp"
#include "tests/unit/dice.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// Numbers of the model with which everything happens often: every hazard, ratio and effect counts.
Parameters lively_parameters();

/// Three arms: none; help, which works with households; and alone, which works with one person at a
/// time. Both programmes run from the start for 18 months.
Scenario lively_scenario(std::uint64_t seed);

/// A town of a few neighbourhoods; `people` is how many of working age live in each, about.
Place any_town(Dice& dice, int people);

/// A digest of each table of the world: what a programme that does nothing must not touch.
struct Tables {
    std::uint64_t people = 0;
    std::uint64_t households = 0;
    std::uint64_t neighbourhoods = 0;
    std::uint64_t jobs = 0;

    friend bool operator==(const Tables&, const Tables&) = default;
};

Tables tables_of(const World& world);

/// Keeps the digests of every month of every arm.
class TableKeeper : public Observer {
  public:
    void month_closed(const World& world, std::size_t arm, Month now) override;

    /// shape [arm][time]
    const std::vector<std::vector<Tables>>& arms() const { return arms_; }

  private:
    std::vector<std::vector<Tables>> arms_;
};

}  // namespace foothold
