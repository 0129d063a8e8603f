#include "sim/measures/rows_apart.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace foothold {
namespace {

using Rows = std::vector<std::uint32_t>;

Rows apart(const World& one, const World& other, const std::vector<std::uint8_t>& watched) {
    Rows rows;
    for (std::size_t first = 0; first < one.people.size(); first += rows_together) {
        const std::size_t count = std::min(rows_together, one.people.size() - first);
        RowsApart{one, other, watched, first, count}.for_each(
            [&](PersonId p) { rows.push_back(p.row); });
    }
    return rows;
}

/// Households of three, so that pieces of rows cut through some.
World families() {
    SmallWorld it{plain_scenario()};
    for (int i = 0; i < 700; ++i) {
        it.add(0, {{}, {}, {Activity::child, 5}});
    }
    return it.world;
}

TEST(RowsApart, are_none_of_equal_worlds_but_those_watched) {
    const World world = families();
    std::vector<std::uint8_t> watched(world.people.size(), 0);
    EXPECT_EQ(apart(world, world, watched), Rows{});
    watched[7] = 1;
    watched.back() = 1;
    EXPECT_EQ(apart(world, world, watched), (Rows{7, 2099}));
}

TEST(RowsApart, are_all_in_which_anything_differs) {
    const World world = families();
    const std::vector<std::uint8_t> nobody(world.people.size(), 0);
    const std::vector<std::function<void(World&, PersonId)>> changes{
        [](World& it, PersonId p) { ++it.people.life[p]; },
        [](World& it, PersonId p) { it.people.activity[p] = Activity::sick; },
        [](World& it, PersonId p) { it.people.job_zone[p] = {1}; },
        [](World& it, PersonId p) { it.people.job_tier[p] = 2; },
        [](World& it, PersonId p) { it.people.barriers[p] = strain; }};
    for (const std::uint32_t row : Rows{0, 7, 8, 1023, 1024, 1500, 2099}) {
        for (const auto& change : changes) {
            World other = world;
            change(other, {row});
            EXPECT_EQ(apart(world, other, nobody), Rows{row});
        }
    }
}

TEST(RowsApart, are_whole_households_that_came_or_share_barriers_otherwise) {
    const World world = families();
    const std::vector<std::uint8_t> nobody(world.people.size(), 0);
    World other = world;
    ++other.households.arrived[{0}];
    ++other.households.arrived_in[{400}].row;
    other.households.barriers[{341}] = debt;  // rows on both sides of a border of pieces
    EXPECT_EQ(apart(world, other, nobody), (Rows{0, 1, 2, 1023, 1024, 1025, 1200, 1201, 1202}));
}

}  // namespace
}  // namespace foothold
