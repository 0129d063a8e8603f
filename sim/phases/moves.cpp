#include "sim/phases/moves.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/newcomers.hpp"

#include <algorithm>

namespace foothold {

namespace {

enum class Move : std::uint8_t { none, within, out };

bool started_work_lately(const World& world, HouseholdId h, Month now) {
    const std::uint32_t first = world.households.first[h].row;
    for (std::uint32_t row = first; row < first + world.households.members[h]; ++row) {
        const PersonId p{row};
        if (world.people.activity[p] == Activity::employed && now - world.people.since[p] < 12) {
            return true;
        }
    }
    return false;
}

bool has_anybody(const World& world, HouseholdId h) {
    const std::uint32_t first = world.households.first[h].row;
    for (std::uint32_t row = first; row < first + world.households.members[h]; ++row) {
        if (world.people.activity[PersonId{row}] != Activity::aged_out) {
            return true;
        }
    }
    return false;
}

Move decide(const World& world, const MonthContext& now, HouseholdId h) {
    const DemographyParameters& rates = now.parameters.demography;
    if (!has_anybody(world, h)) {
        const double refilled = chance_of(rates.refill_empty_dwelling);
        return now.luck.happens(refilled, world.address(h), Purpose::refill) ? Move::out
                                                                             : Move::none;
    }
    const auto words = now.luck.words(world.address(h), Purpose::household_move);
    double hazard = rates.moves / 12.0;
    if (unit(words[0]) >= hazard * std::max(1.0, rates.moves_after_job_entry)) {
        return Move::none;
    }
    hazard *= started_work_lately(world, h, now.month) ? rates.moves_after_job_entry : 1.0;
    if (!strikes(unit(words[0]), hazard)) {
        return Move::none;
    }
    return unit(words[1]) < rates.leave_region ? Move::out : Move::within;
}

struct Dwelling {
    double rank;
    HouseholdId from;
    NeighbourhoodId neighbourhood;
    Tenure tenure;
    float quality;
};

/// Movers of one cell of the housing market and the dwellings they leave, both in order; the
/// best-off get the best, chance aside.
void swap_dwellings(World& world, const MonthContext& now, const std::vector<HouseholdId>& movers) {
    auto& households = world.households;
    const auto income = static_cast<std::size_t>(Domain::income);
    std::vector<Dwelling> dwellings;
    std::vector<std::pair<double, HouseholdId>> by_income;
    for (const HouseholdId h : movers) {
        const NeighbourhoodId place = households.neighbourhood[h];
        const double quality = static_cast<double>(households.dwelling_quality[h]);
        dwellings.push_back({quality - world.geography->score[place.row][income],
                             h,
                             place,
                             households.tenure[h],
                             households.dwelling_quality[h]});
        by_income.emplace_back(households.net_income[h], h);
    }
    std::sort(by_income.begin(), by_income.end());
    std::sort(dwellings.begin(), dwellings.end(), [](const Dwelling& a, const Dwelling& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.from < b.from;
    });
    const double noise = now.parameters.demography.dwelling_noise;
    const double size = static_cast<double>(movers.size());
    std::vector<std::pair<double, HouseholdId>> order;
    for (std::size_t i = 0; i < by_income.size(); ++i) {
        const HouseholdId h = by_income[i].second;
        const double chance = now.luck.uniform(world.address(h), Purpose::dwelling_rank);
        order.emplace_back((1.0 - noise) * (static_cast<double>(i) + 0.5) / size + noise * chance,
                           h);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const HouseholdId h = order[i].second;
        households.neighbourhood[h] = dwellings[i].neighbourhood;
        households.tenure[h] = dwellings[i].tenure;
        households.dwelling_quality[h] = dwellings[i].quality;
    }
}

/// The month's housing market, cut into cells that movers fall into by their own luck: who moves
/// into one does not depend on movers in another, so that one household more does not reshuffle the
/// whole place.
std::vector<std::vector<HouseholdId>>
cells_of(const World& world, const MonthContext& now, const std::vector<HouseholdId>& movers) {
    constexpr std::size_t households_per_cell = 1000;  // about nine movers a month
    const std::size_t cells =
        std::max<std::size_t>(1, world.households.size() / households_per_cell);
    std::vector<std::vector<HouseholdId>> cell(cells);
    for (const HouseholdId h : movers) {
        const double u = now.luck.uniform(world.address(h), Purpose::dwelling_rank, 1);
        cell[static_cast<std::size_t>(u * static_cast<double>(cells))].push_back(h);
    }
    return cell;
}

}  // namespace

void housing_moves(World& world, const MonthContext& now) {
    const std::size_t all = world.households.size();
    std::vector<Move> moves(all, Move::none);
    for_each<HouseholdId>(all, [&](HouseholdId h) { moves[h.row] = decide(world, now, h); });
    std::vector<HouseholdId> within;
    std::vector<HouseholdId> out;
    for (std::uint32_t row = 0; row < all; ++row) {
        if (moves[row] == Move::within) {
            within.push_back({row});
        } else if (moves[row] == Move::out) {
            out.push_back({row});
        }
    }
    for (const auto& cell : cells_of(world, now, within)) {
        swap_dwellings(world, now, cell);
    }
    for_each<HouseholdId>(
        out.size(),
        [&](HouseholdId i) { move_in(world, now.parameters, now.luck, out[i.row], now.month); },
        64);
}

}  // namespace foothold
