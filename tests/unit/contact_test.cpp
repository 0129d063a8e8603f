#include "tests/unit/small_intake.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr Resident searcher{.activity = Activity::searching};

TEST(Contact, reaches_fewer_where_there_are_no_partners_by_the_share_each_route_needs_them) {
    const auto met = [](const Routes& routes, double capital) {
        Scenario scenario = heard_of();
        scenario.programmes.items[0].routes = routes;
        EngagementParameters& rules = scenario.parameters.engagement;
        rules.jobcentre_alone = 0.5;
        rules.word_of_mouth_alone = 0.8;
        rules.outreach_alone = 0.25;
        SmallWorld small{scenario};
        small.add_singles(10'000, searcher);
        for (auto& each : small.world.households.universal_credit.values()) {
            each = 1;
        }
        small.world.neighbourhoods.capital[{0}] = capital;
        small.world.neighbourhoods.workless[{0}] = 10'000;
        small.world.neighbourhoods.met[{0}] = 10'000;
        small.start(0).advocates = {{-1, never, 0, 0}};
        return static_cast<double>(who_joins(scenario, small).size());
    };
    const auto expect = [](double share, double hazard) {
        EXPECT_NEAR(share, 10'000 * -std::expm1(-hazard), 4 * 50.0);
    };
    const Routes jobcentre{0.4, 0.0, 0.0, 0.0, 0.0, 0.0};
    expect(met(jobcentre, 1.0), 0.4);
    expect(met(jobcentre, 0.5), 0.4 * (0.5 + 0.5 * 0.5));
    const Routes partners{0.0, 0.4, 0.0, 0.0, 0.0, 0.0};
    expect(met(partners, 0.5), 0.4 * 0.5);
    EXPECT_EQ(met(partners, 0.0), 0.0) << "no partners, no referrals";
    // Density has faded by a month before anybody hears of it.
    const Routes mouth{0.0, 0.0, 0.4, 0.0, 0.0, 0.0};
    expect(met(mouth, 0.5), 0.4 * std::exp(-1.0 / 24.0) * (0.8 + 0.2 * 0.5));
    const Routes outreach{0.0, 0.0, 0.0, 4000.0, 1.0, 0.0};
    expect(met(outreach, 0.5), 0.4 * (0.25 + 0.75 * 0.5));
}

TEST(Contact, forgets_whom_it_met_at_the_pace_of_contact_memory) {
    Scenario scenario = heard_of();
    scenario.parameters.engagement.accept_base = -20.0;
    scenario.parameters.engagement.contact_memory = 10.0;
    SmallWorld small{scenario};
    small.add_singles(4, inactive);
    small.start(0);
    who_joins(scenario, small, 0);
    scenario.programmes.items[0].routes.partners = 0.0;
    const auto met = [&] { return small.world.neighbourhoods.met[{0}]; };
    for (Month month = 1; month <= 7; ++month) {
        who_joins(scenario, small, month);
        EXPECT_NEAR(met(), 4.0 * std::exp(-month / 10.0), 1e-12);
    }
    scenario.programmes.items[0].routes.partners = 1000.0;
    who_joins(scenario, small, 8);
    EXPECT_NEAR(met(), 4.0, 1e-12) << "all met again";
    for (Month month = 9; month < 12 * 20; ++month) {
        engagement(small.world, MonthRules{scenario}.in(month));
    }
    EXPECT_LT(met(), 1e-6) << "long after the money ended";
}

TEST(Contact, spends_outreach_on_those_who_are_not_on_its_books) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes = {0.0, 0.0, 0.0, 200.0, 1.0, 0.0};
    scenario.programmes.items[0].staffing.caseload = 1000;
    SmallWorld small{scenario};
    small.add_singles(2000, inactive);
    small.world.neighbourhoods.workless[{0}] = 2000;
    small.start(0);
    for (std::uint32_t row = 0; row < 1000; ++row) {
        small.support({row}, -1);
    }
    // 200 contacts among the other 1,000.
    EXPECT_NEAR(static_cast<double>(who_joins(scenario, small).size()), 181.3, 4 * 12.2);
}

TEST(Contact, spends_outreach_on_the_workless_only) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes = {0.0, 0.0, 0.0, 200.0, 1.0, 0.0};
    scenario.programmes.items[0].eligibility.in_work_too = true;
    SmallWorld small{scenario};
    small.add_singles(1000, inactive);
    small.add_singles(1000, {.activity = Activity::employed, .tier = 0});
    small.world.neighbourhoods.workless[{0}] = 1000;
    small.start(0).advocates = {{-1, never, 0, 0}};
    const std::vector<std::uint32_t> met = who_joins(scenario, small);
    // 200 hours of one contact each among the 1,000 out of work: 1000 (1 - exp(-0.2)) people.
    EXPECT_NEAR(static_cast<double>(met.size()), 181.3, 4 * 12.2);
    ASSERT_FALSE(met.empty());
    EXPECT_LT(met.back(), 1000U) << "nobody in work";
}

TEST(Contact, spreads_outreach_thinner_where_more_are_out_of_work) {
    Scenario scenario = heard_of();
    // 20 h at 1 contact an hour: a hazard of 0.2 among 100 workless, of 0.02 among 1000.
    scenario.programmes.items[0].routes = {0.0, 0.0, 0.0, 20.0, 1.0, 0.0};
    const auto met = [&](std::int32_t workless, Month left = never) {
        SmallWorld small{scenario};
        small.add_singles(1000, inactive);
        small.world.neighbourhoods.workless[{0}] = workless;
        small.start(0).advocates = {{-1, left, 0, 0}};
        return static_cast<double>(who_joins(scenario, small).size());
    };
    EXPECT_NEAR(met(100), 181.3, 4 * 12.2);  // 1000 (1 - exp(-0.2))
    EXPECT_NEAR(met(1000), 19.8, 4 * 4.4);
    EXPECT_EQ(met(100, -1), 0) << "nobody is in post to go out";
}

TEST(Contact, hears_of_it_at_the_jobcentre_when_searching_on_universal_credit) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes = {1000.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    SmallWorld small{scenario};
    small.add_singles(2, searcher);
    small.add_singles(2, inactive);
    small.world.households.universal_credit[{1}] = 1;
    small.world.households.universal_credit[{3}] = 1;
    small.start(0);
    EXPECT_EQ(who_joins(scenario, small), (std::vector<std::uint32_t>{1}));
}

TEST(Contact, hears_of_it_from_neighbours_who_met_it) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes = {0.0, 0.0, 1000.0, 0.0, 0.0, 0.0};
    SmallWorld small{scenario};
    small.add_singles(2, inactive, 0);
    small.add_singles(2, inactive, 1);
    small.world.neighbourhoods.workless[{0}] = 2;
    small.world.neighbourhoods.workless[{1}] = 2;
    small.world.neighbourhoods.met[{1}] = 1;
    small.start(0);
    EXPECT_EQ(who_joins(scenario, small), (std::vector<std::uint32_t>{2, 3}));
}

}  // namespace
}  // namespace foothold
