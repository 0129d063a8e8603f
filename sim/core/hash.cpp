#include "sim/core/hash.hpp"

#include <cstring>

namespace foothold {

void Digest::add_bytes(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= size; i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, sizeof word);
        add(word);
    }
    std::uint64_t rest = 0;
    for (; i < size; ++i) {
        rest = (rest << 8) | bytes[i];
    }
    add(rest);
    add(size);
}

}  // namespace foothold
