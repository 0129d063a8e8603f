#pragma once

#include "sim/phases/phases.hpp"

namespace foothold {

/// The funder pays for the month. A grant pays what the provider has spent. By results it pays the
/// upfront share of a funded month and the claims that have fallen due, up to the contract's value;
/// each case claims each milestone once, also after it has closed.
void settle(World& world, const MonthContext& now, ProgrammeState& state);

}  // namespace foothold
