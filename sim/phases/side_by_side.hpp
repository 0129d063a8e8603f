#pragma once

#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace foothold {

/// So many households are compared, and looked at, at once.
inline constexpr std::size_t households_together = 128;

/// The arms that may take over what the first finds, because they have its rules. All others take
/// the step alone, here and now.
template <class SameRules>
std::vector<Side> followers_of(std::span<const Side> arms,
                               SameRules same_rules,
                               void (*alone)(World&, const MonthContext&)) {
    std::vector<Side> followers;
    for (const Side& arm : arms.subspan(1)) {
        if (same_rules(arms.front(), arm)) {
            followers.push_back(arm);
        } else {
            alone(arm.world, arm.now);
        }
    }
    return followers;
}

/// Calls `visit(from, to)` for each batch of the households [first, last).
template <class Visit>
void for_each_batch(std::size_t first, std::size_t last, Visit visit) {
    for (std::size_t at = first; at < last; at += households_together) {
        visit(static_cast<std::uint32_t>(at),
              static_cast<std::uint32_t>(std::min(at + households_together, last)));
    }
}

}  // namespace foothold
