#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace foothold::architecture {
namespace {

constexpr std::array<std::string_view, 11> layers{// lowest first
                                                  "core",
                                                  "state",
                                                  "policy",
                                                  "phases",
                                                  "measures",
                                                  "engine",
                                                  "experiments",
                                                  "appraisal",
                                                  "io",
                                                  "bench",
                                                  "cli"};

struct Door {
    std::string_view header;                // what the included name starts with
    std::vector<std::string_view> open_to;  // files, or folders with a closing slash
};

const std::vector<std::string_view> posix_users{"sim/io/", "sim/cli/"};

const std::array doors{
    Door{"tbb/", {"sim/core/parallel.cpp"}},
    Door{"oneapi/", {"sim/core/parallel.cpp"}},
    Door{"hdf5", {"sim/io/hdf5.cpp", "sim/io/hdf5_driver.cpp"}},
    Door{"H5", {"sim/io/hdf5.cpp", "sim/io/hdf5_driver.cpp"}},
    Door{"openturns/", {"sim/experiments/openturns.cpp"}},
    Door{"yaml-cpp/", {"sim/io/yaml.cpp"}},
    Door{"csv.h", {"sim/io/csv.cpp"}},
    Door{"immintrin.h", {"sim/core/philox_rows.cpp"}},  // instructions, not a library
    Door{"CLI/", {"sim/cli/"}},
    Door{"boost/math/", {"sim/experiments/"}},
    Door{"nlohmann/", {"sim/io/", "sim/cli/"}},
    Door{"Eigen/", {"sim/state/", "sim/experiments/"}},
    Door{"dlfcn.h", {"sim/io/toolbox_file.cpp"}},
    Door{"fcntl.h", posix_users},
    Door{"signal.h", posix_users},
    Door{"sys/", posix_users},
    Door{"unistd.h", posix_users},
};

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// The folder after "sim/", e.g. "core".
std::string_view layer_of(std::string_view path) {
    constexpr std::string_view engine = "sim/";
    if (!starts_with(path, engine)) {
        return {};
    }
    path.remove_prefix(engine.size());
    return path.substr(0, path.find('/'));
}

auto rank_of(std::string_view layer) {
    return std::find(layers.begin(), layers.end(), layer);
}

bool is_open_to(const Door& door, std::string_view path) {
    return std::any_of(door.open_to.begin(), door.open_to.end(), [&](std::string_view user) {
        return user.back() == '/' ? starts_with(path, user) : path == user;
    });
}

std::string quoted_fault(const Source& source, const Include& include) {
    if (starts_with(include.name, "foothold/")) {
        return {};
    }
    const std::string_view own = layer_of(source.path);
    const std::string_view other = layer_of(include.name);
    if (other.empty()) {
        return "include \"" + include.name + "\" by its full path from the root";
    }
    if (own.empty()) {
        return "include/foothold must include only itself and the standard library";
    }
    if (rank_of(other) == layers.end()) {
        return "there is no layer " + std::string{other};
    }
    if (rank_of(other) > rank_of(own)) {
        return std::string{own} + " must not include " + std::string{other};
    }
    return {};
}

std::string angled_fault(const Source& source, const Include& include) {
    const std::string_view name = include.name;
    if (name.find_first_of("/.") == std::string_view::npos && !starts_with(name, "H5")) {
        return {};  // the standard library
    }
    for (const Door& door : doors) {
        if (!starts_with(name, door.header)) {
            continue;
        }
        if (is_open_to(door, source.path)) {
            return {};
        }
        std::string allowed;
        for (const std::string_view user : door.open_to) {
            allowed += (allowed.empty() ? "" : " and ") + std::string{user};
        }
        return "<" + include.name + "> may be included only in " + allowed;
    }
    return "<" + include.name + "> has no door; see docs/adr on third parties";
}

}  // namespace

Faults include_faults(const std::vector<Source>& sources) {
    Faults faults;
    for (const Source& source : sources) {
        const std::string_view layer = layer_of(source.path);
        if (!layer.empty() && rank_of(layer) == layers.end()) {
            faults.push_back(source.path + ":1: there is no layer " + std::string{layer});
            continue;
        }
        for (const Include& include : source.includes) {
            const std::string fault =
                include.quoted ? quoted_fault(source, include) : angled_fault(source, include);
            if (!fault.empty()) {
                faults.push_back(source.path + ":" + std::to_string(include.line) + ": " + fault);
            }
        }
    }
    return faults;
}

}  // namespace foothold::architecture
