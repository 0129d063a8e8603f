#include "sim/state/geography.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

double people_of(const PlaceNeighbourhood& n) {
    return static_cast<double>(std::accumulate(n.people.begin(), n.people.end(), std::int64_t{0}));
}

double jobs_of(const PlaceZone& zone) {
    return static_cast<double>(
        std::accumulate(zone.jobs.begin(), zone.jobs.end(), std::int64_t{0}));
}

/// Kept inside (0, 1) so that log odds exist.
double inside(double p) {
    constexpr double edge = 1e-4;
    return std::clamp(p, edge, 1.0 - edge);
}

/// Employment of an authority's neighbourhoods, shifted on the logit scale so that their average,
/// weighted by people, is the survey's.
void anchor(const Place& place, const AuthorityRate& rate, std::vector<double>& employment) {
    double low = -8.0;
    double high = 8.0;
    for (int step = 0; step < 60; ++step) {
        const double shift = 0.5 * (low + high);
        double people = 0.0;
        double employed = 0.0;
        for (const PlaceNeighbourhood& n : place.neighbourhoods) {
            if (n.authority == rate.authority) {
                people += people_of(n);
                employed += people_of(n) * inverse_logit(logit(inside(n.employed)) + shift);
            }
        }
        (employed < rate.employment * people ? low : high) = shift;
    }
    for (std::size_t i = 0; i < place.neighbourhoods.size(); ++i) {
        const PlaceNeighbourhood& n = place.neighbourhoods[i];
        if (n.authority == rate.authority) {
            employment[i] = inverse_logit(logit(inside(n.employed)) + low);
        }
    }
}

std::vector<double> anchored(const Place& place, int year) {
    std::vector<double> employment(place.neighbourhoods.size(), -1.0);
    for (const AuthorityRate& rate : place.rates) {
        if (rate.year == year) {
            anchor(place, rate, employment);
        }
    }
    Diagnostics wrong;
    for (std::size_t i = 0; i < employment.size(); ++i) {
        if (employment[i] < 0.0) {
            wrong.error({},
                        "settings.start",
                        "the place has no employment rate of authority "
                            + place.neighbourhoods[i].authority + " in " + std::to_string(year)
                            + "; start in a year that authorities.csv covers");
            break;
        }
    }
    wrong.stop_if_any();
    return employment;
}

/// Pull of each zone's jobs on each neighbourhood. Elsewhere pulls just enough that the share of
/// commuters who leave the place is the one observed.
void lay_out(const Place& place, Geography& g) {
    g.zones = place.zones.size() + 1;
    for (const PlaceZone& zone : place.zones) {
        g.zone_codes.push_back(zone.code);
    }
    g.reach.assign(g.neighbourhoods * g.zones, 0.0);
    g.travel.assign(g.neighbourhoods * g.zones, 0.0);
    double jobs_elsewhere = 0.0;
    for (std::size_t i = 0; i < g.neighbourhoods; ++i) {
        const PlaceNeighbourhood& n = place.neighbourhoods[i];
        jobs_elsewhere += n.works_elsewhere * g.anchored_employment[i] * people_of(n);
    }
    for (std::size_t i = 0; i < g.neighbourhoods; ++i) {
        const PlaceNeighbourhood& n = place.neighbourhoods[i];
        double* reach = &g.reach[i * g.zones];
        double* travel = &g.travel[i * g.zones];
        double pull = 0.0;
        for (std::size_t z = 0; z + 1 < g.zones; ++z) {
            const double dx = n.x_km - place.zones[z].x_km;
            const double dy = n.y_km - place.zones[z].y_km;
            reach[z] = exponential(-place.distance_decay_per_km * std::sqrt(dx * dx + dy * dy));
            travel[z] = reach[z] * jobs_of(place.zones[z]);
            pull += travel[z];
        }
        for (std::size_t z = 0; z + 1 < g.zones; ++z) {
            travel[z] *= (1.0 - n.works_elsewhere) / pull;
        }
        travel[g.zones - 1] = n.works_elsewhere;
        reach[g.zones - 1] =
            jobs_elsewhere > 0.0 && n.works_elsewhere < 1.0
                ? n.works_elsewhere / (1.0 - n.works_elsewhere) * pull / jobs_elsewhere
                : 0.0;
    }
}

}  // namespace

Geography survey(const Place& place, int start_year) {
    Geography g;
    g.neighbourhoods = place.neighbourhoods.size();
    for (const PlaceNeighbourhood& each : place.neighbourhoods) {
        g.codes.push_back(each.code);
    }
    g.anchored_employment = anchored(place, start_year);
    lay_out(place, g);
    std::vector<std::string> authorities;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        auto found = std::find(authorities.begin(), authorities.end(), n.authority);
        g.authority.push_back(static_cast<std::uint16_t>(found - authorities.begin()));
        if (found == authorities.end()) {
            authorities.push_back(n.authority);
        }
        g.score.push_back(n.score);
        auto upto = n.qualification;
        std::partial_sum(upto.begin(), upto.end(), upto.begin());
        g.qualification_upto.push_back(upto);
    }
    g.by_employment_deprivation.resize(g.neighbourhoods);
    std::iota(
        g.by_employment_deprivation.begin(), g.by_employment_deprivation.end(), std::uint16_t{0});
    const auto employment = static_cast<std::size_t>(Domain::employment);
    std::stable_sort(
        g.by_employment_deprivation.begin(),
        g.by_employment_deprivation.end(),
        [&](auto a, auto b) { return g.score[a][employment] > g.score[b][employment]; });
    double all = 0.0;
    for (const PlaceZone& zone : place.zones) {
        for (std::size_t t = 0; t < tiers; ++t) {
            g.tier_share[t] += zone.jobs[t];
            all += zone.jobs[t];
        }
    }
    for (double& part : g.tier_share) {
        part /= all;
    }
    return g;
}

}  // namespace foothold
