#include "foothold/diagnostics.hpp"

#include "sim/cli/commands.hpp"
#include "sim/cli/options.hpp"
#include "sim/io/study.hpp"
#include "sim/io/version.hpp"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>

namespace {

using foothold::Action;
using foothold::ExitCode;

constexpr const char* about =
    "Foothold simulates entrenched worklessness in neighbourhoods: households with\n"
    "overlapping barriers, employment advocates with limited caseloads, and local\n"
    "jobs. It answers \"what if\" of support in places.";

constexpr const char* teaching =
    "First steps:\n"
    "  what there is to ask\n"
    "    foothold scenarios\n"
    "  a town of 20,000, in seconds\n"
    "    foothold run scenarios/demonstration-town.yaml -o results/town\n"
    "  the Liverpool City Region\n"
    "    foothold run scenarios/households-into-work.yaml -o results/hiw\n"
    "  the same with 48 months of funding\n"
    "    foothold run scenarios/households-into-work.yaml -o results/hiw-48 \\\n"
    "        --set programmes.households_into_work.funding.months=48\n"
    "  what a number is and where it is from\n"
    "    foothold explain parameters scenarios/demonstration-town.yaml barriers.debt\n"
    "\n"
    "What wins: --set and other options, over the scenario, over what it extends.\n"
    "Results go to standard output, progress and errors to standard error. Nothing is\n"
    "written outside -o. Exit codes: 0 done, 1 a check failed, 2 wrong use, 65 wrong\n"
    "scenario or data, 74 files, 75 stopped: run the same again.";

ExitCode perform(const Action& action) {
    try {
        const ExitCode done = action();
        if (!std::cout.flush()) {
            throw foothold::IoError{"standard output", "cannot be written; is the disk full?"};
        }
        return done;
    } catch (const foothold::ScenarioError& error) {
        std::cerr << error.what() << '\n';
        return ExitCode::bad_data;
    } catch (const foothold::IoError& error) {
        std::cerr << "error: " << error.what() << '\n';
        return ExitCode::io;
    } catch (const foothold::Stopped& stopped) {
        std::cerr << stopped.what() << '\n';
        return ExitCode::stopped;
    } catch (const std::bad_alloc&) {
        std::cerr << "error: not enough memory; use a smaller place or close other programs\n";
        return ExitCode::failed_check;
    } catch (const std::exception& error) {
        std::cerr << "error: " << error.what()
                  << " (this is a fault of the program; please report it)\n";
        return ExitCode::failed_check;
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is to be reported, not died of
    CLI::App program{about, "foothold"};
    program.footer(teaching);
    program.failure_message(foothold::usage_problem);
    program.require_subcommand(1);
    program.set_version_flag("--version",
                             "foothold " + std::string{foothold::version()} + " ("
                                 + std::string{foothold::revision()} + ", "
                                 + std::string{foothold::compiler()} + ")");
    Action action;
    foothold::add_run(program, action, foothold::command_line(argc, argv));
    foothold::add_scenarios(program, action);
    foothold::add_check(program, action);
    foothold::add_explain(program, action);
    foothold::add_compare(program, action);
    foothold::add_ledger(program, action);
    foothold::add_value(program, action);
    foothold::add_evaluate(program, action);
    foothold::add_cliff(program, action);
    foothold::add_place(program, action);
    foothold::add_calibrate(program, action);
    foothold::add_sensitivity(program, action);
    foothold::add_bench(program, action);
    foothold::add_schema(program, action);
    foothold::add_validate(program, action);
    foothold::add_verify(program, action);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    return static_cast<int>(perform(action));
}
