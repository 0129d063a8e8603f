#include "sim/bench/report.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// A month of 100 ns in three parts, twice as slow as the yardstick, with one thread and with two.
BenchReport report() {
    BenchReport it;
    it.parts = {"work", "income", "trifle"};
    it.yardstick = 50.0;
    it.speeds = {{1, 100.0, {60.0, 39.5, 0.5}, 0.0, 1.0}, {2, 60.0, {40.0, 19.5, 0.5}, 0.0, 1.0}};
    return it;
}

TEST(Losses, are_none_between_equals) {
    EXPECT_TRUE(losses(report(), report()).empty());
}

TEST(Losses, are_those_of_more_than_a_fifth_of_the_ratio) {
    BenchReport slow = report();
    slow.speeds[0].parts[0] = 60.0 / 0.79;
    slow.speeds[0].parts[1] = 39.5 / 0.81;
    const std::vector<Slower> found = losses(report(), slow);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].part, "work");
    EXPECT_EQ(found[0].threads, 1U);
    EXPECT_NEAR(found[0].now / found[0].before, 0.79, 1e-12);
    EXPECT_TRUE(losses(slow, report()).empty()) << "a gain is no loss";
}

TEST(Losses, can_be_of_the_whole_month) {
    BenchReport slow = report();
    slow.speeds[1].whole = 80.0;
    const std::vector<Slower> found = losses(report(), slow);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].part, whole_month);
    EXPECT_EQ(found[0].threads, 2U);
}

TEST(Losses, are_none_on_a_machine_that_is_slower_at_everything) {
    BenchReport slow = report();
    slow.yardstick *= 3.0;
    for (ThreadsSpeed& it : slow.speeds) {
        it.whole *= 3.0;
        for (double& part : it.parts) {
            part *= 3.0;
        }
    }
    EXPECT_TRUE(losses(report(), slow).empty());
}

TEST(Losses, of_a_trifle_do_not_count_until_it_is_one_no_longer) {
    BenchReport slow = report();
    slow.speeds[0].parts[2] = 0.9;
    EXPECT_TRUE(losses(report(), slow).empty());
    slow.speeds[0].parts[2] = 1.1;
    EXPECT_EQ(losses(report(), slow).size(), 1U);
}

TEST(Losses, look_only_at_what_both_have) {
    BenchReport slow = report();
    slow.speeds = {{1, 100.0, {39.5, 500.0}, 0.0, 1.0}, {8, 1e6, {1e6, 1e6}, 0.0, 1.0}};
    slow.parts = {"income", "new"};
    EXPECT_TRUE(losses(report(), slow).empty());
}

TEST(Ratio, of_what_takes_no_time_is_none) {
    EXPECT_FALSE(report().ratio(0.0));
    EXPECT_EQ(report().ratio(100.0), 0.5);
}

}  // namespace
}  // namespace foothold
