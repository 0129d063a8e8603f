#include "sim/cli/answer.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/first_look.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/run_record.hpp"
#include "sim/io/study.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <array>
#include <csignal>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>

namespace foothold {

namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void ask_to_stop(int) {
    asked_to_stop = 1;
}

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

void print_plan(const Scenario& scenario, const Place& place, std::ostream& out) {
    std::int64_t people = 0;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        people += std::accumulate(n.people.begin(), n.people.end(), std::int64_t{n.children});
    }
    const Simulation simulation{scenario, place, 0};
    out << scenario.title << '\n'
        << "  place       " << place.title << ", " << place.neighbourhoods.size()
        << " neighbourhoods, " << people << " people\n"
        << "  study       " << text(scenario.settings.start) << ", " << scenario.settings.horizon
        << " months after a burn-in of " << scenario.settings.burn_in << '\n'
        << "  replicates  " << scenario.settings.replicates << ", seed " << scenario.settings.seed
        << '\n'
        << "  arms\n";
    for (const Arm& arm : scenario.arms.items) {
        out << "    " << arm.name << (arm.name == scenario.reference ? " (reference)" : "") << ": "
            << arm.label << '\n';
    }
    out << "  to simulate "
        << simulation.months() * static_cast<std::size_t>(scenario.settings.replicates)
        << " months of the whole place\n";
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()}
                                                          : std::string{};
}

/// The answer so far goes to the terminal; the last one is the result.
struct Reporter {
    const RunArguments& given;
    const Scenario& scenario;
    const StudyFiles& files;
    ProgressLine& line;

    void operator()(const StudyProgress& at) const {
        line.clear();
        const bool last = at.replicates_done == at.replicates;
        if (!last && (given.quiet || given.json)) {
            return;
        }
        const Answer answer = answer_from(files.results(), scenario.question);
        if (given.json) {
            std::cout << json_of(answer) << std::endl;
            return;
        }
        if (!last) {
            std::cout << "--- first answer, from " << at.replicates_done << " of " << at.replicates
                      << " replicates; it gets better ---\n";
        }
        print_answer(answer, std::cout);
        std::cout << std::endl;
    }
};

ExitCode run(const RunArguments& given) {
    const auto started = std::chrono::system_clock::now();
    const LoadedScenario loaded = load_scenario(given.scenario.path, settings_of(given));
    const Place place = read_place(loaded.place);
    if (given.dry_run) {
        print_plan(loaded.scenario, place, std::cout);
        return ExitCode::ok;
    }
    const ThreadLimit limit{given.threads};
    const StudyFiles files{given.out};
    ProgressLine line{given.quiet};
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    StudyWatcher watcher;
    watcher.first_look = [&](const StudyHeader& header, const Replicate& so_far, std::size_t time) {
        if (is_reported_time(time) && !given.quiet && !given.json) {
            line.clear();
            print_first_look(header, so_far, time, std::cout);
        }
    };
    watcher.progress = [&](const StudyProgress& at) { line.show(at); };
    watcher.answer = Reporter{given, loaded.scenario, files, line};
    watcher.should_stop = [] { return asked_to_stop != 0; };
    try {
        run_study(loaded, place, files, watcher);
    } catch (...) {
        line.clear();
        throw;
    }
    write_run_record(files.record(),
                     header_of(loaded, place),
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
    command.add_option("scenario", path, "scenario file (YAML)")->required();
    command.add_option("--set", settings, "change one value: a.b.c=value; may be repeated")
        ->allow_extra_args(false)
        ->type_name("PATH=VALUE");
}

void add_run(CLI::App& program, Action& action) {
    auto given = std::make_shared<RunArguments>();
    CLI::App& command = *program.add_subcommand("run", "simulate a study and print its answer");
    command.footer("Writes DIR/results.h5 (all numbers), DIR/scenario.yaml (every value as run), "
                   "DIR/run.json (when and\n"
                   "where) and DIR/segments/ (one file per finished replicate). Killed in the "
                   "middle, the same command goes\n"
                   "on where it was. The same scenario, seed and program give the same bytes with "
                   "any number of threads.");
    given->scenario.add_to(command);
    command.add_option("-o,--output", given->out, "folder for the results")->type_name("DIR");
    command.add_option("--seed", given->seed, "seed of all luck, in place of the scenario's");
    command
        .add_option("--replicates",
                    given->replicates,
                    "number of simulated worlds, in place of the scenario's")
        ->check(CLI::PositiveNumber);
    command.add_option(
        "--threads", given->threads, "threads to use; 0 for all (results do not depend on it)");
    command.add_flag(
        "--dry-run", given->dry_run, "check everything and say what would be run, then stop");
    command.add_flag("--json", given->json, "print the answer as JSON");
    command.add_flag("-q,--quiet", given->quiet, "no progress");
    command.callback([&program, &action, given, &command] {
        if (given->out.empty() && !given->dry_run) {
            throw CLI::RequiredError{"-o DIR"};
        }
        given->typed = program.get_name() + " run " + given->scenario.path + " -o " + given->out;
        static_cast<void>(command);
        action = [given] { return run(*given); };
    });
}

}  // namespace foothold
