#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foothold {

/// A 64-bit digest of what it is fed, in order (FNV-1a over 64-bit words, mixed once more at the
/// end). It tells equal from different; it is not meant to resist anybody who wants two things to
/// be equal.
class Digest {
  public:
    void add(std::uint64_t word) {
        state_ = (state_ ^ word) * 1099511628211ULL;
        state_ ^= state_ >> 29;
    }

    void add(std::string_view text) {
        for (const char c : text) {
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        }
        add(text.size());
    }

    /// Raw bytes, eight at a time.
    void add_bytes(const void* data, std::size_t size);

    std::uint64_t value() const { return state_; }

  private:
    std::uint64_t state_ = 14695981039346656037ULL;
};

}  // namespace foothold
