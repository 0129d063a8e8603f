#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// Two advocates and a senior one, funded for 6 months from June 2018.
Scenario staffed() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    Staffing& staffing = it.programmes.items[0].staffing;
    staffing.advocates = 2;
    staffing.senior_advocates = 1;
    staffing.salary = 30'000.0;
    staffing.senior_salary = 36'000.0;
    staffing.on_costs = 0.25;
    staffing.management = 0.1;
    staffing.premises = 6'000.0;
    it.programmes.items[0].funding = {{2018, 6}, 6, 100'000.0, 0};
    return it;
}

TEST(Accounting, adds_up_to_the_sum_on_paper) {
    const Scenario scenario = staffed();
    SmallWorld small{scenario};
    ProgrammeState& state = small.start(0);
    state.advocates = {{0, never, 1, 0}, {0, never, 0, 0}, {0, never, 0, 0}};
    const MonthRules rules{scenario};
    accounting(small.world, rules.in(2));
    EXPECT_EQ(state.spend.staff, 800'000);       // 2 * 2,500 + 3,000 pounds a month
    EXPECT_EQ(state.spend.on_costs, 200'000);    // 25 % of it
    EXPECT_EQ(state.spend.management, 100'000);  // 10 % of 10,000
    EXPECT_EQ(state.spend.premises, 150'000);    // 3 posts at 500
    EXPECT_EQ(state.spend.personal_budgets, 0);
    EXPECT_EQ(state.spend.total(), 1'250'000);
    accounting(small.world, rules.in(3));
    EXPECT_EQ(state.spend.total(), 2'500'000);
}

TEST(Accounting, pays_those_in_post_and_the_premises_of_every_post) {
    const Scenario scenario = staffed();
    SmallWorld small{scenario};
    ProgrammeState& state = small.start(0);
    state.advocates = {{0, 1, 1, 0}, {0, never, 0, 0}};  // the senior one has left
    accounting(small.world, MonthRules{scenario}.in(2));
    EXPECT_EQ(state.spend.staff, 250'000);
    EXPECT_EQ(state.spend.premises, 150'000);
}

TEST(Accounting, spends_in_funded_months_only) {
    const Scenario scenario = staffed();
    SmallWorld small{scenario};
    ProgrammeState& state = small.start(0);
    state.advocates = {{0, never, 0, 0}};
    const MonthRules rules{scenario};
    accounting(small.world, rules.in(1));
    EXPECT_EQ(state.spend.total(), 0) << "before the money";
    accounting(small.world, rules.in(8));
    EXPECT_EQ(state.spend.total(), 0) << "after it";
    accounting(small.world, rules.in(7));
    EXPECT_GT(state.spend.total(), 0) << "its last month";
}

TEST(Accounting, keeps_programmes_apart) {
    Scenario scenario = staffed();
    scenario.programmes.items.push_back(scenario.programmes.items[0]);
    scenario.programmes.items[1].staffing.salary = 12'000.0;
    SmallWorld small{scenario};
    small.start(0).advocates = {{0, never, 0, 0}};
    small.start(1).advocates = {{0, never, 0, 0}};
    accounting(small.world, MonthRules{scenario}.in(2));
    EXPECT_EQ(small.world.support.programmes[0].spend.staff, 250'000);
    EXPECT_EQ(small.world.support.programmes[1].spend.staff, 100'000);
}

TEST(Accounting, never_costs_more_than_the_months_money_covers) {
    Scenario scenario = staffed();
    scenario.programmes.items[0].funding.per_month = 9'000.0;  // of 12,500
    SmallWorld small{scenario};
    ProgrammeState& state = small.start(0);
    const MonthRules rules{scenario};
    for (Month month = 2; month <= 7; ++month) {
        advocacy(small.world, rules.in(month));
        accounting(small.world, rules.in(month));
        EXPECT_LE(state.spend.total(), 900'000 * (month - 1));
    }
    // The senior one costs 4,625 with premises, another 3,937.50: both fit, a third does not.
    EXPECT_EQ(state.spend.total(), 6 * 856'250);
    EXPECT_EQ(state.advocates.size(), 2U);
    EXPECT_EQ(state.advocates[0].senior, 1);
}

/// What is known of a case opened in month 0 and closed in month 4, of somebody in work in these
/// months.
Case followed(const std::vector<std::pair<Month, Month>>& spells) {
    const Scenario scenario = staffed();
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, {.activity = Activity::searching});
    small.start(0);
    small.support(p, 0);
    const MonthRules rules{scenario};
    for (Month month = 0; month < 24; ++month) {
        auto& people = small.world.people;
        people.activity[p] = Activity::searching;
        for (const auto& [from, last] : spells) {
            if (month >= from && month <= last) {
                people.activity[p] = Activity::employed;
                people.since[p] = from;
            }
        }
        if (month == 4) {
            small.world.support.cases[0].closing = Closing::success;
            small.world.support.cases[0].closed = month;
            people.open_case[p] = {};
        }
        accounting(small.world, rules.in(month));
    }
    return small.world.support.cases[0];
}

TEST(FollowUp, counts_how_long_work_lasts_that_was_found_in_the_case_also_after_it) {
    EXPECT_EQ(followed({}).entered_work, never);
    const Case long_one = followed({{3, 23}});
    EXPECT_EQ(long_one.entered_work, 3);
    EXPECT_EQ(long_one.longest_job, 20);
    EXPECT_EQ(followed({{3, 8}}).longest_job, 5) << "three months and not six";
    EXPECT_EQ(followed({{0, 1}, {3, 9}}).longest_job, 6) << "the second spell, not the sum";
    EXPECT_EQ(followed({{0, 2}, {6, 20}}).longest_job, 2) << "the second was found by oneself";
    EXPECT_EQ(followed({{4, 20}}).entered_work, never) << "after the case had closed";
}

TEST(FollowUp, does_not_count_work_held_before_the_case) {
    EXPECT_EQ(followed({{-5, 20}}).entered_work, never);
}

}  // namespace
}  // namespace foothold
