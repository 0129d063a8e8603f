#include "sim/state/barrier_hazards.hpp"
#include "tests/unit/dice.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace foothold {
namespace {

constexpr std::size_t of_illness = 0;
constexpr std::size_t of_strain = 1;
constexpr std::size_t of_debt = 2;
constexpr Month now = 0;

/// A scenario whose first barrier a test may change.
struct BarrierHazardsTest : testing::Test {
    Scenario scenario = plain_scenario();

    Barrier& barrier(std::size_t k) { return scenario.parameters.barriers.items[k]; }

    double ratio(const SmallWorld& small, PersonId p, Month at = now) const {
        return BarrierHazards{scenario.parameters}.onset_ratio(small.world, p, of_illness, at);
    }

    double ratio(const SmallWorld& small, HouseholdId h, Month at = now) const {
        return BarrierHazards{scenario.parameters}.onset_ratio(small.world, h, of_debt, at);
    }
};

/// What the bounds of one scope leave open to chosen words, where place and person change nothing.
struct Open {
    const HazardBounds& bounds;
    std::vector<float> ones = std::vector<float>(bounds.width(), 1.0F);
    std::vector<std::uint32_t> low = std::vector<std::uint32_t>(bounds.width(), 0);
    std::vector<std::uint32_t> high = std::vector<std::uint32_t>(bounds.width(), ~0U);

    explicit Open(const HazardBounds& of) : bounds{of} {}

    HazardBounds::Cases plain(BarrierSet present) const {
        return {ones.data(), ones.data(), present, 0, 0, 0};
    }

    BarrierSet to_any_word(BarrierSet present) const {
        return bounds.open(low.data(), low.data(), plain(present));
    }

    /// Whether barrier k is left open to the largest word that an onset hazard decides on.
    bool to_hazard(std::size_t k, double hazard, HazardBounds::Cases it) const {
        it.at_place = it.at_person = ones.data();
        std::vector<std::uint32_t> words = high;
        const double most = hazard * 0x1.0p32 - 1.0;
        words[bounds.word_of(k)] = most <= 0.0              ? 0
                                   : most >= 0x1.0p32 - 1.0 ? ~0U
                                                            : static_cast<std::uint32_t>(most);
        return (bounds.open(words.data(), high.data(), it) & (1U << k)) != 0;
    }
};

BarrierSet lifted_before(const Recoveries& recovered) {
    BarrierSet found = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        found = static_cast<BarrierSet>(found | (recovered[k] != never ? 1U << k : 0U));
    }
    return found;
}

std::size_t load_at_home(const World& world, const BarrierHazards& hazards, HouseholdId h) {
    std::size_t load = 0;
    for (std::uint32_t i = 0; i < world.households.members[h]; ++i) {
        load += hazards.load_of(world.people.barriers[{world.households.first[h].row + i}]);
    }
    return std::min(load, BarrierHazards::most_load);
}

TEST_F(BarrierHazardsTest, know_whose_each_barrier_is) {
    const BarrierHazards hazards{scenario.parameters};
    EXPECT_EQ(hazards.kinds(), 3U);
    const Open people{hazards.personal()};
    const Open households{hazards.shared()};
    EXPECT_EQ(people.to_any_word(illness), illness | strain);
    EXPECT_EQ(households.to_any_word(0), debt);
}

TEST_F(BarrierHazardsTest, multiply_what_other_barriers_raise) {
    barrier(of_illness).raised_by = {{"strain", "debt"}, {2.0, 3.0}};
    SmallWorld small{scenario};
    small.add(0, {{}}, debt);
    small.add(0, {{.barriers = strain}}, debt);
    small.add(0, {{}, {.barriers = strain}});
    EXPECT_EQ(ratio(small, PersonId{0}), 3.0);
    EXPECT_EQ(ratio(small, PersonId{1}), 6.0);
    EXPECT_EQ(ratio(small, PersonId{2}), 1.0) << "another member's strain is not one's own";
}

