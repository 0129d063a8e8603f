#pragma once

#include "foothold/courses.hpp"
#include "foothold/trajectory.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// Puts the segments of a study together into its one results file, as docs/formats/results.md
/// describes it. One replicate is in memory at a time. Equal segments give equal bytes, in whatever
/// order they are listed. Throws IoError, and then `out` is as it was.
void merge_segments(const StudyHeader& header,
                    const std::vector<std::filesystem::path>& paths,
                    const std::filesystem::path& out);

/// The header of the study a results file was made from. Throws IoError.
StudyHeader read_header(const std::filesystem::path& results);

/// The place measures summed over all neighbourhoods. Throws IoError.
Courses read_region(const std::filesystem::path& results);

/// The programme measures. Throws IoError.
Courses read_programme(const std::filesystem::path& results);

/// Digests of the whole state, as one measure called state: their bits as signed numbers. Throws
/// IoError.
Courses read_digests(const std::filesystem::path& results);

/// The pair measures: `arms` are those compared with the reference. Throws IoError.
Courses read_pairs(const std::filesystem::path& results);

/// Accounts of job-months by group of people. Throws IoError.
Ledgers read_ledgers(const std::filesystem::path& results);

/// Everybody who was followed. Throws IoError.
FollowedPeople read_followed(const std::filesystem::path& results);

/// The fingerprint that the numbers in a results file have now, to compare with the one it was
/// given (`stored_fingerprint`). Throws IoError.
std::string computed_fingerprint(const std::filesystem::path& results);

std::string stored_fingerprint(const std::filesystem::path& results);

}  // namespace foothold
