#pragma once

#include "sim/experiments/toolbox.hpp"

namespace foothold {

/// Loads the library of statistics that stands beside the program. Throws IoError, which says what
/// to install.
const Toolbox& load_toolbox();

}  // namespace foothold
