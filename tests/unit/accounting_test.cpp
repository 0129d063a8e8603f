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

}  // namespace
}  // namespace foothold
