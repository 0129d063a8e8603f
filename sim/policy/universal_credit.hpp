#pragma once

#include "foothold/tax_benefit.hpp"

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

/// Universal Credit of a unit with these earnings after tax. [GBP/month]
double universal_credit(const TaxBenefitRates& rates,
                        int child_elements,
                        const BenefitUnit& unit,
                        double net_earnings);

}  // namespace foothold
