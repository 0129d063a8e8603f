#include "sim/appraisal/evaluation_designs.hpp"

#include <cmath>

namespace foothold {

namespace {

/// Mean and variance of values that come one by one (Welford 1962).
struct Moments {
    double count = 0.0;
    double mean = 0.0;
    double squares = 0.0;

    void add(double value) {
        count += 1.0;
        const double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    bool enough() const { return count >= 2.0; }

    double error_squared() const { return squares / (count - 1.0) / count; }
};

}  // namespace

bool is_lost(const Found& found, double loss, DropOut drop_out) {
    const double ratio = found.out_of_work ? drop_out.out_of_work_ratio : 1.0;
    return !found.there || loss < drop_out.chance * ratio;
}

std::optional<Finding>
randomised_trial(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out) {
    Moments treated;
    Moments control;
    for (std::size_t i = 0; i < drawn.participants.size(); ++i) {
        const Pick pick = drawn.participants[i];
        const bool in_arm = i < drawn.participants.size() / 2;
        const Subject& it = frame.participants[pick.at];
        const Found& found = in_arm ? it.with : it.without;
        if (!is_lost(found, pick.loss, drop_out)) {
            (in_arm ? treated : control).add(found.outcome);
        }
    }
    if (!treated.enough() || !control.enough()) {
        return std::nullopt;
    }
    return Finding{treated.mean - control.mean,
                   std::sqrt(treated.error_squared() + control.error_squared())};
}

std::optional<Finding>
before_and_after(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out) {
    Moments change;
    for (const Pick pick : drawn.participants) {
        const Subject& it = frame.participants[pick.at];
        if (!is_lost(it.with, pick.loss, drop_out)) {
            change.add(it.with.outcome - it.before);
        }
    }
    if (!change.enough()) {
        return std::nullopt;
    }
    return Finding{change.mean, std::sqrt(change.error_squared())};
}

}  // namespace foothold
