#include "sim/policy/benefit_units.hpp"

#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <cstdlib>

namespace foothold {

namespace {

bool are_partners(const World& world,
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

}  // namespace

Householders householders_of(const World& world, const TaxBenefitParameters& rules, HouseholdId h) {
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

bool is_dependant(const World& world,
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
