#pragma once

#include "sim/experiments/estimate.hpp"

#include <optional>

namespace foothold {

/// Whether a programme pays: whether the public purse gains or, if somebody says what a year in
/// work is worth, whether one costs less. None where the intervals leave it open, or are missing.
/// `net_public_cost` and `spent` are in GBP, `worth` in GBP for a year, `net_job_years` in years.
std::optional<bool> pays(const Estimate& net_public_cost,
                         const Estimate& net_job_years,
                         double spent,
                         std::optional<double> worth);

}  // namespace foothold
