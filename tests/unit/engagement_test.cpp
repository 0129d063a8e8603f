#include "tests/unit/small_intake.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace foothold {
namespace {

TEST(Engagement, puts_those_who_hear_and_accept_on_the_waiting_list) {
    const Scenario scenario = heard_of();
    SmallWorld small{scenario};
    small.add_singles(2, inactive, 0);
    small.add_singles(1, {.activity = Activity::employed}, 0);
    small.add_singles(1, inactive, 1);
    ProgrammeState& state = small.start(0);
    EXPECT_EQ(who_joins(scenario, small), (std::vector<std::uint32_t>{0, 1, 3}));
    EXPECT_EQ(state.contacted, 3);
    EXPECT_EQ(state.accepted, 3);
    EXPECT_EQ(state.waiting[0].accepted, 0);
    EXPECT_EQ(small.world.neighbourhoods.met[{0}], 2);
    EXPECT_EQ(small.world.neighbourhoods.met[{1}], 1);
}

TEST(Engagement, needs_both_to_hear_and_to_accept) {
    Scenario deaf = heard_of();
    deaf.programmes.items[0].routes.partners = 0.0;
    SmallWorld one{deaf};
    one.add_singles(50, inactive);
    one.start(0);
    EXPECT_TRUE(who_joins(deaf, one).empty());
    EXPECT_EQ(one.world.support.programmes[0].contacted, 0);
    Scenario unwilling = heard_of();
    unwilling.parameters.engagement.accept_base = -20.0;
    SmallWorld other{unwilling};
    other.add_singles(50, inactive);
    other.start(0);
    EXPECT_TRUE(who_joins(unwilling, other).empty());
    EXPECT_EQ(other.world.support.programmes[0].contacted, 50);
    EXPECT_EQ(other.world.support.programmes[0].accepted, 0);
}

TEST(Engagement, serves_the_waiting_in_the_order_of_key_and_then_of_row) {
    for (const Priority priority :
         {Priority::first_come, Priority::need, Priority::closest_to_work}) {
        Scenario scenario = heard_of();
        scenario.programmes.items[0].priority = priority;
        SmallWorld small{scenario};
        for (int i = 0; i < 30; ++i) {
            small.add(
                0, {{.activity = Activity::inactive, .barriers = static_cast<BarrierSet>(i % 4)}});
        }
        ProgrammeState& state = small.start(0);
        who_joins(scenario, small);
        ASSERT_EQ(state.waiting.size(), 30U);
        EXPECT_TRUE(std::is_sorted(state.waiting.begin(), state.waiting.end()));
        const auto count = [&](std::size_t place) {
            return std::popcount(small.world.barriers(state.waiting[place].person));
        };
        for (std::size_t i = 1; i < 30; ++i) {
            EXPECT_TRUE(priority != Priority::need || count(i - 1) >= count(i));
            EXPECT_TRUE(priority != Priority::closest_to_work || count(i - 1) <= count(i));
        }
    }
    EXPECT_TRUE((Waiting{1.0, {9}} < Waiting{2.0, {3}}));
    EXPECT_TRUE((Waiting{1.0, {3}} < Waiting{1.0, {9}}));
    EXPECT_FALSE((Waiting{1.0, {9}} < Waiting{1.0, {9}}));
}

TEST(Engagement, puts_this_months_behind_last_months_where_first_come_is_first_served) {
    const Scenario scenario = heard_of();
    SmallWorld small{scenario};
    small.add_singles(10, inactive);
    small.add_singles(10, {.activity = Activity::employed});
    ProgrammeState& state = small.start(0);
    EXPECT_EQ(who_joins(scenario, small, 0).size(), 10U);
    for (std::uint32_t row = 10; row < 20; ++row) {
        small.world.people.activity[{row}] = Activity::inactive;
    }
    EXPECT_EQ(who_joins(scenario, small, 1).size(), 20U);
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(state.waiting[i].person.row < 10, i < 10);
    }
}

