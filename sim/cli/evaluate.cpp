#include "foothold/diagnostics.hpp"
#include "foothold/money.hpp"

#include "sim/appraisal/lookup.hpp"
#include "sim/appraisal/money.hpp"
#include "sim/cli/choice.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/evaluate_report.hpp"
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
    bool follow_ups_asked = false;  // or the usual ones
    std::size_t threads = 0;
    bool json = false;
};

/// What is compared with the reference, and everything that is known of it.
struct EvaluatedStudy {
    StudyHeader header;
    Courses region;
    Courses programme;
    FollowedPeople people;

    explicit EvaluatedStudy(const std::filesystem::path& file)
        : header{read_header(file)}, region{read_region(file)}, programme{read_programme(file)},
          people{read_followed(file)} {}
};

/// More months in work of participants than in the reference, a participant.
double job_months(const std::vector<Followed>& people) {
    double participants = 0.0;
    double months = 0.0;
    for (const Followed& it : people) {
        if (it.supported != 0) {
            participants += 1.0;
            months += static_cast<double>(
                std::count(it.in_work.begin(), it.in_work.end(), std::int8_t{1})
                - std::count(it.in_work_without.begin(), it.in_work_without.end(), std::int8_t{1}));
        }
    }
    return participants > 0.0 ? months / participants : 0.0;
}

double net_job_years(const EvaluatedStudy& study, std::size_t arm, std::size_t replicate) {
    const std::size_t employed = row_of(study.region, "employed");
    double months = 0.0;
    for (std::size_t time = 1; time < study.header.times; ++time) {
        months += static_cast<double>(
            difference(study.region, employed, arm, study.header.reference, replicate, time));
    }
    return months / 12.0;
}

/// Whether the programme pays: whether the public purse gains or, if somebody says what a year in
/// work is worth, whether one costs less. None where the interval leaves it open.
std::optional<bool> pays(const TrueEffect& truth) {
    const std::optional<Interval> cost = truth.net_public_cost.interval;
    const std::optional<Interval> years = truth.net_job_years.interval;
    if (!cost || !years) {
        return std::nullopt;
    }
    const auto worth_it = [&](double at) {
        return truth.worth && truth.spent.mean < *truth.worth * at;
    };
    if (cost->high < 0.0 || worth_it(years->low)) {
        return true;
    }
    const bool never_worth_it = !truth.worth || !worth_it(years->high);
    return cost->low > 0.0 && never_worth_it ? std::optional<bool>{false} : std::nullopt;
}

/// `compared` counts among the arms compared with the reference.
TrueEffect
truth_of(const EvaluatedStudy& study, std::size_t compared, std::optional<double> worth) {
    const std::size_t arm = arm_of(study.region, study.people.arms[compared]);
    const std::size_t replicates = study.people.replicates.size();
    std::vector<double> each;
    std::vector<double> years;
    std::vector<double> money;
    std::vector<double> cost;
    TrueEffect truth;
    for (std::size_t r = 0; r < replicates; ++r) {
        const std::vector<Followed>& people = study.people.at(compared, r);
        truth.participants +=
            static_cast<double>(std::count_if(
                people.begin(), people.end(), [](const Followed& it) { return it.supported != 0; }))
            / static_cast<double>(replicates);
        each.push_back(job_months(people));
        years.push_back(net_job_years(study, arm, r));
        const std::size_t last = study.header.times - 1;
        money.push_back(
            static_cast<double>(paid(study.programme, arm, r, last)
                                - paid(study.programme, study.header.reference, r, last))
            / pence_per_pound);
        cost.push_back(net_public_cost(study.header, study.region, study.programme, arm, r));
    }
    truth.job_months = estimate(each);
    truth.net_job_years = estimate(years);
    truth.spent = estimate(money);
    truth.net_public_cost = estimate(cost);
    truth.worth = worth;
    truth.pays = pays(truth);
    return truth;
}

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

ExitCode evaluate_results(const EvaluateArguments& given) {
    const ThreadLimit limit{given.threads};
    EvaluationPlan plan = plan_of(given);
    const std::filesystem::path file = results_in(given.results);
    const EvaluatedStudy study{file};
    const std::size_t horizon = study.header.times - 1;
    plan.follow_ups = follow_ups_in(given, horizon);
    EvaluationReport report{study.header.title,
                            study.header.arms[study.header.reference],
                            horizon,
                            study.people.replicates.size(),
                            plan,
                            {}};
    for (const std::size_t arm : arms_of(given, study)) {
        const std::size_t row = arm_of(study.region, study.people.arms[arm]);
        ArmEvaluation it{study.people.arms[arm],
                         study.header.arm_labels[row],
                         truth_of(study, arm, given.worth),
                         evaluate(study.people, arm, plan),
                         {}};
        it.power = power_reached(it.results, plan);
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
    "public balance over the study is a gain, luck set aside, or, with --worth, if a\n"
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
