#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace foothold {

struct Interval {
    double low = 0.0;
    double high = 0.0;

    bool holds_zero() const { return low <= 0.0 && high >= 0.0; }
};

/// A mean over replicates with its 95 % interval, from the replicates' own spread (Student's t).
/// There is no interval with fewer than three replicates.
struct Estimate {
    double mean = 0.0;
    std::optional<Interval> interval;
};

Estimate estimate(const std::vector<double>& values);

/// The 95 % interval of a ratio of two variances, each found from `n` normal values of its own, of
/// which `ratio` is the estimate (F with n - 1 and n - 1). n >= 2.
Interval variance_ratio_interval(double ratio, std::size_t n);

}  // namespace foothold
