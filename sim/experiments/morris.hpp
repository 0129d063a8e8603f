#pragma once

#include "sim/experiments/model.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// Walks through the unit cube that change one input at a time (Morris 1991): every walk starts on
/// a grid of four levels and changes each input once, by two thirds of its range.
struct MorrisDesign {
    std::size_t dimensions = 0;
    std::size_t walks = 0;
    std::vector<Point> points;         // walks * (dimensions + 1)
    std::vector<std::size_t> changed;  // [walk * dimensions + step] which input

    std::size_t points_per_walk() const { return dimensions + 1; }
};

MorrisDesign morris_design(std::size_t dimensions, std::size_t walks, std::uint64_t seed);

/// How an outcome answers to one input, from its elementary effects: the change in the outcome
/// when the input goes through its whole range, at the pace of one step.
struct ElementaryEffects {
    double mean = 0.0;           // mu
    double mean_absolute = 0.0;  // mu*: importance
    double spread = 0.0;         // sigma: curvature and interaction, and luck
    double error = 0.0;          // standard error of mu*
};

/// From the outcome at every point of the design.
std::vector<ElementaryEffects> elementary_effects(const MorrisDesign& design,
                                                  const std::vector<double>& outcomes);

/// From effects that were measured otherwise.
ElementaryEffects summary(const std::vector<double>& effects);

}  // namespace foothold
