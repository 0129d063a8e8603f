// Costs and benefits, worked by hand: one arm against the reference.
#include "sim/appraisal/value.hpp"
#include "tests/unit/small_accounts.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace foothold {
namespace {

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
    const std::size_t all = study.header.times - 1;
    EXPECT_NEAR(programme_cost(study.header, study.region, study.programme, 1, 0, all),
                of_month_1(50),
                1e-9);
    EXPECT_NEAR(net_public_cost(study.header, study.region, study.programme, 1, 0, all),
                -arm.line("exchequer").total.mean,
                1e-9);
    EXPECT_NEAR(
        net_public_cost(study.header, study.region, study.programme, 1, 0, 1), of_month_1(50), 1e-9)
        << "what month 2 brings is not counted";
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

TEST(Value, counts_money_of_the_day_in_the_prices_of_one_year_before_it_discounts) {
    SmallStudy study{48, 1};
    for (const std::size_t month : {2U, 14U, 26U, 38U}) {
        SmallStudy::set(study.region, "taxes", 1, 0, month, 10000);
        SmallStudy::set(study.region, "services", 1, 0, month, 1000);
        SmallStudy::set(study.region, "services_health", 1, 0, month, 1000);
    }
    // GBP 100 of 2018, 2019, 2020 and, with the last price level, 2021; unit costs do not date.
    const ArmValue arm = value_of(study.sources(), {1}, 48).arms[0];
    const std::vector<double> taxes{100.0, 80.0, 50.0, 50.0};
    for (std::size_t year = 0; year < taxes.size(); ++year) {
        const double later = std::pow(1.035, (2.0 + 12.0 * static_cast<double>(year)) / 12.0);
        EXPECT_NEAR(arm.line("taxes").by_year[year].mean, taxes[year] / later, 1e-9) << year;
        EXPECT_NEAR(arm.line("services_health").by_year[year].mean, -10.0 / later, 1e-9) << year;
        EXPECT_NEAR(arm.line("exchequer").by_year[year].mean, (taxes[year] - 10.0) / later, 1e-9);
    }
    EXPECT_NEAR(net_public_cost(study.header, study.region, study.programme, 1, 0, 48),
                -arm.line("exchequer").total.mean,
                1e-9);
}

TEST(Value, in_prices_of_another_year_differs_by_one_factor) {
    SmallStudy study = by_hand(30);
    const StudyValue old = value_of(study.sources(), {1}, 30);
    study.set_parameter("price_year", 2020);
    const StudyValue now = value_of(study.sources(), {1}, 30);
    EXPECT_EQ(now.price_year, 2020);
    for (const LineValue& line : old.arms[0].lines) {
        EXPECT_NEAR(now.arms[0].line(line.key).total.mean, 2.0 * line.total.mean, 1e-9) << line.key;
    }
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
    EXPECT_NEAR(arm.society_split.zero_at->mean, held / -others, 1e-9);
    EXPECT_FALSE(arm.society_split.zero_at->interval) << "one replicate";
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
