#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// A point of the unit cube, or the values it stands for: one number for each dimension.
using Point = std::vector<double>;

/// A sum of products of Legendre polynomials on the unit cube. They are orthogonal and of mean
/// square 1 there, so the square of a coefficient is the variance that its term explains.
struct Polynomial {
    struct Term {
        std::vector<std::uint8_t> degrees;  // shape [dimension]
        double coefficient = 0.0;
    };

    std::vector<Term> terms;

    double at(const Point& point) const;
};

/// A quick stand-in for a slow model, fitted to some of its runs.
struct Emulator {
    Polynomial polynomial;
    double predicted = 0.0;     // [1] Q2: share of the variance of runs left out that it foretells
    double error = 0.0;         // standard deviation of what it gets wrong about them
    double spread = 0.0;        // standard deviation of the runs it was fitted to
    std::vector<double> first;  // [1] Sobol' indices of it: share of its variance from each alone
    std::vector<double> total;  // [1] and with all that each has a hand in
};

}  // namespace foothold
