#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/experiment.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/sensitivity_report.hpp"
#include "sim/cli/stop.hpp"
#include "sim/core/parallel.hpp"
#include "sim/experiments/outcome.hpp"
#include "sim/io/knobs.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/toolbox_file.hpp"
#include "sim/measures/catalogue.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <memory>
#include <type_traits>

namespace foothold {

namespace {

constexpr std::int32_t months_of_year = 12;

struct SensitivityArguments {
    ExperimentArguments common;
    std::string outcome;
    std::string arm;
    std::string contrast;
    std::vector<std::string> parameters;
    std::string method = "both";
    std::size_t walks = 10;
    std::size_t runs = 200;
    std::size_t most = 10;
    bool direct = false;
};

/// The year after the @, or the last one of the study.
std::int32_t year_of(const std::string& text, const Settings& settings) {
    const std::int32_t last = settings.horizon / months_of_year;
    if (last == 0) {
        refuse("--outcome",
               "the study has no whole year; lengthen it with --set settings.horizon=12");
    }
    if (text.empty()) {
        return last;
    }
    std::int32_t year = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, year).ptr != end || year < 1 || year > last) {
        refuse("--outcome",
               "'" + text + "' is not a year of the study, which has " + std::to_string(last));
    }
    return year;
}

Outcome outcome_of(const SensitivityArguments& given, const Scenario& scenario) {
    const std::size_t at = given.outcome.find('@');
    Outcome outcome;
    outcome.measure = given.outcome.substr(0, at);
    choice("--outcome", "measure", outcome.measure, outcome_measures(scenario.parameters));
    outcome.year =
        year_of(at == std::string::npos ? "" : given.outcome.substr(at + 1), scenario.settings);
    std::vector<std::string> arms;
    for (const Arm& arm : scenario.arms.items) {
        arms.push_back(arm.name);
    }
    outcome.difference = !given.contrast.empty();
    outcome.arm = outcome.difference   ? given.contrast
                  : !given.arm.empty() ? given.arm
                                       : scenario.reference;
    choice(outcome.difference ? "--contrast" : "--arm", "arm", outcome.arm, arms);
    if (outcome.difference && outcome.arm == scenario.reference) {
        refuse("--contrast", outcome.arm + " is the reference; it differs from itself by nothing");
    }
    return outcome;
}

std::string unit_of(const Outcome& outcome, const Parameters& parameters) {
    for (const auto& list : {place_measures(parameters), programme_measures()}) {
        for (const MeasureInfo& measure : list) {
            if (measure.name == outcome.measure) {
                return measure.unit;
            }
        }
    }
    return {};
}

std::string in_words(const Outcome& outcome, const Scenario& scenario) {
    return outcome.measure + " in year " + std::to_string(outcome.year) + ", "
           + (outcome.difference ? outcome.arm + " less " + scenario.reference : outcome.arm);
}

/// Everything that the runs of one study have in common.
class SensitivityStudy {
  public:
    explicit SensitivityStudy(const SensitivityArguments& given)
        : given_{given}, loaded_{given.common.load()},
          outcome_{outcome_of(given, loaded_.scenario)}, place_{given.common.place(loaded_)} {
        loaded_.scenario = only_for(outcome_, loaded_.scenario);
        knobs_ = judged_knobs(loaded_, given.parameters);
        if (knobs_.empty()) {
            refuse("--parameters",
                   "no judged number with a range has such a path; `foothold explain parameters` "
                   "lists them");
        }
        found_.outcome = in_words(outcome_, loaded_.scenario);
        found_.unit = unit_of(outcome_, loaded_.scenario.parameters);
    }

    SensitivityFindings find() {
        std::vector<Knob> looked_at = knobs_;
        if (given_.method != "sobol") {
            found_.knobs = knobs_;
            found_.screening =
                watched("morris",
                        knobs_,
                        runs_to_screen(knobs_.size(), given_.walks),
                        [&](const Model& model) {
                            return screen(
                                model, knobs_.size(), given_.walks, loaded_.scenario.settings.seed);
                        });
            looked_at.clear();
            for (const std::size_t d : important(*found_.screening, given_.most)) {
                looked_at.push_back(knobs_[d]);
            }
        }
        if (given_.method != "morris") {
            decompose_into(looked_at);
        }
        return found_;
    }

  private:
    void decompose_into(const std::vector<Knob>& looked_at) {
        constexpr std::size_t most_for_sobol = 30;
        if (looked_at.size() > most_for_sobol) {
            refuse("--parameters",
                   std::to_string(looked_at.size()) + " numbers are too many for --method sobol ("
                       + std::to_string(most_for_sobol)
                       + " at most); name fewer, or let --method both choose");
        }
        const Toolbox& toolbox = load_toolbox();
        const std::size_t n = looked_at.size();
        // Saltelli's design of about as many runs.
        constexpr std::size_t least_size = 16;
        const std::size_t size = given_.runs / (n + 2);
        if (given_.direct && size < least_size) {
            refuse("--runs",
                   "too few for --direct with " + std::to_string(n) + " numbers; at least "
                       + std::to_string(least_size * (n + 2)));
        }
        found_.looked_at = looked_at;
        found_.decomposition = watched("sobol",
                                       looked_at,
                                       given_.direct ? size * (n + 2) : given_.runs,
                                       [&](const Model& model) {
                                           return given_.direct
                                                      ? decompose_directly(toolbox, model, n, size)
                                                      : decompose(toolbox, model, n, given_.runs);
                                       });
    }

