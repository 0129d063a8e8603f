// What competes in the race for vacancies: ways up, ways in, and rival accounts of who is taken.
#include "sim/phases/race.hpp"
#include "tests/unit/small_race.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foothold {
namespace {

/// Of people 0..n-1, who has work in the end.
std::vector<bool> race(SmallWorld& small, const Scenario& scenario, std::uint32_t replicate = 0) {
    race_for_vacancies(small.world, MonthRules{scenario}.in(0, replicate));
    std::vector<bool> works;
    for (std::uint32_t row = 0; row < small.world.people.size(); ++row) {
        works.push_back(small.world.people.activity[{row}] == Activity::employed);
    }
    return works;
}

TEST(RaceRivals, skills_first_takes_the_best_qualified_of_those_in_time) {
    Scenario scenario = ready(50.0);
    scenario.parameters.search.hiring_per_level = 0.1;
    scenario.parameters.mechanisms.hiring = HiringRule::skills_first;
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        SmallWorld small{scenario};
        for (std::uint8_t i = 0; i < 20; ++i) {
            small.add(0, {{.activity = Activity::searching, .qualification = std::uint8_t(i % 5)}});
        }
        small.world.jobs.vacancies[low_paid] = 8;
        const auto works = race(small, scenario, replicate);
        for (std::size_t i = 0; i < works.size(); ++i) {
            EXPECT_EQ(works[i], i % 5 >= 3) << "eight hold level 3 or 4; all twenty are in time";
        }
    }
}

TEST(RaceRivals, skills_first_cuts_ties_by_luck_and_not_by_row) {
    Scenario scenario = ready(50.0);
    scenario.parameters.mechanisms.hiring = HiringRule::skills_first;
    int first_row = 0;
    int last_row = 0;
    for (std::uint32_t replicate = 0; replicate < 400; ++replicate) {
        SmallWorld small{scenario};
        small.add_singles(20, searcher);
        small.world.jobs.vacancies[low_paid] = 8;
        const auto works = race(small, scenario, replicate);
        first_row += works.front();
        last_row += works.back();
    }
    const double error = 4.0 * std::sqrt(400.0 * 0.4 * 0.6);
    EXPECT_NEAR(first_row, 160.0, error);
    EXPECT_NEAR(last_row, 160.0, error);
}

TEST(RaceRivals, queue_first_lets_the_less_qualified_be_quicker) {
    Scenario scenario = ready(50.0);
    scenario.parameters.search.hiring_per_level = 0.1;
    int unqualified = 0;
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        SmallWorld small{scenario};
        for (std::uint8_t i = 0; i < 20; ++i) {
            small.add(0, {{.activity = Activity::searching, .qualification = std::uint8_t(i % 5)}});
        }
        small.world.jobs.vacancies[low_paid] = 8;
        const auto works = race(small, scenario, replicate);
        for (std::size_t i = 0; i < works.size(); i += 5) {
            unqualified += works[i];
        }
    }
    EXPECT_GT(unqualified, 0);
}

/// Share of 4000 searchers who land a job when there is room for all.
double landing(const Scenario& scenario, double employment) {
    SmallWorld small{scenario};
    small.add_singles(4000, searcher);
    small.world.neighbourhoods.employment[{0}] = employment;
    small.reference->people = 100;
    small.reference->employed = 70;
    small.world.jobs.vacancies[low_paid] = 4000;
    const auto works = race(small, scenario);
    return static_cast<double>(std::count(works.begin(), works.end(), true)) / 4000.0;
}

TEST(RaceRivals, neighbours_in_work_help_applications_on_their_way_unless_turned_off) {
    Scenario scenario = ready(0.3);
    scenario.parameters.search.networks = 0.02;
    const double error = 4.0 * std::sqrt(0.25 / 4000.0);
    EXPECT_NEAR(landing(scenario, 0.70), 1.0 - std::exp(-0.3), error);
    EXPECT_NEAR(landing(scenario, 0.50), 1.0 - std::exp(-0.3 * std::exp(-0.4)), error);
    scenario.parameters.mechanisms.networks = false;
    EXPECT_EQ(landing(scenario, 0.50), landing(scenario, 0.70));
}

