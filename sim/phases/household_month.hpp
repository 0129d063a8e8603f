#pragma once

#include "sim/phases/phases.hpp"
#include "sim/policy/household_income.hpp"
#include "sim/policy/universal_credit.hpp"

namespace foothold {

/// The rules of wages, tax and benefits in a calendar month.
struct IncomeRules {
    const TaxBenefitParameters& all;
    const TaxBenefitRates& rates;
    PayScale pay;
    int child_elements;  // [child] paid at most
    Month born_before;   // [month] of birth up to which children are exempt from that limit
    BarrierSet caring;

    explicit IncomeRules(const MonthContext& now)
        : all{now.parameters.tax_benefit}, rates{rates_in(all, now.calendar)}, pay{all, rates},
          child_elements{foothold::child_elements(all.child_limit, now.calendar)},
          born_before{static_cast<Month>(all.child_limit.born_from.index()
                                         - now.scenario.settings.start.index())},
          caring{now.effects.caring()} {}
};

/// Whether the month shows somebody what the household would gain if they worked.
bool sees_gain(const People& people, PersonId p, Month now);

/// A household's wages, tax and benefits of the month, and what its members would gain by working.
void settle(World& world, const IncomeRules& rules, Month now, HouseholdId h);

}  // namespace foothold
