#include "sim/policy/household_income.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr double penny = 0.005;
const TaxBenefitRates y2018 = rates_of_april_2018();
const TaxBenefitRates y2021 = rates_of_december_2021();
const TaxBenefitRates y2024 = rates_of_april_2024();

TEST(TaxOn, takes_nothing_below_both_thresholds) {
    EXPECT_EQ(tax_on(y2018, 0.0), 0.0);
    EXPECT_EQ(tax_on(y2018, 702.0), 0.0);  // 162 a week is 702 a month
}

TEST(TaxOn, takes_insurance_between_the_thresholds) {
    // 12 % of 902 - 702 = 24.00; below the personal allowance of 11,850 / 12 = 987.50
    EXPECT_NEAR(tax_on(y2018, 902.0), 24.00, penny);
}

TEST(TaxOn, takes_both_from_a_full_time_minimum_wage_of_2018) {
    // 7.83 * 30 h * 52 / 12 = 1,017.90
    // income tax 20 % of 1,017.90 - 987.50 = 6.08; insurance 12 % of 1,017.90 - 702 = 37.91
    EXPECT_NEAR(tax_on(y2018, 1017.90), 43.99, penny);
}

TEST(TaxOn, follows_the_rates_of_2024) {
    // 20 % of 1,784.64 - 1,047.50 = 147.43; 8 % of 1,784.64 - 241.73 * 52 / 12 = 58.97
    EXPECT_NEAR(tax_on(y2024, 1784.64), 206.40, penny);
}

TEST(UniversalCredit, of_a_single_tenant_out_of_work) {
    // 317.82 + rent 400
    const HouseholdNeeds needs{.adults = 1, .rent = 400.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 0.0), 717.82, penny);
}

TEST(UniversalCredit, of_a_single_under_25_without_rent) {
    const HouseholdNeeds needs{.adults = 1, .all_under_25 = true};
    EXPECT_NEAR(universal_credit(y2018, needs, 0.0), 251.77, penny);
}

TEST(UniversalCredit, tapers_from_the_first_pound_without_children_or_illness) {
    // 717.82 - 63 % of 973.91 net
    const HouseholdNeeds needs{.adults = 1, .rent = 400.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 973.91), 104.26, penny);
}

TEST(UniversalCredit, of_a_lone_parent_of_one_child_born_before_april_2017) {
    // 317.82 + 277.08 + 400
    const HouseholdNeeds needs{
        .adults = 1, .children = 1, .first_child_before_2017 = true, .rent = 400.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 0.0), 994.90, penny);
}

TEST(UniversalCredit, of_a_working_lone_parent_of_two_in_2018) {
    // 317.82 + 277.08 + 231.67 + 400 = 1,226.57; less 63 % of 973.91 - 198 (allowance with rent)
    const HouseholdNeeds needs{
        .adults = 1, .children = 2, .first_child_before_2017 = true, .rent = 400.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 973.91), 737.75, penny);
}

TEST(UniversalCredit, of_a_young_couple_with_a_child_born_since_april_2017) {
    // 395.20 + 231.67
    const HouseholdNeeds needs{.adults = 2, .all_under_25 = true, .children = 1};
    EXPECT_NEAR(universal_credit(y2018, needs, 0.0), 626.87, penny);
}

TEST(UniversalCredit, counts_two_children_of_three) {
    // 498.89 + 277.08 + 231.67 + 500
    const HouseholdNeeds needs{
        .adults = 2, .children = 3, .first_child_before_2017 = true, .rent = 500.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 0.0), 1507.64, penny);
}

TEST(UniversalCredit, gives_a_sick_owner_who_works_the_higher_allowance) {
    // 317.82 + 328.32 = 646.14; less 63 % of 500 - 409
    const HouseholdNeeds needs{.adults = 1, .limited_capability = 1};
    EXPECT_NEAR(universal_credit(y2018, needs, 500.0), 588.81, penny);
}

TEST(UniversalCredit, of_a_couple_where_one_is_sick_and_one_cares) {
    // 498.89 + 328.32 + 156.45 + 400 = 1,383.66; the allowance with rent is 198
    const HouseholdNeeds needs{.adults = 2, .limited_capability = 1, .carer = true, .rent = 400.0};
    EXPECT_NEAR(universal_credit(y2018, needs, 198.0), 1383.66, penny);
    EXPECT_NEAR(universal_credit(y2018, needs, 298.0), 1320.66, penny);
}

