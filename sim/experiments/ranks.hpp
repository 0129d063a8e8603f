#pragma once

#include <vector>

namespace foothold {

/// Spearman's rank correlation of two lists of the same length; equal values share their mean rank.
double rank_correlation(const std::vector<double>& one, const std::vector<double>& other);

/// Of the share [1] of places with the highest values before, the share that is among as many with
/// the highest values later. Of equals the first in the list counts as higher.
double
highest_kept(const std::vector<double>& before, const std::vector<double>& later, double share);

}  // namespace foothold
