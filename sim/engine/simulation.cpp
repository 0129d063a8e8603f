#include "sim/engine/simulation.hpp"

#include "sim/engine/dials.hpp"
#include "sim/engine/digest.hpp"
#include "sim/measures/catalogue.hpp"
#include "sim/measures/pairs.hpp"
#include "sim/phases/schedule.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// What every month of an arm, or of the burn-in, shares.
struct Rules {
    Parameters parameters;
    BarrierHazards hazards;
    BarrierEffects effects;

    explicit Rules(Parameters own)
        : parameters{std::move(own)}, hazards{parameters}, effects{parameters} {}

    Rules(const Rules&) = delete;  // hazards look at these parameters
    Rules& operator=(const Rules&) = delete;
    Rules(Rules&&) = delete;
    Rules& operator=(Rules&&) = delete;
    ~Rules() = default;
};

MonthContext
context_of(const Scenario& scenario, const Rules& rules, std::uint32_t replicate, Month month) {
    return {scenario,
            rules.parameters,
            rules.hazards,
            rules.effects,
            Draws{scenario.settings.seed, replicate, month},
            month,
            later(scenario.settings.start, month)};
}

/// A month of all arms, step by step. `phase_done` is told of each arm's.
void live(std::span<const Side> arms,
          const std::function<void(std::size_t arm, std::size_t phase)>& phase_done = {}) {
    for (std::size_t i = 0; i < month_schedule.size(); ++i) {
        const Phase& phase = month_schedule[i];
        if (phase.run == nullptr) {
            continue;
        }
        if (phase.run_side_by_side != nullptr) {
            phase.run_side_by_side(arms);
        }
        for (std::size_t arm = 0; arm < arms.size(); ++arm) {
            if (phase.run_side_by_side == nullptr) {
                phase.run(arms[arm].world, arms[arm].now);
            }
            if (phase_done) {
                phase_done(arm, i);
            }
        }
    }
}

/// A month of one world.
void live(World& world,
          const Scenario& scenario,
          const Rules& rules,
          std::uint32_t replicate,
          Month month) {
    const MonthContext now = context_of(scenario, rules, replicate, month);
    const Side alone{world, now};
    live({&alone, 1});
}

/// The same month of every arm.
class SideBySide {
  public:
    SideBySide(std::vector<World>& worlds,
               const Scenario& scenario,
               const std::deque<Rules>& rules,
               std::uint32_t replicate,
               Month month) {
        for (const Rules& each : rules) {
            months_.push_back(context_of(scenario, each, replicate, month));
        }
        for (std::size_t arm = 0; arm < worlds.size(); ++arm) {
            sides_.push_back({worlds[arm], months_[arm]});
        }
    }

    std::span<const Side> arms() const { return sides_; }

  private:
    std::deque<MonthContext> months_;
    std::vector<Side> sides_;
};

void start_programmes(World& world, const Scenario& scenario, const Place& place, const Arm& arm) {
    AreaCodes codes;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        codes.neighbourhoods.push_back(n.code);
        codes.zones.push_back(n.zone);
        codes.authorities.push_back(n.authority);
    }
    for (const std::string& name : arm.programmes) {
        const auto& all = scenario.programmes.items;
        for (std::uint16_t i = 0; i < all.size(); ++i) {
            if (all[i].name == name) {
                ProgrammeState state;
                state.programme = i;
                state.area = area_of(all[i], *world.geography, codes);
                world.support.programmes.push_back(std::move(state));
            }
        }
    }
}

}  // namespace

Simulation::Simulation(const Scenario& scenario, const Place& place, std::uint32_t replicate)
    : scenario_{scenario}, place_{place}, replicate_{replicate} {}

std::size_t Simulation::months() const {
    return static_cast<std::size_t>(scenario_.settings.burn_in)
           + scenario_.arms.items.size() * static_cast<std::size_t>(scenario_.settings.horizon);
}

World Simulation::burned_in(const std::function<void()>& month_done) const {
    const Rules rules{parameters_of(scenario_, replicate_)};
    World world = open_world(scenario_.settings, rules.parameters, place_, replicate_);
    for (int month = -scenario_.settings.burn_in; month < 0; ++month) {
        live(world, scenario_, rules, replicate_, static_cast<Month>(month));
        if (month_done) {
            month_done();
        }
    }
    return world;
}

