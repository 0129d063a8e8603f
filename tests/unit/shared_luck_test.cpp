#include "sim/appraisal/shared_luck.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(SharedLuck, is_worth_what_the_hand_works_out) {
    // Variances 1 and 7/3, of the difference 1/3: 3 (1 + 7/3) / (1/3) = 30. Correlation 1.5 /
    // sqrt(7/3).
    const auto found = shared_luck({1, 2, 3}, {0, 1, 3});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->worth->mean, 30.0, 1e-9);
    EXPECT_NEAR(*found->correlation, 0.98198, 1e-5);
    EXPECT_NEAR(found->spread_paired, 0.57735, 1e-5);
    EXPECT_NEAR(found->spread_unpaired, 1.82574, 1e-5);
}

TEST(SharedLuck, of_opposite_luck_is_worth_less_than_the_replicates) {
    const auto found = shared_luck({1, 2, 3}, {3, 2, 1});
    EXPECT_NEAR(*found->correlation, -1.0, 1e-9);
    EXPECT_NEAR(found->worth->mean, 1.5, 1e-9);
}

TEST(SharedLuck, of_three_pairs_is_worth_anything_from_next_to_nothing_to_hundreds) {
    // The sum varies 19 times as much as the difference; F of 2 and 2 is .975 / .025 = 39.
    const auto found = shared_luck({1, 2, 3}, {0, 1, 3});
    ASSERT_TRUE(found->worth->interval);
    EXPECT_NEAR(found->worth->interval->low, 1.5 * (1.0 + 19.0 / 39.0), 1e-6);
    EXPECT_NEAR(found->worth->interval->high, 1.5 * (1.0 + 19.0 * 39.0), 1e-6);
}

TEST(SharedLuck, has_no_worth_where_the_difference_is_always_the_same) {
    const auto found = shared_luck({11, 12, 14}, {1, 2, 4});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->worth);
    EXPECT_EQ(found->spread_paired, 0.0);
}

TEST(SharedLuck, cannot_be_told_from_two_replicates) {
    EXPECT_FALSE(shared_luck({1, 2}, {2, 1}));
}

TEST(SharedLuck, leaves_the_opening_state_out_of_a_sum) {
    const Courses courses{{{"employed", "person", ""}}, {"none"}, {0, 3}, 3, {{9, 1, 2, 9, 3, 4}}};
    EXPECT_EQ(outcome_by_replicate(courses, {"", "employed", "", true}, 0),
              (std::vector<double>{3, 7}));
    EXPECT_EQ(outcome_by_replicate(courses, {"", "employed", "", false}, 0),
              (std::vector<double>{2, 4}));
    EXPECT_EQ(outcome_by_replicate(courses, {"", "employed", "", false, 100.0}, 0),
              (std::vector<double>{0.02, 0.04}));
}

}  // namespace
}  // namespace foothold
