#pragma once

#include "foothold/courses.hpp"

#include "sim/experiments/estimate.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace foothold {

/// Something that a study counts in every replicate, as people speak of it.
struct CountedOutcome {
    std::string_view words;
    std::string_view measure;
    std::string_view unit;
    bool sum = false;      // over the study's months; else as the study ends
    double divisor = 1.0;  // from what the measure counts to the unit
};

/// What it is worth that an arm and the reference share their luck, for one outcome.
struct SharedLuck {
    std::size_t replicates = 0;
    std::optional<double> correlation;  // [1] over replicates; none where a side never varies
    double spread_paired = 0.0;         // standard deviation of arm less reference, as they are
    double spread_unpaired = 0.0;       // the same if their luck had nothing in common
    std::optional<Estimate> worth;      // [1] unpaired replicates per arm that the pairs are worth;
                                        // none if the difference is the same in all
};

/// Of one outcome, by replicate; the two have the same length. Nothing with fewer than three.
std::optional<SharedLuck> shared_luck(const std::vector<double>& arm,
                                      const std::vector<double>& reference);

/// An outcome by replicate, in its unit.
std::vector<double>
outcome_by_replicate(const Courses& courses, const CountedOutcome& outcome, std::size_t arm);

}  // namespace foothold
