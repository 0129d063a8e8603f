#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/hdf5.hpp"

#include <cstddef>
#include <vector>

/// The part of a segment that holds the accounts of arms against the reference.
/// docs/formats/results.md
namespace foothold::segment_pairs {

/// Whether accounts have the study's arms, measures, years and groups.
bool fit(const StudyHeader& header, const std::vector<PairAccounts>& pairs);

void write(hdf5::File& file, const StudyHeader& header, const std::vector<PairAccounts>& pairs);

std::vector<PairAccounts> read(const hdf5::File& file, const StudyHeader& header);

/// How many people were followed, all compared arms together.
std::size_t followed(const hdf5::File& file, const StudyHeader& header);

}  // namespace foothold::segment_pairs
