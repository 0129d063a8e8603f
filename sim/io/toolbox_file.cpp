#include "sim/io/toolbox_file.hpp"

#include "foothold/diagnostics.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace foothold {

namespace {

std::filesystem::path beside_the_program(const char* name) {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
}

constexpr const char* remedy =
    "; install OpenTURNS (Debian: apt-get install libopenturns-dev) and build again";

}  // namespace

const Toolbox& load_toolbox() {
    const std::filesystem::path path = beside_the_program("libfoothold_openturns.so");
    if (!std::filesystem::exists(path)) {
        throw IoError{path.string(), std::string{"is not there"} + remedy};
    }
    void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);  // stays until the end
    if (library == nullptr) {
        const char* const why = dlerror();  // NOLINT(concurrency-mt-unsafe): one thread so far
        throw IoError{path.string(), std::string{"cannot be loaded: "} + why + remedy};
    }
    void* const function = dlsym(library, "foothold_toolbox");
    if (function == nullptr) {
        throw IoError{path.string(), "is of another version; build both again"};
    }
    return *reinterpret_cast<decltype(&foothold_toolbox)>(function)();
}

}  // namespace foothold
