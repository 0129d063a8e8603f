#pragma once

#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include <vector>

namespace foothold {

/// How barriers act on search, hiring and separation, summed once for every set of barriers.
class BarrierEffects {
  public:
    explicit BarrierEffects(const Parameters& parameters);

    double readiness(BarrierSet present) const { return readiness_[present]; }  // [log odds] lost

    double hiring(BarrierSet present) const { return hiring_[present]; }  // [log weight] lost

    /// [log weight] The least that any set loses.
    double least_hiring() const { return least_hiring_; }

    double separation(BarrierSet present) const {
        return separation_[present];
    }  // [1] hazard ratio

    double acceptance(BarrierSet present) const {
        return acceptance_[present];
    }  // [log odds] added

    bool is_ill(BarrierSet present) const { return (present & health_) != 0; }

    BarrierSet caring() const { return caring_; }

    BarrierSet digital() const { return digital_; }

  private:
    std::vector<double> readiness_;  // shape [set of barriers]
    std::vector<double> hiring_;
    std::vector<double> separation_;
    std::vector<double> acceptance_;
    double least_hiring_ = 0.0;
    BarrierSet health_ = 0;
    BarrierSet caring_ = 0;
    BarrierSet digital_ = 0;
};

/// Readiness for work of one adult: a probability, from barriers, confidence and what the place
/// adds.
double readiness_of(const World& world,
                    const Parameters& parameters,
                    const BarrierEffects& effects,
                    PersonId p);

inline constexpr double points = 100.0;  // percentage points in a share

/// What the household would gain if somebody took a job. [GBP 100/week]
double hundreds_gained(const World& world, PersonId p);

/// How much of what long worklessness does to search has set in, from 0 to 1.
double long_out(const World& world, const Parameters& parameters, PersonId p, Month now);

/// What employers make of barriers, qualification and time out of work. [log weight]
double standing_with_employers(const World& world,
                               const Parameters& parameters,
                               const BarrierEffects& effects,
                               PersonId p,
                               Month now);

/// What somebody becomes who leaves the labour market: long-term sick, by chance u if ill, or
/// inactive for another reason.
Activity outside_labour_market(const World& world,
                               const Parameters& parameters,
                               const BarrierEffects& effects,
                               PersonId p,
                               double u);

}  // namespace foothold
