#pragma once

#include "sim/experiments/model.hpp"
#include "sim/experiments/sampler.hpp"
#include "sim/experiments/toolbox.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// A number that the real world shows and the model should.
struct Target {
    std::string name;  // of a statistic
    double value = 0.0;
    double tolerance =
        0.0;          // standard deviation: sampling error, and how wrong a good model may be
    bool fit = true;  // whether it is fitted to, or kept to test
    std::string source;
};

struct CalibrationPlan {
    std::size_t runs = 0;   // of the model, to learn what it does
    std::size_t waves = 2;  // the later ones look only where the earlier ones say it is worth while
    std::size_t sets = 0;   // of parameters, in the ensemble
    SamplerSettings sampler;
};

/// An ensemble of parameter sets that fit, and what they were made from.
struct Calibration {
    Runs runs;                        // all waves
    std::vector<Emulator> emulators;  // shape [target]
    Posterior posterior;
    Runs ensemble;  // the sets, and what the model itself says at them
};

/// Finds parameters with which the model meets the targets that are for fitting. `statistic[t]` is
/// the place of target t among what the model returns. Targets that are kept for testing have no
/// influence on the ensemble.
///
/// Each wave spreads its runs, the first over the whole prior, and fits an emulator of every
/// target to all runs so far. The likelihood of a point is normal, with the variance of the
/// target's tolerance and of the emulator's error on runs left out.
Calibration calibrate(const Toolbox& toolbox,
                      std::size_t dimensions,
                      const std::vector<Target>& targets,
                      const std::vector<std::size_t>& statistics,
                      const Model& model,
                      const CalibrationPlan& plan);

/// How the ensemble does on one target.
struct TargetVerdict {
    double mean = 0.0;
    double low = 0.0;  // 95 % of the sets lie from here
    double high = 0.0;
    bool hit = false;  // whether the mean lies within two tolerances of the target
};

TargetVerdict judge(const Target& target, std::vector<double> values);

/// How well the ensemble knows one parameter, as shares of its range.
struct Knowledge {
    double mean = 0.0;
    double low = 0.0;  // 95 % lie from here
    double high = 0.0;
    double learnt = 0.0;  // [1] 1 - standard deviation now / before: 0 is nothing
};

Knowledge knowledge_of(const std::vector<Point>& particles, std::size_t dimension);

}  // namespace foothold
