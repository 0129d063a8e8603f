#include "sim/io/library.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/merge.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/yaml.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

namespace foothold {

namespace {

namespace fs = std::filesystem;

/// Whether a folder holds no studies that people run by name: a place, or the experiments of
/// `foothold validate`.
bool is_closed(const fs::path& folder) {
    std::error_code none;
    return folder.filename() == "validation" || fs::exists(folder / "place.yaml", none);
}

std::vector<std::string> scenario_files(const fs::path& folder) {
    std::error_code trouble;
    fs::recursive_directory_iterator at{folder, trouble};
    if (trouble) {
        throw IoError{
            folder.string(),
            "is not a folder that can be read; name the folder that holds the studies, as "
            "in 'foothold scenarios FOLDER'"};
    }
    std::vector<std::string> files;
    for (; at != fs::recursive_directory_iterator{}; at.increment(trouble)) {
        std::error_code none;
        if (at->is_directory(none) && is_closed(at->path())) {
            at.disable_recursion_pending();
        } else if (at->path().extension() == ".yaml" && at->is_regular_file(none)) {
            files.push_back(at->path().lexically_normal().generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string words_of(const Doc& doc, std::string_view key) {
    const Doc* found = doc.find(key);
    return found == nullptr ? std::string{} : found->text;
}

/// Whether a file is a scenario with a question at its head.
bool asks(const Doc& own) {
    const Doc* kind = own.find("kind");
    const bool scenario = kind == nullptr || kind->text == "scenario";
    return scenario && own.find("question") != nullptr;
}

/// The first thing that is wrong with a study, place aside.
std::string problem_of(const std::string& path) {
    try {
        load_scenario(path, {});
    } catch (const ScenarioError& error) {
        return error.all().front().text();
    }
    return {};
}

/// Nothing if the file is no study.
std::optional<ListedStudy> listed(const std::string& path) {
    ListedStudy study;
    study.path = path;
    study.name = fs::path{path}.stem().string();
    try {
        Diagnostics unread;
        const Doc own = read_yaml_file(path, unread);
        if (unread.empty() && !asks(own)) {
            return std::nullopt;
        }
        Diagnostics wrong;
        const Doc whole = read_with_bases(path, wrong);
        if (wrong.empty() && whole.find("settings") == nullptr) {
            return std::nullopt;
        }
        const std::string name = words_of(whole, "name");
        study.name = name.empty() ? study.name : name;
        study.title = words_of(whole, "title");
        study.question = words_of(whole, "question");
        study.problem = wrong.empty() ? problem_of(path) : wrong.all().front().text();
    } catch (const IoError& error) {
        study.problem = error.what();
    }
    return study;
}

}  // namespace

std::vector<ListedStudy> studies_in(const fs::path& folder) {
    std::vector<ListedStudy> studies;
    for (const std::string& path : scenario_files(folder)) {
        if (std::optional<ListedStudy> study = listed(path)) {
            studies.push_back(std::move(*study));
        }
    }
    return studies;
}

}  // namespace foothold
