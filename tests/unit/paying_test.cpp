#include "sim/appraisal/paying.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Estimate between(double low, double high) {
    return {(low + high) / 2.0, Interval{low, high}};
}

constexpr double spent = 1000.0;  // [GBP]

TEST(Pays, if_the_public_purse_surely_gains_whatever_a_year_in_work_is_worth) {
    for (const std::optional<double> worth : {std::optional<double>{}, std::optional{0.01}}) {
        EXPECT_EQ(pays(between(-5.0, -1.0), between(-2.0, 2.0), spent, worth), true);
    }
}

TEST(Pays, not_if_the_purse_surely_loses_and_no_year_in_work_is_worth_it) {
    EXPECT_EQ(pays(between(1.0, 5.0), between(-2.0, 2.0), spent, {}), false);
    EXPECT_EQ(pays(between(1.0, 5.0), between(8.0, 12.0), spent, 50.0), false)
        << "twelve years at 50 are less than 1,000";
}

TEST(Pays, if_years_in_work_are_surely_worth_more_than_was_spent) {
    EXPECT_EQ(pays(between(1.0, 5.0), between(8.0, 12.0), spent, 130.0), true)
        << "eight years at 130 are more than 1,000";
    EXPECT_EQ(pays(between(-5.0, 5.0), between(8.0, 12.0), spent, 130.0), true);
}

TEST(Pays, cannot_be_said_where_intervals_leave_it_open) {
    EXPECT_FALSE(pays(between(-5.0, 5.0), between(8.0, 12.0), spent, {}));
    EXPECT_FALSE(pays(between(1.0, 5.0), between(8.0, 12.0), spent, 100.0))
        << "eight years at 100 are less than 1,000, twelve are more";
    EXPECT_FALSE(pays(between(-5.0, 5.0), between(8.0, 12.0), spent, 1.0));
    EXPECT_FALSE(pays({-5.0, {}}, between(8.0, 12.0), spent, {})) << "too few replicates";
    EXPECT_FALSE(pays(between(-5.0, -1.0), {10.0, {}}, spent, 1e6));
}

}  // namespace
}  // namespace foothold
