#include "sim/appraisal/cliff_study.hpp"
#include "sim/appraisal/funding_length.hpp"
#include "tests/unit/small_world.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

namespace foothold {
namespace {

Scenario asked_about() {
    Scenario it = plain_scenario();
    it.settings.horizon = 120;
    it.programmes.items = {plain_programme()};
    it.programmes.items[0].name = "help";
    it.programmes.items[0].staffing.advocates = 3;
    it.programmes.items[0].staffing.senior_advocates = 1;
    it.programmes.items[0].staffing.notice_attrition = 3.0;
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

const Programme& programme_of(const Scenario& study, const std::string& name) {
    for (const Programme& each : study.programmes.items) {
        if (each.name == name) {
            return each;
        }
    }
    throw std::out_of_range{name};
}

const Arm& arm_named(const Scenario& study, const std::string& name) {
    for (const Arm& each : study.arms.items) {
        if (each.name == name) {
            return each;
        }
    }
    throw std::out_of_range{name};
}

Programme renamed(Programme it, const Programme& as) {
    it.name = as.name;
    it.label = as.label;
    return it;
}

// The causes of a drop are what they are called only if each arm changes just that.
TEST(CliffStudy, takes_away_one_thing_at_a_time) {
    const Scenario study = cliff_study(asked_about(), {"help", 30, 30, 1, {}, 20, false});
    const Programme& ends = programme_of(study, "months_30");

    Programme it = renamed(programme_of(study, "goes_on"), programme_of(study, "run_off"));
    EXPECT_GT(it.funding.months, 30 + 20) << "beyond the window";
    it.funding.months = 30;
    it.funding.exit = Exit::run_off;
    it.staffing.notice_attrition = 1.0;
    EXPECT_EQ(it, programme_of(study, "run_off")) << "nobody new, and nobody leaves on notice";

    it = renamed(it, programme_of(study, "run_off_notice"));
    EXPECT_NE(ends.staffing.notice_attrition, 1.0);
    it.staffing.notice_attrition = ends.staffing.notice_attrition;
    EXPECT_EQ(it, programme_of(study, "run_off_notice")) << "advocates leave on notice";

    it = renamed(it, programme_of(study, "cut_no_relapse"));
    EXPECT_NE(ends.funding.exit, Exit::run_off);
    it.funding.exit = ends.funding.exit;
    EXPECT_EQ(it, programme_of(study, "cut_no_relapse")) << "open cases are dropped";

    EXPECT_EQ(renamed(it, ends), ends) << "only what relapses is left";
    Arm arm = arm_named(study, "cut_no_relapse");
    EXPECT_EQ(arm.parameters.paths, std::vector<std::string>{"mechanisms.relapse_after_cut"});
    EXPECT_EQ(arm.parameters.values, std::vector<std::string>{"false"});
    for (const char* name : {"goes_on", "run_off", "run_off_notice", "months_30"}) {
        EXPECT_TRUE(arm_named(study, name).parameters.paths.empty()) << name;
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

TEST(FundingLength, takes_the_drop_apart_from_arm_to_arm) {
    Courses3 it;
    it.design.window = -12;  // the window closes at time 3
    // More in work at each time with money that goes on, in run-off, with notice, and cut.
    const std::array<std::int64_t, 4> more{50, 44, 39, 30};
    for (std::size_t i = 0; i < it.region.values[0].size(); ++i) {
        const std::size_t arm = i / 12;
        const std::size_t time = i % 4;
        if (arm >= 3 && time > 0) {
            it.region.values[0][i] += more[arm - 3] - 20;
        }
    }
    const DropAnatomy drop = cliff_findings(it.design, it.region, it.programme, 0).anatomy;
    using Each = std::vector<std::int64_t>;
    EXPECT_EQ(drop.causes[0], (Each{18, 18, 18}));
    EXPECT_EQ(drop.causes[1], (Each{15, 15, 15}));
    EXPECT_EQ(drop.causes[2], (Each{27, 27, 27}));
    EXPECT_EQ(drop.causes[3], (Each{51, 48, 45}));  // 30 less 13 + r, at three times
    EXPECT_EQ(drop.drop, (Each{111, 108, 105}));
    EXPECT_EQ(drop.first, 1);
    EXPECT_DOUBLE_EQ(drop.cost_of_going_on.mean, 0.0) << "all arms of the chain spend alike here";
    for (std::size_t i = 3 * 12; i < 4 * 12; ++i) {
        it.programme.values[0][i] += 250 * static_cast<std::int64_t>(i % 4);  // where it goes on
    }
    const DropAnatomy costly = cliff_findings(it.design, it.region, it.programme, 0).anatomy;
    EXPECT_DOUBLE_EQ(costly.cost_of_going_on.mean, 7.5);
}

}  // namespace
}  // namespace foothold
