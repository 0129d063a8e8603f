#include "sim/bench/sized_place.hpp"

#include "sim/experiments/thin.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace foothold {

namespace {

/// a / b to the nearest whole number, but at least 1.
std::int64_t times(std::int64_t a, std::int64_t b) {
    return std::max<std::int64_t>(1, (a + b / 2) / b);
}

/// The jobs that `copies` places together have in a zone.
std::int32_t multiplied(std::int32_t jobs, std::int64_t copies) {
    const std::int64_t all = copies * jobs;
    if (all > std::numeric_limits<std::int32_t>::max()) {
        throw std::invalid_argument{"a zone would have more jobs than can be counted"};
    }
    return static_cast<std::int32_t>(all);
}

Place repeated(const Place& place, std::int64_t copies) {
    if (copies * static_cast<std::int64_t>(place.neighbourhoods.size())
        > static_cast<std::int64_t>(most_neighbourhoods)) {
        throw std::invalid_argument{"that takes more than " + std::to_string(most_neighbourhoods)
                                    + " neighbourhoods, which is the most"};
    }
    Place grown = place;
    for (std::int64_t copy = 2; copy <= copies; ++copy) {
        for (PlaceNeighbourhood each : place.neighbourhoods) {
            each.code += "/" + std::to_string(copy);
            grown.neighbourhoods.push_back(std::move(each));
        }
    }
    for (PlaceZone& zone : grown.zones) {
        for (std::int32_t& jobs : zone.jobs) {
            jobs = multiplied(jobs, copies);
        }
    }
    return grown;
}

}  // namespace

std::int64_t residents_of(const Place& place) {
    std::int64_t people = 0;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        people += std::accumulate(n.people.begin(), n.people.end(), std::int64_t{n.children});
    }
    return people;
}

Place sized_place(const Place& place, std::int64_t people) {
    const std::int64_t residents = residents_of(place);
    if (people < 1 || residents < 1) {
        throw std::invalid_argument{"a place needs people"};
    }
    return people >= residents ? repeated(place, times(people, residents))
                               : thin(place, static_cast<std::size_t>(times(residents, people)));
}

}  // namespace foothold
