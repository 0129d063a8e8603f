#include "sim/cli/evaluate_report.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

constexpr double percent = 100.0;
constexpr std::size_t narrow = 7;
constexpr std::size_t wide = 10;

std::string name_of(Design design) {
    return std::string{design_names[static_cast<std::size_t>(design)]};
}

/// Months as they are, shares in points of a hundred.
std::string effect_text(double effect, const EvaluationPlan& plan) {
    const double scale = plan.success == Success::months_in_work ? 1.0 : percent;
    return (effect > 0.0 ? "+" : "") + decimals(effect * scale, 1);
}

std::string share_text(double share) {
    return decimals(share * percent, 1);
}

std::string truth_text(const TrueEffect& truth, const EvaluationReport& report) {
    if (truth.participants <= 0.0) {
        return paragraph("Nobody takes part in a programme in this arm, so that there is nobody to "
                         "evaluate. What it changes: foothold value.")
               + "\n";
    }
    std::string text =
        "The truth, over " + std::to_string(report.months) + " months against " + report.reference
        + ": " + grouped(truth.participants) + " participants, each "
        + with_interval(truth.job_months, 1) + " more months in work; in the whole place "
        + with_interval(truth.net_job_years, 0) + " more years in work; the programmes cost GBP "
        + grouped(truth.spent.mean) + " in money of the day; net public cost, a present value, GBP "
        + with_interval(truth.net_public_cost, 0) + ".";
    const double years = truth.net_job_years.mean;
    if (truth.net_job_years.interval && truth.net_job_years.interval->low > 0.0) {
        text += " In present value a year in work costs GBP "
                + decimals(truth.programme_cost.mean / years, 0)
                + ", and with it the Exchequer gets GBP "
                + decimals((truth.programme_cost.mean - truth.net_public_cost.mean) / years, 0)
                + " back, for barriers lifted, too.";
    }
    const std::string within = " within these " + std::to_string(report.months) + " months";
    text += !truth.pays ? " Whether it pays" + within
                              + " cannot be told from luck, so neither can whether to cut it is a "
                                "mistake."
            : *truth.pays ? " So it pays" + within + ", and to cut it is a mistake."
                          : " So it does not pay" + within
                                + " by this rule; what comes later is not counted.";
    return paragraph(text) + "\n";
}

/// True effects by follow-up, with the number of people that they are of.
std::string truths_text(const ArmEvaluation& arm, const EvaluationPlan& plan) {
    std::string text = paragraph("True effect on participants so many months after support began "
                                 "(95 % over replicates):");
    const double scale = plan.success == Success::months_in_work ? 1.0 : percent;
    for (const TruthAt& it : arm.evaluations.truths) {
        Estimate scaled{it.effect.mean * scale, it.effect.interval};
        if (scaled.interval) {
            scaled.interval = Interval{scaled.interval->low * scale, scaled.interval->high * scale};
        }
        text += to_right(std::to_string(it.follow_up), narrow)
                + " months: " + with_interval(scaled, 1) + ", of "
                + grouped(static_cast<double>(it.people)) + " people\n";
    }
    return text + "\n";
}

std::string heading(const TrueEffect& truth) {
    return to_left("design", 13) + to_right("people ", narrow) + to_right("months", narrow)
           + to_right("truth", wide) + to_right("found", wide) + to_right("bias", narrow + 1)
           + to_right("signif.", narrow + 1) + to_right("wrong", narrow)
           + to_right(truth.pays.value_or(false) ? "cut!" : "cut", narrow) + "\n";
}

std::string row_of(const EvaluationResult& it, const EvaluationPlan& plan) {
    const std::string mark = it.drawn_again ? "*" : " ";
    return to_left(name_of(it.design), 13)
           + to_right(std::to_string(it.participants) + mark, narrow)
           + to_right(std::to_string(it.follow_up), narrow)
           + to_right(effect_text(it.true_effect, plan), wide)
           + to_right(effect_text(it.mean_estimate, plan), wide)
           + to_right(effect_text(it.bias(), plan), narrow + 1)
           + to_right(share_text(it.positive), narrow + 1)
           + to_right(share_text(it.wrong_sign), narrow)
           + to_right(share_text(1.0 - it.positive), narrow) + "\n";
}

