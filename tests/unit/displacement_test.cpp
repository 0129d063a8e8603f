// How much of what happens to other people turns a balance over.
#include "sim/appraisal/displacement.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

std::vector<double>
balances(const std::vector<double>& held, const std::vector<double>& others, double multiple) {
    std::vector<double> sums;
    for (std::size_t r = 0; r < held.size(); ++r) {
        sums.push_back(held[r] + multiple * others[r]);
    }
    return sums;
}

TEST(ZeroMultiple, is_where_the_mean_balance_is_nil) {
    const auto zero = zero_multiple({90.0, 110.0}, {-45.0, -55.0});
    ASSERT_TRUE(zero);
    EXPECT_DOUBLE_EQ(zero->mean, 2.0);
    EXPECT_FALSE(zero->interval) << "two replicates";
    EXPECT_FALSE(zero_multiple({100.0}, {50.0})) << "would take a multiple below nought";
}

TEST(ZeroMultiple, has_an_interval_at_whose_ends_the_balance_just_holds_nil) {
    const std::vector<double> held{90.0, 120.0, 95.0, 105.0, 92.0};
    const std::vector<double> others{-45.0, -58.0, -52.0, -40.0, -49.0};
    const auto zero = zero_multiple(held, others);
    ASSERT_TRUE(zero && zero->interval);
    const Estimate low = estimate(balances(held, others, zero->interval->low));
    const Estimate high = estimate(balances(held, others, zero->interval->high));
    EXPECT_NEAR(low.interval->low, 0.0, 1e-9) << "below that the balance is surely a gain";
    EXPECT_NEAR(high.interval->high, 0.0, 1e-9) << "above that surely a loss";
    EXPECT_LT(zero->interval->low, zero->mean);
    EXPECT_GT(zero->interval->high, zero->mean);
}

TEST(ZeroMultiple, has_no_interval_where_what_others_lose_may_be_luck) {
    const auto zero = zero_multiple({90.0, 120.0, 95.0, 105.0}, {-45.0, 58.0, -52.0, 20.0});
    ASSERT_TRUE(zero);
    EXPECT_FALSE(zero->interval);
}

TEST(ZeroMultiple, may_be_nought_where_the_programme_alone_cannot_be_told_from_nil) {
    const auto zero = zero_multiple({-10.0, 40.0, -5.0, 15.0}, {-45.0, -50.0, -52.0, -48.0});
    ASSERT_TRUE(zero && zero->interval);
    EXPECT_EQ(zero->interval->low, 0.0);
}

}  // namespace
}  // namespace foothold
