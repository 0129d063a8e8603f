#include "foothold/members.hpp"

#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace foothold {
namespace {

std::vector<PersonId> listed(const World& world, HouseholdId h) {
    std::vector<PersonId> found;
    for (const PersonId p : members_of(world, h)) {
        found.push_back(p);
    }
    return found;
}

TEST(Members, are_all_of_one_household_in_the_order_of_their_rows_and_nobody_else) {
    SmallWorld small{plain_scenario()};
    const HouseholdId single = small.add(0, {{}});
    const HouseholdId family = small.add(1, {{}, {}, {.activity = Activity::child, .age = 3}});
    const HouseholdId couple = small.add(0, {{}, {}});
    EXPECT_EQ(listed(small.world, single), (std::vector<PersonId>{{0}}));
    EXPECT_EQ(listed(small.world, family), (std::vector<PersonId>{{1}, {2}, {3}}));
    EXPECT_EQ(listed(small.world, couple), (std::vector<PersonId>{{4}, {5}}));
}

}  // namespace
}  // namespace foothold
