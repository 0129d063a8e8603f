#include "sim/appraisal/evaluation.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace foothold {
namespace {

constexpr double furthest = 4.0;  // [standard error] that chance is allowed

/// Numbers that look like chance and are the same everywhere (Knuth's 64-bit generator).
class Chance {
  public:
    bool happens(double probability) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state_ >> 11) * 0x1.0p-53 < probability;
    }

  private:
    std::uint64_t state_ = 20180401;
};

constexpr std::size_t months = 12;

/// Somebody out of work at the start who is then in work, or not, in every month.
Followed somebody(bool supported, bool works, bool works_without, int barriers = 0) {
    Followed it;
    it.from = 0;
    it.supported = supported ? 1 : 0;
    it.activity = Activity::searching;
    it.barriers = static_cast<std::uint8_t>(barriers);
    it.in_work.assign(months + 1, works ? 1 : 0);
    it.in_work_without.assign(months + 1, works_without ? 1 : 0);
    return it;
}

FollowedPeople one_world(std::vector<Followed> people) {
    return {{"arm"}, {1}, {std::move(people)}};
}

/// Shares in work exactly as told, with and without, independently of each other.
FollowedPeople participants_with(int percent, int percent_without) {
    std::vector<Followed> people;
    for (int i = 0; i < 100; ++i) {
        for (int j = 0; j < 100; ++j) {
            people.push_back(somebody(true, i < percent, j < percent_without));
        }
    }
    return one_world(std::move(people));
}

EvaluationPlan plan_of(Design design, std::size_t n) {
    EvaluationPlan plan;
    plan.designs = {design};
    plan.participants = {n};
    plan.follow_ups = {months};
    return plan;
}

EvaluationResult only(const FollowedPeople& people, const EvaluationPlan& plan) {
    const std::vector<EvaluationResult> results = evaluate(people, 0, plan).results;
    EXPECT_EQ(results.size(), 1U);
    return results.empty() ? EvaluationResult{} : results.front();
}

TEST(VirtualTrial, of_a_programme_without_effect_is_significant_as_often_as_it_says) {
    std::vector<Followed> people;
    for (int i = 0; i < 1000; ++i) {
        people.push_back(somebody(true, i % 10 < 3, i % 10 < 3));
    }
    EvaluationPlan plan = plan_of(Design::rct, 1600);
    plan.evaluations = 10000;
    for (const double level : {0.05, 0.2}) {
        plan.significance = level;
        const EvaluationResult found = only(one_world(people), plan);
        EXPECT_EQ(found.true_effect, 0.0);
        EXPECT_NEAR(found.significant, level, furthest * found.error_of(level));
        EXPECT_NEAR(found.positive, level / 2.0, furthest * found.error_of(level / 2.0));
        EXPECT_EQ(found.wrong_sign, 0.0);  // no sign is right or wrong
    }
}

TEST(VirtualTrial, has_the_power_of_the_two_proportion_test_where_nobody_interferes) {
    const double with = 0.40;
    const double without = 0.30;
    for (const std::size_t n : {200U, 500U, 800U}) {
        EvaluationPlan plan = plan_of(Design::rct, n);
        plan.evaluations = 10000;
        const EvaluationResult found = only(participants_with(40, 30), plan);
        const double half = static_cast<double>(n) / 2.0;
        const double error =
            std::sqrt(with * (1.0 - with) / half + without * (1.0 - without) / half);
        const double z = (with - without) / error;
        const double power = normal_share_below(z - normal_quantile(0.975));
        EXPECT_NEAR(found.positive, power, 0.01 + furthest * found.error_of(power)) << n;
        EXPECT_NEAR(found.wrong_sign, normal_share_below(-z), 0.01) << n;
        EXPECT_NEAR(found.estimate_error, error / 100.0, error / 1000.0) << n;
    }
}

TEST(VirtualTrial, is_unbiased_when_people_are_lost_at_random) {
    EvaluationPlan plan = plan_of(Design::rct, 500);
    plan.drop_out.chance = 0.4;
    const EvaluationResult found = only(participants_with(60, 30), plan);
    EXPECT_NEAR(found.true_effect, 0.3, 1e-12);
    EXPECT_NEAR(found.bias(), 0.0, furthest * found.estimate_error);
    EXPECT_GT(found.estimate_error,
              only(participants_with(60, 30), plan_of(Design::rct, 500)).estimate_error);
}

