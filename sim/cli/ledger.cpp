#include "foothold/diagnostics.hpp"

#include "sim/appraisal/ledger_check.hpp"
#include "sim/appraisal/lookup.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/ledger_text.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/io/results.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

struct LedgerArguments {
    std::string results;
    std::vector<std::string> arms;
    std::vector<std::string> by;
    std::optional<std::size_t> years;
    std::optional<std::uint32_t> replicate;
    bool json = false;
    bool csv = false;
};

std::size_t years_of(const LedgerArguments& given, const Ledgers& ledgers) {
    if (given.years && *given.years > ledgers.years) {
        refuse("--years",
               "the study has " + std::to_string(ledgers.years)
                   + " years; choose fewer, or run it with a longer settings.horizon");
    }
    return given.years.value_or(ledgers.years);
}

std::optional<std::size_t> replicate_of(const LedgerArguments& given, const Ledgers& ledgers) {
    if (!given.replicate) {
        return std::nullopt;
    }
    const auto& all = ledgers.replicates;
    const auto found = std::find(all.begin(), all.end(), *given.replicate);
    if (found == all.end()) {
        refuse("--replicate",
               "the study has no replicate " + std::to_string(*given.replicate) + "; it has "
                   + std::to_string(all.front()) + " to " + std::to_string(all.back()));
    }
    return static_cast<std::size_t>(found - all.begin());
}

ArmAccounts accounts_of(const LedgerArguments& given,
                        const StudyHeader& header,
                        const Ledgers& ledgers,
                        const std::string& name) {
    const std::size_t arm = choice("--arm", "arm", name, ledgers.arms);
    const std::size_t years = years_of(given, ledgers);
    const std::size_t in_study = choice("--arm", "arm", name, header.arms);
    ArmAccounts it{
        name, header.arm_labels[in_study], account_of(ledgers, arm, years), given.by, {}};
    for (const std::string& dimension : given.by) {
        choice("--by", "dimension", dimension, dimensions_of(ledgers));
        it.groups.push_back(accounts_by(ledgers, arm, years, dimension));
    }
    return it;
}

LedgerReport report_of(const LedgerArguments& given,
                       const StudyHeader& header,
                       const Ledgers& ledgers,
                       const std::filesystem::path& results) {
    LedgerReport report;
    report.title = header.title;
    report.reference = header.arms[header.reference];
    report.fingerprint = stored_fingerprint(results);
    report.licence = header.place_licence;
    report.months = months_in(years_of(given, ledgers), header);
    report.replicates = ledgers.replicates;
    report.planned = planned_replicates(header);
    report.only = replicate_of(given, ledgers);
    for (const std::string& name : compared_arms(given.arms, header)) {
        report.arms.push_back(accounts_of(given, header, ledgers, name));
    }
    return report;
}

ExitCode say_faults(const std::vector<std::string>& faults) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(most, faults.size()); ++i) {
        std::cerr << "error: " << faults[i] << '\n';
    }
    if (faults.size() > most) {
        std::cerr << "and " << faults.size() - most << " more\n";
    }
    std::cerr << "The account does not add up; the file was damaged, or the program has a fault.\n";
    return ExitCode::failed_check;
}

ExitCode account(const LedgerArguments& given) {
    const std::filesystem::path results = results_in(given.results);
    const StudyHeader header = read_header(results);
    const Ledgers ledgers = read_ledgers(results);
    if (ledgers.arms.empty() || ledgers.years == 0) {
        throw IoError{results.string(),
                      "has no account: the study compares no arm with its reference, or has no "
                      "months"};
    }
    const LedgerReport report = report_of(given, header, ledgers, results);
    const std::vector<std::string> faults = ledger_faults(header, ledgers, read_region(results));
    if (!faults.empty()) {
        return say_faults(faults);
    }
    if (given.json) {
        std::cout << ledger_json(report) << '\n';
    } else if (given.csv) {
        std::cout << ledger_csv(report);
    } else {
        print_ledger(report, std::cout);
    }
    return ExitCode::ok;
}

constexpr const char* teaching =
    "Examples:\n"
    "  what the programmes of each arm add, gross to net\n"
    "    foothold ledger results/town\n"
    "  the same over three years, by kind of household\n"
    "    foothold ledger results/town --arm household_30 --years 3 --by barriers\n"
    "  all neighbourhoods, for a spreadsheet\n"
    "    foothold ledger results/town --by neighbourhood --csv > neighbourhoods.csv\n"
    "\n"
    "Job-months of participants (gross), less those that the same people have without\n"
    "the programmes (deadweight), less what others lose (displaced), plus what they\n"
    "win (spill-over), is net: exactly the difference in employment. Everything is\n"
    "read from the results; nothing is run. Ends with 1 if anything does not add up.\n"
    "Groups: household_type, barriers, out_of_work, neighbourhood.\n"
    "docs/methods/ledger.md";

}  // namespace

void add_ledger(CLI::App& program, Action& action) {
    constexpr std::uint64_t most_replicates = 100000;
    auto given = std::make_shared<LedgerArguments>();
    CLI::App& command =
        *program.add_subcommand("ledger", "what an arm really adds: gross, deadweight, net");
    command.footer(teaching);
    command.add_option("results", given->results, "folder of the results, or its results.h5")
        ->required()
        ->type_name("RESULTS");
    command.add_option("--arm", given->arms, "this arm only; repeatable")
        ->allow_extra_args(false)
        ->type_name("ARM");
    command.add_option("--by", given->by, "a table by groups, see below")
        ->allow_extra_args(false)
        ->type_name("DIMENSION");
    command.add_option("--years", given->years, "over the first years only; else all")
        ->check(whole_number(1, 1000))
        ->type_name("Y");
    command.add_option("--replicate", given->replicate, "the exact integers of one replicate")
        ->check(whole_number(0, most_replicates))
        ->type_name("N");
    CLI::Option* json = command.add_flag("--json", given->json, "print it as JSON");
    command.add_flag("--csv", given->csv, "print it as CSV")->excludes(json);
    command.callback([&action, given] { action = [given] { return account(*given); }; });
}

}  // namespace foothold
