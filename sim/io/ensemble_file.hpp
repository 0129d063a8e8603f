#pragma once

#include "sim/experiments/model.hpp"

#include <string>
#include <vector>

namespace foothold {

/// A scenario file that holds nothing but sets of parameters, for others to extend. `remarks` are
/// lines that go on top.
std::string ensemble_yaml(const std::string& name,
                          const std::string& source,
                          const std::vector<std::string>& remarks,
                          const std::vector<Knob>& knobs,
                          const std::vector<Point>& sets);

}  // namespace foothold
