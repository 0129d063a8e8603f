#include "sim/policy/household_income.hpp"
#include "sim/policy/universal_credit.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr double penny = 0.005;
const TaxBenefitRates y2018 = rates_of_april_2018();
const TaxBenefitRates y2021 = rates_of_december_2021();
const TaxBenefitRates y2024 = rates_of_april_2024();

/// Under the limit to two children.
double credit(const TaxBenefitRates& rates, const BenefitUnit& unit, double net_earnings) {
    return universal_credit(rates, 2, unit, net_earnings);
}

TEST(UniversalCredit, of_a_single_tenant_out_of_work) {
    // 317.82 + rent 400
    const BenefitUnit unit{.adults = 1, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 717.82, penny);
}

TEST(UniversalCredit, of_a_single_under_25_without_rent) {
    const BenefitUnit unit{.adults = 1, .all_under_25 = true};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 251.77, penny);
}

TEST(UniversalCredit, tapers_from_the_first_pound_without_children_or_illness) {
    // 717.82 - 63 % of 973.91 net
    const BenefitUnit unit{.adults = 1, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 973.91), 104.26, penny);
}

TEST(UniversalCredit, of_a_lone_parent_of_one_child_born_before_april_2017) {
    // 317.82 + 277.08 + 400
    const BenefitUnit unit{.adults = 1, .children = 1, .children_before = 1, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 994.90, penny);
}

TEST(UniversalCredit, of_a_working_lone_parent_of_two_in_2018) {
    // 317.82 + 277.08 + 231.67 + 400 = 1,226.57; less 63 % of 973.91 - 198 (allowance with rent)
    const BenefitUnit unit{.adults = 1, .children = 2, .children_before = 2, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 973.91), 737.75, penny);
}

TEST(UniversalCredit, of_a_young_couple_with_a_child_born_since_april_2017) {
    // 395.20 + 231.67
    const BenefitUnit unit{.adults = 2, .all_under_25 = true, .children = 1};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 626.87, penny);
}

TEST(UniversalCredit, counts_two_children_of_three_if_the_third_was_born_since_april_2017) {
    // 498.89 + 277.08 + 231.67 + 400
    const BenefitUnit unit{.adults = 2, .children = 3, .children_before = 2, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 1407.64, penny);
}

TEST(UniversalCredit, gives_a_sick_owner_who_works_the_higher_allowance) {
    // 317.82 + 328.32 = 646.14; less 63 % of 500 - 409
    const BenefitUnit unit{.adults = 1, .limited_capability = 1};
    EXPECT_NEAR(credit(y2018, unit, 500.0), 588.81, penny);
}

TEST(UniversalCredit, of_a_couple_where_one_is_sick_and_one_cares) {
    // 498.89 + 328.32 + 156.45 + 400 = 1,383.66; the allowance with rent is 198
    const BenefitUnit unit{.adults = 2, .limited_capability = 1, .cares = true, .rent = 400.0};
    EXPECT_NEAR(credit(y2018, unit, 198.0), 1383.66, penny);
    EXPECT_NEAR(credit(y2018, unit, 298.0), 1320.66, penny);
}

TEST(UniversalCredit, of_a_working_lone_parent_after_the_taper_fell_to_55_percent) {
    // gross 8.91 * 30 * 52 / 12 = 1,158.30; tax 22.16 + 43.32 = 65.48; net 1,092.82
    // 324.84 + 282.50 + 400 = 1,007.34; less 55 % of 1,092.82 - 335 = 416.80
    const BenefitUnit unit{.adults = 1, .children = 1, .children_before = 1, .rent = 400.0};
    const double gross = 1158.30;
    EXPECT_NEAR(tax_on(y2021, gross), 65.48, penny);
    EXPECT_NEAR(credit(y2021, unit, gross - tax_on(y2021, gross)), 590.54, penny);
}

TEST(UniversalCredit, of_a_couple_with_one_earner_and_two_young_children_in_2024) {
    // gross 11.44 * 36 * 52 / 12 = 1,784.64, net 1,578.24
    // 617.60 + 2 * 287.92 + 500 = 1,693.44; less 55 % of 1,578.24 - 404 = 645.83
    const BenefitUnit unit{.adults = 2, .children = 2, .rent = 500.0};
    EXPECT_NEAR(credit(y2024, unit, 1784.64 - 206.40), 1047.61, penny);
}

TEST(UniversalCredit, never_falls_below_nothing) {
    const BenefitUnit unit{.adults = 1, .all_under_25 = true};
    EXPECT_EQ(credit(y2024, unit, 2000.0), 0.0);
}

TEST(UniversalCredit, needs_somebody_of_working_age) {
    EXPECT_EQ(credit(y2018, {.adults = 0, .children = 2, .rent = 400.0}, 0.0), 0.0);
}

