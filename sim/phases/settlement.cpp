#include "sim/phases/settlement.hpp"

#include "foothold/money.hpp"

#include "sim/policy/payment_rules.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

std::int64_t pence(double pounds) {
    return std::llround(pounds * pence_per_pound);
}

void claim(
    const MonthContext& now, const Payment& payment, Income& income, Case& each, unsigned fresh) {
    for (std::size_t i = 0; i < milestones; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        if ((fresh & bit_of(milestone)) != 0) {
            ++income.claims[i];
            income.due.push_back({static_cast<Month>(now.month + payment.lag),
                                  pence(fee_of(payment.fees, each.band, milestone))});
        }
    }
    each.claimed = static_cast<std::uint8_t>(each.claimed | fresh);
}

void make_claims(World& world,
                 const MonthContext& now,
                 const Payment& payment,
                 ProgrammeState& state) {
    for (Case& each : world.support.cases) {
        if (each.programme == state.programme) {
            const unsigned fresh =
                reached(world, payment, each, now.month) & ~unsigned{each.claimed};
            claim(now, payment, state.income, each, fresh);
        }
    }
}

/// Takes out of the claims what falls due. [pence]
std::int64_t take_due(Income& income, Month now) {
    std::int64_t sum = 0;
    for (const Claim& each : income.due) {
        sum += each.due <= now ? each.amount : 0;
    }
    std::erase_if(income.due, [&](const Claim& each) { return each.due <= now; });
    return sum;
}

/// What the provider learns from a month's claims, for what it counts on next.
void learn(const Payment& payment,
           const FundingState& budget,
           const FundingState& counted,
           double paid,
           Income& income) {
    const double expected = (1.0 - payment.upfront) * budget.per_month;
    const double weight = std::min(1.0, 1.0 / payment.cash_memory);
    income.from_claims = budget.month_of_funding == 0 ? expected : income.from_claims;
    if (budget.month_of_funding >= payment.working_capital) {
        income.from_claims += (paid - income.from_claims) * weight;
    }
    income.counted_before = counted.money;
}

}  // namespace

void settle(World& world, const MonthContext& now, ProgrammeState& state) {
    const Programme& programme = now.scenario.programmes.items[state.programme];
    const Payment& payment = programme.payment;
    Income& income = state.income;
    if (payment.model == PaymentModel::grant) {
        income.paid = state.spend.total();
        return;
    }
    make_claims(world, now, payment, state);
    const FundingState budget = funding_in(programme, now.scenario.settings.start, now.month);
    const FundingState counted = counted_on(budget, programme, income);
    const std::int64_t upfront = budget.funded ? pence(payment.upfront * budget.per_month) : 0;
    const std::int64_t room = contract_value(programme.funding) - income.paid;
    const std::int64_t paid = std::min(upfront + take_due(income, now.month), room);
    income.paid += paid;
    if (budget.funded) {
        const double from_claims = static_cast<double>(paid - std::min(paid, upfront));
        learn(payment, budget, counted, from_claims / pence_per_pound, income);
    }
}

}  // namespace foothold
