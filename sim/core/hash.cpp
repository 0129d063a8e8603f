#include "sim/core/hash.hpp"

#include <cstring>
#include <utility>

namespace foothold {

namespace {

std::uint64_t word_at(const unsigned char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// One word of `bytes` to each chain. Written out by the compiler, word by word, so that all chains
/// stay in registers.
template <std::size_t... C>
void add_to_each(Digest* chain, const unsigned char* bytes, std::index_sequence<C...>) {
    (chain[C].add(word_at(bytes + C * sizeof(std::uint64_t))), ...);
}

}  // namespace

void Digest::add_bytes(const void* data, std::size_t size) {
    // Eight independent chains, so that one does not wait for another; then they are joined in
    // order.
    constexpr std::size_t chains = 8;
    constexpr std::size_t stride = chains * sizeof(std::uint64_t);
    const auto* bytes = static_cast<const unsigned char*>(data);
    Digest chain[chains];
    std::size_t i = 0;
    for (; i + stride <= size; i += stride) {
        add_to_each(chain, bytes + i, std::make_index_sequence<chains>{});
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
