#include "sim/experiments/model.hpp"
#include "sim/io/ensemble_file.hpp"
#include "sim/io/knobs.hpp"
#include "sim/io/run_store.hpp"
#include "sim/io/targets_file.hpp"
#include "tests/unit/small_study.hpp"

#include <gtest/gtest.h>

namespace foothold {
namespace {

const LoadedScenario& town() {
    static const LoadedScenario loaded = load_scenario("scenarios/demonstration-town.yaml", {});
    return loaded;
}

/// What is wrong with a file of targets, a line each; empty if nothing.
std::string problems(const std::string& text) {
    const small_study::Folder folder;
    small_study::overwrite(folder / "targets.yaml", text);
    std::string all;
    try {
        read_targets((folder / "targets.yaml").string(), town(), labour_statistics());
    } catch (const ScenarioError& error) {
        for (const Diagnostic& each : error.all()) {
            all += std::to_string(each.where.line) + ":" + std::to_string(each.where.column) + " "
                   + each.path + ": " + each.problem + "\n";
        }
    }
    return all;
}

constexpr auto good_target =
    "targets:\n"
    "  always_inactive: {value: 0.8, tolerance: 0.1, use: fit, source: \"cite: x\"}\n";
constexpr auto good_parameter = "parameters:\n  search.give_up: evidence\n";

TEST(Targets, that_are_shipped_can_be_read_and_keep_some_for_testing) {
    const CalibrationFile file =
        read_targets("scenarios/calibration/targets.yaml", town(), labour_statistics());
    const auto fit = std::count_if(
        file.targets.begin(), file.targets.end(), [](const Target& each) { return each.fit; });
    EXPECT_GE(fit, 8);
    EXPECT_GE(file.targets.size() - static_cast<std::size_t>(fit), 5U);
    EXPECT_GE(file.knobs.size(), 10U);
    for (const Knob& knob : file.knobs) {
        EXPECT_LT(knob.low, knob.high) << knob.path;
    }
}

TEST(Targets, take_the_range_of_a_parameter_from_its_evidence_or_narrow_it) {
    const small_study::Folder folder;
    small_study::overwrite(
        folder / "t.yaml",
        std::string{"kind: targets\n"} + good_target
            + "parameters:\n  search.give_up: evidence\n  work.separation[1]: {between: [0.004, "
              "0.01], source: \"assumption: x\"}\n");
    const CalibrationFile file =
        read_targets((folder / "t.yaml").string(), town(), labour_statistics());
    ASSERT_EQ(file.knobs.size(), 2U);
    EXPECT_EQ(file.knobs[0].low, *source_of(town(), "search.give_up")->low);
    EXPECT_EQ(file.knobs[1].high, 0.01);
    EXPECT_EQ(file.knobs[1].at(0.5), 0.007);
}

TEST(Targets, point_at_what_is_misspelt_and_suggest_the_right_word) {
    EXPECT_EQ(problems(std::string{"kind: targets\n"}
                       + "targets:\n  always_inactiv: {value: 0.8, tolerance: 0.1, use: fit, "
                         "source: \"cite: x\"}\n"
                         "parameters:\n  search.give_upp: evidence\n"),
              "3:3 targets.always_inactiv: there is no such statistic; did you mean "
              "'always_inactive'?\n"
              "5:3 parameters.search.give_upp: there is no such parameter; did you mean "
              "'search.give_up'?\n");
}

TEST(Targets, say_what_a_target_lacks) {
    const std::string found =
        problems(std::string{"kind: targets\ntargets:\n  always_inactive: {value: 0.8, tolerance: "
                             "0.0, use: both}\n"}
                 + good_parameter);
    EXPECT_NE(found.find("targets.always_inactive.tolerance: must be greater than 0"),
              std::string::npos);
    EXPECT_NE(found.find("targets.always_inactive.use: must be fit or test, not both"),
              std::string::npos);
    EXPECT_NE(found.find("targets.always_inactive.source: is missing"), std::string::npos);
}

TEST(Targets, do_not_go_beyond_the_evidence) {
    const std::string found = problems(
        std::string{"kind: targets\n"} + good_target
        + "parameters:\n  search.give_up: {between: [0.0, 0.9], source: \"assumption: x\"}\n");
    EXPECT_NE(found.find("parameters.search.give_up.between: goes beyond what the evidence allows"),
              std::string::npos);
    EXPECT_NE(found.find("labour.yaml:"), std::string::npos);
}

TEST(Targets, are_refused_if_none_is_fitted) {
    const std::string found =
        problems("kind: targets\ntargets:\n  always_inactive: {value: 0.8, tolerance: 0.1, use: "
                 "test, source: \"cite: x\"}\n"
                 + std::string{good_parameter});
    EXPECT_EQ(found, "3:3 targets: none has use: fit\n");
}

TEST(Knobs, are_the_judged_numbers_with_a_range) {
    const std::vector<Knob> search = judged_knobs(town(), {"search.*"});
    EXPECT_GE(search.size(), 15U);
    for (const Knob& knob : search) {
        EXPECT_EQ(knob.path.rfind("search.", 0), 0U);
        EXPECT_TRUE(is_judged(*source_of(town(), knob.path)));
    }
    EXPECT_GT(judged_knobs(town(), {}).size(), 100U);
    EXPECT_TRUE(judged_knobs(town(), {"no.such"}).empty());
}

TEST(Knobs, are_matched_with_stars) {
    EXPECT_TRUE(matches("barriers.debt.relapse", "barriers.*.relapse"));
    EXPECT_TRUE(matches("barriers.debt.relapse", "*"));
    EXPECT_TRUE(matches("a", "a*"));
    EXPECT_FALSE(matches("barriers.debt.recovery", "barriers.*.relapse"));
    EXPECT_FALSE(matches("search.give_up", "give_up"));
}

TEST(Ensemble, is_a_scenario_that_another_can_extend) {
    const std::vector<Knob> knobs{{"search.give_up", 0.05, 0.4},
                                  {"work.separation[0]", 0.01, 0.02}};
    const small_study::Folder folder;
    small_study::overwrite(folder / "ensemble.yaml",
                           ensemble_yaml("ensemble",
                                         "calibrated: by hand, seed 1",
                                         {"remark: 100 %", ""},
                                         knobs,
                                         {{0.0, 1.0}, {1.0 / 3.0, 0.5}}));
    const std::string base =
        std::filesystem::absolute("scenarios/demonstration-town.yaml").string();
    small_study::overwrite(folder / "study.yaml",
                           "extends: [" + base
                               + ", ensemble.yaml]\nschema_version: 1\nname: s\ntitle: \"t\"\n"
                                 "question: \"q\"\n");
    const LoadedScenario loaded = load_scenario((folder / "study.yaml").string(), {});
    ASSERT_EQ(loaded.scenario.ensemble.items.size(), 2U);
    EXPECT_EQ(loaded.scenario.ensemble.items[1].name, "set_002");
    EXPECT_EQ(loaded.scenario.ensemble.items[1].parameters.values,
              (std::vector<std::string>{"0.166667", "0.015"}));
    EXPECT_EQ(loaded.sources.at("ensemble.set_001.parameters.search.give_up").source,
              "calibrated: by hand, seed 1");
}

TEST(RunStore, keeps_runs_to_the_last_bit_and_knows_them_again) {
    const small_study::Folder folder;
    const RunStore store{folder / "runs", "key"};
    EXPECT_FALSE(store.find({0.1, 0.2}, 3));
    store.keep({0.1, 0.2}, 3, {1.0 / 3.0, -1e-300, 12345678.9});
    EXPECT_EQ(RunStore(folder / "runs", "key").find({0.1, 0.2}, 3),
              (std::vector<double>{1.0 / 3.0, -1e-300, 12345678.9}));
    EXPECT_FALSE(store.find({0.1, 0.2}, 4));
    EXPECT_FALSE(store.find({0.2, 0.1}, 3));
}

TEST(RunStore, does_not_mix_the_runs_of_two_studies) {
    const small_study::Folder folder;
    const RunStore store{folder / "runs", "key"};
    EXPECT_THROW((RunStore{folder / "runs", "another key"}), IoError);
}

}  // namespace
}  // namespace foothold
