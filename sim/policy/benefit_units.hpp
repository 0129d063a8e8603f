#pragma once

#include "foothold/tax_benefit.hpp"
#include "foothold/world.hpp"

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

/// The first two members of a couple are partners. Of a household of three or more adults they are
/// unless a generation lies between them.
Householders householders_of(const World& world, const TaxBenefitParameters& rules, HouseholdId h);

/// Whether somebody counts as the householders' child: under 16, or under 20, a generation younger
/// than they and in full-time study (or an apprentice, where the scenario protects them).
bool is_dependant(const World& world,
                  const TaxBenefitParameters& rules,
                  const Householders& householders,
                  PersonId p,
                  Month now);

}  // namespace foothold
