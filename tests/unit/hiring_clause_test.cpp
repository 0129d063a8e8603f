#include "sim/phases/race.hpp"
#include "sim/policy/shocks.hpp"
#include "tests/unit/small_race.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foothold {
namespace {

/// A world whose two neighbourhoods a clause can name; the north is the more deprived.
struct NorthAndSouth : SmallWorld {
    explicit NorthAndSouth(const Scenario& scenario) : SmallWorld{scenario} {
        geography->codes = {"north", "south"};
        geography->by_employment_deprivation = {0, 1};
    }
};

Shock plain_shock() {
    Shock it;
    it.name = "clause";
    it.from = {2018, 4};
    it.months = 1200.0;
    it.ratio = {1.0, 1.0, 1.0};
    it.added = {0.0, 0.0, 0.0};
    return it;
}

/// Everybody's application lands; a clause keeps so much of low-paid hiring for the first
/// neighbourhood.
Scenario kept_for_residents(double share) {
    Scenario it = ready(50.0);
    Shock clause = plain_shock();
    clause.local = {{0.0, share, 0.0}, {"north"}, 1.0, false};
    it.parameters.labour_demand.shocks.items = {clause};
    return it;
}

/// Hires from the first neighbourhood and from the second, of so many applicants each.
std::pair<int, int>
hires(const Scenario& scenario, std::size_t north, std::size_t south, std::uint32_t replicate = 0) {
    NorthAndSouth small{scenario};
    small.add_singles(north, searcher, 0);
    small.add_singles(south, searcher, 1);
    small.world.jobs.vacancies[low_paid] = 10;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0, replicate));
    const auto& all = small.world.people.activity.values();
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(north);
    return {static_cast<int>(std::count(all.begin(), end, Activity::employed)),
            static_cast<int>(std::count(end, all.end(), Activity::employed))};
}

TEST(HiringClause, serves_those_it_names_first_and_fills_all_places) {
    const auto [north, south] = hires(kept_for_residents(1.0), 20, 20);
    EXPECT_EQ(north, 10);
    EXPECT_EQ(south, 0);
    const auto [few, others] = hires(kept_for_residents(1.0), 4, 20);
    EXPECT_EQ(few, 4);
    EXPECT_EQ(others, 6) << "what residents leave goes to the rest";
}

TEST(HiringClause, keeps_the_share_it_says_and_lets_residents_race_for_the_rest) {
    constexpr std::uint32_t times = 400;
    double north = 0.0;
    for (std::uint32_t replicate = 0; replicate < times; ++replicate) {
        const auto [residents, others] = hires(kept_for_residents(0.35), 30, 30, replicate);
        EXPECT_EQ(residents + others, 10);
        EXPECT_GE(residents, 3);
        north += residents;
    }
    // The earliest ten hold a hypergeometric number of residents; the clause is a floor below it.
    double chance = 1.0;  // of none among ten of 30 and 30
    for (int i = 0; i < 10; ++i) {
        chance *= (30.0 - i) / (60.0 - i);
    }
    double expected = 0.0;
    for (int k = 0; k <= 10; ++k) {
        expected += chance * 0.5 * (std::max(3, k) + std::max(4, k));
        chance *= (30.0 - k) * (10.0 - k) / ((k + 1.0) * (21.0 + k));
    }
    EXPECT_NEAR(north / times, expected, 4.0 * 1.5 / std::sqrt(times));
}

TEST(HiringClause, passes_over_those_in_work_where_it_is_for_the_workless) {
    Scenario scenario = kept_for_residents(1.0);
    scenario.parameters.search.on_the_job = 1.0;
    scenario.parameters.labour_demand.shocks.items[0].local.out_of_work = true;
    NorthAndSouth small{scenario};
    const PersonId worker = small.add_singles(30, {.tier = 0});
    const PersonId workless = small.add_singles(6, searcher);
    small.world.jobs.vacancies[low_paid] = 10;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    int promoted = 0;
    for (std::uint32_t i = 0; i < 30; ++i) {
        promoted += small.world.people.job_tier[{worker.row + i}] == low_paid;
    }
    for (std::uint32_t i = 0; i < 6; ++i) {
        EXPECT_EQ(small.world.people.activity[{workless.row + i}], Activity::employed);
    }
    EXPECT_EQ(promoted, 4);
    EXPECT_EQ(small.world.jobs.hires[low_paid], 10);
}

TEST(HiringClause, passes_over_students_where_it_is_for_the_workless) {
    Scenario scenario = kept_for_residents(1.0);
    scenario.parameters.search.apprenticeships = 1.0;
    scenario.parameters.labour_demand.shocks.items[0].local.out_of_work = true;
    NorthAndSouth small{scenario};
    const PersonId pupil = small.add_singles(30, {.activity = Activity::student, .age = 17});
    const PersonId workless = small.add_singles(6, searcher);
    small.world.jobs.vacancies[low_paid] = 10;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    const auto& all = small.world.people.activity;
    int apprentices = 0;
    for (std::uint32_t i = 0; i < 30; ++i) {
        apprentices += all[{pupil.row + i}] == Activity::employed;
    }
    for (std::uint32_t i = 0; i < 6; ++i) {
        EXPECT_EQ(all[{workless.row + i}], Activity::employed);
    }
    EXPECT_EQ(apprentices, 4);
}

TEST(HiringClause, changes_nobody_without_a_share) {
    Scenario bare = kept_for_residents(0.0);
    bare.parameters.labour_demand.shocks.items.clear();
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        EXPECT_EQ(hires(kept_for_residents(0.0), 20, 20, replicate),
                  hires(bare, 20, 20, replicate));
    }
}

TEST(Shock, comes_up_evenly_before_it_is_felt_in_full) {
    Shock shock = plain_shock();
    shock.rise = 3.0;
    shock.months = 2.0;
    shock.fade = 2.0;
    const std::vector<double> expected{0.0, 0.25, 0.5, 0.75, 1.0, 1.0, 1.0, 0.5, 0.0};
    for (int i = 0; i < 9; ++i) {
        EXPECT_DOUBLE_EQ(felt(shock, later({2018, 4}, i - 1)), expected[std::size_t(i)]) << i;
    }
}

TEST(Shock, takes_away_encounters_with_neighbours_in_work) {
    LabourDemand demand;
    EXPECT_EQ(encounters(demand, {2018, 4}), 1.0);
    Shock lost = plain_shock();
    lost.encounters = 0.8;
    demand.shocks.items = {lost, lost};
    EXPECT_DOUBLE_EQ(encounters(demand, {2018, 4}), 0.8 * 0.8);
    EXPECT_EQ(encounters(demand, {2018, 3}), 1.0);
}

}  // namespace
}  // namespace foothold
