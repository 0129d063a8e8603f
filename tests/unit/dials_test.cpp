#include "sim/engine/check.hpp"
#include "sim/engine/dials.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Scenario with_arm(Changes changes) {
    Scenario it;
    it.parameters = plain_parameters();
    Arm arm;
    arm.name = "other";
    arm.parameters = std::move(changes);
    it.arms.items.push_back(arm);
    it.reference = "other";
    return it;
}

TEST(Dials, reach_numbers_in_groups_lists_and_named_things) {
    Parameters parameters = plain_parameters();
    set_number(parameters, "demography.moves", 0.25);
    set_number(parameters, "work.separation[1]", 0.5);
    set_number(parameters, "barriers.debt.recovery", 0.125);
    EXPECT_EQ(parameters.demography.moves, 0.25);
    EXPECT_EQ(parameters.work.separation[1], 0.5);
    EXPECT_EQ(parameters.barriers.find("debt")->recovery, 0.125);
    EXPECT_EQ(number_at(parameters, "barriers.debt.recovery"), 0.125);
}

TEST(Dials, turn_switches_and_words_too) {
    const Changes changes{{"mechanisms.relapse", "mechanisms.hiring"}, {"false", "skills_first"}};
    const Scenario scenario = with_arm(changes);
    const Parameters changed = parameters_of(scenario, 0, scenario.arms.items[0]);
    EXPECT_FALSE(changed.mechanisms.relapse);
    EXPECT_EQ(changed.mechanisms.hiring, HiringRule::skills_first);
    EXPECT_TRUE(parameters_of(scenario, 0).mechanisms.relapse);
}

TEST(Dials, say_what_is_wrong_with_a_change) {
    Parameters parameters = plain_parameters();
    Diagnostics wrong;
    make(parameters,
         {{"demography.movs", "demography.moves", "mechanisms.hiring", "mechanisms.norms"},
          {"0", "-1", "chance", "0.5"}},
         "arms.other.parameters",
         wrong);
    ASSERT_EQ(wrong.all().size(), 4U);
    EXPECT_EQ(wrong.all()[0].path, "arms.other.parameters.demography.movs");
    EXPECT_NE(wrong.all()[0].problem.find("did you mean 'demography.moves'"), std::string::npos);
    EXPECT_NE(wrong.all()[1].problem.find("outside the range"), std::string::npos);
    EXPECT_NE(wrong.all()[2].problem.find("queue_first, skills_first"), std::string::npos);
    EXPECT_NE(wrong.all()[3].problem.find("whole number"), std::string::npos);
    EXPECT_EQ(parameters, plain_parameters());
}

TEST(Dials, give_replicates_the_sets_of_an_ensemble_in_turn) {
    Scenario scenario = with_arm({{"demography.moves"}, {"0.5"}});
    scenario.ensemble.items = {{"first", {{"demography.moves"}, {"0.1"}}},
                               {"second", {{"demography.moves"}, {"0.2"}}}};
    EXPECT_EQ(parameters_of(scenario, 0).demography.moves, 0.1);
    EXPECT_EQ(parameters_of(scenario, 1).demography.moves, 0.2);
    EXPECT_EQ(parameters_of(scenario, 2).demography.moves, 0.1);
    EXPECT_EQ(parameters_of(scenario, 2, scenario.arms.items[0]).demography.moves, 0.5);
}

}  // namespace
}  // namespace foothold
