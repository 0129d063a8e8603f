#include "sim/appraisal/evaluation_frame.hpp"

namespace foothold {

namespace {

Found found_in(const std::vector<std::int8_t>& course, bool worked_before, FollowUp at) {
    const std::optional<double> outcome = outcome_of_life(course, worked_before, at);
    return {outcome.value_or(0.0), outcome.has_value(), course[at.months] == 0};
}

Subject subject_of(const Followed& it, FollowUp at) {
    const bool worked_before = it.activity == Activity::employed;
    return {found_in(it.in_work, worked_before, at),
            found_in(it.in_work_without, worked_before, at),
            outcome_if_unchanged(worked_before, at),
            0.0};
}

bool can_be_drawn(const Followed& it, FollowUp at, bool drop_later) {
    const bool long_enough = it.in_work.size() > at.months && it.in_work_without.size() > at.months;
    const bool supported_since =
        it.supported_from != never
        && it.supported_from <= it.from + static_cast<std::int32_t>(at.months);
    return long_enough && (it.supported != 0 || !drop_later || !supported_since);
}

void take_truth(EvaluationFrame& frame) {
    double sum = 0.0;
    for (const Subject& it : frame.participants) {
        if (it.with.there && it.without.there) {
            ++frame.known;
            sum += it.with.outcome - it.without.outcome;
        }
    }
    frame.effect = frame.known > 0 ? sum / static_cast<double>(frame.known) : 0.0;
}

}  // namespace

std::optional<double> true_effect(const std::vector<Followed>& people, FollowUp at) {
    EvaluationFrame frame;
    for (const Followed& it : people) {
        if (it.supported != 0 && can_be_drawn(it, at, false)) {
            frame.participants.push_back(subject_of(it, at));
        }
    }
    take_truth(frame);
    return frame.known > 0 ? std::optional{frame.effect} : std::nullopt;
}

EvaluationFrame frame_of(const std::vector<Followed>& people, FollowUp at, bool drop_later) {
    std::vector<const Followed*> drawable;
    for (const Followed& it : people) {
        if (can_be_drawn(it, at, drop_later)) {
            drawable.push_back(&it);
        }
    }
    const std::vector<double> scores = propensity_of(drawable);
    EvaluationFrame frame;
    frame.scored = !scores.empty();
    for (std::size_t i = 0; i < drawable.size(); ++i) {
        Subject subject = subject_of(*drawable[i], at);
        subject.score = frame.scored ? scores[i] : 0.0;
        (drawable[i]->supported != 0 ? frame.participants : frame.compared).push_back(subject);
    }
    take_truth(frame);
    return frame;
}

}  // namespace foothold
