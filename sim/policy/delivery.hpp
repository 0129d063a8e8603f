#pragma once

#include "foothold/programme.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

namespace foothold {

/// How a programme works in a month.
struct DeliveryState {
    double remote = 0.0;   // [1] share of the work done by telephone or screen
    bool stopped = false;  // nobody is met: the contract has not been changed yet

    /// What is left of something of which a remote hour keeps the share `kept`. [1]
    double left(double kept) const { return 1.0 - remote * (1.0 - kept); }
};

/// How a programme works in a month of the study that starts in `start`. Where periods overlap, the
/// later one in the list holds.
DeliveryState delivery_in(const Programme& programme, CalendarMonth start, Month now);

/// Whether an advocate works with somebody this month: not while the programme has stopped.
bool meets_advocate(const World& world, const Scenario& scenario, PersonId p, Month now);

}  // namespace foothold
