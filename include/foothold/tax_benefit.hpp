#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <cstdint>
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
    double employer_insurance_threshold = 0.0;
    double employer_insurance_rate = 0.0;
    double minimum_wage_apprentice = 0.0;
    double non_dependant_deduction = 0.0;
    double cap_single = 0.0;
    double cap_family = 0.0;
    double cap_earnings = 0.0;

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
        field("employer_insurance_threshold",
              it.employer_insurance_threshold,
              quantity::pounds_per_week,
              "National Insurance secondary threshold");
        field("employer_insurance_rate",
              it.employer_insurance_rate,
              quantity::share,
              "National Insurance rate for employers");
        field("minimum_wage_apprentice",
              it.minimum_wage_apprentice,
              quantity::pounds_per_hour,
              "minimum wage of apprentices under 19 or in their first year");
        field("non_dependant_deduction",
              it.non_dependant_deduction,
              quantity::pounds_per_month,
              "taken off the rent for each further adult of 21 or over");
        field("cap_single",
              it.cap_single,
              quantity::pounds_per_year,
              "benefit cap outside London, single without children");
        field("cap_family",
              it.cap_family,
              quantity::pounds_per_year,
              "benefit cap outside London, couple or with children");
        field("cap_earnings",
              it.cap_earnings,
              quantity::pounds_per_month,
              "net earnings from which the benefit cap is lifted");
    }

    friend bool operator==(const TaxBenefitRates&, const TaxBenefitRates&) = default;
};

/// The limit on child elements of Universal Credit. Children born before it began are exempt.
struct ChildLimit {
    CalendarMonth from;
    CalendarMonth until;
    std::int32_t children = 0;
    CalendarMonth born_from;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month of the limit");
        field("until", it.until, "first month after the limit");
        field("children", it.children, Quantity{"child", 0, 20}, "child elements paid at most");
        field("born_from",
              it.born_from,
              "month of birth from which a child is not exempt; before, the first child has the "
              "higher element");
    }

    friend bool operator==(const ChildLimit&, const ChildLimit&) = default;
};

/// Wages, tax and benefits.
struct TaxBenefitParameters {
    std::vector<TaxBenefitRates> rates;
    ChildLimit child_limit;
    std::vector<double> weekly_hours;
    std::vector<double> wage_over_minimum;
    std::vector<double> rent;
    double generation_gap = 0.0;
    double apprentice_hours = 0.0;
    std::int32_t apprenticeship_months = 0;
    bool apprenticeship_protected = false;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("rates", it.rates, "sets of rates, oldest first");
        field("child_limit", it.child_limit, "limit on child elements");
        field("weekly_hours", it.weekly_hours, quantity::hours_per_week, "hours of a job, by tier");
        field("wage_over_minimum",
              it.wage_over_minimum,
              Quantity{"1", 0.5, 10},
              "hourly pay against the minimum wage, by tier");
        field("rent",
              it.rent,
              quantity::pounds_per_month,
              "rent that Universal Credit meets, by tenure: owned, social, private");
        field("generation_gap",
              it.generation_gap,
              quantity::years,
              "years of age from which two members are taken for parent and child, not partners");
        field("apprentice_hours",
              it.apprentice_hours,
              quantity::hours_per_week,
              "paid hours of an apprentice");
        field("apprenticeship_months",
              it.apprenticeship_months,
              Quantity{"month", 1, 120},
              "length of an apprenticeship");
        field("apprenticeship_protected",
              it.apprenticeship_protected,
              "whether an apprentice under 20 still counts as a child of the household for "
              "Universal Credit and Child Benefit; not so in law");
    }

    friend bool operator==(const TaxBenefitParameters&, const TaxBenefitParameters&) = default;
};

}  // namespace foothold
