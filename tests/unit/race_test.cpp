#include "sim/phases/race.hpp"
#include "tests/unit/small_race.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foothold {
namespace {

std::size_t employed(const World& world) {
    const auto& all = world.people.activity.values();
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), Activity::employed));
}

TEST(Race, never_hires_more_people_than_there_are_vacancies) {
    const Scenario scenario = ready(50.0);
    const MonthRules rules{scenario};
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        SmallWorld small{scenario};
        small.add_singles(50, searcher);
        small.world.jobs.vacancies = {2, 3, 0, 9, 9, 9};
        race_for_vacancies(small.world, rules.in(0, replicate));
        EXPECT_EQ(small.world.jobs.hires, (std::vector<std::int32_t>{2, 3, 0, 0, 0, 0}))
            << "all places in town are taken, and elsewhere is out of reach";
        EXPECT_EQ(employed(small.world), 5U);
    }
}

TEST(Race, decides_on_the_share_of_vacancies_that_the_pace_says) {
    Scenario scenario = ready(50.0);
    scenario.parameters.labour_demand.hiring_pace = 0.6;
    const MonthRules rules{scenario};
    int hires = 0;
    for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
        SmallWorld small{scenario};
        small.add_singles(20, searcher);
        small.world.jobs.vacancies[low_paid] = 3;
        race_for_vacancies(small.world, rules.in(0, replicate));
        const std::int32_t made = small.world.jobs.hires[low_paid];
        EXPECT_TRUE(made == 1 || made == 2) << "0.6 of 3 is 1.8";
        hires += made;
    }
    EXPECT_NEAR(hires / 200.0, 1.8, 4.0 * std::sqrt(0.8 * 0.2 / 200.0));
}

/// Everybody's arrival by the rule in the header, computed here.
std::vector<std::pair<double, std::uint32_t>> arrivals(const World& world,
                                                       const MonthContext& now) {
    std::vector<std::pair<double, std::uint32_t>> all;
    for (std::uint32_t row = 0; row < world.people.size(); ++row) {
        const double u = now.luck.uniform({row, 0}, Purpose::application_race);
        const double weight = std::exp(now.parameters.search.hiring_per_level
                                       * world.people.qualification[PersonId{row}]);
        all.emplace_back(-std::log(u) / (now.parameters.search.applications * weight), row);
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(Race, serves_the_earliest_first) {
    Scenario scenario = ready(0.8);
    scenario.parameters.search.hiring_per_level = 0.4;
    const MonthRules rules{scenario};
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        SmallWorld small{scenario};
        for (std::uint8_t i = 0; i < 40; ++i) {
            small.add(0, {{.activity = Activity::searching, .qualification = std::uint8_t(i % 5)}});
        }
        small.world.jobs.vacancies[low_paid] = 10;
        const MonthContext now = rules.in(0, replicate);
        const auto order = arrivals(small.world, now);
        race_for_vacancies(small.world, now);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const bool works = small.world.people.activity[{order[i].second}] == Activity::employed;
            EXPECT_EQ(works, i < 10 && order[i].first <= 1.0)
                << "replicate " << replicate << ", place " << i << " in the queue";
        }
    }
}

TEST(Race, lands_as_many_applications_whatever_the_sign_of_what_moves_standing) {
    constexpr std::size_t people = 10'000;
    const auto landed = [](double duration_penalty, double budget_hiring) {
        Scenario scenario = ready(0.1);
        scenario.parameters.search.duration_penalty = duration_penalty;
        scenario.parameters.search.budget_hiring = budget_hiring;
        SmallWorld small{scenario};
        // Out of work for 50 times the memory, so that the penalty counts in full.
        small.add_singles(people, {.activity = Activity::searching, .months = 300});
        small.world.jobs.vacancies[low_paid] = 2 * people;
        race_for_vacancies(small.world, MonthRules{scenario}.in(0));
        return static_cast<double>(employed(small.world));
    };
    const auto expect = [](double hired, double rate) {
        const double share = -std::expm1(-rate);
        EXPECT_NEAR(hired, people * share, 4.0 * std::sqrt(people * share * (1.0 - share)));
    };
    expect(landed(2.0, 0.0), 0.1 * std::exp(-2.0));
    expect(landed(-2.0, 0.0), 0.1 * std::exp(2.0));
    expect(landed(0.0, -2.0), 0.1);  // nobody has spent a budget
}

TEST(Race, leaves_vacancies_open_that_nobody_took) {
    const Scenario scenario = ready(50.0);
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    small.add_singles(1, searcher);
    Jobs& jobs = small.world.jobs;
    jobs.base[low_paid] = jobs.wanted[low_paid] = 3.0;
    calendar(small.world, rules.in(1));
    EXPECT_EQ(jobs.vacancies[low_paid], 3);
    race_for_vacancies(small.world, rules.in(1));
    EXPECT_EQ(jobs.hires[low_paid], 1);
    calendar(small.world, rules.in(2));
    EXPECT_EQ(jobs.vacancies[low_paid], 2);
    EXPECT_EQ(jobs.filled[low_paid], 1);
}

