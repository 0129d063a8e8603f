#include "sim/appraisal/cliff_study.hpp"
#include "sim/appraisal/funding_length.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

Scenario asked_about() {
    Scenario it = plain_scenario();
    it.settings.horizon = 120;
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].name = "help";
    it.programmes.items[0].staffing.advocates = 3;
    it.programmes.items[0].staffing.senior_advocates = 1;
    it.programmes.items[0].routes.outreach_hours = 40.0;
    it.programmes.items[0].funding = {{2018, 6}, 30, 12'000.0, 3};
    it.arms.items.push_back({"help", "Help", {"help"}});
    return it;
}

std::string problems(const CliffQuestion& asked, const Scenario& scenario = asked_about()) {
    Diagnostics wrong;
    check(scenario, asked, wrong);
    std::string text;
    for (const Diagnostic& each : wrong.all()) {
        text += each.where.file + " " + each.problem + "\n";
    }
    return text;
}

TEST(CliffStudy, is_told_of_by_its_own_scenario) {
    const Scenario study = cliff_study(asked_about(), {"help", 12, 24, 6, {}, 20, false});
    std::vector<std::string> arms;
    for (const Arm& each : study.arms.items) {
        arms.push_back(each.name);
    }
    EXPECT_EQ(arms,
              (std::vector<std::string>{"none",
                                        "months_12",
                                        "months_18",
                                        "months_24",
                                        "months_30",
                                        "renewed",
                                        "goes_on",
                                        "run_off",
                                        "run_off_notice",
                                        "cut_no_relapse"}));
    const auto design = cliff_design(study);
    ASSERT_TRUE(design);
    EXPECT_EQ(design->lengths, (std::vector<std::int32_t>{12, 18, 24, 30}));
    EXPECT_EQ(design->anatomy, 30);
    EXPECT_EQ(design->window, 20);
    EXPECT_EQ(design->begins, 2);
    EXPECT_TRUE(design->renewed);
    EXPECT_FALSE(design->same_total);
    EXPECT_FALSE(cliff_design(asked_about()));
}

TEST(CliffStudy, shares_the_luck_of_the_programme_among_its_arms) {
    const Scenario study = cliff_study(asked_about(), {"help", 12, 24, 6, {}, 20, false});
    for (const Programme& each : study.programmes.items) {
        EXPECT_EQ(each.family, asked_about().programmes.items[0].family) << each.name;
    }
}

TEST(CliffStudy, renews_for_a_year_at_a_time_without_a_gap) {
    const Programme it = renewed_yearly(asked_about().programmes.items[0]);
    EXPECT_EQ(it.funding.months, 12);
    EXPECT_EQ(it.funding.further_periods,
              (std::vector<FundingPeriod>{{{2019, 6}, 12, 12'000.0}, {{2020, 6}, 6, 12'000.0}}));
}

