#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace foothold {
namespace {

constexpr Resident child{.activity = Activity::child, .age = 10};

TEST(Demography, turns_a_child_into_a_student_in_the_month_of_the_16th_birthday) {
    const Scenario scenario = plain_scenario();
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    small.add(0, {{}, child});
    const PersonId p{1};
    small.world.people.birth[p] = -190;
    demography(small.world, rules.in(0));
    demography(small.world, rules.in(1));
    EXPECT_EQ(small.world.people.activity[p], Activity::child);
    demography(small.world, rules.in(2));
    EXPECT_EQ(small.world.people.activity[p], Activity::student);
    EXPECT_EQ(small.world.people.since[p], 2);
    EXPECT_EQ(small.world.people.last_job_end[p], never);
    EXPECT_EQ(small.world.people.qualification[p], 2);
}

TEST(Demography, gives_who_comes_of_age_barriers_of_their_own_but_not_the_household) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.reference->threshold = {-20.0, -20.0, -20.0};
    const HouseholdId h = small.add(0, {{}, child});
    small.world.people.birth[{1}] = -192;
    demography(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.people.barriers[{1}], illness | strain);
    EXPECT_EQ(small.world.people.barriers[{0}], 0);
    EXPECT_EQ(small.world.households.barriers[h], 0);
}

TEST(Demography, ends_an_apprenticeship_with_the_job) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, {});
    small.world.people.birth[p] = -66 * 12;
    small.world.people.apprentice_until[p] = 20;
    demography(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.people.activity[p], Activity::aged_out);
    EXPECT_EQ(small.world.people.apprentice_until[p], never);
}

TEST(Demography, ends_work_and_search_in_the_month_of_the_66th_birthday) {
    const Scenario scenario = plain_scenario();
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    const PersonId works = small.add_singles(1, {});
    const PersonId looks = small.add_singles(1, {.activity = Activity::searching});
    for (const PersonId p : {works, looks}) {
        small.world.people.birth[p] = -66 * 12 + 1;
    }
    demography(small.world, rules.in(0));
    EXPECT_EQ(small.world.people.activity[works], Activity::employed);
    EXPECT_EQ(small.world.people.activity[looks], Activity::searching);
    demography(small.world, rules.in(1));
    EXPECT_EQ(small.world.people.activity[works], Activity::aged_out);
    EXPECT_EQ(small.world.people.since[works], 1);
    EXPECT_EQ(small.world.people.last_job_end[works], 1);
    EXPECT_FALSE(small.world.people.job_zone[works]) << "the job falls vacant";
    EXPECT_EQ(small.world.people.activity[looks], Activity::aged_out);
    EXPECT_EQ(small.world.people.last_job_end[looks], -24) << "had none to lose";
}

TEST(Demography, retires_people_from_55_who_do_not_study) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.retire_from_55 = 100.0;
    SmallWorld small{scenario};
    const PersonId young = small.add_singles(1, {.age = 54});
    const PersonId old = small.add_singles(1, {.age = 55});
    const PersonId sick = small.add_singles(1, {.activity = Activity::sick, .age = 60});
    const PersonId studies = small.add_singles(1, {.activity = Activity::student, .age = 60});
    const PersonId before = small.add_singles(1, {.activity = Activity::retired, .age = 60});
    demography(small.world, MonthRules{scenario}.in(3));
    const auto& activity = small.world.people.activity;
    EXPECT_EQ(activity[young], Activity::employed);
    EXPECT_EQ(activity[old], Activity::retired);
    EXPECT_EQ(small.world.people.last_job_end[old], 3);
    EXPECT_EQ(activity[sick], Activity::retired);
    EXPECT_EQ(activity[studies], Activity::student);
    EXPECT_EQ(small.world.people.since[before], -24) << "retires once";
}

TEST(Demography, ends_study_by_the_hazard_of_its_age) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.leave_study_18_plus = 100.0;
    SmallWorld small{scenario};
    const PersonId at_17 = small.add_singles(1, {.activity = Activity::student, .age = 17});
    const PersonId at_18 = small.add_singles(1, {.activity = Activity::student, .age = 18});
    demography(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.people.activity[at_17], Activity::student);
    EXPECT_EQ(small.world.people.activity[at_18], Activity::searching);
    EXPECT_EQ(small.world.people.since[at_18], 0);
    EXPECT_EQ(small.world.people.last_job_end[at_18], never) << "never worked";
}

using Dwelling = std::tuple<std::uint16_t, Tenure, float>;

std::map<Dwelling, int> dwellings(const Households& households) {
    std::map<Dwelling, int> all;
    for (std::uint32_t row = 0; row < households.size(); ++row) {
        const HouseholdId h{row};
        ++all[{
            households.neighbourhood[h].row, households.tenure[h], households.dwelling_quality[h]}];
    }
    return all;
}