TEST_F(BarrierHazardsTest, multiply_what_other_barriers_slow) {
    barrier(of_illness).slowed_by = {{"debt", "strain"}, {0.5, 0.6}};
    const BarrierHazards hazards{scenario.parameters};
    EXPECT_EQ(hazards.recovery_ratio(illness, 0, of_illness), 1.0);
    EXPECT_EQ(hazards.recovery_ratio(illness | debt, 0, of_illness), 0.5);
    EXPECT_DOUBLE_EQ(hazards.recovery_ratio(illness | strain | debt, 0, of_illness), 0.3);
    EXPECT_EQ(hazards.recovery_ratio(strain | debt, 0, of_strain), 1.0) << "not symmetric";
}

TEST_F(BarrierHazardsTest, are_raised_after_recovery_and_the_rise_fades) {
    barrier(of_illness).relapse = 4.0;
    SmallWorld small{scenario};
    small.add(0, {{}});
    EXPECT_EQ(ratio(small, PersonId{0}), 1.0) << "never had it";
    small.world.people.recovered[{0}][of_illness] = 10;
    EXPECT_DOUBLE_EQ(ratio(small, PersonId{0}, 10), 5.0);
    EXPECT_NEAR(ratio(small, PersonId{0}, 22), 1.0 + 4.0 * std::exp(-1.0), 1e-14);
    EXPECT_NEAR(ratio(small, PersonId{0}, 34), 1.0 + 4.0 * std::exp(-2.0), 1e-14);
    EXPECT_GT(ratio(small, PersonId{0}, 129), 1.0);
    EXPECT_EQ(ratio(small, PersonId{0}, 130), 1.0) << "over after ten years";
}

TEST_F(BarrierHazardsTest, rise_with_the_barriers_of_others_in_the_household) {
    barrier(of_illness).spill_over = 1.5;
    SmallWorld small{scenario};
    small.add(0, {{}, {.barriers = illness | strain}, {.barriers = strain}}, debt);
    EXPECT_DOUBLE_EQ(ratio(small, PersonId{0}), 1.5 * 1.5 * 1.5) << "three, the debt not counted";
    EXPECT_DOUBLE_EQ(ratio(small, PersonId{1}), 1.5) << "one's own do not count";
    EXPECT_DOUBLE_EQ(ratio(small, PersonId{2}), 1.5 * 1.5);
}

TEST_F(BarrierHazardsTest, rise_after_a_year_out_of_work) {
    barrier(of_illness).long_out_of_work = 1.7;
    SmallWorld small{scenario};
    small.add(0, {{.activity = Activity::searching, .months = 11}});
    small.add(0, {{.activity = Activity::searching, .months = 12}});
    small.add(0, {{.activity = Activity::sick, .months = 200}});
    small.add(0, {{.activity = Activity::student, .months = 200}});
    small.add(0, {{.activity = Activity::employed, .months = 200}});
    EXPECT_EQ(ratio(small, PersonId{0}), 1.0);
    EXPECT_EQ(ratio(small, PersonId{1}), 1.7);
    EXPECT_EQ(ratio(small, PersonId{2}), 1.7);
    EXPECT_EQ(ratio(small, PersonId{3}), 1.0);
    EXPECT_EQ(ratio(small, PersonId{4}), 1.0);
}

TEST_F(BarrierHazardsTest, rise_in_the_year_after_a_job_was_lost) {
    barrier(of_illness).after_job_loss = 1.8;
    SmallWorld small{scenario};
    small.add(0, {{.activity = Activity::inactive, .months = 11}});
    small.add(0, {{.activity = Activity::inactive, .months = 12}});
    small.add(0, {{.activity = Activity::inactive, .age = 17, .months = 6}});
    small.world.people.last_job_end[{2}] = never;
    EXPECT_EQ(ratio(small, PersonId{0}), 1.8);
    EXPECT_EQ(ratio(small, PersonId{1}), 1.0);
    EXPECT_EQ(ratio(small, PersonId{2}), 1.0) << "never had a job to lose";
}

TEST_F(BarrierHazardsTest, fall_in_the_first_year_in_a_job) {
    barrier(of_illness).after_job_entry = 0.7;
    SmallWorld small{scenario};
    small.add(0, {{.months = 0}});
    small.add(0, {{.months = 11}});
    small.add(0, {{.months = 12}});
    EXPECT_EQ(ratio(small, PersonId{0}), 0.7);
    EXPECT_EQ(ratio(small, PersonId{1}), 0.7);
    EXPECT_EQ(ratio(small, PersonId{2}), 1.0);
}

