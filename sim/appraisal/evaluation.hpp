#pragma once

#include "foothold/courses.hpp"

#include "sim/appraisal/evaluation_designs.hpp"
#include "sim/experiments/estimate.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// Evaluations that a funder might commission: every design with every number of participants and
/// every follow-up, many times each.
struct EvaluationPlan {
    std::vector<Design> designs{Design::rct, Design::matched, Design::before_after};
    std::vector<std::size_t> participants{200, 500, 1600};   // [person] before anybody is lost
    std::vector<std::size_t> follow_ups{6, 12, 24, 36, 60};  // [month]
    Success success = Success::in_work;
    DropOut drop_out;
    bool drop_later = false;         // of the compared, who were supported by the follow-up
    double significance = 0.05;      // two-sided
    double power = 0.8;              // wanted
    std::size_t evaluations = 2000;  // of each kind
    std::uint64_t seed = 1;
};

/// What one kind of evaluation finds, over many evaluations of people drawn at random from those of
/// all replicates.
struct EvaluationResult {
    Design design = Design::rct;
    std::size_t participants = 0;
    std::size_t follow_up = 0;  // [month]
    std::size_t people = 0;     // [person] who could be drawn, in all replicates together
    bool drawn_again = false;   // more were drawn than there were: the same people again and again
    double true_effect = 0.0;   // on them, in the mean; [1] or [month]
    std::size_t evaluations = 0;  // that gave a finding
    double mean_estimate = 0.0;   // of the effect
    double estimate_error = 0.0;  // standard error of that mean from the number of evaluations
    double significant = 0.0;     // [1] share with a significant effect, for good or ill
    double positive = 0.0;        // [1] share with a significantly positive one: the rest are cut
    double wrong_sign = 0.0;      // [1] share whose estimate has the sign the truth has not
    double wrong_and_sure = 0.0;  // [1] the same, significantly

    double bias() const { return mean_estimate - true_effect; }

    /// Standard error of a share from the number of evaluations. [1]
    double error_of(double share) const;
};

/// One design with one number of participants.
struct PowerReached {
    Design design = Design::rct;
    std::size_t participants = 0;
    std::optional<std::size_t> follow_up;  // [month] the shortest with the power wanted
    double true_effect = 0.0;              // there
    double mean_estimate = 0.0;            // the same

    /// Whether what is found is nearer to twice the truth, or to none, than to the truth.
    bool misleads() const;
};

/// The true effect at one follow-up.
struct TruthAt {
    std::size_t follow_up = 0;  // [month]
    std::size_t people = 0;     // [person] participants followed for so long, in all replicates
    Estimate effect;            // mean over all of them; interval over replicates. [1] or [month]
};

/// A design that cannot be evaluated at a follow-up, whatever the number of participants.
struct MissingEvaluation {
    Design design = Design::rct;
    std::size_t follow_up = 0;  // [month]
    std::string why;
};

struct Evaluations {
    std::vector<EvaluationResult> results;   // in the order of the plan
    std::vector<TruthAt> truths;             // by follow-up, where anybody was followed
    std::vector<MissingEvaluation> missing;  // the same
};

/// All evaluations of an arm (counted among those compared) that can be made, and why others
/// cannot.
Evaluations evaluate(const FollowedPeople& people, std::size_t arm, const EvaluationPlan& plan);

std::vector<PowerReached> power_reached(const std::vector<EvaluationResult>& results,
                                        const EvaluationPlan& plan);

}  // namespace foothold
