#include "sim/core/mathematics.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <vector>

namespace foothold {

namespace {

/// Months in the present spell out of work, from the place's mix of durations.
int draw_duration(const std::vector<double>& upto, const std::vector<double>& shares, double u) {
    double from = 0.0;
    for (std::size_t band = 0; band < shares.size(); ++band) {
        if (u < shares[band] || band + 1 == shares.size()) {
            const double within = std::min(1.0, u / shares[band]);
            return static_cast<int>(from + (upto[band] - from) * within);
        }
        u -= shares[band];
        from = upto[band];
    }
    return 0;
}

void draw_job(World& world,
              const Reference& reference,
              const Parameters& parameters,
              const Draws& luck,
              PersonId p,
              Month now,
              int months_since_school) {
    auto& people = world.people;
    const Geography& g = *world.geography;
    const NeighbourhoodId place = world.neighbourhood(p);
    double u = luck.uniform(world.address(p), Purpose::birth_history);
    std::size_t zone = 0;
    while (zone + 1 < g.zones && u >= g.travel[place.row * g.zones + zone]) {
        u -= g.travel[place.row * g.zones + zone];
        ++zone;
    }
    people.job_zone[p] = {static_cast<std::uint16_t>(zone)};
    const double better = parameters.population.tier_by_qualification
                          * (people.qualification[p] - reference.mean_qualification);
    const double v = logit(luck.uniform(world.address(p), Purpose::birth_history, 1));
    std::uint8_t tier = 0;
    while (tier + 1U < tiers && v + better >= reference.tier_log_odds[tier]) {
        ++tier;
    }
    people.job_tier[p] = tier;
    const double tenure = -parameters.population.mean_job_tenure
                          * logarithm(luck.uniform(world.address(p), Purpose::birth_history, 2));
    people.job_since[p] =
        static_cast<Month>(now - std::min<int>(static_cast<int>(tenure), months_since_school));
    people.since[p] = people.job_since[p];
    people.last_job_end[p] = never;
}

void draw_spell(World& world,
                const Parameters& parameters,
                const Draws& luck,
                PersonId p,
                Month now,
                int months_since_school) {
    auto& people = world.people;
    const auto& population = parameters.population;
    const bool searching = people.activity[p] == Activity::searching;
    const auto& shares =
        searching ? population.duration_of_searchers : population.duration_of_inactive;
    const int duration = draw_duration(
        population.duration_upto, shares, luck.uniform(world.address(p), Purpose::birth_history));
    const int spell = std::min(duration, months_since_school);
    people.since[p] = static_cast<Month>(now - spell);
    people.out_since[p] = people.since[p];
    const double longest = population.duration_upto[population.duration_upto.size() - 2];
    const bool never_worked =
        spell == months_since_school
        || (spell > longest
            && luck.happens(population.never_worked, world.address(p), Purpose::birth_history, 1));
    people.last_job_end[p] = never_worked ? never : people.since[p];
}

/// A person's own log ease of finding work: normal, with 1 as the mean of its exponential. Those
/// who are out of work are whom it has not taken out: among people of frailty variance v who left
/// at hazard h, those still there after t months have 1 / (1 + v h t) of the ease (Vaupel, Manton
/// and Stallard 1979, for gamma frailty).
double draw_ease(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now) {
    const double spread = parameters.search.own_ease;
    const double w = luck.uniform(world.address(p), Purpose::birth_ease);
    const double ease = spread * normal_quantile(w) - 0.5 * spread * spread;
    const std::vector<double>& entry = parameters.population.entry_before;
    const Activity activity = world.people.activity[p];
    const double hazard = activity == Activity::searching  ? entry[0]
                          : activity == Activity::inactive ? entry[1]
                          : activity == Activity::sick     ? entry[2]
                                                           : 0.0;
    const double variance = exponential(spread * spread) - 1.0;
    return ease - logarithm(1.0 + variance * hazard * (now - world.people.since[p]));
}

}  // namespace

void draw_history(World& world,
                  const Reference& reference,
                  const Parameters& parameters,
                  const Draws& luck,
                  PersonId p,
                  Month now) {
    auto& people = world.people;
    const auto& population = parameters.population;
    const int months_since_school = std::max(0, now - people.birth[p] - school_ends);
    double lost = 0.0;
    if (people.activity[p] == Activity::employed) {
        draw_job(world, reference, parameters, luck, p, now, months_since_school);
    } else if (people.activity[p] == Activity::student) {
        people.since[p] = static_cast<Month>(now - months_since_school);
        people.last_job_end[p] = never;
    } else {
        draw_spell(world, parameters, luck, p, now, months_since_school);
        lost = population.confidence_out_of_work
               * chance_of((now - people.since[p]) / parameters.search.duration_memory);
    }
    const double u = luck.uniform(world.address(p), Purpose::birth_trust);
    const double v = luck.uniform(world.address(p), Purpose::birth_trust, 1);
    people.ease[p] = static_cast<float>(draw_ease(world, parameters, luck, p, now));
    const double own = population.confidence_mean + population.confidence_spread * (2.0 * u - 1.0);
    people.own_confidence[p] = static_cast<float>(own);
    people.confidence[p] = static_cast<float>(std::clamp(own - lost, 0.0, 1.0));
    people.trust[p] = static_cast<float>(
        std::clamp(population.trust_mean + population.trust_spread * (2.0 * v - 1.0), 0.0, 1.0));
}

}  // namespace foothold
