#pragma once

#include "sim/experiments/polynomial.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// Sobol' indices estimated from runs: shares of the variance of an outcome that come from each
/// input, alone and with all that it has a hand in, with 95 % intervals.
struct SobolIndices {
    std::vector<double> first;
    std::vector<double> first_low;
    std::vector<double> first_high;
    std::vector<double> total;
    std::vector<double> total_low;
    std::vector<double> total_high;
};

/// What a library of statistics (OpenTURNS) does for us, in our own words, so that nobody else
/// sees its types and the program starts without it. docs/adr/0011-openturns.md
struct Toolbox {
    /// The first points of Sobol's low-discrepancy sequence in the unit cube. More points are the
    /// same points and some more.
    std::vector<Point> (*spread)(std::size_t dimensions, std::size_t points);

    /// Sparse polynomial chaos: least-angle regression among all products up to the highest
    /// degree that leaves no more of them than there are runs. What it can foretell is judged by
    /// leaving out a fifth of the runs at a time. At least ten runs.
    Emulator (*fit)(const std::vector<Point>& inputs, const std::vector<double>& outputs);

    /// Saltelli's design: `size` * (dimensions + 2) points of the unit cube.
    std::vector<Point> (*saltelli_design)(std::size_t dimensions, std::size_t size);

    /// Indices from the outcome at the points of that design.
    SobolIndices (*saltelli)(const std::vector<Point>& design,
                             const std::vector<double>& outputs,
                             std::size_t size);
};

}  // namespace foothold

/// The one function of the library that is loaded when it is needed.
extern "C" const foothold::Toolbox* foothold_toolbox();
