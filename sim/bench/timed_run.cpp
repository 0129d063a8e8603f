#include "sim/bench/timed_run.hpp"

#include "sim/engine/digest.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/phases/schedule.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace foothold {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t own_parts = 3;  // behind the phases: measures, digest, pairs

/// Gives every moment of a run to the part that ends next.
class PartClock : public Observer {
  public:
    PartClock()
        : parts_(timed_parts().size(), 0.0), measures_{parts_.size() - own_parts},
          digest_{measures_ + 1}, pairs_{measures_ + 2} {
        std::size_t part = 0;
        for (const Phase& phase : month_schedule) {
            part_of_.push_back(part);
            part += phase.run == nullptr ? 0 : 1;
        }
    }

    void phase_done(std::size_t phase) { lap(part_of_[phase]); }

    /// Measures and digest have just been taken. The digest is taken once more to tell them apart.
    void month_closed(const World& world, std::size_t, Month) override {
        const double both = since_last();
        digest_of(world);
        const double digest = std::min(since_last(), both);
        parts_[measures_] += both - digest;
        parts_[digest_] += digest;
    }

    void pairs_closed() { lap(pairs_); }

    void forget() {
        std::fill(parts_.begin(), parts_.end(), 0.0);
        last_ = Clock::now();
    }

    const std::vector<double>& parts() const { return parts_; }

  private:
    double since_last() {
        const Clock::time_point now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }

    void lap(std::size_t part) { parts_[part] += since_last(); }

    std::vector<double> parts_;  // [s]
    std::size_t measures_;
    std::size_t digest_;
    std::size_t pairs_;
    std::vector<std::size_t> part_of_;  // shape [step of the schedule]
    Clock::time_point last_ = Clock::now();
};

std::vector<std::string> named_parts() {
    std::vector<std::string> names;
    for (const Phase& phase : month_schedule) {
        if (phase.run != nullptr) {
            names.emplace_back(phase.name);
        }
    }
    names.insert(names.end(), {"measures", "digest", "pairs"});
    return names;
}

}  // namespace

const std::vector<std::string>& timed_parts() {
    static const std::vector<std::string> names = named_parts();
    return names;
}

double TimedRun::seconds() const {
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

TimedRun timed_run(const Scenario& scenario, const Place& place) {
    PartClock clock;
    RunWatcher watcher;
    watcher.observers = {&clock};
    watcher.phase_done = [&](const World&, std::size_t, Month, std::size_t phase) {
        clock.phase_done(phase);
    };
    watcher.all_arms_at = [&](const Replicate&, std::size_t time) {
        clock.pairs_closed();
        if (time == 1) {
            clock.forget();
        }
    };
    Simulation{scenario, place, 0}.run(watcher);
    return {clock.parts()};
}

double bytes_of(const World& world) {
    double bytes = 0.0;
    const auto add = [&](const char*, const auto& column) {
        bytes += static_cast<double>(column.size() * sizeof(column.values()[0]));
    };
    People::for_each_column(world.people, add);
    Households::for_each_column(world.households, add);
    Neighbourhoods::for_each_column(world.neighbourhoods, add);
    return bytes;
}

}  // namespace foothold
