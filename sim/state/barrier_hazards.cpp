#include "sim/state/barrier_hazards.hpp"

#include "foothold/members.hpp"

#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace foothold {

namespace {

constexpr std::size_t most_spill = 8;  // barriers of others beyond which spill-over grows no more
constexpr std::size_t fading_months = 120;  // months after which fragility is over
constexpr int long_time = 12;               // [month] the usual border of long worklessness

std::vector<double> ratios_of(const Named<Barrier>& barriers, const Factors& factors) {
    std::vector<double> ratios(barriers.items.size(), 1.0);
    for (std::size_t i = 0; i < factors.names.size(); ++i) {
        for (std::size_t j = 0; j < barriers.items.size(); ++j) {
            if (barriers.items[j].name == factors.names[i]) {
                ratios[j] = factors.values[i];
            }
        }
    }
    return ratios;
}

double above_one(double ratio) {
    return std::max(1.0, ratio);
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
      counted_{counted_barriers(parameters)} {
    const auto& barriers = parameters.barriers;
    for (std::size_t k = 0; k < barriers.items.size(); ++k) {
        const Barrier& barrier = barriers.items[k];
        const auto bit = static_cast<BarrierSet>(1U << k);
        all_ = static_cast<BarrierSet>(all_ | bit);
        personal_ =
            static_cast<BarrierSet>(personal_ | (barrier.scope == Scope::personal ? bit : 0));
        onset_ratio_.push_back(ratios_of(barriers, barrier.raised_by));
        slowing_.push_back(ratios_of(barriers, barrier.slowed_by));
        relapse_.push_back(parameters.mechanisms.relapse ? barrier.relapse : 0.0);
        spill_.emplace_back(most_spill + 1, 1.0);
        for (std::size_t n = 1; n <= most_spill && parameters.mechanisms.spill_over; ++n) {
            spill_[k][n] = power(barrier.spill_over, static_cast<double>(n));
        }
        double largest = above_one(barrier.long_out_of_work) * above_one(barrier.after_job_loss)
                         * above_one(barrier.after_job_entry)
                         * *std::max_element(spill_[k].begin(), spill_[k].end());
        largest_fresh_.push_back(largest);
        largest_.push_back(largest * (1.0 + relapse_[k]));
        std::vector<double> raises = onset_ratio_[k];
        std::sort(raises.begin(), raises.end(), std::greater<>{});
        largest_raise_.emplace_back(1, 1.0);
        for (const double ratio : raises) {
            largest_raise_[k].push_back(largest_raise_[k].back() * above_one(ratio));
        }
    }
    for (std::size_t t = 0; t < fading_months; ++t) {
        fading_.push_back(
            exponential(-static_cast<double>(t) / parameters.barrier_dynamics.relapse_memory));
    }
}

double BarrierHazards::product(const std::vector<double>& ratios, BarrierSet present) const {
    double ratio = 1.0;
    for (unsigned rest = present; rest != 0; rest &= rest - 1) {
        ratio *= ratios[static_cast<std::size_t>(std::countr_zero(rest))];
    }
    return ratio;
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
        product(onset_ratio_[k], world.barriers(p)) * fragility(people.recovered[p][k], k, now);
    if (people.activity[p] == Activity::employed) {
        ratio *= now - people.since[p] < felt ? barrier.after_job_entry : 1.0;
    } else if (is_workless(people.activity[p])) {
        ratio *= months_out_of_work(world, p, now) >= long_time ? barrier.long_out_of_work : 1.0;
        ratio *= now - people.last_job_end[p] < felt ? barrier.after_job_loss : 1.0;
    }
    return ratio * spill_[k][std::min(load_beside(world, h, p, counted_), most_spill)];
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
    return product(onset_ratio_[k], present) * fragility(world.households.recovered[h][k], k, now)
           * (long_out ? barrier.long_out_of_work : 1.0) * (lost ? barrier.after_job_loss : 1.0)
           * (entered && !lost ? barrier.after_job_entry : 1.0)
           * spill_[k][std::min(load_beside(world, h, first, counted_), most_spill)];
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
