#include "foothold/diagnostics.hpp"

#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/plan.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/reporter.hpp"
#include "sim/cli/stop.hpp"
#include "sim/core/parallel.hpp"
#include "sim/io/run_record.hpp"
#include "sim/io/study.hpp"
#include "sim/io/text_file.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

struct RunArguments {
    ScenarioArguments scenario;
    std::string out;
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> replicates;
    std::size_t threads = 0;
    bool dry_run = false;
    bool json = false;
    bool quiet = false;
    std::string typed;
};

std::vector<std::string> settings_of(const RunArguments& given) {
    std::vector<std::string> settings = given.scenario.settings;
    if (given.seed) {
        settings.push_back("settings.seed=" + std::to_string(*given.seed));
    }
    if (given.replicates) {
        settings.push_back("settings.replicates=" + std::to_string(*given.replicates));
    }
    return settings;
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()}
                                                          : std::string{};
}

/// The resolved scenario must not replace the one that somebody wrote.
void spare(const std::string& scenario, const StudyFiles& files, const StudyHeader& header) {
    std::error_code ignored;
    if (std::filesystem::equivalent(scenario, files.scenario(), ignored)
        && read_text_file(scenario, header.scenario_yaml.size()) != header.scenario_yaml) {
        throw IoError{scenario, "would be replaced by the results; choose another folder with -o"};
    }
}

ExitCode run(const RunArguments& given) {
    const auto started = std::chrono::system_clock::now();
    const LoadedScenario loaded =
        load_scenario(given.scenario.path, settings_of(given), given.scenario.with);
    const Place place = place_of(loaded);
    if (given.dry_run) {
        print_plan(loaded.scenario, place, std::cout);
        return ExitCode::ok;
    }
    const ThreadLimit limit{given.threads};
    const StudyFiles files{given.out};
    const StudyHeader header = header_of(loaded, place);
    spare(given.scenario.path, files, header);
    for (const std::string& each : given.scenario.with) {
        spare(each, files, header);
    }
    ProgressLine line{given.quiet};
    listen_for_stop();
    const Reporter reporter{loaded.scenario.question, files, line, given.json, given.quiet};
    StudyWatcher watcher = reporter.watcher();
    watcher.should_stop = stop_is_asked;
    run_study(loaded, place, files, watcher);
    write_run_record(files.record(),
                     header,
                     {given.scenario.path,
                      files.results().filename().string(),
                      given.typed,
                      host_name(),
                      started,
                      std::chrono::system_clock::now()});
    if (!given.quiet) {
        std::cerr << "Results: " << files.results().string()
                  << " (HDF5), scenario as run: " << files.scenario().string() << '\n';
    }
    return ExitCode::ok;
}

}  // namespace

void ScenarioArguments::add_to(CLI::App& command) {
    command.add_option("scenario", path, "scenario file (YAML)")
        ->required(path.empty())
        ->type_name("SCENARIO");
    command.add_option("--with", with, "stack another scenario on it; repeatable")
        ->allow_extra_args(false)
        ->type_name("FILE");
    command.add_option("--set", settings, "change one value; may be repeated")
        ->allow_extra_args(false)
        ->type_name("PATH=VALUE");
}

void add_run(CLI::App& program, Action& action, std::string typed) {
    constexpr std::uint64_t most_replicates = 100000;
    constexpr std::uint64_t most_threads = 4096;
    auto given = std::make_shared<RunArguments>();
    given->typed = std::move(typed);
    CLI::App& command = *program.add_subcommand("run", "simulate a study and print its answer");
    command.footer("Examples:\n"
                   "  foothold run scenarios/demonstration-town.yaml -o results/town\n"
                   "  foothold run scenarios/demonstration-town.yaml -o results/long \\\n"
                   "      --set programmes.households_into_work.funding.months=48\n"
                   "  foothold run scenarios/saturation.yaml -o results/thin \\\n"
                   "      --set arms.reach_eighth=null    (without that arm)\n"
                   "\n"
                   "Writes DIR/results.h5 (all numbers), DIR/scenario.yaml (every value as run),\n"
                   "DIR/places/ (the place as read), DIR/run.json (when, where and with which\n"
                   "command) and DIR/segments/ (one file per finished replicate). Killed in the\n"
                   "middle, the same command goes on where it was. The same scenario, seed and\n"
                   "program give the same bytes in results.h5 with any number of threads.");
    given->scenario.add_to(command);
    command.add_option("-o,--output", given->out, "folder for the results")->type_name("DIR");
    command.add_option("--seed", given->seed, "seed of all luck, in place of the scenario's")
        ->check(whole_number(0))
        ->type_name("N");
    command
        .add_option(
            "--replicates", given->replicates, "simulated worlds, in place of the scenario's")
        ->check(whole_number(1, most_replicates))
        ->type_name("N");
    command.add_option("--threads", given->threads, "threads to use; 0, the default, for all")
        ->check(whole_number(0, most_threads))
        ->type_name("N");
    command.add_flag("--dry-run", given->dry_run, "check, say what would be run, and stop");
    command.add_flag("--json", given->json, "print the answer as JSON");
    command.add_flag("-q,--quiet", given->quiet, "no progress, and only the last answer");
    command.callback([&action, given] {
        if (given->out.empty() && !given->dry_run) {
            throw CLI::RequiredError{"-o DIR"};
        }
        action = [given] { return run(*given); };
    });
}

}  // namespace foothold
