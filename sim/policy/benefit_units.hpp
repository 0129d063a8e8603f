#pragma once

#include "foothold/tax_benefit.hpp"
#include "foothold/world.hpp"

#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <cstdlib>

namespace foothold {

/// End of Child Benefit at the latest. [month] of age
inline constexpr int dependent_until = 20 * 12;

/// Those who run a household: its first member, and the second if they are partners.
struct Householders {
    std::uint32_t first = 0;  // row of the householder
    std::uint32_t last = 0;   // row after the last of them
    Month oldest = 0;         // [month] of birth of the older one

    bool has(PersonId p) const { return first <= p.row && p.row < last; }
};

/// Whether the first two members of a household are partners.
inline bool are_partners(const World& world,
                         const TaxBenefitParameters& rules,
                         HouseholdId h,
                         PersonId one,
                         PersonId other) {
    switch (world.households.composition[h]) {
    case Composition::couple:
    case Composition::couple_with_children:
        return true;
    case Composition::three_or_more:
        return std::abs(world.people.birth[one] - world.people.birth[other])
               < 12.0 * rules.generation_gap;
    default:
        return false;
    }
}

/// The first two members of a couple are partners. Of a household of three or more adults they are
/// unless a generation lies between them.
inline Householders
householders_of(const World& world, const TaxBenefitParameters& rules, HouseholdId h) {
    const PersonId one = world.households.first[h];
    const PersonId other{one.row + 1};
    Householders it{one.row, one.row + 1, world.people.birth[one]};
    if (world.households.members[h] > 1 && world.people.activity[other] != Activity::child
        && are_partners(world, rules, h, one, other)) {
        it.last = other.row + 1;
        it.oldest = std::min(it.oldest, world.people.birth[other]);
    }
    return it;
}

/// Whether somebody counts as the householders' child: under 16, or under 20, a generation younger
/// than they and in full-time study (or an apprentice, where the scenario protects them).
inline bool is_dependant(const World& world,
                         const TaxBenefitParameters& rules,
                         const Householders& householders,
                         PersonId p,
                         Month now) {
    const People& people = world.people;
    const Activity activity = people.activity[p];
    if (activity == Activity::child) {
        return true;
    }
    const bool in_training = activity == Activity::student
                             || (rules.apprenticeship_protected && is_apprentice(people, p, now));
    return in_training && now - people.birth[p] < dependent_until && !householders.has(p)
           && people.birth[p] - householders.oldest >= 12.0 * rules.generation_gap;
}

}  // namespace foothold
