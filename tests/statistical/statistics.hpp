#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace foothold {

/// A law is wrong if what was drawn lies further from it than this. [standard error]
inline constexpr double furthest = 5.0;

/// How far `found` of `trials` lies from what happens with the given chance. [standard error]
inline double z_of(double found, double trials, double chance) {
    return (found - trials * chance) / std::sqrt(trials * chance * (1.0 - chance));
}

/// How far counts lie from what they were expected to be, all together (Pearson's chi-square, as a
/// z). [standard error]
inline double z_of(const std::vector<double>& found, const std::vector<double>& expected) {
    double sum = 0.0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        sum += (found[i] - expected[i]) * (found[i] - expected[i]) / expected[i];
    }
    const double freedom = static_cast<double>(found.size() - 1);
    return (sum - freedom) / std::sqrt(2.0 * freedom);
}

}  // namespace foothold
