#include "sim/policy/household_income.hpp"

#include <algorithm>

namespace foothold {

const TaxBenefitRates& rates_in(const TaxBenefitParameters& parameters, CalendarMonth month) {
    const TaxBenefitRates* in_force = &parameters.rates.front();
    for (const TaxBenefitRates& rates : parameters.rates) {
        if (rates.from <= month) {
            in_force = &rates;
        }
    }
    return *in_force;
}

double minimum_wage(const TaxBenefitRates& rates, int age) {
    // The rules' own age borders.
    constexpr int adult_rate = 21;
    constexpr int development_rate = 18;
    return age >= rates.minimum_wage_age ? rates.minimum_wage
           : age >= adult_rate           ? rates.minimum_wage_21
           : age >= development_rate     ? rates.minimum_wage_18
                                         : rates.minimum_wage_16;
}

double tax_on(const TaxBenefitRates& rates, double earnings) {
    const double income_tax =
        rates.basic_rate * std::max(0.0, earnings - rates.personal_allowance / 12.0);
    const double insurance =
        rates.insurance_rate
        * std::max(0.0, earnings - rates.insurance_threshold * weeks_per_month);
    return income_tax + insurance;
}

double
universal_credit(const TaxBenefitRates& rates, const HouseholdNeeds& needs, double net_earnings) {
    if (needs.adults == 0) {
        return 0.0;
    }
    constexpr int child_limit = 2;
    const bool couple = needs.adults > 1;
    double most =
        couple ? (needs.all_under_25 ? rates.standard_couple_under_25 : rates.standard_couple)
               : (needs.all_under_25 ? rates.standard_single_under_25 : rates.standard_single);
    const int children = std::min(needs.children, child_limit);
    if (children > 0) {
        most += needs.first_child_before_2017 ? rates.child_first : rates.child_other;
        most += rates.child_other * (children - 1);
    }
    most += needs.limited_capability > 0 ? rates.health_element : 0.0;
    most += needs.carer ? rates.carer_element : 0.0;
    most += needs.rent;
    const bool has_allowance = needs.children > 0 || needs.limited_capability > 0;
    const double allowance =
        !has_allowance ? 0.0
                       : (needs.rent > 0.0 ? rates.work_allowance_housing : rates.work_allowance);
    return std::max(0.0, most - rates.taper * std::max(0.0, net_earnings - allowance));
}

double child_benefit(const TaxBenefitRates& rates, int children) {
    return children == 0
               ? 0.0
               : weeks_per_month
                     * (rates.child_benefit_first + rates.child_benefit_other * (children - 1));
}

}  // namespace foothold
