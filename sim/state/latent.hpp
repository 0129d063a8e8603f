#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/parameters.hpp"
#include "foothold/world.hpp"

#include <vector>

namespace foothold {

/// Latent disadvantage: barrier k is present where z_k > threshold_k, with
///
///     z_k = loading_k * score(neighbourhood) + age and qualification + household + person + own_k
///
/// and own ~ N(0, R), R the correlation of the barriers. docs/ODD.md, "Initial population".
class Latent {
  public:
    Latent(const Parameters& parameters, const Geography& geography, std::vector<double> cholesky);

    /// shape [barrier]; z of a person at an age [month]: the own part from `luck`, what the
    /// household shares from `family`, the luck of the month in which it came.
    std::vector<double> of(const Draws& luck,
                           const Draws& family,
                           Address household,
                           Address person,
                           NeighbourhoodId place,
                           int age,
                           int qualification) const;

    /// z of barrier k where every draw and covariate is zero. [standard deviation]
    double place_part(NeighbourhoodId place, std::size_t k) const;

    /// What age [month] and qualification add to z_k. [standard deviation]
    double person_part(int age, int qualification, std::size_t k) const;

    /// Spread of z_k around its place part, leaving covariates aside. [standard deviation]
    double spread() const;

  private:
    const Parameters& parameters_;
    const Geography& geography_;
    std::vector<double> cholesky_;  // shape [barrier * barrier]
};

/// Lower triangle L with L L' = the correlations, in the order of the barriers; shape [barrier *
/// barrier]. Throws ScenarioError naming the matrix if it is not symmetric, not of the right order,
/// has no ones on the diagonal or is not positive definite.
std::vector<double> cholesky_of(const Parameters& parameters);

/// The same checks without the factor, for `foothold check`.
void check_correlations(const Parameters& parameters, Diagnostics& wrong);

}  // namespace foothold
