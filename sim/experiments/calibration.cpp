#include "sim/experiments/calibration.hpp"

#include "sim/core/parallel.hpp"
#include "sim/experiments/luck.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

std::vector<Emulator>
fit_all(const Toolbox& toolbox, const Runs& runs, const std::vector<std::size_t>& statistics) {
    std::vector<Emulator> emulators;
    for (const std::size_t statistic : statistics) {
        emulators.push_back(toolbox.fit(runs.inputs, runs.column(statistic)));
    }
    return emulators;
}

/// Targets for testing take no part.
LogLikelihood likelihood(const std::vector<Target>& targets,
                         const std::vector<Emulator>& emulators,
                         double temperature) {
    return [&targets, &emulators, temperature](const Point& point) {
        double sum = 0.0;
        for (std::size_t t = 0; t < targets.size(); ++t) {
            if (targets[t].fit) {
                const double off = emulators[t].polynomial.at(point) - targets[t].value;
                const double error = emulators[t].error;
                sum -=
                    0.5 * off * off / (targets[t].tolerance * targets[t].tolerance + error * error);
            }
        }
        return temperature * sum;
    };
}

/// `count` of the particles, evenly through them: resampling left equal ones side by side.
std::vector<Point> pick(const std::vector<Point>& particles, std::size_t count) {
    std::vector<Point> picked;
    for (std::size_t i = 0; i < count; ++i) {
        picked.push_back(particles[(2 * i + 1) * particles.size() / (2 * count)]);
    }
    return picked;
}

void append(Runs& all, Runs more) {
    all.inputs.insert(all.inputs.end(), more.inputs.begin(), more.inputs.end());
    all.outputs.insert(all.outputs.end(), more.outputs.begin(), more.outputs.end());
}

/// The value below which a share of sorted values lies.
double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

constexpr double lower_end = 0.025;  // of a 95 % interval
constexpr double upper_end = 0.975;

}  // namespace

Calibration calibrate(const Toolbox& toolbox,
                      std::size_t dimensions,
                      const std::vector<Target>& targets,
                      const std::vector<std::size_t>& statistics,
                      const Model& model,
                      const CalibrationPlan& plan) {
    Calibration result;
    for (std::size_t wave = 0; wave < plan.waves; ++wave) {
        const std::size_t before = result.runs.inputs.size();
        const std::size_t more = plan.runs * (wave + 1) / plan.waves - before;
        std::vector<Point> inputs;
        if (wave == 0) {
            inputs = toolbox.spread(dimensions, more);
        } else {
            // Twice the tolerance: look around what seems likely, not only at it.
            const LogLikelihood wide = likelihood(targets, result.emulators, 1.0 / 4.0);
            inputs = pick(sample_posterior(dimensions, wide, plan.sampler).particles, more);
        }
        append(result.runs, run_all(model, std::move(inputs), static_cast<std::uint32_t>(before)));
        result.emulators = fit_all(toolbox, result.runs, statistics);
    }
    result.posterior =
        sample_posterior(dimensions, likelihood(targets, result.emulators, 1.0), plan.sampler);
    result.ensemble = run_all(
        model, pick(result.posterior.particles, plan.sets), static_cast<std::uint32_t>(plan.runs));
    return result;
}

TargetVerdict judge(const Target& target, std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const double mean = mean_of(values);
    return {mean,
            quantile(values, lower_end),
            quantile(values, upper_end),
            std::abs(mean - target.value) <= 2.0 * target.tolerance};
}

Knowledge knowledge_of(const std::vector<Point>& particles, std::size_t dimension) {
    std::vector<double> values;
    for (const Point& each : particles) {
        values.push_back(each[dimension]);
    }
    std::sort(values.begin(), values.end());
    const double mean = mean_of(values);
    double square = 0.0;
    for (const double value : values) {
        square += (value - mean) * (value - mean) / static_cast<double>(values.size());
    }
    const double before = std::sqrt(1.0 / 12.0);  // of a uniform number on 0 to 1
    return {mean,
            quantile(values, lower_end),
            quantile(values, upper_end),
            1.0 - std::sqrt(square) / before};
}

}  // namespace foothold
