#pragma once

#include "foothold/draws.hpp"
#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include "sim/state/hazard_bounds.hpp"

#include <string>
#include <vector>

namespace foothold {

/// Whether somebody is of working age, out of work and not studying.
constexpr bool is_workless(Activity activity) {
    return (activity >= Activity::searching) & (activity <= Activity::retired);
}

/// The barriers' hazards, looked up from the parameters once and then computed for one person or
/// household at a time. docs/ODD.md, "Barriers".
class BarrierHazards {
  public:
    explicit BarrierHazards(const Parameters& parameters);

    std::size_t kinds() const { return relapse_.size(); }

    /// Bounds of the hazards of people's own barriers, and of those that households share.
    const HazardBounds& personal() const { return personal_; }

    const HazardBounds& shared() const { return shared_; }

    /// What multiplies the onset hazard of barrier k for somebody who does not have it.
    double onset_ratio(const World& world, PersonId p, std::size_t k, Month now) const;
    double onset_ratio(const World& world, HouseholdId h, std::size_t k, Month now) const;

    /// What happened to somebody lately that bears on onsets: a case of the bounds' events.
    std::size_t events_of(const World& world, PersonId p, Month now) const {
        // Without branches, which would be guessed wrong half the time.
        const auto& people = world.people;
        const Activity activity = people.activity[p];
        const auto employed = static_cast<unsigned>(activity == Activity::employed);
        const auto workless = static_cast<unsigned>(is_workless(activity));
        const auto entered = static_cast<unsigned>(now - people.since[p] < felt_for_);
        const auto long_out = static_cast<unsigned>(now - people.out_since[p] >= long_time);
        const auto lost = static_cast<unsigned>(now - people.last_job_end[p] < felt_for_);
        return employed * entered * entered_job + workless * (out_of_work + long_out + 2 * lost);
    }

    /// Personal barriers that count among `present`.
    std::size_t load_of(BarrierSet present) const { return load_[present & counted_]; }

    /// What multiplies the recovery hazard of barrier k while the barriers `present` are there and
    /// those of `chronic`, if present, are slow to lift.
    double recovery_ratio(BarrierSet present, BarrierSet chronic, std::size_t k) const {
        return slowing_[present * kinds() + k] * (chronic & (1U << k) ? chronic_recovery_ : 1.0);
    }

    /// Whether the onset of barrier k that a draw u decided on turned out chronic: the draws that
    /// lie lowest, so that no further draw is needed.
    bool turns_chronic(std::size_t k, double u, double onset_hazard) const;

    /// No onset_ratio of barrier k is larger than this while the barriers `present` are there;
    /// `fresh` if it never lifted before.
    double largest_onset_ratio(std::size_t k, BarrierSet present, bool fresh) const {
        return (fresh ? largest_fresh_[k] : largest_[k]) * raise_[present * kinds() + k];
    }

    static constexpr std::size_t most_load = 8;          // barriers of others at home that make a
                                                         // difference
    static constexpr std::size_t anything_happened = 6;  // a household's case: to any of them

  private:
    static constexpr std::size_t nothing_happened = 0;
    static constexpr std::size_t entered_job = 1;
    static constexpr std::size_t out_of_work = 2;  // 3 for long, 4 after losing a job, 5 both
    static constexpr int long_time = 12;           // [month] the usual border of long worklessness

    double fragility(Month recovered, std::size_t k, Month now) const;
    HazardFactors factors() const;

    const Parameters& parameters_;
    double chronic_recovery_;
    int felt_for_;  // [month] an event is felt: the memory of events, rounded up
    BarrierSet counted_ = 0;
    std::vector<std::uint8_t> load_;          // shape [set]; barriers in it
    ByCase raise_;                            // what the barriers present multiply onsets by
    ByCase slowing_;                          // and recoveries
    std::vector<double> relapse_;             // shape [barrier]; 0 while the mechanism is off
    std::vector<double> largest_fresh_;       // shape [barrier]; of what events can do
    std::vector<double> largest_;             // shape [barrier]; of what history can do
    std::vector<std::vector<double>> spill_;  // shape [barrier][count of others' barriers]
    std::vector<double> fading_;              // shape [months since recovery]; e^(-t / memory)
    HazardBounds personal_;
    HazardBounds shared_;
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

/// Whether somebody is of working age.
constexpr bool is_working_age(Activity activity) {
    return activity != Activity::child && activity != Activity::aged_out;
}

/// Whether anybody in the household is of working age.
bool has_adults(const World& world, HouseholdId h);

/// [month] since the last job or study ended; 0 for people in work or study.
int months_out_of_work(const World& world, PersonId p, Month now);

}  // namespace foothold
