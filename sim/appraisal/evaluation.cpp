#include "sim/appraisal/evaluation.hpp"

#include "foothold/draws.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// One kind of evaluation and the people it can be made of.
struct Commission {
    const EvaluationPlan& plan;
    const EvaluationFrame& frame;
    Design design;
    std::size_t participants;
    std::size_t follow_up;
};

struct Luck {
    double place;
    double loss;
};

/// The luck of evaluations of one kind. Another kind has other luck, and keeps it whatever else is
/// evaluated.
class EvaluationLuck {
  public:
    EvaluationLuck(const Commission& it, std::size_t evaluation)
        : draws_{it.plan.seed,
                 static_cast<std::uint32_t>(it.participants),
                 static_cast<Month>(it.follow_up)},
          who_{static_cast<std::uint32_t>(evaluation), static_cast<std::uint16_t>(it.design)} {}

    Luck of(std::size_t which) const {
        const auto words =
            draws_.words(who_, Purpose::evaluation, static_cast<std::uint32_t>(which));
        return {uniform_from(words[0], words[1]), uniform_from(words[2], words[3])};
    }

  private:
    Draws draws_;
    Address who_;
};

std::size_t one_of(std::size_t n, double u) {
    return std::min(n - 1, static_cast<std::size_t>(u * static_cast<double>(n)));
}

std::vector<Pick>
picks(std::size_t number, std::size_t of, const EvaluationLuck& luck, std::size_t first) {
    std::vector<Pick> drawn(number);
    for (std::size_t i = 0; i < number; ++i) {
        const Luck own = luck.of(first + i);
        drawn[i] = {one_of(of, own.place), own.loss};
    }
    return drawn;
}

std::optional<Finding> one_evaluation(const Commission& it, std::size_t evaluation) {
    const EvaluationLuck luck{it, evaluation};
    const EvaluationFrame& frame = it.frame;
    Drawn drawn{picks(it.participants, frame.participants.size(), luck, 0), {}};
    const DropOut drop_out = it.plan.drop_out;
    switch (it.design) {
    case Design::rct:
        return randomised_trial(frame, drawn, drop_out);
    case Design::before_after:
        return before_and_after(frame, drawn, drop_out);
    case Design::matched:
        drawn.compared = picks(2 * it.participants, frame.compared.size(), luck, it.participants);
        return matched_comparison(frame, drawn, drop_out);
    }
    return std::nullopt;
}

std::vector<std::optional<Finding>> all_evaluations(const Commission& it) {
    constexpr std::size_t evaluations_per_piece = 16;
    std::vector<std::optional<Finding>> findings(it.plan.evaluations);
    for_each_piece(findings.size(), evaluations_per_piece, [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            findings[i] = one_evaluation(it, i);
        }
    });
    return findings;
}

EvaluationResult summed_up(const Commission& it) {
    EvaluationResult result{it.design, it.participants, it.follow_up};
    result.people = it.frame.participants.size();
    result.drawn_again =
        it.participants > result.people
        || (it.design == Design::matched && 2 * it.participants > it.frame.compared.size());
    result.true_effect = it.frame.effect;
    const double sure = normal_quantile(1.0 - it.plan.significance / 2.0);
    double squares = 0.0;
    for (const std::optional<Finding>& finding : all_evaluations(it)) {
        if (!finding) {
            continue;
        }
        const double n = static_cast<double>(++result.evaluations);
        const double off = finding->effect - result.mean_estimate;
        result.mean_estimate += off / n;
        squares += off * (finding->effect - result.mean_estimate);
        const bool significant = std::abs(finding->effect) > sure * finding->error;
        const bool wrong = finding->effect * result.true_effect < 0.0;
        result.significant += significant;
        result.positive += significant && finding->effect > 0.0;
        result.wrong_sign += wrong;
        result.wrong_and_sure += significant && wrong;
    }
    if (const auto n = static_cast<double>(result.evaluations); n > 1.0) {
        result.estimate_error = std::sqrt(squares / (n - 1.0) / n);
        for (double* share :
             {&result.significant, &result.positive, &result.wrong_sign, &result.wrong_and_sure}) {
            *share /= n;
        }
    }
    return result;
}

