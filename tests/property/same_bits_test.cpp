#include "sim/core/parallel.hpp"
#include "sim/engine/digest.hpp"
#include "tests/property/town.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Scenario short_study(std::uint64_t seed) {
    Scenario it = lively_scenario(seed);
    it.settings.burn_in = 3;
    it.settings.horizon = 8;
    it.programmes.items[0].routes.outreach_hours = 500.0;
    it.programmes.items[1].routes.outreach_hours = 500.0;
    return it;
}

TEST(Threads, change_no_bit_of_any_arm_in_any_month) {
    Dice dice{11};
    const Place town = any_town(dice, 7000);  // several pieces of rows_per_piece
    const Scenario scenario = short_study(11);
    std::vector<Replicate> lived;
    for (const std::size_t threads : {1U, 2U, 7U}) {
        const ThreadLimit limit{threads};
        lived.push_back(Simulation{scenario, town, 0}.run());
    }
    const World world = Simulation{scenario, town, 0}.burned_in();
    ASSERT_GT(world.people.size(), 4 * rows_per_piece) << "too small to be shared out";
    for (std::size_t i = 1; i < lived.size(); ++i) {
        for (std::size_t arm = 0; arm < 3; ++arm) {
            EXPECT_EQ(lived[i].arms[arm].digest, lived[0].arms[arm].digest) << "arm " << arm;
        }
        EXPECT_EQ(lived[i], lived[0]);
    }
}

struct Idle : Observer {
    int months = 0;

    void month_closed(const World&, std::size_t, Month) override { ++months; }
};

TEST(Observers, change_nothing) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 60);
        const Scenario scenario = short_study(seed);
        Idle idle;
        TableKeeper tables;
        const Replicate watched = Simulation{scenario, town, 0}.run({{}, {}, {&idle, &tables}});
        EXPECT_EQ(watched, (Simulation{scenario, town, 0}.run())) << "seed " << seed;
        EXPECT_EQ(idle.months, 3 * 9) << "the opening and eight months of three arms";
    }
}

TEST(Replicates, are_the_same_one_by_one_and_in_any_order) {
    Dice dice{3};
    const Place town = any_town(dice, 60);
    const Scenario scenario = short_study(3);
    std::vector<Replicate> forwards;
    for (std::uint32_t number = 0; number < 4; ++number) {
        forwards.push_back(Simulation{scenario, town, number}.run());
    }
    for (std::uint32_t number = 4; number-- > 0;) {
        EXPECT_EQ((Simulation{scenario, town, number}.run()), forwards[number]);
        EXPECT_EQ(forwards[number].number, number);
    }
    EXPECT_NE(forwards[0].arms[0].digest, forwards[1].arms[0].digest) << "luck of their own";
}

TEST(Replicates, differ_with_the_seed) {
    Dice dice{3};
    const Place town = any_town(dice, 60);
    const Scenario one = short_study(3);
    Scenario other = one;
    ++other.settings.seed;
    EXPECT_NE((Simulation{one, town, 0}.run().arms[0].digest),
              (Simulation{other, town, 0}.run().arms[0].digest));
}

TEST(Arms, do_not_depend_on_which_others_are_run) {
    Dice dice{4};
    const Place town = any_town(dice, 60);
    const Scenario all = short_study(4);
    Scenario alone = all;
    alone.arms.items = {all.arms.items[2]};
    EXPECT_EQ((Simulation{alone, town, 0}.run().arms[0]), (Simulation{all, town, 0}.run().arms[2]));
}

// What is alike in several arms is worked out once; nobody may be able to tell.
TEST(Simulation, lives_arms_side_by_side_as_it_lives_each_alone) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        const Place town = any_town(dice, 40 + dice.below(80));
        Scenario all = short_study(seed);
        all.settings.horizon = 30;
        Arm other = all.arms.items[1];
        other.name = "other_rules";
        other.parameters = {{"barrier_dynamics.relapse_memory", "tax_benefit.apprentice_hours"},
                            {"7", "31"}};
        all.arms.items.push_back(other);
        const Replicate together = Simulation{all, town, 0}.run();
        for (std::size_t arm = 0; arm < all.arms.items.size(); ++arm) {
            Scenario alone = all;
            alone.arms.items = {all.arms.items[arm]};
            const Replicate single = Simulation{alone, town, 0}.run();
            ASSERT_EQ(single.arms[0], together.arms[arm]) << "seed " << seed << ", arm " << arm;
        }
        ASSERT_NE(together.arms[0], together.arms[1]) << "seed " << seed;
        ASSERT_NE(together.arms[1].digest, together.arms.back().digest) << "seed " << seed;
    }
}

TEST(Simulation, counts_the_months_it_lives) {
    Dice dice{5};
    const Place town = any_town(dice, 30);
    const Scenario scenario = short_study(5);
    const Simulation simulation{scenario, town, 0};
    std::size_t months = 0;
    simulation.run({[&] { ++months; }, {}, {}});
    EXPECT_EQ(months, 3U + 3U * 8U);
    EXPECT_EQ(simulation.months(), months);
}

TEST(LiveMonth, is_one_month_of_the_reference_arm) {
    Dice dice{6};
    const Place town = any_town(dice, 60);
    const Scenario scenario = short_study(6);
    const Simulation simulation{scenario, town, 0};
    World world = simulation.burned_in();
    const Trajectory reference = simulation.run().arms[0];
    EXPECT_EQ(digest_of(world), reference.digest[0]);
    for (Month month = 0; month < 8; ++month) {
        live_month(world, scenario, 0, month);
        EXPECT_EQ(digest_of(world), reference.digest[static_cast<std::size_t>(month) + 1]);
    }
}

}  // namespace
}  // namespace foothold
