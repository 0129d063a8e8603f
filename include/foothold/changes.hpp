#pragma once

#include "foothold/describe.hpp"

#include <string>
#include <vector>

namespace foothold {

/// Parameters that differ from those of the scenario, by dotted path below `parameters`, e.g.
/// `demography.moves`. A map in YAML, nested or with dots; left out means none.
struct Changes {
    std::vector<std::string> paths;
    std::vector<std::string> values;  // as YAML writes them: a number, true, false or a word

    friend bool operator==(const Changes&, const Changes&) = default;
};

/// One set of a calibrated ensemble: parameters that fit the evidence together.
struct ParameterSet {
    std::string name;
    Changes parameters{};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("parameters", it.parameters, "parameters that differ in this set");
    }

    friend bool operator==(const ParameterSet&, const ParameterSet&) = default;
};

}  // namespace foothold
