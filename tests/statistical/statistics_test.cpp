#include "tests/statistical/statistics.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(ZOf, counts_standard_errors_of_a_share) {
    EXPECT_DOUBLE_EQ(z_of(50, 100, 0.5), 0.0);
    EXPECT_DOUBLE_EQ(z_of(60, 100, 0.5), 2.0);  // standard error 5
    EXPECT_DOUBLE_EQ(z_of(35, 100, 0.5), -3.0);
    EXPECT_DOUBLE_EQ(z_of(26, 100, 0.2), 1.5);  // standard error 4
}

TEST(ZOf, counts_standard_errors_of_counts_together) {
    // 3 degrees of freedom: mean 3, variance 6.
    EXPECT_DOUBLE_EQ(z_of({10, 10, 10, 10}, {10, 10, 10, 10}), -3.0 / std::sqrt(6.0));
    EXPECT_DOUBLE_EQ(z_of({20, 10, 0, 10}, {10, 10, 10, 10}), 17.0 / std::sqrt(6.0));
}

}  // namespace
}  // namespace foothold
