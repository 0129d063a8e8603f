#include "sim/experiments/morris.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

template <class F>
std::vector<ElementaryEffects> effects_of(std::size_t dimensions, std::size_t walks, F function) {
    const MorrisDesign design = morris_design(dimensions, walks, 42);
    std::vector<double> outcomes;
    for (const Point& point : design.points) {
        outcomes.push_back(function(point));
    }
    return elementary_effects(design, outcomes);
}

TEST(Morris, finds_the_slopes_of_a_straight_function_exactly) {
    const auto found =
        effects_of(3, 5, [](const Point& p) { return 4.0 * p[0] - 7.0 * p[2] + 1.0; });
    EXPECT_NEAR(found[0].mean, 4.0, 1e-12);
    EXPECT_NEAR(found[0].mean_absolute, 4.0, 1e-12);
    EXPECT_EQ(found[1].mean_absolute, 0.0);
    EXPECT_NEAR(found[2].mean, -7.0, 1e-12);
    EXPECT_NEAR(found[2].mean_absolute, 7.0, 1e-12);
    for (const ElementaryEffects& each : found) {
        EXPECT_NEAR(each.spread, 0.0, 1e-12);
    }
}

TEST(Morris, tells_interaction_from_a_straight_effect) {
    // The effect of u in u * v is v, which is on the four levels equally often: mean 1/2, variance
    // 5/36. In w it is always 1/2, with no spread.
    const auto found = effects_of(3, 4000, [](const Point& p) { return p[0] * p[1] + 0.5 * p[2]; });
    EXPECT_NEAR(found[0].mean_absolute, 0.5, 0.02);
    EXPECT_NEAR(found[0].spread, std::sqrt(5.0 / 36.0), 0.01);
    EXPECT_NEAR(found[1].spread, std::sqrt(5.0 / 36.0), 0.01);
    EXPECT_NEAR(found[2].mean_absolute, 0.5, 1e-12);
    EXPECT_NEAR(found[2].spread, 0.0, 1e-12);
    EXPECT_NEAR(found[0].error, found[0].spread / std::sqrt(4000.0), 1e-9);
}

TEST(Morris, does_not_let_effects_in_both_directions_cancel) {
    // (u - 1/2)^2 has slope 2 u - 1 + step between two levels: +1/3 or -1/3 by where it starts.
    const auto found =
        effects_of(1, 4000, [](const Point& p) { return (p[0] - 0.5) * (p[0] - 0.5); });
    EXPECT_NEAR(found[0].mean, 0.0, 0.02);
    EXPECT_NEAR(found[0].mean_absolute, 1.0 / 3.0, 1e-9);
}

TEST(Morris, changes_every_input_once_in_every_walk_and_stays_in_the_cube) {
    const MorrisDesign design = morris_design(6, 20, 1);
    ASSERT_EQ(design.points.size(), 20U * 7U);
    for (std::size_t walk = 0; walk < 20; ++walk) {
        std::vector<int> times(6, 0);
        for (std::size_t i = 0; i < 6; ++i) {
            const Point& from = design.points[walk * 7 + i];
            const Point& to = design.points[walk * 7 + i + 1];
            for (std::size_t d = 0; d < 6; ++d) {
                times[d] += from[d] != to[d] ? 1 : 0;
                EXPECT_GE(to[d], 0.0);
                EXPECT_LE(to[d], 1.0);
            }
        }
        EXPECT_EQ(times, std::vector<int>(6, 1));
    }
}

TEST(Morris, walks_differently_with_another_seed_and_goes_on_when_walks_are_added) {
    const MorrisDesign few = morris_design(4, 3, 8);
    const MorrisDesign more = morris_design(4, 5, 8);
    EXPECT_TRUE(std::equal(few.points.begin(), few.points.end(), more.points.begin()));
    EXPECT_NE(few.points, morris_design(4, 3, 9).points);
}

}  // namespace
}  // namespace foothold
