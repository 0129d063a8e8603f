#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/trajectory.hpp"
#include "foothold/world.hpp"

#include <cstdint>
#include <functional>

namespace foothold {

/// Watches a run. The only virtual class of the house: it sees a const World and cannot disturb it.
class Observer {
  public:
    virtual ~Observer() = default;
    virtual void month_closed(const World& world, std::size_t arm, Month now) = 0;
};

/// One place, one scenario, one replicate: the burn-in is lived once, then every arm from the same
/// state.
class Simulation {
  public:
    /// The references must outlive the simulation.
    Simulation(const Scenario& scenario, const Place& place, std::uint32_t replicate);

    /// Lives the burn-in and every arm; `month_done` is called after each month (for progress),
    /// `observers` after each month of an arm and for its opening state.
    Replicate run(const std::function<void()>& month_done = {},
                  const std::vector<Observer*>& observers = {}) const;

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

/// A digest of the whole state, bit for bit.
std::uint64_t digest_of(const World& world);

}  // namespace foothold
