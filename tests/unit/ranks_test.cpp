#include "sim/experiments/ranks.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(Ranks, that_do_not_change_correlate_fully) {
    EXPECT_DOUBLE_EQ(rank_correlation({1.0, 5.0, 2.0, 9.0}, {10.0, 20.0, 11.0, 1000.0}), 1.0);
    EXPECT_DOUBLE_EQ(rank_correlation({1.0, 2.0, 3.0}, {3.0, 2.0, 1.0}), -1.0);
}

TEST(Ranks, correlate_as_spearman_has_it) {
    // One swap of neighbours among five: 1 - 6 * 2 / (5 * 24).
    EXPECT_NEAR(rank_correlation({1, 2, 3, 4, 5}, {1, 2, 3, 5, 4}), 0.9, 1e-12);
}

TEST(Ranks, are_shared_by_equals) {
    // Ranks 0.5, 0.5, 2 against 0, 1, 2: covariance 1.5 over the root of 1.5 * 2.
    EXPECT_NEAR(rank_correlation({1, 1, 2}, {1, 2, 3}), 1.5 / 1.7320508075688772, 1e-12);
}

TEST(Ranks, all_equal_say_nothing) {
    EXPECT_DOUBLE_EQ(rank_correlation({1, 1, 1}, {1, 2, 3}), 0.0);
}

TEST(Highest, are_kept_as_far_as_they_are_the_same_places) {
    const std::vector<double> before{9, 8, 1, 1, 1, 1, 1, 1, 1, 1};
    EXPECT_DOUBLE_EQ(highest_kept(before, {9, 1, 8, 1, 1, 1, 1, 1, 1, 1}, 0.2), 0.5);
    EXPECT_DOUBLE_EQ(highest_kept(before, before, 0.2), 1.0);
    EXPECT_DOUBLE_EQ(highest_kept(before, {1, 1, 9, 9, 1, 1, 1, 1, 1, 1}, 0.2), 0.0);
}

}  // namespace
}  // namespace foothold
