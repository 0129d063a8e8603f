#pragma once

#include "foothold/courses.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace foothold {

/// Row of a measure in a table of courses. Throws std::out_of_range if the table has none so
/// called.
std::size_t row_of(const Courses& courses, std::string_view name);

/// Row of an arm. Throws std::out_of_range.
std::size_t arm_of(const Courses& courses, std::string_view name);

/// Whether the scenario a study was run with holds a number, by dotted path.
bool has_parameter(const StudyHeader& header, std::string_view path);

/// A number of the scenario a study was run with, by dotted path. Throws std::out_of_range.
double parameter_of(const StudyHeader& header, std::string_view path);

/// How many replicates the study was to have; results may hold fewer if it was stopped. 0 if that
/// is not known.
std::size_t planned_replicates(const StudyHeader& header);

/// A measure of an arm less the same of the reference, at one time of one replicate.
std::int64_t difference(const Courses& courses,
                        std::size_t row,
                        std::size_t arm,
                        std::size_t reference,
                        std::size_t replicate,
                        std::size_t time);

/// What an arm's programmes have cost their funder by a time: what was paid or, in files of before
/// that was counted, what was spent. [pence]
std::int64_t
paid(const Courses& programme, std::size_t arm, std::size_t replicate, std::size_t time);

}  // namespace foothold
