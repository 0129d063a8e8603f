#include "sim/appraisal/lookup.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace foothold {

namespace {

/// Where `is_it` first holds; names what is missing if it never does.
template <class List, class Is>
std::size_t place_in(const List& list, Is is_it, const std::string& missing) {
    const auto found = std::find_if(list.begin(), list.end(), is_it);
    if (found == list.end()) {
        throw std::out_of_range{missing};
    }
    return static_cast<std::size_t>(std::distance(list.begin(), found));
}

}  // namespace

std::size_t row_of(const Courses& courses, std::string_view name) {
    return place_in(
        courses.measures,
        [&](const MeasureInfo& measure) { return measure.name == name; },
        "there is no measure '" + std::string{name} + "'");
}

std::size_t arm_of(const Courses& courses, std::string_view name) {
    return place_in(
        courses.arms,
        [&](const std::string& arm) { return arm == name; },
        "there is no arm '" + std::string{name} + "'");
}

bool has_parameter(const StudyHeader& header, std::string_view path) {
    const auto& paths = header.parameters;
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

double parameter_of(const StudyHeader& header, std::string_view path) {
    const std::size_t at = place_in(
        header.parameters,
        [&](const std::string& parameter) { return parameter == path; },
        "there is no parameter '" + std::string{path} + "'");
    return header.parameter_values[at];
}

std::size_t planned_replicates(const StudyHeader& header) {
    constexpr std::string_view replicates = "settings.replicates";
    return has_parameter(header, replicates)
               ? static_cast<std::size_t>(parameter_of(header, replicates))
               : 0;
}

std::int64_t difference(const Courses& courses,
                        std::size_t row,
                        std::size_t arm,
                        std::size_t reference,
                        std::size_t replicate,
                        std::size_t time) {
    return courses.at(row, arm, replicate, time) - courses.at(row, reference, replicate, time);
}

std::int64_t
paid(const Courses& programme, std::size_t arm, std::size_t replicate, std::size_t time) {
    constexpr std::string_view prefix = "spend_";
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < programme.measures.size(); ++m) {
        if (programme.measures[m].name == "paid") {
            return programme.at(m, arm, replicate, time);
        }
    }
    for (std::size_t m = 0; m < programme.measures.size(); ++m) {
        const bool is_spend = programme.measures[m].name.starts_with(prefix);
        sum += is_spend ? programme.at(m, arm, replicate, time) : 0;
    }
    return sum;
}

}  // namespace foothold
