#include "sim/experiments/outcome.hpp"
#include "sim/experiments/sensitivity.hpp"
#include "sim/measures/catalogue.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace foothold {
namespace {

TEST(Sensitivity, gives_all_runs_of_a_walk_the_same_luck) {
    // Luck alone moves this outcome, between walks but not within them.
    const Model model = [](const Point&, std::uint32_t luck) {
        return std::vector<double>{luck % 2 == 0 ? 0.0 : 5.0};
    };
    const Screening found = screen(model, 3, 6, 1);
    for (const ElementaryEffects& effects : found.effects) {
        EXPECT_EQ(effects.mean_absolute, 0.0);
    }
    EXPECT_EQ(found.luck.mean_absolute, 5.0);
    EXPECT_EQ(found.luck.mean, 0.0);
}

TEST(Sensitivity, does_not_run_the_model_more_often_than_it_says) {
    std::atomic<std::size_t> runs = 0;
    const Model model = [&](const Point& p, std::uint32_t) {
        ++runs;
        return std::vector<double>{p[0]};
    };
    screen(model, 4, 5, 1);
    EXPECT_LE(runs, runs_to_screen(4, 5));
    EXPECT_GE(runs, runs_to_screen(4, 4));
}

TEST(Runs, are_made_once_where_a_design_names_a_point_twice) {
    std::atomic<std::size_t> runs = 0;
    const Model model = [&](const Point& p, std::uint32_t luck) {
        ++runs;
        return std::vector<double>{p[0] + luck};
    };
    const Runs made = run_all(model, {{0.5}, {0.25}, {0.5}, {0.5}}, {1, 1, 1, 2});
    EXPECT_EQ(runs, 3U);
    EXPECT_EQ(made.column(0), (std::vector<double>{1.5, 1.25, 1.5, 2.5}));
}

TEST(Runs, all_end_before_the_failure_of_one_is_told) {
    std::atomic<std::size_t> ended = 0;
    const Model model = [&](const Point& p, std::uint32_t) {
        if (p[0] < 0.1) {
            throw std::runtime_error{"failed"};
        }
        ++ended;
        return std::vector<double>{1.0};
    };
    EXPECT_THROW(run_all(model, {{0.5}, {0.0}, {0.7}, {0.9}}, 0), std::runtime_error);
    EXPECT_EQ(ended, 3U);
}

TEST(Sensitivity, looks_closer_at_what_moves_the_outcome_most) {
    Screening screening;
    for (const double importance : {0.1, 5.0, 0.3, 10.0, 0.0}) {
        screening.effects.push_back({0.0, importance, 0.0, 0.0});
    }
    EXPECT_EQ(important(screening, 10), (std::vector<std::size_t>{1, 3}));
    EXPECT_EQ(important(screening, 1), (std::vector<std::size_t>{3}));
}

TEST(Outcome, is_the_mean_over_the_months_of_its_year_of_the_whole_place) {
    const Parameters parameters = plain_parameters();
    Trajectory lived;
    constexpr std::size_t times = 25;
    lived.digest.resize(times);
    lived.places.assign(place_measures(parameters).size(), std::vector<std::int64_t>(times * 2, 0));
    for (std::size_t t = 0; t < times; ++t) {
        lived.places[0][t * 2] = static_cast<std::int64_t>(t);
        lived.places[0][t * 2 + 1] = 100;
    }
    const std::string first = outcome_measures(parameters).front();
    EXPECT_EQ(mean_over_year(lived, parameters, first, 1), 100.0 + 6.5);
    EXPECT_EQ(mean_over_year(lived, parameters, first, 2), 100.0 + 18.5);
    EXPECT_THROW(mean_over_year(lived, parameters, "no_such", 1), std::out_of_range);
}

TEST(Outcome, needs_its_arm_the_reference_and_no_month_more) {
    Scenario scenario;
    scenario.reference = "none";
    for (const char* name : {"none", "a", "b"}) {
        scenario.arms.items.push_back({name, "", {}, {}});
    }
    scenario.settings.horizon = 60;
    const Scenario level = only_for({"employed", 2, "a", false}, scenario);
    ASSERT_EQ(level.arms.items.size(), 1U);
    EXPECT_EQ(level.reference, "a");
    EXPECT_EQ(level.settings.horizon, 24);
    const Scenario difference = only_for({"employed", 2, "b", true}, scenario);
    ASSERT_EQ(difference.arms.items.size(), 2U);
    EXPECT_EQ(difference.reference, "none");
}

}  // namespace
}  // namespace foothold
