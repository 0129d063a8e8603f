#pragma once

#include "sim/appraisal/evaluation.hpp"
#include "sim/experiments/estimate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What is true of an arm, of which an evaluation sees a part.
struct TrueEffect {
    double participants = 0.0;    // [person] in the mean replicate
    Estimate job_months;          // [month] more in work per participant, over the study
    Estimate net_job_years;       // [year] more in work in the whole place
    Estimate spent;               // [GBP] by the programmes, in money of the day
    Estimate programme_cost;      // [GBP] the same, in constant prices and discounted
    Estimate net_public_cost;     // [GBP] in constant prices and discounted; negative is a gain
    std::optional<double> worth;  // [GBP/year] asked for with --worth
    std::optional<bool> pays;     // none where luck alone could decide
};

struct ArmEvaluation {
    std::string arm;
    std::string label;
    TrueEffect truth;
    Evaluations evaluations;
    std::vector<PowerReached> power;
};

struct EvaluationReport {
    std::string title;
    std::string reference;
    std::size_t months = 0;  // [month] over which it is told whether a programme pays
    std::size_t replicates = 0;
    EvaluationPlan plan;
    std::vector<std::size_t> left_out;  // [month] usual follow-ups that the study is too short for
    std::vector<ArmEvaluation> arms;
    std::string fingerprint;  // of the results
    std::size_t planned = 0;  // [replicate] that the study was to have
};

/// Tables of at most 80 columns, and what they mean.
std::string text_of(const EvaluationReport& report);

/// docs/methods/evaluate.md
std::string json_of(const EvaluationReport& report);

}  // namespace foothold