TEST(VirtualTrial, is_biased_as_computed_by_hand_when_those_out_of_work_are_lost) {
    EvaluationPlan plan = plan_of(Design::rct, 2000);
    plan.drop_out = {0.2, 3.0};  // a fifth of those in work, three fifths of the others
    const EvaluationResult found = only(participants_with(60, 30), plan);
    const double with = 0.6 * 0.8 / (0.6 * 0.8 + 0.4 * 0.4);
    const double without = 0.3 * 0.8 / (0.3 * 0.8 + 0.7 * 0.4);
    EXPECT_NEAR(found.mean_estimate, with - without, furthest * found.estimate_error);
}

TEST(VirtualTrial, does_not_find_those_who_left) {
    std::vector<Followed> people;
    for (int i = 0; i < 300; ++i) {
        people.push_back(somebody(true, true, false));
        people.push_back(somebody(true, false, false));
        people.back().in_work.assign(months + 1, -1);
    }
    const EvaluationResult found = only(one_world(people), plan_of(Design::rct, 200));
    EXPECT_EQ(found.true_effect, 1.0);
    EXPECT_EQ(found.mean_estimate, 1.0);
    EXPECT_EQ(found.positive, 1.0);
}

TEST(BeforeAndAfter, takes_a_recovery_that_comes_anyway_for_an_effect) {
    // A quarter comes to work within the year without help; the programme adds a tenth.
    const EvaluationResult found =
        only(participants_with(35, 25), plan_of(Design::before_after, 500));
    EXPECT_NEAR(found.true_effect, 0.10, 1e-12);
    EXPECT_NEAR(found.bias(), 0.25, furthest * found.estimate_error);
    const EvaluationResult useless =
        only(participants_with(25, 25), plan_of(Design::before_after, 500));
    EXPECT_EQ(useless.positive, 1.0);
}

/// Participants have many barriers in 8 of 10 cases, the compared in 3 of 10; `seen` says whether
/// an evaluator sees the barriers. Support adds nothing; barriers keep people out of work.
FollowedPeople selected(bool seen) {
    Chance chance;
    std::vector<Followed> people;
    for (int i = 0; i < 4000; ++i) {
        const bool supported = i % 3 == 0;
        const bool burdened = chance.happens(supported ? 0.8 : 0.3);
        const bool works = chance.happens(burdened ? 0.1 : 0.5);
        people.push_back(somebody(supported, works, works, seen && burdened ? 4 : 0));
        people.back().age = static_cast<std::int16_t>(20 + i % 41);
    }
    return one_world(std::move(people));
}

TEST(MatchedComparison, undoes_selection_on_what_is_observed) {
    const EvaluationResult found = only(selected(true), plan_of(Design::matched, 500));
    EXPECT_EQ(found.true_effect, 0.0);
    EXPECT_NEAR(found.bias(), 0.0, 0.03);
}

TEST(MatchedComparison, is_fooled_by_selection_on_what_is_not_observed) {
    const EvaluationResult found = only(selected(false), plan_of(Design::matched, 500));
    EXPECT_NEAR(found.bias(), (0.3 - 0.8) * (0.5 - 0.1), 0.04);
    EXPECT_GT(found.significant, 0.5);  // of no effect
}

TEST(MatchedComparison, says_how_sure_it_is) {
    // The standard error it reports is the spread of what it finds.
    Chance chance;
    std::vector<Followed> people;
    for (int i = 0; i < 12000; ++i) {
        const bool works = chance.happens(0.3);
        people.push_back(somebody(i % 3 == 0, works, works));
        people.back().age = static_cast<std::int16_t>(20 + i % 41);
        people.back().months_out = static_cast<std::int16_t>(1 + i % 97);
    }
    const EvaluationResult found = only(one_world(people), plan_of(Design::matched, 400));
    EXPECT_NEAR(found.significant, 0.05, 0.025);
}

TEST(MatchedComparison, can_drop_whoever_was_supported_later) {
    std::vector<Followed> people;
    for (int i = 0; i < 600; ++i) {
        const bool supported = i % 3 == 0;
        const bool later = i % 3 == 1;
        people.push_back(somebody(supported, supported || later, false));
        people.back().supported_from = later ? Month{months} : never;
        people.back().age = static_cast<std::int16_t>(20 + (i / 3) % 41);
        people.back().barriers = static_cast<std::uint8_t>(i % 2);
    }
    EvaluationPlan plan = plan_of(Design::matched, 200);
    EXPECT_LT(only(one_world(people), plan).mean_estimate, 0.8);
    plan.drop_later = true;
    EXPECT_EQ(only(one_world(people), plan).mean_estimate, 1.0);
}

