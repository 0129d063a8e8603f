#include "sim/phases/phases.hpp"
#include "sim/phases/settlement.hpp"
#include "sim/policy/payment_rules.hpp"
#include "sim/policy/support_rules.hpp"

#include <algorithm>

namespace foothold {

namespace {

void pay(const MonthContext& now, ProgrammeState& state) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const FundingState funding = counted_on(
        funding_in(programme, now.scenario.settings.start, now.month), programme, state.income);
    if (!funding.working()) {
        return;
    }
    const Posts filled = in_post(state);
    const Posts posts =
        funding.funded ? posts_covered(programme.staffing, funding.per_month) : filled;
    const MonthlyCost cost = monthly_cost(programme.staffing, filled, posts);
    state.spend.staff += cost.staff;
    state.spend.on_costs += cost.on_costs;
    state.spend.management += cost.management;
    state.spend.premises += cost.premises;
}

/// How long the work lasts that clients found: also after the case has closed.
void follow_up(const World& world, Month now, Case& each) {
    if (world.people.life[each.person] != each.life
        || world.people.activity[each.person] != Activity::employed) {
        return;
    }
    const Month since = world.people.since[each.person];
    const bool in_the_case = since >= each.opened && (each.closed == never || since < each.closed);
    if (in_the_case) {
        each.entered_work = since;
        each.longest_job = std::max<std::int32_t>(each.longest_job, now - since);
    }
}

}  // namespace

/// Programmes pay their staff, on-costs, management and premises, follow the work that their
/// clients found, and are paid for it. Personal budgets were paid as they were spent; what
/// households pay and receive is on their own rows.
///
/// Reads   programmes.advocates, people.{activity, since, job_tier}
/// Writes  programmes.{spend, income}, cases
/// Draws   nothing
void accounting(World& world, const MonthContext& now) {
    for (ProgrammeState& state : world.support.programmes) {
        pay(now, state);
    }
    for (Case& each : world.support.cases) {
        follow_up(world, now.month, each);
    }
    for (ProgrammeState& state : world.support.programmes) {
        settle(world, now, state);
    }
}

}  // namespace foothold
