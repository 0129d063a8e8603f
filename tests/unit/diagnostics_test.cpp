#include "foothold/diagnostics.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

TEST(Diagnostic, says_file_line_column_path_and_problem) {
    const Diagnostic one{{"leeds.yaml", 47, 5}, "barriers[2].relif", "unknown key"};
    EXPECT_EQ(one.text(), "leeds.yaml:47:5: error: barriers[2].relif: unknown key");
}

TEST(Diagnostic, leaves_out_what_is_not_known) {
    EXPECT_EQ((Diagnostic{{"leeds.yaml", 4, 0}, "a", "b"}.text()), "leeds.yaml:4: error: a: b");
    EXPECT_EQ((Diagnostic{{"leeds.yaml", 0, 0}, "a", "b"}.text()), "leeds.yaml: error: a: b");
    EXPECT_EQ((Diagnostic{{"leeds.yaml", 4, 1}, "", "b"}.text()), "leeds.yaml:4:1: error: b");
    EXPECT_EQ((Diagnostic{{"", 0, 0}, "", "b"}.text()), "error: b");
}

TEST(Diagnostics, lets_a_scenario_without_errors_pass) {
    const Diagnostics none;
    EXPECT_TRUE(none.empty());
    EXPECT_NO_THROW(none.stop_if_any());
}

TEST(Diagnostics, stops_with_everything_in_the_order_of_the_file) {
    Diagnostics found;
    found.error({"a.yaml", 9, 1}, "b", "second");
    found.error({"a.yaml", 2, 7}, "a", "first");
    EXPECT_EQ(found.size(), 2U);
    try {
        found.stop_if_any();
        FAIL() << "did not stop";
    } catch (const ScenarioError& error) {
        EXPECT_STREQ(error.what(),
                     "a.yaml:2:7: error: a: first\n"
                     "a.yaml:9:1: error: b: second\n"
                     "2 errors; nothing was run.");
        EXPECT_EQ(error.all().size(), 2U);
        EXPECT_EQ(error.all().front().problem, "first");
    }
}

TEST(Diagnostics, counts_one_error_in_the_singular) {
    const ScenarioError error({{{"a.yaml", 1, 1}, "", "odd"}});
    EXPECT_STREQ(error.what(), "a.yaml:1:1: error: odd\n1 error; nothing was run.");
}

TEST(IoError, names_the_file_first) {
    const IoError error("gone.yaml", "no such file");
    EXPECT_STREQ(error.what(), "gone.yaml: no such file");
    EXPECT_EQ(error.path(), "gone.yaml");
}

TEST(Nearest, finds_a_missing_a_doubled_a_wrong_and_a_swapped_letter) {
    const std::vector<std::string> keys{"relief", "onset", "search"};
    EXPECT_EQ(nearest("relif", keys), "relief");
    EXPECT_EQ(nearest("onsset", keys), "onset");
    EXPECT_EQ(nearest("seatch", keys), "search");
    EXPECT_EQ(nearest("oneset", keys), "onset");
    EXPECT_EQ(nearest("osnet", keys), "onset");
}

TEST(Nearest, prefers_the_closest_and_then_the_first) {
    EXPECT_EQ(nearest("tier", {"tiers", "tie"}), "tiers");
    EXPECT_EQ(nearest("cats", {"bats", "cat", "cats"}), "cats");
}

TEST(Nearest, suggests_nothing_when_nothing_is_near) {
    EXPECT_EQ(nearest("age", {"sex", "education"}), "");
    EXPECT_EQ(nearest("x", {"y"}), "");
    EXPECT_EQ(nearest("", {"y"}), "");
    EXPECT_EQ(nearest("word", {}), "");
    EXPECT_EQ(nearest(std::string(100000, 'a'), {std::string(100000, 'b')}), "");
}

}  // namespace
}  // namespace foothold
