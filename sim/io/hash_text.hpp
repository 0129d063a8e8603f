#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace foothold {

inline constexpr std::size_t hash_digits = 16;
inline constexpr int hexadecimal = 16;

/// A 64-bit hash as people and files see it: 16 hexadecimal digits.
inline std::string hash_text(std::uint64_t hash) {
    std::string digits(hash_digits, '0');
    for (std::size_t i = hash_digits; i > 0 && hash != 0; hash /= hexadecimal) {
        digits[--i] = "0123456789abcdef"[hash % hexadecimal];
    }
    return digits;
}

/// The hash that a text stands for; nothing if it is not 16 hexadecimal digits.
inline std::optional<std::uint64_t> hash_from(std::string_view text) {
    std::uint64_t hash = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, hash, hexadecimal);
    if (text.size() != hash_digits || error != std::errc() || stopped != end) {
        return std::nullopt;
    }
    return hash;
}

}  // namespace foothold
