#pragma once

#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

namespace foothold {

/// The course that the programme of somebody's open case pays for.
const Training& training_of(const World& world, const Scenario& scenario, PersonId p);

/// Whether somebody is on a course that a programme pays for.
bool in_course(const World& world, PersonId p);

/// Whether somebody has completed such a course in the case that is open.
bool has_completed_course(const World& world, PersonId p);

/// Whether a client would be sent on this course: out of work, and with its barrier or below its
/// level.
bool needs_course(const World& world,
                  const Parameters& parameters,
                  const Training& training,
                  PersonId p);

/// The most that any programme's course adds to a standing with employers. [log weight]
double most_employer_led(const Scenario& scenario);

}  // namespace foothold
