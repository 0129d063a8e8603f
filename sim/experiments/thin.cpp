#include "sim/experiments/thin.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace foothold {

namespace {

double people_of(const Place& place) {
    double people = 0.0;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        people = std::accumulate(n.people.begin(), n.people.end(), people);
    }
    return people;
}

/// So many of them, and not none of some.
void scale_jobs(Place& place, double share) {
    for (PlaceZone& zone : place.zones) {
        for (std::int32_t& jobs : zone.jobs) {
            const auto scaled = static_cast<std::int32_t>(std::lround(share * jobs));
            jobs = std::max(scaled, std::min(jobs, 1));
        }
    }
}

}  // namespace

Place thin(const Place& place, std::size_t k) {
    if (k == 0) {
        throw std::invalid_argument{"every how many-th neighbourhood stays must be 1 or more"};
    }
    constexpr auto employment = static_cast<std::size_t>(Domain::employment);
    std::vector<std::size_t> order(place.neighbourhoods.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return place.neighbourhoods[a].score[employment]
               > place.neighbourhoods[b].score[employment];
    });
    std::vector<std::size_t> kept;
    for (std::size_t rank = std::min((k - 1) / 2, order.size() - 1); rank < order.size();
         rank += k) {
        kept.push_back(order[rank]);
    }
    std::sort(kept.begin(), kept.end());
    Place thinned = place;
    thinned.neighbourhoods.clear();
    for (const std::size_t i : kept) {
        thinned.neighbourhoods.push_back(place.neighbourhoods[i]);
    }
    if (const double people = people_of(place); people > 0.0) {
        scale_jobs(thinned, people_of(thinned) / people);
    }
    std::erase_if(thinned.rates, [&](const AuthorityRate& rate) {
        return std::none_of(thinned.neighbourhoods.begin(),
                            thinned.neighbourhoods.end(),
                            [&](const auto& n) { return n.authority == rate.authority; });
    });
    return thinned;
}

}  // namespace foothold
