#include "sim/experiments/histories.hpp"
#include "sim/experiments/persistence.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(LowPay, is_stuck_or_escaped_as_ten_yearly_looks_show) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    // In insecure or low-paid work but for the last, who is secure from the start.
    small.add_singles(6, {.tier = 1});
    small.add(0, {{.tier = 2}});
    People& people = small.world.people;
    LowPay pay;
    for (Month now = -1; now < 120; ++now) {
        // 0 stays low; 1 is secure in the middle only; 2 for the last three years; 3 is out of work
        // and low, and so has left; 4 is secure for the last three years and has gone by then; 5 is
        // low whenever in work, and out of it a while at the end.
        people.job_tier[{1}] = now > 24 && now < 60 ? 2 : 1;
        people.job_tier[{2}] = now > 90 ? 2 : 0;
        people.activity[{3}] = now > 50 ? Activity::sick : Activity::employed;
        people.job_tier[{4}] = now > 60 ? 2 : 1;
        people.life[{4}] = now > 110;
        people.activity[{5}] = now > 100 ? Activity::searching : Activity::employed;
        pay.month_closed(small.world, 0, now);
    }
    EXPECT_EQ(pay.stuck(), (Share{2, 5}));
    EXPECT_EQ(pay.escaped(), (Share{1, 5}));
    EXPECT_EQ(pay.cycled(), (Share{1, 5}));
}

TEST(Relapse, is_counted_by_when_it_comes) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add_singles(4, Resident{});
    People& people = small.world.people;
    Relapse relapse{0};
    for (Month now = -1; now < 100; ++now) {
        for (std::uint32_t row = 0; row < 3; ++row) {  // three recover in month 2
            people.recovered[{row}][0] = now >= 2 ? 2 : never;
        }
        people.barriers[{1}] = now == 10 ? illness : 0;     // back for a month within the year
        people.barriers[{2}] = now >= 20 ? illness : 0;     // back in the second year
        people.recovered[{3}][0] = now >= 12 ? 12 : never;  // too late to be followed
        relapse.month_closed(small.world, 0, now);
    }
    EXPECT_EQ(relapse.within(0), (Share{1, 3}));
    EXPECT_EQ(relapse.within(1), (Share{2, 3}));
    EXPECT_EQ(relapse.within(2), (Share{2, 3}));
}

TEST(Sustainment, tells_the_housed_from_those_who_are_not) {
    const Scenario scenario = plain_scenario();
    constexpr BarrierSet housing = debt;  // stands for it: the household's barrier
    SmallWorld small{scenario};
    const Resident out{.activity = Activity::inactive, .barriers = illness};
    const HouseholdId with = small.add(0, {out, out}, housing);
    const HouseholdId solved = small.add(0, {out});
    small.add(0, {out});                            // never had a housing problem
    small.add(0, {{Activity::inactive}}, housing);  // has no other barrier
    small.world.households.recovered[solved][2] = -10;
    ASSERT_EQ(small.world.households.members[with], 2);
    People& people = small.world.people;
    Sustainment jobs{housing};
    for (Month now = -1; now < 12; ++now) {
        for (std::uint32_t row = 0; now >= 0 && row < people.size(); ++row) {
            people.activity[{row}] = Activity::employed;
        }
        if (now == 5) {
            people.activity[{1}] = Activity::searching;  // one of the first household
        }
        jobs.month_closed(small.world, 0, now);
    }
    EXPECT_EQ(jobs.unhoused(), (Share{1, 2}));
    EXPECT_EQ(jobs.housed(), (Share{1, 1}));
}

TEST(Persistence, compares_years_fifteen_years_apart) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add_singles(10, {.activity = Activity::searching}, 0);
    small.add_singles(10, {.activity = Activity::retired}, 1);
    Persistence same{0};
    Persistence turned{0};
    for (Month now = -1; now < 200; ++now) {
        same.month_closed(small.world, 0, now);
    }
    for (Month now = -1; now < 200; ++now) {
        const bool later = now >= Persistence::apart;
        for (std::uint32_t row = 0; row < 20; ++row) {
            small.world.people.activity[{row}] =
                (row < 10) != later ? Activity::sick : Activity::employed;
        }
        turned.month_closed(small.world, 0, now);
    }
    EXPECT_DOUBLE_EQ(same.correlation(), 1.0);
    EXPECT_DOUBLE_EQ(same.worst_tenth_kept(), 1.0);
    EXPECT_DOUBLE_EQ(turned.correlation(), -1.0);
    EXPECT_DOUBLE_EQ(turned.worst_tenth_kept(), 0.0);
}

TEST(Leavers, are_followed_until_they_leave_the_place) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.add_singles(6, {.activity = Activity::searching}, 0);  // the more deprived of the two
    small.add_singles(3, {.activity = Activity::searching}, 1);
    World& world = small.world;
    for (std::uint32_t row = 0; row < 9; ++row) {
        world.households.universal_credit[{row}] = row != 5;  // one lives without
    }
    Leavers leavers{0};
    for (Month now = -1; now < 40; ++now) {
        const bool later = now > 20;
        // 0 works and stays; 1 works and moves; 2 works and leaves the place; 3 leaves without
        // work; 4 works for a while only.
        world.people.activity[{0}] = later ? Activity::employed : Activity::searching;
        world.people.activity[{1}] = later ? Activity::employed : Activity::searching;
        world.households.neighbourhood[{1}] = {static_cast<std::uint16_t>(later)};
        world.people.activity[{2}] = now > 10 ? Activity::employed : Activity::searching;
        world.people.life[{2}] = later;
        world.people.life[{3}] = later;
        world.people.activity[{3}] = later ? Activity::employed : Activity::searching;
        world.people.activity[{4}] = now == 12 ? Activity::employed : Activity::searching;
        leavers.month_closed(world, 0, now);
    }
    EXPECT_EQ(leavers.in_work(), (Share{3, 5}));
    EXPECT_EQ(leavers.moved(), (Share{2, 3}));
}

}  // namespace
}  // namespace foothold
