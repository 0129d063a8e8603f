#include "foothold/diagnostics.hpp"

#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/validation.hpp"
#include "sim/core/parallel.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/experiments/findings.hpp"
#include "sim/experiments/thin.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/version.hpp"
#include "sim/io/yaml.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <numeric>
#include <sstream>

namespace foothold {

namespace {

constexpr std::size_t quick_replicates = 3;  // the fewest that give an interval

struct ValidateArguments {
    ScenarioArguments scenario;
    std::string patterns = "scenarios/validation/patterns.yaml";
    std::vector<std::string> only;
    std::string write;
    std::size_t replicates = 0;
    std::size_t threads = 0;
    bool quick = false;
    bool json = false;
    bool quiet = false;
};

PatternBook read_book(const std::string& path) {
    Diagnostics wrong;
    SourceMap ignored;
    PatternBook book;
    fill(book, read_yaml_file(path, wrong), wrong, ignored);
    if (wrong.empty()) {
        for (const std::string& fault : faults_of(book)) {
            wrong.error({path, 0, 0}, "", fault);
        }
    }
    wrong.stop_if_any();
    return book;
}

/// Reports patterns asked for that the book does not have.
void expect_known(const std::vector<std::string>& only,
                  const PatternBook& book,
                  const std::string& path) {
    std::vector<std::string> known;
    for (const Pattern& it : book.patterns.items) {
        known.push_back(it.pattern);
        known.push_back(it.name);
    }
    Diagnostics wrong;
    for (const std::string& name : only) {
        if (std::count(known.begin(), known.end(), name) == 0) {
            const std::string near = nearest(name, known);
            wrong.error({path, 0, 0},
                        "--only",
                        "there is no pattern '" + name + "'"
                            + (near.empty() ? "" : "; did you mean '" + near + "'?"));
        }
    }
    wrong.stop_if_any();
}

bool is_wanted(const Pattern& it, const std::vector<std::string>& only) {
    return only.empty() || std::count(only.begin(), only.end(), it.pattern) > 0
           || std::count(only.begin(), only.end(), it.name) > 0;
}

std::size_t people_of(const Place& place) {
    std::int64_t people = 0;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        people += std::accumulate(n.people.begin(), n.people.end(), std::int64_t{n.children});
    }
    return static_cast<std::size_t>(people);
}

/// Reports shocks of the scenario validated that a study would take for its own.
void expect_free_names(const std::vector<Shock>& own,
                       const std::vector<Shock>& validated,
                       const std::string& file) {
    Diagnostics wrong;
    for (const Shock& it : validated) {
        if (std::any_of(
                own.begin(), own.end(), [&](const Shock& o) { return o.name == it.name; })) {
            wrong.error(
                {file, 0, 0},
                "parameters.labour_demand.shocks." + it.name,
                "validation has a shock of this name of its own; give the scenario's another");
        }
    }
    wrong.stop_if_any();
}

/// The study of an experiment with the numbers, the place and the luck of the scenario validated.
/// Shocks to the labour market are the study's own.
Scenario study_of(const std::filesystem::path& file, const Scenario& validated) {
    Scenario study = load_scenario(file.string(), {}).scenario;
    const std::int32_t horizon = study.settings.horizon;
    study.settings = validated.settings;
    study.settings.horizon = horizon;
    const auto shocks = study.parameters.labour_demand.shocks.items;
    study.parameters = validated.parameters;
    auto& all = study.parameters.labour_demand.shocks.items;
    expect_free_names(shocks, all, file.string());
    all.insert(all.end(), shocks.begin(), shocks.end());
    study.ensemble = validated.ensemble;
    return study;
}

/// Small places keep enough neighbourhoods to be ranked.
std::size_t thinning(const Experiment& plan, const Place& place) {
    constexpr std::size_t fewest = 30;  // neighbourhoods left
    const std::size_t most = std::max<std::size_t>(1, place.neighbourhoods.size() / fewest);
    return std::min(static_cast<std::size_t>(plan.thin), most);
}

/// One line on standard error that says how far an experiment is.
class Count {
  public:
    Count(const std::string& name, std::size_t months, bool quiet)
        : name_{name}, months_{months}, quiet_{quiet} {}

    void month() {
        const std::size_t done = ++done_;
        const std::size_t tenths = 10 * done / months_;
        if (!quiet_ && tenths > 10 * (done - 1) / months_) {
            const std::lock_guard lock{printing_};
            std::cerr << name_ << ": " << 10 * tenths << " % done\n";
        }
    }

