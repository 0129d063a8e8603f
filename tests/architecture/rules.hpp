#pragma once

#include "tests/architecture/sources.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace foothold::architecture {

/// What is wrong, one line each: `file:line: problem`. Empty when the house is in order.
using Faults = std::vector<std::string>;

/// A file includes its own folder, include/foothold and lower layers, by full path. Headers of
/// third parties pass only through their door.
Faults include_faults(const std::vector<Source>& sources);

/// The model draws, adds and computes only by the house's own means; only the command line prints
/// or exits.
Faults word_faults(const std::vector<Source>& sources);

/// Every .cpp of the engine and of the tests stands in its CMakeLists.txt, so none is left unbuilt.
Faults list_faults(const std::filesystem::path& root);

/// Files stay short enough to read in one sitting.
Faults size_faults(const std::vector<Source>& sources);

/// Every Purpose has its own explicit number and is drawn for in exactly one file.
Faults purpose_faults(const std::vector<Source>& sources);

/// No evidence in C++: phases and policies hold no number but 0, 1, 2, 12 and 0.5, save those
/// allowed by `allowances`, a file of lines `path number reason`.
Faults number_faults(const std::vector<Source>& sources, const std::filesystem::path& allowances);

}  // namespace foothold::architecture