TEST(MatchedComparison, is_made_even_if_something_seen_decides_who_is_supported) {
    FollowedPeople people = selected(true);
    for (std::size_t i = 0; i < 30; i += 3) {
        people.people[0][i].activity = Activity::student;  // of participants only
        people.people[0][i + 1].activity = Activity::inactive;
    }
    for (std::size_t i = 31; i < 90; i += 3) {
        people.people[0][i - 1].activity = Activity::sick;
        people.people[0][i].activity = Activity::sick;
    }
    const EvaluationResult found = only(people, plan_of(Design::matched, 500));
    EXPECT_NEAR(found.bias(), 0.0, 0.03);
}

TEST(MatchedComparison, is_left_out_where_there_is_nobody_to_match_with) {
    const Evaluations made = evaluate(participants_with(40, 30), 0, plan_of(Design::matched, 200));
    EXPECT_TRUE(made.results.empty());
    ASSERT_EQ(made.missing.size(), 1U);
    EXPECT_EQ(made.missing[0].why, "there was nobody to match with");
}

TEST(VirtualEvaluation, is_left_out_beyond_the_end_of_the_study) {
    EvaluationPlan plan = plan_of(Design::rct, 200);
    plan.follow_ups = {months, months + 1};
    const Evaluations made = evaluate(participants_with(40, 30), 0, plan);
    EXPECT_EQ(made.results.size(), 1U);
    ASSERT_EQ(made.missing.size(), 1U);
    EXPECT_EQ(made.missing[0].why, "nobody was followed for so long before the study ended");
}

TEST(VirtualEvaluation, finds_the_same_with_any_number_of_threads_and_whatever_else_is_evaluated) {
    EvaluationPlan plan = plan_of(Design::before_after, 200);
    plan.evaluations = 300;
    const FollowedPeople people = participants_with(40, 30);
    const EvaluationResult alone = only(people, plan);
    plan.designs = {Design::rct, Design::before_after};
    plan.participants = {50, 200};
    const ThreadLimit one{1};
    const std::vector<EvaluationResult> all = evaluate(people, 0, plan).results;
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[3].mean_estimate, alone.mean_estimate);
    EXPECT_EQ(all[3].positive, alone.positive);
    EXPECT_NE(all[2].mean_estimate, alone.mean_estimate);
}

TEST(VirtualEvaluation, is_made_of_the_people_of_all_replicates_together) {
    FollowedPeople people{{"arm"}, {1, 2}, {{}, {}}};
    people.people[0].assign(100, somebody(true, true, false));
    people.people[1].assign(300, somebody(true, false, false));
    const EvaluationResult found = only(people, plan_of(Design::before_after, 50));
    EXPECT_EQ(found.people, 400U);
    EXPECT_EQ(found.true_effect, 0.25);
    EXPECT_NEAR(found.mean_estimate, 0.25, furthest * found.estimate_error);
}

TEST(VirtualTrial, of_no_effect_in_twenty_small_worlds_is_significant_as_often_as_it_says) {
    // The two lives of each person are swapped by chance: within a world of 50 they differ by luck.
    Chance chance;
    FollowedPeople people{{"arm"}, {}, {}};
    for (std::uint32_t world = 0; world < 20; ++world) {
        people.replicates.push_back(world);
        auto& own = people.people.emplace_back();
        for (int i = 0; i < 50; ++i) {
            const bool one = chance.happens(0.4);
            const bool other = chance.happens(0.4);
            own.push_back(somebody(true, one, other));
            own.push_back(somebody(true, other, one));
        }
    }
    EvaluationPlan plan = plan_of(Design::rct, 1600);
    plan.evaluations = 10000;
    const EvaluationResult found = only(people, plan);
    EXPECT_EQ(found.true_effect, 0.0);
    EXPECT_NEAR(found.significant, 0.05, furthest * found.error_of(0.05));
}

