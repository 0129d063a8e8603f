#pragma once

#include "foothold/courses.hpp"
#include "foothold/trajectory.hpp"

#include "sim/appraisal/money.hpp"

#include <filesystem>

namespace foothold {

/// What the accounts of costs and benefits are made from, out of a results file.
struct ValueInput {
    StudyHeader header;
    Courses region;
    Courses programme;
    Courses pairs;

    MoneySources sources() const { return {header, region, programme, pairs}; }
};

/// Throws IoError, also if the file was made without what the accounts need.
ValueInput read_value_input(const std::filesystem::path& results);

/// Throws IoError, naming `results`, unless everything is there.
void expect_complete(const ValueInput& input, const std::filesystem::path& results);

}  // namespace foothold
