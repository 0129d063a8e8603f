#pragma once

#include "foothold/pairs.hpp"

#include "sim/appraisal/follow_up.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace foothold {

/// One life as an evaluator would find it at follow-up.
struct Found {
    double outcome = 0.0;      // [1] or [month]
    bool there = false;        // still in the place and of working age
    bool out_of_work = false;  // at follow-up; such people may be harder to find
};

/// Somebody whom an evaluator could draw.
struct Subject {
    Found with;           // in the arm
    Found without;        // in the reference
    double before = 0.0;  // the outcome of somebody who stays as they were at the start
    double score = 0.0;   // [log odds] of being supported, from what can be observed
};

/// Everybody of one arm whom an evaluation with this follow-up could draw: those who were followed
/// for so long before the study ended.
struct EvaluationFrame {
    std::vector<Subject> participants;
    std::vector<Subject> compared;  // eligible and not supported at the time
    bool scored = false;            // whether the scores of those two could be told
    std::size_t known = 0;          // participants there in both worlds
    double effect = 0.0;            // the true mean effect on them; [1] or [month]
};

/// `drop_later` leaves out those of the compared who were supported themselves by the follow-up.
EvaluationFrame frame_of(const std::vector<Followed>& people, FollowUp at, bool drop_later);

/// The true mean effect on participants there in both worlds at a follow-up; nothing if nobody is.
std::optional<double> true_effect(const std::vector<Followed>& people, FollowUp at);

/// Scores of the people listed, by logit of being supported on age, qualification, activity,
/// barriers, ill health, time out of work, household, Universal Credit and month. What is the same
/// for all participants, or for all others, is left out. Empty where the logit does not settle.
std::vector<double> propensity_of(const std::vector<const Followed*>& people);

}  // namespace foothold
