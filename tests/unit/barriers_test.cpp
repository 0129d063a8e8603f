#include "sim/phases/phases.hpp"
#include "tests/unit/dice.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

/// Onset hazard 0.3 and recovery hazard 0.5 a month of everything, unless a test says otherwise.
Scenario lively() {
    Scenario it = plain_scenario();
    for (Barrier& barrier : it.parameters.barriers.items) {
        barrier.recovery = 0.5;
    }
    it.parameters.barriers.items[1].stream = 37;  // in another block of random words
    return it;
}

SmallWorld lively_world(const Scenario& scenario) {
    SmallWorld small{scenario};
    small.reference->onset = {0.3, 0.3, 0.3};
    return small;
}

/// A month of one person's or household's barriers of one scope, decided one draw at a time.
BarrierSet expected(const MonthContext& now,
                    Address who,
                    BarrierSet present,
                    BarrierSet kinds,
                    Purpose onset,
                    Purpose recovery) {
    BarrierSet after = present;
    for (std::size_t k = 0; k < 3; ++k) {
        const auto bit = static_cast<BarrierSet>(1U << k);
        if (!(kinds & bit)) {
            continue;
        }
        const bool has = (present & bit) != 0;
        const auto stream = static_cast<std::uint32_t>(now.parameters.barriers.items[k].stream);
        const double u = unit(now.luck.words(who, has ? recovery : onset, stream / 4)[stream % 4]);
        if (u < 1.0 - std::exp(has ? -0.5 : -0.3)) {
            after = static_cast<BarrierSet>(after ^ bit);
        }
    }
    return after;
}

TEST(Barriers, come_and_go_by_the_luck_of_person_and_household) {
    const Scenario scenario = lively();
    SmallWorld small = lively_world(scenario);
    Dice dice{5};
    for (int h = 0; h < 300; ++h) {  // more than two batches of households
        std::vector<Resident> members(static_cast<std::size_t>(1 + dice.below(4)));
        for (Resident& each : members) {
            each.barriers = static_cast<BarrierSet>(dice.below(4));
        }
        small.add(0, members, dice.chance(0.5) ? debt : BarrierSet{0});
        small.world.households.life[{static_cast<std::uint32_t>(h)}] =
            static_cast<std::uint16_t>(dice.below(3));
    }
    for (std::uint32_t row = 0; row < small.world.people.size(); ++row) {
        small.world.people.life[{row}] =
            small.world.households.life[small.world.people.household[{row}]];
    }
    const World before = small.world;
    const MonthRules rules{scenario};
    barriers(small.world, rules.in(9));
    for (std::uint32_t row = 0; row < before.people.size(); ++row) {
        const PersonId p{row};
        ASSERT_EQ(small.world.people.barriers[p],
                  expected(rules.in(9),
                           before.address(p),
                           before.people.barriers[p],
                           illness | strain,
                           Purpose::barrier_onset,
                           Purpose::barrier_recovery))
            << "person " << row;
    }
    for (std::uint32_t row = 0; row < before.households.size(); ++row) {
        const HouseholdId h{row};
        ASSERT_EQ(small.world.households.barriers[h],
                  expected(rules.in(9),
                           before.address(h),
                           before.households.barriers[h],
                           debt,
                           Purpose::shared_onset,
                           Purpose::shared_recovery))
            << "household " << row;
    }
}

TEST(Barriers, remember_when_they_lifted) {
    Scenario scenario = lively();
    scenario.parameters.barriers.items[0].recovery = 100.0;
    SmallWorld small = lively_world(scenario);
    small.reference->onset = {0.0, 0.0, 0.0};
    const PersonId p = small.add_singles(1, {.barriers = illness});
    barriers(small.world, MonthRules{scenario}.in(9));
    EXPECT_EQ(small.world.people.barriers[p], 0);
    EXPECT_EQ(small.world.people.recovered[p][0], 9);
    EXPECT_EQ(small.world.people.recovered[p][1], never);
}

TEST(Barriers, know_which_of_them_are_chronic_from_the_month_they_appear) {
    Scenario scenario = lively();
    for (Barrier& barrier : scenario.parameters.barriers.items) {
        barrier.chronic = 0.4;
    }
    scenario.parameters.barrier_dynamics.chronic_recovery = 0.0;
    SmallWorld small = lively_world(scenario);
    for (int h = 0; h < 500; ++h) {
        small.add(0, {{}});
    }
    const MonthRules rules{scenario};
    barriers(small.world, rules.in(0));
    const auto chronic = small.world.people.chronic;
    const auto shared = small.world.households.chronic;
    int ill = 0;
    int slow = 0;
    for (std::uint32_t row = 0; row < 500; ++row) {
        EXPECT_EQ(chronic[{row}] & ~small.world.people.barriers[{row}], 0);
        ill += (small.world.people.barriers[{row}] & illness) != 0;
        slow += (chronic[{row}] & illness) != 0;
    }
    EXPECT_NEAR(slow, 0.4 * ill, 4 * std::sqrt(0.24 * ill));
    for (Month month = 1; month < 40; ++month) {
        barriers(small.world, rules.in(month));
    }
    for (std::uint32_t row = 0; row < 500; ++row) {
        EXPECT_EQ(chronic[{row}] & ~small.world.people.chronic[{row}], 0) << "never lifts";
        EXPECT_EQ(shared[{row}] & ~small.world.households.barriers[{row}], 0);
    }
}

