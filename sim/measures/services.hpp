#pragma once

#include "foothold/barrier.hpp"
#include "foothold/parameters.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

/// What public services spend, in the order of `payers`. [pence]
using ByPayer = std::array<std::int64_t, payers.size()>;

/// What a barrier costs each payer in a month. The parts add up to the whole cost rounded to a
/// penny once; a payer who pays nothing has nothing. [pence]
ByPayer monthly_services(const ServicesCost& cost);

/// What the barriers of each possible set cost in a month, by set and payer. [pence]
std::vector<ByPayer> services_by_set(const Parameters& parameters);

}  // namespace foothold
