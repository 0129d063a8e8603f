#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

std::size_t band_of(int age_in_months) {
    std::size_t band = 0;
    while (band + 1 < age_bands.size() && age_in_months >= age_band_starts[band + 1] * 12) {
        ++band;
    }
    return band;
}

/// Adults of a neighbourhood, in the order of their rows.
std::vector<PersonId> adults_in(const World& world, std::uint32_t first, std::uint32_t last) {
    std::vector<PersonId> adults;
    for (std::uint32_t row = first; row < last; ++row) {
        if (world.people.activity[PersonId{row}] != Activity::child) {
            adults.push_back(PersonId{row});
        }
    }
    return adults;
}

/// The youngest, with noise, study: exactly the place's share of them.
void draw_students(World& world,
                   const Parameters& parameters,
                   const Draws& luck,
                   const std::vector<PersonId>& adults,
                   double share_of_students) {
    std::vector<std::pair<double, PersonId>> order;
    for (const PersonId p : adults) {
        const double noise =
            normal_quantile(luck.uniform(world.address(p), Purpose::birth_activity, 1));
        order.emplace_back(
            world.people.opening_age[p] / 12.0 + parameters.population.study_age_spread * noise, p);
    }
    std::sort(order.begin(), order.end());
    const auto count = static_cast<std::size_t>(
        std::llround(share_of_students * static_cast<double>(adults.size())));
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i) {
        world.people.activity[order[i].second] = Activity::student;
    }
}

/// Intercept at which `wanted` of the adults are expected to be in work: by Newton's method, held
/// within what is known to lie below and above.
double solve_intercept(const std::vector<double>& log_odds_of, double wanted) {
    constexpr double near_enough = 1e-13;
    double low = -12.0;
    double high = 12.0;
    double at = 0.0;
    for (int step = 0; step < 50; ++step) {
        double expected = 0.0;
        double slope = 0.0;
        for (const double x : log_odds_of) {
            const double chance = inverse_logit(x + at);
            expected += chance;
            slope += chance * (1.0 - chance);
        }
        (expected < wanted ? low : high) = at;
        const double newton = slope > 0.0 ? at + (wanted - expected) / slope : low;
        const double next = newton > low && newton < high ? newton : 0.5 * (low + high);
        if (std::abs(next - at) < near_enough) {
            return next;
        }
        at = next;
    }
    return at;
}

/// Shares of the workless who do not study: the Census split, which adds up to whoever has no job.
WorklessMix mix_of(const PlaceNeighbourhood& n) {
    const double workless =
        std::max(1.0 - n.employed - n.student, n.unemployed + n.sick + n.retired);
    return {n.unemployed / workless,
            n.sick / workless,
            n.retired / workless,
            std::max(0.0, 1.0 - (n.unemployed + n.sick + n.retired) / workless)};
}

bool may_retire(const World& world, PersonId p, Month now) {
    return now - world.people.birth[p] >= earliest_retirement;
}

/// Weights of the four ways to be workless for somebody of one class: ill or not, old enough to
/// retire or not.
std::array<double, 4> weights_of(const WorklessMix& mix, double sick, bool old) {
    return {mix.searching, mix.sick * sick, old ? mix.retired : 0.0, mix.inactive};
}

/// Turns the shares of the workless into weights that give those shares once health and age have
/// weighed in, by proportional fitting over the classes of people there are.
void adapt(WorklessMix& mix,
           const World& world,
           const Parameters& parameters,
           const std::vector<PersonId>& workless,
           Month now) {
    std::array<double, 4> people{};  // by class: bit 0 ill, bit 1 old
    for (const PersonId p : workless) {
        const bool ill = (world.barriers(p) & world.reference->ill_health) != 0;
        people[std::size_t{ill} + 2 * std::size_t{may_retire(world, p, now)}] += 1.0;
    }
    const std::array<double, 4> wanted = weights_of(mix, 1.0, true);
    constexpr int rounds = 30;
    for (int round = 0; round < rounds && !workless.empty(); ++round) {
        std::array<double, 4> got{};
        for (std::size_t c = 0; c < people.size(); ++c) {
            const double sick = c % 2 == 1 ? parameters.population.sick_with_health_barrier : 1.0;
            const auto weights = weights_of(mix, sick, c >= 2);
            const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
            for (std::size_t k = 0; k < got.size() && all > 0.0; ++k) {
                got[k] += people[c] * weights[k] / (all * static_cast<double>(workless.size()));
            }
        }
        const std::array<double*, 4> mine{&mix.searching, &mix.sick, &mix.retired, &mix.inactive};
        for (std::size_t k = 0; k < got.size(); ++k) {
            *mine[k] *= got[k] > 0.0 ? wanted[k] / got[k] : 1.0;
        }
    }
}

