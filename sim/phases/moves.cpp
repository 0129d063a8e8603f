#include "sim/phases/moves.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/movers.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/newcomers.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace foothold {

namespace {

/// How often a household of this tenure moves, against an owner.
double tenure_ratio(const DemographyParameters& rates, Tenure tenure) {
    const std::array<double, tenure_names.size()> ratios{
        1.0, rates.moves_social, rates.moves_private};
    return ratios[static_cast<std::size_t>(tenure)];
}

/// The place's dwellings, of which there are always as many of each kind.
struct Dwellings {
    MovingHazards hazards;             // give all tenures together demography.moves
    std::vector<double> by_authority;  // [dwelling]
};

Dwellings count_dwellings(const World& world, const DemographyParameters& rates) {
    const auto& authority = world.geography->authority;
    const std::size_t authorities =
        std::size_t{1} + *std::max_element(authority.begin(), authority.end());
    constexpr std::size_t kinds = tenure_names.size();
    const auto bins = binned_sum<HouseholdId>(
        world.households.size(), authorities * kinds, [&](HouseholdId h, auto& own) {
            ++own[authority[world.households.neighbourhood[h].row] * kinds
                  + static_cast<std::size_t>(world.households.tenure[h])];
        });
    std::array<std::int64_t, kinds> counts{};
    std::vector<double> by_authority(authorities, 0.0);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        counts[i % kinds] += bins[i];
        by_authority[i / kinds] += static_cast<double>(bins[i]);
    }
    double weighted = 0.0;
    for (std::size_t t = 0; t < kinds; ++t) {
        weighted += static_cast<double>(counts[t]) * tenure_ratio(rates, static_cast<Tenure>(t));
    }
    const double all = static_cast<double>(world.households.size());
    const double owners = weighted > 0.0 ? rates.moves / 12.0 * all / weighted : 0.0;
    MovingHazards hazards{};
    for (std::size_t t = 0; t < kinds; ++t) {
        hazards[t] = owners * tenure_ratio(rates, static_cast<Tenure>(t));
    }
    return {hazards, by_authority};
}

struct Dwelling {
    double rank;
    HouseholdId from;
    NeighbourhoodId neighbourhood;
    Tenure tenure;
    float quality;
};

/// Nobody moves into the dwelling they leave: whoever would changes places with the next in order.
void avoid_own(std::vector<std::pair<double, HouseholdId>>& order,
               const std::vector<Dwelling>& dwellings) {
    for (std::size_t i = 0; i < order.size() && order.size() > 1; ++i) {
        if (order[i].second == dwellings[i].from) {
            std::swap(order[i], order[i + 1 < order.size() ? i + 1 : i - 1]);
        }
    }
}

/// A household that moves; the poorest first, those of equal income by luck.
struct Mover {
    std::int32_t income;  // [pence/month]
    double chance;        // on (0, 1)
    HouseholdId household;

    friend bool operator<(const Mover& a, const Mover& b) {
        return a.income != b.income   ? a.income < b.income
               : a.chance != b.chance ? a.chance < b.chance
                                      : a.household < b.household;
    }
};

/// Movers of one cell of the housing market and the dwellings they leave, both in order; the
/// best-off get the best, chance aside.
void swap_dwellings(World& world, const MonthContext& now, const std::vector<HouseholdId>& movers) {
    auto& households = world.households;
    const auto income = static_cast<std::size_t>(Domain::income);
    std::vector<Dwelling> dwellings;
    std::vector<Mover> by_income;
    for (const HouseholdId h : movers) {
        const NeighbourhoodId place = households.neighbourhood[h];
        const double quality = static_cast<double>(households.dwelling_quality[h]);
        dwellings.push_back({quality - world.geography->score[place.row][income],
                             h,
                             place,
                             households.tenure[h],
                             households.dwelling_quality[h]});
        by_income.push_back({households.net_income[h],
                             now.luck.uniform(world.address(h), Purpose::dwelling_rank),
                             h});
    }
    std::sort(by_income.begin(), by_income.end());
    std::sort(dwellings.begin(), dwellings.end(), [](const Dwelling& a, const Dwelling& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.from < b.from;
    });
    const double noise = now.parameters.demography.dwelling_noise;
    const double size = static_cast<double>(movers.size());
    std::vector<std::pair<double, HouseholdId>> order;
    for (std::size_t i = 0; i < by_income.size(); ++i) {
        const double rank = (static_cast<double>(i) + 0.5) / size;
        order.emplace_back((1.0 - noise) * rank + noise * by_income[i].chance,
                           by_income[i].household);
    }
    std::sort(order.begin(), order.end());
    avoid_own(order, dwellings);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const HouseholdId h = order[i].second;
        households.neighbourhood[h] = dwellings[i].neighbourhood;
        households.tenure[h] = dwellings[i].tenure;
        households.dwelling_quality[h] = dwellings[i].quality;
    }
}

/// One part of the month's housing market: how many cells it has, and where they begin in the list
/// of all.
struct Part {
    std::size_t first = 0;
    std::size_t cells = 1;
};

/// The month's housing market, one part for moves within each authority and one for moves across
/// them, cut into cells that movers fall into by their own luck: who moves into one does not depend
/// on movers in another, so that one household more does not reshuffle the whole place.
class Market {
  public:
    Market(const Dwellings& dwellings, double local_share) {
        double all = 0.0;
        for (const double count : dwellings.by_authority) {
            add(count * local_share);
            all += count;
        }
        add(all * (1.0 - local_share));
    }

    std::vector<std::vector<HouseholdId>>
    cells_of(const World& world, const MonthContext& now, const std::vector<Moving>& movers) const {
        std::vector<std::vector<HouseholdId>> cells(parts_.back().first + parts_.back().cells);
        for (const auto& [h, move] : movers) {
            if (move != Move::out) {
                const NeighbourhoodId place = world.households.neighbourhood[h];
                const Part& part = move == Move::local
                                       ? parts_[world.geography->authority[place.row]]
                                       : parts_.back();
                const double u = now.luck.uniform(world.address(h), Purpose::dwelling_rank, 1);
                const auto at = static_cast<std::size_t>(u * static_cast<double>(part.cells));
                cells[part.first + at].push_back(h);
            }
        }
        return cells;
    }

  private:
    /// A part that `dwellings` of the place's dwellings would be enough for.
    void add(double dwellings) {
        constexpr double per_cell = 1000.0;  // about eight movers a month
        const std::size_t first = parts_.empty() ? 0 : parts_.back().first + parts_.back().cells;
        parts_.push_back(
            {first, std::max<std::size_t>(1, static_cast<std::size_t>(dwellings / per_cell))});
    }

    std::vector<Part> parts_;  // of each authority, then of the whole place
};

}  // namespace

void housing_moves(World& world, const MonthContext& now) {
    const DemographyParameters& rates = now.parameters.demography;
    const Dwellings dwellings = count_dwellings(world, rates);
    const std::vector<Moving> movers = movers_of(world, now, dwellings.hazards);
    const Market market{dwellings, rates.local_moves};
    for (const auto& cell : market.cells_of(world, now, movers)) {
        swap_dwellings(world, now, cell);
    }
    std::vector<HouseholdId> out;
    for (const auto& [h, move] : movers) {
        if (move == Move::out) {
            out.push_back(h);
        }
    }
    for_each<HouseholdId>(
        out.size(),
        [&](HouseholdId i) { move_in(world, now.parameters, now.luck, out[i.row], now.month); },
        64);
}

}  // namespace foothold
