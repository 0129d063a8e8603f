#include "sim/measures/services.hpp"

#include "foothold/members.hpp"
#include "foothold/money.hpp"

#include "sim/state/barrier_hazards.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace foothold {

namespace {

void add(ByPayer& sum, const ByPayer& more) {
    for (std::size_t payer = 0; payer < payers.size(); ++payer) {
        sum[payer] += more[payer];
    }
}

}  // namespace

ByPayer monthly_services(const CostByPayer& cost) {
    ByPayer parts{};
    double so_far = 0.0;
    std::int64_t rounded = 0;
    for (std::size_t payer = 0; payer < payers.size(); ++payer) {
        so_far += cost.by_payer()[payer];
        const std::int64_t all = std::llround(so_far / 12.0 * pence_per_pound);
        parts[payer] = all - rounded;
        rounded = all;
    }
    return parts;
}

ServicesCost::ServicesCost(const Parameters& parameters) {
    const auto& barriers = parameters.barriers.items;
    by_set_.resize(std::size_t{1} << barriers.size(), ByPayer{});
    for (std::size_t set = 1; set < by_set_.size(); ++set) {
        const auto first = static_cast<std::size_t>(std::countr_zero(set));
        by_set_[set] = by_set_[set & (set - 1)];
        add(by_set_[set], monthly_services(barriers[first].services_cost));
    }
}

ByPayer ServicesCost::by_payer(const World& world, HouseholdId h) const {
    ByPayer cost = by_set_[world.households.barriers[h]];
    for (const PersonId p : members_of(world, h)) {
        if (is_working_age(world.people.activity[p])) {
            add(cost, by_set_[world.people.barriers[p]]);
        }
    }
    return cost;
}

std::int64_t ServicesCost::of(const World& world, HouseholdId h) const {
    const ByPayer cost = by_payer(world, h);
    return std::accumulate(cost.begin(), cost.end(), std::int64_t{0});
}

}  // namespace foothold
