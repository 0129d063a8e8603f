#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_households.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace foothold {

namespace {

struct Rows {
    std::uint32_t person = 0;
    std::uint32_t household = 0;
};

std::size_t rows_of(const HouseholdPlan& planned) {
    return planned.ages.size() + static_cast<std::size_t>(planned.children) + planned.births.size();
}

struct Builder {
    World& world;
    const Place& place;
    const Draws& luck;
    Month opening;

    void add_members(HouseholdId h, const HouseholdPlan& planned) {
        auto& people = world.people;
        PersonId p = world.households.first[h];
        const auto add = [&](int age, Activity activity) {
            people.household[p] = h;
            people.apprentice_until[p] = never;
            people.activity[p] = activity;
            people.opening_age[p] = static_cast<std::int16_t>(age);
            people.birth[p] = static_cast<Month>(opening - age);
            ++p.row;
        };
        for (const int age : planned.ages) {
            add(age, Activity::inactive);  // until the opening activity is drawn
        }
        for (int i = 0; i < planned.children; ++i) {
            const double u = luck.uniform(world.address(p), Purpose::birth_structure);
            add(static_cast<int>(u * school_ends), Activity::child);
        }
        for (const int month : planned.births) {
            add(-month, Activity::child);
        }
    }

    void build(std::uint16_t row, const std::vector<HouseholdPlan>& plans, Rows start) {
        auto& households = world.households;
        const std::uint32_t first = start.household;
        for (const HouseholdPlan& planned : plans) {
            const HouseholdId h{start.household++};
            households.first[h] = {start.person};
            households.members[h] = static_cast<std::uint8_t>(rows_of(planned));
            households.composition[h] = planned.composition;
            households.neighbourhood[h] = {row};
            households.arrived[h] = opening;
            households.arrived_in[h] = {row};
            add_members(h, planned);
            start.person += households.members[h];
        }
        set_tenures(row, first, plans.size());
    }

    /// Tenures in their exact numbers, to households in an order of their own luck.
    void set_tenures(std::uint16_t row, std::uint32_t first, std::size_t count) {
        auto& households = world.households;
        std::vector<std::pair<double, HouseholdId>> order;
        for (std::uint32_t i = 0; i < count; ++i) {
            const HouseholdId h{first + i};
            order.emplace_back(luck.uniform(world.address(h), Purpose::birth_place), h);
            households.dwelling_quality[h] =
                static_cast<float>(luck.uniform(world.address(h), Purpose::birth_place, 1));
        }
        std::sort(order.begin(), order.end());
        const auto& shares = place.neighbourhoods[row].tenure;
        const double size = static_cast<double>(count);
        for (std::size_t i = 0; i < count; ++i) {
            const double at = (static_cast<double>(i) + 0.5) / size;
            const std::size_t tenure = at < shares[0] ? 0 : (at < shares[0] + shares[1] ? 1 : 2);
            households.tenure[order[i].second] = static_cast<Tenure>(tenure);
        }
    }
};

/// Room for everybody, column by column at the same time: to be given memory takes long.
void make_room(World& world, const Rows& rows, std::size_t neighbourhoods) {
    std::vector<std::function<void()>> columns;
    const auto grow_to = [&](std::size_t size) {
        return [&columns, size](const char*, auto& column) {
            columns.emplace_back([&column, size] { column.resize(size); });
        };
    };
    People::for_each_column(world.people, grow_to(rows.person));
    Households::for_each_column(world.households, grow_to(rows.household));
    Neighbourhoods::for_each_column(world.neighbourhoods, grow_to(neighbourhoods));
    for_each_piece(columns.size(), 1, [&](std::size_t first, std::size_t) { columns[first](); });
}

}  // namespace

void draw_structure(World& world,
                    const Place& place,
                    const Parameters& parameters,
                    const Draws& luck,
                    Month opening) {
    std::vector<std::vector<HouseholdPlan>> plans(place.neighbourhoods.size());
    std::vector<Rows> start(plans.size());
    Rows next;
    for (std::size_t n = 0; n < plans.size(); ++n) {
        start[n].household = next.household;
        next.household += static_cast<std::uint32_t>(households_of(place.neighbourhoods[n]));
    }
    for_each<NeighbourhoodId>(
        plans.size(),
        [&](NeighbourhoodId n) {
            plans[n.row] = plan_households(place.neighbourhoods[n.row],
                                           parameters.population,
                                           luck,
                                           n.row,
                                           start[n.row].household);
        },
        8);
    for (std::size_t n = 0; n < plans.size(); ++n) {
        start[n].person = next.person;
        for (const HouseholdPlan& planned : plans[n]) {
            next.person += static_cast<std::uint32_t>(rows_of(planned));
        }
    }
    make_room(world, next, start.size());
    Builder builder{world, place, luck, opening};
    for_each<NeighbourhoodId>(
        start.size(),
        [&](NeighbourhoodId n) { builder.build(n.row, plans[n.row], start[n.row]); },
        8);
}

int draw_qualification(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, int age) {
    constexpr int level_2 = 2;  // nobody is above it while the duty to study holds
    const HouseholdId h = world.people.household[p];
    const double common = parameters.population.qualification_likeness;
    const double score =
        std::sqrt(common)
            * normal_quantile(luck.at(world.households.arrived[h])
                                  .uniform(world.address(h), Purpose::birth_structure, 2))
        + std::sqrt(1.0 - common)
              * normal_quantile(luck.uniform(world.address(p), Purpose::birth_structure, 1));
    const double u = normal_share_below(score);
    const auto& upto = world.geography->qualification_upto[world.households.neighbourhood[h].row];
    int level = 0;
    while (level + 1 < static_cast<int>(upto.size())
           && u >= upto[static_cast<std::size_t>(level)]) {
        ++level;
    }
    return age < duty_to_study_ends ? std::min(level, level_2) : level;
}

}  // namespace foothold
