#include "sim/experiments/disadvantage.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

/// A small world whose health barrier is illness.
Scenario with_illness() {
    Scenario it = plain_scenario();
    it.parameters.population.health_barriers = {it.parameters.barriers.items[0].name};
    return it;
}

HouseholdId add_couple(SmallWorld& small, const Resident& one, const Resident& other) {
    const HouseholdId h = small.add(0, {one, other});
    small.world.households.composition[h] = Composition::couple;
    return h;
}

TEST(Disadvantage, of_none_are_couples_with_skill_and_health_where_work_is) {
    const Scenario scenario = with_illness();
    SmallWorld small{scenario};
    const Resident out{.activity = Activity::inactive};
    add_couple(small, {}, out);                   // a partner works
    add_couple(small, out, out);                  // nobody does
    add_couple(small, {.age = 50}, {.age = 55});  // too old
    add_couple(small, {.barriers = illness}, {.qualification = 0});
    small.add(0, {out, out});  // no couple
    EXPECT_EQ(nonemployment_without_disadvantage(small.world, scenario.parameters, 0),
              (Share{2, 4}));
    small.world.neighbourhoods.catchment_employment[{1}] = 0.5;  // more work elsewhere
    EXPECT_EQ(nonemployment_without_disadvantage(small.world, scenario.parameters, 0), Share{});
}

/// A world in which barriers act on the log odds of being without work as a test wants.
SmallWorld facing(const Scenario& scenario, double extra) {
    SmallWorld small{scenario};
    constexpr int many = 200;
    for (const int age : {20, 30, 40, 60}) {
        for (std::uint8_t level = 1; level < 3; ++level) {
            for (std::uint16_t place = 0; place < 2; ++place) {
                for (BarrierSet present = 0; present < 8; ++present) {
                    const int number = (present & 1) + (present >> 1 & 1) + (present >> 2 & 1);
                    const double odds = -1.0 + 0.5 * number + extra * number * (number - 1) / 2;
                    const double share = 1.0 / (1.0 + std::exp(-odds));
                    for (int i = 0; i < many; ++i) {
                        const bool works = i >= share * many;
                        small.add(place,
                                  {{.activity = works ? Activity::employed : Activity::inactive,
                                    .age = age,
                                    .barriers = present,
                                    .qualification = level}});
                    }
                }
            }
        }
    }
    return small;
}

TEST(Pairs, of_barriers_add_nothing_where_effects_add_up) {
    const Scenario scenario = plain_scenario();
    SmallWorld none = facing(scenario, 0.0);
    none.geography->anchored_employment = {0.5, 0.6};
    const auto found = extra_effect_of_pairs(none.world, scenario.parameters, 0);
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found, 0.0, 0.05);
}

TEST(Pairs, of_barriers_show_what_they_add_where_they_do) {
    const Scenario scenario = plain_scenario();
    SmallWorld some = facing(scenario, 0.4);
    some.geography->anchored_employment = {0.5, 0.6};
    const auto found = extra_effect_of_pairs(some.world, scenario.parameters, 0);
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found, 0.4, 0.05);
}

TEST(Clustering, is_that_of_a_beta_binomial) {
    // Independent halves: 1, 4, 6, 4, 1 sixteenths.
    EXPECT_NEAR(clustering_of({0.0625, 0.25, 0.375, 0.25, 0.0625}), 0.0, 1e-12);
    EXPECT_NEAR(clustering_of({0.5, 0.0, 0.0, 0.0, 0.5}), 1.0, 1e-12);
    // England and Wales, Census 2021, as evidence.md computes it.
    EXPECT_NEAR(clustering_of({0.483, 0.335, 0.143, 0.0375, 0.0023}), 0.069, 0.001);
}

TEST(MostDeprived, are_as_many_as_asked_for) {
    const Scenario scenario = plain_scenario();
    const SmallWorld small{scenario};
    EXPECT_EQ(most_deprived(small.world, 0.5), (std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(most_deprived(small.world, 0.01), (std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(most_deprived(small.world, 1.0), (std::vector<std::uint8_t>{1, 1}));
}

TEST(Returners, odds_per_point_are_those_between_two_places) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    for (const int age : {20, 30, 40, 60}) {
        for (std::uint8_t level = 1; level < 3; ++level) {
            for (std::uint16_t place = 0; place < 2; ++place) {
                small.add_singles(
                    100, {.activity = Activity::sick, .age = age, .qualification = level}, place);
            }
        }
    }
    small.world.neighbourhoods.catchment_employment[{0}] = 0.70;
    small.world.neighbourhoods.catchment_employment[{1}] = 0.75;
    Returners returners{Activity::sick, Around::catchment};
    returners.month_closed(small.world, 0, -1);
    // Of each hundred 10 return in one place, 20 in the other: odds 1/9 and 1/4.
    for (std::uint32_t row = 0; row < small.world.people.size(); ++row) {
        const bool second = small.world.neighbourhood({row}).row == 1;
        const bool returns = row % 100 < (second ? 20 : 10);
        small.world.people.activity[{row}] = returns ? Activity::employed : Activity::sick;
    }
    returners.month_closed(small.world, 0, 11);
    const auto found = returners.odds_ratio_per_point();
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found, std::pow((1.0 / 4.0) / (1.0 / 9.0), 1.0 / 5.0), 1e-6);
}

}  // namespace
}  // namespace foothold
