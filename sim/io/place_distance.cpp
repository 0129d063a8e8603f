#include "sim/io/place_distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foothold {

namespace {

constexpr double earth_radius_km = 6371.0088;  // mean radius, IUGG
constexpr double degrees_per_half_turn = 180.0;
constexpr double km_per_degree = earth_radius_km * std::numbers::pi / degrees_per_half_turn;

constexpr double most_decay = 5.0;  // [1/km] a trip of one km would be the rarest
constexpr int halvings = 60;        // of the bracket: to the last bit of a double

/// The trips to be fitted, and the model's trips for one decay.
class Gravity {
  public:
    Gravity(const std::vector<Position>& positions,
            const std::vector<double>& workers,
            const FlowInput& flows)
        : positions_(positions), workers_(workers), flows_(flows), zones_(positions.size()) {}

    /// Calls visit(i, j, observed, modelled, distance) for every pair of different zones.
    template <class Visit>
    void each(double decay, Visit visit) const {
        std::vector<double> pull(zones_);
        for (std::size_t i = 0; i < zones_; ++i) {
            double all = 0.0;
            double trips = 0.0;
            for (std::size_t j = 0; j < zones_; ++j) {
                const double km = distance_km(positions_[i], positions_[j]);
                pull[j] = i == j ? 0.0 : workers_[j] * std::exp(-decay * km);
                all += pull[j];
                trips += i == j ? 0.0 : flows_.to[i * zones_ + j];
            }
            for (std::size_t j = 0; j < zones_; ++j) {
                if (i != j && all > 0.0) {
                    const double km = distance_km(positions_[i], positions_[j]);
                    visit(i, flows_.to[i * zones_ + j], trips * pull[j] / all, km);
                }
            }
        }
    }

    /// Modelled less observed kilometres: falls with decay, zero at the most likely one.
    double excess_km(double decay) const {
        double excess = 0.0;
        each(decay, [&](std::size_t, double observed, double modelled, double km) {
            excess += (modelled - observed) * km;
        });
        return excess;
    }

    /// Curvature of the log likelihood: the sum over trips of the variance of their distance.
    double information(double decay) const {
        std::vector<double> trips(zones_, 0.0);
        std::vector<double> first(zones_, 0.0);
        std::vector<double> second(zones_, 0.0);
        each(decay, [&](std::size_t i, double, double modelled, double km) {
            trips[i] += modelled;
            first[i] += modelled * km;
            second[i] += modelled * km * km;
        });
        double sum = 0.0;
        for (std::size_t i = 0; i < zones_; ++i) {
            sum += trips[i] > 0.0 ? second[i] - first[i] * first[i] / trips[i] : 0.0;
        }
        return sum;
    }

  private:
    const std::vector<Position>& positions_;
    const std::vector<double>& workers_;
    const FlowInput& flows_;
    std::size_t zones_;
};

}  // namespace

Plane::Plane(double latitude, double longitude)
    : latitude_(latitude), longitude_(longitude),
      shrink_(std::cos(latitude * std::numbers::pi / degrees_per_half_turn)) {}

Plane Plane::about(const std::vector<NeighbourhoodInput>& areas) {
    double latitude = 0.0;
    double longitude = 0.0;
    for (const NeighbourhoodInput& area : areas) {
        latitude += area.latitude;
        longitude += area.longitude;
    }
    const double number = std::max(1.0, double(areas.size()));
    return {latitude / number, longitude / number};
}

Position Plane::at(double latitude, double longitude) const {
    return {(longitude - longitude_) * shrink_ * km_per_degree,
            (latitude - latitude_) * km_per_degree};
}

double distance_km(const Position& a, const Position& b) {
    return std::sqrt((a.x_km - b.x_km) * (a.x_km - b.x_km) + (a.y_km - b.y_km) * (a.y_km - b.y_km));
}

DecayFit fit_decay(const std::vector<Position>& positions,
                   const std::vector<double>& workers,
                   const FlowInput& flows) {
    const Gravity gravity(positions, workers, flows);
    double low = 0.0;
    double high = most_decay;
    for (int k = 0; k < halvings; ++k) {
        const double middle = (low + high) / 2;
        (gravity.excess_km(middle) > 0.0 ? low : high) = middle;
    }
    DecayFit fit;
    fit.decay_per_km = (low + high) / 2;
    fit.at_bound = low == 0.0 || high == most_decay;
    const double information = gravity.information(fit.decay_per_km);
    fit.standard_error = information > 0.0 ? 1.0 / std::sqrt(information) : 0.0;
    gravity.each(fit.decay_per_km, [&](std::size_t, double observed, double modelled, double km) {
        fit.people += observed;
        fit.mean_km += observed * km;
        fit.in_common += std::min(observed, modelled);
    });
    if (fit.people > 0.0) {
        fit.mean_km /= fit.people;
        fit.in_common /= fit.people;
    }
    return fit;
}

std::vector<double> works_elsewhere(const FlowInput& flows, const std::vector<bool>& kept) {
    const std::size_t zones = flows.elsewhere.size();
    std::vector<double> share(zones, 0.0);
    for (std::size_t i = 0; i < zones; ++i) {
        double outside = flows.elsewhere[i];
        double all = flows.elsewhere[i];
        for (std::size_t j = 0; j < zones; ++j) {
            all += flows.to[i * zones + j];
            outside += kept[j] ? 0.0 : flows.to[i * zones + j];
        }
        share[i] = all > 0.0 ? outside / all : 0.0;
    }
    return share;
}

}  // namespace foothold
