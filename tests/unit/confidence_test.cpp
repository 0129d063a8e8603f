#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

/// Confidence of 0.7 in work, 0.3 less after a long time out (memory 6 months); drifts with a
/// memory of 10 months.
Scenario drifting() {
    Scenario it = plain_scenario();
    it.parameters.population.confidence_mean = 0.7;
    it.parameters.population.confidence_out_of_work = 0.3;
    it.parameters.casework.confidence_memory = 10.0;
    return it;
}

float after(const Scenario& scenario, SmallWorld& small, PersonId p, Month months) {
    const MonthRules rules{scenario};
    for (Month month = 1; month <= months; ++month) {
        confidence(small.world, rules.in(month));
    }
    return small.world.people.confidence[p];
}

TEST(Confidence, forgets_what_support_added_at_the_pace_of_its_memory) {
    const Scenario scenario = drifting();
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, {.activity = Activity::employed});
    small.world.people.own_confidence[p] = 0.6F;
    small.world.people.confidence[p] = 0.9F;
    EXPECT_NEAR(after(scenario, small, p, 10), 0.6 + 0.3 * std::exp(-1.0), 1e-5);
}

TEST(Confidence, wears_down_with_time_out_of_work_to_what_the_opening_gives_that_spell) {
    const Scenario scenario = drifting();
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, {.activity = Activity::inactive, .months = 0});
    small.world.people.own_confidence[p] = 0.7F;
    small.world.people.confidence[p] = 0.7F;
    double expected = 0.7;
    for (int month = 1; month <= 48; ++month) {
        const double level = 0.7 - 0.3 * -std::expm1(-month / 6.0);
        expected += (level - expected) * -std::expm1(-1.0 / 10.0);
    }
    EXPECT_NEAR(after(scenario, small, p, 48), expected, 1e-5);
    EXPECT_NEAR(expected, 0.4, 0.02) << "nearly all of it after four years";
}

TEST(Confidence, comes_back_with_work_and_study_and_not_with_search) {
    const Scenario scenario = drifting();
    for (const Activity activity : {Activity::employed, Activity::student, Activity::searching}) {
        SmallWorld small{scenario};
        const PersonId p = small.add_singles(1, {.activity = activity, .months = 60});
        small.world.people.own_confidence[p] = 0.7F;
        small.world.people.confidence[p] = 0.4F;
        const bool out = activity == Activity::searching;
        EXPECT_NEAR(after(scenario, small, p, 60), out ? 0.4 : 0.7, 0.01);
    }
}

TEST(Confidence, keeps_people_as_different_as_they_are) {
    const Scenario scenario = drifting();
    SmallWorld small{scenario};
    small.add_singles(3, {.activity = Activity::employed});
    for (std::uint32_t row = 0; row < 3; ++row) {
        small.world.people.own_confidence[{row}] = 0.5F + 0.3F * static_cast<float>(row);
    }
    after(scenario, small, {0}, 240);
    EXPECT_NEAR(small.world.people.confidence[{0}], 0.5, 1e-4);
    EXPECT_NEAR(small.world.people.confidence[{1}], 0.8, 1e-4);
    EXPECT_NEAR(small.world.people.confidence[{2}], 1.0, 1e-4) << "never above one";
}

TEST(Confidence, leaves_children_and_the_old_alone) {
    const Scenario scenario = drifting();
    SmallWorld small{scenario};
    small.add(
        0, {{.activity = Activity::aged_out, .age = 70}, {.activity = Activity::child, .age = 10}});
    small.world.people.own_confidence[{0}] = 1.0F;
    small.world.people.own_confidence[{1}] = 1.0F;
    EXPECT_FLOAT_EQ(after(scenario, small, {0}, 12), 0.5F);
    EXPECT_FLOAT_EQ(small.world.people.confidence[{1}], 0.5F);
}

}  // namespace
}  // namespace foothold