std::string power_text(const ArmEvaluation& arm, const EvaluationPlan& plan) {
    std::string text =
        paragraph("Shortest follow-up with a chance of " + decimals(plan.power * percent, 0)
                  + " % to find a significantly positive effect:");
    std::size_t longest = 0;
    for (const EvaluationResult& it : arm.evaluations.results) {
        longest = std::max(longest, it.follow_up);
    }
    for (const PowerReached& it : arm.power) {
        text += "  " + to_left(name_of(it.design), 13)
                + to_right(std::to_string(it.participants), narrow) + " people: "
                + (it.follow_up ? std::to_string(*it.follow_up) + " months"
                                : "none up to " + std::to_string(longest) + " months")
                + (it.follow_up && it.misleads()
                       ? ", but it finds " + effect_text(it.mean_estimate, plan) + ", truth "
                             + effect_text(it.true_effect, plan)
                       : "")
                + "\n";
    }
    return text;
}

/// Follow-ups and designs that are not in the table, and why; empty if all are.
std::string missing_text(const ArmEvaluation& arm, const EvaluationReport& report) {
    std::string text;
    for (const std::size_t months : report.left_out) {
        text += "  " + std::to_string(months) + " months: the study is too short\n";
    }
    for (const MissingEvaluation& it : arm.evaluations.missing) {
        text += "  " + name_of(it.design) + ", " + std::to_string(it.follow_up)
                + " months: " + it.why + "\n";
    }
    return text.empty() ? "" : "Not made:\n" + text + "\n";
}

/// "2000", or of how many evaluations some made fewer because too few people were left.
std::string number_made(const EvaluationReport& report) {
    std::size_t fewest = report.plan.evaluations;
    for (const ArmEvaluation& arm : report.arms) {
        for (const EvaluationResult& it : arm.evaluations.results) {
            fewest = std::min(fewest, it.evaluations);
        }
    }
    const std::string planned = std::to_string(report.plan.evaluations);
    return fewest == report.plan.evaluations ? planned
                                             : std::to_string(fewest) + " to " + planned
                                                   + " (others left too few people to tell)";
}

std::string notes(const EvaluationReport& report) {
    const bool is_months = report.plan.success == Success::months_in_work;
    double largest = 0.0;
    bool again = false;
    for (const ArmEvaluation& arm : report.arms) {
        for (const EvaluationResult& it : arm.evaluations.results) {
            again = again || it.drawn_again;
            largest = std::max(largest, it.estimate_error);
        }
    }
    const double n = static_cast<double>(report.plan.evaluations);
    const std::string unit = is_months ? "months in work" : "points of a hundred";
    return paragraph(
        "truth, found, bias: effect on participants' "
        + std::string{success_names[static_cast<std::size_t>(report.plan.success)]} + ", in " + unit
        + ", so many months after support began; found is the mean of " + number_made(report)
        + " evaluations. In per cent of evaluations: signif., a significantly positive effect; "
          "wrong, an estimate with the wrong sign; cut, the funder stops the programme because "
          "there was no significantly positive effect (cut! where that is a mistake). Each "
          "follow-up "
          "is of those who joined early enough, so that rows differ in whom they follow"
        + (report.plan.drop_later ? "; whoever was supported later is not compared" : "")
        + (again ? "; * more people than there were to draw from, so the same ones again and again"
                 : "")
        + ". From the "
          "number of evaluations alone, shares are good to "
        + decimals(percent / std::sqrt(n), 1) + " and found to "
        + decimals(2.0 * largest * (is_months ? 1.0 : percent), 1)
        + " either way (two standard errors at most).");
}

}  // namespace

std::string text_of(const EvaluationReport& report) {
    std::string text = paragraph(report.title);
    for (const ArmEvaluation& arm : report.arms) {
        text += "\n" + paragraph(arm.arm + " (" + arm.label + ")") + truth_text(arm.truth, report);
        if (arm.evaluations.results.empty()) {
            text += missing_text(arm, report);
            continue;
        }
        text += truths_text(arm, report.plan) + heading(arm.truth);
        for (const EvaluationResult& it : arm.evaluations.results) {
            text += row_of(it, report.plan);
        }
        text += "\n" + missing_text(arm, report) + power_text(arm, report.plan);
    }
    return text + "\n" + notes(report) + stopped_early(report.replicates, report.planned)
           + "\nFingerprint " + report.fingerprint + "\n";
}

}  // namespace foothold
