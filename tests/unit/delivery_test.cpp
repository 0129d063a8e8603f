#include "sim/policy/delivery.hpp"
#include "tests/unit/small_intake.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

/// A programme of a year, remote from its first month for half a year.
Scenario remote_from_the_start(double remote, std::int32_t adapts_after) {
    Scenario it = heard_of();
    it.programmes.items[0].delivery = {{{2018, 4}, 6, remote, adapts_after}};
    it.parameters.casework.alliance_growth = 0.5;
    it.parameters.casework.remote_help = 0.8;
    it.parameters.casework.remote_alliance = 0.6;
    it.parameters.casework.remote_ill = 0.5;
    it.parameters.casework.remote_excluded = 0.25;
    return it;
}

/// Working alliance that a month of ten hours brings somebody without any, from one client.
double alliance_after_a_month(const Scenario& scenario, BarrierSet barriers, Month month = 0) {
    SmallWorld small{scenario};
    small.start(0);
    const PersonId p = small.add_singles(1, {.activity = Activity::inactive, .barriers = barriers});
    small.support(p, 0, 0.0F);
    advocacy(small.world, MonthRules{scenario}.in(month));
    return static_cast<double>(small.world.support.cases[0].alliance);
}

TEST(Delivery, is_face_to_face_outside_the_periods_it_names) {
    Programme programme = plain_programme();
    programme.delivery = {{{2018, 6}, 4, 0.5, 2}};
    const auto in = [&](Month month) { return delivery_in(programme, {2018, 4}, month); };
    EXPECT_EQ(in(1).remote, 0.0);
    EXPECT_TRUE(in(2).stopped && in(3).stopped);
    EXPECT_EQ(in(4).remote, 0.5);
    EXPECT_FALSE(in(4).stopped);
    EXPECT_EQ(in(5).remote, 0.5);
    EXPECT_EQ(in(6).remote, 0.0);
    EXPECT_FALSE(in(6).stopped);
}

TEST(Delivery, by_telephone_builds_less_alliance_and_least_with_the_digitally_excluded) {
    const Scenario near = remote_from_the_start(0.0, 0);
    const Scenario half = remote_from_the_start(0.5, 0);
    const Scenario far = remote_from_the_start(1.0, 0);
    EXPECT_NEAR(alliance_after_a_month(near, 0), 0.5, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(near, illness | strain), 0.5, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(half, 0), 0.5 * 0.8, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(far, 0), 0.5 * 0.6, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(far, illness), 0.5 * 0.6 * 0.5, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(far, strain), 0.5 * 0.6 * 0.25, 1e-6);
    EXPECT_NEAR(alliance_after_a_month(far, strain, 6), 0.5, 1e-6) << "face to face again";
}

TEST(Delivery, by_telephone_lifts_barriers_at_the_hazard_of_the_hours_it_is_worth) {
    Scenario scenario = remote_from_the_start(1.0, 0);
    constexpr std::size_t people = 4000;
    scenario.programmes.items[0].staffing.caseload = people;
    scenario.programmes.items[0].staffing.contact_hours = 10.0 * people;
    scenario.parameters.casework.alliance_growth = 0.0;
    for (Barrier& barrier : scenario.parameters.barriers.items) {
        barrier.help = 0.05;
    }
    SmallWorld small{scenario};
    small.start(0);
    const PersonId first =
        small.add_singles(people, {.activity = Activity::inactive, .barriers = strain});
    for (std::uint32_t i = 0; i < people; ++i) {
        small.support({first.row + i}, 0, 0.0F);
    }
    // All of them with the one advocate of the first case.
    small.world.support.programmes[0].advocates.resize(1);
    small.world.support.programmes[0].advocates[0].cases = people;
    for (Case& each : small.world.support.cases) {
        each.advocate = {0};
    }
    advocacy(small.world, MonthRules{scenario}.in(0));
    int lifted = 0;
    for (const Case& each : small.world.support.cases) {
        lifted += each.resolved;
    }
    // Ten hours, worth 0.8 x 0.25 of ten; a floor of 1 for the alliance, 1 and full capital.
    const double chance = -std::expm1(-0.05 * 10.0 * 0.8 * 0.25 * 2.0);
    EXPECT_NEAR(lifted, people * chance, 4.0 * std::sqrt(people * chance * (1.0 - chance)));
}

TEST(Delivery, meets_and_takes_on_nobody_until_a_waiting_contract_is_changed) {
    const Scenario scenario = remote_from_the_start(1.0, 2);
    SmallWorld small{scenario};
    small.start(0);
    small.add_singles(3, inactive);
    EXPECT_TRUE(who_joins(scenario, small, 0).empty());
    EXPECT_TRUE(who_joins(scenario, small, 1).empty());
    EXPECT_EQ(who_joins(scenario, small, 2).size(), 3U);
    EXPECT_EQ(alliance_after_a_month(scenario, 0, 1), 0.0);
    EXPECT_GT(alliance_after_a_month(scenario, 0, 2), 0.0);
    advocacy(small.world, MonthRules{scenario}.in(0));
    advocacy(small.world, MonthRules{scenario}.in(1));
    EXPECT_TRUE(small.world.support.cases.empty()) << "nobody is taken on in a month of waiting";
    advocacy(small.world, MonthRules{scenario}.in(2));
    EXPECT_EQ(small.world.support.cases.size(), 2U);
}

TEST(Delivery, leaves_clients_without_an_advocate_while_a_contract_waits) {
    const Scenario scenario = remote_from_the_start(1.0, 2);
    SmallWorld small{scenario};
    small.start(0);
    const PersonId p = small.add_singles(1, inactive);
    small.support(p, 0);
    EXPECT_FALSE(meets_advocate(small.world, scenario, p, 1));
    EXPECT_TRUE(meets_advocate(small.world, scenario, p, 2));
}

TEST(Delivery, loses_the_outreach_that_a_remote_month_does_not_keep) {
    constexpr std::size_t people = 4000;
    const auto met = [](double remote) {
        Scenario scenario = remote_from_the_start(remote, 0);
        Routes& routes = scenario.programmes.items[0].routes;
        routes.partners = 0.0;
        routes.outreach_hours = 0.3 * people;
        routes.contacts_per_outreach_hour = 1.0;
        scenario.parameters.engagement.remote_outreach = 0.25;
        SmallWorld small{scenario};
        small.start(0);
        small.support(small.add_singles(1, {}), 0);  // an advocate in post
        small.add_singles(people, inactive);
        small.world.neighbourhoods.workless[{0}] = people;
        small.world.neighbourhoods.capital[{0}] = 1.0;
        return static_cast<double>(who_joins(scenario, small).size());
    };
    const auto expect = [&](double found, double hazard) {
        const double share = -std::expm1(-hazard);
        EXPECT_NEAR(found, people * share, 4.0 * std::sqrt(people * share * (1.0 - share)));
    };
    expect(met(0.0), 0.3);
    expect(met(1.0), 0.3 * 0.25);
}

}  // namespace
}  // namespace foothold
