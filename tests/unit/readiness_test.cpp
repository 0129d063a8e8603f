#include "sim/policy/readiness.hpp"
#include "tests/unit/dice.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foothold {
namespace {

Scenario hindered() {
    Scenario it = plain_scenario();
    const double by[] = {1.0, 0.25, 0.5};
    for (std::size_t k = 0; k < 3; ++k) {
        Barrier& barrier = it.parameters.barriers.items[k];
        barrier.readiness = by[k];
        barrier.hiring = 2.0 * by[k];
        barrier.acceptance = -by[k];
        barrier.separation = 1.0 + by[k];
    }
    return it;
}

TEST(BarrierEffects, add_up_over_the_barriers_present) {
    const Scenario scenario = hindered();
    const BarrierEffects effects{scenario.parameters};
    EXPECT_EQ(effects.readiness(0), 0.0);
    EXPECT_EQ(effects.readiness(strain), 0.25);
    EXPECT_EQ(effects.readiness(illness | strain | debt), 1.75);
    EXPECT_EQ(effects.hiring(illness | debt), 3.0);
    EXPECT_EQ(effects.acceptance(illness | strain), -1.25);
}

TEST(BarrierEffects, multiply_the_hazard_of_losing_a_job) {
    const Scenario scenario = hindered();
    const BarrierEffects effects{scenario.parameters};
    EXPECT_EQ(effects.separation(0), 1.0);
    EXPECT_EQ(effects.separation(illness), 2.0);
    EXPECT_EQ(effects.separation(illness | strain | debt), 2.0 * 1.25 * 1.5);
}

TEST(BarrierEffects, know_which_barriers_are_health_and_caring) {
    Scenario scenario = hindered();
    scenario.parameters.population.health_barriers = {"illness", "strain"};
    const BarrierEffects effects{scenario.parameters};
    EXPECT_EQ(effects.caring(), debt);
    EXPECT_TRUE(effects.is_ill(strain | debt));
    EXPECT_FALSE(effects.is_ill(debt));
}

TEST(Readiness, falls_with_barriers_and_rises_with_confidence) {
    Scenario scenario = hindered();
    scenario.parameters.search.readiness_base = 1.5;
    scenario.parameters.search.readiness_per_confidence = 2.0;
    SmallWorld small{scenario};
    small.add(0, {{.barriers = illness}}, debt);
    small.add(0, {{}});
    small.world.people.confidence[{0}] = 0.75F;
    small.world.people.confidence[{1}] = 0.25F;
    const BarrierEffects effects{scenario.parameters};
    // 1.5 - (1 + 0.5) + 2 * 0.75 = 1.5 and 1.5 + 2 * 0.25 = 2
    EXPECT_NEAR(readiness_of(small.world, scenario.parameters, effects, {0}),
                1.0 / (1.0 + std::exp(-1.5)),
                1e-15);
    EXPECT_NEAR(readiness_of(small.world, scenario.parameters, effects, {1}),
                1.0 / (1.0 + std::exp(-2.0)),
                1e-15);
}

TEST(Readiness, never_falls_when_a_barrier_is_lifted) {
    Scenario scenario = hindered();
    Dice dice{7};
    for (int round = 0; round < 50; ++round) {
        for (Barrier& barrier : scenario.parameters.barriers.items) {
            barrier.readiness = dice.between(0.0, 3.0);
        }
        scenario.parameters.search.readiness_base = dice.between(-4.0, 4.0);
        const BarrierEffects effects{scenario.parameters};
        SmallWorld small{scenario};
        for (int i = 0; i < 20; ++i) {
            small.add(0,
                      {{.barriers = static_cast<BarrierSet>(dice.below(4))}},
                      dice.chance(0.5) ? debt : BarrierSet{0});
            const PersonId p{static_cast<std::uint32_t>(small.world.people.size() - 1)};
            const double before = readiness_of(small.world, scenario.parameters, effects, p);
            for (const BarrierSet each : {illness, strain}) {
                World without = small.world;
                without.people.barriers[p] =
                    static_cast<BarrierSet>(without.people.barriers[p] & ~each);
                ASSERT_GE(readiness_of(without, scenario.parameters, effects, p), before)
                    << "round " << round << ", person " << i;
            }
            World without = small.world;
            without.households.barriers[without.people.household[p]] = 0;
            ASSERT_GE(readiness_of(without, scenario.parameters, effects, p), before);
        }
    }
}

TEST(Readiness, lies_in_its_range_whatever_the_confidence) {
    Scenario scenario = hindered();
    for (const double per_confidence : {-1.5, 0.0, 2.0}) {
        scenario.parameters.search.readiness_base = 0.5;
        scenario.parameters.search.readiness_per_confidence = per_confidence;
        const BarrierEffects effects{scenario.parameters};
        SmallWorld small{scenario};
        small.add(0, {{.barriers = strain}}, debt);
        const ReadinessRange& range = effects.readiness_range(strain | debt);
        double lowest = 1.0;
        double highest = 0.0;
        for (const float confidence : {0.0F, 0.3F, 1.0F}) {
            small.world.people.confidence[{0}] = confidence;
            const double readiness = readiness_of(small.world, scenario.parameters, effects, {0});
            EXPECT_GE(readiness, range.least);
            EXPECT_LE(readiness, range.most);
            lowest = std::min(lowest, readiness);
            highest = std::max(highest, readiness);
        }
        EXPECT_NEAR(range.least, lowest, 1e-8) << "a bound that is reached";
        EXPECT_NEAR(range.most, highest, 1e-8);
    }
}

TEST(ByMonths, is_the_same_looked_up_or_not) {
    const ByMonths set_in{29.0};
    for (const int months : {0, 1, 12, 599, 600, 601, 11000}) {
        EXPECT_EQ(set_in.of(months), chance_of(months / 29.0)) << months;
    }
}

}  // namespace
}  // namespace foothold
