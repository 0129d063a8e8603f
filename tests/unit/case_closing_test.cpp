#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr Resident inactive{.activity = Activity::inactive};

/// One advocate, limit 6 months, 2 months of support in work, funded in months 0 to 11.
Scenario helped() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    it.parameters.casework.trust_gain = 0.5;
    it.parameters.casework.trust_loss = 0.4;
    it.parameters.engagement.reputation_reach = 2.0;
    return it;
}

/// One supported person; the case was opened in month 0.
struct Supported {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};
    PersonId p{0};

    explicit Supported(Scenario from, const Resident& who = inactive) : scenario{std::move(from)} {
        small.add(0, {who, inactive});
        small.start(0);
        small.support(p, 0, 0.5F);
        small.world.neighbourhoods.workless[{0}] = 10;
    }

    Closing live(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            advocacy(small.world, rules.in(month));
        }
        return small.world.support.cases[0].closing;
    }

    float trust() const { return small.world.people.trust[p]; }

    double reputation() const { return small.world.neighbourhoods.reputation[{0}]; }
};

TEST(Closing, comes_at_the_limit_and_wins_trust_by_the_alliance) {
    Supported it{helped()};
    EXPECT_EQ(it.live(1, 6), Closing::open) << "six months of support";
    EXPECT_EQ(it.live(7, 7), Closing::limit);
    EXPECT_EQ(it.small.world.support.cases[0].closed, 7);
    EXPECT_FALSE(it.small.world.people.open_case[it.p]);
    EXPECT_FALSE(it.small.world.households.first_case[{0}]);
    EXPECT_EQ(it.small.world.support.programmes[0].advocates[0].cases, 0);
    EXPECT_FLOAT_EQ(it.trust(), 0.5F + 0.5F * 0.5F * 0.5F);
}

TEST(Closing, is_a_success_after_the_months_of_support_in_work) {
    Supported it{helped()};
    it.live(1, 2);
    it.small.world.people.activity[it.p] = Activity::employed;
    EXPECT_EQ(it.live(3, 4), Closing::open);
    EXPECT_EQ(it.small.world.support.cases[0].in_job_since, 3);
    EXPECT_EQ(it.live(5, 5), Closing::success);
    EXPECT_FLOAT_EQ(it.trust(), 0.625F);
}

TEST(Closing, starts_counting_again_when_the_job_is_lost) {
    Supported it{helped()};
    it.small.world.people.activity[it.p] = Activity::employed;
    it.live(1, 2);
    it.small.world.people.activity[it.p] = Activity::searching;
    EXPECT_EQ(it.live(3, 3), Closing::open);
    it.small.world.people.activity[it.p] = Activity::employed;
    EXPECT_EQ(it.live(4, 5), Closing::open);
    EXPECT_EQ(it.live(6, 6), Closing::success);
}

TEST(Closing, of_who_was_in_work_from_the_start_is_a_success_only_in_a_better_job) {
    constexpr Resident insecure{.activity = Activity::employed, .tier = 0};
    Supported stays{helped(), insecure};
    EXPECT_EQ(stays.live(1, 6), Closing::open) << "nothing has changed";
    EXPECT_EQ(stays.live(7, 7), Closing::limit);
    Supported rises{helped(), insecure};
    rises.live(1, 2);
    rises.small.world.people.job_tier[rises.p] = 1;
    EXPECT_EQ(rises.live(3, 4), Closing::open);
    EXPECT_EQ(rises.live(5, 5), Closing::success) << "two months in the better job";
    Supported back{helped(), insecure};
    back.small.world.people.activity[back.p] = Activity::searching;
    back.live(1, 2);
    back.small.world.people.activity[back.p] = Activity::employed;
    EXPECT_EQ(back.live(3, 6), Closing::open) << "where it began";
    EXPECT_EQ(back.live(7, 7), Closing::limit);
}

TEST(Closing, by_dropping_out_is_rarer_with_an_alliance_and_moves_no_trust) {
    Scenario scenario = helped();
    scenario.parameters.casework.drop_out = 100.0;
    Supported it{scenario};
    EXPECT_EQ(it.live(1, 1), Closing::dropped_out);
    EXPECT_FLOAT_EQ(it.trust(), 0.5F);
    scenario.parameters.casework.drop_out_alliance = 40.0;  // exp(-20) at an alliance of a half
    Supported bound{scenario};
    EXPECT_EQ(bound.live(1, 5), Closing::open);
}

TEST(Closing, comes_to_everybody_with_the_end_of_the_money_and_costs_trust) {
    Scenario scenario = helped();
    scenario.programmes.items[0].funding.months = 4;  // months 0 to 3
    Supported it{scenario};
    EXPECT_EQ(it.live(1, 3), Closing::open);
    EXPECT_EQ(it.live(4, 4), Closing::funding_ended);
    EXPECT_FLOAT_EQ(it.trust(), 0.5F * 0.6F);
    const Advocate& advocate = it.small.world.support.programmes[0].advocates[0];
    EXPECT_EQ(advocate.left, 4);
    EXPECT_EQ(advocate.cases, 0);
}

