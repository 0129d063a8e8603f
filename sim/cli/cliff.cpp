#include "foothold/diagnostics.hpp"

#include "sim/appraisal/cliff_study.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/cliff_reading.hpp"
#include "sim/cli/cliff_report.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/stop.hpp"
#include "sim/core/parallel.hpp"
#include "sim/engine/check.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/study.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

namespace foothold {

namespace {

constexpr std::int32_t usual_from = 12;
constexpr std::int32_t usual_to = 60;
constexpr std::int32_t usual_every = 6;
constexpr std::int32_t usual_window = 24;

/// The scenario that was named, made into a study of lengths of funding.
LoadedScenario study_of(const CliffArguments& given) {
    std::vector<std::string> settings = given.scenario.settings;
    if (given.replicates) {
        settings.push_back("settings.replicates=" + std::to_string(*given.replicates));
    }
    LoadedScenario loaded = load_scenario(given.scenario.path, settings, given.scenario.with);
    Diagnostics wrong;
    check(loaded.scenario, given.asked, wrong);
    wrong.stop_if_any();
    loaded.scenario = cliff_study(loaded.scenario, given.asked);
    check(loaded.scenario, wrong);
    wrong.stop_if_any();
    loaded.yaml = emit_yaml(loaded.scenario);
    return loaded;
}

ExitCode simulate(const CliffArguments& given) {
    if (given.asked.programme.empty() || given.out.empty()) {
        refuse(given.asked.programme.empty() ? "--programme" : "-o",
               "is missing; a scenario is run with --programme NAME and -o DIR, a folder that was "
               "run is read without them");
    }
    const LoadedScenario loaded = study_of(given);
    const Place place = place_of(loaded);
    const ThreadLimit limit{given.threads};
    const StudyFiles files{given.out};
    ProgressLine line{given.quiet};
    listen_for_stop();
    StudyWatcher watcher;
    watcher.progress = [&](const StudyProgress& at) { line.show(at); };
    watcher.should_stop = stop_is_asked;
    run_study(loaded, place, files, watcher);
    line.clear();
    const CliffFindings found = cliff_findings_in(files.results());
    const std::filesystem::path picture = files.folder / "cliff.svg";
    write_whole(picture, cliff_svg(found));
    print_cliff(found, files.results(), given);
    if (!given.quiet) {
        std::cerr << "Results: " << files.results().string() << ", picture: " << picture.string()
                  << '\n';
    }
    return ExitCode::ok;
}

/// The results file that was named, by itself or by its folder; empty if a scenario was named.
std::filesystem::path results_named(const std::string& path) {
    const std::filesystem::path named{path};
    if (!std::filesystem::exists(named)) {
        throw IoError{path, "no such file or folder; name a scenario, or a folder that was run"};
    }
    if (std::filesystem::is_directory(named)) {
        return results_in(path);
    }
    return named.extension() == ".h5" ? named : std::filesystem::path{};
}

ExitCode cliff(const CliffArguments& given) {
    const std::filesystem::path results = results_named(given.scenario.path);
    return results.empty() ? simulate(given) : read_cliff(results, given);
}

constexpr const char* teaching =
    "Examples:\n"
    "  what each further month of money adds, and what its end loses\n"
    "    foothold cliff scenarios/demonstration-town.yaml \\\n"
    "        --programme households_into_work --from 12 --to 60 -o results/cliff\n"
    "  the same tables again, as numbers for a spreadsheet\n"
    "    foothold cliff results/cliff --csv\n"
    "\n"
    "Runs the programme with every length of funding from --from to --to, and its\n"
    "own, in the same worlds with the same luck, and reports net job-months, their\n"
    "cost and the marginal value of a further month. One length (--anatomy; else its\n"
    "own) is also renewed year by year, and its end is taken apart: referrals drying\n"
    "up, advocates leaving on notice, open cases dropped, relapse. Killed in the\n"
    "middle, the same command goes on. docs/methods/cliff.md";

void add_options(CLI::App& command, CliffArguments& given) {
    constexpr std::uint64_t most_months = 600;
    constexpr std::uint64_t most_threads = 4096;
    constexpr std::uint64_t most_replicates = 65535;
    CliffQuestion& asked = given.asked;
    const auto months = whole_number(1, most_months);
    const auto add_months = [&](const char* name, auto& value, const char* meaning) {
        return command.add_option(name, value, meaning)->check(months)->type_name("MONTHS");
    };
    command.add_option("--programme", asked.programme, "whose funding is varied")
        ->type_name("NAME");
    add_months("--from", asked.from, "shortest funding; 12");
    add_months("--to", asked.to, "longest funding; 60");
    add_months("--every", asked.every, "months from one length to the next; 6");
    add_months("--anatomy", asked.anatomy, "length whose end is taken apart; else its own");
    add_months("--window", asked.window, "months after that end that count; 24");
    command.add_flag("--same-total", asked.same_total, "spread the same money over each length");
    command.add_option("-o,--output", given.out, "folder for the results")->type_name("DIR");
    command.add_option("--replicates", given.replicates, "worlds, in place of the scenario's")
        ->check(whole_number(1, most_replicates))
        ->type_name("N");
    command.add_option("--threads", given.threads, "threads to use; 0, the default, for all")
        ->check(whole_number(0, most_threads))
        ->type_name("N");
    auto* json = command.add_flag("--json", given.json, "print everything as JSON");
    command.add_flag("--csv", given.csv, "print the tables as CSV")->excludes(json);
    command.add_flag("-q,--quiet", given.quiet, "no progress");
}

}  // namespace

void add_cliff(CLI::App& program, Action& action) {
    auto given = std::make_shared<CliffArguments>();
    given->asked.from = usual_from;
    given->asked.to = usual_to;
    given->asked.every = usual_every;
    given->asked.window = usual_window;
    CLI::App& command =
        *program.add_subcommand("cliff", "what months of funding add, and their end loses");
    command.footer(teaching);
    given->scenario.add_to(command);
    add_options(command, *given);
    command.callback([&action, &command, given] {
        for (const CLI::Option* option : command.get_options()) {
            if (option->count() > 0) {
                given->typed.push_back(option->get_name());
            }
        }
        action = [given] { return cliff(*given); };
    });
}

}  // namespace foothold
