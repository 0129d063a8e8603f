#include "sim/policy/support_rules.hpp"
#include "tests/statistical/statistics.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t many = 40'000;

double logistic(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

/// A programme that everybody hears of in the first month.
Scenario heard_of() {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].routes.partners = 1000.0;
    it.parameters.engagement.capital_start = 1.0;
    return it;
}

double accepted(const Scenario& scenario, const Resident& who, bool on_benefits) {
    SmallWorld small{scenario};
    small.add_singles(many, who);
    for (auto& each : small.world.households.universal_credit.values()) {
        each = on_benefits;
    }
    small.start(0);
    engagement(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.support.programmes[0].contacted, many);
    return static_cast<double>(small.world.support.programmes[0].accepted);
}

TEST(SupportLaw, people_accept_with_the_logistic_chance) {
    Scenario scenario = heard_of();
    EngagementParameters& rules = scenario.parameters.engagement;
    rules.accept_base = -1.2;
    rules.accept_per_trust = 2.0;
    rules.accept_per_confidence = 1.0;
    rules.fear_of_losing_benefits = 0.4;
    scenario.parameters.barriers.items[0].acceptance = 0.6;
    const Resident well{.activity = Activity::inactive};
    const Resident ill{.activity = Activity::inactive, .barriers = illness};
    // Trust and confidence are a half each: -1.2 + 1.0 + 0.5 = 0.3.
    EXPECT_LT(std::abs(z_of(accepted(scenario, well, false), many, logistic(0.3))), furthest);
    EXPECT_LT(std::abs(z_of(accepted(scenario, well, true), many, logistic(-0.1))), furthest);
    EXPECT_LT(std::abs(z_of(accepted(scenario, ill, false), many, logistic(0.9))), furthest);
}

TEST(SupportLaw, people_hear_of_a_programme_at_the_sum_of_its_routes) {
    Scenario scenario = heard_of();
    // On Universal Credit and searching: 0.1; partners 0.2 at a capital of 1; outreach 0.05 * 2.
    scenario.programmes.items[0].routes = {0.1, 0.2, 0.0, 0.05 * many, 2.0, 0.0};
    SmallWorld small{scenario};
    small.add_singles(many, {.activity = Activity::searching});
    for (auto& each : small.world.households.universal_credit.values()) {
        each = 1;
    }
    small.world.neighbourhoods.workless[{0}] = many;
    small.start(0).advocates = {{-1, never, 0, 0}};
    engagement(small.world, MonthRules{scenario}.in(0));
    const double heard = static_cast<double>(small.world.support.programmes[0].contacted);
    EXPECT_LT(std::abs(z_of(heard, many, -std::expm1(-0.4))), furthest);
}

TEST(SupportLaw, the_waiting_give_up_with_the_chance_given) {
    Scenario scenario = heard_of();
    scenario.parameters.engagement.accept_base = 20.0;
    scenario.parameters.engagement.waiting_drop_out = 0.08;
    SmallWorld small{scenario};
    small.add_singles(many, {.activity = Activity::inactive});
    ProgrammeState& state = small.start(0);
    const MonthRules rules{scenario};
    engagement(small.world, rules.in(0));
    ASSERT_EQ(state.waiting.size(), many);
    small.world.neighbourhoods.capital[{0}] = 0.0;  // nobody hears of it again
    for (Month month = 1; month <= 6; ++month) {
        engagement(small.world, rules.in(month));
    }
    const double still = static_cast<double>(state.waiting.size());
    EXPECT_LT(std::abs(z_of(still, many, std::pow(0.92, 6))), furthest);
}

/// Cases of one huge advocate, all opened before month 0 with an alliance of a half.
struct Office {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    explicit Office(Scenario from) : scenario{std::move(from)} {
        scenario.programmes.items[0].staffing.caseload = 1'000'000;
        small.add_singles(many, {.activity = Activity::inactive, .barriers = illness});
        small.start(0);
        for (std::uint32_t row = 0; row < many; ++row) {
            small.support({row}, 0, 0.5F);
        }
    }

    double count(Closing why) const {
        double sum = 0.0;
        for (const Case& each : small.world.support.cases) {
            sum += each.closing == why;
        }
        return sum;
    }
};

TEST(SupportLaw, clients_drop_out_at_a_hazard_that_alliance_lowers) {
    Scenario scenario = heard_of();
    scenario.parameters.casework.drop_out = 0.2;
    scenario.parameters.casework.drop_out_alliance = 2.0;
    Office office{scenario};
    advocacy(office.small.world, office.rules.in(1));
    const double hazard = 0.2 * std::exp(-2.0 * 0.5);
    EXPECT_LT(std::abs(z_of(office.count(Closing::dropped_out), many, -std::expm1(-hazard))),
              furthest);
}

