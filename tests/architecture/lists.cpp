#include "tests/architecture/rules.hpp"

#include <fstream>
#include <iterator>
#include <string_view>

namespace foothold::architecture {
namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// Whether a word of `list` is `name`, e.g. in "SOURCES fuzz/yaml_fuzz.cpp)".
bool names(const std::string& list, std::string_view name) {
    std::size_t at = list.find(name);
    while (at != std::string::npos) {
        const char before = at == 0 ? ' ' : list[at - 1];
        const char after = at + name.size() < list.size() ? list[at + name.size()] : ' ';
        if (before == ' ' && (after == ' ' || after == ')' || after == '\n')) {
            return true;
        }
        at = list.find(name, at + 1);
    }
    return false;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

Faults list_faults(const std::filesystem::path& root) {
    constexpr std::string_view executors = "sim/core/parallel";  // one of them, by preset
    constexpr std::string_view tests = "tests/";
    const std::string engine = text_of(root / "CMakeLists.txt");
    const std::string tested = text_of(root / "tests/CMakeLists.txt");
    Faults faults;
    for (const Source& source : read_sources(root, {"sim", "tests"})) {
        const std::string_view path = source.path;
        if (!ends_with(path, ".cpp") || path.substr(0, executors.size()) == executors) {
            continue;
        }
        const bool is_test = path.substr(0, tests.size()) == tests;
        const std::string_view name = path.substr(is_test ? tests.size() : 0);
        if (!names(is_test ? tested : engine, name)) {
            faults.push_back(source.path + ":1: is not listed in "
                             + (is_test ? "tests/CMakeLists.txt" : "CMakeLists.txt"));
        }
    }
    return faults;
}

}  // namespace foothold::architecture