    template <class Work>
    std::invoke_result_t<Work, const Model&>
    watched(const std::string& name, const std::vector<Knob>& knobs, std::size_t all, Work work) {
        std::vector<std::string> names{found_.outcome};
        for (const Knob& knob : knobs) {
            names.push_back(knob.path);
        }
        const RunStore store{std::filesystem::path{given_.common.out} / "runs" / name,
                             key_of(loaded_, place_, names)};
        KeptRuns runs{
            store,
            [&](const Point& point, std::uint32_t luck, const std::function<void()>& month_done) {
                return std::vector<double>{outcome_of_run(knobs, point, luck, month_done)};
            },
            all,
            given_.common.quiet};
        auto result = work(runs.model());
        runs.finish();
        return result;
    }

    double outcome_of_run(const std::vector<Knob>& knobs,
                          const Point& point,
                          std::uint32_t luck,
                          const std::function<void()>& month_done) const {
        return foothold::outcome_of(
            outcome_, turned(loaded_.scenario, knobs, point), place_, luck, month_done);
    }

    const SensitivityArguments& given_;
    LoadedScenario loaded_;
    Outcome outcome_;
    Place place_;
    std::vector<Knob> knobs_;
    SensitivityFindings found_;
};

ExitCode explore(const SensitivityArguments& given) {
    const ThreadLimit limit{given.common.threads};
    SensitivityStudy study{given};
    listen_for_stop();
    const SensitivityFindings found = study.find();
    const std::filesystem::path out{given.common.out};
    if (found.screening) {
        write_whole(out / "morris.csv", morris_csv(found));
    }
    if (found.decomposition) {
        write_whole(out / "sobol.csv", sobol_csv(found));
    }
    write_whole(out / "sensitivity.svg", sensitivity_svg(found));
    std::cout << sensitivity_text(found);
    if (!given.common.quiet) {
        std::cerr << "Picture: " << (out / "sensitivity.svg").string()
                  << "; all numbers in the CSV files beside it\n";
    }
    return ExitCode::ok;
}

constexpr const char* teaching =
    "Examples:\n"
    "  what moves the effect of two advocates on employment in year 3\n"
    "    foothold sensitivity scenarios/demonstration-town.yaml \\\n"
    "        --outcome employed@3 --contrast household_30 -o results/what-matters\n"
    "  which of the numbers of job search move unemployment, without programmes\n"
    "    foothold sensitivity scenarios/demonstration-town.yaml \\\n"
    "        --outcome searching@2 --parameters 'search.*' -o results/search\n"
    "\n"
    "Turns every number that rests on judgement through its range (those whose source\n"
    "is an assumption). Morris changes one at a time along random walks and ranks\n"
    "them; Sobol' then says which share of the outcome's variance each of the leading\n"
    "ones explains, by an emulator of --runs runs, or on the model itself (--direct).\n"
    "Writes DIR/morris.csv, DIR/sobol.csv, DIR/sensitivity.svg and DIR/runs/: killed\n"
    "in the middle, the same command goes on. What is held during the burn-in cannot\n"
    "show here: docs/methods/sensitivity.md";

}  // namespace

void add_sensitivity(CLI::App& program, Action& action) {
    auto given = std::make_shared<SensitivityArguments>();
    CLI::App& command =
        *program.add_subcommand("sensitivity", "which judged numbers move an outcome, and how far");
    command.footer(teaching);
    given->common.add_to(command, "DIR");
    command.add_option("--outcome", given->outcome, "measure and year; else the last year")
        ->required()
        ->type_name("MEASURE[@YEAR]");
    command.add_option("--arm", given->arm, "in this arm; else the reference")->type_name("ARM");
    command.add_option("--contrast", given->contrast, "this arm less the reference")
        ->type_name("ARM")
        ->excludes("--arm");
    command.add_option("--parameters", given->parameters, "only these, * for anything; repeatable")
        ->allow_extra_args(false)
        ->type_name("PATH");
    command.add_option("--method", given->method, "morris, sobol, or both")
        ->check(CLI::IsMember({"morris", "sobol", "both"}))
        ->type_name("WORD");
    command.add_option("--trajectories", given->walks, "Morris's walks; 10")
        ->check(whole_number(2, 1000))
        ->type_name("N");
    command.add_option("--runs", given->runs, "runs for Sobol's indices; 200")
        ->check(whole_number(20, 60000))
        ->type_name("N");
    command.add_option("--most", given->most, "how many numbers Sobol' looks at; 10")
        ->check(whole_number(1, 30))
        ->type_name("N");
    command.add_flag("--direct", given->direct, "Sobol' on the model itself: needs many runs");
    command.callback([&action, given] { action = [given] { return explore(*given); }; });
}

}  // namespace foothold
