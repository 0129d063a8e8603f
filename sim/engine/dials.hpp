#pragma once

#include "foothold/changes.hpp"
#include "foothold/diagnostics.hpp"
#include "foothold/parameters.hpp"
#include "foothold/scenario.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// One number, switch or word among the parameters, to be read and turned by its dotted path. A
/// switch counts as 0 or 1, a word as its position among the words.
struct Dial {
    std::string path;  // below `parameters`, e.g. "barriers.debt.recovery" or "work.separation[0]"
    Quantity quantity;
    std::string meaning;
    std::vector<std::string_view> words;  // of a word; empty for numbers and switches
    bool whole = false;                   // takes whole numbers only
    std::function<double()> get;
    std::function<void(double)> set;
};

/// Every dial of a set of parameters, in their order. They point into `parameters`, which must
/// stay.
std::vector<Dial> dials_of(Parameters& parameters);

/// The number at a path. Throws std::out_of_range if there is none.
double number_at(const Parameters& parameters, std::string_view path);

/// Turns the dial at a path. Throws std::out_of_range if there is none.
void set_number(Parameters& parameters, std::string_view path, double value);

/// Makes the changes. What is wrong with them goes to `wrong`, by dotted path below `at`: unknown
/// paths with the nearest known one, values that are none or out of range.
void make(Parameters& parameters,
          const Changes& changes,
          const std::string& at,
          Diagnostics& wrong);

/// The parameters of a replicate before any arm begins: the scenario's, with the replicate's set of
/// the ensemble, if there is one.
Parameters parameters_of(const Scenario& scenario, std::uint32_t replicate);

/// Those of one arm of that replicate.
Parameters parameters_of(const Scenario& scenario, std::uint32_t replicate, const Arm& arm);

}  // namespace foothold
