#include "sim/phases/phases.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

constexpr std::size_t low_paid_in_town = 1;  // row of Jobs

/// Nine people of working age, four of them in work, and a child and a pensioner who do not count.
SmallWorld nine_people(const Scenario& scenario) {
    SmallWorld small{scenario};
    small.add_singles(3, {.activity = Activity::employed}, 0);
    small.add(0, {{.activity = Activity::searching}, {.activity = Activity::child, .age = 9}});
    small.add(0, {{.activity = Activity::student, .age = 17}});
    small.add(0, {{.activity = Activity::retired}, {.activity = Activity::aged_out, .age = 70}});
    small.add(1, {{.activity = Activity::inactive}, {.activity = Activity::sick}});
    small.add(1, {{.activity = Activity::employed}});
    return small;
}

TEST(Calendar, publishes_the_employment_of_each_neighbourhood) {
    const Scenario scenario = plain_scenario();
    SmallWorld small = nine_people(scenario);
    calendar(small.world, MonthRules{scenario}.in(3));
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.employment[{0}], 3.0 / 6.0);
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.employment[{1}], 1.0 / 3.0);
    EXPECT_EQ(small.world.neighbourhoods.workless[{0}], 1);
    EXPECT_EQ(small.world.neighbourhoods.workless[{1}], 2);
}

TEST(Calendar, publishes_employment_around_by_where_people_travel) {
    const Scenario scenario = plain_scenario();
    SmallWorld small = nine_people(scenario);
    const MonthRules rules{scenario};
    calendar(small.world, rules.in(3));
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.catchment_employment[{0}], 4.0 / 9.0);
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.catchment_employment[{1}], 4.0 / 9.0);
    // Half of the second neighbourhood's three people, one of them in work, look elsewhere.
    small.geography->travel = {1.0, 0.0, 0.5, 0.5};
    calendar(small.world, rules.in(3));
    const double in_town = 3.5 / 7.5;
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.catchment_employment[{0}], in_town);
    EXPECT_DOUBLE_EQ(small.world.neighbourhoods.catchment_employment[{1}],
                     0.5 * in_town + 0.5 / 3.0);
}

TEST(Calendar, opens_as_many_vacancies_as_wanted_jobs_are_not_filled) {
    const Scenario scenario = plain_scenario();
    SmallWorld small = nine_people(scenario);
    Jobs& jobs = small.world.jobs;
    jobs.base[low_paid_in_town] = jobs.wanted[low_paid_in_town] = 6.4;
    jobs.base[2] = jobs.wanted[2] = 1.5;
    jobs.hires[low_paid_in_town] = 7;
    const MonthRules rules{scenario};
    calendar(small.world, rules.in(3));
    EXPECT_EQ(jobs.filled[low_paid_in_town], 4);
    EXPECT_EQ(jobs.vacancies[low_paid_in_town], 2) << "6.4 is 6";
    EXPECT_EQ(jobs.vacancies[2], 2) << "1.5 is 2";
    EXPECT_EQ(jobs.hires[low_paid_in_town], 0) << "a new month";
    jobs.base[low_paid_in_town] = jobs.wanted[low_paid_in_town] = 2.0;
    calendar(small.world, rules.in(4));
    EXPECT_EQ(jobs.vacancies[low_paid_in_town], 0) << "nobody is dismissed, nobody is sought";
}

TEST(Calendar, starts_the_study_from_the_level_of_the_burn_in) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.world.jobs.base[0] = 10.0;
    small.world.jobs.wanted[0] = 100.0;
    calendar(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.jobs.wanted[0], 10.0);
}

TEST(Calendar, lets_wanted_jobs_follow_their_level_with_a_lag) {
    const Scenario scenario = plain_scenario();
    SmallWorld small{scenario};
    small.world.jobs.base[0] = 10.0;
    small.world.jobs.wanted[0] = 16.0;
    const MonthRules rules{scenario};  // lag 6
    calendar(small.world, rules.in(1));
    EXPECT_DOUBLE_EQ(small.world.jobs.wanted[0], 15.0);
    calendar(small.world, rules.in(2));
    EXPECT_DOUBLE_EQ(small.world.jobs.wanted[0], 15.0 - 5.0 / 6.0);
}

TEST(Calendar, lets_wanted_jobs_grow_with_the_trend) {
    Scenario scenario = plain_scenario();
    scenario.parameters.labour_demand.growth = 0.06;
    scenario.parameters.labour_demand.lag = 1.0;
    SmallWorld small{scenario};
    small.world.jobs.base[0] = 10.0;
    calendar(small.world, MonthRules{scenario}.in(24));
    EXPECT_NEAR(small.world.jobs.wanted[0], 10.0 * std::exp(0.12), 1e-12);
}

