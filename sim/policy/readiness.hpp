#pragma once

#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include "sim/core/mathematics.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// Between which values somebody's readiness lies whatever their confidence.
struct ReadinessRange {
    double least;
    double most;
};

/// A function of whole months, 0 or more, looked up for most of them.
class ByMonths {
  public:
    /// What share of something has set in (1 - e^-x) after so many months.
    explicit ByMonths(double memory);

    double of(int months) const {
        return static_cast<std::size_t>(months) < values_.size()
                   ? values_[static_cast<std::size_t>(months)]
                   : chance_of(months / memory_);
    }

  private:
    double memory_;  // [month]
    std::vector<double> values_;
};

/// How barriers, and time out of work or in a job, act on search, hiring and separation: worked out
/// once for every set of barriers and every month of time.
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

    /// Between which values readiness lies with these barriers.
    const ReadinessRange& readiness_range(BarrierSet present) const { return ranges_[present]; }

    /// How much of what long worklessness does to search has set in after so many months. [1]
    double long_out(int months) const { return long_out_.of(months); }

    /// The same of what it does to one's standing with employers. [1]
    double out_of_favour(int months) const { return out_of_favour_.of(months); }

    bool is_ill(BarrierSet present) const { return (present & health_) != 0; }

    BarrierSet caring() const { return caring_; }

    BarrierSet digital() const { return digital_; }

  private:
    std::vector<double> readiness_;  // shape [set of barriers]
    std::vector<double> hiring_;
    std::vector<double> separation_;
    std::vector<double> acceptance_;
    double least_hiring_ = 0.0;
    std::vector<ReadinessRange> ranges_;  // shape [set of barriers]
    ByMonths long_out_;
    ByMonths out_of_favour_;
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