TEST(RaceRivals, own_ease_multiplies_how_fast_applications_land) {
    const Scenario scenario = ready(0.3);
    SmallWorld small{scenario};
    small.add_singles(4000, searcher);
    for (std::uint32_t row = 0; row < 4000; ++row) {
        small.world.people.ease[{row}] = row < 2000 ? 0.7F : 0.0F;
    }
    small.world.jobs.vacancies[low_paid] = 4000;
    const auto works = race(small, scenario);
    const auto half = works.begin() + 2000;
    const double error = 4.0 * std::sqrt(0.25 / 2000.0);
    EXPECT_NEAR(static_cast<double>(std::count(works.begin(), half, true)) / 2000.0,
                1.0 - std::exp(-0.3 * std::exp(0.7)),
                error);
    EXPECT_NEAR(static_cast<double>(std::count(half, works.end(), true)) / 2000.0,
                1.0 - std::exp(-0.3),
                error);
}

TEST(RaceRivals, offers_that_pay_little_are_turned_down_more_often) {
    Scenario scenario = ready(0.3);
    scenario.parameters.search.acceptance = 0.5;
    SmallWorld small{scenario};
    small.add_singles(4000, searcher);
    for (std::uint32_t row = 0; row < 4000; ++row) {
        small.world.people.gain_from_work[{row}] = row < 2000 ? 200.0F : 0.0F;
    }
    small.world.jobs.vacancies[low_paid] = 4000;
    const auto works = race(small, scenario);
    const auto of = [&](std::ptrdiff_t from) {
        return static_cast<double>(
                   std::count(works.begin() + from, works.begin() + from + 2000, true))
               / 2000.0;
    };
    const double error = 4.0 * std::sqrt(0.25 / 2000.0);
    EXPECT_NEAR(of(0), 1.0 - std::exp(-0.3 * std::exp(1.0)), error);
    EXPECT_NEAR(of(2000), 1.0 - std::exp(-0.3), error);
}

TEST(RaceRivals, workers_are_put_forward_where_they_work_and_leave_their_job_behind) {
    Scenario scenario = ready(0.0);
    scenario.parameters.work.promotion = {50.0, 50.0};
    SmallWorld small{scenario};
    for (std::uint8_t tier = 0; tier < tiers; ++tier) {
        small.add_singles(5, {.activity = Activity::employed, .tier = tier});
    }
    small.world.jobs.vacancies = {0, 2, 3, 9, 9, 9};
    race(small, scenario);
    std::array<int, tiers> now{};
    for (std::uint32_t row = 0; row < 15; ++row) {
        EXPECT_EQ(small.world.people.job_zone[{row}], ZoneId{0});
        ++now[small.world.people.job_tier[{row}]];
    }
    EXPECT_EQ(now[0], 5 - 2);
    EXPECT_EQ(now[1], 5 + 2 - 3);
    EXPECT_EQ(now[2], 5 + 3);
    EXPECT_EQ(small.world.jobs.hires, (std::vector<std::int32_t>{0, 2, 3, 0, 0, 0}));
}

TEST(RaceRivals, a_promotion_opens_the_job_below_and_that_the_next_one) {
    Scenario scenario = ready(0.0);
    scenario.parameters.work.promotion = {50.0, 50.0};
    SmallWorld small{scenario};
    small.add_singles(1, {.activity = Activity::employed, .tier = 0});
    small.add_singles(1, {.activity = Activity::employed, .tier = 1});
    Jobs& jobs = small.world.jobs;
    jobs.base = jobs.wanted = {1.0, 1.0, 1.0, 0.0, 0.0, 0.0};
    const MonthRules rules{scenario};
    const std::vector<std::vector<std::int32_t>> open = {
        {0, 0, 1, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0}, {1, 0, 0, 0, 0, 0}};
    for (Month month = 1; month <= 4; ++month) {
        calendar(small.world, rules.in(month));
        EXPECT_EQ(jobs.vacancies, open[static_cast<std::size_t>(month - 1)]) << "month " << month;
        race_for_vacancies(small.world, rules.in(month));
    }
}

TEST(RaceRivals, support_in_work_speeds_promotion) {
    Scenario scenario = ready(0.0);
    scenario.programmes.items = {plain_programme()};
    scenario.parameters.work.promotion = {0.1, 0.1};
    scenario.parameters.work.promotion_supported = 500.0;
    SmallWorld small{scenario};
    small.add_singles(200, {.activity = Activity::employed, .tier = 1});
    small.start(0);
    small.support({7}, 0);
    small.world.jobs.vacancies[secure] = 200;
    race(small, scenario);
    EXPECT_EQ(small.world.people.job_tier[{7}], 2);
    EXPECT_EQ(small.world.people.job_tier[{8}] == 2, small.world.people.job_since[{8}] == 0);
    EXPECT_LT(small.world.jobs.hires[secure], 50) << "about a tenth of the others";
}

