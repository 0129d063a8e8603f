#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <vector>

namespace foothold {

/// Rates in force from a month until the next set starts.
struct TaxBenefitRates {
    CalendarMonth from;
    double standard_single_under_25 = 0.0;
    double standard_single = 0.0;
    double standard_couple_under_25 = 0.0;
    double standard_couple = 0.0;
    double child_first = 0.0;
    double child_other = 0.0;
    double health_element = 0.0;
    double carer_element = 0.0;
    double work_allowance_housing = 0.0;
    double work_allowance = 0.0;
    double taper = 0.0;
    double minimum_wage = 0.0;
    double minimum_wage_age = 0.0;
    double minimum_wage_21 = 0.0;
    double minimum_wage_18 = 0.0;
    double minimum_wage_16 = 0.0;
    double child_benefit_first = 0.0;
    double child_benefit_other = 0.0;
    double personal_allowance = 0.0;
    double basic_rate = 0.0;
    double insurance_threshold = 0.0;
    double insurance_rate = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month in which these rates hold");
        field("standard_single_under_25",
              it.standard_single_under_25,
              quantity::pounds_per_month,
              "Universal Credit standard allowance, single under 25");
        field("standard_single",
              it.standard_single,
              quantity::pounds_per_month,
              "Universal Credit standard allowance, single 25 or over");
        field("standard_couple_under_25",
              it.standard_couple_under_25,
              quantity::pounds_per_month,
              "Universal Credit standard allowance, couple both under 25");
        field("standard_couple",
              it.standard_couple,
              quantity::pounds_per_month,
              "Universal Credit standard allowance, couple");
        field("child_first",
              it.child_first,
              quantity::pounds_per_month,
              "Universal Credit child element, first child born before April 2017");
        field("child_other",
              it.child_other,
              quantity::pounds_per_month,
              "Universal Credit child element, any other child");
        field("health_element",
              it.health_element,
              quantity::pounds_per_month,
              "limited capability for work-related activity element");
        field("carer_element", it.carer_element, quantity::pounds_per_month, "carer element");
        field("work_allowance_housing",
              it.work_allowance_housing,
              quantity::pounds_per_month,
              "work allowance with housing support");
        field("work_allowance",
              it.work_allowance,
              quantity::pounds_per_month,
              "work allowance without housing support");
        field(
            "taper", it.taper, quantity::share, "Universal Credit lost per pound of net earnings");
        field("minimum_wage", it.minimum_wage, quantity::pounds_per_hour, "National Living Wage");
        field("minimum_wage_age",
              it.minimum_wage_age,
              quantity::years,
              "age from which the National Living Wage holds");
        field("minimum_wage_21",
              it.minimum_wage_21,
              quantity::pounds_per_hour,
              "minimum wage from 21 up to the age of the National Living Wage");
        field("minimum_wage_18",
              it.minimum_wage_18,
              quantity::pounds_per_hour,
              "minimum wage at 18 to 20");
        field("minimum_wage_16",
              it.minimum_wage_16,
              quantity::pounds_per_hour,
              "minimum wage at 16 and 17");
        field("child_benefit_first",
              it.child_benefit_first,
              quantity::pounds_per_week,
              "Child Benefit, eldest child");
        field("child_benefit_other",
              it.child_benefit_other,
              quantity::pounds_per_week,
              "Child Benefit, any other child");
        field("personal_allowance",
              it.personal_allowance,
              quantity::pounds_per_year,
              "income tax personal allowance");
        field("basic_rate", it.basic_rate, quantity::share, "income tax basic rate");
        field("insurance_threshold",
              it.insurance_threshold,
              quantity::pounds_per_week,
              "National Insurance primary threshold");
        field("insurance_rate",
              it.insurance_rate,
              quantity::share,
              "National Insurance main rate for employees");
    }

    friend bool operator==(const TaxBenefitRates&, const TaxBenefitRates&) = default;
};

/// Wages, tax and benefits.
struct TaxBenefitParameters {
    std::vector<TaxBenefitRates> rates;
    std::vector<double> weekly_hours;
    std::vector<double> wage_over_minimum;
    std::vector<double> rent;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("rates", it.rates, "sets of rates, oldest first");
        field("weekly_hours", it.weekly_hours, quantity::hours_per_week, "hours of a job, by tier");
        field("wage_over_minimum",
              it.wage_over_minimum,
              Quantity{"1", 0.5, 10},
              "hourly pay against the minimum wage, by tier");
        field("rent",
              it.rent,
              quantity::pounds_per_month,
              "rent that Universal Credit meets, by tenure: owned, social, private");
    }

    friend bool operator==(const TaxBenefitParameters&, const TaxBenefitParameters&) = default;
};

}  // namespace foothold
