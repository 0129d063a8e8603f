#include "sim/appraisal/evaluation_designs.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace foothold {

namespace {

/// Somebody of the comparison group, and how many participants they stand in for.
struct Match {
    double score = 0.0;
    double outcome = 0.0;
    double stands_for = 0.0;
};

/// The comparison group in order of score; somebody drawn twice is in it once.
std::vector<Match>
comparison_group(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out) {
    std::vector<std::uint8_t> taken(frame.compared.size(), 0);
    std::vector<Match> group;
    for (const Pick pick : drawn.compared) {
        const Subject& it = frame.compared[pick.at];
        if (taken[pick.at] == 0 && !is_lost(it.with, pick.loss, drop_out)) {
            group.push_back({it.score, it.with.outcome, 0.0});
        }
        taken[pick.at] = 1;
    }
    std::stable_sort(group.begin(), group.end(), [](const Match& a, const Match& b) {
        return a.score < b.score;
    });
    return group;
}

Match& nearest_to(double score, std::vector<Match>& group) {
    auto above = std::lower_bound(
        group.begin(), group.end(), score, [](const Match& it, double s) { return it.score < s; });
    if (above == group.end()) {
        return group.back();
    }
    if (above == group.begin()) {
        return *above;
    }
    const auto below = std::prev(above);
    return score - below->score < above->score - score ? *below : *above;
}

/// What the use of the same people again and again adds to the squares.
double squares_of_reuse(const std::vector<Match>& group) {
    double sum = 0.0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const bool up =
            i == 0
            || (i + 1 < group.size()
                && group[i + 1].score - group[i].score < group[i].score - group[i - 1].score);
        const double off = group[i].outcome - group[up ? i + 1 : i - 1].outcome;
        const double times = group[i].stands_for;
        sum += times * (times - 1.0) * off * off / 2.0;
    }
    return sum;
}

}  // namespace

std::optional<Finding>
matched_comparison(const EvaluationFrame& frame, const Drawn& drawn, DropOut drop_out) {
    std::vector<Match> group = comparison_group(frame, drawn, drop_out);
    if (!frame.scored || group.size() < 2) {
        return std::nullopt;
    }
    std::vector<double> gains;
    double sum = 0.0;
    for (const Pick pick : drawn.participants) {
        const Subject& it = frame.participants[pick.at];
        if (!is_lost(it.with, pick.loss, drop_out)) {
            Match& match = nearest_to(it.score, group);
            match.stands_for += 1.0;
            gains.push_back(it.with.outcome - match.outcome);
            sum += gains.back();
        }
    }
    if (gains.size() < 2) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(gains.size());
    const double mean = sum / n;
    double squares = squares_of_reuse(group);
    for (const double gain : gains) {
        squares += (gain - mean) * (gain - mean);
    }
    return Finding{mean, std::sqrt(squares) / n};
}

}  // namespace foothold
