#include "sim/state/barrier_hazards.hpp"

#include "foothold/members.hpp"

#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foothold {

namespace {

constexpr std::size_t fading_months = 120;  // months after which fragility is over

/// What every set of barriers present multiplies a barrier's hazard by: the product of its own
/// factors, in the order of the barriers.
ByCase products_over_sets(const Named<Barrier>& barriers, Factors Barrier::*factors) {
    const std::size_t kinds = barriers.items.size();
    ByCase product((std::size_t{1} << kinds) * kinds, 1.0);
    for (std::size_t k = 0; k < kinds; ++k) {
        const Factors& own = barriers.items[k].*factors;
        std::vector<double> ratio(kinds, 1.0);
        for (std::size_t i = 0; i < own.names.size(); ++i) {
            const auto named = barrier_named(barriers, own.names[i]);
            if (named != 0) {
                ratio[static_cast<std::size_t>(std::countr_zero(named))] = own.values[i];
            }
        }
        for (std::size_t set = 1; set < product.size() / kinds; ++set) {
            const auto last = static_cast<std::size_t>(std::bit_width(set) - 1);
            product[set * kinds + k] =
                product[(set ^ (std::size_t{1} << last)) * kinds + k] * ratio[last];
        }
    }
    return product;
}

double above_one(double ratio) {
    return std::max(1.0, ratio);
}

std::vector<double> relapses(const Parameters& parameters) {
    std::vector<double> relapse;
    for (const Barrier& barrier : parameters.barriers.items) {
        relapse.push_back(parameters.mechanisms.relapse ? barrier.relapse : 0.0);
    }
    return relapse;
}

/// What so many barriers of others multiply an onset by; shape [barrier][count].
std::vector<std::vector<double>> spill_over(const Parameters& parameters) {
    std::vector<std::vector<double>> spill;
    for (const Barrier& barrier : parameters.barriers.items) {
        spill.emplace_back(BarrierHazards::most_load + 1, 1.0);
        for (std::size_t n = 1; n <= BarrierHazards::most_load && parameters.mechanisms.spill_over;
             ++n) {
            spill.back()[n] = power(barrier.spill_over, static_cast<double>(n));
        }
    }
    return spill;
}

std::vector<double> fading(const BarrierDynamics& dynamics) {
    std::vector<double> left;
    for (std::size_t t = 0; t < fading_months; ++t) {
        left.push_back(exponential(-static_cast<double>(t) / dynamics.relapse_memory));
    }
    return left;
}

/// The most that jobs lost and found and long worklessness multiply an onset by.
double most_of_events(const Barrier& barrier) {
    return above_one(barrier.long_out_of_work) * above_one(barrier.after_job_loss)
           * above_one(barrier.after_job_entry);
}

/// How many barriers are in each set.
std::vector<std::uint8_t> sizes_of_sets(const Parameters& parameters) {
    std::vector<std::uint8_t> size(std::size_t{1} << parameters.barriers.items.size(), 0);
    for (std::size_t set = 1; set < size.size(); ++set) {
        size[set] = static_cast<std::uint8_t>(size[set / 2] + set % 2);
    }
    return size;
}

/// Personal barriers that count, of everybody in the household but `who`.
std::size_t load_beside(const World& world, HouseholdId h, PersonId who, BarrierSet counted) {
    std::size_t load = 0;
    for (const PersonId p : members_of(world, h)) {
        load += p == who ? 0
                         : static_cast<std::size_t>(std::popcount(
                             static_cast<BarrierSet>(world.people.barriers[p] & counted)));
    }
    return load;
}

/// Share of those who have a barrier, in a steady state, with whom it is chronic.
double chronic_share_of_present(const Barrier& barrier, const BarrierDynamics& dynamics) {
    const double slow = barrier.chronic;
    return slow > 0.0 ? slow / (slow + (1.0 - slow) * dynamics.chronic_recovery) : 0.0;
}

}  // namespace

