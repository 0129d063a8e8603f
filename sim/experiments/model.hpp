#pragma once

#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include "sim/experiments/polynomial.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foothold {

/// A number of the model that an experiment turns, and between which values.
struct Knob {
    std::string path;  // of a dial, e.g. "search.give_up"
    double low = 0.0;
    double high = 0.0;

    double at(double share) const { return low + share * (high - low); }
};

/// The model seen from outside: what it says at a point of the unit cube (one dimension a knob),
/// with this luck. Called from several threads at once; the same arguments give the same numbers.
using Model = std::function<std::vector<double>(const Point&, std::uint32_t luck)>;

/// What a model said at several points.
struct Runs {
    std::vector<Point> inputs;
    std::vector<std::vector<double>> outputs;  // shape [run][statistic]

    /// One statistic of every run.
    std::vector<double> column(std::size_t statistic) const;
};

/// Runs the model at every point, several at once. Luck is numbered from `first_luck`, a new one
/// for each run. What the model throws is thrown once all other runs have ended.
Runs run_all(const Model& model, std::vector<Point> inputs, std::uint32_t first_luck);

/// The same with the luck of each run given.
Runs run_all(const Model& model, std::vector<Point> inputs, const std::vector<std::uint32_t>& luck);

/// The scenario's parameters with the knobs turned to a point; its ensemble is put aside. Throws
/// std::out_of_range for an unknown path.
Scenario turned(const Scenario& scenario, const std::vector<Knob>& knobs, const Point& point);

/// What can be known of a labour market without programmes: names of the statistics, in order.
std::vector<std::string> labour_statistics();

/// Those statistics of one replicate of a scenario without programmes.
std::vector<double> labour_market(const Scenario& scenario,
                                  const Place& place,
                                  std::uint32_t replicate,
                                  const std::function<void()>& month_done = {});

}  // namespace foothold
