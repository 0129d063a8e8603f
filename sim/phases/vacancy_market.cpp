#include "sim/phases/vacancy_market.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/policy/training_rules.hpp"
#include "sim/state/geography.hpp"

#include <algorithm>

namespace foothold {

Market survey_vacancies(const World& world, const MonthContext& now) {
    const Geography& g = *world.geography;
    const SearchParameters& search = now.parameters.search;
    constexpr double top = static_cast<double>(qualification_names.size() - 1);
    const double best =
        exponential(std::max(0.0, search.hiring_per_level) * top
                    + std::max(0.0, search.budget_hiring) + most_employer_led(now.scenario)
                    + std::max(0.0, -search.duration_penalty) - now.effects.least_hiring());
    Market market{g.zones, best, std::vector<double>(g.neighbourhoods * tiers * g.zones)};
    for_each<NeighbourhoodId>(
        g.neighbourhoods,
        [&](NeighbourhoodId n) {
            for (std::size_t t = 0; t < tiers; ++t) {
                double sum = 0.0;
                double* row = &market.upto[(n.row * tiers + t) * g.zones];
                for (std::size_t z = 0; z < g.zones; ++z) {
                    sum += world.jobs.vacancies[z * tiers + t] * g.reach_of(n, z);
                    row[z] = sum;
                }
            }
        },
        64);
    return market;
}

}  // namespace foothold