TEST(Closing, by_the_end_of_the_money_lets_the_whole_household_down) {
    Scenario scenario = helped();
    scenario.programmes.items[0].funding.months = 4;
    scenario.parameters.casework.trust_loss_household = 0.5;
    scenario.programmes.items[0].staffing.caseload = 3;
    Supported it{scenario};
    const HouseholdId two = it.small.add(0, {inactive, inactive, inactive});
    const std::uint32_t first = it.small.world.households.first[two].row;
    it.small.support({first}, 0);
    it.small.support({first + 1}, 0);
    it.live(1, 4);
    const auto& trust = it.small.world.people.trust;
    EXPECT_FLOAT_EQ(trust[{1}], 0.5F * 0.8F) << "half of what the client lost";
    EXPECT_FLOAT_EQ(trust[{first}], 0.5F * 0.6F);
    EXPECT_FLOAT_EQ(trust[{first + 1}], 0.5F * 0.6F) << "both were clients";
    EXPECT_FLOAT_EQ(trust[{first + 2}], 0.5F * 0.8F) << "let down once, not twice";
}

TEST(Closing, of_other_kinds_moves_nobody_elses_trust) {
    Scenario scenario = helped();
    scenario.parameters.casework.trust_loss_household = 1.0;
    Supported it{scenario};
    EXPECT_EQ(it.live(1, 7), Closing::limit);
    EXPECT_FLOAT_EQ(it.small.world.people.trust[{1}], 0.5F);
}

TEST(Closing, is_talked_about_among_neighbours_and_forgotten) {
    Scenario scenario = helped();
    scenario.programmes.items[0].funding.months = 4;
    Supported it{scenario};
    it.live(1, 4);
    // Trust fell by 0.2; reach 2 over 10 workless neighbours; one month of forgetting in 24.
    const double first = 2.0 * -0.2 / 10.0 * std::exp(-1.0 / 24.0);
    EXPECT_NEAR(it.reputation(), first, 1e-7);
    it.live(5, 28);
    EXPECT_NEAR(it.reputation(), first * std::exp(-1.0), 1e-7);
    EXPECT_EQ(it.small.world.neighbourhoods.reputation[{1}], 0.0) << "not there";
}

TEST(Closing, comes_with_leaving_the_area_working_age_or_the_place) {
    Supported away{helped()};
    away.small.world.support.programmes[0].area = {1, 0};
    away.small.world.households.neighbourhood[{0}] = {1};
    EXPECT_EQ(away.live(1, 1), Closing::moved);
    Supported old{helped()};
    old.small.world.people.activity[old.p] = Activity::aged_out;
    EXPECT_EQ(old.live(1, 1), Closing::moved);
    Supported gone{helped()};
    gone.small.world.people.life[gone.p] = 1;
    gone.small.world.people.open_case[gone.p] = {};
    gone.small.world.households.first_case[{0}] = {};
    EXPECT_EQ(gone.live(1, 1), Closing::moved);
    EXPECT_FLOAT_EQ(gone.trust(), 0.5F) << "of somebody else";
}

TEST(Closing, passes_the_household_on_to_the_next_open_case) {
    Supported it{helped()};
    const CaseId next = it.small.support({1}, 3, 0.5F);
    it.live(4, 7);
    EXPECT_EQ(it.small.world.support.cases[0].closing, Closing::limit);
    EXPECT_EQ(it.small.world.households.first_case[{0}], next);
    it.live(8, 10);
    EXPECT_FALSE(it.small.world.households.first_case[{0}]);
}

TEST(PartnershipCapital, grows_where_advocates_work_and_decays_to_its_start) {
    Scenario scenario = helped();
    scenario.parameters.engagement.capital_start = 0.2;
    scenario.parameters.engagement.capital_growth = 0.1;
    scenario.parameters.engagement.capital_decay = 0.5;
    Supported it{scenario};
    const auto& capital = it.small.world.neighbourhoods.capital;
    it.live(1, 1);
    EXPECT_DOUBLE_EQ(capital[{0}], 0.2 + 0.8 * 0.1);
    EXPECT_DOUBLE_EQ(capital[{1}], 0.2);
    it.live(2, 6);
    const double before = capital[{0}];
    it.live(7, 7);  // the case closes
    EXPECT_DOUBLE_EQ(capital[{0}], before + (0.2 - before) * 0.5);
}

TEST(PartnershipCapital, grows_faster_with_more_cases_and_where_advocates_sit_with_partners) {
    Scenario scenario = helped();
    scenario.parameters.engagement.capital_growth = 0.1;
    scenario.parameters.engagement.capital_cases = 2.0;
    scenario.parameters.engagement.capital_co_located = 3.0;
    const auto grown = [&](double co_located, bool second) {
        scenario.programmes.items[0].staffing.co_located = co_located;
        Supported it{scenario};
        if (second) {
            it.small.support({1}, 0);
        }
        it.live(1, 1);
        return it.small.world.neighbourhoods.capital[{0}];
    };
    EXPECT_DOUBLE_EQ(grown(0.0, false), 0.05) << "half present";
    EXPECT_DOUBLE_EQ(grown(0.0, true), 0.1);
    EXPECT_DOUBLE_EQ(grown(1.0, true), 0.3) << "all sit together: three times as fast";
    EXPECT_DOUBLE_EQ(grown(0.5, true), 0.2);
}

}  // namespace
}  // namespace foothold
