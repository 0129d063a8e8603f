#include "foothold/diagnostics.hpp"

#include "sim/io/merge.hpp"
#include "sim/io/yaml.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace foothold {
namespace {

std::string texts_of(const Diagnostics& found) {
    std::string lines;
    for (const Diagnostic& one : found.all()) {
        lines += (lines.empty() ? "" : "\n") + one.text();
    }
    return lines;
}

/// Errors of resolving the likes in a text.
std::string like_errors(const std::string& text) {
    Diagnostics found;
    Doc doc = read_yaml_text(text, "t.yaml", found);
    resolve_likes(doc, found);
    return texts_of(found);
}

Doc tree_of(const std::string& text) {
    Diagnostics found;
    return read_yaml_text(text, "t.yaml", found);
}

/// Errors of applying settings to a text; the tree is left in `doc`.
std::string setting_errors(Doc& doc, const std::vector<std::string>& settings) {
    Diagnostics found;
    apply_settings(doc, settings, found);
    return texts_of(found);
}

TEST(Like, copies_a_sibling_and_changes_it) {
    Diagnostics found;
    Doc doc =
        tree_of("p:\n  one: {a: 1, b: {c: 2, d: 3}}\n  two: {like: one, b: {c: 9, d: null}}\n");
    resolve_likes(doc, found);
    remove_deleted(doc);
    EXPECT_EQ(texts_of(found), "");
    const Doc& two = *doc.find("p")->find("two");
    EXPECT_EQ(two.keys(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(two.find("b")->find("c")->text, "9");
    EXPECT_EQ(two.find("b")->keys(), (std::vector<std::string>{"c"}));
    EXPECT_EQ(two.find("a")->where, (Location{"t.yaml", 2, 12}));
}

TEST(Like, follows_a_chain_in_whatever_order_it_is_written) {
    Diagnostics found;
    Doc doc = tree_of("three: {like: two, c: 3}\ntwo: {like: one, b: 2}\none: {a: 1}\n");
    resolve_likes(doc, found);
    EXPECT_EQ(texts_of(found), "");
    EXPECT_EQ(doc.find("three")->keys(), (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Like, reports_unknown_names_and_suggests_the_right_one) {
    EXPECT_EQ(like_errors("p:\n  one: {a: 1}\n  two: {like: onne}\n"),
              "t.yaml:3:15: error: p.two.like: there is no 'onne' beside it; did you mean 'one'?");
    EXPECT_EQ(like_errors("p:\n  two: {like: [1]}\n"),
              "t.yaml:2:15: error: p.two.like: there is no '' beside it");
}

TEST(Like, drops_what_is_in_error_so_that_it_is_reported_once) {
    Diagnostics found;
    Doc doc = tree_of("a: {like: gone}\nb: {like: a, x: 1}\nc: {x: 1}\n");
    resolve_likes(doc, found);
    EXPECT_EQ(texts_of(found), "t.yaml:1:11: error: a.like: there is no 'gone' beside it");
    EXPECT_EQ(doc.keys(), (std::vector<std::string>{"c"}));
}

TEST(Like, shows_the_circle_when_things_are_like_each_other) {
    EXPECT_EQ(like_errors("p:\n  one: {like: two}\n  two: {like: one}\n"),
              "t.yaml:3:15: error: p.two.like: nothing can be like itself (one like two like one)");
    EXPECT_EQ(like_errors("p: {one: {like: one}}\n"),
              "t.yaml:1:17: error: p.one.like: nothing can be like itself (one like one)");
}

TEST(Like, refuses_copies_of_copies_that_would_fill_the_memory) {
    std::string text = "{a: 1}";
    for (int depth = 0; depth < 60; ++depth) {
        text = "{p: " + text + ", q: {like: p}}";
    }
    EXPECT_NE(like_errors(text).find("copies of copies make the scenario too large"),
              std::string::npos);
}

TEST(Like, refuses_chains_without_end) {
    std::string text = "p:\n  n0: {a: 1}\n";
    for (int i = 1; i < 1000; ++i) {
        text = text + "  n" + std::to_string(i) + ": {like: n" + std::to_string(i - 1) + "}\n";
    }
    EXPECT_EQ(like_errors(text), "");  // each link finds the one before it resolved
    std::string backwards = "p:\n";
    for (int i = 1000; i > 0; --i) {
        backwards += "  n" + std::to_string(i) + ": {like: n" + std::to_string(i - 1) + "}\n";
    }
    EXPECT_NE(like_errors(backwards + "  n0: {a: 1}\n").find("one 'like' leads to the next"),
              std::string::npos);
}

TEST(Settings, replace_a_value_and_forget_its_source) {
    Doc doc = tree_of("a: {b: {value: 1, source: 'cite: B'}, c: [1, 2, 3]}\n");
    EXPECT_EQ(setting_errors(doc, {"a.b=2", "a.c[1]=9"}), "");
    EXPECT_EQ(doc.find("a")->find("b")->text, "2");
    EXPECT_EQ(doc.find("a")->find("b")->where, (Location{"--set a.b", 0, 0}));
    EXPECT_EQ(doc.find("a")->find("c")->items[1].text, "9");
    EXPECT_EQ(setting_errors(doc, {"a.c=[4, 5]", "a.b='6'"}), "");
    EXPECT_EQ(doc.find("a")->find("c")->items.size(), 2U);
    EXPECT_TRUE(doc.find("a")->find("b")->quoted);
}

TEST(Settings, reach_into_lists_of_groups) {
    Doc doc = tree_of("rules:\n  - {amount: 1}\n  - {amount: 2}\n");
    EXPECT_EQ(setting_errors(doc, {"rules[1].amount=7"}), "");
    EXPECT_EQ(doc.find("rules")->items[1].find("amount")->text, "7");
}

TEST(Settings, take_out_what_is_null) {
    Doc doc = tree_of("arms: {one: {label: x}, two: {label: y}}\nlist: [1]\n");
    EXPECT_EQ(setting_errors(doc, {"arms.one=null", "list=null"}), "");
    EXPECT_EQ(doc.keys(), std::vector<std::string>{"arms"});
    EXPECT_EQ(doc.find("arms")->keys(), std::vector<std::string>{"two"});
}

TEST(Settings, point_at_the_misspelt_key_and_suggest_the_right_one) {
    Doc doc = tree_of("policy: {funding_months: 36, label: x}\n");
    EXPECT_EQ(setting_errors(doc, {"policy.funding_moths=24"}),
              "--set policy.funding_moths: error: policy.funding_moths: unknown key; did you mean "
              "'funding_months'?");
    EXPECT_EQ(
        setting_errors(doc, {"policy.zzz=24"}),
        "--set policy.zzz: error: policy.zzz: unknown key; known here: funding_months, label");
    EXPECT_EQ(setting_errors(doc, {"policy.label.x=24"}),
              "--set policy.label.x: error: policy.label.x: unknown: what stands before it has no "
              "keys of its own");
}

TEST(Settings, refuse_what_is_no_setting) {
    Doc doc = tree_of("a: {b: 1, c: [1, 2]}\n");
    EXPECT_EQ(setting_errors(doc, {"a.b"}), "--set a.b: error: must have the form path=value");
    EXPECT_EQ(setting_errors(doc, {"a.b="}), "--set a.b: error: a.b: no value after '='");
    EXPECT_EQ(setting_errors(doc, {"a..b=1"}),
              "--set a..b: error: a..b: not a path; write it as in a.b[0].c=value");
    EXPECT_EQ(setting_errors(doc, {"a=1"}),
              "--set a: error: a: a group, not a value; set one of its keys: b, c");
    EXPECT_EQ(
        setting_errors(doc, {"a.b={x: 1}"}),
        "--set a.b: error: a.b: the value must be a number, a word, a text, a [list] or null");
    EXPECT_EQ(setting_errors(doc, {"a.c[2]=1"}),
              "--set a.c[2]: error: a.c[2]: the list has 2 items, counted from 0");
    EXPECT_EQ(setting_errors(doc, {"a.b[0]=1"}),
              "--set a.b[0]: error: a.b[0]: unknown: what stands before it is not a list");
    EXPECT_EQ(setting_errors(doc, {"a.c[1]=null"}),
              "--set a.c[1]: error: a.c[1]: one item of a list cannot be taken out; give the whole "
              "list");
    EXPECT_EQ(setting_errors(doc, {"a.d=null"}),
              "--set a.d: error: a.d: unknown key; known here: b, c");
    EXPECT_EQ(setting_errors(doc, {"a.c=[1, 2"}),
              "--set a.c:2:1: error: a '[' is not closed before this; add the ']' or a comma");
}

}  // namespace
}  // namespace foothold
