#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// What a logistic regression is fitted to: one row of covariates and one outcome a person.
struct LogitData {
    std::size_t covariates = 0;          // with the constant, which the caller puts in
    std::vector<double> rows;            // shape [person * covariates]
    std::vector<std::uint8_t> outcomes;  // 0 or 1

    /// Adds a person. `row` must have as many values as there are covariates.
    void add(const std::vector<double>& row, bool outcome);
};

struct LogitFit {
    bool converged = false;
    std::vector<double> coefficients;  // [log odds]
    std::vector<double> errors;        // standard errors
};

/// Logistic regression by Newton's method. Not converged where the data do not settle every
/// coefficient: too few people, or covariates that add up to one another.
/// `ridge` takes ridge / 2 times the square of each coefficient but the first off the log
/// likelihood: with 1 it is nothing to speak of, but what settles an outcome by itself no longer
/// runs away.
LogitFit fit_logit(const LogitData& data, double ridge = 0.0);

}  // namespace foothold
