#pragma once

#include "foothold/barrier.hpp"
#include "foothold/parameters.hpp"
#include "foothold/services_cost.hpp"
#include "foothold/world.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

/// What public services spend, in the order of `payers`. [pence]
using ByPayer = std::array<std::int64_t, payers.size()>;

/// What a barrier costs each payer in a month. The parts add up to the whole cost rounded to a
/// penny once; a payer who pays nothing has nothing. [pence]
ByPayer monthly_services(const CostByPayer& cost);

/// What barriers cost public services in a month, looked up by the set of barriers present.
class ServicesCost {
  public:
    explicit ServicesCost(const Parameters& parameters);

    /// Of that set of barriers. [pence]
    const ByPayer& of_set(BarrierSet set) const { return by_set_[set]; }

    /// Of a household's shared barriers and the own ones of its members of working age, by who
    /// pays. [pence]
    ByPayer by_payer(const World& world, HouseholdId h) const;

    /// The same, all payers together. [pence]
    std::int64_t of(const World& world, HouseholdId h) const;

  private:
    std::vector<ByPayer> by_set_;  // [pence] shape [set of barriers][payer]
};

}  // namespace foothold
