// Costs and benefits, worked by hand: one arm against the reference.
#include "sim/appraisal/displacement.hpp"
#include "sim/appraisal/value.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

/// A study of `months` with two arms, whose measures are zero until set.
struct SmallStudy {
    StudyHeader header;
    Courses region;
    Courses programme;
    Courses pairs;

    SmallStudy(std::size_t months, std::size_t replicates) {
        header.arms = {"none", "help"};
        header.arm_labels = {"Nothing", "Help"};
        header.times = months + 1;
        header.parameters = {"parameters.accounting.discount_rate",
                             "parameters.accounting.price_year",
                             "parameters.accounting.health_out_of_work",
                             "parameters.accounting.health_sick",
                             "parameters.accounting.health_counted",
                             "parameters.accounting.displacement_skills",
                             "parameters.accounting.displacement_regeneration"};
        header.parameter_values = {0.035, 2018, 1200.0, 2400.0, 0.0, 0.15, 0.375};
        region = empty({"searching",
                        "inactive",
                        "sick",
                        "benefits",
                        "taxes",
                        "incomes",
                        "services_health",
                        "services_justice",
                        "services_housing",
                        "services_other",
                        "services"},
                       {"none", "help"},
                       replicates);
        programme =
            empty({"helped", "spend_staff", "spend_premises"}, {"none", "help"}, replicates);
        pairs = empty(
            {"benefits_supported", "taxes_supported", "incomes_supported", "services_supported"},
            {"help"},
            replicates);
    }

    Courses empty(const std::vector<std::string>& measures,
                  const std::vector<std::string>& arms,
                  std::size_t replicates) const {
        Courses courses;
        for (const std::string& name : measures) {
            courses.measures.push_back({name, "pence", name});
        }
        courses.arms = arms;
        for (std::uint32_t r = 0; r < replicates; ++r) {
            courses.replicates.push_back(r);
        }
        courses.times = header.times;
        courses.values.assign(
            measures.size(), std::vector<std::int64_t>(arms.size() * replicates * header.times, 0));
        return courses;
    }

    static void set(Courses& courses,
                    const std::string& name,
                    std::size_t arm,
                    std::size_t replicate,
                    std::size_t time,
                    std::int64_t value) {
        for (std::size_t m = 0; m < courses.measures.size(); ++m) {
            if (courses.measures[m].name == name) {
                courses.values[m][(arm * courses.replicates.size() + replicate) * courses.times
                                  + time] = value;
            }
        }
    }

    MoneySources sources() const { return {header, region, programme, pairs}; }
};

/// In month 1 the programme spends GBP 50. In month 2 supported households earn: GBP 60 more tax,
/// 40 less benefit, 100 more income, 5 less in services. Others lose GBP 10 of tax and 20 of
/// income.
SmallStudy by_hand(std::size_t months = 2) {
    SmallStudy it{months, 1};
    for (std::size_t time = 1; time <= months; ++time) {
        SmallStudy::set(it.programme, "spend_staff", 1, 0, time, 4000);
        SmallStudy::set(it.programme, "spend_premises", 1, 0, time, 1000);
        SmallStudy::set(it.programme, "helped", 1, 0, time, 7);
    }
    SmallStudy::set(it.region, "taxes", 0, 0, 2, 90000);
    SmallStudy::set(it.region, "taxes", 1, 0, 2, 95000);
    SmallStudy::set(it.region, "benefits", 1, 0, 2, -4000);
    SmallStudy::set(it.region, "incomes", 1, 0, 2, 8000);
    SmallStudy::set(it.region, "services", 1, 0, 2, -500);
    SmallStudy::set(it.region, "services_health", 1, 0, 2, -500);
    SmallStudy::set(it.region, "searching", 1, 0, 2, -1);
    SmallStudy::set(it.pairs, "taxes_supported", 0, 0, 2, 6000);
    SmallStudy::set(it.pairs, "benefits_supported", 0, 0, 2, -4000);
    SmallStudy::set(it.pairs, "incomes_supported", 0, 0, 2, 10000);
    SmallStudy::set(it.pairs, "services_supported", 0, 0, 2, -500);
    return it;
}

double of_month_2(double pounds) {
    return pounds / std::pow(1.035, 2.0 / 12.0);
}

double of_month_1(double pounds) {
    return pounds / std::pow(1.035, 1.0 / 12.0);
}

TEST(Value, follows_the_example_worked_by_hand) {
    const SmallStudy study = by_hand();
    const ArmValue arm = value_of(study.sources(), {1}, 2).arms[0];
    EXPECT_NEAR(arm.line("programme").total.mean, of_month_1(-50), 1e-9);
    EXPECT_NEAR(arm.line("taxes").total.mean, of_month_2(50), 1e-9);
    EXPECT_NEAR(arm.line("benefits").total.mean, of_month_2(40), 1e-9);
    EXPECT_NEAR(arm.line("services_health").total.mean, of_month_2(5), 1e-9);
    EXPECT_NEAR(arm.line("supported").total.mean, of_month_2(100), 1e-9);
    EXPECT_NEAR(arm.line("others").total.mean, of_month_2(-20), 1e-9);
    EXPECT_NEAR(arm.line("output").total.mean, of_month_2(80 + 50 + 40), 1e-9);
    const double exchequer = of_month_2(50 + 40 + 5) - of_month_1(50);
    EXPECT_NEAR(arm.line("exchequer").total.mean, exchequer, 1e-9);
    EXPECT_NEAR(arm.line("society").total.mean, exchequer + of_month_2(80), 1e-9);
    EXPECT_NEAR(arm.exchequer_ratio->mean, of_month_2(95) / of_month_1(50), 1e-9);
    EXPECT_FALSE(arm.line("society").total.interval);
    EXPECT_NEAR(net_public_cost(study.header, study.region, study.programme, 1, 0),
                -arm.line("exchequer").total.mean,
                1e-9);
}

