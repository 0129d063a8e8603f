#include "sim/appraisal/ratio.hpp"

#include <numeric>

namespace foothold {

std::optional<Estimate> ratio_of_sums(const std::vector<double>& parts,
                                      const std::vector<double>& wholes) {
    const double whole = std::accumulate(wholes.begin(), wholes.end(), 0.0);
    if (whole <= 0.0) {
        return std::nullopt;
    }
    const double share = std::accumulate(parts.begin(), parts.end(), 0.0) / whole;
    const double mean_whole = whole / static_cast<double>(wholes.size());
    std::vector<double> linear;
    for (std::size_t r = 0; r < parts.size(); ++r) {
        linear.push_back(share + (parts[r] - share * wholes[r]) / mean_whole);
    }
    Estimate result = estimate(linear);
    result.mean = share;
    return result;
}

}  // namespace foothold