TEST(Race, is_run_by_searchers_and_by_those_who_would_take_a_job) {
    Scenario scenario = ready(50.0);
    const auto works_afterwards = [&](const Resident& who) {
        SmallWorld small{scenario};
        small.add(0, {who});
        small.world.jobs.vacancies = {5, 5, 5, 0, 0, 0};
        race_for_vacancies(small.world, MonthRules{scenario}.in(0));
        return employed(small.world) == 1;
    };
    EXPECT_TRUE(works_afterwards({.activity = Activity::searching}));
    EXPECT_FALSE(works_afterwards({.activity = Activity::inactive})) << "intensity is 0";
    scenario.parameters.search.inactive_intensity = 1.0;
    scenario.parameters.search.sick_intensity = 1.0;
    EXPECT_TRUE(works_afterwards({.activity = Activity::inactive}));
    EXPECT_TRUE(works_afterwards({.activity = Activity::sick}));
    EXPECT_FALSE(works_afterwards({.activity = Activity::retired}));
    EXPECT_FALSE(works_afterwards({.activity = Activity::student, .age = 17}));
    EXPECT_FALSE(works_afterwards({.activity = Activity::child, .age = 10}));
    EXPECT_FALSE(works_afterwards({.activity = Activity::aged_out, .age = 70}));
}

TEST(Race, moves_workers_up_a_tier_and_never_down) {
    Scenario scenario = ready(50.0);
    scenario.parameters.search.on_the_job = 1.0;
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    for (std::uint8_t tier = 0; tier < tiers; ++tier) {
        small.add_singles(10, {.activity = Activity::employed, .tier = tier});
    }
    small.world.jobs.vacancies = {30, 30, 30, 0, 0, 0};
    const People before = small.world.people;
    race_for_vacancies(small.world, rules.in(4));
    int moved = 0;
    for (std::uint32_t row = 0; row < 30; ++row) {
        const PersonId p{row};
        const People& after = small.world.people;
        EXPECT_EQ(after.since[p], before.since[p]) << "still in work since the same month";
        if (after.job_since[p] == 4) {
            EXPECT_GT(after.job_tier[p], before.job_tier[p]);
            ++moved;
        } else {
            EXPECT_EQ(after.job_tier[p], before.job_tier[p]);
        }
    }
    EXPECT_EQ(moved, 20) << "all but those in secure work";
    EXPECT_EQ(small.world.jobs.hires[0], 0);
}

TEST(Race, starts_a_job_of_the_zone_and_tier_applied_for) {
    const Scenario scenario = ready(50.0);
    SmallWorld small{scenario};
    const PersonId p = small.add_singles(1, searcher);
    small.world.jobs.vacancies[secure] = 1;
    race_for_vacancies(small.world, MonthRules{scenario}.in(7));
    EXPECT_EQ(small.world.people.activity[p], Activity::employed);
    EXPECT_EQ(small.world.people.since[p], 7);
    EXPECT_EQ(small.world.people.job_since[p], 7);
    EXPECT_EQ(small.world.people.job_zone[p], ZoneId{0});
    EXPECT_EQ(small.world.people.job_tier[p], 2);
}

TEST(Race, is_lost_by_those_whom_employers_pass_over) {
    Scenario scenario = ready(1.0);
    scenario.parameters.barriers.items[0].hiring = 30.0;
    SmallWorld small{scenario};
    small.add_singles(50, {.activity = Activity::searching, .barriers = illness});
    small.add_singles(50, searcher);
    small.world.jobs.vacancies[low_paid] = 100;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    for (std::uint32_t row = 0; row < 50; ++row) {
        EXPECT_EQ(small.world.people.activity[{row}], Activity::searching);
    }
    EXPECT_GT(employed(small.world), 20U) << "about 63 % of the others";
}

TEST(Race, weighs_a_budget_spent_and_time_out_of_work) {
    Scenario scenario = ready(50.0);
    scenario.programmes.items = {plain_programme()};
    scenario.parameters.search.duration_penalty = 30.0;
    scenario.parameters.search.budget_hiring = 30.0;
    SmallWorld small{scenario};
    small.add_singles(2, {.activity = Activity::searching, .months = 60});
    small.start(0);
    const CaseId helped = small.support({1}, 0);
    small.world.support.cases[helped.row].budget_spent = 0;
    small.world.jobs.vacancies[low_paid] = 2;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    EXPECT_EQ(small.world.people.activity[{0}], Activity::searching);
    EXPECT_EQ(small.world.people.activity[{1}], Activity::employed);
}

TEST(JobSearch, starts_and_stops_at_hazards_in_readiness) {
    Scenario scenario = plain_scenario();
    scenario.parameters.search.start_search = 100.0;
    scenario.parameters.search.give_up = 100.0;
    scenario.parameters.barriers.items[0].readiness = 20.0;  // readiness 0 while ill, 1/2 otherwise
    SmallWorld small{scenario};
    const PersonId ill =
        small.add_singles(1, {.activity = Activity::searching, .barriers = illness});
    const PersonId well = small.add_singles(1, {.activity = Activity::inactive});
    const PersonId lost = small.add_singles(1, {.activity = Activity::sick, .barriers = illness});
    job_search(small.world, MonthRules{scenario}.in(3));
    EXPECT_EQ(small.world.people.activity[ill], Activity::sick) << "gives up, and is ill";
    EXPECT_EQ(small.world.people.since[ill], 3);
    EXPECT_EQ(small.world.people.activity[well], Activity::searching);
    EXPECT_EQ(small.world.people.since[well], 3);
    EXPECT_EQ(small.world.people.activity[lost], Activity::sick);
}

}  // namespace
}  // namespace foothold