/// Twenty households in each neighbourhood, each dwelling with a quality of its own.
SmallWorld forty_households(const Scenario& scenario) {
    SmallWorld small{scenario};
    for (std::uint16_t i = 0; i < 40; ++i) {
        const HouseholdId h = small.add(i % 2, {{}, child});
        small.world.households.dwelling_quality[h] = static_cast<float>((i * 7) % 40) / 40.0F;
        small.world.households.tenure[h] = static_cast<Tenure>(i % 3);
        small.world.households.net_income[h] = 100 * i;
    }
    return small;
}

TEST(Moves, swap_dwellings_and_lose_none) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 6.0;
    scenario.parameters.demography.dwelling_noise = 0.7;
    SmallWorld small = forty_households(scenario);
    const Households before = small.world.households;
    demography(small.world, MonthRules{scenario}.in(5));
    const Households& after = small.world.households;
    EXPECT_EQ(dwellings(after), dwellings(before));
    int moved = 0;
    for (std::uint32_t row = 0; row < 40; ++row) {
        const HouseholdId h{row};
        moved += after.dwelling_quality[h] != before.dwelling_quality[h];
        EXPECT_EQ(after.first[h], before.first[h]) << "rows never move";
        EXPECT_EQ(after.life[h], 0) << "nobody left the place";
    }
    EXPECT_GT(moved, 5);
    EXPECT_LT(moved, 35);
}

TEST(Moves, give_the_best_dwelling_to_the_best_off_but_never_their_own) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 1200.0;  // everybody moves
    SmallWorld small = forty_households(scenario);
    constexpr auto income = static_cast<std::size_t>(Domain::income);
    small.geography->score[0][income] = 1.0;  // the worse neighbourhood
    small.geography->score[1][income] = -1.0;
    const auto rank = [&](HouseholdId h) {
        return std::make_pair(small.world.households.neighbourhood[h].row,
                              small.world.households.dwelling_quality[h]);
    };
    std::vector<std::pair<std::uint16_t, float>> dwellings;  // the worst first
    for (std::uint32_t row = 0; row < 40; ++row) {
        dwellings.push_back(rank({row}));
    }
    const auto own = dwellings;
    std::sort(dwellings.begin(), dwellings.end());
    demography(small.world, MonthRules{scenario}.in(0));
    int exact = 0;
    for (std::uint32_t row = 0; row < 40; ++row) {
        const auto at = std::find(dwellings.begin(), dwellings.end(), rank({row}));
        const auto place = static_cast<int>(at - dwellings.begin());
        EXPECT_NEAR(place, row, 1) << "household " << row << " of 40 by income";
        EXPECT_NE(rank({row}), own[row]) << "a move is a change of dwelling";
        exact += place == static_cast<int>(row);
    }
    EXPECT_GE(exact, 30) << "only those who would stay where they are change with a neighbour";
}

TEST(Moves, stop_when_mobility_is_switched_off_but_empty_dwellings_are_taken) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 1200.0;
    scenario.parameters.demography.leave_region = 0.5;
    scenario.parameters.demography.refill_empty_dwelling = 100.0;
    scenario.parameters.mechanisms.mobility = false;
    SmallWorld small = forty_households(scenario);
    const HouseholdId empty = small.add(0, {{.activity = Activity::aged_out, .age = 70}});
    const Households before = small.world.households;
    demography(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.households.dwelling_quality, before.dwelling_quality);
    for (std::uint32_t row = 0; row < 40; ++row) {
        EXPECT_EQ(small.world.households.life[{row}], 0);
    }
    EXPECT_EQ(small.world.households.life[empty], 1);
}

TEST(Moves, come_more_often_in_the_year_after_somebody_got_work) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 2.4;
    scenario.parameters.demography.moves_after_job_entry = 3.0;
    scenario.parameters.demography.dwelling_noise = 1.0;
    SmallWorld small{scenario};
    small.add_singles(1000, {.months = 11});
    small.add_singles(1000, {.months = 12});
    for (std::uint32_t row = 0; row < 2000; ++row) {
        small.world.households.dwelling_quality[{row}] = static_cast<float>(row) / 2000.0F;
    }
    const auto before = small.world.households.dwelling_quality;
    demography(small.world, MonthRules{scenario}.in(0));
    const auto& after = small.world.households.dwelling_quality;
    int just_started = 0;
    int settled = 0;
    for (std::uint32_t row = 0; row < 1000; ++row) {
        just_started += after[{row}] != before[{row}];
        settled += after[{row + 1000}] != before[{row + 1000}];
    }
    EXPECT_NEAR(just_started, 451, 4 * 16);  // 1000 (1 - exp(-0.6))
    EXPECT_NEAR(settled, 181, 4 * 12);       // 1000 (1 - exp(-0.2))
}