TEST(SupportLaw, barriers_lift_with_hours_alliance_capital_and_experience) {
    Scenario scenario = heard_of();
    scenario.parameters.barriers.items[0].help = 0.1;
    CaseworkParameters& rules = scenario.parameters.casework;
    rules.hours_exponent = 0.7;
    rules.alliance_floor = 0.25;
    rules.capital_floor = 0.4;
    rules.inexperience = 0.4;
    rules.experience_memory = 9.0;
    scenario.programmes.items[0].staffing.contact_hours = 4.0 * many;
    scenario.parameters.engagement.capital_start = 0.3;
    Office office{scenario};
    office.small.world.support.programmes[0].advocates[0].joined = -8;
    advocacy(office.small.world, office.rules.in(1));
    double lifted = 0.0;
    for (const Case& each : office.small.world.support.cases) {
        lifted += each.resolved;
    }
    const double experience = 1.0 - 0.4 * std::exp(-1.0);  // nine months in post
    const double hazard = 0.1 * std::pow(4.0, 0.7) * (0.25 + 0.5) * (0.4 + 0.3) * experience;
    EXPECT_LT(std::abs(z_of(lifted, many, -std::expm1(-hazard))), furthest);
}

TEST(SupportLaw, advocates_stay_with_the_chance_that_attrition_leaves) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].staffing.attrition = 0.015;
    scenario.programmes.items[0].staffing.recruitment_lag = 1000.0;  // nobody is replaced
    scenario.programmes.items[0].staffing.notice_months = 9.0;
    scenario.programmes.items[0].staffing.notice_attrition = 3.0;
    scenario.programmes.items[0].funding.months = 30;
    SmallWorld small{scenario};
    ProgrammeState& state = small.start(0);
    state.advocates.assign(many, {-1, never, 0, 0});
    const MonthRules rules{scenario};
    const auto lived = [&](Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            advocacy(small.world, rules.in(month));
        }
        return static_cast<double>(in_post(state).other);
    };
    // Twelve months at 1.5 %; then nine more before notice: month 21 is the first with fewer than
    // nine months left, and nine months, 21 to 29, are lived under it.
    EXPECT_LT(std::abs(z_of(lived(0, 11), many, std::pow(0.985, 12))), furthest);
    EXPECT_LT(std::abs(z_of(lived(12, 20), many, std::pow(0.985, 21))), furthest);
    const double at_the_end = std::pow(0.985, 21) * std::pow(1.0 - 3.0 * 0.015, 9);
    EXPECT_LT(std::abs(z_of(lived(21, 29), many, at_the_end)), furthest);
}

TEST(SupportLaw, advocates_learn_along_the_curve_of_experience) {
    for (const int months : {0, 3, 9, 18, 60}) {
        Scenario scenario = heard_of();
        scenario.parameters.barriers.items[0].help = 0.05;
        scenario.parameters.casework.inexperience = 0.4;
        scenario.parameters.casework.experience_memory = 9.0;
        scenario.programmes.items[0].staffing.contact_hours = 1.0 * many;
        Office office{scenario};
        office.small.world.support.programmes[0].advocates[0].joined =
            static_cast<Month>(1 - months);
        advocacy(office.small.world, office.rules.in(1));
        double lifted = 0.0;
        for (const Case& each : office.small.world.support.cases) {
            lifted += each.resolved;
        }
        // Alliance a half, floor 1 and capital 1, floor 1: 0.05 * 1.5 * 2.
        const double hazard = 0.15 * (1.0 - 0.4 * std::exp(-months / 9.0));
        EXPECT_LT(std::abs(z_of(lifted, many, -std::expm1(-hazard))), furthest) << months;
    }
}

TEST(SupportLaw, second_members_accept_less_and_the_more_the_better_the_alliance_with_the_first) {
    Scenario scenario = heard_of();
    scenario.programmes.items[0].routes.invitation = 1.0;
    scenario.programmes.items[0].staffing.caseload = 1'000'000;
    EngagementParameters& rules = scenario.parameters.engagement;
    rules.accept_base = 0.5;
    rules.second_member = 1.0;
    rules.second_member_eroded = 0.6;
    const auto accepting = [&](float alliance) {
        SmallWorld small{scenario};
        const Resident inactive{.activity = Activity::inactive};
        for (std::uint32_t h = 0; h < many; ++h) {
            small.add(0, {inactive, inactive});
        }
        small.start(0);
        for (std::uint32_t h = 0; h < many; ++h) {
            small.support({2 * h}, -1, alliance);
        }
        engagement(small.world, MonthRules{scenario}.in(0));
        EXPECT_EQ(small.world.support.programmes[0].invited, many);
        return static_cast<double>(small.world.support.programmes[0].accepted);
    };
    double before = 0.0;
    for (const float alliance : {0.0F, 0.25F, 0.5F, 1.0F}) {
        const double accepted = accepting(alliance);
        const double odds = 0.5 - 1.0 * (1.0 - 0.6 * static_cast<double>(alliance));
        EXPECT_LT(std::abs(z_of(accepted, many, logistic(odds))), furthest) << alliance;
        EXPECT_GT(accepted, before);
        before = accepted;
    }
    EXPECT_LT(before, many * logistic(0.5)) << "even then less than first members";
}

}  // namespace
}  // namespace foothold
