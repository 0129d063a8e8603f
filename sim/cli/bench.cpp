#include "foothold/diagnostics.hpp"

#include "sim/bench/measurement.hpp"
#include "sim/bench/sized_place.hpp"
#include "sim/cli/bench_report.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/progress.hpp"
#include "sim/io/scenario_file.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

namespace foothold {

namespace {

constexpr std::int64_t most_people = 20'000'000;

struct BenchArguments {
    ScenarioArguments scenario;
    std::vector<std::size_t> threads;
    std::string people;
    std::size_t months = 24;
    std::size_t repeats = 5;
    std::string compare;
    bool json = false;
    bool quiet = false;
};

/// 20000, 20k and 1M; 0 if it is nothing of the kind.
std::int64_t people_in(const std::string& text) {
    constexpr std::int64_t thousand = 1000;
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const std::string unit{stop, end};
    const std::int64_t times = unit.empty()  ? 1
                               : unit == "k" ? thousand
                               : unit == "M" ? thousand * thousand
                                             : 0;
    const bool fits = error == std::errc{} && number > 0 && number <= most_people;
    return fits && number * times <= most_people ? number * times : 0;
}

CLI::Validator number_of_people() {
    const auto check = [](std::string& text) -> std::string {
        return people_in(text) > 0 ? std::string{}
                                   : "'" + text
                                         + "' is not a number of people like 5000, 10k or 1M, "
                                           "and 20M at most";
    };
    return {check, ""};
}

/// The study is shortened for the bench; what the user sets stands above that.
LoadedScenario load(const BenchArguments& given) {
    constexpr std::size_t warm_up = 1;  // [month] of the horizon; not timed
    std::vector<std::string> settings{"settings.burn_in=12"};
    settings.insert(settings.end(), given.scenario.settings.begin(), given.scenario.settings.end());
    settings.push_back("settings.horizon=" + std::to_string(given.months + warm_up));
    return load_scenario(given.scenario.path, settings, given.scenario.with);
}

Place of_size(const Place& place, const std::string& people) {
    try {
        return people.empty() ? place : sized_place(place, people_in(people));
    } catch (const std::invalid_argument& error) {
        refuse("--people", error.what());
    }
}

/// The older report, if it can be compared with what is about to be measured.
std::optional<BenchReport>
older_report(const std::string& path, const BenchSubject& subject, const BenchPlan& plan) {
    if (path.empty()) {
        return std::nullopt;
    }
    const BenchReport before = read_bench_json(path);
    const auto said = [](const BenchSubject& it) {
        return it.scenario + ", " + std::to_string(it.people) + " people, "
               + std::to_string(it.arms) + " arms of " + std::to_string(it.months) + " months";
    };
    if (before.subject != subject) {
        refuse("--compare",
               path + " measured something else (" + said(before.subject) + "; here "
                   + said(subject) + ")");
    }
    if (std::none_of(before.speeds.begin(), before.speeds.end(), [&](const ThreadsSpeed& it) {
            return std::find(plan.threads.begin(), plan.threads.end(), it.threads)
                   != plan.threads.end();
        })) {
        refuse("--compare", path + " has none of these numbers of threads");
    }
    return before;
}

std::vector<std::size_t> threads_of(const BenchArguments& given) {
    if (!given.threads.empty()) {
        return given.threads;
    }
    const std::size_t all = std::max(1U, std::thread::hardware_concurrency());
    return all == 1 ? std::vector<std::size_t>{1} : std::vector<std::size_t>{1, all};
}

ExitCode bench(const BenchArguments& given) {
    const auto start = std::chrono::steady_clock::now();
    const LoadedScenario loaded = load(given);
    const Place place = of_size(place_of(loaded), given.people);
    const std::chrono::duration<double> reading = std::chrono::steady_clock::now() - start;
    const BenchPlan plan{threads_of(given), given.repeats};
    const std::optional<BenchReport> before =
        older_report(given.compare, subject_of(loaded.scenario, place), plan);
    ProgressLine line{given.quiet};
    BenchPage page;
    page.report =
        measured_speed(loaded.scenario, place, plan, [&](const std::string& what, double done) {
            line.show(what, done);
        });
    line.clear();
    page.report.place_read = reading.count();
    page.machine = this_machine();
    page.title = loaded.scenario.title;
    std::optional<BenchComparison> comparison;
    if (before) {
        comparison = BenchComparison{given.compare, *before, losses(*before, page.report)};
    }
    if (given.json) {
        std::cout << bench_json(page, comparison);
    } else {
        std::cout << bench_text(page)
                  << (comparison ? bench_text(*comparison, page.report) : std::string{});
    }
    return comparison && !comparison->slower.empty() ? ExitCode::failed_check : ExitCode::ok;
}

constexpr const char* teaching =
    "Examples:\n"
    "  foothold bench\n"
    "  foothold bench --threads 1,2,4 --json > before.json\n"
    "  foothold bench --threads 1,2,4 --compare before.json\n"
    "  foothold bench scenarios/households-into-work.yaml --months 12 --repeat 1\n"
    "  foothold bench --people 1M --months 6 --repeat 3\n"
    "\n"
    "Says how fast the model is on this machine, and where the time goes: per person\n"
    "and month, by phase of the month. Beside it runs a yardstick, a small plain\n"
    "program that is not the model; the ratio to it can be compared between days and\n"
    "machines, seconds cannot. --compare ends with 1 if the month, or a phase that\n"
    "is a hundredth of it or more, lost over 20 % of that ratio. A busy machine\n"
    "gives noise: leave it alone meanwhile. The study is cut short (12 months of\n"
    "burn-in, the months asked for), and nothing is written.\n"
    "What each line means: docs/performance.md.";

}  // namespace

void add_bench(CLI::App& program, Action& action) {
    constexpr std::uint64_t most_threads = 4096;
    constexpr std::uint64_t most_months = 599;  // and one to warm up
    constexpr std::uint64_t most_repeats = 1000;
    constexpr int most_columns = 4;
    auto given = std::make_shared<BenchArguments>();
    given->scenario.path = "scenarios/demonstration-town.yaml";
    CLI::App& command = *program.add_subcommand("bench", "how fast the model is, phase by phase");
    command.footer(teaching);
    given->scenario.add_to(command);
    command
        .add_option("--threads", given->threads, "numbers of threads, up to four; else 1 and all")
        ->delimiter(',')
        ->expected(1, most_columns)
        ->check(whole_number(1, most_threads))
        ->allow_extra_args(false)
        ->type_name("N,N");
    command
        .add_option("--people", given->people, "grow or shrink the place to about so many: 10k, 1M")
        ->check(number_of_people())
        ->type_name("N");
    command.add_option("--months", given->months, "months of each arm that are timed; else 24")
        ->check(whole_number(1, most_months))
        ->type_name("N");
    command.add_option("--repeat", given->repeats, "runs, of which medians are given; else 5")
        ->check(whole_number(1, most_repeats))
        ->type_name("N");
    command.add_option("--compare", given->compare, "what `foothold bench --json` printed before")
        ->type_name("OLD.json");
    command.add_flag("--json", given->json, "print everything as JSON");
    command.add_flag("-q,--quiet", given->quiet, "no progress");
    command.callback([&action, given] { action = [given] { return bench(*given); }; });
}

}  // namespace foothold
