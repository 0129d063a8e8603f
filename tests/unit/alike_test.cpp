#include "sim/phases/alike.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

namespace foothold {
namespace {

/// Families of three, of which the second to the fourth are compared.
World families() {
    SmallWorld it{plain_scenario()};
    for (int i = 0; i < 5; ++i) {
        it.add(0, {{}, {}, {Activity::child, 5}});
    }
    return it.world;
}

constexpr std::uint32_t first = 1;
constexpr std::uint32_t last = 4;

std::vector<std::uint32_t> apart(const Alike& alike) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = first; row < last; ++row) {
        if (!alike.is({row})) {
            rows.push_back(row);
        }
    }
    EXPECT_EQ(alike.all(), rows.empty());
    return rows;
}

using Rows = std::vector<std::uint32_t>;

TEST(Alike, are_households_of_equal_worlds) {
    const World world = families();
    Alike alike{world, world, first, last};
    EXPECT_EQ(apart(alike.in(&People::activity).in(&Households::barriers)), Rows{});
}

TEST(Alike, are_households_unless_a_member_differs_in_what_was_asked) {
    const World world = families();
    for (const std::uint32_t person : {3U, 5U, 8U, 11U}) {
        World other = world;
        other.people.activity[{person}] = Activity::sick;
        other.people.recovered[{person}][2] = 7;
        const Rows its{person / 3};
        EXPECT_EQ(apart(Alike{world, other, first, last}.in(&People::activity)), its);
        EXPECT_EQ(apart(Alike{world, other, first, last}.in(&People::recovered)), its);
        EXPECT_EQ(apart(Alike{world, other, first, last}.in(&People::barriers)), Rows{});
    }
}

TEST(Alike, are_households_unless_they_differ_themselves) {
    const World world = families();
    World other = world;
    other.households.neighbourhood[{1}] = {1};
    other.households.barriers[{3}] = debt;
    EXPECT_EQ(apart(Alike{world, other, first, last}.in(&Households::neighbourhood)), Rows{1});
    EXPECT_EQ(apart(Alike{world, other, first, last}
                        .in(&Households::neighbourhood)
                        .in(&Households::barriers)),
              (Rows{1, 3}));
}

TEST(Alike, look_only_at_the_households_asked_about) {
    const World world = families();
    World other = world;
    other.people.activity[{2}] = Activity::sick;
    other.people.activity[{12}] = Activity::sick;
    EXPECT_EQ(apart(Alike{world, other, first, last}.in(&People::activity)), Rows{});
}

}  // namespace
}  // namespace foothold
