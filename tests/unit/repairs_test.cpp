#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <array>

namespace foothold {
namespace {

/// Repairs and nothing else; the housing barrier of the small worlds is debt.
Scenario repairs_of(std::int32_t households, double cost, double per_month) {
    Scenario it = plain_scenario();
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].staffing.advocates = 0;
    it.programmes.items[0].funding = {{2018, 4}, 3, per_month, 0};
    it.programmes.items[0].repairs = {households, cost};
    return it;
}

struct Street {
    Scenario scenario;
    MonthRules rules{scenario};
    SmallWorld small{scenario};

    explicit Street(Scenario from) : scenario{std::move(from)} { small.start(0); }

    ProgrammeState& state() { return small.world.support.programmes[0]; }

    int with_barrier() {
        int sum = 0;
        for (const BarrierSet each : small.world.households.barriers.values()) {
            sum += each == debt;
        }
        return sum;
    }

    void live(Month from, Month to) {
        for (Month month = from; month <= to; ++month) {
            advocacy(small.world, rules.in(month));
        }
    }
};

TEST(Repairs, end_as_many_barriers_a_month_as_there_are_places_for_while_funded) {
    Street it{repairs_of(4, 500.0, 1e6)};
    for (int i = 0; i < 20; ++i) {
        it.small.add(0, {{.activity = Activity::inactive}}, debt);
    }
    it.live(0, 0);
    EXPECT_EQ(it.with_barrier(), 16);
    EXPECT_EQ(it.state().spend.repairs, 4 * 50'000);
    it.live(1, 5);
    EXPECT_EQ(it.with_barrier(), 8) << "three funded months";
    EXPECT_EQ(it.state().repaired, 12);
    EXPECT_EQ(it.state().spend.total(), 12 * 50'000);
}

TEST(Repairs, go_as_far_as_the_money) {
    Street it{repairs_of(10, 500.0, 1300.0)};
    for (int i = 0; i < 20; ++i) {
        it.small.add(0, {{}}, debt);
    }
    it.live(0, 0);
    EXPECT_EQ(it.state().repaired, 2);
    it.live(1, 1);
    EXPECT_EQ(it.state().repaired, 5) << "2,600 pounds so far";
    EXPECT_EQ(it.with_barrier(), 15);
}

TEST(Repairs, are_for_the_area_and_for_households_with_the_barrier) {
    Street it{repairs_of(100, 500.0, 1e6)};
    it.state().area = {1, 0};
    const HouseholdId here = it.small.add(0, {{.barriers = illness}}, debt);
    const HouseholdId elsewhere = it.small.add(1, {{}}, debt);
    it.small.add(0, {{}});
    it.live(0, 0);
    EXPECT_EQ(it.state().repaired, 1);
    EXPECT_EQ(it.small.world.households.barriers[here], 0);
    EXPECT_EQ(it.small.world.households.recovered[here][2], 0);
    EXPECT_EQ(it.small.world.people.barriers[{0}], illness) << "nothing else is touched";
    EXPECT_EQ(it.small.world.households.barriers[elsewhere], debt);
}

TEST(Repairs, are_served_in_an_order_drawn_by_luck) {
    constexpr std::uint32_t months = 300;
    std::array<std::uint32_t, 3> first{};
    for (std::uint32_t replicate = 0; replicate < months; ++replicate) {
        Street it{repairs_of(1, 500.0, 1e6)};
        for (int i = 0; i < 3; ++i) {
            it.small.add(0, {{}}, debt);
        }
        advocacy(it.small.world, it.rules.in(0, replicate));
        for (std::uint32_t row = 0; row < 3; ++row) {
            first[row] += it.small.world.households.barriers[{row}] == 0;
        }
    }
    EXPECT_EQ(first[0] + first[1] + first[2], months);
    for (const std::uint32_t each : first) {
        EXPECT_NEAR(each, 100.0, 4.0 * 8.2);
    }
}

TEST(Repairs, change_nothing_when_there_are_none) {
    Street it{repairs_of(0, 0.0, 1e6)};
    it.small.add(0, {{}}, debt);
    it.live(0, 2);
    EXPECT_EQ(it.with_barrier(), 1);
    EXPECT_EQ(it.state().spend.total(), 0);
}

}  // namespace
}  // namespace foothold
