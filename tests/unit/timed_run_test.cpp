#include "sim/bench/measurement.hpp"
#include "sim/bench/timed_run.hpp"
#include "sim/phases/schedule.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace foothold {
namespace {

Scenario short_study() {
    Scenario it = lively_scenario(9);
    it.settings.burn_in = 2;
    it.settings.horizon = 5;
    return it;
}

Place town() {
    Dice dice{9};
    return any_town(dice, 200);
}

TEST(TimedRun, names_the_phases_of_the_schedule_and_what_is_done_besides) {
    const std::vector<std::string>& parts = timed_parts();
    ASSERT_EQ(parts.size(), month_schedule.size() - 1 + 3) << "one step of it only looks on";
    EXPECT_EQ(parts.front(), month_schedule.front().name);
    EXPECT_EQ(std::count(parts.begin(), parts.end(), "job search"), 1);
    EXPECT_EQ((std::vector<std::string>{parts.end() - 3, parts.end()}),
              (std::vector<std::string>{"measures", "digest", "pairs"}));
}

TEST(TimedRun, gives_every_part_some_time_and_all_of_it_to_parts) {
    const TimedRun run = timed_run(short_study(), town());
    ASSERT_EQ(run.parts.size(), timed_parts().size());
    for (std::size_t i = 0; i < run.parts.size(); ++i) {
        EXPECT_GE(run.parts[i], 0.0) << timed_parts()[i];
    }
    EXPECT_GT(run.parts.front(), 0.0);
    EXPECT_GT(run.parts.back(), 0.0) << "three arms make pairs";
    EXPECT_EQ(run.seconds(), std::accumulate(run.parts.begin(), run.parts.end(), 0.0));
}

TEST(TimedRun, counts_the_bytes_of_columns) {
    World world;
    EXPECT_EQ(bytes_of(world), 0.0);
    world.people.birth.resize(10);
    world.households.members.resize(3);
    EXPECT_EQ(bytes_of(world), 10.0 * sizeof(Month) + 3.0);
}

TEST(MeasuredSpeed, tells_what_was_lived_and_what_it_is_about_to_do) {
    std::vector<std::string> told;
    const BenchReport report =
        measured_speed(short_study(), town(), {{1, 2}, 2}, [&](const std::string& what, double) {
            told.push_back(what);
        });
    EXPECT_EQ(report.subject, subject_of(short_study(), town()));
    EXPECT_EQ(report.subject.months, 4U) << "the first is not timed";
    EXPECT_EQ(report.subject.arms, 3U);
    EXPECT_EQ(told.size(), 6U) << "each of two numbers of threads and the yardstick, twice";
    EXPECT_EQ(told[2], "yardstick");
    ASSERT_EQ(report.speeds.size(), 2U);
    for (const ThreadsSpeed& it : report.speeds) {
        EXPECT_EQ(it.parts.size(), report.parts.size());
        EXPECT_GT(it.whole, 0.0);
        EXPECT_GT(report.share_of_copy(it), 0.0);
    }
    EXPECT_GT(report.yardstick, 0.0);
    EXPECT_GT(report.bytes_of_world, 50.0);
}

}  // namespace
}  // namespace foothold
