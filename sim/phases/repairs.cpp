#include "sim/phases/repairs.hpp"

#include "foothold/money.hpp"

#include "sim/phases/casework.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// Households with the barrier, in the order they are served.
std::vector<std::pair<double, HouseholdId>> in_line(const World& world,
                                                    const MonthContext& now,
                                                    const ProgrammeState& state,
                                                    BarrierSet housing) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const std::uint32_t which = address_of(programme.family);
    std::vector<std::pair<double, HouseholdId>> line;
    for (std::uint32_t row = 0; row < world.households.size(); ++row) {
        const HouseholdId h{row};
        if ((world.households.barriers[h] & housing) != 0
            && state.area[world.households.neighbourhood[h].row] && has_adults(world, h)) {
            line.emplace_back(now.luck.uniform(world.address(h), Purpose::repairs, which), h);
        }
    }
    std::sort(line.begin(), line.end());
    return line;
}

}  // namespace

void repair_homes(World& world,
                  const MonthContext& now,
                  ProgrammeState& state,
                  const FundingState& funding) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const Repairs& repairs = programme.repairs;
    if (repairs.households_per_month == 0) {
        return;
    }
    const std::int64_t cost = std::llround(repairs.cost * pence_per_pound);
    std::int64_t money = money_left(programme, state, funding);
    std::int32_t places = repairs.households_per_month;
    const BarrierSet housing =
        barrier_named(now.parameters.barriers, now.parameters.population.housing_barrier);
    for (const auto& [turn, h] : in_line(world, now, state, housing)) {
        if (places == 0 || cost > money) {
            return;
        }
        lift_for(world, h, static_cast<std::size_t>(std::countr_zero(housing)), now.month);
        state.spend.repairs += cost;
        ++state.repaired;
        money -= cost;
        --places;
    }
}

}  // namespace foothold
