#pragma once

#include "sim/phases/phases.hpp"

#include <cstdint>
#include <tuple>
#include <vector>

namespace foothold {

/// An application that landed in time. Queues are served in this order.
struct Application {
    std::uint32_t job;  // zone * tiers + tier
    double turn;        // smaller is served first: arrival, or minus the standing
    double arrival;     // [month] cuts ties
    PersonId person;

    friend bool operator<(const Application& a, const Application& b) {
        return std::tie(a.job, a.turn, a.arrival, a.person)
               < std::tie(b.job, b.turn, b.arrival, b.person);
    }
};

/// Everybody's applications of this month that landed in time, in the order in which the queues are
/// served. docs/ODD.md, "The race for vacancies".
std::vector<Application> gather_applications(const World& world, const MonthContext& now);

}  // namespace foothold
