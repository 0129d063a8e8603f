#pragma once

#include "foothold/describe.hpp"

#include <cstdint>

namespace foothold {

/// Repairs and allocations of homes: no advocate is needed, and nobody has to come forward. Left
/// out, or for no households, there are none.
struct Repairs {
    static constexpr bool may_be_left_out = true;

    std::int32_t households_per_month = 0;
    double cost = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("households_per_month",
              it.households_per_month,
              Quantity{"household/month", 0, 1e5},
              "most households whose housing barrier is ended in a funded month");
        field("cost", it.cost, quantity::pounds, "cost of each household");
    }

    friend bool operator==(const Repairs&, const Repairs&) = default;
};

}  // namespace foothold
