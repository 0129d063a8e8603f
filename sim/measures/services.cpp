#include "sim/measures/services.hpp"

#include <bit>
#include <cmath>
#include <cstddef>

namespace foothold {

ByPayer monthly_services(const ServicesCost& cost) {
    constexpr double pence_per_pound = 100.0;
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

std::vector<ByPayer> services_by_set(const Parameters& parameters) {
    const auto& barriers = parameters.barriers.items;
    std::vector<ByPayer> cost(std::size_t{1} << barriers.size(), ByPayer{});
    for (std::size_t set = 1; set < cost.size(); ++set) {
        const auto first = static_cast<std::size_t>(std::countr_zero(set));
        const ByPayer parts = monthly_services(barriers[first].services_cost);
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            cost[set][payer] = cost[set & (set - 1)][payer] + parts[payer];
        }
    }
    return cost;
}

}  // namespace foothold
