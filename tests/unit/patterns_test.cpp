#include "sim/experiments/findings.hpp"
#include "sim/experiments/patterns.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

Pattern expecting(Expect expect, double low, double high, double tolerance) {
    Pattern it;
    it.expect = expect;
    it.low = low;
    it.high = high;
    it.tolerance = tolerance;
    return it;
}

Estimate between(double low, double high) {
    return {0.5 * (low + high), Interval{low, high}};
}

TEST(Verdict, is_shown_only_if_the_whole_interval_passes) {
    const Pattern range = expecting(Expect::within, 22, 29, 1);
    EXPECT_EQ(judge(range, between(21.5, 29.5)), Verdict::shown);
    EXPECT_EQ(judge(range, between(20.9, 25.0)), Verdict::cannot_tell);
    EXPECT_EQ(judge(range, between(29.0, 30.1)), Verdict::cannot_tell);
}

TEST(Verdict, is_not_shown_if_none_of_it_does) {
    const Pattern range = expecting(Expect::within, 22, 29, 1);
    EXPECT_EQ(judge(range, between(18.0, 20.9)), Verdict::not_shown);
    EXPECT_EQ(judge(range, between(30.1, 33.0)), Verdict::not_shown);
}

TEST(Verdict, of_a_sign_looks_at_one_side) {
    const Pattern more = expecting(Expect::above, 0, 0, 1);
    EXPECT_EQ(judge(more, between(1.1, 90.0)), Verdict::shown);
    EXPECT_EQ(judge(more, between(0.5, 90.0)), Verdict::cannot_tell);
    EXPECT_EQ(judge(more, between(-3.0, 0.9)), Verdict::not_shown);
    const Pattern less = expecting(Expect::below, 0, 0, 0);
    EXPECT_EQ(judge(less, between(-9.0, -0.1)), Verdict::shown);
    EXPECT_EQ(judge(less, between(0.1, 2.0)), Verdict::not_shown);
}

TEST(Verdict, needs_an_interval) {
    const Pattern range = expecting(Expect::within, 0, 1, 0);
    EXPECT_EQ(judge(range, std::nullopt), Verdict::cannot_tell);
    EXPECT_EQ(judge(range, Estimate{0.5, std::nullopt}), Verdict::cannot_tell);
}

TEST(Verdict, is_not_passed_on_information) {
    EXPECT_EQ(judge(expecting(Expect::information, 0, 0, 0), between(5, 6)), Verdict::not_judged);
}

TEST(Value, is_a_difference_of_findings_with_student_s_interval) {
    Pattern it;
    it.finding = "with";
    it.minus = "without";
    it.unit = "%";
    const auto value = value_of(it,
                                {{{"with", 0.5}, {"without", 0.4}},
                                 {{"with", 0.6}, {"without", 0.4}},
                                 {{"with", 0.7}, {"without", 0.4}}});
    ASSERT_TRUE(value && value->interval);
    EXPECT_NEAR(value->mean, 20.0, 1e-9);
    // t of 2 degrees of freedom is 4.303; the standard error 10 / sqrt(3).
    EXPECT_NEAR(value->interval->high - value->mean, 4.3027 * 10.0 / 1.7320508, 1e-3);
}

TEST(Value, is_missing_if_a_replicate_lacks_a_finding) {
    Pattern it;
    it.finding = "share";
    EXPECT_FALSE(value_of(it, {{{"share", 0.5}}, {}}));
    EXPECT_FALSE(value_of(it, {}));
    it.minus = "other";
    EXPECT_FALSE(value_of(it, {{{"share", 0.5}}}));
}

TEST(Value, is_missing_where_arms_do_not_differ_at_all) {
    Pattern it;
    it.finding = "with";
    it.minus = "without";
    const Findings same{{"with", 0.5}, {"without", 0.5}};
    EXPECT_FALSE(value_of(it, {same, same, same}));
    EXPECT_TRUE(value_of(it, {same, same, {{"with", 0.5}, {"without", 0.4}}}));
}

TEST(PatternBook, names_rows_that_cannot_be_judged) {
    PatternBook book;
    book.experiments.items = {{"flows", Design::labour_market, "flows.yaml", 1, 3, 0.3}};
    Pattern good = expecting(Expect::within, 1, 2, 0);
    good.name = "good";
    good.experiment = "flows";
    good.because = "sampling";
    book.patterns.items = {good, good, good, good};
    book.patterns.items[1].experiment = "flow";
    book.patterns.items[2].high = 0;
    book.patterns.items[3].because.clear();
    const std::vector<std::string> faults = faults_of(book);
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0], "patterns.good: there is no experiment 'flow'");
    EXPECT_EQ(faults[1], "patterns.good: low is above high");
    EXPECT_EQ(faults[2], "patterns.good: say why the tolerance is what it is");
    book.experiments.items[0].most_deprived = 0.0;
    EXPECT_EQ(faults_of(book).size(), 4U) << "nowhere to look";
    book.experiments.items[0].design = Design::programmes;
    EXPECT_EQ(faults_of(book).size(), 3U);
    book.experiments.items[0].most_deprived = 0.3;
    EXPECT_EQ(faults_of(book).size(), 4U) << "nobody looks there";
}

}  // namespace
}  // namespace foothold
