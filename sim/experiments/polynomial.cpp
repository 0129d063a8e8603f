#include "sim/experiments/polynomial.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// Legendre polynomials of x = 2 u - 1 up to `most`, by their recurrence, each scaled to mean
/// square 1.
void legendre(double u, std::size_t most, double* values) {
    const double x = 2.0 * u - 1.0;
    double before = 0.0;
    double plain = 1.0;
    for (std::size_t n = 0; n <= most; ++n) {
        const auto degree = static_cast<double>(n);
        values[n] = plain * std::sqrt(2.0 * degree + 1.0);
        const double next = ((2.0 * degree + 1.0) * x * plain - degree * before) / (degree + 1.0);
        before = plain;
        plain = next;
    }
}

}  // namespace

double Polynomial::at(const Point& point) const {
    std::uint8_t most = 0;
    for (const Term& term : terms) {
        most = std::max(most, *std::max_element(term.degrees.begin(), term.degrees.end()));
    }
    const std::size_t width = std::size_t{most} + 1;
    std::vector<double> values(point.size() * width);
    for (std::size_t d = 0; d < point.size(); ++d) {
        legendre(point[d], most, &values[d * width]);
    }
    double sum = 0.0;
    for (const Term& term : terms) {
        double product = term.coefficient;
        for (std::size_t d = 0; d < point.size(); ++d) {
            product *= values[d * width + term.degrees[d]];
        }
        sum += product;
    }
    return sum;
}

}  // namespace foothold