TEST_F(BarrierHazardsTest, do_not_take_a_change_of_job_for_coming_into_work) {
    barrier(of_illness).after_job_entry = 0.7;
    barrier(of_debt).after_job_entry = 0.7;
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{.months = 30}});
    small.world.people.job_since[{0}] = -2;
    EXPECT_EQ(ratio(small, PersonId{0}), 1.0);
    EXPECT_EQ(ratio(small, h), 1.0);
}

TEST_F(BarrierHazardsTest, of_a_shared_barrier_rise_with_the_barriers_of_all_but_the_householder) {
    barrier(of_debt).spill_over = 1.2;
    SmallWorld small{scenario};
    EXPECT_EQ(ratio(small, small.add(0, {{.barriers = illness | strain}})), 1.0);
    EXPECT_DOUBLE_EQ(
        ratio(small,
              small.add(0, {{.barriers = illness}, {.barriers = illness | strain}, {}}, debt)),
        1.2 * 1.2)
        << "nor do shared barriers count";
}

TEST_F(BarrierHazardsTest, forget_relapse_when_it_is_switched_off) {
    barrier(of_illness).relapse = 4.0;
    barrier(of_debt).relapse = 4.0;
    scenario.parameters.mechanisms.relapse = false;
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{}});
    small.world.people.recovered[{0}][of_illness] = 0;
    small.world.households.recovered[h][of_debt] = 0;
    EXPECT_EQ(ratio(small, PersonId{0}), 1.0);
    EXPECT_EQ(ratio(small, h), 1.0);
}

TEST_F(BarrierHazardsTest, forget_other_members_when_spill_over_is_switched_off) {
    barrier(of_illness).spill_over = 1.5;
    barrier(of_debt).spill_over = 1.5;
    scenario.parameters.mechanisms.spill_over = false;
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{}, {.barriers = illness | strain}});
    EXPECT_EQ(ratio(small, PersonId{0}), 1.0);
    EXPECT_EQ(ratio(small, h), 1.0);
}

TEST_F(BarrierHazardsTest, of_recovery_fall_where_a_barrier_turned_out_chronic) {
    scenario.parameters.barrier_dynamics.chronic_recovery = 0.1;
    barrier(of_illness).slowed_by = {{"debt"}, {0.5}};
    const BarrierHazards hazards{scenario.parameters};
    EXPECT_EQ(hazards.recovery_ratio(illness, illness, of_illness), 0.1);
    EXPECT_EQ(hazards.recovery_ratio(illness | debt, illness, of_illness), 0.5 * 0.1);
    EXPECT_EQ(hazards.recovery_ratio(illness, strain, of_illness), 1.0);
}