TEST(Engagement, puts_members_of_supported_households_first_where_asked_to) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].priority = Priority::household;
    scenario.programmes.items[0].routes.invitation = 1.0;
    scenario.programmes.items[0].staffing.caseload = 10;
    SmallWorld small{scenario};
    small.add_singles(10, inactive);
    for (int i = 0; i < 5; ++i) {
        small.add(0, {inactive, inactive});
    }
    const ProgrammeState& state = small.start(0);
    who_joins(scenario, small, 0);
    for (std::uint32_t h = 0; h < 5; ++h) {
        small.support({10 + 2 * h}, 0);
    }
    // The members of supported households join again, in month 1.
    std::erase_if(small.world.support.programmes[0].waiting,
                  [](const Waiting& each) { return each.person.row >= 10; });
    who_joins(scenario, small, 1);
    ASSERT_GE(state.waiting.size(), 5U);
    for (std::size_t i = 0; i < state.waiting.size(); ++i) {
        EXPECT_EQ(state.waiting[i].person.row >= 10, i < 5) << "place " << i;
    }
}

TEST(Engagement, leaves_alone_whom_it_helps_or_helped_a_short_time_ago) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].eligibility.return_after = 6.0;
    SmallWorld small{scenario};
    small.add_singles(3, inactive);
    ProgrammeState& state = small.start(0);
    const CaseId past = small.support({1}, -9);
    Case& was_helped = small.world.support.cases[past.row];
    was_helped.closing = Closing::limit;
    was_helped.closed = -3;
    was_helped.advocate = {};
    small.world.people.open_case[{1}] = {};
    small.world.households.first_case[{1}] = {};
    const CaseId present = small.support({2}, -2);
    ASSERT_TRUE(present);
    EXPECT_EQ(who_joins(scenario, small, 0), (std::vector<std::uint32_t>{0}))
        << "one was helped until lately, one is helped now";
    EXPECT_EQ(who_joins(scenario, small, 2), (std::vector<std::uint32_t>{0}));
    EXPECT_EQ(state.contacted, 1);
    EXPECT_EQ(who_joins(scenario, small, 3), (std::vector<std::uint32_t>{0, 1}))
        << "six months after the case closed";
}

TEST(Engagement, is_open_to_newcomers_in_the_home_of_somebody_helped_before) {
    const Scenario scenario = heard_of();
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, inactive);
    small.start(0);
    small.support(p, -9);
    small.world.support.cases[0].closing = Closing::moved;
    small.world.support.cases[0].advocate = {};
    small.world.people.open_case[p] = {};
    small.world.households.first_case[{0}] = {};
    small.world.people.life[p] = 1;
    small.world.households.life[{0}] = 1;
    EXPECT_EQ(who_joins(scenario, small), (std::vector<std::uint32_t>{p.row}));
}

TEST(Engagement, counts_each_person_met_once) {
    Scenario scenario = heard_of();
    scenario.parameters.engagement.accept_base = -20.0;
    SmallWorld small{scenario};
    small.add_singles(5, inactive);
    const ProgrammeState& state = small.start(0);
    who_joins(scenario, small, 0);
    who_joins(scenario, small, 1);
    EXPECT_EQ(state.contacted, 5);
    EXPECT_NEAR(small.world.neighbourhoods.met[{0}], 5.0, 1e-12) << "met again, not met twice";
}

TEST(Engagement, takes_nobody_on_after_intake_stops_and_forgets_the_waiting_at_the_end) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].funding = {{2018, 4}, 6, 1000.0, 2};  // months 0-5, intake 0-3
    SmallWorld small{scenario};
    small.add_singles(1, inactive);
    ProgrammeState& state = small.start(0);
    EXPECT_EQ(who_joins(scenario, small, 3).size(), 1U);
    small.add_singles(1, inactive);
    EXPECT_EQ(who_joins(scenario, small, 4).size(), 1U) << "one waits on, nobody joins";
    EXPECT_EQ(who_joins(scenario, small, 5).size(), 1U);
    EXPECT_TRUE(who_joins(scenario, small, 6).empty());
    EXPECT_EQ(state.contacted, 1);
}

TEST(Engagement, lets_people_leave_the_list_after_intake_stops_too) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].funding = {{2018, 4}, 6, 1000.0, 2};  // months 0-5, intake 0-3
    SmallWorld small{scenario};
    small.add_singles(3, inactive);
    small.start(0);
    EXPECT_EQ(who_joins(scenario, small, 3).size(), 3U);
    small.world.people.activity[{0}] = Activity::employed;
    EXPECT_EQ(who_joins(scenario, small, 4), (std::vector<std::uint32_t>{1, 2}));
    scenario.parameters.engagement.waiting_drop_out = 1.0;
    EXPECT_TRUE(who_joins(scenario, small, 5).empty());
}

