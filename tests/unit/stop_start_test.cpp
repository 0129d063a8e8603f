#include "tests/unit/lived.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace foothold {
namespace {

/// Months 0 to 5 and 9 to 14 are funded; everybody hears of it and accepts; places for all.
Scenario stop_start() {
    Scenario it = plain_scenario();
    Programme help = plain_programme();
    help.routes.partners = 1000.0;
    help.staffing.caseload = 100;
    help.offer.limit = 24;
    help.eligibility.return_after = 12.0;
    help.funding.months = 6;
    help.funding.further_periods = {{{2019, 1}, 6, 10'000.0}};
    it.programmes.items = {help};
    it.parameters.engagement.accept_base = 20.0;
    it.parameters.engagement.capital_start = 1.0;
    it.parameters.casework.alliance_growth = 0.5;
    it.parameters.casework.alliance_kept = 0.3;
    return it;
}

TEST(StopStart, advertises_posts_anew_when_money_comes_again) {
    Scenario scenario = stop_start();
    scenario.programmes.items[0].staffing.recruitment_lag = 2.0;
    Lived it{scenario};
    it.live(0, 14);
    ASSERT_EQ(it.state().advocates.size(), 2U);
    EXPECT_EQ(it.state().advocates[0].joined, 2);
    EXPECT_EQ(it.state().advocates[0].left, 6);
    EXPECT_EQ(it.state().advocates[1].joined, 11) << "again after the time it takes to recruit";
}

TEST(StopStart, takes_back_at_once_whom_the_end_of_the_money_cut_off) {
    Lived it{stop_start()};
    it.live(0, 14);
    ASSERT_EQ(it.cases().size(), 2U);
    EXPECT_EQ(it.cases()[0].closing, Closing::funding_ended);
    EXPECT_EQ(it.cases()[0].closed, 6);
    EXPECT_EQ(it.cases()[1].opened, 9) << "long before the twelve months of others";
    EXPECT_EQ(it.cases()[1].returned, 1);
    EXPECT_EQ(it.cases()[1].further_member, 0);
    EXPECT_EQ(it.state().households, 1) << "the same household";
}

TEST(StopStart, asks_back_whom_it_cut_off_when_no_other_route_reaches_them) {
    Scenario scenario = stop_start();
    scenario.programmes.items[0].routes = {0.0, 0.0, 0.0, 0.0, 0.0, 1.0};
    Lived it{scenario, 2};
    it.small.support({0}, -1);
    it.live(0, 14);
    ASSERT_EQ(it.cases().size(), 2U);
    EXPECT_EQ(it.cases()[1].person, PersonId{0});
    EXPECT_EQ(it.cases()[1].opened, 9);
}

TEST(StopStart, begins_again_with_what_the_programme_is_remembered_for) {
    Lived it{stop_start()};
    it.live(0, 9);
    ASSERT_EQ(it.cases().size(), 2U);
    EXPECT_GT(it.cases()[0].alliance, 0.5F);
    EXPECT_FLOAT_EQ(it.cases()[1].alliance, 0.3F * it.cases()[0].alliance);
}

TEST(StopStart,
     leaves_a_client_with_less_alliance_trust_and_progress_than_the_same_months_unbroken) {
    Scenario broken = stop_start();
    Scenario whole = stop_start();
    whole.programmes.items[0].funding.months = 12;
    whole.programmes.items[0].funding.further_periods.clear();
    const auto lived = [](Scenario scenario) {
        scenario.parameters.casework.trust_loss = 0.4;
        scenario.parameters.casework.alliance_floor = 0.0;
        scenario.parameters.barriers.items[0].help = 0.02;
        Lived it{scenario, 400};
        for (BarrierSet& each : it.small.world.people.barriers.values()) {
            each = illness;
        }
        it.scenario.programmes.items[0].staffing.caseload = 400;
        it.scenario.programmes.items[0].staffing.contact_hours = 4000.0;
        // Six months and six, or twelve; in both the last funded month is lived.
        it.live(0, scenario.programmes.items[0].funding.further_periods.empty() ? 11 : 14);
        return it;
    };
    const Lived stopped = lived(broken);
    const Lived steady = lived(whole);
    const auto lifted = [](const Lived& it) {
        const auto& all = it.small.world.people.barriers.values();
        return std::count(all.begin(), all.end(), BarrierSet{0});
    };
    EXPECT_LT(stopped.cases().back().alliance, steady.cases().back().alliance);
    EXPECT_LT(stopped.small.world.people.trust[{0}], steady.small.world.people.trust[{0}]);
    EXPECT_LT(lifted(stopped), lifted(steady));
    EXPECT_GT(lifted(stopped), 0);
}

TEST(StopStart, does_not_carry_money_over_the_gap) {
    Scenario scenario = stop_start();
    scenario.programmes.items[0].offer.personal_budget = 600.0;
    scenario.programmes.items[0].offer.budget_spent_after = 1.0;
    scenario.programmes.items[0].funding.per_month = 0.0;
    scenario.programmes.items[0].funding.further_periods[0].per_month = 250.0;
    Lived it{scenario};
    it.live(0, 10);
    EXPECT_EQ(it.state().spend.total(), 0) << "500 pounds of the second period by then";
    it.live(11, 11);
    EXPECT_EQ(it.state().spend.personal_budgets, 60'000);
    EXPECT_EQ(it.state().spent_before, 0);
}

TEST(Exit, by_taper_lets_caseloads_shrink_before_the_end) {
    const auto caseloads = [](Exit exit) {
        Scenario scenario = stop_start();
        Programme& help = scenario.programmes.items[0];
        help.funding = {{2018, 4}, 12, 10'000.0, 0, exit, 6, {}};
        help.staffing.caseload = 12;
        help.offer.limit = 1;  // a case lasts two months
        Lived it{scenario, 200};
        std::vector<int> caseload;
        for (Month month = 0; month < 12; ++month) {
            it.live(month, month);
            caseload.push_back(it.state().advocates[0].cases);
        }
        return caseload;
    };
    EXPECT_EQ(caseloads(Exit::cliff), std::vector<int>(12, 12)) << "there is always a queue";
    const std::vector<int> taper = caseloads(Exit::taper);
    EXPECT_EQ(taper[5], 12);
    EXPECT_TRUE(std::is_sorted(taper.rbegin(), taper.rend() - 5)) << "never more again";
    // The month before last has one month left: a sixth of the places, for its two months.
    EXPECT_LE(taper[10], 12 * 2 / 6);
    EXPECT_LE(taper[11], 12 * 1 / 6);
}

TEST(Exit, by_hand_over_saves_trust_as_far_as_there_are_partners) {
    const auto trust_after = [](Exit exit, double capital) {
        Scenario scenario = stop_start();
        scenario.programmes.items[0].funding.exit = exit;
        scenario.parameters.casework.trust_loss = 0.4;
        scenario.parameters.casework.hand_over = 0.75;
        scenario.parameters.engagement.capital_start = capital;
        scenario.programmes.items[0].routes = {};
        Lived it{scenario};
        it.small.support({0}, 0);
        it.live(1, 6);
        EXPECT_EQ(it.cases()[0].closing, Closing::funding_ended);
        return it.small.world.people.trust[{0}];
    };
    EXPECT_FLOAT_EQ(trust_after(Exit::cliff, 1.0), 0.5F * 0.6F);
    EXPECT_FLOAT_EQ(trust_after(Exit::hand_over, 1.0), 0.5F * (1.0F - 0.4F * 0.25F));
    EXPECT_FLOAT_EQ(trust_after(Exit::hand_over, 0.0), 0.5F * 0.6F) << "nobody to hand over to";
}

}  // namespace
}  // namespace foothold
