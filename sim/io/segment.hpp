#pragma once

#include "foothold/trajectory.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace foothold {

/// A segment is one finished replicate in a file of its own, written once and never opened for
/// writing again: killing the program can cost the replicate it was at, never one that is done.
/// docs/formats/results.md describes the file.

/// Writes a segment. Throws IoError, and then nothing is left behind.
void write_segment(const std::filesystem::path& path,
                   const StudyHeader& header,
                   const Replicate& replicate);

/// Reads a segment of this very study. Throws IoError, which names the file and the remedy, if it
/// is damaged, of another study or another version.
Replicate read_segment(const std::filesystem::path& path, const StudyHeader& header);

/// Which replicate a segment of this study holds, without reading it all. Throws IoError.
std::uint32_t replicate_in_segment(const std::filesystem::path& path, const StudyHeader& header);

/// How many people a segment follows, all compared arms together. Throws IoError.
std::size_t followed_in_segment(const std::filesystem::path& path, const StudyHeader& header);

}  // namespace foothold
