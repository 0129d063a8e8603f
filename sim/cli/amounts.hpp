#pragma once

#include <string>

namespace foothold {

/// 12345.6 as "12,346"; a true minus is avoided so that columns can be pasted into a spreadsheet.
std::string grouped(double value);

/// Three digits and a letter for the thousands: 812, 4.31k, 43.1k, 431k, 4.31m.
std::string shortened(double value);

}  // namespace foothold
