#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include <iosfwd>

namespace foothold {

/// Says what a run would simulate.
void print_plan(const Scenario& scenario, const Place& place, std::ostream& out);

}  // namespace foothold
