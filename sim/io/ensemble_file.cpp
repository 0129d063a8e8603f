#include "sim/io/ensemble_file.hpp"

#include "sim/io/wording.hpp"

#include <cmath>
#include <cstdint>

namespace foothold {

namespace {

/// Six digits: more than the ensemble knows, and the file stays readable.
double rounded(double value) {
    constexpr double digits = 6.0;
    if (value == 0.0) {
        return 0.0;
    }
    const double unit = std::pow(10.0, digits - 1.0 - std::floor(std::log10(std::abs(value))));
    return std::round(value * unit) / unit;
}

/// 7 of 50 as set_007.
std::string set_name(std::size_t number) {
    constexpr std::size_t width = 3;
    const std::string digits = std::to_string(number);
    return "set_" + std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::string ensemble_yaml(const std::string& name,
                          const std::string& source,
                          const std::vector<std::string>& remarks,
                          const std::vector<Knob>& knobs,
                          const std::vector<Point>& sets) {
    std::string text;
    for (const std::string& remark : remarks) {
        text += remark.empty() ? "#\n" : "# " + remark + "\n";
    }
    text += "kind: scenario\nname: " + name + "\nsource: \"" + source + "\"\n\nensemble:\n";
    for (std::size_t i = 0; i < sets.size(); ++i) {
        text += "  " + set_name(i + 1) + ":\n    parameters:\n";
        for (std::size_t d = 0; d < knobs.size(); ++d) {
            text += "      " + knobs[d].path + ": " + number_text(rounded(knobs[d].at(sets[i][d])))
                    + "\n";
        }
    }
    return text;
}

}  // namespace foothold
