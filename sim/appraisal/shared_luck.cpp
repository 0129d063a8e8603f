#include "sim/appraisal/shared_luck.hpp"

#include "sim/appraisal/lookup.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

/// With n - 1.
double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    const double of_a = mean(a);
    const double of_b = mean(b);
    double sum = 0.0;
    for (std::size_t r = 0; r < a.size(); ++r) {
        sum += (a[r] - of_a) * (b[r] - of_b);
    }
    return sum / static_cast<double>(a.size() - 1);
}

/// n (var a + var b) / var(a - b) = n/2 (1 + var(a + b) / var(a - b)). If a and b are normal and
/// spread alike, their sum and their difference are independent, so that the last ratio has the
/// interval of F (after Pitman 1939 and Morgan 1939).
Estimate worth_of_pairs(std::size_t n, double unpaired, double paired) {
    const double half = 0.5 * static_cast<double>(n);
    const double ratio = std::max(0.0, 2.0 * unpaired / paired - 1.0);
    const Interval it = variance_ratio_interval(ratio, n);
    return {2.0 * half * unpaired / paired,
            Interval{half * (1.0 + it.low), half * (1.0 + it.high)}};
}

}  // namespace

std::optional<SharedLuck> shared_luck(const std::vector<double>& arm,
                                      const std::vector<double>& reference) {
    constexpr std::size_t fewest = 3;
    if (arm.size() < fewest) {
        return std::nullopt;
    }
    std::vector<double> differences;
    for (std::size_t r = 0; r < arm.size(); ++r) {
        differences.push_back(arm[r] - reference[r]);
    }
    const double of_arm = covariance(arm, arm);
    const double of_reference = covariance(reference, reference);
    const double paired = covariance(differences, differences);
    SharedLuck found;
    found.replicates = arm.size();
    found.spread_paired = std::sqrt(paired);
    found.spread_unpaired = std::sqrt(of_arm + of_reference);
    if (of_arm > 0.0 && of_reference > 0.0) {
        found.correlation = covariance(arm, reference) / std::sqrt(of_arm * of_reference);
    }
    if (paired > 0.0) {
        found.worth = worth_of_pairs(arm.size(), of_arm + of_reference, paired);
    }
    return found;
}

std::vector<double>
outcome_by_replicate(const Courses& courses, const CountedOutcome& outcome, std::size_t arm) {
    const std::size_t row = row_of(courses, outcome.measure);
    std::vector<double> values;
    for (std::size_t r = 0; r < courses.replicates.size(); ++r) {
        std::int64_t value = 0;
        for (std::size_t t = outcome.sum ? 1 : courses.times - 1; t < courses.times; ++t) {
            value += courses.at(row, arm, r, t);
        }
        values.push_back(static_cast<double>(value) / outcome.divisor);
    }
    return values;
}

}  // namespace foothold
