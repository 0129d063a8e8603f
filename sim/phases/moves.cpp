#include "sim/phases/moves.hpp"

#include "foothold/members.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/newcomers.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

enum class Move : std::uint8_t { none, local, within, out };

/// How often a household of this tenure moves, against an owner.
double tenure_ratio(const DemographyParameters& rates, Tenure tenure) {
    const std::array<double, tenure_names.size()> ratios{
        1.0, rates.moves_social, rates.moves_private};
    return ratios[static_cast<std::size_t>(tenure)];
}

/// The place's dwellings, of which there are always as many of each kind.
struct Dwellings {
    double hazard;  // [1/month] of moving of an owner: gives all tenures together
                    // demography.moves
    std::vector<double> by_authority;  // [dwelling]
};

Dwellings count_dwellings(const World& world, const DemographyParameters& rates) {
    const auto& authority = world.geography->authority;
    const std::size_t authorities =
        std::size_t{1} + *std::max_element(authority.begin(), authority.end());
    const auto counts = binned_sum<HouseholdId>(
        world.households.size(), tenure_names.size() + authorities, [&](HouseholdId h, auto& bins) {
            ++bins[static_cast<std::size_t>(world.households.tenure[h])];
            ++bins[tenure_names.size() + authority[world.households.neighbourhood[h].row]];
        });
    double weighted = 0.0;
    for (std::size_t t = 0; t < tenure_names.size(); ++t) {
        weighted += static_cast<double>(counts[t]) * tenure_ratio(rates, static_cast<Tenure>(t));
    }
    const double all = static_cast<double>(world.households.size());
    return {weighted > 0.0 ? rates.moves / 12.0 * all / weighted : 0.0,
            {counts.begin() + tenure_names.size(), counts.end()}};
}

bool started_work_lately(const World& world, HouseholdId h, Month now) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] == Activity::employed && now - world.people.since[p] < 12) {
            return true;
        }
    }
    return false;
}

bool somebody_works(const World& world, HouseholdId h) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] == Activity::employed) {
            return true;
        }
    }
    return false;
}

/// Chance that a household that moves leaves the place: the qualified, the young and those in work
/// go far, others round the corner.
double chance_of_leaving(const World& world, const MonthContext& now, HouseholdId h) {
    const DemographyParameters& rates = now.parameters.demography;
    const PersonId first = world.households.first[h];
    const int age = std::min(now.month - world.people.birth[first], working_age_ends);
    const double ratio =
        exponential(rates.leave_per_level * (int{world.people.qualification[first]} - central_level)
                    + rates.leave_per_decade * (age - central_age) / months_per_decade
                    + (somebody_works(world, h) ? 0.0 : rates.leave_out_of_work));
    const double weight = rates.leave_region * ratio;
    return weight / (weight + 1.0 - rates.leave_region);
}

bool has_anybody(const World& world, HouseholdId h) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] != Activity::aged_out) {
            return true;
        }
    }
    return false;
}

Move decide(const World& world,
            const MonthContext& now,
            const Dwellings& dwellings,
            HouseholdId h) {
    const DemographyParameters& rates = now.parameters.demography;
    if (!has_anybody(world, h)) {
        const double refilled = chance_of(rates.refill_empty_dwelling);
        return now.luck.happens(refilled, world.address(h), Purpose::refill) ? Move::out
                                                                             : Move::none;
    }
    if (!now.parameters.mechanisms.mobility) {
        return Move::none;
    }
    const auto words = now.luck.words(world.address(h), Purpose::household_move);
    double hazard = dwellings.hazard * tenure_ratio(rates, world.households.tenure[h]);
    if (unit(words[0]) >= hazard * std::max(1.0, rates.moves_after_job_entry)) {
        return Move::none;
    }
    hazard *= started_work_lately(world, h, now.month) ? rates.moves_after_job_entry : 1.0;
    if (!strikes(unit(words[0]), hazard)) {
        return Move::none;
    }
    if (unit(words[1]) < chance_of_leaving(world, now, h)) {
        return Move::out;
    }
    return unit(words[2]) < rates.local_moves ? Move::local : Move::within;
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
    cells_of(const World& world, const MonthContext& now, const std::vector<Move>& moves) const {
        std::vector<std::vector<HouseholdId>> cells(parts_.back().first + parts_.back().cells);
        for (std::uint32_t row = 0; row < moves.size(); ++row) {
            const HouseholdId h{row};
            if (moves[row] == Move::local || moves[row] == Move::within) {
                const NeighbourhoodId place = world.households.neighbourhood[h];
                const Part& part = moves[row] == Move::local
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
    const std::size_t all = world.households.size();
    const DemographyParameters& rates = now.parameters.demography;
    const Dwellings dwellings = count_dwellings(world, rates);
    std::vector<Move> moves(all, Move::none);
    for_each<HouseholdId>(all,
                          [&](HouseholdId h) { moves[h.row] = decide(world, now, dwellings, h); });
    const Market market{dwellings, rates.local_moves};
    for (const auto& cell : market.cells_of(world, now, moves)) {
        swap_dwellings(world, now, cell);
    }
    std::vector<HouseholdId> out;
    for (std::uint32_t row = 0; row < all; ++row) {
        if (moves[row] == Move::out) {
            out.push_back({row});
        }
    }
    for_each<HouseholdId>(
        out.size(),
        [&](HouseholdId i) { move_in(world, now.parameters, now.luck, out[i.row], now.month); },
        64);
}

}  // namespace foothold
