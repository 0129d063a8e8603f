#include "sim/experiments/estimate.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace foothold {

Estimate estimate(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    Estimate result{sum / n, std::nullopt};
    constexpr std::size_t least_for_interval = 3;  // with two, Student's t is 12.7 and says nothing
    if (values.size() >= least_for_interval) {
        double squares = 0.0;
        for (const double value : values) {
            squares += (value - result.mean) * (value - result.mean);
        }
        constexpr double upper = 0.975;
        const double t = boost::math::quantile(boost::math::students_t{n - 1.0}, upper);
        const double half_width = t * std::sqrt(squares / (n - 1.0) / n);
        result.interval = Interval{result.mean - half_width, result.mean + half_width};
    }
    return result;
}

Interval variance_ratio_interval(double ratio, std::size_t n) {
    constexpr double upper = 0.975;
    const auto degrees = static_cast<double>(n - 1);
    const double f = boost::math::quantile(boost::math::fisher_f{degrees, degrees}, upper);
    return {ratio / f, ratio * f};
}

}  // namespace foothold
