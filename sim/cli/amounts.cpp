#include "sim/cli/amounts.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>

namespace foothold {

std::string grouped(double value) {
    std::string digits = std::to_string(std::llabs(std::llround(value)));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return (std::llround(value) < 0 ? "-" : "") + digits;
}

std::string shortened(double value) {
    constexpr std::array<const char*, 4> letters{"k", "m", "bn", "tn"};
    constexpr double thousand = 1000.0;
    if (std::llround(std::abs(value)) < std::llround(thousand)) {
        return grouped(value);
    }
    double left = value / thousand;
    std::size_t letter = 0;
    while (std::llround(std::abs(left)) >= std::llround(thousand) && letter + 1 < letters.size()) {
        left /= thousand;
        ++letter;
    }
    const int decimals = std::abs(left) < 9.995 ? 2 : std::abs(left) < 99.95 ? 1 : 0;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f%s", decimals, left, letters[letter]);
    return text.data();
}

}  // namespace foothold
