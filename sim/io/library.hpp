#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// A study as a list of them shows it.
struct ListedStudy {
    std::string path;  // from where the folder was named
    std::string name;
    std::string title;
    std::string question;
    std::string problem;  // the first thing that is wrong with it; empty if it can be run
};

/// The studies in a folder and below, by path: YAML files that ask a question and have settings.
/// Parts of scenarios, evidence, places and the experiments of `foothold validate` (in validation/)
/// are left out. What cannot be read is listed with its problem. No place is read. Throws IoError
/// if there is no such folder.
std::vector<ListedStudy> studies_in(const std::filesystem::path& folder);

}  // namespace foothold
