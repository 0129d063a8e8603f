#include "foothold/diagnostics.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/evaluate_report.hpp"
#include "sim/cli/evaluate_truth.hpp"
#include "sim/cli/options.hpp"
#include "sim/core/parallel.hpp"
#include "sim/io/results.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>

namespace foothold {

namespace {

constexpr std::size_t least_participants = 30;  // the normal law stands in for Student's t
constexpr std::size_t most_participants = 20000;

struct EvaluateArguments {
    std::string results;
    std::vector<std::string> arms;
    std::vector<std::string> designs;
    std::string outcome = "in_work";
    EvaluationPlan plan;
    std::optional<double> worth;
    std::optional<std::size_t> years;
    bool follow_ups_asked = false;  // or the usual ones
    std::size_t threads = 0;
    bool json = false;
};

/// The plan that the options ask for. Reports what cannot be.
EvaluationPlan plan_of(const EvaluateArguments& given) {
    EvaluationPlan plan = given.plan;
    if (!given.designs.empty()) {
        plan.designs.clear();
    }
    for (const std::string& name : given.designs) {
        plan.designs.push_back(static_cast<Design>(
            choice("--design", "design", name, {design_names.begin(), design_names.end()})));
    }
    plan.success = static_cast<Success>(choice(
        "--outcome", "outcome", given.outcome, {success_names.begin(), success_names.end()}));
    if (plan.drop_out.chance * std::max(1.0, plan.drop_out.out_of_work_ratio) >= 1.0) {
        refuse("--drop-out",
               "everybody out of work would be lost; --drop-out times --drop-out-out-of-work must "
               "be below 1");
    }
    return plan;
}

std::vector<std::size_t> arms_of(const EvaluateArguments& given, const EvaluatedStudy& study) {
    std::vector<std::size_t> arms;
    for (const std::string& name : compared_arms(given.arms, study.header)) {
        arms.push_back(choice("--arm", "arm", name, study.people.arms));
    }
    return arms;
}

/// The follow-ups asked for, or those of the usual ones that the study is long enough for.
std::vector<std::size_t> follow_ups_in(const EvaluateArguments& given, std::size_t horizon) {
    std::vector<std::size_t> fitting;
    for (const std::size_t follow_up : given.plan.follow_ups) {
        if (follow_up < horizon) {
            fitting.push_back(follow_up);
        } else if (given.follow_ups_asked) {
            refuse("--follow-up",
                   std::to_string(follow_up) + " months: the study has " + std::to_string(horizon)
                       + "; choose fewer, or run it with a longer settings.horizon");
        }
    }
    if (fitting.empty()) {
        refuse("--follow-up",
               "the study has " + std::to_string(horizon)
                   + " months; give a shorter follow-up, or run it with a longer settings.horizon");
    }
    return fitting;
}

/// Follow-ups that were to be made and are not, because the study is too short.
std::vector<std::size_t> left_out(const EvaluationPlan& usual, const EvaluationPlan& plan) {
    std::vector<std::size_t> left;
    for (const std::size_t follow_up : usual.follow_ups) {
        const auto& made = plan.follow_ups;
        if (std::find(made.begin(), made.end(), follow_up) == made.end()) {
            left.push_back(follow_up);
        }
    }
    return left;
}

/// [month] over which it is told whether a programme pays: ten years where the study has them.
std::size_t months_of(const EvaluateArguments& given, std::size_t horizon) {
    constexpr std::size_t usual_years = 10;
    const std::size_t most = horizon / months_per_year;
    if (given.years && *given.years > most) {
        refuse("--years",
               std::to_string(*given.years) + ": the study has " + std::to_string(most)
                   + " whole years; choose fewer, or run it with a longer settings.horizon");
    }
    return given.years ? *given.years * months_per_year
                       : std::min(horizon, usual_years * months_per_year);
}

ExitCode evaluate_results(const EvaluateArguments& given) {
    const ThreadLimit limit{given.threads};
    EvaluationPlan plan = plan_of(given);
    const std::filesystem::path file = results_in(given.results);
    const EvaluatedStudy study{file};
    const std::size_t horizon = study.header.times - 1;
    plan.follow_ups = follow_ups_in(given, horizon);
    const std::size_t months = months_of(given, horizon);
    EvaluationReport report{study.header.title,
                            study.header.arms[study.header.reference],
                            months,
                            study.people.replicates.size(),
                            plan,
                            left_out(given.plan, plan),
                            {},
                            stored_fingerprint(file),
                            planned_replicates(study.header)};
    for (const std::size_t arm : arms_of(given, study)) {
        const std::size_t row = arm_of(study.region, study.people.arms[arm]);
        ArmEvaluation it{study.people.arms[arm],
                         study.header.arm_labels[row],
                         truth_of(study, arm, months, given.worth),
                         evaluate(study.people, arm, plan),
                         {}};
        it.power = power_reached(it.evaluations.results, plan);
        report.arms.push_back(std::move(it));
    }
    std::cout << (given.json ? json_of(report) + "\n" : text_of(report));
    return ExitCode::ok;
}

constexpr const char* teaching =
    "Examples:\n"
    "  what evaluations of the usual kinds would find, and how often they mislead\n"
    "    foothold evaluate results/town\n"
    "  a trial of 500 with a fifth lost, who are likelier lost if out of work\n"
    "    foothold evaluate results/town --arm household_30 --design rct -n 500 \\\n"
    "        --follow-up 12,36 --drop-out 0.15 --drop-out-out-of-work 1.5\n"
    "\n"
    "Makes the evaluation that a funder might commission, inside the simulated world,\n"
    "many times, and sets it beside the truth, which is known: everybody also lived\n"
    "the world without the programme. The funder cuts the programme unless the\n"
    "evaluation finds a significantly positive effect. A programme pays if its net\n"
    "public balance over --years is a gain, luck set aside, or, with --worth, if a\n"
    "year in work more in the whole place costs less than that.\n"
    "\n"
    "Outcomes: in_work, ever_in_work, months_in_work, sustained_13_weeks,\n"
    "sustained_26_weeks. docs/methods/evaluate.md";

void add_options(CLI::App& command, EvaluateArguments& given) {
    EvaluationPlan& plan = given.plan;
    command.add_option("results", given.results, "folder of a run, or its results.h5")
        ->required()
        ->type_name("RESULTS");
    command.add_option("--arm", given.arms, "only this arm; repeatable")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("ARM");
    command.add_option("--design", given.designs, "rct, matched, before_after; else all")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("WORD,..");
    command.add_option("-n,--participants", plan.participants, "drawn; 200,500,1600")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(whole_number(least_participants, most_participants))
        ->type_name("N,..");
    command.add_option("--follow-up", plan.follow_ups, "months since the start; 6,12,24,36,60")
        ->each([&given](const std::string&) { given.follow_ups_asked = true; })
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(whole_number(1, 1200))
        ->type_name("MONTHS,..");
    command.add_option("--outcome", given.outcome, "what counts, as listed below; in_work")
        ->type_name("WORD");
    command.add_option("--drop-out", plan.drop_out.chance, "chance to be lost by then; 0")
        ->check(CLI::Range(0.0, 0.95))
        ->type_name("SHARE");
    command
        .add_option("--drop-out-out-of-work",
                    plan.drop_out.out_of_work_ratio,
                    "so many times likelier if out of work; 1")
        ->check(CLI::Range(0.1, 20.0))
        ->type_name("RATIO");
    command.add_flag("--drop-later", plan.drop_later, "no comparison with people supported later");
    command.add_option("--significance", plan.significance, "level, two-sided; 0.05")
        ->check(CLI::Range(0.0001, 0.5))
        ->type_name("SHARE");
    command.add_option("--worth", given.worth, "what a year in work may cost; else the balance")
        ->check(CLI::Range(0.0, 1e7))
        ->type_name("POUNDS");
    command.add_option("--years", given.years, "over which it pays or not; 10 if lived")
        ->check(whole_number(1, 100))
        ->type_name("N");
    command.add_option("--evaluations", plan.evaluations, "of each kind; 2000")
        ->check(whole_number(100, 1000000))
        ->type_name("N");
    command.add_option("--seed", plan.seed, "of the evaluations' luck; 1")
        ->check(whole_number(0))
        ->type_name("N");
    command.add_option("--threads", given.threads, "at most so many; else all")
        ->check(whole_number(1, 1024))
        ->type_name("N");
    command.add_flag("--json", given.json, "all figures as JSON");
}

}  // namespace

void add_evaluate(CLI::App& program, Action& action) {
    auto given = std::make_shared<EvaluateArguments>();
    CLI::App& command =
        *program.add_subcommand("evaluate", "what an evaluation would find beside the truth");
    command.footer(teaching);
    add_options(command, *given);
    command.callback([&action, given] { action = [given] { return evaluate_results(*given); }; });
}

}  // namespace foothold
