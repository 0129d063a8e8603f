#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

constexpr std::size_t further_adult = 5;  // place in typical_age of adults beyond the first two

std::int64_t adults_of(const PlaceNeighbourhood& n) {
    return std::accumulate(n.people.begin(), n.people.end(), std::int64_t{0});
}

std::int64_t households_of(const PlaceNeighbourhood& n) {
    return std::accumulate(n.households.begin(), n.households.end(), std::int64_t{0});
}

struct Rows {
    std::uint32_t person = 0;
    std::uint32_t household = 0;
};

/// One household to be: how many adults and children it will have.
struct Plan {
    Composition composition = Composition::single;
    int adults = 1;
    int children = 0;
};

bool has_children(Composition composition) {
    return composition == Composition::lone_parent
           || composition == Composition::couple_with_children;
}

/// Households of one neighbourhood with the right adults and children. Adults left over after
/// singles and couples are spread over the households of three or more; children over the families.
std::vector<Plan> plan(const PlaceNeighbourhood& n, const Draws& luck, std::uint16_t place) {
    std::vector<Plan> plans;
    std::vector<std::size_t> large;
    std::vector<std::size_t> families;
    std::int64_t adults_left = adults_of(n);
    for (std::size_t c = 0; c < composition_names.size(); ++c) {
        const auto composition = static_cast<Composition>(c);
        const bool pair =
            composition == Composition::couple || composition == Composition::couple_with_children;
        for (std::int32_t i = 0; i < n.households[c]; ++i) {
            if (composition == Composition::three_or_more) {
                large.push_back(plans.size());
            }
            if (has_children(composition)) {
                families.push_back(plans.size());
            }
            plans.push_back({composition, pair ? 2 : 1, 0});
            adults_left -= pair ? 2 : 1;
        }
    }
    for (std::int64_t i = 0; i < adults_left && !large.empty(); ++i) {
        ++plans[large[static_cast<std::size_t>(i) % large.size()]].adults;
    }
    if (families.empty()) {
        families = large;
    }
    for (std::int32_t i = 0; i < n.children && !families.empty(); ++i) {
        // Every family has one child before any has a second; further children fall at random.
        const auto at =
            static_cast<std::size_t>(i) < families.size()
                ? static_cast<std::size_t>(i)
                : static_cast<std::size_t>(
                    luck.uniform({place, 0}, Purpose::birth_place, static_cast<std::uint32_t>(i))
                    * static_cast<double>(families.size()));
        ++plans[families[at]].children;
    }
    return plans;
}

/// Ages of the adults, so that every age band of the place is met exactly: adults are ranked by an
/// age typical of their place in the household, with noise, and the bands are filled in that order.
void set_ages(World& world,
              const PlaceNeighbourhood& n,
              std::vector<std::pair<double, PersonId>> ranked,
              Month opening) {
    std::sort(ranked.begin(), ranked.end());
    std::size_t next = 0;
    for (std::size_t band = 0; band < age_bands.size(); ++band) {
        const double years = age_band_starts[band + 1] - age_band_starts[band];
        for (std::int32_t i = 0; i < n.people[band] && next < ranked.size(); ++i, ++next) {
            const double age = 12.0 * (age_band_starts[band] + years * (i + 0.5) / n.people[band]);
            const PersonId p = ranked[next].second;
            world.people.opening_age[p] = static_cast<std::uint16_t>(age);
            world.people.birth[p] = static_cast<Month>(opening - world.people.opening_age[p]);
        }
    }
}

struct Builder {
    World& world;
    const Place& place;
    const Parameters& parameters;
    const Draws& luck;
    Month opening;

    double age_score(PersonId p, Composition composition, int member) const {
        const auto& population = parameters.population;
        const double typical = member < 2
                                   ? population.typical_age[static_cast<std::size_t>(composition)]
                                   : population.typical_age[further_adult];
        return typical
               + population.typical_age_spread
                     * normal_quantile(luck.uniform(world.address(p), Purpose::birth_structure));
    }

    void add_members(HouseholdId h,
                     const Plan& planned,
                     std::vector<std::pair<double, PersonId>>& ranked) {
        auto& people = world.people;
        const std::uint32_t first = world.households.first[h].row;
        for (int i = 0; i < planned.adults + planned.children; ++i) {
            const PersonId p{first + static_cast<std::uint32_t>(i)};
            people.household[p] = h;
            people.apprentice_until[p] = never;
            if (i < planned.adults) {
                people.activity[p] = Activity::inactive;  // until the opening activity is drawn
                ranked.emplace_back(age_score(p, planned.composition, i), p);
            } else {
                people.activity[p] = Activity::child;
                people.opening_age[p] = static_cast<std::uint16_t>(
                    luck.uniform(world.address(p), Purpose::birth_structure) * school_ends);
                people.birth[p] = static_cast<Month>(opening - people.opening_age[p]);
            }
        }
    }

    void build(std::uint16_t row, Rows start) {
        const PlaceNeighbourhood& n = place.neighbourhoods[row];
        std::vector<std::pair<double, PersonId>> ranked;
        const std::vector<Plan> plans = plan(n, luck, row);
        auto& households = world.households;
        for (const Plan& planned : plans) {
            const HouseholdId h{start.household++};
            households.first[h] = {start.person};
            households.members[h] = static_cast<std::uint8_t>(planned.adults + planned.children);
            households.composition[h] = planned.composition;
            households.neighbourhood[h] = {row};
            households.arrived[h] = opening;
            add_members(h, planned, ranked);
            start.person += households.members[h];
        }
        set_ages(world, n, std::move(ranked), opening);
        set_tenures(row, start.household - static_cast<std::uint32_t>(plans.size()), plans.size());
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

}  // namespace

void draw_structure(World& world,
                    const Place& place,
                    const Parameters& parameters,
                    const Draws& luck,
                    Month opening) {
    std::vector<Rows> start;
    Rows next;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        start.push_back(next);
        next.person += static_cast<std::uint32_t>(adults_of(n) + n.children);
        next.household += static_cast<std::uint32_t>(households_of(n));
    }
    People::for_each_column(world.people,
                            [&](const char*, auto& column) { column.resize(next.person); });
    Households::for_each_column(world.households,
                                [&](const char*, auto& column) { column.resize(next.household); });
    Neighbourhoods::for_each_column(
        world.neighbourhoods, [&](const char*, auto& column) { column.resize(start.size()); });
    Builder builder{world, place, parameters, luck, opening};
    for_each<NeighbourhoodId>(
        start.size(), [&](NeighbourhoodId n) { builder.build(n.row, start[n.row]); }, 8);
}

int draw_qualification(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, int age) {
    constexpr int level_2 = 2;  // nobody is above it while the duty to study holds
    const HouseholdId h = world.people.household[p];
    const double common = parameters.population.qualification_likeness;
    const double score =
        std::sqrt(common)
            * normal_quantile(luck.at(world.households.arrived[h])
                                  .uniform(world.address(h), Purpose::birth_structure, 1))
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
