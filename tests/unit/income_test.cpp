#include "sim/policy/household_income.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr Resident toddler{.activity = Activity::child, .age = 2};  // born in April 2016
constexpr Resident out{.activity = Activity::inactive, .age = 30};

TEST(Income, is_paid_to_the_penny_to_a_working_lone_parent) {
    // Social tenant, rent 400; tier 1: 30 h at the minimum wage of 7.83. By hand, in household_
    // income_test: gross 1,017.90, tax 43.99, Universal Credit 737.75, Child Benefit 149.07.
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const HouseholdId h =
        small.add(0, {{.age = 30}, toddler, {.activity = Activity::child, .age = 5}});
    income(small.world, MonthRules{scenario}.in(0));
    EXPECT_NEAR(small.world.households.net_income[h], 186073, 1);
    EXPECT_NEAR(small.world.households.benefits[h], 73775 + 14907, 1);
    // The employer's insurance: 13.8 % of 1,017.90 - 162 * 52 / 12 = 43.59.
    EXPECT_NEAR(small.world.households.taxes[h], 4399 + 4359, 1);
    EXPECT_EQ(small.world.households.universal_credit[h], 1);
}

TEST(Income, pays_by_tier_and_age) {
    const Scenario scenario = plain_scenario();
    const auto net = [&](const Resident& who) {
        SmallWorld small{scenario};
        const HouseholdId h = small.add(0, {who});
        small.world.households.tenure[h] = Tenure::owned;
        income(small.world, MonthRules{scenario}.in(0));
        return small.world.households.net_income[h];
    };
    // secure: 36 h at 1.5 * 7.83 = 1,832.22; tax 168.94 + 135.63; no Universal Credit
    EXPECT_NEAR(net({.age = 30, .tier = 2}), 152765, 1);
    // insecure at 17: 20 h at 4.20 = 364.00, no tax; 251.77 - 63 % of 364 = 22.45
    EXPECT_NEAR(net({.age = 17, .months = 2, .tier = 0}), 38645, 1);
}

TEST(Income, stops_universal_credit_where_earnings_are_high) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{.tier = 2}, {.tier = 2}});
    small.world.households.composition[h] = Composition::couple;
    small.world.households.universal_credit[h] = 1;
    income(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.universal_credit[h], 0);
    EXPECT_EQ(small.world.households.benefits[h], 0);
}

TEST(Income, pays_nothing_to_those_above_working_age) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{.activity = Activity::aged_out, .age = 70}});
    income(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.net_income[h], 0);
}

TEST(Income, adds_a_carer_element_where_the_household_cares) {
    const Scenario scenario = plain_scenario();  // debt stands for caring here
    SmallWorld small{scenario};
    const HouseholdId plain = small.add(0, {out});
    const HouseholdId cares = small.add(0, {out}, debt);
    income(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.benefits[cares] - small.world.households.benefits[plain],
              15645);
}

TEST(Income, pays_more_for_a_first_child_born_before_april_2017) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const HouseholdId before = small.add(0, {out, toddler});
    const HouseholdId after = small.add(0, {out, toddler});
    small.world.people.birth[{1}] = -13;  // March 2017
    small.world.people.birth[{3}] = -12;  // April 2017
    income(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.benefits[before] - small.world.households.benefits[after],
              27708 - 23167);
}

TEST(Income, follows_the_calendar) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {out});
    const MonthRules rules{scenario};
    income(small.world, rules.in(0));
    EXPECT_EQ(small.world.households.benefits[h], 31782 + 40000);
    income(small.world, rules.in(44));  // December 2021
    EXPECT_EQ(small.world.households.benefits[h], 32484 + 40000);
}

/// The gain of every member out of work or in study against the income of the same household with
/// and without that job or apprenticeship.
void expect_gain_is_the_difference(const std::vector<Resident>& members, BarrierSet shared) {
    const Scenario scenario = plain_scenario();
    const MonthRules rules{scenario};
    for (const Tenure tenure : {Tenure::owned, Tenure::social, Tenure::privately_rented}) {
        for (const Composition kind : {Composition::single, Composition::couple}) {
            for (std::uint32_t row = 0; row < members.size(); ++row) {
                SmallWorld small{scenario};
                World& world = small.world;
                const HouseholdId h = small.add(0, members, shared);
                world.households.tenure[h] = tenure;
                world.households.composition[h] = kind;
                income(world, rules.in(0));
                const double before = world.households.net_income[h];
                const double gain = static_cast<double>(world.people.gain_from_work[{row}]);
                if (gain == 0.0) {
                    continue;
                }
                if (world.people.activity[{row}] == Activity::student) {
                    world.people.apprentice_until[{row}] = 12;
                    world.people.job_since[{row}] = 0;
                }
                world.people.activity[{row}] = Activity::employed;
                world.people.job_tier[{row}] = 1;
                income(world, rules.in(0));
                const double difference = (world.households.net_income[h] - before) / 100.0;
                EXPECT_NEAR(gain * weeks_per_month, difference, 0.011)
                    << "row " << row << " of " << members.size() << ", tenure "
                    << static_cast<int>(tenure) << ", composition " << static_cast<int>(kind);
            }
        }
    }
}

TEST(GainFromWork, is_the_difference_between_two_full_computations) {
    const Resident sick{.activity = Activity::sick, .age = 30};
    const Resident pupil{.activity = Activity::student, .age = 17};
    expect_gain_is_the_difference({out}, 0);
    expect_gain_is_the_difference({sick}, 0);
    expect_gain_is_the_difference({{.activity = Activity::searching, .age = 19}}, 0);
    expect_gain_is_the_difference({{.activity = Activity::retired, .age = 60}}, 0);
    expect_gain_is_the_difference({out, toddler, toddler}, 0);
    expect_gain_is_the_difference({out, {.age = 30}, toddler}, 0);
    expect_gain_is_the_difference({out, sick, toddler}, debt);
    expect_gain_is_the_difference({out, out, out}, debt);
    expect_gain_is_the_difference({sick, sick}, 0);
    expect_gain_is_the_difference({{.age = 45}, {.age = 45}, pupil, toddler}, 0);
    expect_gain_is_the_difference({sick, out, pupil, pupil, toddler, toddler}, debt);
    expect_gain_is_the_difference({{.activity = Activity::aged_out, .age = 67}, sick, out}, debt);
    expect_gain_is_the_difference({{.activity = Activity::student, .age = 22}, out}, debt);
    expect_gain_is_the_difference({{.age = 19}, pupil}, 0);
    expect_gain_is_the_difference({pupil}, 0);
    expect_gain_is_the_difference({pupil, pupil, out}, 0);
}

TEST(GainFromWork, is_smaller_for_those_whose_benefits_taper) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add(0, {out});
    const HouseholdId other = small.add(0, {out, {.tier = 2}, {.tier = 2}});
    small.world.households.composition[other] = Composition::couple;
    income(small.world, MonthRules{scenario}.in(0));
    const float alone = small.world.people.gain_from_work[{0}];
    const float beside_earners = small.world.people.gain_from_work[{1}];
    EXPECT_GT(alone, 0.0F) << "work always pays something";
    EXPECT_LT(alone, beside_earners) << "they have no benefits to lose";
    EXPECT_EQ(small.world.households.benefits[other], 0);
}

}  // namespace
}  // namespace foothold
