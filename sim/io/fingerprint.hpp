#pragma once

#include "foothold/trajectory.hpp"

#include "sim/io/hash_text.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace foothold {

/// 64-bit FNV-1a over every integer of a study, each as 8 bytes, least significant first: one
/// number to tell whether two results are the same, whatever their files look like.
class Fingerprint {
  public:
    /// Replicates are to be added in ascending order.
    void add(const Replicate& replicate) {
        add(replicate.number);
        for (const Trajectory& arm : replicate.arms) {
            for (const auto& row : arm.places) {
                add_all(row);
            }
            for (const auto& row : arm.programmes) {
                add_all(row);
            }
            for (const std::uint64_t digest : arm.digest) {
                add(digest);
            }
        }
    }

    std::string text() const { return hash_text(hash_); }

  private:
    void add_all(std::span<const std::int64_t> numbers) {
        for (const std::int64_t number : numbers) {
            add(static_cast<std::uint64_t>(number));
        }
    }

    void add(std::uint64_t number) {
        constexpr std::uint64_t prime = 0x100000001b3;
        for (int shift = 0; shift < 64; shift += 8) {
            hash_ = (hash_ ^ ((number >> shift) & 0xff)) * prime;
        }
    }

    std::uint64_t hash_ = 0xcbf29ce484222325;  // FNV's offset basis
};

}  // namespace foothold
