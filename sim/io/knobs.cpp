#include "sim/io/knobs.hpp"

#include "sim/engine/check.hpp"
#include "sim/engine/dials.hpp"

#include <algorithm>

namespace foothold {

namespace {

bool holds_together(Scenario scenario, const Knob& knob) {
    for (const double value : {knob.low, knob.high}) {
        set_number(scenario.parameters, knob.path, value);
        Diagnostics wrong;
        check(scenario, wrong);
        if (!wrong.empty()) {
            return false;
        }
    }
    return true;
}

bool matches_any(std::string_view text, const std::vector<std::string>& patterns) {
    return patterns.empty()
           || std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
                  return matches(text, pattern);
              });
}

}  // namespace

const Sourced* source_of(const LoadedScenario& loaded, std::string_view dial) {
    std::string path = "parameters." + std::string{dial};
    auto found = loaded.sources.find(path);
    if (found == loaded.sources.end() && path.back() == ']') {
        path.resize(path.rfind('['));
        found = loaded.sources.find(path);
    }
    return found == loaded.sources.end() ? nullptr : &found->second;
}

bool is_judged(const Sourced& source) {
    constexpr std::string_view assumption = "assumption:";
    return source.source.compare(0, assumption.size(), assumption) == 0;
}

std::vector<Knob> judged_knobs(const LoadedScenario& loaded,
                               const std::vector<std::string>& patterns) {
    std::vector<Knob> knobs;
    Parameters parameters = loaded.scenario.parameters;
    for (const Dial& dial : dials_of(parameters)) {
        const Sourced* source = source_of(loaded, dial.path);
        if (source == nullptr || !is_judged(*source) || !source->low || !source->high
            || *source->low == *source->high || dial.whole || !matches_any(dial.path, patterns)) {
            continue;
        }
        const Knob knob{dial.path, *source->low, *source->high};
        if (holds_together(loaded.scenario, knob)) {
            knobs.push_back(knob);
        }
    }
    return knobs;
}

bool matches(std::string_view text, std::string_view pattern) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
        return text == pattern;
    }
    if (text.substr(0, star) != pattern.substr(0, star)) {
        return false;
    }
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t from = star; from <= text.size(); ++from) {
        if (matches(text.substr(from), rest)) {
            return true;
        }
    }
    return false;
}

}  // namespace foothold
