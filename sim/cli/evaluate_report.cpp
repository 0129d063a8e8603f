#include "sim/cli/evaluate_report.hpp"

#include "sim/cli/estimate_json.hpp"
#include "sim/cli/paragraph.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace foothold {

namespace {

constexpr double percent = 100.0;
constexpr std::size_t narrow = 7;
constexpr std::size_t wide = 10;

std::string name_of(Design design) {
    return std::string{design_names[static_cast<std::size_t>(design)]};
}

std::string decimals(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

/// Months as they are, shares in points of a hundred.
std::string effect_text(double effect, const EvaluationPlan& plan) {
    const double scale = plan.success == Success::months_in_work ? 1.0 : percent;
    return (effect > 0.0 ? "+" : "") + decimals(effect * scale, 1);
}

std::string share_text(double share) {
    return decimals(share * percent, 1);
}

std::string with_interval(const Estimate& it, int digits) {
    std::string text = decimals(it.mean, digits);
    if (it.interval) {
        text += " (" + decimals(it.interval->low, digits) + " to "
                + decimals(it.interval->high, digits) + ")";
    }
    return text;
}

std::string truth_text(const TrueEffect& truth, const EvaluationReport& report) {
    std::string text =
        "The truth, over " + std::to_string(report.months) + " months against " + report.reference
        + ": " + decimals(truth.participants, 0) + " participants, each "
        + with_interval(truth.job_months, 1) + " more months in work; in the whole place "
        + with_interval(truth.net_job_years, 0) + " more years in work; the programmes cost GBP "
        + decimals(truth.spent.mean, 0) + "; net public cost GBP "
        + with_interval(truth.net_public_cost, 0) + ".";
    const double years = truth.net_job_years.mean;
    if (truth.net_job_years.interval && truth.net_job_years.interval->low > 0.0) {
        text += " A year in work costs GBP " + decimals(truth.spent.mean / years, 0)
                + ", and with it the Exchequer gets GBP "
                + decimals((truth.spent.mean - truth.net_public_cost.mean) / years, 0)
                + " back, for barriers lifted, too.";
    }
    text += !truth.pays   ? " Whether it pays cannot be told from luck, so neither can whether to "
                            "cut it is a mistake."
            : *truth.pays ? " So it pays, and to cut it is a mistake."
                          : " So it does not pay by this rule, and to cut it is no mistake.";
    return paragraph(text) + "\n";
}

std::string heading(const TrueEffect& truth) {
    return to_left("design", 13) + to_right("people", narrow) + to_right("months", narrow)
           + to_right("truth", wide) + to_right("found", wide) + to_right("bias", narrow + 1)
           + to_right("signif.", narrow + 1) + to_right("wrong", narrow)
           + to_right(truth.pays.value_or(false) ? "cut!" : "cut", narrow) + "\n";
}

std::string row_of(const EvaluationResult& it, const EvaluationPlan& plan) {
    return to_left(name_of(it.design), 13) + to_right(std::to_string(it.participants), narrow)
           + to_right(std::to_string(it.follow_up), narrow)
           + to_right(effect_text(it.true_effect, plan), wide)
           + to_right(effect_text(it.mean_estimate, plan), wide)
           + to_right(effect_text(it.bias(), plan), narrow + 1)
           + to_right(share_text(it.positive), narrow + 1)
           + to_right(share_text(it.wrong_sign), narrow)
           + to_right(share_text(1.0 - it.positive), narrow) + "\n";
}

std::string power_text(const ArmEvaluation& arm, const EvaluationPlan& plan) {
    std::string text = "Shortest follow-up with a chance of " + decimals(plan.power * percent, 0)
                       + " % to find a significantly positive effect:\n";
    std::size_t longest = 0;
    for (const EvaluationResult& it : arm.results) {
        longest = std::max(longest, it.follow_up);
    }
    for (const PowerReached& it : arm.power) {
        text += "  " + to_left(name_of(it.design), 13)
                + to_right(std::to_string(it.participants), narrow) + " people: "
                + (it.follow_up ? std::to_string(*it.follow_up) + " months"
                                : "none up to " + std::to_string(longest) + " months")
                + "\n";
    }
    return text;
}

std::string notes(const EvaluationReport& report) {
    const bool is_months = report.plan.success == Success::months_in_work;
    double largest = 0.0;
    for (const ArmEvaluation& arm : report.arms) {
        for (const EvaluationResult& it : arm.results) {
            largest = std::max(largest, it.estimate_error);
        }
    }
    const double n = static_cast<double>(report.plan.evaluations);
    const std::string unit = is_months ? "months in work" : "points of a hundred";
    return paragraph(
        "truth, found, bias: effect on participants' "
        + std::string{success_names[static_cast<std::size_t>(report.plan.success)]} + ", in " + unit
        + ", so many months after support began; found is the mean of "
        + std::to_string(report.plan.evaluations)
        + " evaluations. In per cent of evaluations: signif., a significantly positive effect; "
          "wrong, an estimate with the wrong sign; cut, the funder stops the programme because "
          "there was no significantly positive effect (cut! where that is a mistake). From the "
          "number of evaluations alone, shares are good to "
        + decimals(percent / std::sqrt(n), 1) + " and found to "
        + decimals(2.0 * largest * (is_months ? 1.0 : percent), 1)
        + " either way (two standard errors at most).");
}

nlohmann::ordered_json json_of(const EvaluationResult& it, std::optional<bool> pays) {
    using Json = nlohmann::ordered_json;
    const double cut = 1.0 - it.positive;
    return {{"design", name_of(it.design)},
            {"participants", it.participants},
            {"follow_up_months", it.follow_up},
            {"people_in_frame", it.people},
            {"evaluations", it.evaluations},
            {"true_effect", it.true_effect},
            {"mean_estimate", it.mean_estimate},
            {"mean_estimate_error", it.estimate_error},
            {"bias", it.bias()},
            {"significant", it.significant},
            {"significant_positive", it.positive},
            {"significant_positive_error", it.error_of(it.positive)},
            {"wrong_sign", it.wrong_sign},
            {"wrong_sign_error", it.error_of(it.wrong_sign)},
            {"significant_wrong_sign", it.wrong_and_sure},
            {"cut", cut},
            {"cut_although_it_pays", pays.value_or(false) ? Json(cut) : Json(nullptr)}};
}

}  // namespace

std::string text_of(const EvaluationReport& report) {
    std::string text = paragraph(report.title);
    for (const ArmEvaluation& arm : report.arms) {
        text += "\n" + paragraph(arm.arm + " (" + arm.label + ")") + truth_text(arm.truth, report);
        if (arm.results.empty()) {
            text += paragraph("No such evaluation can be made: nobody was followed for so long.");
            continue;
        }
        text += heading(arm.truth);
        for (const EvaluationResult& it : arm.results) {
            text += row_of(it, report.plan);
        }
        text += "\n" + power_text(arm, report.plan);
    }
    return text + "\n" + notes(report);
}

std::string json_of(const EvaluationReport& report) {
    using Json = nlohmann::ordered_json;
    Json json;
    json["title"] = report.title;
    json["reference"] = report.reference;
    json["months"] = report.months;
    json["replicates"] = report.replicates;
    json["outcome"] = success_names[static_cast<std::size_t>(report.plan.success)];
    json["significance"] = report.plan.significance;
    json["drop_out"] = report.plan.drop_out.chance;
    json["drop_out_out_of_work"] = report.plan.drop_out.out_of_work_ratio;
    json["seed"] = report.plan.seed;
    json["arms"] = Json::object();
    for (const ArmEvaluation& arm : report.arms) {
        Json& it = json["arms"][arm.arm];
        it["label"] = arm.label;
        it["participants"] = arm.truth.participants;
        it["job_months_per_participant"] = json_of(arm.truth.job_months);
        it["net_job_years"] = json_of(arm.truth.net_job_years);
        it["spent"] = json_of(arm.truth.spent);
        it["net_public_cost"] = json_of(arm.truth.net_public_cost);
        it["worth"] = arm.truth.worth ? Json(*arm.truth.worth) : Json(nullptr);
        it["pays"] = arm.truth.pays ? nlohmann::ordered_json(*arm.truth.pays) : nullptr;
        it["evaluations"] = Json::array();
        for (const EvaluationResult& result : arm.results) {
            it["evaluations"].push_back(json_of(result, arm.truth.pays));
        }
        it["shortest_follow_up"] = Json::array();
        for (const PowerReached& row : arm.power) {
            it["shortest_follow_up"].push_back(
                {{"design", name_of(row.design)},
                 {"participants", row.participants},
                 {"months", row.follow_up ? Json(*row.follow_up) : Json(nullptr)}});
        }
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