TEST(Calendar, lets_wanted_jobs_rise_where_vacancies_fill_easily) {
    Scenario scenario = plain_scenario();
    scenario.parameters.labour_demand.elasticity = 0.5;
    scenario.parameters.labour_demand.lag = 1.0;
    SmallWorld small{scenario};
    small.world.jobs.base = std::vector<double>(6, 10.0);
    small.world.jobs.fill = {0.4, 0.1, 0.0};
    small.world.jobs.fill_reference = {0.1, 0.4, 0.4};
    small.world.jobs.vacancies = {10, 10, 10, 0, 0, 0};
    small.world.jobs.hires = {4, 1, 0, 0, 0, 0};  // as employers have it in mind already
    calendar(small.world, MonthRules{scenario}.in(1));
    EXPECT_NEAR(small.world.jobs.wanted[0], 20.0, 1e-12);
    EXPECT_NEAR(small.world.jobs.wanted[1], 5.0, 1e-12);
    EXPECT_NEAR(small.world.jobs.wanted[2], 10.0, 1e-12) << "no vacancy ever filled";
    EXPECT_NEAR(small.world.jobs.wanted[3], 20.0, 1e-12) << "the same tier elsewhere";
}

TEST(Calendar, notices_last_months_filling_tier_by_tier) {
    const Scenario scenario = plain_scenario();  // fill_memory 3
    SmallWorld small{scenario};
    Jobs& jobs = small.world.jobs;
    jobs.fill = {0.2, 0.2, 0.2};
    jobs.fill_reference = {0.5, 0.5, 0.5};
    jobs.vacancies = {6, 0, 5, 4, 0, 5};
    jobs.hires = {1, 0, 5, 4, 0, 5};
    calendar(small.world, MonthRules{scenario}.in(3));
    EXPECT_DOUBLE_EQ(jobs.fill[0], 0.2 + (0.5 - 0.2) / 3.0);
    EXPECT_DOUBLE_EQ(jobs.fill[1], 0.2 + (0.5 - 0.2) / 3.0) << "nothing to notice: as usual";
    EXPECT_DOUBLE_EQ(jobs.fill[2], 0.2 + (1.0 - 0.2) / 3.0);
}

TEST(Calendar, wants_in_the_burn_in_as_many_jobs_as_leave_vacancies_in_proportion_to_searchers) {
    const Scenario scenario = plain_scenario();  // half a vacancy for each searcher
    SmallWorld small = nine_people(scenario);
    small.add_singles(39, {.activity = Activity::searching});
    Jobs& jobs = small.world.jobs;
    jobs.opening[low_paid_in_town] = 20;
    jobs.opening[2] = 10;
    calendar(small.world, MonthRules{scenario}.in(-3));
    // 20 vacancies for 40 searchers; four low-paid jobs are held: 30 * level - 4 = 20.
    EXPECT_NEAR(jobs.wanted[low_paid_in_town], 20.0 * 0.8, 1e-9);
    EXPECT_NEAR(jobs.wanted[2], 10.0 * 0.8, 1e-9);
    EXPECT_EQ(jobs.vacancies[low_paid_in_town], 16 - 4);
    EXPECT_EQ(jobs.vacancies[2], 8);
}

TEST(Calendar, makes_leaving_as_frequent_as_entering_in_the_burn_in) {
    const Scenario scenario = plain_scenario();  // the burn-in starts in month -6
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    small.add_singles(10, {.activity = Activity::inactive});
    small.add_singles(10, {.activity = Activity::searching});
    calendar(small.world, rules.in(-6));
    EXPECT_EQ(small.world.balance.inactive.target, 0.5);
    EXPECT_EQ(small.world.balance.inactive.scale, 1.0);
    for (std::uint32_t row = 8; row < 14; ++row) {  // two become searchers, four inactive
        small.world.people.activity[{row}] = row < 10 ? Activity::searching : Activity::inactive;
        small.world.people.since[{row}] = -6;
    }
    calendar(small.world, rules.in(-5));
    // Four entered and two left; a sixth of the surplus of two must leave as well.
    EXPECT_DOUBLE_EQ(small.world.balance.inactive.scale, (4.0 + 2.0 / 6.0) / 2.0);
    calendar(small.world, rules.in(0));
    EXPECT_DOUBLE_EQ(small.world.balance.inactive.scale, (4.0 + 2.0 / 6.0) / 2.0)
        << "fixed once the study starts";
}

TEST(Calendar, shares_what_holds_employment_between_finding_and_losing_work) {
    Scenario scenario = plain_scenario();
    const auto scale_with = [&](double place) {
        scenario.parameters.work.place = place;
        const MonthRules rules{scenario};
        SmallWorld small{scenario};
        small.add_singles(10, {.activity = Activity::employed});
        small.add_singles(10, {.activity = Activity::searching});
        calendar(small.world, rules.in(-6));
        for (std::uint32_t row = 8; row < 14; ++row) {  // two lose their job, four find one
            small.world.people.activity[{row}] =
                row < 10 ? Activity::searching : Activity::employed;
            small.world.people.job_zone[{row}] = {0};
            small.world.people.job_tier[{row}] = 1;
            small.world.people.since[{row}] = -6;
        }
        calendar(small.world, rules.in(-5));
        return small.world.balance.employed[0].scale;
    };
    // Two left and four entered; a sixth of the surplus of two must enter less.
    const double needed = (2.0 - 2.0 / 6.0) / 4.0;
    EXPECT_NEAR(scale_with(0.0), needed, 1e-12);
    EXPECT_NEAR(scale_with(0.5), std::pow(needed, 1.0 / 1.5), 1e-12)
        << "s times what enters is s to the power -1/2 times what leaves";
    EXPECT_NEAR(scale_with(1.0), std::sqrt(needed), 1e-12);
}

}  // namespace
}  // namespace foothold
