#pragma once

#include "foothold/draws.hpp"
#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include <bit>
#include <string>
#include <vector>

namespace foothold {

/// The barriers' hazards, looked up from the parameters once and then computed for one person or
/// household at a time. docs/ODD.md, "Barriers".
class BarrierHazards {
  public:
    explicit BarrierHazards(const Parameters& parameters);

    std::size_t kinds() const { return onset_ratio_.size(); }

    BarrierSet personal() const { return personal_; }

    BarrierSet shared() const { return static_cast<BarrierSet>(all_ & ~personal_); }

    /// What multiplies the onset hazard of barrier k for somebody who does not have it.
    double onset_ratio(const World& world, PersonId p, std::size_t k, Month now) const;
    double onset_ratio(const World& world, HouseholdId h, std::size_t k, Month now) const;

    /// What multiplies the recovery hazard of barrier k while the barriers `present` are there and
    /// those of `chronic`, if present, are slow to lift.
    double recovery_ratio(BarrierSet present, BarrierSet chronic, std::size_t k) const {
        return product(slowing_[k], present) * (chronic & (1U << k) ? chronic_recovery_ : 1.0);
    }

    /// Whether the onset of barrier k that a draw u decided on turned out chronic: the draws that
    /// lie lowest, so that no further draw is needed.
    bool turns_chronic(std::size_t k, double u, double onset_hazard) const;

    /// No onset_ratio of barrier k is larger than this while the barriers `present` are there;
    /// `fresh` if it never lifted before.
    double largest_onset_ratio(std::size_t k, BarrierSet present, bool fresh) const {
        return (fresh ? largest_fresh_[k] : largest_[k])
               * largest_raise_[k][static_cast<std::size_t>(std::popcount(present))];
    }

  private:
    double product(const std::vector<double>& ratios, BarrierSet present) const;
    double fragility(Month recovered, std::size_t k, Month now) const;

    const Parameters& parameters_;
    double chronic_recovery_;
    BarrierSet counted_ = 0;
    BarrierSet all_ = 0;
    BarrierSet personal_ = 0;
    std::vector<std::vector<double>> onset_ratio_;  // shape [barrier][other]
    std::vector<std::vector<double>> slowing_;      // shape [barrier][other]
    std::vector<double> largest_fresh_;             // shape [barrier]; of what events can do
    std::vector<double> largest_;                   // shape [barrier]; of what history can do
    std::vector<std::vector<double>>
        largest_raise_;            // shape [barrier][others present]; of what they can do
    std::vector<double> relapse_;  // shape [barrier]; 0 while the mechanism is off
    std::vector<std::vector<double>> spill_;  // shape [barrier][count of others' barriers]
    std::vector<double> fading_;              // shape [months since recovery]; e^(-t / memory)
};

/// Barriers that count: for eligibility, need and the burden on others at home.
BarrierSet counted_barriers(const Parameters& parameters);

/// The barrier of this name, alone in a set; an empty set if there is none.
BarrierSet barrier_named(const Named<Barrier>& barriers, const std::string& name);

/// Barriers that count as ill health.
BarrierSet health_barriers(const Parameters& parameters);

/// [1/month] at which those who have a barrier lose it in a steady state without others to slow it:
/// the chronic stay longer, so they are more of those who have it than of those who get it.
double recovery_of_present(const Barrier& barrier, const BarrierDynamics& dynamics);

/// Which of the barriers `present` at the opening, or brought by newcomers, are chronic.
BarrierSet
draw_chronic(const Parameters& parameters, const Draws& luck, Address who, BarrierSet present);

/// Barriers that anybody in the household faces, own or shared.
BarrierSet barriers_in(const World& world, HouseholdId h);

/// Whether somebody is of working age, out of work and not studying.
constexpr bool is_workless(Activity activity) {
    return activity == Activity::searching || activity == Activity::inactive
           || activity == Activity::sick || activity == Activity::retired;
}

/// Whether somebody is of working age.
constexpr bool is_working_age(Activity activity) {
    return activity != Activity::child && activity != Activity::aged_out;
}

/// Whether anybody in the household is of working age.
bool has_adults(const World& world, HouseholdId h);

/// [month] since the last job or study ended; 0 for people in work or study.
int months_out_of_work(const World& world, PersonId p, Month now);

}  // namespace foothold
