#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening_steps.hpp"

#include <algorithm>
#include <array>
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
                                                luck,
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

/// Hazard ratio of onset for a latent shift: the odds of the barrier with it against the odds
/// without, which is what a steady state with one recovery hazard needs.
double onset_ratio_of(const Latent& latent, double threshold, double shift) {
    constexpr double edge = 1e-9;
    const auto odds = [&](double by) {
        const double p = std::clamp(
            1.0 - normal_share_below((threshold - by) / latent.spread()), edge, 1.0 - edge);
        return p / (1.0 - p);
    };
    return odds(shift) / odds(0.0);
}

void solve_ratios(const World& world,
                  Reference& reference,
                  const Parameters& parameters,
                  const Latent& latent) {
    const auto& barriers = parameters.barriers.items;
    reference.onset_place.resize(world.neighbourhoods.size() * barriers.size());
    for_each<NeighbourhoodId>(world.neighbourhoods.size(), [&](NeighbourhoodId place) {
        for (std::size_t k = 0; k < barriers.size(); ++k) {
            reference.onset_place[place.row * barriers.size() + k] =
                onset_ratio_of(latent, reference.threshold[k], latent.place_part(place, k));
        }
    });
    for (int year = age_band_starts.front(); year < age_band_starts.back(); ++year) {
        for (int level = 0; level < static_cast<int>(qualification_names.size()); ++level) {
            for (std::size_t k = 0; k < barriers.size(); ++k) {
                reference.onset_person.push_back(onset_ratio_of(
                    latent, reference.threshold[k], latent.person_part(year * 12, level, k)));
            }
        }
    }
}

/// Somebody's words for one purpose, one for each barrier's stream: drawn a block at a time.
class WordsOfStreams {
  public:
    WordsOfStreams(const Draws& luck, Address who, Purpose purpose)
        : luck_{luck}, who_{who}, purpose_{purpose} {}

    std::uint32_t of(std::int32_t stream) {
        const auto at = static_cast<std::uint32_t>(stream);
        if (block_ != at / words_.size()) {
            block_ = static_cast<std::uint32_t>(at / words_.size());
            words_ = luck_.words(who_, purpose_, block_);
        }
        return words_[at % words_.size()];
    }

  private:
    const Draws& luck_;
    Address who_;
    Purpose purpose_;
    std::uint32_t block_ = ~std::uint32_t{0};  // none yet
    std::array<std::uint32_t, 4> words_{};
};

/// When a barrier that is absent last lifted: in a steady state the time since is exponential at
/// the rate at which the people without it got there.
Month past_recovery(std::uint32_t word,
                    const Barrier& barrier,
                    const BarrierDynamics& dynamics,
                    Month opening) {
    const double u = unit(word);
    const double rate =
        recovery_of_present(barrier, dynamics) * barrier.prevalence / (1.0 - barrier.prevalence);
    const double since = rate > 0.0 ? -logarithm(u) / rate : -2.0 * never;
    return since < opening - never ? static_cast<Month>(opening - static_cast<int>(since)) : never;
}

void draw_recoveries(World& world, const Parameters& parameters, const Draws& luck, Month opening) {
    const auto& barriers = parameters.barriers.items;
    const BarrierDynamics& dynamics = parameters.barrier_dynamics;
    for_each<HouseholdId>(world.households.size(), [&](HouseholdId h) {
        world.households.chronic[h] =
            draw_chronic(parameters, luck, world.address(h), world.households.barriers[h]);
        WordsOfStreams words{luck, world.address(h), Purpose::birth_recovery};
        for (std::size_t k = 0; k < barriers.size(); ++k) {
            if (barriers[k].scope == Scope::household
                && !(world.households.barriers[h] & (1U << k))) {
                world.households.recovered[h][k] =
                    past_recovery(words.of(barriers[k].stream), barriers[k], dynamics, opening);
            }
        }
    });
    for_each<PersonId>(world.people.size(), [&](PersonId p) {
        world.people.chronic[p] =
            draw_chronic(parameters, luck, world.address(p), world.people.barriers[p]);
        WordsOfStreams words{luck, world.address(p), Purpose::birth_recovery};
        for (std::size_t k = 0; k < barriers.size() && world.people.activity[p] != Activity::child;
             ++k) {
            if (barriers[k].scope == Scope::personal && !(world.people.barriers[p] & (1U << k))) {
                world.people.recovered[p][k] =
                    past_recovery(words.of(barriers[k].stream), barriers[k], dynamics, opening);
            }
        }
    });
}

/// Expected onsets of a month per unit of base hazard, and expected recoveries.
struct Flow {
    double at_risk = 0.0;
    double recovering = 0.0;

    Flow& operator+=(const Flow& other) {
        at_risk += other.at_risk;
        recovering += other.recovering;
        return *this;
    }
};

Flow flow_of(const World& world,
             const BarrierHazards& hazards,
             double recovery,
             PersonId p,
             std::size_t k,
             Month now) {
    const Reference& reference = *world.reference;
    if (world.people.activity[p] == Activity::child) {
        return {};
    }
    if (world.people.barriers[p] & (1U << k)) {
        return {0.0,
                chance_of(recovery
                          * hazards.recovery_ratio(world.barriers(p), world.people.chronic[p], k))};
    }
    return {hazards.onset_ratio(world, p, k, now)
                * reference.place_ratios(world.neighbourhood(p).row)[k]
                * reference.person_ratios(Reference::person_row(now - world.people.birth[p],
                                                                world.people.qualification[p]))[k],
            0.0};
}

Flow flow_of(const World& world,
             const BarrierHazards& hazards,
             double recovery,
             HouseholdId h,
             std::size_t k,
             Month now) {
    if (world.households.barriers[h] & (1U << k)) {
        return {0.0,
                chance_of(recovery
                          * hazards.recovery_ratio(
                              barriers_in(world, h), world.households.chronic[h], k))};
    }
    const Reference& reference = *world.reference;
    const PersonId first = world.households.first[h];
    return {hazards.onset_ratio(world, h, k, now)
                * reference.place_ratios(world.households.neighbourhood[h].row)[k]
                * reference.person_ratios(Reference::person_row(
                    now - world.people.birth[first], world.people.qualification[first]))[k],
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
    solve_ratios(world, reference, parameters, latent);
    draw_recoveries(world, parameters, luck, opening);
}

void solve_onsets(const World& world,
                  Reference& reference,
                  const Parameters& parameters,
                  Month opening) {
    const BarrierHazards hazards{parameters};
    reference.onset.assign(hazards.kinds(), 0.0);
    for (std::size_t k = 0; k < hazards.kinds(); ++k) {
        const bool personal = parameters.barriers.items[k].scope == Scope::personal;
        const double recovery = parameters.barriers.items[k].recovery;
        const Flow flow =
            personal
                ? ordered_sum<PersonId>(
                    world.people.size(),
                    Flow{},
                    [&](PersonId p) { return flow_of(world, hazards, recovery, p, k, opening); })
                : ordered_sum<HouseholdId>(world.households.size(), Flow{}, [&](HouseholdId h) {
                      return flow_of(world, hazards, recovery, h, k, opening);
                  });
        reference.onset[k] = flow.at_risk > 0.0 ? flow.recovering / flow.at_risk : 0.0;
    }
}

}  // namespace foothold
