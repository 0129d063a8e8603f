#include "sim/experiments/outcome.hpp"

#include "sim/engine/simulation.hpp"
#include "sim/measures/catalogue.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace foothold {

namespace {

constexpr std::size_t months_of_year = 12;

/// Where a measure stands in a list; the list's size if it does not.
std::size_t place_in(const std::vector<MeasureInfo>& measures, const std::string& name) {
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const auto& measure) {
        return measure.name == name;
    });
    return static_cast<std::size_t>(found - measures.begin());
}

}  // namespace

std::vector<std::string> outcome_measures(const Parameters& parameters) {
    std::vector<std::string> names;
    for (const MeasureInfo& measure : place_measures(parameters)) {
        names.push_back(measure.name);
    }
    for (const MeasureInfo& measure : programme_measures()) {
        names.push_back(measure.name);
    }
    return names;
}

Scenario only_for(const Outcome& outcome, const Scenario& scenario) {
    Scenario other = scenario;
    std::erase_if(other.arms.items, [&](const Arm& arm) {
        return arm.name != outcome.arm && !(outcome.difference && arm.name == scenario.reference);
    });
    other.reference = outcome.difference ? scenario.reference : outcome.arm;
    other.settings.horizon = outcome.year * static_cast<std::int32_t>(months_of_year);
    return other;
}

double mean_over_year(const Trajectory& lived,
                      const Parameters& parameters,
                      const std::string& measure,
                      std::int32_t year) {
    const std::size_t times = lived.digest.size();
    const std::size_t first = (static_cast<std::size_t>(year) - 1) * months_of_year + 1;
    const std::vector<MeasureInfo> of_places = place_measures(parameters);
    const std::size_t place = place_in(of_places, measure);
    const std::size_t programme = place_in(programme_measures(), measure);
    if (place == of_places.size() && programme == programme_measures().size()) {
        throw std::out_of_range{"there is no measure '" + measure + "'"};
    }
    const std::vector<std::int64_t>& row =
        place < of_places.size() ? lived.places[place] : lived.programmes[programme];
    const std::size_t width = row.size() / times;  // neighbourhoods, or one
    const auto begin = row.begin() + static_cast<std::ptrdiff_t>(first * width);
    const std::int64_t sum = std::accumulate(
        begin, begin + static_cast<std::ptrdiff_t>(months_of_year * width), std::int64_t{0});
    return static_cast<double>(sum) / static_cast<double>(months_of_year);
}

double outcome_of(const Outcome& outcome,
                  const Scenario& scenario,
                  const Place& place,
                  std::uint32_t replicate,
                  const std::function<void()>& month_done) {
    RunWatcher watcher;
    watcher.month_done = month_done;
    const Replicate lived = Simulation{scenario, place, replicate}.run(watcher);
    double value = 0.0;
    for (std::size_t arm = 0; arm < lived.arms.size(); ++arm) {
        const double sign = scenario.arms.items[arm].name == outcome.arm ? 1.0 : -1.0;
        value +=
            sign
            * mean_over_year(lived.arms[arm], scenario.parameters, outcome.measure, outcome.year);
    }
    return value;
}

}  // namespace foothold
