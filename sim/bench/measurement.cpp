#include "sim/bench/measurement.hpp"

#include "sim/bench/machine.hpp"
#include "sim/bench/sized_place.hpp"
#include "sim/bench/timed_run.hpp"
#include "sim/bench/yardstick.hpp"
#include "sim/core/parallel.hpp"
#include "sim/state/opening.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace foothold {

namespace {

constexpr double nanoseconds = 1e9;  // [ns/s]

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// [s] that the yardstick takes for as many people and months; a first month warms up.
double time_yardstick(const BenchSubject& subject, std::uint64_t seed) {
    Yardstick yardstick{static_cast<std::size_t>(subject.people), seed};
    yardstick.live_month();
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t month = 0; month < subject.arms * subject.months; ++month) {
        yardstick.live_month();
    }
    return seconds_since(start);
}

/// What was timed with one number of threads, run by run.
struct Runs {
    std::vector<double> seconds;
    std::vector<std::vector<double>> parts;  // [s]; shape [part][run]

    void add(const TimedRun& run) {
        seconds.push_back(run.seconds());
        parts.resize(run.parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            parts[i].push_back(run.parts[i]);
        }
    }
};

class Measurement {
  public:
    Measurement(const Scenario& scenario, const Place& place, const BenchPlan& plan)
        : scenario_{scenario}, place_{place}, plan_{plan}, runs_(plan.threads.size()) {
        report_.subject = subject_of(scenario, place);
        report_.repeats = plan.repeats;
        report_.parts = timed_parts();
    }

    BenchReport measure(const std::function<void(const std::string&, double)>& at) {
        const std::size_t all = plan_.repeats * (plan_.threads.size() + 1);
        std::size_t done = 0;
        const auto tell = [&](const std::string& what) {
            if (at) {
                at(what, static_cast<double>(done) / static_cast<double>(all));
            }
            ++done;
        };
        for (std::size_t repeat = 0; repeat < plan_.repeats; ++repeat) {
            for (std::size_t i = 0; i < plan_.threads.size(); ++i) {
                tell("model, --threads " + std::to_string(plan_.threads[i]));
                run_model(i);
            }
            tell("yardstick");
            yardstick_.push_back(time_yardstick(report_.subject, scenario_.settings.seed));
        }
        report_.yardstick = per_person_month(median(yardstick_));
        for (std::size_t i = 0; i < plan_.threads.size(); ++i) {
            report_.speeds.push_back(speed(i));
        }
        return report_;
    }

  private:
    double per_person_month(double seconds) const {
        return seconds * nanoseconds / report_.subject.person_months();
    }

    /// The first run tells how much memory it takes: nothing has been used and given back before.
    void run_model(std::size_t i) {
        const ThreadLimit limit{plan_.threads[i]};
        const MemoryGrowth memory;
        runs_[i].add(timed_run(scenario_, place_));
        const std::optional<double> bytes = memory.bytes();
        if (yardstick_.empty() && i == 0 && bytes) {
            report_.bytes_at_most = *bytes / static_cast<double>(report_.subject.people);
        }
    }

    ThreadsSpeed speed(std::size_t i) {
        const ThreadLimit limit{plan_.threads[i]};
        ThreadsSpeed it;
        it.threads = plan_.threads[i];
        it.whole = per_person_month(median(runs_[i].seconds));
        for (const std::vector<double>& part : runs_[i].parts) {
            it.parts.push_back(per_person_month(median(part)));
        }
        it.opening = time_opening();
        it.copy = copy_speed();
        return it;
    }

    double time_opening() {
        std::vector<double> seconds;
        for (std::size_t repeat = 0; repeat < std::min<std::size_t>(plan_.repeats, 3); ++repeat) {
            const auto start = std::chrono::steady_clock::now();
            const World world = open_world(scenario_, place_, 0);
            seconds.push_back(seconds_since(start));
            report_.bytes_of_world = bytes_of(world) / static_cast<double>(report_.subject.people);
        }
        return median(seconds);
    }

    const Scenario& scenario_;
    const Place& place_;
    const BenchPlan& plan_;
    std::vector<Runs> runs_;         // shape [plan.threads]
    std::vector<double> yardstick_;  // [s]
    BenchReport report_;
};

}  // namespace

BenchSubject subject_of(const Scenario& scenario, const Place& place) {
    return {scenario.name,
            residents_of(place),
            place.neighbourhoods.size(),
            scenario.arms.items.size(),
            static_cast<std::size_t>(std::max(0, scenario.settings.horizon - 1))};
}

BenchReport measured_speed(const Scenario& scenario,
                           const Place& place,
                           const BenchPlan& plan,
                           const std::function<void(const std::string& what, double done)>& at) {
    return Measurement{scenario, place, plan}.measure(at);
}

}  // namespace foothold
