#include "foothold/diagnostics.hpp"

#include "sim/io/fill.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"
#include "tests/unit/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace foothold {
namespace {

struct Filled {
    Sample sample;
    SourceMap sources;
    std::string errors;
};

Filled filled(const std::string& text) {
    Filled result;
    Diagnostics found;
    Doc doc = read_yaml_text(text, "t.yaml", found);
    attach_sources(doc, found);
    fill(result.sample, doc, found, result.sources);
    for (const Diagnostic& one : found.all()) {
        result.errors += (result.errors.empty() ? "" : "\n") + one.text();
    }
    return result;
}

/// The sample's text with one part replaced.
std::string with(const std::string& part, const std::string& replacement) {
    std::string text = sample_text;
    const std::size_t i = text.find(part);
    EXPECT_NE(i, std::string::npos) << part;
    return text.replace(i, part.size(), replacement);
}

std::string errors_with(const std::string& part, const std::string& replacement) {
    return filled(with(part, replacement)).errors;
}

TEST(Fill, gives_every_member_its_value) {
    const Filled all = filled(sample_text);
    ASSERT_EQ(all.errors, "");
    const Sample& it = all.sample;
    EXPECT_EQ(it.title, "A town");
    EXPECT_EQ(it.codes, (std::vector<std::string>{"E01", "E02"}));
    EXPECT_EQ(it.tiers, (std::vector<double>{0.2, 0.5, 0.3}));
    EXPECT_EQ(it.moves, (std::vector<std::vector<double>>{{0.9, 0.1}, {0.4, 0.6}}));
    EXPECT_EQ(it.balance, -1500.0);
    ASSERT_EQ(it.barriers.items.size(), 2U);
    EXPECT_EQ(it.barriers.items[0].name, "debt");
    EXPECT_EQ(it.barriers.find("debt")->onset, 0.004);
    EXPECT_EQ(it.barriers.find("debt")->raised_by, (Factors{{"illness"}, {1.5}}));
    EXPECT_EQ(it.funding.months, 30);
    EXPECT_EQ(it.funding.seed, 18446744073709551615ULL);
    EXPECT_TRUE(it.funding.known);
    EXPECT_EQ(it.funding.order, SampleOrder::by_need);
    ASSERT_EQ(it.rules.size(), 2U);
    EXPECT_EQ(it.rules[1].from, (CalendarMonth{2019, 4}));
    EXPECT_EQ(it.rules[0].amount, 317.82);
}

TEST(Fill, points_at_the_misspelt_key_and_suggests_the_right_one) {
    EXPECT_EQ(errors_with("relief: 0.02", "relif: 0.02"),
              "t.yaml:9:5: error: barriers.debt.relif: unknown key; did you mean 'relief'?");
    EXPECT_EQ(errors_with("months: 30", "months: 30\n  zzz: 1"),
              "t.yaml:17:3: error: funding.zzz: unknown key");
}

TEST(Fill, says_what_a_missing_member_means_and_where_to_look) {
    EXPECT_EQ(errors_with("    relief: 0.02\n", ""),
              "t.yaml:8:5: error: barriers.debt.relief: missing (chance that it lifts, in "
              "1/month); give it here, or extend a file that does; see docs/parameters.md");
    EXPECT_EQ(errors_with("title: A town\n", ""),
              "t.yaml:1:1: error: title: missing (one line); give it here, or extend a file that "
              "does; see docs/parameters.md");
}

TEST(Fill, reports_what_has_the_wrong_type) {
    EXPECT_EQ(errors_with("relief: 0.02", "relief: [0.02]"),
              "t.yaml:9:13: error: barriers.debt.relief: must be a number, not a list");
    EXPECT_EQ(errors_with("relief: 0.02", "relief: {a: 1}"),
              "t.yaml:9:13: error: barriers.debt.relief: must be a value, or {value: ..., source: "
              "...}, not a group of keys");
    EXPECT_EQ(errors_with("relief: 0.02", "relief:"),
              "t.yaml:9:5: error: barriers.debt.relief: has no value; it must be a number");
    EXPECT_EQ(errors_with("relief: 0.02", "relief: often"),
              "t.yaml:9:13: error: barriers.debt.relief: 'often' is not a number");
    EXPECT_EQ(errors_with("relief: 0.02", "relief: \"0.02\""),
              "t.yaml:9:13: error: barriers.debt.relief: '0.02' is text, not a number; remove the "
              "quotes");
    EXPECT_EQ(errors_with("tiers: [0.2, 0.5, 0.3]", "tiers: 0.2"),
              "t.yaml:3:8: error: tiers: must be a list (share by tier), as in [1, 2], not 0.2");
    EXPECT_EQ(errors_with("tiers: [0.2, 0.5", "tiers: [0.2, x"),
              "t.yaml:3:14: error: tiers[1]: 'x' is not a number");
    EXPECT_EQ(errors_with("raised_by: {}", "raised_by: 3"),
              "t.yaml:14:16: error: barriers.illness.raised_by: must be a group of keys (onset "
              "ratio beside another), not 3");
    EXPECT_EQ(filled("just text\n").errors,
              "t.yaml:1:1: error: must be a group of keys (the whole file), not 'just text'");
}

TEST(Fill, reports_what_is_out_of_range) {
    EXPECT_EQ(
        errors_with("relief: 0.02", "relief: 1.4"),
        "t.yaml:9:13: error: barriers.debt.relief: 1.4 is out of range (chance that it lifts; "
        "must lie in 0..1)");
    EXPECT_EQ(
        errors_with("months: 30", "months: -1"),
        "t.yaml:16:11: error: funding.months: -1 is out of range (length of funding; must lie "
        "in 0..600)");
    EXPECT_EQ(errors_with("{illness: 1.5}", "{illness: 101}"),
              "t.yaml:10:26: error: barriers.debt.raised_by.illness: 101 is out of range (onset "
              "ratio beside another; must lie in 0..100)");
    EXPECT_EQ(
        errors_with("[[0.9", "[[9"),
        "t.yaml:4:10: error: moves[0][0]: 9 is out of range (chance of each move; must lie in "
        "0..1)");
}

TEST(Fill, refuses_numbers_that_YAML_would_misread) {
    const auto number = [](const std::string& text) {
        const std::string errors = errors_with("balance: -1.5e3", "balance: " + text);
        const std::string start = "t.yaml:5:10: error: balance: ";
        EXPECT_EQ(errors.substr(0, start.size()), start);
        return errors.substr(std::min(start.size(), errors.size()));
    };
    EXPECT_EQ(number("012"), "012 begins with 0; write 12; YAML would read it as octal");
    EXPECT_EQ(number("-00.5"), "-00.5 begins with 0; write -0.5; YAML would read it as octal");
    EXPECT_EQ(number(".nan"), "'.nan' is not a number");
    EXPECT_EQ(number("-.inf"), "'-.inf' is not a number");
    EXPECT_EQ(number("0x1F"), "'0x1F' is not a number; write it in decimal");
    EXPECT_EQ(number("1_000"), "'1_000' is not a number; write 1000");
    EXPECT_EQ(number("1,000.5"), "'1,000.5' is not a number; write 1000.5");
    EXPECT_EQ(number("+5"), "'+5' is not a number; write 5");
    EXPECT_EQ(number(".5"), "'.5' is not a number; write 0.5");
    EXPECT_EQ(number("50%"), "'50%' is not a number; write it as a share, as in 0.25");
    EXPECT_EQ(number("1e999"), "1e999 is too large, or too close to 0, for a computer to hold");
    EXPECT_EQ(number("5."), "'5.' is not a number");
    EXPECT_EQ(number("1e"), "'1e' is not a number");
    EXPECT_EQ(number("-x"), "'-x' is not a number");
}

TEST(Fill, refuses_whole_numbers_with_a_fraction_or_too_large) {
    EXPECT_EQ(errors_with("months: 30", "months: 2.5"),
              "t.yaml:16:11: error: funding.months: 2.5 is not a whole number; write it without a "
              "point or exponent");
    EXPECT_EQ(errors_with("seed: 18446744073709551615", "seed: 18446744073709551616"),
              "t.yaml:17:9: error: funding.seed: 18446744073709551616 is too large");
    EXPECT_EQ(errors_with("seed: 18446744073709551615", "seed: -1"),
              "t.yaml:17:9: error: funding.seed: -1 must not be negative");
}

TEST(Fill, takes_only_true_and_false_months_and_known_words) {
    EXPECT_EQ(errors_with("known: true", "known: yes"),
              "t.yaml:18:10: error: funding.known: 'yes' is neither true nor false");
    EXPECT_EQ(
        errors_with("from: 2018-04", "from: 2018-4"),
        "t.yaml:21:12: error: rules[0].from: '2018-4' is not a month; write it as in 2018-04");
    EXPECT_EQ(
        errors_with("from: 2018-04", "from: 2018-13"),
        "t.yaml:21:12: error: rules[0].from: '2018-13' is not a month; write it as in 2018-04");
    EXPECT_EQ(errors_with("order: by_need", "order: by_ned"),
              "t.yaml:19:10: error: funding.order: 'by_ned' is not one of first_come, by_need; did "
              "you mean 'by_need'?");
}

TEST(Fill, takes_only_plain_words_as_names) {
    EXPECT_EQ(errors_with("  debt:", "  Debt-1:"),
              "t.yaml:7:3: error: barriers.Debt-1: a name must be small letters, digits and _, "
              "beginning with a letter");
    EXPECT_EQ(errors_with("{illness: 1.5}", "{like: 1.5}"),
              "t.yaml:10:17: error: barriers.debt.raised_by.like: 'like' has a meaning of its own "
              "and cannot be a name");
    EXPECT_EQ(errors_with("{illness: 1.5}", "{illness: }"),
              "t.yaml:10:17: error: barriers.debt.raised_by.illness: has no value, and nothing is "
              "inherited here to delete");
}

TEST(Fill, is_silent_about_a_file_that_could_not_be_read) {
    EXPECT_EQ(filled("a: [1\n").errors,
              "t.yaml:2:1: error: a '[' is not closed before this; add the ']' or a comma");
}

TEST(Fill, reports_everything_at_once) {
    const std::string errors = filled("title: [1]\nbalance: x\nzzz: 1\n").errors;
    EXPECT_NE(errors.find("title: must be text"), std::string::npos);
    EXPECT_NE(errors.find("balance: 'x' is not a number"), std::string::npos);
    EXPECT_NE(errors.find("zzz: unknown key"), std::string::npos);
    EXPECT_NE(errors.find("barriers: missing"), std::string::npos);
    EXPECT_NE(errors.find("rules: missing"), std::string::npos);
}

}  // namespace
}  // namespace foothold
