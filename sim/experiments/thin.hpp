#pragma once

#include "foothold/place.hpp"

#include <cstddef>

namespace foothold {

/// A smaller place that is like the whole: every k-th neighbourhood in the order of employment
/// deprivation, beginning in the middle of the first k. All zones stay where they are, with jobs in
/// proportion to the residents who are left, so that work in the place and work elsewhere pull as
/// they did. Rates of authorities none of whose neighbourhoods are left are dropped. Throws
/// std::invalid_argument for k = 0.
Place thin(const Place& place, std::size_t k);

}  // namespace foothold
