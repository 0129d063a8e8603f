#pragma once

#include <CLI/App.hpp>

#include <functional>
#include <string>
#include <vector>

namespace foothold {

/// What the program answers to the system.
enum class ExitCode : int {
    ok = 0,
    failed_check = 1,
    usage = 2,
    bad_data = 65,
    io = 74,
    stopped = 75
};

/// A command adds itself to the program and stores what to do in `action` when it is chosen.
using Action = std::function<ExitCode()>;

void add_run(CLI::App& program, Action& action, std::string typed);
void add_bench(CLI::App& program, Action& action);
void add_calibrate(CLI::App& program, Action& action);
void add_check(CLI::App& program, Action& action);
void add_evaluate(CLI::App& program, Action& action);
void add_cliff(CLI::App& program, Action& action);
void add_compare(CLI::App& program, Action& action);
void add_explain(CLI::App& program, Action& action);
void add_ledger(CLI::App& program, Action& action);
void add_place(CLI::App& program, Action& action);
void add_scenarios(CLI::App& program, Action& action);
void add_schema(CLI::App& program, Action& action);
void add_sensitivity(CLI::App& program, Action& action);
void add_validate(CLI::App& program, Action& action);
void add_value(CLI::App& program, Action& action);
void add_verify(CLI::App& program, Action& action);

/// What several commands take: a scenario and changes to it. A path that is set before is taken
/// where none is given.
struct ScenarioArguments {
    std::string path;
    std::vector<std::string> settings;
    std::vector<std::string> with;  // files stacked on the scenario

    void add_to(CLI::App& command);
};

}  // namespace foothold
