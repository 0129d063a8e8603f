#include "foothold/members.hpp"

#include "sim/phases/alike.hpp"
#include "sim/phases/household_month.hpp"
#include "sim/phases/side_by_side.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace foothold {

namespace {

bool same_rules(const Side& one, const Side& other) {
    return one.now.parameters.tax_benefit == other.now.parameters.tax_benefit
           && one.now.effects.caring() == other.now.effects.caring();
}

/// What another arm has just settled, where nothing differs that bears on it.
void take_over(const World& settled, const Side& arm, HouseholdId h) {
    const Households& from = settled.households;
    Households& to = arm.world.households;
    to.universal_credit[h] = from.universal_credit[h];
    to.net_income[h] = from.net_income[h];
    to.benefits[h] = from.benefits[h];
    to.taxes[h] = from.taxes[h];
    People& people = arm.world.people;
    for (const PersonId p : members_of(arm.world, h)) {
        if (sees_gain(people, p, arm.now.month)) {
            people.gain_from_work[p] = settled.people.gain_from_work[p];
        }
    }
}

void settle_as(const World& settled,
               const Side& arm,
               const IncomeRules& rules,
               std::uint32_t first,
               std::uint32_t last) {
    Alike alike{settled, arm.world, first, last};
    alike.in(&People::activity)
        .in(&People::birth)
        .in(&People::job_tier)
        .in(&People::job_since)
        .in(&People::apprentice_until)
        .in(&Households::barriers)
        .in(&Households::tenure);
    for (HouseholdId h{first}; h.row < last; ++h.row) {
        if (alike.is(h)) {
            take_over(settled, arm, h);
        } else {
            settle(arm.world, rules, arm.now.month, h);
        }
    }
}

}  // namespace

/// Households receive wages, pay tax and National Insurance, and are paid Universal Credit and
/// Child Benefit by the rates of the month; members out of work see what the household would gain
/// if they took a job, and students under 20 if they became apprentices.
///
/// Reads   people.{activity, birth, job_tier, job_since, apprentice_until}, households.{barriers,
///         composition, tenure}
/// Writes  households.{universal_credit, net_income, benefits, taxes}, people.gain_from_work
/// Draws   nothing
void income(World& world, const MonthContext& now) {
    const Side alone{world, now};
    income_side_by_side({&alone, 1});
}

void income_side_by_side(std::span<const Side> arms) {
    const Side& leader = arms.front();
    const IncomeRules rules{leader.now};
    const std::vector<Side> followers = followers_of(arms, same_rules, income);
    for_each_piece(
        leader.world.households.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
            for_each_batch(first, last, [&](std::uint32_t from, std::uint32_t to) {
                for (HouseholdId h{from}; h.row < to; ++h.row) {
                    settle(leader.world, rules, leader.now.month, h);
                }
                for (const Side& arm : followers) {
                    settle_as(leader.world, arm, rules, from, to);
                }
            });
        });
}

}  // namespace foothold