namespace {

/// The accounts of every arm but the reference, kept while they live side by side.
class PairBooks {
  public:
    PairBooks(const Scenario& scenario,
              const std::vector<World>& worlds,
              const std::deque<Rules>& rules,
              std::size_t times)
        : worlds_{worlds}, groups_{worlds.front()} {
        const auto& arms = scenario.arms.items;
        while (reference_ < arms.size() && arms[reference_].name != scenario.reference) {
            ++reference_;
        }
        for (std::size_t arm = 0; arm < arms.size() && reference_ < arms.size(); ++arm) {
            if (arm != reference_) {
                arms_.push_back(arm);
                books_.emplace_back(
                    scenario, groups_, rules[arm].parameters, rules[reference_].parameters, times);
            }
        }
    }

    void close(const Draws& luck, Month month) {
        for (std::size_t i = 0; i < books_.size(); ++i) {
            books_[i].close(worlds_[arms_[i]], worlds_[reference_], luck, month);
        }
    }

    std::vector<PairAccounts> take() {
        std::vector<PairAccounts> accounts;
        for (PairBook& book : books_) {
            accounts.push_back(std::move(book).take());
        }
        return accounts;
    }

  private:
    const std::vector<World>& worlds_;
    OpeningGroups groups_;
    std::size_t reference_ = 0;
    std::vector<std::size_t> arms_;  // those compared
    std::deque<PairBook> books_;     // in the order of arms_
};

}  // namespace

Replicate Simulation::run(const RunWatcher& watcher) const {
    const auto times = static_cast<std::size_t>(scenario_.settings.horizon) + 1;
    const std::size_t arms = scenario_.arms.items.size();
    std::vector<World> worlds;
    worlds.reserve(arms);
    worlds.push_back(burned_in(watcher.month_done));
    worlds.resize(arms, worlds.front());
    std::deque<Rules> rules;
    for (const Arm& arm : scenario_.arms.items) {
        rules.emplace_back(parameters_of(scenario_, replicate_, arm));
    }
    Replicate replicate{replicate_, std::vector<Trajectory>(arms), {}};
    const auto close = [&](std::size_t arm, Month month, std::size_t at) {
        if (watcher.measured) {
            Trajectory& trajectory = replicate.arms[arm];
            measure(worlds[arm], rules[arm].parameters, month, at, times, trajectory);
            trajectory.digest.push_back(digest_of(worlds[arm]));
        }
        for (Observer* observer : watcher.observers) {
            observer->month_closed(worlds[arm], arm, month);
        }
    };
    for (std::size_t arm = 0; arm < arms; ++arm) {
        start_programmes(worlds[arm], scenario_, place_, scenario_.arms.items[arm]);
        close(arm, -1, 0);
    }
    std::optional<PairBooks> pairs;
    const auto close_pairs = [&](Month month) {
        if (watcher.measured) {
            pairs->close(Draws{scenario_.settings.seed, replicate_, month}, month);
        }
    };
    if (watcher.measured) {
        pairs.emplace(scenario_, worlds, rules, times);
    }
    close_pairs(-1);
    for (std::size_t at = 1; at < times; ++at) {
        const auto month = static_cast<Month>(at - 1);
        std::function<void(std::size_t, std::size_t)> phase_done;
        if (watcher.phase_done) {
            phase_done = [&](std::size_t arm, std::size_t phase) {
                watcher.phase_done(worlds[arm], arm, month, phase);
            };
        }
        live(SideBySide{worlds, scenario_, rules, replicate_, month}.arms(), phase_done);
        for (std::size_t arm = 0; arm < arms; ++arm) {
            close(arm, month, at);
            if (watcher.month_done) {
                watcher.month_done();
            }
        }
        close_pairs(month);
        if (watcher.all_arms_at) {
            watcher.all_arms_at(replicate, at);
        }
    }
    if (pairs) {
        replicate.pairs = pairs->take();
    }
    return replicate;
}

void live_month(World& world, const Scenario& scenario, std::uint32_t replicate, Month month) {
    live(world, scenario, Rules{parameters_of(scenario, replicate)}, replicate, month);
}

}  // namespace foothold
