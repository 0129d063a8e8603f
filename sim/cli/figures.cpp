#include "sim/cli/figures.hpp"

#include "sim/cli/paragraph.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

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
    const int digits = std::abs(left) < 9.995 ? 2 : std::abs(left) < 99.95 ? 1 : 0;
    return decimals(left, digits) + letters[letter];
}

std::string decimals(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    const std::string number = text.data();
    const bool nought = number.find_first_not_of("-0.") == std::string::npos;
    return nought && number.front() == '-' ? number.substr(1) : number;
}

std::string how_many(std::size_t number, const std::string& one, const std::string& more) {
    return grouped(static_cast<double>(number)) + " " + (number == 1 ? one : more);
}

std::string per_cent(double share) {
    constexpr double hundred = 100.0;
    return grouped(hundred * share) + " %";
}

std::string range_text(const Estimate& estimate, std::string (*number)(double)) {
    return estimate.interval
               ? number(estimate.interval->low) + ".." + number(estimate.interval->high)
               : "";
}

std::string with_interval(const Estimate& estimate, int digits) {
    const std::string mean = decimals(estimate.mean, digits);
    return estimate.interval ? mean + " (" + decimals(estimate.interval->low, digits) + " to "
                                   + decimals(estimate.interval->high, digits) + ")"
                             : mean;
}

std::string stopped_early(std::size_t replicates, std::size_t planned) {
    return replicates < planned
               ? "\n"
                     + paragraph("Of " + how_many(replicates, "replicate", "replicates") + " of "
                                 + std::to_string(planned)
                                 + " so far: the study was stopped. The command that it was run "
                                   "with goes on.")
               : "";
}

}  // namespace foothold
