#include "sim/measures/services.hpp"

#include "foothold/members.hpp"

#include "sim/state/barrier_hazards.hpp"

#include <bit>
#include <cmath>

namespace foothold {

ServicesCost::ServicesCost(const Parameters& parameters) {
    constexpr double pence_per_pound = 100.0;
    const auto& barriers = parameters.barriers.items;
    by_set_.resize(std::size_t{1} << barriers.size(), 0);
    for (std::size_t set = 1; set < by_set_.size(); ++set) {
        const Barrier& first = barriers[static_cast<std::size_t>(std::countr_zero(set))];
        by_set_[set] =
            by_set_[set & (set - 1)] + std::llround(first.services_cost / 12.0 * pence_per_pound);
    }
}

std::int64_t ServicesCost::of(const World& world, HouseholdId h) const {
    std::int64_t cost = by_set_[world.households.barriers[h]];
    for (const PersonId p : members_of(world, h)) {
        cost += is_working_age(world.people.activity[p]) ? by_set_[world.people.barriers[p]] : 0;
    }
    return cost;
}

}  // namespace foothold
