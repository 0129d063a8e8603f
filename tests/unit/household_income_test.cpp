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

TEST(EmployerInsurance, is_due_above_its_own_threshold) {
    // 13.8 % of 1,017.90 - 162 * 52 / 12 = 315.90 in 2018; of 1,784.64 - 758.33 in 2024
    EXPECT_NEAR(employer_insurance(y2018, 1017.90, 30), 43.59, penny);
    EXPECT_NEAR(employer_insurance(y2024, 1784.64, 30), 141.63, penny);
    EXPECT_EQ(employer_insurance(y2018, 702.0, 30), 0.0);
}

TEST(EmployerInsurance, spares_those_under_21_and_apprentices_under_25) {
    EXPECT_EQ(employer_insurance(y2018, 1000.0, 20), 0.0);
    EXPECT_GT(employer_insurance(y2018, 1000.0, 21), 0.0);
    EXPECT_EQ(employer_insurance(y2018, 1000.0, 24, true), 0.0);
    EXPECT_GT(employer_insurance(y2018, 1000.0, 25, true), 0.0);
}

TEST(PayScale, pays_the_minimum_wage_of_every_age_for_the_hours_of_every_tier) {
    const TaxBenefitParameters all = plain_parameters().tax_benefit;
    for (const TaxBenefitRates& rates : {y2018, y2021, y2024}) {
        const PayScale scale{all, rates};
        for (int age = 16; age < 66; ++age) {
            for (const int months : {12 * age, 12 * age + 11}) {
                for (std::size_t tier = 0; tier < tiers; ++tier) {
                    const double gross = minimum_wage(rates, age) * all.wage_over_minimum[tier]
                                         * all.weekly_hours[tier] * weeks_per_month;
                    const Pay& pay = scale.of(months, tier);
                    ASSERT_DOUBLE_EQ(pay.gross, gross) << "at " << age;
                    ASSERT_DOUBLE_EQ(pay.tax, tax_on(rates, gross));
                    ASSERT_DOUBLE_EQ(pay.employer_insurance, employer_insurance(rates, gross, age));
                }
            }
        }
    }
}

TEST(PayScale, pays_apprentices_their_own_rate_until_19_or_for_a_year) {
    const PayScale scale{plain_parameters().tax_benefit, y2018};
    const double month = 30 * 52.0 / 12.0;
    EXPECT_NEAR(scale.of_apprentice(12 * 17, 30).gross, 3.70 * month, penny);
    EXPECT_NEAR(scale.of_apprentice(12 * 22, 11).gross, 3.70 * month, penny);
    EXPECT_NEAR(scale.of_apprentice(12 * 19, 12).gross, 5.90 * month, penny);
    EXPECT_NEAR(scale.of_apprentice(12 * 22, 12).gross, 7.38 * month, penny);
    EXPECT_NEAR(scale.of_apprentice(12 * 40, 12).gross, 7.83 * month, penny);
    EXPECT_EQ(scale.of_apprentice(12 * 22, 12).employer_insurance, 0.0);
    // 13.8 % of 7.83 * 130 - 702
    EXPECT_NEAR(scale.of_apprentice(12 * 40, 12).employer_insurance, 43.59, penny);
}

TEST(PayScale, gives_the_published_weekly_wage_of_apprentices) {
    // 30 hours at the apprentice rate: 111, 129 and 192 GBP a week in 2018, 2021 and 2024
    const TaxBenefitParameters all = plain_parameters().tax_benefit;
    const auto weekly = [&](const TaxBenefitRates& rates) {
        return PayScale{all, rates}.of_apprentice(12 * 17, 0).gross / weeks_per_month;
    };
    EXPECT_NEAR(weekly(y2018), 111.0, 0.5);
    EXPECT_NEAR(weekly(y2021), 129.0, 0.5);
    EXPECT_NEAR(weekly(y2024), 192.0, 0.5);
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
