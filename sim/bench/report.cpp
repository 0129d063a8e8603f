#include "sim/bench/report.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// One part's time in two reports.
struct Timing {
    double before;  // [ns/person-month]
    double now;
};

bool counts(const Timing& part, const Timing& whole) {
    constexpr double least = 0.01;  // [1] of the month
    return part.before >= least * whole.before || part.now >= least * whole.now;
}

void judge(const BenchReport& before,
           const BenchReport& now,
           std::size_t threads,
           const std::string& part,
           const Timing& timing,
           std::vector<Slower>& found) {
    const std::optional<double> was = before.ratio(timing.before);
    const std::optional<double> is = now.ratio(timing.now);
    if (was && is && *is < (1.0 - tolerated_loss) * *was) {
        found.push_back({threads, part, *was, *is});
    }
}

}  // namespace

std::vector<Slower> losses(const BenchReport& before, const BenchReport& now) {
    std::vector<Slower> found;
    for (const ThreadsSpeed& is : now.speeds) {
        const auto was = std::find_if(before.speeds.begin(),
                                      before.speeds.end(),
                                      [&](const auto& it) { return it.threads == is.threads; });
        if (was == before.speeds.end()) {
            continue;
        }
        const Timing whole{was->whole, is.whole};
        judge(before, now, is.threads, whole_month, whole, found);
        for (std::size_t i = 0; i < now.parts.size(); ++i) {
            const auto same = std::find(before.parts.begin(), before.parts.end(), now.parts[i]);
            if (same == before.parts.end()) {
                continue;
            }
            const auto at = static_cast<std::size_t>(same - before.parts.begin());
            const Timing part{was->parts[at], is.parts[i]};
            if (counts(part, whole)) {
                judge(before, now, is.threads, now.parts[i], part, found);
            }
        }
    }
    return found;
}

}  // namespace foothold
