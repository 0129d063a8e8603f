#pragma once

#include "sim/experiments/estimate.hpp"

#include <optional>
#include <vector>

namespace foothold {

/// The sum of `parts` over that of `wholes`, with the interval of a ratio of two means (the spread
/// of what the ratio leaves unexplained in each replicate; Cochran 1977, section 6.4). Nothing if
/// the wholes come to nothing or less.
std::optional<Estimate> ratio_of_sums(const std::vector<double>& parts,
                                      const std::vector<double>& wholes);

}  // namespace foothold
