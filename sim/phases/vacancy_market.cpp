#include "sim/phases/vacancy_market.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/policy/shocks.hpp"
#include "sim/policy/training_rules.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace foothold {

namespace {

/// What each place adds to how fast the workless' applications land: neighbours in work who pass
/// the word on, and a scale solved in the burn-in. [1]
std::vector<double> ease_of_places(const World& world, const MonthContext& now) {
    const SearchParameters& search = now.parameters.search;
    const double met = now.burn_in() ? 1.0 : encounters(now.parameters.labour_demand, now.calendar);
    const bool networks = now.parameters.mechanisms.networks && search.networks > 0.0;
    const bool solved = !world.balance.employed.empty();
    std::vector<double> ease;
    for (std::uint16_t n = 0; n < world.neighbourhoods.size(); ++n) {
        const double above =
            met * world.neighbourhoods.employment[{n}] - world.reference->employment();
        ease.push_back((networks ? exponential(search.networks * points * above) : 1.0)
                       * (solved ? world.balance.employed[n].scale : 1.0));
    }
    return ease;
}

/// No less than the hazard that anybody in work lands an application or is put forward. [1/month]
double most_in_work(const MonthContext& now, double most_support) {
    constexpr double top = static_cast<double>(qualification_names.size() - 1);
    const SearchParameters& search = now.parameters.search;
    const WorkParameters& work = now.parameters.work;
    const double standing = std::max(0.0, search.hiring_per_level) * top
                            + std::max(0.0, -search.duration_penalty) + most_support
                            - now.effects.least_hiring();
    return search.applications * search.on_the_job * exponential_above(standing)
           + *std::max_element(work.promotion.begin(), work.promotion.end())
                 * std::max(1.0, work.promotion_supported);
}

}  // namespace

Market survey_vacancies(const World& world, const MonthContext& now) {
    const Geography& g = *world.geography;
    const double support =
        std::max(0.0, now.parameters.search.budget_hiring) + most_employer_led(now.scenario);
    Market market{support,
                  most_in_work(now, support),
                  ease_of_places(world, now),
                  std::vector<double>(g.neighbourhoods * tiers)};
    const std::vector<double> vacancies{world.jobs.vacancies.begin(), world.jobs.vacancies.end()};
    for_each<NeighbourhoodId>(
        g.neighbourhoods,
        [&](NeighbourhoodId n) {
            std::array<double, tiers> sums{};
            for (std::size_t z = 0; z < g.zones; ++z) {
                const double reach = g.reach_of(n, z);
                for (std::size_t t = 0; t < tiers; ++t) {
                    sums[t] += vacancies[z * tiers + t] * reach;
                }
            }
            std::copy(
                sums.begin(), sums.end(), market.pulls.begin() + n.row * std::ptrdiff_t{tiers});
        },
        64);
    return market;
}

}  // namespace foothold
