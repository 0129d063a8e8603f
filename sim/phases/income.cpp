#include "sim/core/parallel.hpp"
#include "sim/phases/phases.hpp"
#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;
constexpr int adult_at_25 = 25 * 12;  // [month] age from which the higher standard allowance holds
constexpr int dependent_until =
    20 * 12;                         // [month] end of Child Benefit for those in full-time study
constexpr std::size_t low_paid = 1;  // tier whose pay is weighed against benefits

std::int32_t pence(double pounds) {
    return static_cast<std::int32_t>(std::llround(pounds * pence_per_pound));
}

/// One household's month.
struct HouseholdTurn {
    World& world;
    const MonthContext& now;
    const TaxBenefitRates& rates;
    HouseholdId h;
    HouseholdNeeds needs{};
    HouseholdMoney money{};

    double pay(PersonId p, std::size_t tier) const {
        const TaxBenefitParameters& rules = now.parameters.tax_benefit;
        const int age = (now.month - world.people.birth[p]) / 12;
        return minimum_wage(rates, age) * rules.wage_over_minimum[tier] * rules.weekly_hours[tier]
               * weeks_per_month;
    }

    std::uint32_t first() const { return world.households.first[h].row; }

    std::uint32_t last() const { return first() + world.households.members[h]; }

    void take_stock() {
        const auto& people = world.people;
        const int april_2017 = CalendarMonth{2017, 4}.index() - now.scenario.settings.start.index();
        int dependants = 0;
        needs.all_under_25 = true;
        for (std::uint32_t row = first(); row < last(); ++row) {
            const PersonId p{row};
            const Activity activity = people.activity[p];
            if (activity == Activity::child) {
                ++needs.children;
                needs.first_child_before_2017 =
                    needs.first_child_before_2017 || people.birth[p] < april_2017;
            } else if (activity == Activity::student
                       && now.month - people.birth[p] < dependent_until) {
                ++dependants;
            } else if (is_working_age(activity)) {
                ++needs.adults;
                needs.all_under_25 =
                    needs.all_under_25 && now.month - people.birth[p] < adult_at_25;
                needs.limited_capability += activity == Activity::sick;
            }
            if (activity == Activity::employed) {
                const double gross = pay(p, people.job_tier[p]);
                money.earnings += gross;
                money.tax += tax_on(rates, gross);
            }
        }
        // A young student without anybody to depend on is a claimant.
        (needs.adults > 0 ? needs.children : needs.adults) += dependants;
        needs.adults = std::min(needs.adults, 2);
        needs.carer = (world.households.barriers[h] & now.effects.caring()) != 0;
        needs.rent =
            now.parameters.tax_benefit.rent[static_cast<std::size_t>(world.households.tenure[h])];
        money.universal_credit = universal_credit(rates, needs, money.earnings - money.tax);
        money.child_benefit = child_benefit(rates, needs.children);
    }

    /// What the household would gain if one more member took a low-paid job. [GBP/week]
    double gain(PersonId p) const {
        const double gross = pay(p, low_paid);
        HouseholdMoney with = money;
        with.earnings += gross;
        with.tax += tax_on(rates, gross);
        HouseholdNeeds changed = needs;
        changed.limited_capability -= world.people.activity[p] == Activity::sick;
        with.universal_credit = universal_credit(rates, changed, with.earnings - with.tax);
        return (with.net() - money.net()) / weeks_per_month;
    }

    void settle() {
        auto& households = world.households;
        households.universal_credit[h] = money.universal_credit > 0.0;
        households.net_income[h] = pence(money.net());
        households.benefits[h] = pence(money.universal_credit + money.child_benefit);
        households.taxes[h] = pence(money.tax);
        for (std::uint32_t row = first(); row < last(); ++row) {
            const PersonId p{row};
            if (is_workless(world.people.activity[p])) {
                world.people.gain_from_work[p] = static_cast<float>(gain(p));
            }
        }
    }
};

}  // namespace

/// Households receive wages, pay tax and National Insurance, and are paid Universal Credit and
/// Child Benefit by the rates of the month; members out of work see what the household would gain
/// if they took a job.
///
/// Reads   people.{activity, birth, job_tier}, households.{barriers, tenure}
/// Writes  households.{universal_credit, net_income, benefits, taxes}, people.gain_from_work
/// Draws   nothing
void income(World& world, const MonthContext& now) {
    const TaxBenefitRates& rates = rates_in(now.parameters.tax_benefit, now.calendar);
    for_each<HouseholdId>(world.households.size(), [&](HouseholdId h) {
        HouseholdTurn turn{world, now, rates, h};
        turn.take_stock();
        turn.settle();
    });
}

}  // namespace foothold
