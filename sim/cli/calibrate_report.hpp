#pragma once

#include "sim/experiments/calibration.hpp"
#include "sim/io/targets_file.hpp"

#include <string>
#include <vector>

namespace foothold {

/// What a calibration found, line by line: targets hit and missed, what was learnt of each
/// parameter.
std::vector<std::string> calibration_report(const CalibrationFile& given,
                                            const std::vector<std::size_t>& statistics,
                                            const Calibration& found);

}  // namespace foothold
