#pragma once

namespace foothold {

/// Money is given in pounds and counted in whole pence.
inline constexpr double pence_per_pound = 100.0;

}  // namespace foothold
