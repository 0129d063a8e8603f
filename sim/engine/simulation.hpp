#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/trajectory.hpp"
#include "foothold/world.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace foothold {

/// Watches a run. The only virtual class of the house: it sees a const World and cannot disturb it.
class Observer {
  public:
    virtual ~Observer() = default;
    virtual void month_closed(const World& world, std::size_t arm, Month now) = 0;
};

/// What may look on while a replicate runs; each may be empty. None can change what comes out.
struct RunWatcher {
    std::function<void()> month_done;  // a month of one arm, or of the burn-in, is over
    std::function<void(const Replicate&, std::size_t)>
        all_arms_at;                   // all arms have closed this time
    std::vector<Observer*> observers;  // told of every arm's opening state and months
    bool measured = true;  // whether measures and digests are taken; if not, trajectories are empty
    // a phase of a month of an arm is over; not told of the burn-in
    std::function<void(const World&, std::size_t arm, Month, std::size_t phase)> phase_done = {};
};

/// One place, one scenario, one replicate: the burn-in is lived once, then all arms from the same
/// state, month by month side by side.
class Simulation {
  public:
    /// The references must outlive the simulation.
    Simulation(const Scenario& scenario, const Place& place, std::uint32_t replicate);

    /// Lives the burn-in and every arm.
    Replicate run(const RunWatcher& watcher = {}) const;

    /// The world at the close of the burn-in.
    World burned_in(const std::function<void()>& month_done = {}) const;

    /// Months that `run` simulates: the burn-in once and the horizon for every arm.
    std::size_t months() const;

  private:
    const Scenario& scenario_;
    const Place& place_;
    std::uint32_t replicate_;
};

/// One month of the model: every phase of the schedule, in order.
void live_month(World& world, const Scenario& scenario, std::uint32_t replicate, Month month);

}  // namespace foothold