BarrierHazards::BarrierHazards(const Parameters& parameters)
    : parameters_{parameters}, chronic_recovery_{parameters.barrier_dynamics.chronic_recovery},
      felt_for_{static_cast<int>(std::ceil(parameters.barrier_dynamics.event_memory))},
      counted_{counted_barriers(parameters)}, load_{sizes_of_sets(parameters)},
      raise_{products_over_sets(parameters.barriers, &Barrier::raised_by)},
      slowing_{products_over_sets(parameters.barriers, &Barrier::slowed_by)}, relapse_{relapses(
                                                                                  parameters)},
      largest_fresh_(relapse_.size()), largest_(relapse_.size()), spill_{spill_over(parameters)},
      fading_{fading(parameters.barrier_dynamics)}, personal_{parameters.barriers.items,
                                                              Scope::personal,
                                                              factors()},
      shared_{parameters.barriers.items, Scope::household, factors()} {
    for (std::size_t k = 0; k < kinds(); ++k) {
        const Barrier& barrier = parameters.barriers.items[k];
        largest_fresh_[k] =
            most_of_events(barrier) * *std::max_element(spill_[k].begin(), spill_[k].end());
        largest_[k] = largest_fresh_[k] * (1.0 + relapse_[k]);
    }
}

HazardFactors BarrierHazards::factors() const {
    const auto& barriers = parameters_.barriers.items;
    HazardFactors bounds{raise_, ByCase(raise_.size(), 1.0), {}, {}, slowing_};
    for (std::size_t i = 0; i < raise_.size(); ++i) {
        const std::size_t k = i % kinds();
        const bool recovered = ((i / kinds()) & (std::size_t{1} << k)) != 0;
        bounds.recovered[i] += recovered ? relapse_[k] : 0.0;
        bounds.recovery[i] *= barriers[k].recovery * above_one(chronic_recovery_);
    }
    for (std::size_t load = 0; load <= most_load; ++load) {
        for (std::size_t k = 0; k < kinds(); ++k) {
            // Others have no more barriers than everybody has together.
            bounds.load.push_back(*std::max_element(
                spill_[k].begin(), spill_[k].begin() + static_cast<std::ptrdiff_t>(load) + 1));
        }
    }
    for (std::size_t events = 0; events <= anything_happened; ++events) {
        for (const Barrier& barrier : barriers) {
            const std::size_t bits = events >= out_of_work ? events - out_of_work : 0;
            bounds.events.push_back(events == anything_happened ? most_of_events(barrier)
                                    : events == entered_job
                                        ? barrier.after_job_entry
                                        : (bits & 1U ? barrier.long_out_of_work : 1.0)
                                              * (bits & 2U ? barrier.after_job_loss : 1.0));
        }
    }
    return bounds;
}

double BarrierHazards::fragility(Month recovered, std::size_t k, Month now) const {
    const int since = now - recovered;
    if (since < 0 || static_cast<std::size_t>(since) >= fading_months) {
        return 1.0;
    }
    return 1.0 + relapse_[k] * fading_[static_cast<std::size_t>(since)];
}

double BarrierHazards::onset_ratio(const World& world, PersonId p, std::size_t k, Month now) const {
    const Barrier& barrier = parameters_.barriers.items[k];
    const double felt = parameters_.barrier_dynamics.event_memory;
    const auto& people = world.people;
    const HouseholdId h = people.household[p];
    double ratio =
        raise_[world.barriers(p) * kinds() + k] * fragility(people.recovered[p][k], k, now);
    if (people.activity[p] == Activity::employed) {
        ratio *= now - people.since[p] < felt ? barrier.after_job_entry : 1.0;
    } else if (is_workless(people.activity[p])) {
        ratio *= months_out_of_work(world, p, now) >= long_time ? barrier.long_out_of_work : 1.0;
        ratio *= now - people.last_job_end[p] < felt ? barrier.after_job_loss : 1.0;
    }
    return ratio
           * spill_[k][std::min(load_beside(world, h, p, counted_), BarrierHazards::most_load)];
}

