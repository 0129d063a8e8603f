#include "sim/phases/phases.hpp"
#include "sim/policy/support_rules.hpp"

#include <cmath>

namespace foothold {

namespace {

constexpr double pence_per_pound = 100.0;

std::int64_t pence(double pounds) {
    return std::llround(pounds * pence_per_pound);
}

/// Salaries of those in post this month, before on-costs. [GBP]
double salaries(const Staffing& staffing, const ProgrammeState& state) {
    double sum = 0.0;
    for (const Advocate& advocate : state.advocates) {
        if (advocate.left == never) {
            sum += (advocate.senior ? staffing.senior_salary : staffing.salary) / 12.0;
        }
    }
    return sum;
}

}  // namespace

/// Programmes pay their staff, on-costs, management and premises; personal budgets were paid as
/// they were spent. What households pay and receive is on their own rows.
///
/// Reads   programmes.advocates
/// Writes  programmes.spend
/// Draws   nothing
void accounting(World& world, const MonthContext& now) {
    for (ProgrammeState& state : world.support.programmes) {
        const Programme& programme = now.scenario.programmes.items[state.programme];
        if (!funding_in(programme, now.scenario.settings.start, now.month).funded) {
            continue;
        }
        const Staffing& staffing = programme.staffing;
        const double pay = salaries(staffing, state);
        const double on_costs = pay * staffing.on_costs;
        state.spend.staff += pence(pay);
        state.spend.on_costs += pence(on_costs);
        state.spend.management += pence((pay + on_costs) * staffing.management);
        state.spend.premises +=
            pence(staffing.premises / 12.0 * (staffing.advocates + staffing.senior_advocates));
    }
}

}  // namespace foothold
