#pragma once

#include "sim/experiments/polynomial.hpp"

#include <cstdint>
#include <functional>

namespace foothold {

/// Natural logarithm of how likely the evidence is at a point of the unit cube, up to a constant.
/// Called from several threads at once.
using LogLikelihood = std::function<double(const Point&)>;

struct SamplerSettings {
    std::size_t particles = 2048;
    std::size_t moves = 25;  // steps that each particle tries at every temperature
    std::uint64_t seed = 0;
};

/// What is known once the evidence is in.
struct Posterior {
    std::vector<Point> particles;  // each as likely as any other
    std::size_t stages = 0;        // temperatures it took
    double accepted = 0.0;         // [1] share of steps taken at the last of them
};

/// Draws from what is left of a uniform prior on the unit cube: a sequential Monte Carlo sampler
/// that turns the likelihood on little by little, half of the particles worth keeping each time
/// (Del Moral, Doucet and Jasra 2006). The same bits for any number of threads.
Posterior sample_posterior(std::size_t dimensions,
                           const LogLikelihood& log_likelihood,
                           const SamplerSettings& settings);

}  // namespace foothold
