#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/results.hpp"

#include <cstddef>

namespace foothold {

/// What an arm costs the public purse against the reference, over the whole study: what its
/// programmes spend, more benefits paid, less tax and National Insurance received, more services
/// used because of barriers. Discounted to the study's start at
/// `parameters.accounting.discount_rate`. Negative is a gain. [GBP]
double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate);

}  // namespace foothold
