#pragma once

#include "sim/io/place_input.hpp"

#include <cstddef>
#include <vector>

namespace foothold {

/// A point on the map, and on the plane of a place.
struct Position {
    double x_km = 0.0;  // [km] east
    double y_km = 0.0;  // [km] north
};

/// The plane about a point of the Earth: equirectangular, good for places of up to some 100 km.
class Plane {
  public:
    Plane(double latitude, double longitude);

    /// Touching the Earth at the mean of the areas' centres.
    static Plane about(const std::vector<NeighbourhoodInput>& areas);

    Position at(double latitude, double longitude) const;

  private:
    double latitude_;   // [degree]
    double longitude_;  // [degree]
    double shrink_;     // [1] of a degree of longitude against one of latitude
};

double distance_km(const Position& a, const Position& b);

/// How travel to work falls with distance: workers of zone i who work in another zone of the place
/// choose zone j with a chance proportional to workers(j) exp(-decay d(i, j)).
struct DecayFit {
    double decay_per_km = 0.0;
    double standard_error = 0.0;
    double mean_km = 0.0;    // [km] travelled, observed and, by the fit, modelled
    double people = 0.0;     // [person] fitted to
    double in_common = 0.0;  // [1] share of trips that model and table agree on
    bool at_bound = false;   // no decay within 0..5 per km fits
};

/// Maximum likelihood, which is where the modelled mean distance equals the observed one. Trips
/// within a zone are left out. `flows.to` and `workers` are by zone, like `positions`.
DecayFit fit_decay(const std::vector<Position>& positions,
                   const std::vector<double>& workers,
                   const FlowInput& flows);

/// For each zone, the share of its workers with a fixed workplace who work outside the zones kept.
std::vector<double> works_elsewhere(const FlowInput& flows, const std::vector<bool>& kept);

}  // namespace foothold
