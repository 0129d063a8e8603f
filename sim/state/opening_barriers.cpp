#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// The value that a share `prevalence` of `values` lies above.
double threshold_for(std::vector<float> values, double prevalence) {
    if (values.empty()) {
        return 0.0;
    }
    const auto above =
        static_cast<std::size_t>(std::llround(prevalence * static_cast<double>(values.size())));
    if (above == 0) {
        return quantity::unbounded;
    }
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() - above);
    std::nth_element(values.begin(), at, values.end());
    return std::nextafter(static_cast<double>(*at), -quantity::unbounded);
}

/// Latent values of all adults, barrier by barrier; the householder's stand for a household's.
struct Values {
    std::vector<std::vector<float>> z;  // shape [barrier][person]
};

Values draw_latent(const World& world,
                   const Parameters& parameters,
                   const Latent& latent,
                   const Draws& luck,
                   Month opening) {
    const std::size_t kinds = parameters.barriers.items.size();
    Values values{std::vector<std::vector<float>>(kinds, std::vector<float>(world.people.size()))};
    for_each<PersonId>(world.people.size(), [&](PersonId p) {
        if (world.people.activity[p] == Activity::child) {
            return;
        }
        const HouseholdId h = world.people.household[p];
        const std::vector<double> z = latent.of(luck,
                                                world.address(h),
                                                world.address(p),
                                                world.households.neighbourhood[h],
                                                opening - world.people.birth[p],
                                                world.people.qualification[p]);
        for (std::size_t k = 0; k < kinds; ++k) {
            values.z[k][p.row] = static_cast<float>(z[k]);
        }
    });
    return values;
}

void draw_personal(World& world,
                   Reference& reference,
                   double prevalence,
                   std::size_t k,
                   const std::vector<float>& z) {
    const auto adults = collect<PersonId>(world.people.size(), [&](PersonId p) {
        return world.people.activity[p] != Activity::child;
    });
    std::vector<float> values;
    values.reserve(adults.size());
    for (const PersonId p : adults) {
        values.push_back(z[p.row]);
    }
    reference.threshold[k] = threshold_for(std::move(values), prevalence);
    for_each<PersonId>(world.people.size(), [&](PersonId p) {
        if (world.people.activity[p] != Activity::child && z[p.row] > reference.threshold[k]) {
            world.people.barriers[p] =
                static_cast<BarrierSet>(world.people.barriers[p] | (1U << k));
        }
    });
}

void draw_shared(World& world,
                 Reference& reference,
                 double prevalence,
                 std::size_t k,
                 const std::vector<float>& z) {
    std::vector<float> values;
    values.reserve(world.households.size());
    for (const PersonId first : world.households.first.values()) {
        values.push_back(z[first.row]);
    }
    reference.threshold[k] = threshold_for(std::move(values), prevalence);
    for_each<HouseholdId>(world.households.size(), [&](HouseholdId h) {
        if (z[world.households.first[h].row] > reference.threshold[k]) {
            world.households.barriers[h] =
                static_cast<BarrierSet>(world.households.barriers[h] | (1U << k));
        }
    });
}

/// Hazard ratio of onset in a place: the odds of the barrier there against the odds where the place
/// adds nothing, which is what a steady state with one recovery hazard needs.
double place_ratio(const Latent& latent, double threshold, NeighbourhoodId place, std::size_t k) {
    constexpr double edge = 1e-9;
    const auto odds = [&](double shift) {
        const double p = std::clamp(
            1.0 - normal_share_below((threshold - shift) / latent.spread()), edge, 1.0 - edge);
        return p / (1.0 - p);
    };
    return odds(latent.place_part(place, k)) / odds(0.0);
}

/// Expected onsets and recoveries of a month, per unit of base hazard.
struct Flow {
    double at_risk = 0.0;
    double recovering = 0.0;

    Flow& operator+=(const Flow& other) {
        at_risk += other.at_risk;
        recovering += other.recovering;
        return *this;
    }
};

template <class IdT>
Flow flow_of(const World& world,
             const BarrierHazards& hazards,
             const Reference& reference,
             IdT id,
             NeighbourhoodId place,
             BarrierSet own,
             BarrierSet all,
             std::size_t k,
             Month now) {
    if (own & (1U << k)) {
        return {0.0, hazards.recovery_ratio(all, k)};
    }
    return {hazards.onset_ratio(world, id, k, now)
                * reference.onset_place[place.row * hazards.kinds() + k],
            0.0};
}

}  // namespace

void draw_barriers(World& world,
                   Reference& reference,
                   const Parameters& parameters,
                   const Latent& latent,
                   const Draws& luck,
                   Month opening) {
    const auto& barriers = parameters.barriers.items;
    const Values values = draw_latent(world, parameters, latent, luck, opening);
    reference.threshold.assign(barriers.size(), 0.0);
    for (std::size_t k = 0; k < barriers.size(); ++k) {
        const auto draw = barriers[k].scope == Scope::personal ? draw_personal : draw_shared;
        draw(world, reference, barriers[k].prevalence, k, values.z[k]);
    }
    reference.onset_place.resize(world.neighbourhoods.size() * barriers.size());
    for_each<NeighbourhoodId>(world.neighbourhoods.size(), [&](NeighbourhoodId place) {
        for (std::size_t k = 0; k < barriers.size(); ++k) {
            reference.onset_place[place.row * barriers.size() + k] =
                place_ratio(latent, reference.threshold[k], place, k);
        }
    });
}

void solve_onsets(const World& world,
                  Reference& reference,
                  const Parameters& parameters,
                  const Latent&,
                  Month opening) {
    const BarrierHazards hazards{parameters};
    reference.onset.assign(hazards.kinds(), 0.0);
    for (std::size_t k = 0; k < hazards.kinds(); ++k) {
        Flow flow;
        if (parameters.barriers.items[k].scope == Scope::personal) {
            flow = ordered_sum<PersonId>(world.people.size(), Flow{}, [&](PersonId p) {
                return world.people.activity[p] == Activity::child
                           ? Flow{}
                           : flow_of(world,
                                     hazards,
                                     reference,
                                     p,
                                     world.neighbourhood(p),
                                     world.people.barriers[p],
                                     world.barriers(p),
                                     k,
                                     opening);
            });
        } else {
            flow = ordered_sum<HouseholdId>(world.households.size(), Flow{}, [&](HouseholdId h) {
                const BarrierSet present = world.households.barriers[h];
                return flow_of(world,
                               hazards,
                               reference,
                               h,
                               world.households.neighbourhood[h],
                               present,
                               present,
                               k,
                               opening);
            });
        }
        const double recovery = parameters.barriers.items[k].recovery;
        reference.onset[k] = flow.at_risk > 0.0 ? recovery * flow.recovering / flow.at_risk : 0.0;
    }
}

}  // namespace foothold