TEST(UniversalCredit, of_a_working_lone_parent_after_the_taper_fell_to_55_percent) {
    // gross 8.91 * 30 * 52 / 12 = 1,158.30; tax 22.16 + 43.32 = 65.48; net 1,092.82
    // 324.84 + 282.50 + 400 = 1,007.34; less 55 % of 1,092.82 - 335 = 416.80
    const HouseholdNeeds needs{
        .adults = 1, .children = 1, .first_child_before_2017 = true, .rent = 400.0};
    const double gross = 1158.30;
    EXPECT_NEAR(tax_on(y2021, gross), 65.48, penny);
    EXPECT_NEAR(universal_credit(y2021, needs, gross - tax_on(y2021, gross)), 590.54, penny);
}

TEST(UniversalCredit, of_a_couple_with_one_earner_and_two_young_children_in_2024) {
    // gross 11.44 * 36 * 52 / 12 = 1,784.64, net 1,578.24
    // 617.60 + 2 * 287.92 + 500 = 1,693.44; less 55 % of 1,578.24 - 404 = 645.83
    const HouseholdNeeds needs{.adults = 2, .children = 2, .rent = 500.0};
    EXPECT_NEAR(universal_credit(y2024, needs, 1784.64 - 206.40), 1047.61, penny);
}

TEST(UniversalCredit, never_falls_below_nothing) {
    const HouseholdNeeds needs{.adults = 1, .all_under_25 = true};
    EXPECT_EQ(universal_credit(y2024, needs, 2000.0), 0.0);
}

TEST(UniversalCredit, needs_somebody_of_working_age) {
    EXPECT_EQ(universal_credit(y2018, {.adults = 0, .children = 2, .rent = 400.0}, 0.0), 0.0);
}

TEST(UniversalCredit, never_makes_more_earnings_mean_less_money) {
    const HouseholdNeeds needs{.adults = 2, .children = 2, .limited_capability = 1, .rent = 400.0};
    for (const TaxBenefitRates& rates : {y2018, y2021, y2024}) {
        double before = -1.0;
        for (int gross = 0; gross < 4000; ++gross) {
            const double net = gross - tax_on(rates, gross);
            const double money = net + universal_credit(rates, needs, net);
            ASSERT_GT(money, before) << gross;
            before = money;
        }
    }
}

TEST(ChildBenefit, pays_more_for_the_eldest) {
    EXPECT_EQ(child_benefit(y2018, 0), 0.0);
    EXPECT_NEAR(child_benefit(y2018, 1), 89.70, penny);   // 20.70 * 52 / 12
    EXPECT_NEAR(child_benefit(y2018, 2), 149.07, penny);  // (20.70 + 13.70) * 52 / 12
    EXPECT_NEAR(child_benefit(y2018, 3), 208.43, penny);  // (20.70 + 2 * 13.70) * 52 / 12
    EXPECT_NEAR(child_benefit(y2024, 2), 184.38, penny);  // (25.60 + 16.95) * 52 / 12
}

TEST(MinimumWage, rises_with_age_by_the_borders_of_its_time) {
    EXPECT_EQ(minimum_wage(y2018, 16), 4.20);
    EXPECT_EQ(minimum_wage(y2018, 17), 4.20);
    EXPECT_EQ(minimum_wage(y2018, 18), 5.90);
    EXPECT_EQ(minimum_wage(y2018, 20), 5.90);
    EXPECT_EQ(minimum_wage(y2018, 21), 7.38);
    EXPECT_EQ(minimum_wage(y2018, 24), 7.38);
    EXPECT_EQ(minimum_wage(y2018, 25), 7.83);
    EXPECT_EQ(minimum_wage(y2021, 22), 8.36);
    EXPECT_EQ(minimum_wage(y2021, 23), 8.91);
    EXPECT_EQ(minimum_wage(y2024, 20), 8.60);
    EXPECT_EQ(minimum_wage(y2024, 21), 11.44);
}

TEST(RatesIn, holds_a_set_until_the_next_one_starts) {
    const TaxBenefitParameters all = plain_parameters().tax_benefit;
    EXPECT_EQ(rates_in(all, {2018, 4}).from, (CalendarMonth{2018, 4}));
    EXPECT_EQ(rates_in(all, {2021, 11}).from, (CalendarMonth{2018, 4}));
    EXPECT_EQ(rates_in(all, {2021, 12}).from, (CalendarMonth{2021, 12}));
    EXPECT_EQ(rates_in(all, {2022, 1}).from, (CalendarMonth{2021, 12}));
    EXPECT_EQ(rates_in(all, {2024, 4}).from, (CalendarMonth{2024, 4}));
}

TEST(RatesIn, takes_the_first_set_before_it_and_the_last_after_it) {
    const TaxBenefitParameters all = plain_parameters().tax_benefit;
    EXPECT_EQ(rates_in(all, {2015, 4}).from, (CalendarMonth{2018, 4}));
    EXPECT_EQ(rates_in(all, {2040, 1}).from, (CalendarMonth{2024, 4}));
}

}  // namespace
}  // namespace foothold
