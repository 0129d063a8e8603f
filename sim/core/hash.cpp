#include "sim/core/hash.hpp"

#include <cstring>

namespace foothold {

void Digest::add_bytes(const void* data, std::size_t size) {
    // Eight independent chains, so that one does not wait for another; then they are joined in
    // order.
    constexpr std::size_t chains = 8;
    constexpr std::size_t stride = chains * sizeof(std::uint64_t);
    const auto* bytes = static_cast<const unsigned char*>(data);
    Digest chain[chains];
    std::size_t i = 0;
    for (; i + stride <= size; i += stride) {
        std::uint64_t words[chains];
        std::memcpy(words, bytes + i, stride);
        for (std::size_t c = 0; c < chains; ++c) {
            chain[c].add(words[c]);
        }
    }
    for (const Digest& each : chain) {
        add(each.value());
    }
    std::uint64_t rest = 0;
    for (; i < size; ++i) {
        rest = (rest << 8) ^ (rest >> 56) ^ bytes[i];
        add(rest);
    }
    add(size);
}

}  // namespace foothold