  private:
    std::string name_;
    std::size_t months_;
    bool quiet_;
    std::atomic<std::size_t> done_{0};
    std::mutex printing_;
};

/// Lives the replicates: side by side in a small place, one after the other in a large one, where
/// the threads have enough to do in each.
std::vector<Findings> live(const Experiment& plan,
                           const Scenario& study,
                           const Place& place,
                           std::size_t replicates,
                           Count& count) {
    constexpr std::size_t small = 50'000;  // people
    std::vector<Findings> found(replicates);
    const auto one = [&](std::size_t r) {
        found[r] =
            findings_of(plan, study, place, static_cast<std::uint32_t>(r), [&] { count.month(); });
    };
    if (people_of(place) < small) {
        for_each_piece(replicates, 1, [&](std::size_t first, std::size_t) { one(first); });
    } else {
        for (std::size_t r = 0; r < replicates; ++r) {
            one(r);
        }
    }
    return found;
}

/// What to type for the patterns named; for all of them if none is.
std::string command_of(const ValidateArguments& given, const std::vector<std::string>& only) {
    std::string command = "foothold validate " + given.scenario.path;
    for (std::size_t i = 0; i < only.size(); ++i) {
        const bool spaced = only[i].find(' ') != std::string::npos;
        command += (i == 0 ? " --only " : ",") + (spaced ? "\"" + only[i] + "\"" : only[i]);
    }
    for (const std::string& setting : given.scenario.settings) {
        command += " --set " + setting;
    }
    command += given.quick ? " --quick" : "";
    command += given.replicates > 0 ? " --replicates " + std::to_string(given.replicates) : "";
    return command;
}

/// Lives one experiment and fills in the rows that are read from it.
void perform(const ValidateArguments& given,
             const Place& whole,
             const Experiment& plan,
             const Scenario& study,
             Validation& validation) {
    ExperimentRecord record{plan};
    record.replicates = given.replicates > 0 ? given.replicates
                        : given.quick        ? quick_replicates
                                             : static_cast<std::size_t>(plan.replicates);
    record.plan.thin = static_cast<std::int32_t>(thinning(plan, whole));
    const Place place = thin(whole, static_cast<std::size_t>(record.plan.thin));
    record.neighbourhoods = place.neighbourhoods.size();
    record.people = people_of(place);
    record.months = Simulation{study, place, 0}.months();
    Count count{plan.name, record.months * record.replicates, given.quiet};
    const auto started = std::chrono::steady_clock::now();
    const std::vector<Findings> found = live(plan, study, place, record.replicates, count);
    record.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    for (ValidationRow& row : validation.rows) {
        if (row.pattern.experiment == plan.name) {
            row.simulated = value_of(row.pattern, found);
            row.verdict = judge(row.pattern, row.simulated);
            row.command = command_of(given, {row.pattern.pattern});
        }
    }
    validation.experiments.push_back(record);
}

ExitCode validate(const ValidateArguments& given) {
    const ThreadLimit limit{given.threads};
    const PatternBook book = read_book(given.patterns);
    expect_known(given.only, book, given.patterns);
    const LoadedScenario loaded = load_scenario(given.scenario.path, given.scenario.settings);
    const Place place = place_of(loaded);
    Validation validation;
    validation.command = command_of(given, given.only);
    validation.scenario = given.scenario.path;
    validation.place = place.title;
    validation.version =
        "foothold " + std::string{version()} + " (" + std::string{revision()} + ")";
    validation.seed = loaded.scenario.settings.seed;
    for (const Pattern& it : book.patterns.items) {
        if (is_wanted(it, given.only)) {
            validation.rows.push_back({it, std::nullopt, Verdict::cannot_tell, ""});
        }
    }
    // All studies are read before the first is lived, so that a fault in the last costs no time.
    const std::filesystem::path folder = std::filesystem::path{given.patterns}.parent_path();
    std::vector<std::pair<Experiment, Scenario>> studies;
    for (const Experiment& plan : book.experiments.items) {
        if (std::any_of(validation.rows.begin(), validation.rows.end(), [&](const auto& row) {
                return row.pattern.experiment == plan.name;
            })) {
            studies.emplace_back(plan, study_of(folder / plan.scenario, loaded.scenario));
        }
    }
    for (const auto& [plan, study] : studies) {
        perform(given, place, plan, study, validation);
    }
    if (given.json) {
        std::cout << json_of(validation) << std::endl;
    } else {
        print_validation(validation, std::cout);
    }
    if (!given.write.empty()) {
        std::ostringstream page;
        write_validation_page(validation, page);
        write_whole(given.write, page.str());
    }
    return validation.count(Verdict::not_shown) > 0 ? ExitCode::failed_check : ExitCode::ok;
}

}  // namespace

void add_validate(CLI::App& program, Action& action) {
    constexpr std::uint64_t most_replicates = 10000;
    constexpr std::uint64_t most_threads = 4096;
    auto given = std::make_shared<ValidateArguments>();
    given->scenario.path = "scenarios/households-into-work.yaml";
    CLI::App& command =
        *program.add_subcommand("validate", "run the patterns the model must show, and judge");
    command.footer("Examples:\n"
                   "  foothold validate\n"
                   "  foothold validate --only P3,P9\n"
                   "  foothold validate scenarios/demonstration-town.yaml --quick --only P3\n"
                   "\n"
                   "Takes parameters, place, start, burn-in and seed from the scenario; arms and\n"
                   "programmes from scenarios/validation. Ends with exit code 1 if a pattern is\n"
                   "not shown.");
    command.add_option("scenario", given->scenario.path, "scenario whose parameters are validated")
        ->capture_default_str()
        ->type_name("SCENARIO");
    command.add_option("--set", given->scenario.settings, "change one value; may be repeated")
        ->allow_extra_args(false)
        ->type_name("PATH=VALUE");
    command.add_option("--only", given->only, "patterns (P3) or rows by name")
        ->delimiter(',')
        ->type_name("PATTERN");
    command.add_option("--patterns", given->patterns, "file of patterns and experiments")
        ->capture_default_str()
        ->type_name("FILE");
    command.add_option("--write", given->write, "also write the page of documentation")
        ->type_name("FILE");
    command
        .add_option("--replicates", given->replicates, "worlds simulated, in place of the file's")
        ->check(whole_number(1, most_replicates))
        ->type_name("N");
    command.add_option("--threads", given->threads, "threads to use; 0, the default, for all")
        ->check(whole_number(0, most_threads))
        ->type_name("N");
    command.add_flag("--quick", given->quick, "three replicates: a first look");
    command.add_flag("--json", given->json, "print as JSON");
    command.add_flag("-q,--quiet", given->quiet, "no progress");
    command.callback([&action, given] { action = [given] { return validate(*given); }; });
}

}  // namespace foothold