TEST(UniversalCredit, never_makes_more_earnings_mean_less_money) {
    const BenefitUnit unit{.adults = 2, .children = 2, .limited_capability = 1, .rent = 400.0};
    for (const TaxBenefitRates& rates : {y2018, y2021, y2024}) {
        double before = -1.0;
        for (int gross = 0; gross < 4000; ++gross) {
            const double net = gross - tax_on(rates, gross);
            const double money = net + credit(rates, unit, net);
            ASSERT_GT(money, before) << gross;
            before = money;
        }
    }
}

TEST(UniversalCredit, counts_every_child_born_before_april_2017) {
    // 317.82 + 277.08 + 3 * 231.67; the fifth and sixth came after the limit
    const BenefitUnit unit{.adults = 1, .children = 6, .children_before = 4};
    const double above_the_cap = 700.0;
    const double lost = 0.63 * (above_the_cap - 409.0);
    EXPECT_NEAR(credit(y2018, unit, above_the_cap), 1289.91 - lost, penny);
}

TEST(UniversalCredit, pays_for_all_children_where_there_is_no_limit) {
    const BenefitUnit unit{.adults = 1, .children = 3};
    const double lifts_cap = 800.0;
    EXPECT_NEAR(universal_credit(y2024, 3, unit, lifts_cap) - credit(y2024, unit, lifts_cap),
                287.92,
                penny);
}

TEST(UniversalCredit, has_one_health_element_for_two_and_none_for_care_by_the_sick) {
    const double both = credit(y2018, {.adults = 2, .limited_capability = 2}, 0.0);
    EXPECT_NEAR(both, 498.89 + 328.32, penny);
    const BenefitUnit sick_carer{.adults = 1, .limited_capability = 1, .cares = true};
    EXPECT_NEAR(credit(y2018, sick_carer, 0.0), 317.82 + 328.32, penny);
    const BenefitUnit sick_couple{.adults = 2, .limited_capability = 2, .cares = true};
    EXPECT_NEAR(credit(y2018, sick_couple, 0.0), 498.89 + 328.32 + 156.45, penny);
}

TEST(UniversalCredit, takes_a_share_of_the_rent_for_each_non_dependant) {
    BenefitUnit unit{.adults = 1, .rent = 400.0, .non_dependants = 1};
    EXPECT_NEAR(credit(y2018, unit, 0.0), 317.82 + 400.0 - 72.16, penny);
    unit.non_dependants = 2;
    EXPECT_NEAR(credit(y2024, unit, 0.0), 393.45 + 400.0 - 2 * 91.47, penny);
    unit.non_dependants = 6;  // 432.96
    EXPECT_NEAR(credit(y2018, unit, 0.0), 317.82, penny) << "no more than the rent";
}

/// A lone parent of four born before April 2017, at a rent of 500: 317.82 + 277.08 + 3 * 231.67
/// + 500 = 1,789.91 of Universal Credit and (20.70 + 3 * 13.70) * 52 / 12 = 267.80 of Child
/// Benefit, against a cap of 20,000 / 12 = 1,666.67.
constexpr BenefitUnit large_family{.adults = 1, .children = 4, .children_before = 4, .rent = 500.0};

TEST(BenefitCap, counts_child_benefit_and_cuts_universal_credit) {
    EXPECT_NEAR(credit(y2018, large_family, 0.0), 1666.67 - 267.80, penny);
}

TEST(BenefitCap, is_lifted_by_earnings_of_sixteen_hours) {
    EXPECT_NEAR(credit(y2018, large_family, 541.0), 1398.87, penny);
    EXPECT_NEAR(credit(y2018, large_family, 542.0), 1789.91 - 0.63 * (542.0 - 198.0), penny);
}

TEST(BenefitCap, spares_the_sick_and_carers) {
    BenefitUnit unit = large_family;
    unit.limited_capability = 1;
    EXPECT_NEAR(credit(y2018, unit, 0.0), 1789.91 + 328.32, penny);
    unit.limited_capability = 0;
    unit.cares = true;
    EXPECT_NEAR(credit(y2018, unit, 0.0), 1789.91 + 156.45, penny);
}

TEST(BenefitCap, is_lower_for_singles) {
    // 317.82 + 900, against 13,400 / 12; a couple's 498.89 + 900 stays below 20,000 / 12
    EXPECT_NEAR(credit(y2018, {.adults = 1, .rent = 900.0}, 0.0), 1116.67, penny);
    EXPECT_NEAR(credit(y2018, {.adults = 2, .rent = 900.0}, 0.0), 1398.89, penny);
}

TEST(ChildElements, are_limited_from_april_2017_to_march_2026) {
    const ChildLimit limit = plain_parameters().tax_benefit.child_limit;
    EXPECT_GT(child_elements(limit, {2017, 3}), 100);
    EXPECT_EQ(child_elements(limit, {2017, 4}), 2);
    EXPECT_EQ(child_elements(limit, {2026, 3}), 2);
    EXPECT_GT(child_elements(limit, {2026, 4}), 100);
}

}  // namespace
}  // namespace foothold
