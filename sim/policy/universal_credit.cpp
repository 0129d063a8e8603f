#include "sim/policy/universal_credit.hpp"

#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <limits>

namespace foothold {

namespace {

double standard_allowance(const TaxBenefitRates& rates, const BenefitUnit& unit) {
    if (unit.adults > 1) {
        return unit.all_under_25 ? rates.standard_couple_under_25 : rates.standard_couple;
    }
    return unit.all_under_25 ? rates.standard_single_under_25 : rates.standard_single;
}

/// Children born before the limit are always paid for, and the first of them at the higher rate;
/// as they are the older ones, those born after fill up what room they leave.
double children_of(const TaxBenefitRates& rates, int child_elements, const BenefitUnit& unit) {
    const int paid = std::max(std::min(unit.children, child_elements), unit.children_before);
    if (paid == 0) {
        return 0.0;
    }
    return (unit.children_before > 0 ? rates.child_first : rates.child_other)
           + rates.child_other * (paid - 1);
}

/// Nobody has the element for limited capability and that for a carer at once.
bool has_carer_element(const BenefitUnit& unit) {
    return unit.cares && unit.adults > (unit.limited_capability > 0 ? 1 : 0);
}

double work_allowance(const TaxBenefitRates& rates, const BenefitUnit& unit) {
    if (unit.children == 0 && unit.limited_capability == 0) {
        return 0.0;
    }
    return unit.rent > 0.0 ? rates.work_allowance_housing : rates.work_allowance;
}

/// What Universal Credit and Child Benefit may come to together. [GBP/month]
double benefit_cap(const TaxBenefitRates& rates, const BenefitUnit& unit, double net_earnings) {
    if (unit.limited_capability > 0 || has_carer_element(unit)
        || net_earnings >= rates.cap_earnings) {
        return std::numeric_limits<double>::infinity();
    }
    return (unit.adults > 1 || unit.children > 0 ? rates.cap_family : rates.cap_single) / 12.0;
}

}  // namespace

int child_elements(const ChildLimit& limit, CalendarMonth month) {
    return limit.from <= month && month < limit.until ? limit.children
                                                      : std::numeric_limits<int>::max();
}

double universal_credit(const TaxBenefitRates& rates,
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
    const double room =
        benefit_cap(rates, unit, net_earnings) - child_benefit(rates, unit.children);
    return std::max(0.0, std::min(tapered, room));
}

}  // namespace foothold
