#include "foothold/diagnostics.hpp"
#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/compare_report.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/io/results.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/study.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

constexpr std::array<CountedOutcome, 3> outcomes{{
    {"job-months over the study", "employed", "person-month", true, 1.0},
    {"people in work at the end", "employed", "person", false, 1.0},
    {"benefits over the study", "benefits", "GBP", true, pence_per_pound},
}};

/// [month] after the first person differs, in which the cascade is shown: the usual ones and the
/// last that all replicates live.
std::vector<std::size_t> months_shown(std::size_t last) {
    std::vector<std::size_t> months{1, 3, 6, 12, 24, 60, 120, 240};
    if (last > 0) {
        months.push_back(last);
        std::sort(months.begin(), months.end());
        months.erase(std::unique(months.begin(), months.end()), months.end());
    }
    return months;
}

struct CompareArguments {
    std::string results;
    std::vector<std::string> arms;
    std::int32_t null_months = 24;
    std::size_t threads = 0;
    bool no_rerun = false;
    bool json = false;
    bool quiet = false;
};

/// Where two digests agree, every measure must: "" if so.
std::string contradiction(const Courses& region,
                          const Courses& digests,
                          std::size_t arm,
                          std::size_t reference) {
    for (std::size_t r = 0; r < region.replicates.size(); ++r) {
        for (std::size_t t = 0; t < region.times; ++t) {
            for (std::size_t m = 0; m < region.measures.size(); ++m) {
                if (digests.at(0, arm, r, t) == digests.at(0, reference, r, t)
                    && difference(region, m, arm, reference, r, t) != 0) {
                    return region.measures[m].name + " differs at time " + std::to_string(t)
                           + " of replicate " + std::to_string(region.replicates[r])
                           + " although the worlds' digests are equal; the file is damaged";
                }
            }
        }
    }
    return {};
}

/// What the file alone tells of an arm.
ComparedArm from_file(const std::filesystem::path& results,
                      const Courses& region,
                      const StudyHeader& header,
                      const std::string& name) {
    const std::size_t arm = arm_of(region, name);
    const std::size_t reference = header.reference;
    ComparedArm found;
    found.name = name;
    found.failure = contradiction(region, read_digests(results), arm, reference);
    found.alike_least = region.times - 1;
    for (std::size_t r = 0; r < region.replicates.size(); ++r) {
        const std::size_t parted = first_parted(region, arm, reference, r).value_or(region.times);
        if (parted == 0) {
            found.failure = "measures differ in the opening state, which all arms share";
        }
        const std::size_t alike = parted == 0 ? 0 : parted - 1;  // time 0 is no month
        found.alike_least = std::min(found.alike_least, alike);
        found.alike_most = std::max(found.alike_most, alike);
    }
    for (const CountedOutcome& outcome : outcomes) {
        found.luck.emplace_back(outcome,
                                shared_luck(outcome_by_replicate(region, outcome, arm),
                                            outcome_by_replicate(region, outcome, reference)));
    }
    if (!header.pair_measures.empty()) {
        const Courses pairs = read_pairs(results);
        const std::size_t pair = arm_of(pairs, name);
        found.cascade = cascade(pairs, pair, months_shown(months_reached(pairs, pair)));
    }
    return found;
}

/// The study as its folder keeps it.
LoadedScenario kept_study(const std::filesystem::path& results, const StudyHeader& header) {
    const std::filesystem::path kept = results.parent_path() / "scenario.yaml";
    if (!std::filesystem::exists(kept)) {
        throw IoError{kept.string(),
                      "is not there, so nothing can be run again; put it and places/ beside the "
                      "results, or give --no-rerun"};
    }
    LoadedScenario loaded = load_scenario(kept.string(), {});
    if (header_of(loaded, place_of(loaded)).scenario_hash != header.scenario_hash) {
        throw IoError{results.string(),
                      "was made from another scenario or by another version of the model than "
                      "would run again; run the study again, or give --no-rerun"};
    }
    return loaded;
}

void run_again(const CompareArguments& given,
               const std::filesystem::path& results,
               const std::vector<std::string>& arms,
               Comparison& found) {
    const LoadedScenario loaded = kept_study(results, found.header);
    const Place place = place_of(loaded);
    ProgressLine line{given.quiet};
    const auto counting = [&](const std::string& what) {
        return [&line, what, months = std::size_t{0}]() mutable {
            line.show(what + ", month " + std::to_string(++months), 0.0);
        };
    };
    if (given.null_months > 0) {
        found.null_test = null_test(loaded.scenario,
                                    place,
                                    arms,
                                    found.replicate,
                                    given.null_months,
                                    counting("null test"));
    }
    for (ComparedArm& arm : found.arms) {
        arm.divergence =
            divergence(loaded.scenario, place, arm.name, found.replicate, counting(arm.name));
    }
    line.clear();
}

ExitCode compare(const CompareArguments& given) {
    const ThreadLimit limit{given.threads};
    const std::filesystem::path results = results_in(given.results);
    Comparison found;
    found.header = read_header(results);
    found.fingerprint = stored_fingerprint(results);
    const std::vector<std::string> arms = compared_arms(given.arms, found.header);
    const Courses region = read_region(results);
    found.replicates = region.replicates.size();
    found.replicate = region.replicates.at(0);
    for (const std::string& arm : arms) {
        found.arms.push_back(from_file(results, region, found.header, arm));
    }
    if (!given.no_rerun) {
        run_again(given, results, arms, found);
    }
    if (given.json) {
        std::cout << json_of(found) << '\n';
    } else {
        print_comparison(found, std::cout);
    }
    if (!found.passes()) {
        std::cerr << "error: the null test failed; the arms differ by more than the policy\n";
    }
    return found.passes() ? ExitCode::ok : ExitCode::failed_check;
}

}  // namespace

void add_compare(CLI::App& program, Action& action) {
    constexpr std::uint64_t most_months = 600;
    constexpr std::uint64_t most_threads = 4096;
    auto given = std::make_shared<CompareArguments>();
    CLI::App& command =
        *program.add_subcommand("compare", "show that arms differ by the policy alone");
    command.footer("Examples:\n"
                   "  foothold compare results/town\n"
                   "  foothold compare results/town --arm household_30 --null-months 60\n"
                   "  foothold compare results/town/results.h5 --no-rerun --json\n"
                   "\n"
                   "Programmes without money must change nothing: the null test runs the kept\n"
                   "study again and ends with exit code 1 if anything differs. Then, for each\n"
                   "arm: when, in which process and with whom it parts from the reference, and\n"
                   "what the luck they share is worth. docs/methods/compare.md");
    command.add_option("results", given->results, "folder of a study, or its results.h5")
        ->required()
        ->type_name("RESULTS");
    command.add_option("--arm", given->arms, "only this arm; may be repeated")
        ->allow_extra_args(false)
        ->type_name("ARM");
    command.add_option("--null-months", given->null_months, "months of the null test; 24, 0 none")
        ->check(whole_number(0, most_months))
        ->type_name("N");
    command.add_option("--threads", given->threads, "threads to use; 0, the default, for all")
        ->check(whole_number(0, most_threads))
        ->type_name("N");
    command.add_flag("--no-rerun", given->no_rerun, "use the file alone");
    command.add_flag("--json", given->json, "print as JSON");
    command.add_flag("-q,--quiet", given->quiet, "no progress");
    command.callback([&action, given] { action = [given] { return compare(*given); }; });
}

}  // namespace foothold
