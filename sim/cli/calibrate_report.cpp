#include "sim/cli/calibrate_report.hpp"

#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace foothold {

namespace {

constexpr std::size_t name_width = 31;

/// Three significant digits.
std::string digits(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

std::string interval(double low, double high) {
    return digits(low) + ".." + digits(high);
}

/// The end of a name that is too long.
std::string fitted(const std::string& name, std::size_t width) {
    return name.size() < width ? name : ".." + name.substr(name.size() - width + 3);
}

std::string percent(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.0f %%", 100.0 * std::max(share, 0.0));
    return text.data();
}

void add_targets(std::vector<std::string>& lines,
                 const CalibrationFile& given,
                 const std::vector<std::size_t>& statistics,
                 const Calibration& found,
                 bool fit) {
    for (std::size_t t = 0; t < given.targets.size(); ++t) {
        const Target& target = given.targets[t];
        if (target.fit != fit) {
            continue;
        }
        const TargetVerdict verdict = judge(target, found.ensemble.column(statistics[t]));
        lines.push_back(to_left(fitted(target.name, name_width), name_width)
                        + to_right(digits(target.value), 7) + to_right(digits(target.tolerance), 7)
                        + to_right(digits(verdict.mean), 7)
                        + to_right(interval(verdict.low, verdict.high), 15)
                        + to_right(percent(found.emulators[t].predicted), 5)
                        + (verdict.hit ? "  hit" : " MISS"));
    }
}

}  // namespace

std::vector<std::string> calibration_report(const CalibrationFile& given,
                                            const std::vector<std::size_t>& statistics,
                                            const Calibration& found) {
    std::vector<std::string> lines;
    const auto fitted_to = std::count_if(given.targets.begin(),
                                         given.targets.end(),
                                         [](const Target& target) { return target.fit; });
    lines.push_back(std::to_string(found.ensemble.inputs.size()) + " sets of "
                    + std::to_string(given.knobs.size()) + " parameters, from "
                    + std::to_string(found.runs.inputs.size()) + " runs; fitted to "
                    + std::to_string(fitted_to) + " targets, "
                    + std::to_string(given.targets.size() - static_cast<std::size_t>(fitted_to))
                    + " kept to test.");
    lines.emplace_back();
    lines.push_back(to_left("target", name_width) + to_right("wanted", 7) + to_right("within", 7)
                    + to_right("model", 7) + to_right("95 % of sets", 15) + to_right("Q2", 5));
    lines.emplace_back("fitted:");
    add_targets(lines, given, statistics, found, true);
    lines.emplace_back("kept to test:");
    add_targets(lines, given, statistics, found, false);
    lines.emplace_back();
    lines.push_back(to_left("parameter", name_width + 2) + to_right("between", 14)
                    + to_right("mean", 8) + to_right("95 % of sets", 16) + to_right("learnt", 9));
    for (std::size_t d = 0; d < given.knobs.size(); ++d) {
        const Knob& knob = given.knobs[d];
        const Knowledge known = knowledge_of(found.posterior.particles, d);
        lines.push_back(to_left(fitted(knob.path, name_width + 2), name_width + 2)
                        + to_right(interval(knob.low, knob.high), 14)
                        + to_right(digits(knob.at(known.mean)), 8)
                        + to_right(interval(knob.at(known.low), knob.at(known.high)), 16)
                        + to_right(percent(known.learnt), 9));
    }
    return lines;
}

}  // namespace foothold