TEST(RaceRivals, young_students_may_become_apprentices_but_not_in_secure_jobs) {
    Scenario scenario = ready(50.0);
    scenario.parameters.search.apprenticeships = 1.0;
    scenario.parameters.tax_benefit.apprenticeship_months = 18;
    SmallWorld small{scenario};
    const PersonId young = small.add_singles(1, {.activity = Activity::student, .age = 18});
    const PersonId older = small.add_singles(1, {.activity = Activity::student, .age = 20});
    small.world.jobs.vacancies = {0, 0, 5, 0, 0, 0};
    race(small, scenario);
    EXPECT_EQ(small.world.people.activity[young], Activity::student);
    small.world.jobs.vacancies = {1, 1, 5, 0, 0, 0};
    race(small, scenario);
    EXPECT_EQ(small.world.people.activity[young], Activity::employed);
    EXPECT_EQ(small.world.people.apprentice_until[young], 18);
    EXPECT_EQ(small.world.people.activity[older], Activity::student);
}

TEST(RaceRivals, an_apprentice_is_qualified_at_the_end_and_not_before) {
    Scenario scenario = plain_scenario();
    scenario.parameters.work.apprenticeship_level = 2.0;
    SmallWorld small{scenario};
    const PersonId p =
        small.add_singles(1, {.activity = Activity::employed, .age = 18, .qualification = 0});
    small.world.people.apprentice_until[p] = 6;
    const MonthRules rules{scenario};
    work(small.world, rules.in(5));
    EXPECT_EQ(small.world.people.qualification[p], 0);
    work(small.world, rules.in(6));
    EXPECT_EQ(small.world.people.qualification[p], 2);
}

TEST(RaceRivals, carers_look_less_far) {
    Scenario scenario = ready(50.0);
    scenario.parameters.search.caring_distance = 4.0;
    SmallWorld small{scenario};
    small.geography->reach = {1.0, 0.5, 1.0, 0.5};
    for (int i = 0; i < 1000; ++i) {
        small.add(0, {searcher}, i < 500 ? debt : BarrierSet{0});  // stands for caring here
    }
    small.world.jobs.vacancies = {0, 1000, 0, 0, 1000, 0};
    race(small, scenario);
    std::array<int, 2> away{};
    for (std::uint32_t row = 0; row < 1000; ++row) {
        away[row / 500] += small.world.people.job_zone[{row}] == ZoneId{1};
    }
    const double error = 4.0 * std::sqrt(0.25 * 500.0);
    EXPECT_NEAR(away[0], 500.0 * (0.0625 / 1.0625), error) << "0.5 to the power of 4";
    EXPECT_NEAR(away[1], 500.0 / 3.0, error);
}

TEST(JobSearch, is_driven_by_work_around_gain_and_time_out) {
    Scenario scenario = plain_scenario();
    SearchParameters& search = scenario.parameters.search;
    search.start_search = 0.2;
    search.readiness_base = 20.0;
    search.local_employment = 0.05;
    search.gain_from_work = 0.3;
    search.discouragement = 0.8;
    search.discouragement_memory = 24.0;
    const auto starting = [&](double around, float gain, int months) {
        SmallWorld small{scenario};
        small.add_singles(4000, {.activity = Activity::inactive, .months = months});
        small.reference->people = 100;
        small.reference->employed = 70;
        small.world.neighbourhoods.catchment_employment[{0}] = around;
        for (std::uint32_t row = 0; row < 4000; ++row) {
            small.world.people.gain_from_work[{row}] = gain;
        }
        job_search(small.world, MonthRules{scenario}.in(0));
        int started = 0;
        for (std::uint32_t row = 0; row < 4000; ++row) {
            started += small.world.people.activity[{row}] == Activity::searching;
        }
        return started / 4000.0;
    };
    const double error = 4.0 * std::sqrt(0.25 / 4000.0);
    const double out = 0.8 * (1.0 - std::exp(-1.0));
    EXPECT_NEAR(starting(0.70, 0.0F, 24), 1.0 - std::exp(-0.2 * std::exp(-out)), error);
    EXPECT_NEAR(
        starting(0.60, 100.0F, 24), 1.0 - std::exp(-0.2 * std::exp(0.3 - 0.5 - out)), error);
    scenario.parameters.mechanisms.norms = false;
    EXPECT_EQ(starting(0.60, 0.0F, 24), starting(0.70, 0.0F, 24));
}

}  // namespace
}  // namespace foothold
