#pragma once

#include "sim/experiments/estimate.hpp"

#include <cstddef>
#include <string>

namespace foothold {

/// 12345.6 as "12,346"; a true minus is avoided so that columns can be pasted into a spreadsheet.
std::string grouped(double value);

/// Three digits and a letter for the thousands: 812, 4.31k, 43.1k, 431k, 4.31m.
std::string shortened(double value);

/// With so many digits after the point: 12.3. Nought has no sign.
std::string decimals(double value, int digits);

/// 1 of "month" and "months" as "1 month", 1234 as "1,234 months".
std::string how_many(std::size_t number, const std::string& one, const std::string& more);

/// A share of 0.123 as "12 %".
std::string per_cent(double share);

/// "1.2k..4.5k", each end as `number` writes it; empty without an interval.
std::string range_text(const Estimate& estimate, std::string (*number)(double) = shortened);

/// "2.1 (1.5 to 2.7)", or the mean alone without an interval.
std::string with_interval(const Estimate& estimate, int digits);

/// Says that a study was stopped before it had all its replicates; empty if it has them.
std::string stopped_early(std::size_t replicates, std::size_t planned);

}  // namespace foothold
