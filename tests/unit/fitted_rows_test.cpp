// What parameters were fitted to is no test of them: the table of patterns must say so.
#include "sim/experiments/model.hpp"
#include "sim/experiments/patterns.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/targets_file.hpp"
#include "sim/io/yaml.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

PatternBook shipped_book() {
    const std::string path = "scenarios/validation/patterns.yaml";
    Diagnostics wrong;
    SourceMap ignored;
    PatternBook book;
    fill(book, read_yaml_file(path, wrong), wrong, ignored);
    wrong.stop_if_any();
    return book;
}

std::vector<Target> shipped_targets() {
    const LoadedScenario town = load_scenario("scenarios/demonstration-town.yaml", {});
    return read_targets("scenarios/calibration/targets.yaml", town, labour_statistics()).targets;
}

/// Rows whose `fitted` is not what was done. A row that is no target of the calibration can still
/// have been met by hand; it then says so.
std::vector<std::string> false_rows(const PatternBook& book, const std::vector<Target>& targets) {
    std::vector<std::string> found;
    for (const Pattern& row : book.patterns.items) {
        const auto target = std::find_if(targets.begin(), targets.end(), [&](const Target& each) {
            return row.minus.empty() && each.name == row.finding;
        });
        if (target != targets.end() && target->fit && !row.fitted) {
            found.push_back(row.name + ": is fitted to");
        } else if (target != targets.end() && !target->fit && row.fitted) {
            found.push_back(row.name + ": is kept to test with");
        } else if (target == targets.end() && row.fitted
                   && row.tried.find("by hand") == std::string::npos) {
            found.push_back(row.name + ": is no target; say in `tried` what was set by hand");
        }
    }
    return found;
}

Pattern row_of(const std::string& name, const std::string& finding, bool fitted) {
    Pattern row;
    row.name = name;
    row.finding = finding;
    row.fitted = fitted;
    return row;
}

TEST(FittedRows, are_those_that_the_calibration_fits_or_that_were_set_by_hand) {
    EXPECT_EQ(false_rows(shipped_book(), shipped_targets()), std::vector<std::string>{});
}

TEST(FittedRows, have_a_row_for_every_target) {
    const PatternBook book = shipped_book();
    for (const Target& target : shipped_targets()) {
        const auto& rows = book.patterns.items;
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Pattern& row) {
            return row.minus.empty() && row.finding == target.name;
        })) << target.name;
    }
}

TEST(FittedRows, are_told_from_tests_whichever_way_they_are_wrong) {
    const std::vector<Target> targets{{"always_inactive", 0.86, 0.03, true, "cite: x"},
                                      {"entry_3_against_6_months", 1.8, 0.3, false, "cite: x"}};
    PatternBook book;
    book.patterns.items = {row_of("hidden", "always_inactive", false),
                           row_of("given_up", "entry_3_against_6_months", true),
                           row_of("unexplained", "odds_ratio_unemployed", true),
                           row_of("explained", "odds_ratio_unemployed", true),
                           row_of("free", "odds_ratio_sick", false)};
    book.patterns.items[3].tried = "work.place was set by hand with it in view";
    EXPECT_EQ(false_rows(book, targets),
              (std::vector<std::string>{
                  "hidden: is fitted to",
                  "given_up: is kept to test with",
                  "unexplained: is no target; say in `tried` what was set by hand"}));
}

}  // namespace
}  // namespace foothold
