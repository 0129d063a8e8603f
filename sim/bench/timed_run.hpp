#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace foothold {

/// What a month's time is spent on: the phases of the schedule, then measures, digest and pairs.
const std::vector<std::string>& timed_parts();

/// Where the time of a replicate went, all arms together.
struct TimedRun {
    std::vector<double> parts;  // [s]; shape [timed_parts()]

    /// [s] of all parts; nothing of a month lies between them.
    double seconds() const;
};

/// Lives the scenario's first replicate, burn-in and all, with measures, digests and pairs as in
/// any study, and times the months of its horizon but for the first, which warms up. Only looks on:
/// the digest is timed by taking it once more, on no clock but its own.
TimedRun timed_run(const Scenario& scenario, const Place& place);

/// [byte] of the columns of people, households and neighbourhoods.
double bytes_of(const World& world);

}  // namespace foothold
