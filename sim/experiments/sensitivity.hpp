#pragma once

#include "sim/experiments/model.hpp"
#include "sim/experiments/morris.hpp"
#include "sim/experiments/toolbox.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// Morris's screening of a model's first output.
struct Screening {
    std::vector<ElementaryEffects> effects;  // shape [knob]
    ElementaryEffects luck;  // of nothing but another replicate: how far chance goes
    double mean = 0.0;       // of the outcome over all runs
};

/// Every walk has one replicate's luck, so that steps differ by the knob and by what follows from
/// it; a further run at each walk's start, with the luck of the next walk, says how far luck goes.
Screening screen(const Model& model, std::size_t dimensions, std::size_t walks, std::uint64_t seed);

/// Runs that a screening takes.
std::size_t runs_to_screen(std::size_t dimensions, std::size_t walks);

/// Which knobs are worth a closer look: those with the largest mu*, at most `most`, that move the
/// outcome at least a twentieth as far as the first of them. In the order of the knobs.
std::vector<std::size_t> important(const Screening& screening, std::size_t most);

/// Which share of an outcome's variance comes from which knob.
struct Decomposition {
    SobolIndices indices;
    double predicted = 1.0;  // [1] Q2 of the emulator; 1 if the model itself was asked
    double mean = 0.0;       // of the outcome over all runs
    double spread = 0.0;     // standard deviation
};

/// By an emulator of `runs` runs, each with luck of its own; what it does not foretell is luck and
/// what no smooth function of the knobs can follow. Intervals are empty.
Decomposition
decompose(const Toolbox& toolbox, const Model& model, std::size_t dimensions, std::size_t runs);

/// By Saltelli's design on the model itself, all runs with the same luck:
/// `size` * (dimensions + 2) of them.
Decomposition decompose_directly(const Toolbox& toolbox,
                                 const Model& model,
                                 std::size_t dimensions,
                                 std::size_t size);

}  // namespace foothold
