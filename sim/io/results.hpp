#pragma once

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

/// Measures by arm, replicate and time: what is left when the neighbourhoods are summed.
struct Courses {
    std::vector<MeasureInfo> measures;
    std::vector<std::string> arms;
    std::vector<std::uint32_t> replicates;  // their numbers, ascending
    std::size_t times = 0;
    std::vector<std::vector<std::int64_t>>
        values;  // shape [measure][(arm * replicates + replicate) * times + time]

    /// `replicate` counts from 0, whatever the replicates' numbers.
    std::int64_t
    at(std::size_t measure, std::size_t arm, std::size_t replicate, std::size_t time) const {
        return values[measure][(arm * replicates.size() + replicate) * times + time];
    }
};

/// The place measures summed over all neighbourhoods. Throws IoError.
Courses read_region(const std::filesystem::path& results);

/// The programme measures. Throws IoError.
Courses read_programme(const std::filesystem::path& results);

/// The fingerprint that the numbers in a results file have now, to compare with the one it was
/// given (`stored_fingerprint`). Throws IoError.
std::string computed_fingerprint(const std::filesystem::path& results);

std::string stored_fingerprint(const std::filesystem::path& results);

}  // namespace foothold
