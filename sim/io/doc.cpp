#include "sim/io/yaml.hpp"

#include <utility>

namespace foothold {

const Doc* Doc::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

Doc* Doc::find(std::string_view key) {
    return const_cast<Doc*>(std::as_const(*this).find(key));
}

std::vector<std::string> Doc::keys() const {
    std::vector<std::string> keys;
    for (const Entry& entry : entries) {
        keys.push_back(entry.key);
    }
    return keys;
}

std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

std::string below(const std::string& path, std::size_t item) {
    return path + "[" + std::to_string(item) + "]";
}

}  // namespace foothold
