#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/hdf5.hpp"
#include "sim/io/results_group.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// What writers and readers of the results file must agree on; docs/formats/results.md says it to
/// everyone else.
namespace foothold::results_layout {

inline constexpr std::int32_t schema_version = 1;

/// How many replicates the small tables hold in one chunk.
inline constexpr std::size_t replicates_per_chunk = 16;

/// Money needs 64 bits in a neighbourhood; people, months and events fit in 32.
hdf5::Kind kind_in_summary(const MeasureInfo& measure);

/// The arms other than the reference, in the study's order.
std::vector<std::size_t> compared_arms(const StudyHeader& header);

/// Adds the axis of arms compared with the reference. Returns how many they are.
std::size_t contrast_axis(Group& group, const StudyHeader& header);

/// Creates every group of measures by arm, coordinate and attribute but the fingerprint, and the
/// datasets to be filled.
void lay_out(hdf5::File& file,
             const StudyHeader& header,
             const std::vector<std::int32_t>& replicates);

}  // namespace foothold::results_layout
