#include "sim/experiments/morris.hpp"

#include "sim/experiments/luck.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace foothold {

namespace {

constexpr std::size_t levels = 4;
constexpr double step = 2.0 / 3.0;  // levels / 2 / (levels - 1): every level is reached as often

/// All inputs in a random order.
std::vector<std::size_t> shuffled(std::size_t dimensions, const Luck& luck, std::size_t walk) {
    std::vector<std::size_t> order(dimensions);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = dimensions; i > 1; --i) {
        std::swap(order[i - 1], order[luck.below(i, Chance::choice, walk, i)]);
    }
    return order;
}

}  // namespace

MorrisDesign morris_design(std::size_t dimensions, std::size_t walks, std::uint64_t seed) {
    const Luck luck{seed};
    MorrisDesign design{dimensions, walks, {}, {}};
    for (std::size_t walk = 0; walk < walks; ++walk) {
        Point point(dimensions);
        for (std::size_t d = 0; d < dimensions; ++d) {
            const std::size_t level = luck.below(levels, Chance::trajectory, walk, d);
            point[d] = static_cast<double>(level) / static_cast<double>(levels - 1);
        }
        design.points.push_back(point);
        for (const std::size_t d : shuffled(dimensions, luck, walk)) {
            point[d] += point[d] < 0.5 ? step : -step;
            design.points.push_back(point);
            design.changed.push_back(d);
        }
    }
    return design;
}

ElementaryEffects summary(const std::vector<double>& effects) {
    const auto n = static_cast<double>(effects.size());
    ElementaryEffects all;
    for (const double effect : effects) {
        all.mean += effect / n;
        all.mean_absolute += std::abs(effect) / n;
    }
    double squares = 0.0;
    double absolute_squares = 0.0;
    for (const double effect : effects) {
        squares += (effect - all.mean) * (effect - all.mean);
        absolute_squares +=
            (std::abs(effect) - all.mean_absolute) * (std::abs(effect) - all.mean_absolute);
    }
    if (effects.size() > 1) {
        all.spread = std::sqrt(squares / (n - 1.0));
        all.error = std::sqrt(absolute_squares / (n - 1.0) / n);
    }
    return all;
}

std::vector<ElementaryEffects> elementary_effects(const MorrisDesign& design,
                                                  const std::vector<double>& outcomes) {
    std::vector<std::vector<double>> effects(design.dimensions);
    for (std::size_t walk = 0; walk < design.walks; ++walk) {
        for (std::size_t i = 0; i < design.dimensions; ++i) {
            const std::size_t d = design.changed[walk * design.dimensions + i];
            const std::size_t at = walk * design.points_per_walk() + i;
            const double way = design.points[at + 1][d] - design.points[at][d];
            effects[d].push_back((outcomes[at + 1] - outcomes[at]) / way);
        }
    }
    std::vector<ElementaryEffects> all;
    for (const std::vector<double>& of_one : effects) {
        all.push_back(summary(of_one));
    }
    return all;
}

}  // namespace foothold
