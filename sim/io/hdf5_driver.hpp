#pragma once

#include "sim/io/part_file.hpp"

#include <cstdint>

namespace foothold::hdf5 {

/// Makes HDF5 write into `target`: sets the driver of a file access list, given by its identifier.
/// HDF5 1.10 can crash when a write fails, on a full disk for instance, and can lose what it had
/// not yet written without a word. So it writes through a driver that never fails: the PartFile
/// remembers, and we ask it. Returns what HDF5 returns, negative for failure.
int write_into(std::int64_t access_list, PartFile& target);

}  // namespace foothold::hdf5
