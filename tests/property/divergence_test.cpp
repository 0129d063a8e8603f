#include "sim/appraisal/divergence.hpp"
#include "sim/appraisal/null_test.hpp"
#include "sim/phases/schedule.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Place a_town() {
    Dice dice{5};
    return any_town(dice, 80);
}

Scenario two_years() {
    Scenario it = lively_scenario(5);
    it.settings.horizon = 24;
    return it;
}

/// An arm without programmes in which one number is another.
Scenario with_changed(const std::string& path, const std::string& value) {
    Scenario it = two_years();
    Arm changed{"changed", "One number is another", {}};
    changed.parameters = {{path}, {value}};
    it.arms.items.push_back(changed);
    return it;
}

TEST(NullTest, finds_nothing_where_programmes_have_no_money) {
    const NullTest found = null_test(two_years(), a_town(), {"help", "alone"}, 0, 24);
    EXPECT_TRUE(found.passes()) << found.failure;
    EXPECT_EQ(found.months, 24);
    EXPECT_GT(found.compared, 1000U);
    EXPECT_EQ(found.programmes.size(), 2U);
}

TEST(NullTest, fails_by_name_where_a_twin_is_none) {
    Scenario study = twin_study(two_years(), {"help"}, 24);
    study.programmes.items.back().funding.months = 12;
    const NullTest money = compare_twins(study, a_town(), 0);
    EXPECT_FALSE(money.passes()) << "a year of money";
    EXPECT_NE(money.failure.find(" differs at "), std::string::npos) << money.failure;

    // What no measure counts is found in the columns.
    study = twin_study(two_years(), {}, 1);
    study.arms.items[1].parameters = {{"casework.confidence_memory"}, {"1199"}};
    const NullTest confidence = compare_twins(study, a_town(), 0);
    EXPECT_NE(
        confidence.failure.find("the column people.confidence differs at the close of month 0"),
        std::string::npos)
        << confidence.failure;
}

TEST(NullTest, gives_the_twin_every_programme_and_no_money) {
    const Scenario study = twin_study(two_years(), {"help", "alone"}, 24);
    ASSERT_EQ(study.arms.items.size(), 2U);
    EXPECT_EQ(study.arms.items[1].programmes.size(), 2U);
    EXPECT_EQ(study.programmes.items.back().funding.months, 0);
}

TEST(NullTest, of_results_finds_the_first_time_at_which_a_measure_differs) {
    const Courses courses{
        {{"employed", "person", ""}}, {"none", "help"}, {0}, 4, {{5, 5, 5, 5, 5, 5, 5, 6}}};
    EXPECT_EQ(first_parted(courses, 1, 0, 0), 3U);
    EXPECT_FALSE(first_parted(courses, 0, 0, 0));
}

TEST(Divergence, never_comes_before_the_money) {
    Scenario scenario = two_years();
    scenario.settings.horizon = 48;
    for (Programme& each : scenario.programmes.items) {
        each.funding.from = later(scenario.settings.start, 30);
    }
    const Divergence found = divergence(scenario, a_town(), "help", 0);
    ASSERT_TRUE(found.anything);
    EXPECT_EQ(found.anything->month, 30);
    EXPECT_EQ(month_schedule[found.anything->phase].name, "engagement") << "people are met";
    ASSERT_TRUE(found.people);
    EXPECT_GE(found.people->month, 30);
    EXPECT_FALSE(found.first.empty() && found.first_households.empty());
}

TEST(Divergence, is_of_programmes_alone_where_nobody_can_hear_of_them) {
    Scenario scenario = two_years();
    for (Programme& each : scenario.programmes.items) {
        each.routes = {};
    }
    const Divergence found = divergence(scenario, a_town(), "help", 0);
    ASSERT_TRUE(found.anything);
    EXPECT_EQ(month_schedule[found.anything->phase].name, "advocacy");
    EXPECT_EQ(found.anything->columns, std::vector<std::string>{"programmes"});
    EXPECT_FALSE(found.people);
}

TEST(Divergence, by_the_onset_of_a_barrier_begins_with_barriers) {
    const Divergence found =
        divergence(with_changed("barriers.illness.after_job_loss", "9"), a_town(), "changed", 0);
    ASSERT_TRUE(found.people);
    EXPECT_EQ(month_schedule[found.people->phase].name, "barriers");
    EXPECT_GT(found.people_differ, 0U);
}

TEST(Divergence, by_search_begins_with_job_search) {
    const Divergence found =
        divergence(with_changed("search.give_up", "0.5"), a_town(), "changed", 0);
    ASSERT_TRUE(found.people);
    EXPECT_EQ(month_schedule[found.people->phase].name, "job search");
    ASSERT_FALSE(found.first.empty());
    EXPECT_GE(found.first.front().age, 16);
}

TEST(Divergence, of_an_arm_from_its_equal_never_comes) {
    Scenario scenario = two_years();
    scenario.arms.items.push_back({"again", "The same", {}});
    const Divergence found = divergence(scenario, a_town(), "again", 0);
    EXPECT_FALSE(found.anything);
    EXPECT_FALSE(found.people);
}

}  // namespace
}  // namespace foothold
