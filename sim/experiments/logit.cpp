#include "sim/experiments/logit.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/mathematics.hpp"

#include <Eigen/Dense>
#include <cmath>

namespace foothold {

namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// The slope and the negative curvature of the log likelihood.
struct Surroundings {
    Vector slope;
    Matrix information;
};

Surroundings look_around(const LogitData& data, const Vector& at) {
    const auto k = static_cast<Eigen::Index>(data.covariates);
    Surroundings found{Vector::Zero(k), Matrix::Zero(k, k)};
    for (std::size_t i = 0; i < data.outcomes.size(); ++i) {
        const Eigen::Map<const Vector> row{&data.rows[i * data.covariates], k};
        const double p = inverse_logit(row.dot(at));
        found.slope += (data.outcomes[i] - p) * row;
        found.information.selfadjointView<Eigen::Lower>().rankUpdate(row, p * (1.0 - p));
    }
    return found;
}

}  // namespace

void LogitData::add(const std::vector<double>& row, bool outcome) {
    FOOTHOLD_EXPECT(row.size() == covariates);
    rows.insert(rows.end(), row.begin(), row.end());
    outcomes.push_back(outcome);
}

LogitFit fit_logit(const LogitData& data, double ridge) {
    constexpr int most_steps = 30;
    constexpr double settled = 1e-8;
    constexpr double runaway = 30.0;       // [log odds] no coefficient of ours is as large
    constexpr double inseparable = 1e-12;  // covariates this near to adding up to one another
    LogitFit fit;
    const auto k = static_cast<Eigen::Index>(data.covariates);
    Vector at = Vector::Zero(k);
    for (int step = 0; step < most_steps && !fit.converged; ++step) {
        Surroundings around = look_around(data, at);
        around.slope.tail(k - 1) -= ridge * at.tail(k - 1);
        around.information.diagonal().tail(k - 1).array() += ridge;
        const Eigen::LLT<Matrix, Eigen::Lower> solver{around.information};
        if (solver.info() != Eigen::Success || solver.rcond() < inseparable) {
            return {};
        }
        const Vector change = solver.solve(around.slope);
        at += change;
        if (!at.allFinite() || at.cwiseAbs().maxCoeff() > runaway) {
            return {};
        }
        fit.converged = change.cwiseAbs().maxCoeff() < settled;
        const Vector errors =
            solver.solve(Matrix::Identity(k, k)).diagonal().cwiseMax(0.0).cwiseSqrt();
        fit.errors.assign(errors.begin(), errors.end());
    }
    fit.coefficients.assign(at.begin(), at.end());
    return fit;
}

}  // namespace foothold