TEST(VirtualEvaluation, reports_the_shortest_follow_up_with_enough_power) {
    EvaluationPlan plan = plan_of(Design::rct, 200);
    plan.follow_ups = {6, 12, 24};
    std::vector<EvaluationResult> results(3);
    for (std::size_t i = 0; i < 3; ++i) {
        results[i].participants = 200;
        results[i].follow_up = plan.follow_ups[i];
        results[i].true_effect = 0.1;
    }
    results[0].positive = 0.79;
    results[1].positive = 0.80;
    results[2].positive = 0.95;
    EXPECT_EQ(power_reached(results, plan)[0].follow_up, 12U);
    results[1].true_effect = -0.1;
    EXPECT_EQ(power_reached(results, plan)[0].follow_up, 24U);
    results[2].positive = 0.5;
    EXPECT_FALSE(power_reached(results, plan)[0].follow_up);
}

TEST(VirtualEvaluation, marks_power_to_find_what_is_not_there) {
    EvaluationPlan plan = plan_of(Design::before_after, 200);
    EvaluationResult result;
    result.design = Design::before_after;
    result.participants = 200;
    result.follow_up = months;
    result.true_effect = 0.10;
    result.positive = 0.9;
    for (const auto& [found, misleads] :
         {std::pair{0.04, true}, std::pair{0.06, false}, {0.14, false}, {0.16, true}}) {
        result.mean_estimate = found;
        EXPECT_EQ(power_reached({result}, plan)[0].misleads(), misleads) << found;
    }
}

TEST(VirtualEvaluation, marks_more_people_than_there_are) {
    FollowedPeople people = one_world(std::vector<Followed>(100, somebody(true, true, false)));
    people.people[0].resize(280, somebody(false, false, false));
    EXPECT_FALSE(only(people, plan_of(Design::rct, 100)).drawn_again);
    EXPECT_TRUE(only(people, plan_of(Design::rct, 101)).drawn_again);
    EXPECT_FALSE(only(people, plan_of(Design::matched, 90)).drawn_again);
    EXPECT_TRUE(only(people, plan_of(Design::matched, 91)).drawn_again);
}

TEST(VirtualEvaluation, tells_the_truth_with_its_spread_over_replicates) {
    FollowedPeople people{{"arm"}, {1, 2, 3}, {{}, {}, {}}};
    people.people[0].assign(100, somebody(true, true, false));
    people.people[1].assign(300, somebody(true, false, false));
    people.people[2].assign(100, somebody(true, true, false));
    people.people[2].resize(500, somebody(false, true, false));  // compared: not in the truth
    const std::vector<TruthAt> truths = evaluate(people, 0, plan_of(Design::rct, 50)).truths;
    ASSERT_EQ(truths.size(), 1U);
    EXPECT_EQ(truths[0].people, 500U);
    EXPECT_DOUBLE_EQ(truths[0].effect.mean, 0.4);
    ASSERT_TRUE(truths[0].effect.interval);
    // Of 1, 0 and 1: their mean is 2/3, their standard error 1/3.
    EXPECT_NEAR(truths[0].effect.interval->high, 2.0 / 3.0 + 4.302653 / 3.0, 1e-5);
}

TEST(FollowUp, reads_each_outcome_from_a_life) {
    //                                      0  1  2  3  4  5  6  7
    const std::vector<std::int8_t> course{0, 0, 1, 1, 1, 1, 0, -1};
    EXPECT_EQ(outcome_of_life(course, false, {Success::in_work, 5}), 1.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::in_work, 6}), 0.0);
    EXPECT_FALSE(outcome_of_life(course, false, {Success::in_work, 7}));
    EXPECT_EQ(outcome_of_life(course, false, {Success::ever_in_work, 1}), 0.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::ever_in_work, 6}), 1.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::months_in_work, 6}), 4.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::sustained_13_weeks, 4}), 0.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::sustained_13_weeks, 5}), 1.0);
    EXPECT_EQ(outcome_of_life(course, false, {Success::sustained_26_weeks, 6}), 0.0);
}

TEST(FollowUp, does_not_count_the_job_that_somebody_came_with_as_come_to) {
    const std::vector<std::int8_t> stays(8, 1);
    EXPECT_EQ(outcome_of_life(stays, true, {Success::sustained_13_weeks, 7}), 0.0);
    EXPECT_EQ(outcome_of_life(stays, false, {Success::sustained_13_weeks, 7}), 1.0);
    EXPECT_EQ(outcome_if_unchanged(true, {Success::sustained_13_weeks, 7}), 0.0);
    EXPECT_EQ(outcome_if_unchanged(true, {Success::months_in_work, 7}), 7.0);
}

}  // namespace
}  // namespace foothold
