#pragma once

#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// What barriers cost public services in a month, looked up by the set of barriers present.
class ServicesCost {
  public:
    explicit ServicesCost(const Parameters& parameters);

    /// Of a household's shared barriers and the own ones of its members of working age. [pence]
    std::int64_t of(const World& world, HouseholdId h) const;

  private:
    std::vector<std::int64_t> by_set_;  // [pence] shape [set of barriers]
};

}  // namespace foothold
