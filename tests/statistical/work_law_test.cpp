#include "sim/phases/race.hpp"
#include "tests/statistical/statistics.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

constexpr std::uint32_t many = 40'000;
constexpr std::size_t low_paid = 1;

TEST(WorkLaw, jobs_survive_as_their_falling_hazard_says) {
    constexpr double settled = 0.01;
    constexpr double excess = 8.0;
    constexpr double memory = 4.0;
    Scenario scenario = plain_scenario();
    scenario.parameters.work.separation = {settled, settled, settled};
    scenario.parameters.work.new_job_excess = excess;
    scenario.parameters.work.new_job_memory = memory;
    SmallWorld small{scenario};
    small.add_singles(many, {.months = 0});
    const MonthRules rules{scenario};
    double hazard = 0.0;  // up to now
    for (Month month = 1; month <= 24; ++month) {
        work(small.world, rules.in(month));
        hazard += settled * (1.0 + excess * std::exp(-month / memory));
        double at_work = 0.0;
        for (const Activity activity : small.world.people.activity.values()) {
            at_work += activity == Activity::employed;
        }
        EXPECT_LT(std::abs(z_of(at_work, many, std::exp(-hazard))), furthest) << "month " << month;
    }
}

TEST(WorkLaw, the_share_that_stops_looking_is_the_one_given) {
    Scenario scenario = plain_scenario();
    scenario.parameters.work.separation = {100.0, 100.0, 100.0};
    scenario.parameters.work.to_inactivity = 0.3;
    SmallWorld small{scenario};
    small.add_singles(many, {});
    work(small.world, MonthRules{scenario}.in(0));
    double inactive = 0.0;
    for (const Activity activity : small.world.people.activity.values()) {
        inactive += activity == Activity::inactive;
    }
    EXPECT_LT(std::abs(z_of(inactive, many, 0.3)), furthest);
}

/// Everybody is ready; applications land at this rate for those without qualifications.
Scenario racing(double applications) {
    Scenario it = plain_scenario();
    it.parameters.search.readiness_base = 20.0;
    it.parameters.search.applications = applications;
    return it;
}

TEST(RaceLaw, the_first_job_goes_to_each_in_proportion_to_their_applications) {
    Scenario scenario = racing(0.5);
    scenario.parameters.search.hiring_per_level = std::log(2.0);  // weights 1, 2, 4, 8, 16
    const MonthRules rules{scenario};
    SmallWorld small{scenario};
    for (std::uint8_t level = 0; level < 5; ++level) {
        small.add(0, {{.activity = Activity::searching, .qualification = level}});
    }
    small.world.jobs.vacancies[low_paid] = 1;
    constexpr std::uint32_t races = 20'000;
    std::vector<double> won(5, 0.0);
    double held = 0.0;
    for (std::uint32_t race = 0; race < races; ++race) {
        World world = small.world;
        race_for_vacancies(world, rules.in(0, race));
        for (std::uint32_t row = 0; row < 5; ++row) {
            const bool wins = world.people.activity[{row}] == Activity::employed;
            won[row] += wins;
            held += wins;
        }
    }
    std::vector<double> expected(5);
    for (std::size_t level = 0; level < 5; ++level) {
        expected[level] = held * std::exp2(static_cast<double>(level)) / 31.0;
    }
    EXPECT_LT(std::abs(z_of(won, expected)), furthest);
    // Somebody lands within the month at the rate of all together: 31 * 0.5.
    EXPECT_GT(held, races * 0.999);
}

TEST(RaceLaw, applications_land_within_the_month_at_their_rate) {
    const Scenario scenario = racing(0.4);
    SmallWorld small{scenario};
    small.add_singles(many, {.activity = Activity::searching});
    small.world.jobs.vacancies[low_paid] = many;
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    EXPECT_LT(std::abs(z_of(small.world.jobs.hires[low_paid], many, -std::expm1(-0.4))), furthest);
}

TEST(RaceLaw, tiers_are_chosen_by_what_is_open_and_what_suits) {
    Scenario scenario = racing(100.0);
    scenario.parameters.search.tier_preference = {0.0, 0.0, 0.5};
    scenario.parameters.search.tier_standard = {0.0, 0.0, 1.2};
    SmallWorld small{scenario};
    small.add_singles(many, {.activity = Activity::searching, .qualification = 3});
    small.world.jobs.vacancies = {40'000, 120'000, 80'000, 0, 0, 0};
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    // Log odds of the secure tier at level 3 of 4: 3 * 0.5 - 1.2 * (1 - 3/4) = 1.2.
    const double secure = 2.0 * std::exp(1.2);
    const double all = 1.0 + 3.0 + secure;
    const auto& hires = small.world.jobs.hires;
    EXPECT_LT(std::abs(z_of({double(hires[0]), double(hires[1]), double(hires[2])},
                            {many * 1.0 / all, many * 3.0 / all, many * secure / all})),
              furthest);
}

TEST(RaceLaw, zones_are_chosen_by_vacancies_and_distance) {
    const Scenario scenario = racing(100.0);
    SmallWorld small{scenario};
    small.geography->reach = {1.0, 0.25, 1.0, 0.0};  // of elsewhere, from the first neighbourhood
    small.add_singles(many, {.activity = Activity::searching});
    small.world.jobs.vacancies = {0, 40'000, 0, 0, 80'000, 0};
    race_for_vacancies(small.world, MonthRules{scenario}.in(0));
    EXPECT_LT(std::abs(z_of(small.world.jobs.hires[low_paid], many, 1.0 / 1.5)), furthest);
}

}  // namespace
}  // namespace foothold
