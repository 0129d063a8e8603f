#include "tests/architecture/rules.hpp"

#include <map>
#include <string_view>

namespace foothold::architecture {
namespace {

constexpr int longest_file = 400;
constexpr int longest_public_header = 150;

/// Long because they are lists: one line each for what a place, the world or the parameters hold.
const std::map<std::string_view, int> exceptions{
    {"include/foothold/barrier.hpp", 200},
    {"include/foothold/search_parameters.hpp", 200},
    {"include/foothold/parameters.hpp", 300},
    {"include/foothold/place.hpp", 200},
    {"include/foothold/programme.hpp", 300},
    {"include/foothold/support_parameters.hpp", 200},
    {"include/foothold/tax_benefit.hpp", 250},
    {"include/foothold/world.hpp", 250},
};

int most_lines(std::string_view path) {
    if (const auto exception = exceptions.find(path); exception != exceptions.end()) {
        return exception->second;
    }
    constexpr std::string_view vocabulary = "include/foothold/";
    const bool is_public = path.substr(0, vocabulary.size()) == vocabulary;
    return is_public ? longest_public_header : longest_file;
}

}  // namespace

Faults size_faults(const std::vector<Source>& sources) {
    Faults faults;
    for (const Source& source : sources) {
        const int most = most_lines(source.path);
        if (source.lines > most) {
            faults.push_back(source.path + ":" + std::to_string(source.lines) + ": "
                             + std::to_string(source.lines) + " lines; the most is "
                             + std::to_string(most) + ", so split it by idea");
        }
    }
    return faults;
}

}  // namespace foothold::architecture
