// What OpenTURNS does for us, against functions whose answers are known.
#include "sim/experiments/toolbox.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr double pi = 3.141592653589793;

const Toolbox& toolbox() {
    return *foothold_toolbox();
}

/// Ishigami and Homma (1990), inputs uniform on -pi to pi.
double ishigami(const Point& unit) {
    const auto x = [&](std::size_t d) { return pi * (2.0 * unit[d] - 1.0); };
    return std::sin(x(0)) + 7.0 * std::pow(std::sin(x(1)), 2)
           + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

/// Its indices in closed form, with a = 7 and b = 0.1.
struct Closed {
    double from_first = 0.5 * std::pow(1.0 + 0.1 * std::pow(pi, 4) / 5.0, 2);
    double from_second = 49.0 / 8.0;
    double from_both = 0.01 * std::pow(pi, 8) * (1.0 / 18.0 - 1.0 / 50.0);
    double all = from_first + from_second + from_both;
    std::vector<double> first{from_first / all, from_second / all, 0.0};
    std::vector<double> total{(from_first + from_both) / all, from_second / all, from_both / all};
};

template <class F>
std::vector<double> at(const std::vector<Point>& points, F function) {
    std::vector<double> values;
    for (const Point& point : points) {
        values.push_back(function(point));
    }
    return values;
}

TEST(Toolbox, finds_the_sobol_indices_of_the_ishigami_function_from_an_emulator) {
    const std::vector<Point> points = toolbox().spread(3, 300);
    const Emulator emulator = toolbox().fit(points, at(points, ishigami));
    const Closed known;
    EXPECT_GT(emulator.predicted, 0.99);
    for (std::size_t d = 0; d < 3; ++d) {
        EXPECT_NEAR(emulator.first[d], known.first[d], 0.01) << d;
        EXPECT_NEAR(emulator.total[d], known.total[d], 0.01) << d;
    }
}

TEST(Toolbox, finds_them_from_runs_of_the_function_itself_within_the_intervals_it_gives) {
    constexpr std::size_t size = 4096;
    const std::vector<Point> design = toolbox().saltelli_design(3, size);
    ASSERT_EQ(design.size(), size * 5);
    const SobolIndices found = toolbox().saltelli(design, at(design, ishigami), size);
    const Closed known;
    for (std::size_t d = 0; d < 3; ++d) {
        EXPECT_NEAR(found.first[d], known.first[d], 0.03) << d;
        EXPECT_NEAR(found.total[d], known.total[d], 0.03) << d;
        EXPECT_LT(found.first_low[d], found.first[d]) << d;
        EXPECT_GT(found.total_high[d], found.total[d]) << d;
    }
}

TEST(Toolbox, emulates_where_it_did_not_look) {
    const std::vector<Point> points = toolbox().spread(3, 300);
    const Emulator emulator = toolbox().fit(points, at(points, ishigami));
    double squares = 0.0;
    for (std::size_t i = 0; i < 1000; ++i) {
        const auto n = static_cast<double>(i);
        const Point other{std::fmod(0.1 + n * 0.754877666, 1.0),
                          std::fmod(0.2 + n * 0.569840291, 1.0),
                          std::fmod(0.3 + n * 0.430159709, 1.0)};
        const double off = emulator.polynomial.at(other) - ishigami(other);
        squares += off * off;
    }
    EXPECT_LT(std::sqrt(squares / 1000.0), 2.0 * emulator.error + 1e-9);
    EXPECT_NEAR(emulator.spread * emulator.spread, Closed{}.all, 0.5);
}

TEST(Toolbox, says_how_much_of_an_outcome_is_luck) {
    // A straight line and noise of the same variance: half of it can be foretold.
    const std::vector<Point> points = toolbox().spread(2, 400);
    std::vector<double> outcomes = at(points, [](const Point& p) { return p[0]; });
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        outcomes[i] +=
            std::fmod(static_cast<double>(i) * 0.618033988749895 * static_cast<double>(i), 1.0);
    }
    const Emulator emulator = toolbox().fit(points, outcomes);
    EXPECT_NEAR(emulator.predicted, 0.5, 0.12);
    EXPECT_NEAR(emulator.error, std::sqrt(1.0 / 12.0), 0.03);
    EXPECT_NEAR(emulator.polynomial.at({0.9, 0.5}) - emulator.polynomial.at({0.1, 0.5}), 0.8, 0.12);
}

TEST(Toolbox, emulates_what_never_changes) {
    const Emulator emulator = toolbox().fit(toolbox().spread(3, 20), std::vector<double>(20, 4.0));
    EXPECT_EQ(emulator.polynomial.at({0.2, 0.4, 0.9}), 4.0);
    EXPECT_EQ(emulator.error, 0.0);
    EXPECT_EQ(emulator.first, std::vector<double>(3, 0.0));
}

TEST(Toolbox, adds_points_to_those_it_has_spread) {
    const std::vector<Point> few = toolbox().spread(4, 16);
    const std::vector<Point> more = toolbox().spread(4, 32);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
    for (std::size_t d = 0; d < 4; ++d) {
        double mean = 0.0;
        for (const Point& point : more) {
            mean += point[d] / 32.0;
        }
        EXPECT_NEAR(mean, 0.5, 0.05);
    }
}

}  // namespace
}  // namespace foothold
