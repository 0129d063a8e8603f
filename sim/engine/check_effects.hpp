#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/parameters.hpp"
#include "foothold/programme.hpp"

namespace foothold {

/// Reports training and repairs that speak of barriers that are not there or not of their kind.
void check_effects(const Programme& programme, const Parameters& parameters, Diagnostics& wrong);

}  // namespace foothold
