#include "sim/engine/simulation.hpp"

#include "sim/core/hash.hpp"
#include "sim/core/parallel.hpp"
#include "sim/engine/dials.hpp"
#include "sim/measures/catalogue.hpp"
#include "sim/measures/pairs.hpp"
#include "sim/phases/schedule.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/opening.hpp"

#include <deque>
#include <functional>
#include <optional>
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

void live(World& world,
          const Scenario& scenario,
          const Rules& rules,
          std::uint32_t replicate,
          Month month,
          const std::function<void(std::size_t)>& phase_done = {}) {
    const MonthContext now{scenario,
                           rules.parameters,
                           rules.hazards,
                           rules.effects,
                           Draws{scenario.settings.seed, replicate, month},
                           month,
                           later(scenario.settings.start, month)};
    for (std::size_t i = 0; i < month_schedule.size(); ++i) {
        if (month_schedule[i].run == nullptr) {
            continue;
        }
        month_schedule[i].run(world, now);
        if (phase_done) {
            phase_done(i);
        }
    }
}

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

/// A column's digest: of its pieces' digests, so that pieces can be taken by any thread.
template <class T>
void add_column(Digest& digest, const std::vector<T>& values) {
    std::vector<std::uint64_t> pieces((values.size() + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(values.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        Digest own;
        own.add_bytes(&values[first], (last - first) * sizeof(T));
        pieces[first / rows_per_piece] = own.value();
    });
    digest.add_bytes(pieces.data(), pieces.size() * sizeof(std::uint64_t));
}

/// All of a case but `lifted`: what that leaves behind is in `resolved` and in who recovered when.
void add_case(Digest& digest, const Case& it) {
    for (const std::int64_t part : {std::int64_t{it.person.row},
                                    std::int64_t{it.life},
                                    std::int64_t{it.programme},
                                    std::int64_t{it.advocate.row},
                                    std::int64_t{it.opened},
                                    std::int64_t{it.closed},
                                    std::int64_t{it.budget_spent},
                                    std::int64_t{it.in_job_since},
                                    std::int64_t{it.opening_job},
                                    std::int64_t{it.entered_work},
                                    std::int64_t{it.longest_job},
                                    std::int64_t{static_cast<std::uint8_t>(it.closing)},
                                    std::int64_t{it.further_member},
                                    std::int64_t{it.returned},
                                    std::int64_t{it.resolved}}) {
        digest.add(static_cast<std::uint64_t>(part));
    }
    digest.add_bytes(&it.alliance, sizeof it.alliance);
    if (it.course_began != never) {
        for (const std::int64_t part : {std::int64_t{it.course_began},
                                        std::int64_t{it.course_ended},
                                        std::int64_t{it.completed}}) {
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
}

void add_programme(Digest& digest, const ProgrammeState& it) {
    for (const Advocate& each : it.advocates) {
        for (const std::int64_t part : {std::int64_t{each.joined},
                                        std::int64_t{each.left},
                                        std::int64_t{each.senior},
                                        std::int64_t{each.cases}}) {
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
    for (const Waiting& each : it.waiting) {
        digest.add_bytes(&each.key, sizeof each.key);
        digest.add((std::uint64_t{each.person.row} << 32) | each.life);
    }
    add_column(digest, it.recruiting);
    for (const std::int64_t part : {it.spend.staff,
                                    it.spend.on_costs,
                                    it.spend.management,
                                    it.spend.premises,
                                    it.spend.personal_budgets,
                                    it.spent_before,
                                    it.contacted,
                                    it.accepted,
                                    it.invited,
                                    it.households}) {
        digest.add(static_cast<std::uint64_t>(part));
    }
    for (const std::int64_t part : {it.spend.training, it.spend.repairs, it.repaired}) {
        if (part != 0) {  // most programmes have neither
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
}

void add_balance(Digest& digest, const StockBalance& it) {
    for (const double part : {it.scale, it.target, it.stock, it.entered, it.left}) {
        digest.add_bytes(&part, sizeof part);
    }
}

void add_jobs(Digest& digest, const Jobs& jobs) {
    add_column(digest, jobs.opening);
    add_column(digest, jobs.base);
    add_column(digest, jobs.wanted);
    add_column(digest, jobs.cut);
    add_column(digest, jobs.filled);
    add_column(digest, jobs.vacancies);
    add_column(digest, jobs.hires);
    digest.add_bytes(jobs.fill.data(), sizeof jobs.fill);
    digest.add_bytes(jobs.fill_reference.data(), sizeof jobs.fill_reference);
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
    std::vector<World> worlds(1, burned_in(watcher.month_done));
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
        for (std::size_t arm = 0; arm < arms; ++arm) {
            std::function<void(std::size_t)> phase_done;
            if (watcher.phase_done) {
                phase_done = [&](std::size_t phase) {
                    watcher.phase_done(worlds[arm], arm, month, phase);
                };
            }
            live(worlds[arm], scenario_, rules[arm], replicate_, month, phase_done);
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

std::uint64_t digest_of(const World& world) {
    Digest digest;
    const auto add = [&](const char*, const auto& column) { add_column(digest, column.values()); };
    People::for_each_column(world.people, add);
    Households::for_each_column(world.households, add);
    Neighbourhoods::for_each_column(world.neighbourhoods, add);
    add_jobs(digest, world.jobs);
    for (const StockBalance& each : world.balance.employed) {
        add_balance(digest, each);
    }
    for (const StockBalance* each : {&world.balance.student,
                                     &world.balance.inactive,
                                     &world.balance.sick,
                                     &world.balance.retired}) {
        add_balance(digest, *each);
    }
    for (const Case& each : world.support.cases) {
        add_case(digest, each);
    }
    for (const ProgrammeState& each : world.support.programmes) {
        add_programme(digest, each);
    }
    return digest.value();
}

}  // namespace foothold