TEST(Value, discounts_a_level_stream_to_its_closed_form) {
    constexpr std::size_t months = 240;
    std::vector<MoneyMonth> course(months);
    for (MoneyMonth& month : course) {
        month.everybody.taxes = 10000;
    }
    const auto years = yearly_values(course, line_called("exchequer"), 0.035);
    double sum = 0.0;
    for (const double year : years) {
        sum += year;
    }
    const double monthly = std::pow(1.035, 1.0 / 12.0) - 1.0;
    EXPECT_EQ(years.size(), 20);
    EXPECT_NEAR(sum, 100.0 * (1.0 - std::pow(1.035, -20.0)) / monthly, 1e-6);
}

TEST(Value, transfers_cancel_to_the_penny) {
    std::int64_t next = 12345;
    const auto any = [&] { return next = next * 48271 % 2147483647 - 1073741823; };
    for (int i = 0; i < 200; ++i) {
        const MoneyFlow flow{any(), any(), any(), any(), any(), any()};
        EXPECT_EQ(flow.exchequer() + flow.households(), flow.society());
        MoneyFlow transfer = flow;  // the Exchequer pays and households receive
        transfer.benefits += 777;
        transfer.incomes += 777;
        EXPECT_EQ(transfer.society(), flow.society());
        EXPECT_EQ(transfer.exchequer(), flow.exchequer() - 777);
    }
}

TEST(Value, breaks_even_only_once_and_for_all) {
    EXPECT_EQ(break_even_year({-10, 4, 6, 1}), 3U);
    EXPECT_EQ(break_even_year({-10, 11, -5, 4}), 4U);
    EXPECT_EQ(break_even_year({1, 1}), 1U);
    EXPECT_EQ(break_even_year({5, -6}), std::nullopt);
}

TEST(Value, counts_the_replicates_that_broke_even) {
    SmallStudy study{12, 4};
    const std::vector<std::int64_t> taxes{100, 200, -50, 300};
    for (std::size_t r = 0; r < taxes.size(); ++r) {
        SmallStudy::set(study.region, "taxes", 1, r, 12, taxes[r]);
    }
    const ArmValue arm = value_of(study.sources(), {1}, 12).arms[0];
    EXPECT_EQ(arm.exchequer_break_even.year, 1U);
    EXPECT_EQ(arm.exchequer_break_even.share, 0.75);
    ASSERT_TRUE(arm.line("exchequer").total.interval);
    EXPECT_FALSE(arm.exchequer_ratio) << "nothing was spent";
}

TEST(Value, scales_what_others_lose_and_holds_the_rest) {
    const ArmValue arm = value_of(by_hand().sources(), {1}, 2).arms[0];
    const double held = of_month_2(60 + 40 + 5 + 100) - of_month_1(50);
    const double others = of_month_2(-10 - 20);
    ASSERT_EQ(arm.tests.size(), 8U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_NEAR(arm.tests[i].society.mean, held + 0.5 * static_cast<double>(i) * others, 1e-9);
    }
    EXPECT_NEAR(arm.tests[5].society.mean, held - 0.15 * of_month_2(205), 1e-9);
    EXPECT_NEAR(arm.tests[6].exchequer.mean, of_month_2((1 - 0.375) * 105) - of_month_1(50), 1e-9);
    EXPECT_NEAR(*arm.society_split.zero_at, held / -others, 1e-9);
    EXPECT_NEAR(arm.tests[7].society.mean, held + others + of_month_2(100), 1e-9)
        << "a searcher's month costs the NHS GBP 100";
}

TEST(Value, stops_at_the_years_asked_for) {
    const SmallStudy study = by_hand(30);
    const StudyValue value = value_of(study.sources(), {1}, 12);
    EXPECT_EQ(value.lived, 30U);
    EXPECT_EQ(value.arms[0].line("society").by_year.size(), 1U);
    EXPECT_EQ(value_of(study.sources(), {1}, 30).arms[0].line("society").by_year.size(), 3U);
}

TEST(Value, says_what_a_study_lacks) {
    SmallStudy study = by_hand();
    EXPECT_TRUE(missing_for_value(study.sources()).empty());
    study.region.measures[5].name = "something_else";
    study.header.parameters.pop_back();
    const auto missing = missing_for_value(study.sources());
    ASSERT_EQ(missing.size(), 2U);
    EXPECT_EQ(missing[0], "the measure 'incomes'");
}

}  // namespace
}  // namespace foothold
