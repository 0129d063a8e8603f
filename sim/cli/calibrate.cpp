#include "sim/cli/calibrate_report.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/stop.hpp"
#include "sim/core/parallel.hpp"
#include "sim/io/ensemble_file.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/targets_file.hpp"
#include "sim/io/toolbox_file.hpp"
#include "sim/io/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

struct CalibrateArguments {
    ExperimentArguments common;
    std::string targets;
    std::size_t sets = 50;
    std::size_t runs = 240;
    std::size_t waves = 2;
    std::int32_t months = 36;
};

/// The scenario as it is run here: nothing but the model and its parameters.
LoadedScenario without_programmes(LoadedScenario loaded, std::int32_t months) {
    Scenario& scenario = loaded.scenario;
    scenario.arms.items = {Arm{"none", "no programme", {}, {}}};
    scenario.reference = "none";
    scenario.programmes.items.clear();
    scenario.ensemble.items.clear();
    scenario.settings.horizon = months;
    return loaded;
}

std::string targets_path(const CalibrateArguments& given) {
    return given.targets.empty() ? (std::filesystem::path{given.common.scenario.path}.parent_path()
                                    / "calibration/targets.yaml")
                                       .string()
                                 : given.targets;
}

std::vector<std::size_t> places_of(const std::vector<Target>& targets,
                                   const std::vector<std::string>& statistics) {
    std::vector<std::size_t> places;
    for (const Target& target : targets) {
        places.push_back(static_cast<std::size_t>(
            std::find(statistics.begin(), statistics.end(), target.name) - statistics.begin()));
    }
    return places;
}

std::string
source_text(const CalibrateArguments& given, const LoadedScenario& loaded, const Place& place) {
    return "calibrated: " + std::to_string(given.sets) + " sets by foothold calibrate "
           + std::filesystem::path{given.common.scenario.path}.filename().string() + ", targets "
           + std::filesystem::path{targets_path(given)}.filename().string() + ", "
           + std::to_string(given.runs) + " runs in " + std::to_string(given.waves)
           + " waves, seed " + std::to_string(loaded.scenario.settings.seed) + ", "
           + std::to_string(place.neighbourhoods.size()) + " neighbourhoods of "
           + std::filesystem::path{loaded.place}.filename().string() + ", foothold "
           + std::string{version()} + " (" + std::string{revision()} + ")";
}

ExitCode calibrate_scenario(const CalibrateArguments& given) {
    const LoadedScenario loaded = without_programmes(given.common.load(), given.months);
    const Place place = given.common.place(loaded);
    const std::vector<std::string> statistics = labour_statistics();
    const CalibrationFile file = read_targets(targets_path(given), loaded, statistics);
    const Toolbox& toolbox = load_toolbox();
    const ThreadLimit limit{given.common.threads};
    const std::filesystem::path out{given.common.out};
    const RunStore store{std::filesystem::path{out}.replace_extension("runs"),
                         key_of(loaded, place, statistics)};
    listen_for_stop();
    const auto simulate = [&](const Point& point,
                              std::uint32_t luck,
                              const std::function<void()>& month_done) {
        return labour_market(turned(loaded.scenario, file.knobs, point), place, luck, month_done);
    };
    KeptRuns runs{store, simulate, given.runs + given.sets, given.common.quiet};
    const std::vector<std::size_t> places = places_of(file.targets, statistics);
    const Calibration found =
        calibrate(toolbox,
                  file.knobs.size(),
                  file.targets,
                  places,
                  runs.model(),
                  {given.runs, given.waves, given.sets, {2048, 25, loaded.scenario.settings.seed}});
    runs.finish();
    const std::vector<std::string> report = calibration_report(file, places, found);
    write_whole(out,
                ensemble_yaml(out.stem().string(),
                              source_text(given, loaded, place),
                              report,
                              file.knobs,
                              found.ensemble.inputs));
    for (const std::string& line : report) {
        std::cout << line << '\n';
    }
    if (!given.common.quiet) {
        std::cerr << "Ensemble: " << out.string() << " (extends: [SCENARIO, "
                  << out.filename().string() << "] takes it up); runs kept in "
                  << out.stem().string() << ".runs\n";
    }
    return ExitCode::ok;
}

constexpr const char* teaching =
    "Example:\n"
    "  foothold calibrate scenarios/households-into-work.yaml -o ensemble.yaml\n"
    "\n"
    "Fits the judged parameters that the targets file names to what is known of the\n"
    "labour market without programmes, and writes FILE: a scenario with an ensemble\n"
    "of parameter sets that fit about equally well. A study takes it up with\n"
    "    extends: [households-into-work.yaml, ensemble.yaml]\n"
    "and its replicates take the sets in turn, so that what is not known of the\n"
    "parameters shows in every interval.\n"
    "\n"
    "The table printed, and kept on top of FILE, says for each target what was\n"
    "wanted, within what standard deviation, what the model gives at the sets, and\n"
    "Q2: how much of it the emulator foretells; and for each parameter how much\n"
    "narrower the ensemble is than the range before (learnt; 0 % is nothing).\n"
    "Runs are kept in FILE's folder: killed in the middle, the same command goes on.\n"
    "Method and limits: docs/methods/calibration.md";

}  // namespace

void add_calibrate(CLI::App& program, Action& action) {
    constexpr std::uint64_t least_runs = 20;
    constexpr std::uint64_t most_runs = 30000;  // replicates are numbered up to 65535
    constexpr std::uint64_t most_waves = 10;
    constexpr std::uint64_t least_months = 13;
    constexpr std::uint64_t most_months = 600;
    auto given = std::make_shared<CalibrateArguments>();
    CLI::App& command =
        *program.add_subcommand("calibrate", "fit judged parameters; write an ensemble of sets");
    command.footer(teaching);
    given->common.add_to(command, "FILE");
    command
        .add_option(
            "--targets", given->targets, "targets; else calibration/targets.yaml by SCENARIO")
        ->type_name("FILE");
    command.add_option("--sets", given->sets, "sets in the ensemble; 50")
        ->check(whole_number(2, 999))
        ->type_name("N");
    command.add_option("--runs", given->runs, "runs to learn from; 240")
        ->check(whole_number(least_runs, most_runs))
        ->type_name("N");
    command.add_option("--waves", given->waves, "waves of runs, each nearer the targets; 2")
        ->check(whole_number(1, most_waves))
        ->type_name("N");
    command.add_option("--months", given->months, "months watched after the burn-in; 36")
        ->check(whole_number(least_months, most_months))
        ->type_name("N");
    command.callback([&action, given] { action = [given] { return calibrate_scenario(*given); }; });
}

}  // namespace foothold