TEST(Moves, out_of_the_place_bring_newcomers_who_start_a_new_life) {
    Scenario scenario = plain_scenario();
    scenario.programmes.items = {plain_programme()};
    scenario.parameters.demography.moves = 1200.0;
    scenario.parameters.demography.leave_region = 1.0;
    SmallWorld small{scenario};
    const HouseholdId h = small.add(1, {{.age = 30, .barriers = illness}, child}, debt);
    small.start(0);
    small.support({0}, 0);
    small.world.people.recovered[{0}][1] = -5;
    const Households before = small.world.households;
    demography(small.world, MonthRules{scenario}.in(7));
    const World& after = small.world;
    EXPECT_EQ(after.households.life[h], 1);
    EXPECT_EQ(after.people.life[{0}], 1);
    EXPECT_EQ(after.people.life[{1}], 1);
    EXPECT_EQ(after.people.birth[{0}], 7 - 30 * 12) << "as old as the first who lived here";
    EXPECT_EQ(after.people.birth[{1}], 7 - 10 * 12);
    EXPECT_EQ(after.people.activity[{1}], Activity::child);
    EXPECT_EQ(after.people.barriers[{0}], 0) << "barriers are theirs, drawn anew";
    EXPECT_EQ(after.households.barriers[h], 0);
    EXPECT_EQ(after.people.recovered[{0}][1], never);
    EXPECT_FALSE(after.people.open_case[{0}]);
    EXPECT_FALSE(after.households.first_case[h]);
    EXPECT_EQ(after.households.arrived[h], 7);
    EXPECT_EQ(dwellings(after.households), dwellings(before)) << "the dwelling stays";
    EXPECT_EQ(after.people.size(), 2U);
}

TEST(Moves, bring_newcomers_who_will_have_children_as_long_after_as_the_first_had) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 1200.0;
    scenario.parameters.demography.leave_region = 1.0;
    SmallWorld small{scenario};
    const HouseholdId h = small.add(1, {{.age = 30}, {.activity = Activity::child, .age = 0}});
    People& people = small.world.people;
    people.opening_age[{1}] = -9;  // born nine months after the opening
    people.birth[{1}] = 9;
    demography(small.world, MonthRules{scenario}.in(7));
    ASSERT_EQ(small.world.households.life[h], 1);
    EXPECT_EQ(people.birth[{1}], 7 + 9);
    EXPECT_EQ(people.activity[{1}], Activity::child);
    scenario.parameters.demography.moves = 0.0;
    const auto grow = [&](int months) {
        demography(small.world, MonthRules{scenario}.in(static_cast<Month>(7 + 9 + months)));
        return people.activity[{1}];
    };
    EXPECT_EQ(grow(16 * 12 - 1), Activity::child);
    EXPECT_EQ(grow(16 * 12), Activity::student);
}

TEST(Moves, let_newcomers_into_dwellings_without_anybody_of_working_age) {
    Scenario scenario = plain_scenario();
    const Resident pensioner{.activity = Activity::aged_out, .age = 70};
    const auto lives_after = [&](const std::vector<Resident>& members) {
        SmallWorld small{scenario};
        const HouseholdId h = small.add(0, members);
        demography(small.world, MonthRules{scenario}.in(0));
        return small.world.households.life[h];
    };
    EXPECT_EQ(lives_after({pensioner}), 0) << "not taken yet";
    scenario.parameters.demography.refill_empty_dwelling = 100.0;
    EXPECT_EQ(lives_after({pensioner, pensioner}), 1);
    EXPECT_EQ(lives_after({pensioner, {}}), 0) << "somebody still lives here";
}

TEST(Newcomers, differ_from_those_before_them) {
    Scenario scenario = plain_scenario();
    scenario.parameters.demography.moves = 1200.0;
    scenario.parameters.demography.leave_region = 1.0;
    SmallWorld small{scenario};
    small.reference->threshold = {0.0, 0.0, 0.0};  // half of them have each barrier
    small.add_singles(200, {});
    const MonthRules rules{scenario};
    demography(small.world, rules.in(0));
    const auto first = small.world.people.barriers;
    demography(small.world, rules.in(1));
    EXPECT_EQ(small.world.people.life[{0}], 2);
    int same = 0;
    for (std::uint32_t row = 0; row < 200; ++row) {
        same += small.world.people.barriers[{row}] == first[{row}];
    }
    EXPECT_NEAR(same, 50, 4 * 6.2) << "one in four by chance";
}

}  // namespace
}  // namespace foothold
