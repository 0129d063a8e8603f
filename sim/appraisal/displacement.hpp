#pragma once

#include "sim/appraisal/value.hpp"

#include <optional>
#include <vector>

namespace foothold {

/// The multiple m at which the mean of held + m * others is nil; nothing if that takes a multiple
/// below nought. The interval is Fieller's: the multiples at or above nought at which the 95 %
/// interval of held + m * others holds nil. It is missing where `others` cannot be told from
/// nothing, because then no multiple, however large, can be ruled out, and with fewer than three
/// replicates. shape [replicate]
std::optional<Estimate> zero_multiple(const std::vector<double>& held,
                                      const std::vector<double>& others);

/// The months of one arm in every replicate. shape [replicate][month]
using ArmCourses = std::vector<std::vector<MoneyMonth>>;

/// How both balances move with what happens to other households. What supported households gain,
/// and the programme, stay as modelled; what others gain or lose, both together, is multiplied by
/// 0, 0.5, 1, 1.5 and 2, or replaced by a loss of a share (`skills`, `regeneration`) of what
/// supported households gain. Also with the NHS's saving by work counted in full.
void test_displacement(
    ArmValue& value, const ArmCourses& courses, double rate, double skills, double regeneration);

}  // namespace foothold
