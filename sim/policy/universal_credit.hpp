#pragma once

#include "foothold/tax_benefit.hpp"

#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <limits>

namespace foothold {

/// Those who claim together: the householder with partner and dependants, or any other adult alone.
struct BenefitUnit {
    int adults = 0;  // [person] claimants, at most two; 0 = no claim
    bool all_under_25 = false;
    int children = 0;            // [person] under 16, and those of 16 to 19 who count as such
    int children_before = 0;     // [person] of them born before the limit on children
    int limited_capability = 0;  // [person] claimants out of work through sickness
    bool cares = false;          // for somebody ill or old
    double rent = 0.0;           // [GBP/month]
    int non_dependants = 0;      // [person] of 21 or over who live here and are not of the unit
};

/// How many child elements are paid for in a calendar month at most: the limit then in force.
int child_elements(const ChildLimit& limit, CalendarMonth month);

/// [GBP/month]
inline double standard_allowance(const TaxBenefitRates& rates, const BenefitUnit& unit) {
    if (unit.adults > 1) {
        return unit.all_under_25 ? rates.standard_couple_under_25 : rates.standard_couple;
    }
    return unit.all_under_25 ? rates.standard_single_under_25 : rates.standard_single;
}

/// Children born before the limit are always paid for, and the first of them at the higher rate;
/// as they are the older ones, those born after fill up what room they leave.
/// [GBP/month]
inline double
children_of(const TaxBenefitRates& rates, int child_elements, const BenefitUnit& unit) {
    const int paid = std::max(std::min(unit.children, child_elements), unit.children_before);
    if (paid == 0) {
        return 0.0;
    }
    return (unit.children_before > 0 ? rates.child_first : rates.child_other)
           + rates.child_other * (paid - 1);
}

/// Nobody has the element for limited capability and that for a carer at once.
inline bool has_carer_element(const BenefitUnit& unit) {
    return unit.cares && unit.adults > (unit.limited_capability > 0 ? 1 : 0);
}

/// Earnings that leave Universal Credit untouched. [GBP/month]
inline double work_allowance(const TaxBenefitRates& rates, const BenefitUnit& unit) {
    if (unit.children == 0 && unit.limited_capability == 0) {
        return 0.0;
    }
    return unit.rent > 0.0 ? rates.work_allowance_housing : rates.work_allowance;
}

/// What Universal Credit and Child Benefit may come to together. [GBP/month]
inline double
benefit_cap(const TaxBenefitRates& rates, const BenefitUnit& unit, double net_earnings) {
    if (unit.limited_capability > 0 || has_carer_element(unit)
        || net_earnings >= rates.cap_earnings) {
        return std::numeric_limits<double>::infinity();
    }
    return (unit.adults > 1 || unit.children > 0 ? rates.cap_family : rates.cap_single) / 12.0;
}

/// Universal Credit of a unit with these earnings after tax. [GBP/month]
inline double universal_credit(const TaxBenefitRates& rates,
                               int child_elements,
                               const BenefitUnit& unit,
                               double net_earnings) {
    if (unit.adults == 0) {
        return 0.0;
    }
    const double most =
        standard_allowance(rates, unit) + children_of(rates, child_elements, unit)
        + (unit.limited_capability > 0 ? rates.health_element : 0.0)
        + (has_carer_element(unit) ? rates.carer_element : 0.0)
        + std::max(0.0, unit.rent - rates.non_dependant_deduction * unit.non_dependants);
    const double tapered =
        most - rates.taper * std::max(0.0, net_earnings - work_allowance(rates, unit));
    if (tapered <= 0.0) {
        return 0.0;
    }
    const double room =
        benefit_cap(rates, unit, net_earnings) - child_benefit(rates, unit.children);
    return std::max(0.0, std::min(tapered, room));
}

}  // namespace foothold