/// The people of all replicates together: a replicate is a draw of people and luck like any other,
/// and one replicate's participants are too few to stand for all whom a programme might reach.
std::vector<Followed> pooled(const FollowedPeople& people, std::size_t arm) {
    std::vector<Followed> all;
    for (std::size_t r = 0; r < people.replicates.size(); ++r) {
        all.insert(all.end(), people.at(arm, r).begin(), people.at(arm, r).end());
    }
    return all;
}

/// Why a design cannot be evaluated; empty if it can.
std::string obstacle(Design design, const EvaluationFrame& frame) {
    if (frame.participants.empty()) {
        return "nobody was followed for so long before the study ended";
    }
    if (frame.known == 0) {
        return "no participant was still there, and of working age, in both worlds";
    }
    if (design != Design::matched) {
        return "";
    }
    return frame.compared.empty() ? "there was nobody to match with"
           : frame.scored         ? ""
                                  : "the propensity score could not be told";
}

TruthAt
truth_at(const FollowedPeople& people, std::size_t arm, FollowUp at, const EvaluationFrame& frame) {
    std::vector<double> each;
    for (std::size_t r = 0; r < people.replicates.size(); ++r) {
        if (const auto effect = true_effect(people.at(arm, r), at)) {
            each.push_back(*effect);
        }
    }
    return {at.months, frame.participants.size(), {frame.effect, estimate(each).interval}};
}

}  // namespace

bool PowerReached::misleads() const {
    return std::abs(mean_estimate - true_effect) > 0.5 * std::abs(true_effect);
}

double EvaluationResult::error_of(double share) const {
    return evaluations > 0 ? std::sqrt(share * (1.0 - share) / static_cast<double>(evaluations))
                           : 0.0;
}

Evaluations evaluate(const FollowedPeople& people, std::size_t arm, const EvaluationPlan& plan) {
    const std::vector<Followed> everybody = pooled(people, arm);
    std::vector<EvaluationFrame> frames;
    for (const std::size_t follow_up : plan.follow_ups) {
        frames.push_back(frame_of(everybody, {plan.success, follow_up}, plan.drop_later));
    }
    Evaluations made;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        if (frames[f].known > 0) {
            made.truths.push_back(
                truth_at(people, arm, {plan.success, plan.follow_ups[f]}, frames[f]));
        }
    }
    for (const Design design : plan.designs) {
        std::vector<std::string> obstacles;
        for (std::size_t f = 0; f < frames.size(); ++f) {
            obstacles.push_back(obstacle(design, frames[f]));
            if (!obstacles.back().empty()) {
                made.missing.push_back({design, plan.follow_ups[f], obstacles.back()});
            }
        }
        for (const std::size_t participants : plan.participants) {
            for (std::size_t f = 0; f < frames.size(); ++f) {
                if (obstacles[f].empty()) {
                    made.results.push_back(
                        summed_up({plan, frames[f], design, participants, plan.follow_ups[f]}));
                }
            }
        }
    }
    return made;
}

std::vector<PowerReached> power_reached(const std::vector<EvaluationResult>& results,
                                        const EvaluationPlan& plan) {
    std::vector<PowerReached> reached;
    for (const Design design : plan.designs) {
        for (const std::size_t participants : plan.participants) {
            PowerReached row{design, participants, std::nullopt, 0.0, 0.0};
            for (const EvaluationResult& it : results) {
                const bool enough = it.design == design && it.participants == participants
                                    && it.true_effect > 0.0 && it.positive >= plan.power;
                if (enough && it.follow_up < row.follow_up.value_or(it.follow_up + 1)) {
                    row.follow_up = it.follow_up;
                    row.true_effect = it.true_effect;
                    row.mean_estimate = it.mean_estimate;
                }
            }
            reached.push_back(row);
        }
    }
    return reached;
}

}  // namespace foothold
