#include "sim/appraisal/value.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/value_report.hpp"
#include "sim/io/results.hpp"
#include "sim/io/value_input.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

constexpr std::size_t most_years = 20;

struct ValueArguments {
    std::string results;
    std::vector<std::string> arms;
    std::size_t years = 0;  // 0: as many as the study lived
    bool json = false;
    bool csv = false;
};

/// The arms asked for, or all that are compared with the reference.
std::vector<std::size_t> arms_of(const std::vector<std::string>& asked, const StudyHeader& header) {
    std::vector<std::size_t> arms;
    for (const std::string& arm : compared_arms(asked, header)) {
        arms.push_back(choice("--arm", "arm", arm, header.arms));
    }
    return arms;
}

std::size_t months_of(std::size_t years, std::size_t lived) {
    if (lived == 0) {
        refuse("RESULTS", "the study lived no month; lengthen it with --set settings.horizon=120");
    }
    if (years * months_per_year > lived) {
        refuse("--years",
               "the study lived " + std::to_string(lived) + " months, and nothing is known of "
                   + "later ones; run it again with --set settings.horizon="
                   + std::to_string(years * months_per_year));
    }
    return std::min(years == 0 ? lived : years * months_per_year, most_years * months_per_year);
}

ExitCode appraise(const ValueArguments& given) {
    const std::filesystem::path results = results_in(given.results);
    const ValueInput input = read_value_input(results);
    const std::vector<std::size_t> arms = arms_of(given.arms, input.header);
    const std::size_t months = months_of(given.years, input.header.times - 1);
    StudyValue value = value_of(input.sources(), arms, months);
    value.fingerprint = stored_fingerprint(results);
    std::cout << (given.json  ? value_json(value)
                  : given.csv ? value_csv(value)
                              : value_text(value));
    return ExitCode::ok;
}

constexpr const char* teaching =
    "Examples:\n"
    "  foothold run scenarios/demonstration-town.yaml -o results/town\n"
    "  foothold value results/town\n"
    "  foothold value results/town --arm household_30 --years 2 --csv > accounts.csv\n"
    "\n"
    "Adds up what a programme costs and is worth to the Exchequer, to households and\n"
    "to society, year by year, as present values by the Green Book, and says how the\n"
    "balances would move if other people lost more or less than the model finds. Runs\n"
    "nothing: reads what `foothold run` wrote. Every formula: docs/methods/value.md.";

}  // namespace

void add_value(CLI::App& program, Action& action) {
    auto given = std::make_shared<ValueArguments>();
    CLI::App& command =
        *program.add_subcommand("value", "costs and benefits to the purse, homes and society");
    command.footer(teaching);
    command
        .add_option("results", given->results, "folder that `foothold run -o` wrote, or its HDF5")
        ->required()
        ->type_name("RESULTS");
    command.add_option("--arm", given->arms, "this arm only; repeatable")
        ->allow_extra_args(false)
        ->type_name("ARM");
    command.add_option("--years", given->years, "only the first N years; else all, 20 at most")
        ->check(whole_number(1, most_years))
        ->type_name("N");
    CLI::Option* json = command.add_flag("--json", given->json, "print everything as JSON");
    command.add_flag("--csv", given->csv, "print the accounts by year as CSV")->excludes(json);
    command.callback([&action, given] { action = [given] { return appraise(*given); }; });
}

}  // namespace foothold
