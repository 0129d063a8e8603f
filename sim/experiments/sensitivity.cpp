#include "sim/experiments/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double spread_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

std::size_t runs_to_screen(std::size_t dimensions, std::size_t walks) {
    return walks * (dimensions + 2);
}

Screening
screen(const Model& model, std::size_t dimensions, std::size_t walks, std::uint64_t seed) {
    const MorrisDesign design = morris_design(dimensions, walks, seed);
    std::vector<Point> points = design.points;
    std::vector<std::uint32_t> luck;
    for (std::size_t i = 0; i < points.size(); ++i) {
        luck.push_back(static_cast<std::uint32_t>(i / design.points_per_walk()));
    }
    for (std::size_t walk = 0; walk < walks; ++walk) {
        points.push_back(design.points[walk * design.points_per_walk()]);
        luck.push_back(static_cast<std::uint32_t>(walk + 1));
    }
    const std::vector<double> outcomes = run_all(model, std::move(points), luck).column(0);
    Screening screening;
    screening.effects = elementary_effects(design, outcomes);
    std::vector<double> by_luck;
    for (std::size_t walk = 0; walk < walks; ++walk) {
        by_luck.push_back(outcomes[design.points.size() + walk]
                          - outcomes[walk * design.points_per_walk()]);
    }
    screening.luck = summary(by_luck);
    screening.mean = mean_of(outcomes);
    return screening;
}

std::vector<std::size_t> important(const Screening& screening, std::size_t most) {
    constexpr double worth_a_look = 1.0 / 20.0;  // of the largest mu*
    std::vector<std::size_t> order(screening.effects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return screening.effects[a].mean_absolute > screening.effects[b].mean_absolute;
    });
    const double largest = screening.effects[order.front()].mean_absolute;
    std::vector<std::size_t> chosen;
    for (const std::size_t d : order) {
        if (chosen.size() < most && screening.effects[d].mean_absolute > worth_a_look * largest) {
            chosen.push_back(d);
        }
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

Decomposition
decompose(const Toolbox& toolbox, const Model& model, std::size_t dimensions, std::size_t runs) {
    const Runs made = run_all(model, toolbox.spread(dimensions, runs), 0);
    const std::vector<double> outcomes = made.column(0);
    const Emulator emulator = toolbox.fit(made.inputs, outcomes);
    return {{emulator.first, {}, {}, emulator.total, {}, {}},
            emulator.predicted,
            mean_of(outcomes),
            emulator.spread};
}

Decomposition decompose_directly(const Toolbox& toolbox,
                                 const Model& model,
                                 std::size_t dimensions,
                                 std::size_t size) {
    const std::vector<Point> design = toolbox.saltelli_design(dimensions, size);
    const Runs made = run_all(model, design, std::vector<std::uint32_t>(design.size(), 0));
    const std::vector<double> outcomes = made.column(0);
    return {toolbox.saltelli(design, outcomes, size), 1.0, mean_of(outcomes), spread_of(outcomes)};
}

}  // namespace foothold
