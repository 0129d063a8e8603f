#include "sim/experiments/patterns.hpp"

#include <limits>

namespace foothold {

namespace {

Interval accepted(const Pattern& it) {
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    switch (it.expect) {
    case Expect::above:
        return {it.low + it.tolerance, unbounded};
    case Expect::below:
        return {-unbounded, it.high - it.tolerance};
    case Expect::within:
    case Expect::information:
        break;
    }
    return {it.low - it.tolerance, it.high + it.tolerance};
}

}  // namespace

Verdict judge(const Pattern& pattern, const std::optional<Estimate>& value) {
    if (pattern.expect == Expect::information) {
        return Verdict::not_judged;
    }
    if (!value || !value->interval) {
        return Verdict::cannot_tell;
    }
    const Interval band = accepted(pattern);
    const Interval& found = *value->interval;
    if (found.low >= band.low && found.high <= band.high) {
        return Verdict::shown;
    }
    return found.high < band.low || found.low > band.high ? Verdict::not_shown
                                                          : Verdict::cannot_tell;
}

std::vector<std::string> faults_of(const PatternBook& book) {
    std::vector<std::string> faults;
    for (const Experiment& it : book.experiments.items) {
        if ((it.design == Design::labour_market) != (it.most_deprived > 0.0)) {
            faults.push_back("experiments." + it.name
                             + ": most_deprived is for the design labour_market, and must be more "
                               "than 0 there; elsewhere it is 0");
        }
    }
    for (const Pattern& it : book.patterns.items) {
        const auto fault = [&](const std::string& problem) {
            faults.push_back("patterns." + it.name + ": " + problem);
        };
        if (book.experiments.find(it.experiment) == nullptr) {
            fault("there is no experiment '" + it.experiment + "'");
        }
        if (it.low > it.high) {
            fault("low is above high");
        }
        if (it.expect != Expect::information && it.because.empty()) {
            fault("say why the tolerance is what it is");
        }
    }
    return faults;
}

}  // namespace foothold