TEST(CliffStudy, spreads_the_same_total_over_each_length) {
    const Programme own = asked_about().programmes.items[0];
    const Programme longer = at_length(own, 60, true);
    EXPECT_DOUBLE_EQ(longer.funding.per_month, 6'000.0);
    EXPECT_DOUBLE_EQ(longer.routes.outreach_hours, 20.0);
    EXPECT_EQ(longer.staffing.advocates, 2) << "one and a half, half up";
    EXPECT_EQ(longer.staffing.senior_advocates, 1) << "a half, half up";
    EXPECT_EQ(at_length(own, 600, true).staffing.advocates, 1) << "at least one";
    EXPECT_EQ(at_length(own, 60, false).funding.per_month, 12'000.0);
    EXPECT_TRUE(
        cliff_design(cliff_study(asked_about(), {"help", 12, 24, 6, {}, 20, true}))->same_total);
}

TEST(CliffStudy, refuses_lengths_that_cannot_be) {
    EXPECT_EQ(problems({"help", 12, 60, 6, {}, 24, false}), "");
    EXPECT_EQ(problems({"help", 60, 12, 6, {}, 24, false}),
              "--from 60 is more than --to 12; give the shorter length first\n");
    EXPECT_EQ(problems({"help", 12, 119, 6, {}, 24, false}),
              "--to the longest funding ends in month 121 of the study, which has 120; lengthen it "
              "with --set settings.horizon=121\n");
    EXPECT_EQ(problems({"help", 12, 60, 6, 100, 24, false}),
              "--window the window after the end closes in month 126 of the study, which has 120; "
              "lengthen it with --set settings.horizon=126\n");
    EXPECT_EQ(problems({"halp", 12, 60, 6, {}, 24, false}),
              "--programme there is no programme 'halp'; did you mean 'help'?\n");
}

/// Employed and pence of the reference, of 12 and of 15 months, and of the chain, at four times.
struct Courses3 {
    Courses region;
    Courses programme;
    CliffDesign design{"Help", {12, 15}, 15, 1, 0, false, false};

    Courses3() {
        const std::vector<std::string> arms{"none",
                                            "months_12",
                                            "months_15",
                                            "goes_on",
                                            "run_off",
                                            "run_off_notice",
                                            "cut_no_relapse"};
        region = {{{"employed", "person", ""}}, arms, {0, 1, 2}, 4, {{}}};
        programme = {{{"spend_staff", "pence", ""}}, arms, {0, 1, 2}, 4, {{}}};
        for (std::int64_t arm = 0; arm < 7; ++arm) {
            for (std::int64_t r = 0; r < 3; ++r) {
                for (std::int64_t time = 0; time < 4; ++time) {
                    // At each time after the opening: 10 more with 12 months, 13 + r with 15.
                    const std::int64_t more = arm == 0 ? 0 : arm == 1 ? 10 : arm == 2 ? 13 + r : 20;
                    region.values[0].push_back(100 + 7 * r + (time > 0 ? more : 0));
                    programme.values[0].push_back(arm == 0 ? 0 : time * (arm == 1 ? 400 : 600));
                }
            }
        }
    }
};

TEST(FundingLength, adds_up_job_months_and_values_each_further_month) {
    Courses3 it;
    it.design.window = -12;  // the window closes at time 3
    const CliffFindings found = cliff_findings(it.design, it.region, it.programme, 0);
    ASSERT_EQ(found.lengths.size(), 2U);
    EXPECT_EQ(found.lengths[0].job_months, (std::vector<std::int64_t>{30, 30, 30}));
    EXPECT_EQ(found.lengths[1].job_months, (std::vector<std::int64_t>{39, 42, 45}));
    EXPECT_DOUBLE_EQ(found.lengths[0].cost.mean, 12.0);
    ASSERT_TRUE(found.lengths[0].cost_of_year);
    EXPECT_DOUBLE_EQ(found.lengths[0].cost_of_year->mean, 12.0 / 30.0 * 12.0);
    ASSERT_EQ(found.further.size(), 1U);
    // 9, 12 and 15 more job-months for three further months; 6 pounds for the three.
    EXPECT_DOUBLE_EQ(found.further[0].job_months.mean, 4.0);
    EXPECT_NEAR(found.further[0].job_months.interval->low, 4.0 - 4.302653 / std::sqrt(3.0), 1e-5);
    EXPECT_DOUBLE_EQ(found.further[0].cost.mean, 2.0);
    ASSERT_TRUE(found.further[0].cost_of_year);
    EXPECT_DOUBLE_EQ(found.further[0].cost_of_year->mean, 6.0);
}

TEST(FundingLength, takes_the_drop_apart_without_a_rest) {
    Courses3 it;
    it.design.window = -12;
    const std::size_t arms = it.region.arms.size();
    for (std::size_t i = 0; i < it.region.values[0].size(); ++i) {
        it.region.values[0][i] += i % 4 == 0 ? 0 : static_cast<std::int64_t>(i * i % 11);
    }
    const DropAnatomy drop = cliff_findings(it.design, it.region, it.programme, 0).anatomy;
    ASSERT_EQ(arms, 7U);
    for (std::size_t r = 0; r < 3; ++r) {
        std::int64_t sum = 0;
        for (const auto& cause : drop.causes) {
            sum += cause[r];
        }
        EXPECT_EQ(sum, drop.drop[r]);
    }
    EXPECT_EQ(drop.first, 1);
}

}  // namespace
}  // namespace foothold
