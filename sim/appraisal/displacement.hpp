#pragma once

#include "sim/appraisal/value.hpp"

#include <vector>

namespace foothold {

/// The months of one arm in every replicate. shape [replicate][month]
using ArmCourses = std::vector<std::vector<MoneyMonth>>;

/// How both balances move with what happens to other households. What supported households gain,
/// and the programme, stay as modelled; what others gain or lose is multiplied by 0, 0.5, 1, 1.5
/// and 2, or replaced by a loss of a share (`skills`, `regeneration`) of what supported households
/// gain. Also with the NHS's saving by work counted in full.
void test_displacement(
    ArmValue& value, const ArmCourses& courses, double rate, double skills, double regeneration);

}  // namespace foothold
