#include "sim/state/opening_households.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/state/ages.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

using Plans = std::vector<HouseholdPlan>;

constexpr std::size_t further_adult = 5;  // place in typical_age of adults beyond the first two

bool has_children(Composition composition) {
    return composition == Composition::lone_parent
           || composition == Composition::couple_with_children;
}

/// Adults left over after singles and couples are spread over the households of three or more;
/// children over the families.
Plans members_of(const PlaceNeighbourhood& n, const Draws& luck, std::uint16_t place) {
    Plans plans;
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
            plans.push_back({composition, pair ? 2 : 1, 0, {}, {}});
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
                    luck.uniform({place, 0}, Purpose::birth_children, static_cast<std::uint32_t>(i))
                    * static_cast<double>(families.size()));
        ++plans[families[at]].children;
    }
    return plans;
}

/// Ages of the adults, so that every age band of the place is met exactly: adults are ranked by an
/// age typical of their place in the household, with noise, and the bands are filled in that order.
void set_ages(Plans& plans,
              const PlaceNeighbourhood& n,
              const PopulationParameters& population,
              const Draws& luck,
              std::uint32_t first) {
    struct Adult {
        double score;
        std::size_t household;
        std::size_t member;
    };

    std::vector<Adult> ranked;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        HouseholdPlan& it = plans[i];
        it.ages.resize(static_cast<std::size_t>(it.adults));
        for (std::size_t member = 0; member < it.ages.size(); ++member) {
            const std::size_t kind =
                member < 2 ? static_cast<std::size_t>(it.composition) : further_adult;
            const double noise =
                normal_quantile(luck.uniform({first + static_cast<std::uint32_t>(i), 0},
                                             Purpose::birth_ages,
                                             static_cast<std::uint32_t>(member)));
            ranked.push_back(
                {population.typical_age[kind] + population.typical_age_spread * noise, i, member});
        }
    }
    std::sort(ranked.begin(), ranked.end(), [](const Adult& a, const Adult& b) {
        return a.score != b.score           ? a.score < b.score
               : a.household != b.household ? a.household < b.household
                                            : a.member < b.member;
    });
    std::size_t next = 0;
    for (std::size_t band = 0; band < age_bands.size(); ++band) {
        const double years = age_band_starts[band + 1] - age_band_starts[band];
        for (std::int32_t i = 0; i < n.people[band] && next < ranked.size(); ++i, ++next) {
            const double age = 12.0 * (age_band_starts[band] + years * (i + 0.5) / n.people[band]);
            plans[ranked[next].household].ages[ranked[next].member] =
                static_cast<std::int16_t>(age);
        }
    }
}

/// How likely a householder is to have a child at each age in months, against others.
std::vector<double> chances_by_age(const PopulationParameters& population) {
    std::vector<double> chances(static_cast<std::size_t>(working_age_ends));
    for (std::size_t age = 0; age < chances.size(); ++age) {
        const double off = (static_cast<double>(age) / 12.0 - population.parent_age)
                           / population.parent_age_spread;
        chances[age] = exponential(-off * off / 2.0);
    }
    return chances;
}

/// The households to which a child may be born: families and couples.
std::vector<std::size_t> possible_parents(const Plans& plans) {
    std::vector<std::size_t> found;
    for (std::size_t h = 0; h < plans.size(); ++h) {
        const Composition composition = plans[h].composition;
        if (has_children(composition) || composition == Composition::couple) {
            found.push_back(h);
        }
    }
    return found;
}

/// How likely one of them is to have a child so many months after the opening, against others.
double weight_of(const HouseholdPlan& it,
                 const std::vector<double>& chances,
                 int month,
                 int between_births) {
    const auto age = static_cast<std::size_t>(it.ages.front() + month);
    const bool lately = !it.births.empty() && month - it.births.back() < between_births;
    return !lately && age < chances.size() ? chances[age] : 0.0;
}

/// As many children are born as turn 16, evenly over the years that rows are kept for, to families
/// and couples by the householder's age then.
void set_births(Plans& plans,
                const PlaceNeighbourhood& n,
                const PopulationParameters& population,
                const Draws& luck,
                std::uint16_t place) {
    const double months = 12.0 * population.births_for;
    const auto births = static_cast<std::uint32_t>(std::llround(n.children * months / school_ends));
    const std::vector<double> chances = chances_by_age(population);
    const std::vector<std::size_t> parents = possible_parents(plans);
    std::vector<double> upto(parents.size());
    for (std::uint32_t i = 0; i < births; ++i) {
        const int month = 1 + static_cast<int>(months * (i + 0.5) / births);
        double all = 0.0;
        for (std::size_t parent = 0; parent < parents.size(); ++parent) {
            all += weight_of(plans[parents[parent]], chances, month, population.between_births);
            upto[parent] = all;
        }
        if (all <= 0.0) {
            continue;  // nobody who could have it
        }
        const double at = all * luck.uniform({place, 0}, Purpose::birth_future, i);
        const auto chosen = std::upper_bound(upto.begin(), upto.end() - 1, at) - upto.begin();
        plans[parents[static_cast<std::size_t>(chosen)]].births.push_back(
            static_cast<std::int16_t>(month));
    }
}

}  // namespace

std::int64_t adults_of(const PlaceNeighbourhood& n) {
    return std::accumulate(n.people.begin(), n.people.end(), std::int64_t{0});
}

std::int64_t households_of(const PlaceNeighbourhood& n) {
    return std::accumulate(n.households.begin(), n.households.end(), std::int64_t{0});
}

std::vector<HouseholdPlan> plan_households(const PlaceNeighbourhood& n,
                                           const PopulationParameters& population,
                                           const Draws& luck,
                                           std::uint16_t place,
                                           std::uint32_t first) {
    Plans plans = members_of(n, luck, place);
    set_ages(plans, n, population, luck, first);
    set_births(plans, n, population, luck, place);
    return plans;
}

}  // namespace foothold
