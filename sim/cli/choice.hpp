#pragma once

#include "foothold/trajectory.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// Ends the command with what is wrong with an option. Throws ScenarioError.
[[noreturn]] void refuse(const std::string& option, const std::string& problem);

/// "a, b, c".
std::string listed(const std::vector<std::string>& names);

/// Where `name` stands in `known`. Refuses what is not there, with what may have been meant or, of
/// few, all that there are.
std::size_t choice(const std::string& option,
                   const std::string& what,
                   const std::string& name,
                   const std::vector<std::string>& known);

/// The arms of a study that are compared with its reference: those asked for, or all. Refuses the
/// reference, and a study of one arm.
std::vector<std::string> compared_arms(const std::vector<std::string>& asked,
                                       const StudyHeader& header);

/// The results file that was named, by itself or by its folder. Throws IoError, with the remedy, if
/// there is none.
std::filesystem::path results_in(const std::string& path);

}  // namespace foothold
