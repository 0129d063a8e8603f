#include "sim/state/latent.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/geography.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>

namespace foothold {

namespace {

constexpr const char* matrix_path = "parameters.population.correlations";
constexpr const char* order_path = "parameters.population.correlation_order";

/// Row of each barrier in the matrix; empty if the order does not name each barrier once.
std::vector<std::size_t> rows_of(const Parameters& parameters, Diagnostics& wrong) {
    const auto& order = parameters.population.correlation_order;
    std::vector<std::size_t> rows;
    for (const Barrier& barrier : parameters.barriers.items) {
        const auto found = std::find(order.begin(), order.end(), barrier.name);
        if (found == order.end()) {
            wrong.error(
                {}, order_path, "barrier " + barrier.name + " is missing; name every barrier once");
            return {};
        }
        rows.push_back(static_cast<std::size_t>(found - order.begin()));
    }
    if (order.size() != rows.size()) {
        wrong.error({},
                    order_path,
                    "names " + std::to_string(order.size()) + " barriers, but the scenario has "
                        + std::to_string(rows.size()) + "; name every barrier once");
        return {};
    }
    return rows;
}

bool is_correlation(const std::vector<std::vector<double>>& r, std::size_t n, Diagnostics& wrong) {
    const auto complain = [&](const std::string& problem) {
        wrong.error({}, matrix_path, problem);
        return false;
    };
    if (r.size() != n) {
        return complain("has " + std::to_string(r.size()) + " rows; expected " + std::to_string(n));
    }
    for (std::size_t i = 0; i < n; ++i) {
        const std::string row = "row " + std::to_string(i + 1);
        if (r[i].size() != n) {
            return complain(row + " has " + std::to_string(r[i].size()) + " entries; expected "
                            + std::to_string(n));
        }
        if (r[i][i] != 1.0) {
            return complain(row + " has no 1 on the diagonal");
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (r[i][j] != r[j][i]) {
                return complain("is not symmetric at row " + std::to_string(i + 1) + ", column "
                                + std::to_string(j + 1));
            }
        }
    }
    return true;
}

std::vector<double> factor(const Parameters& parameters, Diagnostics& wrong) {
    const std::vector<std::size_t> rows = rows_of(parameters, wrong);
    const std::size_t n = parameters.barriers.items.size();
    const auto& r = parameters.population.correlations;
    if (rows.empty() || !is_correlation(r, n, wrong)) {
        return {};
    }
    using Matrix = Eigen::MatrixXd;
    using Index = Eigen::Index;
    Matrix matrix(static_cast<Index>(n), static_cast<Index>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            matrix(static_cast<Index>(i), static_cast<Index>(j)) = r[rows[i]][rows[j]];
        }
    }
    const Eigen::LLT<Matrix> llt{matrix};
    if (llt.info() != Eigen::Success) {
        wrong.error(
            {},
            matrix_path,
            "is not positive definite, so no population can have these correlations; bring the "
            "largest ones nearer to 0");
        return {};
    }
    const Matrix lower = llt.matrixL();
    std::vector<double> cholesky(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            cholesky[i * n + j] = lower(static_cast<Index>(i), static_cast<Index>(j));
        }
    }
    return cholesky;
}

}  // namespace

std::vector<double> cholesky_of(const Parameters& parameters) {
    Diagnostics wrong;
    std::vector<double> cholesky = factor(parameters, wrong);
    wrong.stop_if_any();
    return cholesky;
}

void check_correlations(const Parameters& parameters, Diagnostics& wrong) {
    factor(parameters, wrong);
}

Latent::Latent(const Parameters& parameters,
               const Geography& geography,
               std::vector<double> cholesky)
    : parameters_{parameters}, geography_{geography}, cholesky_{std::move(cholesky)} {}

double Latent::place_part(NeighbourhoodId place, std::size_t k) const {
    const Barrier& barrier = parameters_.barriers.items[k];
    return barrier.domain_loading
           * geography_.score[place.row][static_cast<std::size_t>(barrier.domain)];
}

double Latent::person_part(int age, int qualification, std::size_t k) const {
    const Barrier& barrier = parameters_.barriers.items[k];
    return barrier.age_loading * (age - central_age) / months_per_decade
           + barrier.qualification_loading * std::max(0, central_level - qualification);
}

double Latent::spread() const {
    const auto& population = parameters_.population;
    return std::sqrt(1.0 + population.household_sd * population.household_sd
                     + population.person_sd * population.person_sd);
}

std::vector<double> Latent::of(const Draws& luck,
                               const Draws& family,
                               Address household,
                               Address person,
                               NeighbourhoodId place,
                               int age,
                               int qualification) const {
    const std::size_t n = parameters_.barriers.items.size();
    std::vector<double> own(n);
    std::array<std::uint32_t, 4> words{};
    std::uint32_t drawn = ~std::uint32_t{0};  // block that `words` are of
    for (std::size_t k = 0; k < n; ++k) {
        // One word per barrier, found by its permanent stream: a new barrier moves nobody else's.
        const auto stream = static_cast<std::uint32_t>(parameters_.barriers.items[k].stream);
        if (stream / 4 != drawn) {
            drawn = stream / 4;
            words = luck.words(person, Purpose::birth_latent, drawn);
        }
        own[k] = normal_quantile(unit(words[stream % 4]));
    }
    const double shared =
        parameters_.population.household_sd
            * normal_quantile(family.uniform(household, Purpose::birth_household))
        + parameters_.population.person_sd
              * normal_quantile(luck.uniform(person, Purpose::birth_household, 1));
    std::vector<double> z(n, 0.0);
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t j = 0; j <= k; ++j) {
            z[k] += cholesky_[k * n + j] * own[j];
        }
        z[k] += shared + place_part(place, k) + person_part(age, qualification, k);
    }
    return z;
}

}  // namespace foothold