void draw_place(World& world,
                Reference& reference,
                const Parameters& parameters,
                const Draws& luck,
                const PlaceNeighbourhood& n,
                NeighbourhoodId place,
                std::vector<PersonId> adults,
                Month opening) {
    auto& people = world.people;
    const double wanted =
        world.geography->anchored_employment[place.row] * static_cast<double>(adults.size());
    draw_students(world, parameters, luck, adults, n.student);
    std::erase_if(adults, [&](PersonId p) { return people.activity[p] == Activity::student; });
    std::vector<double> odds;
    for (const PersonId p : adults) {
        odds.push_back(employment_log_odds(world, parameters, p, opening));
    }
    reference.intercept[place.row] = solve_intercept(odds, wanted);
    std::vector<PersonId> workless;
    for (std::size_t i = 0; i < adults.size(); ++i) {
        const PersonId p = adults[i];
        people.activity[p] = Activity::employed;
        if (!luck.happens(inverse_logit(odds[i] + reference.intercept[place.row]),
                          world.address(p),
                          Purpose::birth_activity)) {
            workless.push_back(p);
        }
    }
    adapt(reference.mix[place.row], world, parameters, workless, opening);
    for (const PersonId p : workless) {
        people.activity[p] =
            draw_workless(world, reference.mix[place.row], parameters, luck, p, opening);
    }
}

}  // namespace

double
employment_log_odds(const World& world, const Parameters& parameters, PersonId p, Month now) {
    const auto& population = parameters.population;
    double sum = population.employment_by_qualification[world.people.qualification[p]]
                 + population.employment_by_age[band_of(now - world.people.birth[p])];
    for (std::size_t k = 0; k < parameters.barriers.items.size(); ++k) {
        sum += world.barriers(p) & (1U << k) ? parameters.barriers.items[k].employment : 0.0;
    }
    return sum;
}

Activity draw_workless(const World& world,
                       const WorklessMix& mix,
                       const Parameters& parameters,
                       const Draws& luck,
                       PersonId p,
                       Month now) {
    const bool ill = (world.barriers(p) & world.reference->ill_health) != 0;
    const double sick = ill ? parameters.population.sick_with_health_barrier : 1.0;
    const auto weights = weights_of(mix, sick, may_retire(world, p, now));
    double u = luck.uniform(world.address(p), Purpose::birth_activity, 5)
               * std::accumulate(weights.begin(), weights.end(), 0.0);
    constexpr std::array kinds{
        Activity::searching, Activity::sick, Activity::retired, Activity::inactive};
    for (std::size_t k = 0; k + 1 < kinds.size(); ++k) {
        if (u < weights[k]) {
            return kinds[k];
        }
        u -= weights[k];
    }
    return Activity::inactive;
}

Activity draw_activity(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    const Reference& reference = *world.reference;
    const auto place = world.neighbourhood(p).row;
    const double odds = employment_log_odds(world, parameters, p, now) + reference.intercept[place];
    return luck.happens(inverse_logit(odds), world.address(p), Purpose::birth_activity)
               ? Activity::employed
               : draw_workless(world, reference.mix[place], parameters, luck, p, now);
}

void draw_activities(World& world,
                     Reference& reference,
                     const Place& place,
                     const Parameters& parameters,
                     const Draws& luck,
                     Month opening) {
    const std::size_t places = place.neighbourhoods.size();
    std::vector<std::uint32_t> first(places + 1, 0);  // row of each neighbourhood's first person
    for (std::size_t i = 0; i < places; ++i) {
        reference.mix.push_back(mix_of(place.neighbourhoods[i]));
    }
    for (std::uint32_t row = 0; row < world.households.size(); ++row) {
        first[world.households.neighbourhood[{row}].row + std::size_t{1}] +=
            world.households.members[{row}];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    reference.intercept.assign(places, 0.0);
    for_each<NeighbourhoodId>(
        places,
        [&](NeighbourhoodId n) {
            draw_place(world,
                       reference,
                       parameters,
                       luck,
                       place.neighbourhoods[n.row],
                       n,
                       adults_in(world, first[n.row], first[n.row + 1]),
                       opening);
        },
        8);
    const auto& people = world.people;
    const auto employed = [&](PersonId p) { return people.activity[p] == Activity::employed; };
    reference.employed = ordered_sum<PersonId>(
        people.size(), std::int64_t{0}, [&](PersonId p) { return std::int64_t{employed(p)}; });
    const auto levels = ordered_sum<PersonId>(people.size(), std::int64_t{0}, [&](PersonId p) {
        return employed(p) ? std::int64_t{people.qualification[p]} : std::int64_t{0};
    });
    reference.mean_qualification =
        static_cast<double>(levels)
        / static_cast<double>(std::max<std::int64_t>(1, reference.employed));
    double upto = 0.0;
    for (std::size_t t = 0; t < tiers; ++t) {
        upto += world.geography->tier_share[t];
        reference.tier_log_odds[t] = upto < 1.0 && upto > 0.0 ? logit(upto) : quantity::unbounded;
    }
    for_each<PersonId>(people.size(), [&](PersonId p) {
        if (people.activity[p] != Activity::child) {
            draw_history(world, reference, parameters, luck, p, opening);
        }
    });
}

}  // namespace foothold
