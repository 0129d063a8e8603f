#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/hdf5.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// The groups /pairs, /ledger and /followed of the results file: accounts of each arm against the
/// reference. docs/formats/results.md
namespace foothold::results_pairs {

/// Creates the groups. `followed` is how many people are followed in all. A study with one arm has
/// none of them.
void lay_out(hdf5::File& file,
             const StudyHeader& header,
             const std::vector<std::int32_t>& replicates,
             std::size_t followed);

/// Writes one replicate; `place_in_file` counts from 0. Returns how many people have been written
/// with it, to be added to `followed_before` for the next.
std::size_t write(hdf5::File& file,
                  const StudyHeader& header,
                  std::size_t place_in_file,
                  const Replicate& replicate,
                  std::size_t followed_before);

}  // namespace foothold::results_pairs