TEST_F(BarrierHazardsTest, make_the_chronic_a_share_of_onsets_and_a_larger_one_of_those_present) {
    scenario.parameters.barrier_dynamics.chronic_recovery = 0.1;
    barrier(of_illness).chronic = 0.25;
    barrier(of_illness).recovery = 0.12;
    const BarrierHazards hazards{scenario.parameters};
    const double chance = 1.0 - std::exp(-0.2);
    EXPECT_TRUE(hazards.turns_chronic(of_illness, 0.2499 * chance, 0.2));
    EXPECT_FALSE(hazards.turns_chronic(of_illness, 0.2501 * chance, 0.2));
    EXPECT_FALSE(hazards.turns_chronic(of_strain, 1e-9, 0.2)) << "never chronic";
    // Spells last 1/0.12 and 1/0.012 months, so of those present the chronic are 2.5 to 0.75.
    const double present = 2.5 / 3.25;
    EXPECT_DOUBLE_EQ(recovery_of_present(barrier(of_illness), scenario.parameters.barrier_dynamics),
                     0.12 * (1.0 - present) + 0.012 * present);
    const Draws luck{1, 0, 0};
    int chronic = 0;
    for (std::uint32_t row = 0; row < 10'000; ++row) {
        chronic += draw_chronic(scenario.parameters, luck, {row, 0}, illness | strain) == illness;
    }
    EXPECT_NEAR(chronic, 10'000 * present, 5 * 42);
}

TEST_F(BarrierHazardsTest, of_a_shared_barrier_look_at_every_member) {
    barrier(of_debt).raised_by = {{"illness"}, {2.0}};
    barrier(of_debt).long_out_of_work = 1.5;
    barrier(of_debt).after_job_loss = 3.0;
    barrier(of_debt).after_job_entry = 0.5;
    SmallWorld small{scenario};
    const Resident new_in_work{.months = 2};
    const Resident just_lost{.activity = Activity::searching, .months = 2};
    const Resident long_out{.activity = Activity::inactive, .months = 30};
    EXPECT_EQ(ratio(small, small.add(0, {{}, {.barriers = illness}})), 2.0);
    EXPECT_EQ(ratio(small, small.add(0, {{}, long_out})), 1.5);
    EXPECT_EQ(ratio(small, small.add(0, {{}, just_lost})), 3.0);
    EXPECT_EQ(ratio(small, small.add(0, {{}, new_in_work})), 0.5);
    EXPECT_EQ(ratio(small, small.add(0, {just_lost, new_in_work})), 3.0)
        << "a new job does not make up for a lost one";
    EXPECT_EQ(ratio(small, small.add(0, {long_out, just_lost})), 1.5 * 3.0);
}

TEST_F(BarrierHazardsTest, see_all_barriers_of_a_household) {
    SmallWorld small{scenario};
    const HouseholdId h = small.add(0, {{.barriers = illness}, {.barriers = strain}}, debt);
    EXPECT_EQ(barriers_in(small.world, h), illness | strain | debt);
    EXPECT_EQ(small.world.barriers(PersonId{0}), illness | debt);
}

/// Anything that could change a hazard, at random.
Resident any_resident(Dice& dice) {
    const auto activity = static_cast<Activity>(dice.below(8));
    return {.activity = activity,
            .age = activity == Activity::child ? dice.below(16) : 16 + dice.below(50),
            .months = dice.below(40),
            .barriers = activity == Activity::child ? BarrierSet{0}
                                                    : static_cast<BarrierSet>(dice.below(4))};
}

void shake(Barrier& it, Dice& dice) {
    it.relapse = dice.between(0.0, 6.0);
    it.spill_over = dice.between(0.2, 2.0);
    it.long_out_of_work = dice.between(0.2, 3.0);
    it.after_job_loss = dice.between(0.2, 3.0);
    it.after_job_entry = dice.between(0.2, 3.0);
    it.raised_by = {{"illness", "strain", "debt"},
                    {dice.between(0.2, 3.0), dice.between(0.2, 3.0), dice.between(0.2, 3.0)}};
}

TEST_F(BarrierHazardsTest, never_exceed_the_bound_that_the_phase_stops_early_at) {
    constexpr double rounding = 1.0 + 1e-12;
    Dice dice{2018};
    double nearest = 0.0;
    int closed = 0;
    for (int round = 0; round < 100; ++round) {
        for (std::size_t k = 0; k < 3; ++k) {
            shake(barrier(k), dice);
        }
        scenario.parameters.mechanisms.relapse = dice.chance(0.8);
        scenario.parameters.mechanisms.spill_over = dice.chance(0.8);
        SmallWorld small{scenario};
        for (int h = 0; h < 40; ++h) {
            std::vector<Resident> members;
            for (int i = 0; i < 1 + dice.below(4); ++i) {
                members.push_back(any_resident(dice));
            }
            small.add(0, members, dice.chance(0.5) ? debt : BarrierSet{0});
        }
        const BarrierHazards hazards{scenario.parameters};
        for (std::uint32_t row = 0; row < small.world.people.size(); ++row) {
            const PersonId p{row};
            const bool fresh = dice.chance(0.3);
            small.world.people.recovered[p].fill(fresh ? never
                                                       : static_cast<Month>(-dice.below(200)));
            for (std::size_t k = 0; k < 2; ++k) {
                const double most = hazards.largest_onset_ratio(k, small.world.barriers(p), false);
                const double found = hazards.onset_ratio(small.world, p, k, now);
                ASSERT_LE(found, most * rounding) << "round " << round << ", person " << row;
                nearest = std::max(nearest, found / most);
                if ((small.world.people.barriers[p] & (1U << k)) != 0) {
                    continue;
                }
                // The same hazard at a base rate that makes it likely to be decided on.
                const HouseholdId h = small.world.people.household[p];
                const HazardBounds::Cases it{nullptr,
                                             nullptr,
                                             small.world.barriers(p),
                                             lifted_before(small.world.people.recovered[p]),
                                             load_at_home(small.world, hazards, h),
                                             hazards.events_of(small.world, p, now)};
                const Open open{hazards.personal()};
                ASSERT_TRUE(open.to_hazard(k, std::min(found, 1.0), it))
                    << "round " << round << ", person " << row << ", barrier " << k;
                closed += open.to_hazard(k, std::min(found * 4.0, 1.0), it) ? 0 : 1;
            }
        }
        for (std::uint32_t row = 0; row < small.world.households.size(); ++row) {
            const HouseholdId h{row};
            const bool fresh = dice.chance(0.3);
            small.world.households.recovered[h].fill(fresh ? never
                                                           : static_cast<Month>(-dice.below(200)));
            const double most = hazards.largest_onset_ratio(2, barriers_in(small.world, h), false);
            const double found = hazards.onset_ratio(small.world, h, 2, now);
            ASSERT_LE(found, most * rounding) << "round " << round << ", household " << row;
            if (small.world.households.barriers[h] == 0) {
                const HazardBounds::Cases it{nullptr,
                                             nullptr,
                                             barriers_in(small.world, h),
                                             lifted_before(small.world.households.recovered[h]),
                                             load_at_home(small.world, hazards, h),
                                             BarrierHazards::anything_happened};
                ASSERT_TRUE(Open{hazards.shared()}.to_hazard(2, std::min(found, 1.0), it))
                    << "round " << round << ", household " << row;
            }
        }
    }
    EXPECT_GT(nearest, 0.5) << "the cases tried do not test the bound";
    EXPECT_GT(closed, 100) << "the bounds leave everything open";
}

TEST(BarrierNamed, is_that_barrier_alone_and_none_where_the_name_is_unknown) {
    const Scenario scenario = plain_scenario();
    EXPECT_EQ(barrier_named(scenario.parameters.barriers, "strain"), strain);
    EXPECT_EQ(barrier_named(scenario.parameters.barriers, "strai"), BarrierSet{0});
}

TEST(HealthBarriers, are_all_those_that_the_population_names) {
    Scenario scenario = plain_scenario();
    EXPECT_EQ(health_barriers(scenario.parameters), illness);
    scenario.parameters.population.health_barriers = {"strain", "illness"};
    EXPECT_EQ(health_barriers(scenario.parameters), illness | strain);
}

TEST(MonthsOutOfWork, count_from_the_last_job_or_from_16) {
    SmallWorld small{plain_scenario()};
    small.add(0, {{.activity = Activity::searching, .months = 7}});
    small.add(0, {{.activity = Activity::inactive, .age = 20, .months = 48}});  // never had a job
    small.add(0, {{.activity = Activity::employed, .months = 7}});
    small.add(0, {{.activity = Activity::child, .age = 10, .months = 120}});
    EXPECT_EQ(months_out_of_work(small.world, {0}, 0), 7);
    EXPECT_EQ(months_out_of_work(small.world, {0}, 5), 12);
    EXPECT_EQ(months_out_of_work(small.world, {1}, 0), 48);
    EXPECT_EQ(months_out_of_work(small.world, {2}, 0), 0);
    EXPECT_EQ(months_out_of_work(small.world, {3}, 0), 0);
}

TEST(MonthsOutOfWork, go_on_when_the_search_is_given_up_or_taken_up) {
    SmallWorld small{plain_scenario()};
    const PersonId p = small.add_singles(1, {.activity = Activity::searching, .months = 7});
    small.world.people.activity[p] = Activity::inactive;
    small.world.people.since[p] = 0;
    EXPECT_EQ(months_out_of_work(small.world, p, 3), 10);
}

}  // namespace
}  // namespace foothold
