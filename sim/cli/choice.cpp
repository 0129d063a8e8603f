#include "sim/cli/choice.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/study.hpp"

#include <algorithm>

namespace foothold {

void refuse(const std::string& option, const std::string& problem) {
    Diagnostics wrong;
    wrong.error({option, 0, 0}, "", problem);
    throw ScenarioError{wrong.all()};
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::size_t choice(const std::string& option,
                   const std::string& what,
                   const std::string& name,
                   const std::vector<std::string>& known) {
    constexpr std::size_t few = 12;
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end()) {
        return static_cast<std::size_t>(found - known.begin());
    }
    std::string remedy;
    if (const std::string near = nearest(name, known); !near.empty()) {
        remedy = "; did you mean '" + near + "'?";
    } else if (known.size() <= few) {
        remedy = known.empty() ? "" : "; choose from " + listed(known);
    }
    refuse(option, "there is no " + what + " '" + name + "'" + remedy);
}

std::vector<std::string> compared_arms(const std::vector<std::string>& asked,
                                       const StudyHeader& header) {
    const std::string& reference = header.arms[header.reference];
    std::vector<std::string> others = header.arms;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(header.reference));
    if (others.empty()) {
        refuse("RESULTS", "the study has one arm, so there is nothing to compare it with");
    }
    for (const std::string& arm : asked) {
        if (arm == reference) {
            refuse("--arm", "'" + arm + "' is the reference; name an arm to compare with it");
        }
        choice("--arm", "arm", arm, others);
    }
    return asked.empty() ? others : asked;
}

std::filesystem::path results_in(const std::string& path) {
    const std::filesystem::path named{path};
    if (!std::filesystem::is_directory(named)) {
        return named;
    }
    const std::filesystem::path results = StudyFiles{named}.results();
    if (!std::filesystem::exists(results)) {
        throw IoError{path,
                      "holds no results.h5; name a folder that `foothold run -o` wrote, and let it "
                      "finish its first replicate"};
    }
    return results;
}

}  // namespace foothold