double
BarrierHazards::onset_ratio(const World& world, HouseholdId h, std::size_t k, Month now) const {
    const Barrier& barrier = parameters_.barriers.items[k];
    const double felt = parameters_.barrier_dynamics.event_memory;
    const auto& people = world.people;
    BarrierSet present = world.households.barriers[h];
    bool long_out = false;
    bool lost = false;
    bool entered = false;
    const PersonId first = world.households.first[h];
    for (const PersonId p : members_of(world, h)) {
        present = static_cast<BarrierSet>(present | people.barriers[p]);
        if (people.activity[p] == Activity::employed) {
            entered = entered || now - people.since[p] < felt;
        } else if (is_workless(people.activity[p])) {
            long_out = long_out || months_out_of_work(world, p, now) >= long_time;
            lost = lost || now - people.last_job_end[p] < felt;
        }
    }
    return raise_[present * kinds() + k] * fragility(world.households.recovered[h][k], k, now)
           * (long_out ? barrier.long_out_of_work : 1.0) * (lost ? barrier.after_job_loss : 1.0)
           * (entered && !lost ? barrier.after_job_entry : 1.0)
           * spill_[k][std::min(load_beside(world, h, first, counted_), BarrierHazards::most_load)];
}

bool BarrierHazards::turns_chronic(std::size_t k, double u, double onset_hazard) const {
    const double share = parameters_.barriers.items[k].chronic;
    return share > 0.0 && u < share * chance_of(onset_hazard);
}

double recovery_of_present(const Barrier& barrier, const BarrierDynamics& dynamics) {
    const double slow = chronic_share_of_present(barrier, dynamics);
    return barrier.recovery * (1.0 - slow + slow * dynamics.chronic_recovery);
}

BarrierSet
draw_chronic(const Parameters& parameters, const Draws& luck, Address who, BarrierSet present) {
    BarrierSet chronic = 0;
    for (unsigned rest = present; rest != 0; rest &= rest - 1) {
        const auto k = static_cast<std::size_t>(std::countr_zero(rest));
        const Barrier& barrier = parameters.barriers.items[k];
        const double share = chronic_share_of_present(barrier, parameters.barrier_dynamics);
        const auto stream = static_cast<std::uint32_t>(barrier.stream);
        if (share > 0.0
            && unit(luck.words(who, Purpose::birth_chronic, stream / 4)[stream % 4]) < share) {
            chronic = static_cast<BarrierSet>(chronic | (1U << k));
        }
    }
    return chronic;
}

BarrierSet counted_barriers(const Parameters& parameters) {
    BarrierSet counted = 0;
    for (std::size_t k = 0; k < parameters.barriers.items.size(); ++k) {
        counted =
            static_cast<BarrierSet>(counted | (parameters.barriers.items[k].counts ? 1U << k : 0U));
    }
    return counted;
}

BarrierSet barrier_named(const Named<Barrier>& barriers, const std::string& name) {
    for (std::size_t k = 0; k < barriers.items.size(); ++k) {
        if (barriers.items[k].name == name) {
            return static_cast<BarrierSet>(1U << k);
        }
    }
    return 0;
}

BarrierSet health_barriers(const Parameters& parameters) {
    BarrierSet health = 0;
    for (const std::string& name : parameters.population.health_barriers) {
        health = static_cast<BarrierSet>(health | barrier_named(parameters.barriers, name));
    }
    return health;
}

BarrierSet barriers_in(const World& world, HouseholdId h) {
    BarrierSet present = world.households.barriers[h];
    for (const PersonId p : members_of(world, h)) {
        present = static_cast<BarrierSet>(present | world.people.barriers[p]);
    }
    return present;
}

bool has_adults(const World& world, HouseholdId h) {
    for (const PersonId p : members_of(world, h)) {
        if (is_working_age(world.people.activity[p])) {
            return true;
        }
    }
    return false;
}

int months_out_of_work(const World& world, PersonId p, Month now) {
    return is_workless(world.people.activity[p]) ? now - world.people.out_since[p] : 0;
}

}  // namespace foothold
