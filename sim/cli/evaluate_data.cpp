#include "sim/cli/estimate_json.hpp"
#include "sim/cli/evaluate_report.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

std::string name_of(Design design) {
    return std::string{design_names[static_cast<std::size_t>(design)]};
}

Json json_of(const EvaluationResult& it, const EvaluationPlan& plan, std::optional<bool> pays) {
    const double cut = 1.0 - it.positive;
    return {{"design", name_of(it.design)},
            {"participants", it.participants},
            {"follow_up_months", it.follow_up},
            {"people_in_frame", it.people},
            {"more_drawn_than_there_are", it.drawn_again},
            {"evaluations", it.evaluations},
            {"evaluations_planned", plan.evaluations},
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

std::string json_of(const EvaluationReport& report) {
    Json json;
    json["title"] = report.title;
    json["reference"] = report.reference;
    json["months"] = report.months;
    json["replicates"] = report.replicates;
    json["replicates_planned"] = report.planned;
    json["outcome"] = success_names[static_cast<std::size_t>(report.plan.success)];
    json["designs"] = Json::array();
    for (const Design design : report.plan.designs) {
        json["designs"].push_back(name_of(design));
    }
    json["participants"] = report.plan.participants;
    json["follow_up_months"] = report.plan.follow_ups;
    json["follow_up_months_beyond_the_study"] = report.left_out;
    json["evaluations_planned"] = report.plan.evaluations;
    json["drop_later"] = report.plan.drop_later;
    json["power"] = report.plan.power;
    json["significance"] = report.plan.significance;
    json["drop_out"] = report.plan.drop_out.chance;
    json["drop_out_out_of_work"] = report.plan.drop_out.out_of_work_ratio;
    json["seed"] = report.plan.seed;
    json["fingerprint"] = report.fingerprint;
    json["arms"] = Json::object();
    for (const ArmEvaluation& arm : report.arms) {
        Json& it = json["arms"][arm.arm];
        it["label"] = arm.label;
        it["participants"] = arm.truth.participants;
        it["job_months_per_participant"] = json_of(arm.truth.job_months);
        it["net_job_years"] = json_of(arm.truth.net_job_years);
        it["spent"] = json_of(arm.truth.spent);
        it["programme_cost"] = json_of(arm.truth.programme_cost);
        it["net_public_cost"] = json_of(arm.truth.net_public_cost);
        it["worth"] = arm.truth.worth ? Json(*arm.truth.worth) : Json(nullptr);
        it["pays"] = arm.truth.pays ? Json(*arm.truth.pays) : nullptr;
        it["true_effects"] = Json::array();
        for (const TruthAt& truth : arm.evaluations.truths) {
            it["true_effects"].push_back({{"follow_up_months", truth.follow_up},
                                          {"people", truth.people},
                                          {"effect", json_of(truth.effect)}});
        }
        it["evaluations"] = Json::array();
        for (const EvaluationResult& result : arm.evaluations.results) {
            it["evaluations"].push_back(json_of(result, report.plan, arm.truth.pays));
        }
        it["missing"] = Json::array();
        for (const MissingEvaluation& each : arm.evaluations.missing) {
            it["missing"].push_back({{"design", name_of(each.design)},
                                     {"follow_up_months", each.follow_up},
                                     {"why", each.why}});
        }
        it["shortest_follow_up"] = Json::array();
        for (const PowerReached& row : arm.power) {
            it["shortest_follow_up"].push_back(
                {{"design", name_of(row.design)},
                 {"participants", row.participants},
                 {"months", row.follow_up ? Json(*row.follow_up) : Json(nullptr)},
                 {"misleads", row.follow_up ? Json(row.misleads()) : Json(nullptr)}});
        }
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