TEST(Barriers, forget_that_they_were_chronic_once_they_come_back_otherwise) {
    Scenario scenario = lively();
    SmallWorld small{scenario};
    small.reference->onset = {100.0, 100.0, 100.0};
    const PersonId p = small.add_singles(1, {});
    small.world.people.chronic[p] = illness;  // an advocate lifted it
    barriers(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.people.barriers[p], illness | strain);
    EXPECT_EQ(small.world.people.chronic[p], 0);
}

TEST(Barriers, of_a_household_follow_the_householders_age_and_qualification) {
    const Scenario scenario = lively();
    SmallWorld small{scenario};
    small.reference->onset = {0.0, 0.0, 1.0};
    for (std::size_t i = 2; i < small.reference->onset_person.size() / 2; i += 3) {
        small.reference->onset_person[i] = 0.0;  // of debt, under 41
    }
    small.reference->onset_place = {1.0, 1.0, 100.0, 1.0, 1.0, 100.0};
    const HouseholdId young = small.add(0, {{.age = 30}, {.age = 50}});
    const HouseholdId old = small.add(0, {{.age = 50}, {.age = 30}});
    barriers(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.barriers[young], 0);
    EXPECT_EQ(small.world.households.barriers[old], debt);
}

TEST(Barriers, wait_for_those_of_working_age) {
    const Scenario scenario = lively();
    SmallWorld small{scenario};
    small.reference->onset = {100.0, 100.0, 100.0};
    const HouseholdId nobody = small.add(
        0, {{.activity = Activity::aged_out, .age = 70}, {.activity = Activity::child, .age = 10}});
    const HouseholdId family = small.add(0, {{}, {.activity = Activity::child, .age = 10}});
    barriers(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(barriers_in(small.world, nobody), 0);
    EXPECT_EQ(small.world.people.barriers[{2}], illness | strain);
    EXPECT_EQ(small.world.people.barriers[{3}], 0) << "a child";
    EXPECT_EQ(small.world.households.barriers[family], debt);
}

TEST(Barriers, are_decided_from_what_was_present_when_the_month_began) {
    // Strain strikes everybody; it would make illness and debt certain, but only from next month.
    Scenario scenario = lively();
    scenario.parameters.barriers.items[0].raised_by = {{"strain"}, {100.0}};
    scenario.parameters.barriers.items[0].spill_over = 10.0;
    scenario.parameters.barriers.items[2].raised_by = {{"strain"}, {100.0}};
    SmallWorld small{scenario};
    small.reference->onset = {0.02, 100.0, 0.02};
    for (int h = 0; h < 200; ++h) {
        small.add(0, {{}, {}});
    }
    SmallWorld calm = small;
    calm.reference = std::make_shared<Reference>(*small.reference);
    calm.reference->onset[1] = 0.0;
    calm.world.reference = calm.reference;
    const MonthRules rules{scenario};
    barriers(small.world, rules.in(0));
    barriers(calm.world, rules.in(0));
    for (std::uint32_t row = 0; row < 400; ++row) {
        ASSERT_EQ(small.world.people.barriers[{row}], calm.world.people.barriers[{row}] | strain);
    }
    EXPECT_EQ(small.world.households.barriers, calm.world.households.barriers);
}

TEST(Barriers, of_one_household_are_no_business_of_another) {
    Scenario scenario = lively();
    for (Barrier& barrier : scenario.parameters.barriers.items) {
        barrier.spill_over = 2.0;
        barrier.raised_by = {{"illness", "debt"}, {2.0, 3.0}};
    }
    SmallWorld alone = lively_world(scenario);
    for (int h = 0; h < 100; ++h) {
        alone.add(0, {{.barriers = static_cast<BarrierSet>(h % 4)}, {}});
    }
    SmallWorld together = alone;
    for (int h = 0; h < 100; ++h) {
        together.add(0, {{.barriers = illness | strain}, {}, {}}, debt);
    }
    const MonthRules rules{scenario};
    for (Month month = 0; month < 6; ++month) {
        barriers(alone.world, rules.in(month));
        barriers(together.world, rules.in(month));
    }
    for (std::uint32_t row = 0; row < alone.world.people.size(); ++row) {
        ASSERT_EQ(alone.world.people.barriers[{row}], together.world.people.barriers[{row}]);
        ASSERT_EQ(alone.world.people.recovered[{row}], together.world.people.recovered[{row}]);
    }
    for (std::uint32_t row = 0; row < alone.world.households.size(); ++row) {
        ASSERT_EQ(alone.world.households.barriers[{row}],
                  together.world.households.barriers[{row}]);
    }
}

TEST(Barriers, stand_in_proportion_to_place_age_and_qualification) {
    const Scenario scenario = lively();
    SmallWorld small{scenario};
    small.reference->onset = {1.0, 0.0, 0.0};
    small.reference->onset_place = {0.0, 1.0, 1.0, 100.0, 1.0, 1.0};
    const PersonId safe = small.add_singles(50, {}, 0);
    const PersonId struck = small.add_singles(50, {}, 1);
    barriers(small.world, MonthRules{scenario}.in(0));
    for (std::uint32_t i = 0; i < 50; ++i) {
        EXPECT_EQ(small.world.people.barriers[{safe.row + i}], 0);
        EXPECT_EQ(small.world.people.barriers[{struck.row + i}], illness);
    }
}

}  // namespace
}  // namespace foothold
