#include "sim/experiments/calibration.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace foothold {
namespace {

// A toolbox that needs no library: points on a lattice, emulators that are straight lines through
// the runs that the tests choose to be straight.

std::vector<Point> lattice(std::size_t dimensions, std::size_t points) {
    constexpr std::array steps{0.754877666246693, 0.569840290998053};
    std::vector<Point> all;
    for (std::size_t i = 0; i < points; ++i) {
        Point point(dimensions);
        for (std::size_t d = 0; d < dimensions; ++d) {
            point[d] = std::fmod(0.5 + static_cast<double>(i) * steps[d], 1.0);
        }
        all.push_back(point);
    }
    return all;
}

/// Least squares of two slopes and a constant, by the normal equations.
Emulator line(const std::vector<Point>& inputs, const std::vector<double>& outputs) {
    std::array<std::array<double, 4>, 3> m{};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::array<double, 4> row{1.0,
                                        std::sqrt(3.0) * (2.0 * inputs[i][0] - 1.0),
                                        std::sqrt(3.0) * (2.0 * inputs[i][1] - 1.0),
                                        outputs[i]};
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t b = 0; b < 4; ++b) {
                m[a][b] += row[a] * row[b];
            }
        }
    }
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t other = 0; other < 3; ++other) {
            const double factor = other == a ? 0.0 : m[other][a] / m[a][a];
            for (std::size_t b = 0; b < 4; ++b) {
                m[other][b] -= factor * m[a][b];
            }
        }
    }
    Emulator emulator;
    emulator.polynomial.terms = {
        {{0, 0}, m[0][3] / m[0][0]}, {{1, 0}, m[1][3] / m[1][1]}, {{0, 1}, m[2][3] / m[2][2]}};
    return emulator;
}

const Toolbox by_hand{lattice, line, nullptr, nullptr};

/// Two statistics, straight in two parameters; the third answers to both.
std::vector<double> straight(const Point& p, std::uint32_t) {
    return {2.0 * p[0] + p[1], p[0] - p[1], p[0]};
}

CalibrationPlan small_plan(std::uint64_t seed) {
    return {24, 2, 40, {512, 20, seed}};
}

TEST(Calibration, finds_the_parameters_that_meet_two_targets) {
    // 2 u + v = 1.6 and u - v = 0.2: u = 0.6, v = 0.4.
    const std::vector<Target> targets{{"sum", 1.6, 0.01, true, ""},
                                      {"difference", 0.2, 0.01, true, ""}};
    const Calibration found = calibrate(by_hand, 2, targets, {0, 1}, straight, small_plan(1));
    EXPECT_EQ(found.runs.inputs.size(), 24U);
    EXPECT_EQ(found.ensemble.inputs.size(), 40U);
    EXPECT_NEAR(knowledge_of(found.posterior.particles, 0).mean, 0.6, 0.002);
    EXPECT_NEAR(knowledge_of(found.posterior.particles, 1).mean, 0.4, 0.002);
    EXPECT_GT(knowledge_of(found.posterior.particles, 0).learnt, 0.95);
    for (std::size_t t = 0; t < targets.size(); ++t) {
        const TargetVerdict verdict = judge(targets[t], found.ensemble.column(t));
        EXPECT_TRUE(verdict.hit);
        EXPECT_LT(verdict.low, targets[t].value);
        EXPECT_GT(verdict.high, targets[t].value);
    }
}

TEST(Calibration, takes_no_notice_of_targets_that_are_kept_for_testing) {
    std::vector<Target> targets{{"sum", 1.6, 0.01, true, ""}, {"difference", 0.2, 0.01, false, ""}};
    const Calibration one = calibrate(by_hand, 2, targets, {0, 1}, straight, small_plan(1));
    targets[1].value = -0.9;
    targets[1].tolerance = 1e-6;
    const Calibration other = calibrate(by_hand, 2, targets, {0, 1}, straight, small_plan(1));
    EXPECT_EQ(one.ensemble.inputs, other.ensemble.inputs);
}

TEST(Calibration, covers_the_truth_as_often_as_it_says) {
    // Simulation-based calibration (Talts and others 2018): truths drawn from the prior, targets
    // measured with their error, and the rank of the truth among the particles: each rank is as
    // likely as any other. 200 truths in 10 classes; chi-square with 9 degrees of freedom is above
    // 27.9 once in a thousand.
    constexpr int truths = 200;
    std::array<int, 10> classes{};
    int inside = 0;
    for (int i = 0; i < truths; ++i) {
        const Point truth = lattice(2, static_cast<std::size_t>(i) + 500).back();
        const auto seed = static_cast<std::uint64_t>(i);
        const std::vector<double> seen = straight(truth, 0);
        std::vector<Target> targets{{"sum", seen[0], 0.2, true, ""},
                                    {"difference", seen[1], 0.2, true, ""}};
        const double turn = 2.0 * 3.141592653589793 * std::fmod(i * 0.618033988749895, 1.0);
        const double length = std::sqrt(-2.0 * std::log((i + 0.5) / truths));
        targets[0].value += 0.2 * length * std::cos(turn);
        targets[1].value += 0.2 * length * std::sin(turn);
        CalibrationPlan plan = small_plan(seed);
        plan.sampler.particles = 256;
        const Calibration found = calibrate(by_hand, 2, targets, {0, 1}, straight, plan);
        const auto below = std::count_if(found.posterior.particles.begin(),
                                         found.posterior.particles.end(),
                                         [&](const Point& p) { return p[0] < truth[0]; });
        ++classes[std::min<std::size_t>(9, static_cast<std::size_t>(below) * 10 / 256)];
        const Knowledge known = knowledge_of(found.posterior.particles, 0);
        inside += known.low <= truth[0] && truth[0] <= known.high ? 1 : 0;
    }
    double chi_square = 0.0;
    for (const int count : classes) {
        chi_square += (count - truths / 10.0) * (count - truths / 10.0) / (truths / 10.0);
    }
    EXPECT_LT(chi_square, 27.9);
    EXPECT_GE(inside, 180);  // of 200 at 95 %: fewer once in three hundred times
    EXPECT_LT(inside, 200);  // or the intervals are too wide
}

TEST(Calibration, says_when_a_target_is_missed) {
    const Target target{"share", 0.5, 0.1, true, ""};
    EXPECT_TRUE(judge(target, {0.6, 0.7, 0.8}).hit);
    EXPECT_FALSE(judge(target, {0.7, 0.72, 0.8}).hit);
    EXPECT_EQ(judge(target, {0.6, 0.7, 0.8}).low, 0.6 + 0.05 * 0.1);
}

TEST(Calibration, knows_what_it_learnt) {
    std::vector<Point> particles;
    for (int i = 0; i < 1001; ++i) {
        particles.push_back({i / 1000.0, 0.5});
    }
    EXPECT_NEAR(knowledge_of(particles, 0).learnt, 0.0, 0.01);
    EXPECT_NEAR(knowledge_of(particles, 0).low, 0.025, 1e-9);
    EXPECT_EQ(knowledge_of(particles, 1).learnt, 1.0);
}

}  // namespace
}  // namespace foothold
