// Money that is renewed without a gap, and cases that run their course after its end.
#include "sim/policy/support_rules.hpp"
#include "tests/unit/lived.hpp"
#include "tests/unit/small_intake.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

/// Funded in months 0 to 5; everybody hears of it and accepts; places for all.
Scenario half_a_year() {
    Scenario it = heard_of();
    Programme& help = it.programmes.items[0];
    help.staffing.caseload = 100;
    help.staffing.new_cases = 100;
    help.staffing.salary = 24'000.0;
    help.offer.limit = 24;
    help.funding.months = 6;
    help.funding.per_month = 10'000.0;
    it.parameters.casework.trust_loss = 0.4;
    return it;
}

Scenario renewed() {
    Scenario it = half_a_year();
    it.programmes.items[0].funding.further_periods = {{{2018, 10}, 6, 10'000.0}};
    return it;
}

TEST(Renewal, is_a_period_that_begins_with_the_month_in_which_the_one_before_ended) {
    const Scenario scenario = renewed();
    for (Month month = 0; month < 15; ++month) {
        const FundingState state =
            funding_in(scenario.programmes.items[0], scenario.settings.start, month);
        EXPECT_EQ(state.renewed, month == 6) << month;
        EXPECT_EQ(state.ended_now, month == 12) << month;
        EXPECT_EQ(state.funded, month < 12) << month;
        EXPECT_EQ(state.months_left, month < 6 ? 5 - month : month < 12 ? 11 - month : 0) << month;
    }
}

TEST(Renewal, goes_on_with_the_same_cases_advocates_and_trust) {
    Lived it{renewed()};
    it.live(0, 11);
    ASSERT_EQ(it.cases().size(), 1U);
    EXPECT_EQ(it.cases()[0].closing, Closing::open);
    ASSERT_EQ(it.state().advocates.size(), 1U) << "nobody is recruited again";
    EXPECT_EQ(it.state().advocates[0].left, never);
    EXPECT_FLOAT_EQ(it.small.world.people.trust[{0}], 0.5F);
    EXPECT_EQ(it.state().spend.staff, 12 * 200'000) << "paid every month";
    it.live(12, 12);
    EXPECT_EQ(it.cases()[0].closing, Closing::funding_ended) << "at the end of the last period";
}

TEST(Renewal, keeps_the_waiting_list) {
    Scenario scenario = renewed();
    scenario.programmes.items[0].staffing.caseload = 1;
    Lived it{scenario, 3};
    it.live(0, 5);
    ASSERT_EQ(it.state().waiting.size(), 2U);
    const std::vector<Month> accepted{it.state().waiting[0].accepted,
                                      it.state().waiting[1].accepted};
    it.live(6, 7);
    ASSERT_EQ(it.state().waiting.size(), 2U);
    EXPECT_EQ(it.state().waiting[0].accepted, accepted[0]);
    EXPECT_EQ(it.state().waiting[1].accepted, accepted[1]);
}

TEST(Renewal, stops_taking_people_on_before_each_known_end) {
    Scenario scenario = renewed();
    scenario.programmes.items[0].funding.intake_stops_before_end = 2;
    Lived it{scenario, 1};
    it.small.world.people.activity[{0}] = Activity::employed;
    it.live(0, 3);
    it.small.world.people.activity[{0}] = Activity::inactive;
    it.live(4, 5);
    EXPECT_TRUE(it.cases().empty());
    it.live(6, 6);
    ASSERT_EQ(it.cases().size(), 1U);
    EXPECT_EQ(it.cases()[0].opened, 6);
}

TEST(Renewal, does_not_carry_over_what_was_not_spent) {
    Scenario scenario = renewed();
    Lived it{scenario};
    it.live(0, 5);
    const std::int64_t before = it.state().spend.total();
    it.live(6, 6);
    EXPECT_EQ(it.state().spent_before, before);
}

TEST(Renewal, with_less_money_gives_up_the_posts_it_cannot_pay) {
    Scenario scenario = renewed();
    scenario.programmes.items[0].staffing.advocates = 2;
    scenario.programmes.items[0].funding.further_periods[0].per_month = 3'000.0;
    Lived it{scenario, 4};
    it.live(0, 5);
    EXPECT_EQ(in_post(it.state()).total(), 2);
    it.live(6, 6);
    EXPECT_EQ(in_post(it.state()).total(), 1);
    EXPECT_EQ(it.state().advocates[1].left, 6) << "who came last";
    for (const Case& each : it.cases()) {
        EXPECT_EQ(each.closing, Closing::open);
        EXPECT_EQ(each.advocate, AdvocateId{0}) << "a colleague has taken over";
    }
    EXPECT_EQ(it.state().spend.staff, (6 * 2 + 1) * 200'000);
}

TEST(RunOff, lets_cases_come_to_their_own_end_and_pays_until_the_last) {
    Scenario scenario = half_a_year();
    scenario.programmes.items[0].funding.exit = Exit::run_off;
    scenario.programmes.items[0].offer.limit = 9;
    Lived it{scenario, 2};
    it.small.world.people.activity[{1}] = Activity::employed;
    it.live(0, 2);
    it.small.world.people.activity[{1}] = Activity::inactive;
    it.live(3, 20);
    ASSERT_EQ(it.cases().size(), 2U);
    EXPECT_EQ(it.cases()[0].closing, Closing::limit);
    EXPECT_EQ(it.cases()[0].closed, 10);
    EXPECT_EQ(it.cases()[1].closing, Closing::limit);
    EXPECT_EQ(it.cases()[1].closed, 13) << "seven months after the money ended";
    EXPECT_EQ(it.state().advocates[0].left, 13);
    EXPECT_EQ(it.state().spend.staff, 13 * 200'000);
    EXPECT_GE(it.small.world.people.trust[{0}], 0.5F) << "nobody is let down";
}

TEST(RunOff, takes_nobody_on_and_refills_no_post) {
    Scenario scenario = half_a_year();
    scenario.programmes.items[0].funding.exit = Exit::run_off;
    scenario.programmes.items[0].staffing.recruitment_lag = 0.0;
    Lived it{scenario, 2};
    it.small.world.people.activity[{1}] = Activity::employed;
    it.live(0, 5);
    it.small.world.people.activity[{1}] = Activity::inactive;
    it.live(6, 6);
    EXPECT_EQ(it.cases().size(), 1U);
    it.scenario.programmes.items[0].staffing.attrition = 1.0;
    it.live(7, 10);
    EXPECT_EQ(it.state().advocates.size(), 1U);
    EXPECT_EQ(in_post(it.state()).total(), 0);
    EXPECT_EQ(it.cases()[0].closing, Closing::open) << "without an advocate, but not closed";
}

/// Months in which somebody's and the household's barriers last lifted, after help and a cut.
std::pair<Month, Month> recovered_after_cut(bool relapse_after_cut, Exit exit = Exit::cliff) {
    Scenario scenario = half_a_year();
    scenario.programmes.items[0].targeting = Targeting::household;
    scenario.programmes.items[0].funding.exit = exit;
    scenario.programmes.items[0].staffing.contact_hours = 100.0;
    scenario.parameters.mechanisms.relapse_after_cut = relapse_after_cut;
    scenario.parameters.casework.most_hours = 100.0;
    scenario.parameters.casework.alliance_floor = 1.0;
    scenario.parameters.casework.capital_floor = 1.0;
    for (Barrier& each : scenario.parameters.barriers.items) {
        each.help = 1000.0;
    }
    Lived it{scenario};
    it.small.world.people.barriers[{0}] = illness;
    it.small.world.people.recovered[{0}][1] = -5;  // strain, long before the case
    it.small.world.households.barriers[{0}] = debt;
    it.live(0, 8);
    EXPECT_EQ(it.cases()[0].resolved, 2);
    EXPECT_EQ(it.small.world.people.recovered[{0}][1], -5) << "not of this case";
    return {it.small.world.people.recovered[{0}][0], it.small.world.households.recovered[{0}][2]};
}

TEST(RelapseAfterCut, leaves_nobody_fragile_through_a_case_that_was_cut_off_when_turned_off) {
    const auto [own, shared] = recovered_after_cut(false);
    EXPECT_EQ(own, never);
    EXPECT_EQ(shared, never);
}

TEST(RelapseAfterCut, is_as_after_any_other_case_when_on) {
    const auto [own, shared] = recovered_after_cut(true);
    EXPECT_GE(own, 0);
    EXPECT_GE(shared, 0);
}

TEST(RelapseAfterCut, touches_no_case_that_was_not_cut_off) {
    EXPECT_EQ(recovered_after_cut(false, Exit::run_off), recovered_after_cut(true));
}

}  // namespace
}  // namespace foothold