TEST(Engagement, drops_from_the_list_those_who_gave_up_or_may_no_longer_join) {
    Scenario scenario = heard_of();
    SmallWorld small{scenario};
    small.add_singles(3, inactive);
    ProgrammeState& state = small.start(0);
    who_joins(scenario, small, 0);
    scenario.programmes.items[0].routes.partners = 0.0;
    small.world.people.activity[{0}] = Activity::employed;
    small.world.people.life[{1}] = 1;  // somebody else lives here now
    EXPECT_EQ(who_joins(scenario, small, 1), (std::vector<std::uint32_t>{2}));
    scenario.parameters.engagement.waiting_drop_out = 1.0;
    EXPECT_TRUE(who_joins(scenario, small, 2).empty());
    EXPECT_EQ(state.accepted, 3);
}

TEST(Engagement, invites_other_members_of_a_supported_household_where_it_targets_households) {
    for (const Targeting targeting : {Targeting::household, Targeting::individual}) {
        Scenario scenario = heard_of();
        scenario.programmes.items[0].targeting = targeting;
        scenario.programmes.items[0].routes = {0.0, 0.0, 0.0, 0.0, 0.0, 1.0};
        SmallWorld small{scenario};
        small.add(0, {inactive, inactive, {.activity = Activity::employed}});
        small.add(0, {inactive});
        ProgrammeState& state = small.start(0);
        small.support({0}, -1);
        const bool whole = targeting == Targeting::household;
        EXPECT_EQ(who_joins(scenario, small),
                  whole ? std::vector<std::uint32_t>{1} : std::vector<std::uint32_t>{});
        EXPECT_EQ(state.invited, whole ? 1 : 0);
    }
}

/// Which of 500 accept in a month in which all are met; the same luck in every call.
std::size_t accepting(const Scenario& scenario, const std::function<void(SmallWorld&)>& change) {
    SmallWorld small{scenario};
    for (int i = 0; i < 500; ++i) {
        small.add(0, {inactive, inactive});
    }
    small.start(0);
    change(small);
    return who_joins(scenario, small).size();
}

TEST(Engagement, is_accepted_more_by_the_trusting_and_confident_and_less_in_fear) {
    Scenario scenario = heard_of();
    auto& rules = scenario.parameters.engagement;
    rules.accept_base = 0.0;
    const auto nothing = [](SmallWorld&) {};
    const std::size_t plain = accepting(scenario, nothing);
    EXPECT_NEAR(static_cast<double>(plain), 500.0, 4.0 * 15.8) << "even odds for 1000 people";
    rules.accept_per_trust = 2.0;
    EXPECT_GT(accepting(scenario, nothing), plain);
    rules.accept_per_trust = 0.0;
    rules.accept_per_confidence = 2.0;
    EXPECT_GT(accepting(scenario, nothing), plain);
    rules.accept_per_confidence = 0.0;
    rules.fear_of_losing_benefits = 1.0;
    EXPECT_EQ(accepting(scenario, nothing), plain) << "nobody is on Universal Credit";
    const auto on_benefits = [](SmallWorld& small) {
        for (auto& each : small.world.households.universal_credit.values()) {
            each = 1;
        }
    };
    EXPECT_LT(accepting(scenario, on_benefits), plain);
}

TEST(Engagement, is_harder_to_accept_for_further_members_until_they_see_it_work) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes.invitation = 1.0;
    scenario.programmes.items[0].staffing.caseload = 1000;
    auto& rules = scenario.parameters.engagement;
    rules.accept_base = 1.0;
    const auto with_first_members = [](float alliance) {
        return [alliance](SmallWorld& small) {
            for (std::uint32_t h = 0; h < 500; ++h) {
                small.support({2 * h}, -1, alliance);
            }
        };
    };
    const std::size_t no_penalty = accepting(scenario, with_first_members(0.0F));
    rules.second_member = 2.0;
    rules.second_member_eroded = 0.5;
    const std::size_t strangers = accepting(scenario, with_first_members(0.0F));
    const std::size_t friends = accepting(scenario, with_first_members(1.0F));
    EXPECT_LT(strangers, friends);
    EXPECT_LT(friends, no_penalty);
}

}  // namespace
}  // namespace foothold
