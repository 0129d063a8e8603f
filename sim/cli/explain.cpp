#include "sim/cli/commands.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/results.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/measures/catalogue.hpp"
#include "sim/phases/schedule.hpp"

#include <CLI/CLI.hpp>

#include <iomanip>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

ExitCode explain_schedule() {
    std::size_t number = 0;
    std::cout << "| step | phase | what happens | reads | writes |\n|---|---|---|---|---|\n";
    for (const Phase& phase : month_schedule) {
        std::cout << "| " << ++number << " | " << phase.name << " | " << phase.does << " | "
                  << phase.reads << " | " << phase.writes << " |\n";
    }
    return ExitCode::ok;
}

void print_measures(const std::vector<MeasureInfo>& measures, const char* of) {
    for (const MeasureInfo& each : measures) {
        std::cout << "| " << each.name << " | " << each.unit << " | " << of << " | " << each.meaning
                  << " |\n";
    }
}

ExitCode explain_measures(const ScenarioArguments& given) {
    const LoadedScenario loaded = load_scenario(given.path, given.settings, given.with);
    std::cout << "| measure | unit | counted for | meaning |\n|---|---|---|---|\n";
    print_measures(place_measures(loaded.scenario.parameters), "every month and neighbourhood");
    print_measures(programme_measures(), "every month, the arm's programmes together");
    return ExitCode::ok;
}

ExitCode explain_scenario(const ScenarioArguments& given) {
    std::cout << load_scenario(given.path, given.settings, given.with).yaml;
    return ExitCode::ok;
}

void print_value(const std::string& path, const Sourced& it) {
    std::cout << path << " = " << it.value
              << (it.unit.empty() || it.unit == "1" ? "" : " " + it.unit) << '\n'
              << "    " << it.meaning << '\n';
    if (it.low && it.high) {
        std::cout << "    known to lie in " << *it.low << " to " << *it.high << '\n';
    }
    std::cout << "    " << it.source << "\n    " << it.where.file << ':' << it.where.line << '\n';
}

ExitCode explain_parameters(const ScenarioArguments& given, const std::string& filter, bool table) {
    const LoadedScenario loaded = load_scenario(given.path, given.settings, given.with);
    if (table) {
        std::cout << markdown_table(loaded.scenario, loaded.sources);
        return ExitCode::ok;
    }
    std::size_t shown = 0;
    for (const auto& [path, it] : loaded.sources) {
        if (path.find(filter) != std::string::npos) {
            print_value(path, it);
            ++shown;
        }
    }
    if (shown == 0) {
        std::cerr << "error: no parameter has '" << filter
                  << "' in its path; leave it out to see them all\n";
        return ExitCode::usage;
    }
    return ExitCode::ok;
}

ExitCode check_scenario(const ScenarioArguments& given) {
    const LoadedScenario loaded = load_scenario(given.path, given.settings, given.with);
    const Place place = place_of(loaded);
    std::cout << given.path << ": fine. " << loaded.sources.size() << " values, "
              << loaded.scenario.arms.items.size() << " arms, " << place.neighbourhoods.size()
              << " neighbourhoods.\n";
    return ExitCode::ok;
}

ExitCode verify_results(const std::string& path) {
    const std::string stored = stored_fingerprint(path);
    const std::string computed = computed_fingerprint(path);
    std::cout << path << ": fingerprint " << stored
              << (stored == computed ? ", as computed from its numbers\n" : "") << std::flush;
    if (stored != computed) {
        std::cerr << "error: the numbers now give " << computed
                  << "; the file was changed or damaged\n";
        return ExitCode::failed_check;
    }
    return ExitCode::ok;
}

void add_parameters(CLI::App& explain, Action& action) {
    auto given = std::make_shared<ScenarioArguments>();
    auto filter = std::make_shared<std::string>();
    auto table = std::make_shared<bool>(false);
    CLI::App& command =
        *explain.add_subcommand("parameters", "values with units, ranges, sources and places");
    command.footer("Examples:\n"
                   "  foothold explain parameters scenarios/demonstration-town.yaml barriers.debt\n"
                   "  foothold explain parameters scenarios/households-into-work.yaml --table");
    given->add_to(command);
    command.add_option("filter", *filter, "only paths that contain this")->type_name("TEXT");
    command.add_flag("--table", *table, "all of them as a Markdown table");
    command.callback([&action, given, filter, table] {
        action = [given, filter, table] { return explain_parameters(*given, *filter, *table); };
    });
}

}  // namespace

void add_check(CLI::App& program, Action& action) {
    auto given = std::make_shared<ScenarioArguments>();
    CLI::App& command =
        *program.add_subcommand("check", "check a scenario and its place; run nothing");
    command.footer("Example:\n  foothold check scenarios/demonstration-town.yaml");
    given->add_to(command);
    command.callback([&action, given] { action = [given] { return check_scenario(*given); }; });
}

void add_explain(CLI::App& program, Action& action) {
    CLI::App& command =
        *program.add_subcommand("explain", "show schedule, measures, parameters or a scenario");
    command.footer("Example:\n"
                   "  foothold explain parameters scenarios/demonstration-town.yaml barriers.debt");
    command.require_subcommand(1);
    CLI::App& schedule = *command.add_subcommand("schedule", "the steps of a month, in order");
    schedule.footer("Example:\n  foothold explain schedule");
    schedule.callback([&action] { action = explain_schedule; });
    add_parameters(command, action);
    auto given = std::make_shared<ScenarioArguments>();
    CLI::App& scenario =
        *command.add_subcommand("scenario", "the resolved scenario, every value filled in");
    scenario.footer("Example:\n  foothold explain scenario scenarios/demonstration-town.yaml");
    given->add_to(scenario);
    scenario.callback([&action, given] { action = [given] { return explain_scenario(*given); }; });
    CLI::App& measures = *command.add_subcommand("measures", "what is counted every month");
    measures.footer("Example:\n  foothold explain measures scenarios/demonstration-town.yaml");
    given->add_to(measures);
    measures.callback([&action, given] { action = [given] { return explain_measures(*given); }; });
}

void add_schema(CLI::App& program, Action& action) {
    CLI::App& command =
        *program.add_subcommand("schema", "print the JSON Schema of scenarios, for editors");
    command.footer("Example:\n  foothold schema > foothold.schema.json");
    command.callback([&action] {
        action = [] {
            std::cout << json_schema<Scenario>("Foothold scenario") << '\n';
            return ExitCode::ok;
        };
    });
}

void add_verify(CLI::App& program, Action& action) {
    auto path = std::make_shared<std::string>();
    CLI::App& command =
        *program.add_subcommand("verify", "compute the fingerprint of a results file again");
    command.footer("Example:\n  foothold verify results/town/results.h5");
    command.add_option("results", *path, "results.h5")->required()->type_name("FILE");
    command.callback([&action, path] { action = [path] { return verify_results(*path); }; });
}

}  // namespace foothold
