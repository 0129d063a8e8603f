#pragma once

#include "foothold/tax_benefit.hpp"
#include "foothold/world.hpp"

#include "sim/policy/readiness.hpp"

namespace foothold {

/// A household's money in a month. [GBP/month]
struct HouseholdMoney {
    double earnings = 0.0;  // before tax
    double tax = 0.0;       // income tax and employees' National Insurance
    double universal_credit = 0.0;
    double child_benefit = 0.0;

    double net() const { return earnings - tax + universal_credit + child_benefit; }
};

/// What the tax-benefit system needs to know of one household.
struct HouseholdNeeds {
    int adults = 0;  // claimants, at most two
    bool all_under_25 = false;
    int children = 0;  // under 16
    bool first_child_before_2017 = false;
    int limited_capability = 0;  // [person] out of work through sickness
    bool carer = false;
    double rent = 0.0;  // [GBP/month] that Universal Credit meets
};

/// The set of rates in force in a calendar month; the first set before it, the last set after it.
const TaxBenefitRates& rates_in(const TaxBenefitParameters& parameters, CalendarMonth month);

/// Hourly minimum wage at an age [year]. [GBP/hour]
double minimum_wage(const TaxBenefitRates& rates, int age);

/// Income tax and National Insurance on monthly earnings of one person. [GBP/month]
double tax_on(const TaxBenefitRates& rates, double earnings);

/// Universal Credit of a household with these earnings after tax. [GBP/month]
double
universal_credit(const TaxBenefitRates& rates, const HouseholdNeeds& needs, double net_earnings);

/// Child Benefit. [GBP/month]
double child_benefit(const TaxBenefitRates& rates, int children);

/// Weekly-to-monthly conversion used throughout: 52 weeks over 12 months.
inline constexpr double weeks_per_month = 52.0 / 12.0;

}  // namespace foothold
