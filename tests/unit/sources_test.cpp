#include "foothold/diagnostics.hpp"

#include "sim/io/fill.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"
#include "tests/unit/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace foothold {
namespace {

/// A group small enough to show a whole file of evidence in a line.
struct Pair {
    double onset = 0.0;
    std::int32_t months = 0;
    Factors ratios;
    std::string label;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("onset", it.onset, quantity::probability_per_month, "chance of acquiring it");
        field("months", it.months, quantity::months, "how long");
        field("ratios", it.ratios, quantity::hazard_ratio, "ratio by barrier");
        field("label", it.label, "in plain words");
    }
};

struct Filled {
    SourceMap sources;
    std::string errors;
};

Filled filled(const std::string& text) {
    Filled result;
    Pair it;
    Diagnostics found;
    Doc doc = read_yaml_text(text, "t.yaml", found);
    attach_sources(doc, found);
    fill(it, doc, found, result.sources);
    for (const Diagnostic& one : found.all()) {
        result.errors += (result.errors.empty() ? "" : "\n") + one.text();
    }
    return result;
}

const std::string rest = "months: 3\nratios: {}\nlabel: x\n";

TEST(Sources, record_what_is_known_of_each_value) {
    const Filled all = filled(
        "onset: {value: 0.2, source: \"cite: A (2020)\", range: [0.1, 0.4], note: n}\n" + rest);
    ASSERT_EQ(all.errors, "");
    const Sourced& onset = all.sources.at("onset");
    EXPECT_EQ(onset.source, "cite: A (2020)");
    EXPECT_EQ(onset.low, 0.1);
    EXPECT_EQ(onset.high, 0.4);
    EXPECT_EQ(onset.where, (Location{"t.yaml", 1, 16}));
    EXPECT_EQ(onset.unit, "1/month");
    EXPECT_EQ(onset.meaning, "chance of acquiring it");
    EXPECT_EQ(onset.value, "0.2");
}

TEST(Sources, of_a_group_cover_everything_below_it) {
    const Filled all =
        filled("source: 'data: S'\nonset: 0.2\nmonths: {value: 3, source: 'cite: B'}\n"
               "ratios: {source: 'cite: C', debt: 1.5}\nlabel: x\n");
    ASSERT_EQ(all.errors, "");
    EXPECT_EQ(all.sources.at("onset").source, "data: S");
    EXPECT_EQ(all.sources.at("months").source, "cite: B");
    EXPECT_EQ(all.sources.at("ratios.debt").source, "cite: C");
}

TEST(Sources, default_to_the_scenario_that_sets_the_value) {
    const Filled all = filled("onset: 0.2\n" + rest);
    ASSERT_EQ(all.errors, "");
    EXPECT_EQ(all.sources.at("onset").source, "scenario: t.yaml:1");
}

TEST(Sources, must_be_given_for_each_number_in_evidence) {
    EXPECT_EQ(filled("kind: evidence\nonset: 0.2\nmonths: {value: 3, source: 'cite: B'}\n"
                     "ratios: {debt: 2}\nlabel: x\n")
                  .errors,
              "t.yaml:2:8: error: onset: has no source; files of evidence must say where each "
              "number comes from: add source: \"cite: ...\", \"data: ...\", \"calibrated: ...\" or "
              "\"assumption: ...\"\n"
              "t.yaml:4:16: error: ratios.debt: has no source; files of evidence must say where "
              "each number comes from: add source: \"cite: ...\", \"data: ...\", \"calibrated: "
              "...\" or \"assumption: ...\"");
}

TEST(Sources, that_are_assumptions_need_a_range_in_evidence) {
    EXPECT_EQ(filled("kind: evidence\nsource: 'assumption: A1'\n"
                     "onset: {value: 0.2, range: [0.1, 0.3]}\n"
                     + rest)
                  .errors,
              "t.yaml:4:9: error: months: an assumption must say how far it may be wrong: add "
              "range: [low, high]");
    EXPECT_EQ(filled("source: 'assumption: A1'\nonset: 0.2\n" + rest).errors, "");
}

TEST(Sources, must_say_of_what_kind_they_are) {
    const std::string rule = "a source must be text that begins with cite:, data:, calibrated: or "
                             "assumption:, and say more after it";
    EXPECT_EQ(filled("onset: {value: 0.2, source: asumption: A}\n" + rest).errors.substr(0, 8),
              "t.yaml:1");
    EXPECT_EQ(filled("onset: {value: 0.2, source: 'asumption: A'}\n" + rest).errors,
              "t.yaml:1:29: error: onset.source: " + rule + "; did you mean 'assumption:'?");
    EXPECT_EQ(filled("onset: {value: 0.2, source: 'cite:'}\n" + rest).errors,
              "t.yaml:1:29: error: onset.source: " + rule);
    EXPECT_EQ(filled("source: [1]\nonset: 0.2\n" + rest).errors,
              "t.yaml:1:9: error: source: " + rule);
}

TEST(Sources, come_with_ranges_that_hold_the_value) {
    const auto with_range = [](const std::string& range) {
        return filled("onset: {value: 0.2, range: " + range + "}\n" + rest).errors;
    };
    EXPECT_EQ(with_range("[0.1, 0.3]"), "");
    EXPECT_EQ(with_range("[0.2, 0.2]"), "");
    EXPECT_EQ(with_range("0.1..0.3"), "t.yaml:1:28: error: onset.range: must be [low, high]");
    EXPECT_EQ(with_range("[0.3, 0.1]"),
              "t.yaml:1:28: error: onset.range: [0.3, 0.1] must be [low, high], the smaller number "
              "first");
    EXPECT_EQ(with_range("[0.3, 0.4]"),
              "t.yaml:1:16: error: onset: 0.2 lies outside the range [0.3, 0.4] given with it");
    EXPECT_EQ(with_range("[0.1, 1.4]"),
              "t.yaml:1:34: error: onset.range: 1.4 is out of range (chance of acquiring it; must "
              "lie in 0..1)");
    EXPECT_EQ(
        filled("onset: 0.2\nmonths: 3\nratios: {}\nlabel: {value: x, range: [1, 2]}\n").errors,
        "t.yaml:4:26: error: label.range: only numbers have a range; remove it");
}

TEST(Sources, stand_in_a_value_whose_keys_are_known) {
    EXPECT_EQ(filled("onset: {value: 0.2, sorce: 'cite: A'}\n" + rest).errors,
              "t.yaml:1:21: error: onset.sorce: unknown key beside 'value'; did you mean "
              "'source'?");
}

TEST(Sources, know_the_kinds_of_file) {
    EXPECT_EQ(filled("kind: evidnce\nonset: 0.2\n" + rest).errors,
              "t.yaml:1:7: error: kind: must be evidence or scenario; did you mean 'evidence'?");
}

}  // namespace
}  // namespace foothold
