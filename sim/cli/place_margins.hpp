#pragma once

#include "sim/cli/commands.hpp"

#include <string>

namespace foothold {

/// Prints the published margins of a place beside those of a world drawn from it, at the opening
/// and after the burn-in; ends with a failed check if one is out of its tolerance at the opening.
ExitCode check_margins(const std::string& folder, const ScenarioArguments& given, bool json);

}  // namespace foothold
