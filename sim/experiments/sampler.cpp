#include "sim/experiments/sampler.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/experiments/luck.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foothold {

namespace {

struct Particle {
    Point point;
    double log_likelihood = 0.0;
};

constexpr std::size_t particles_per_piece = 64;

std::vector<Particle> draw_prior(std::size_t dimensions,
                                 const LogLikelihood& log_likelihood,
                                 const Luck& luck,
                                 std::size_t n) {
    std::vector<Particle> all(n);
    for_each_piece(n, particles_per_piece, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            all[i].point.resize(dimensions);
            for (std::size_t d = 0; d < dimensions; ++d) {
                all[i].point[d] = luck.uniform(Chance::start, i, d);
            }
            all[i].log_likelihood = log_likelihood(all[i].point);
        }
    });
    return all;
}

/// Weights when the likelihood is turned up by `step`, relative to that of the likeliest.
std::vector<double> weights_of(const std::vector<Particle>& all, double step) {
    double most = all.front().log_likelihood;
    for (const Particle& each : all) {
        most = std::max(most, each.log_likelihood);
    }
    std::vector<double> weights;
    for (const Particle& each : all) {
        weights.push_back(exponential(step * (each.log_likelihood - most)));
    }
    return weights;
}

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// How many equally weighted particles these are worth.
double worth(const std::vector<double>& weights) {
    const double squares = std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0);
    return sum_of(weights) * sum_of(weights) / squares;
}

/// The largest step, up to `most`, after which half of the particles are worth keeping.
double next_step(const std::vector<Particle>& all, double most) {
    constexpr int halvings = 60;
    const double wanted = 0.5 * static_cast<double>(all.size());
    if (worth(weights_of(all, most)) >= wanted) {
        return most;
    }
    double low = 0.0;
    double high = most;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (worth(weights_of(all, middle)) >= wanted ? low : high) = middle;
    }
    return low;
}

/// Each particle as often as its weight says, to within one.
std::vector<Particle>
resample(const std::vector<Particle>& all, const std::vector<double>& weights, double u) {
    const double per_particle = sum_of(weights) / static_cast<double>(all.size());
    std::vector<Particle> chosen;
    double reached = weights.front();
    std::size_t at = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double aim = (static_cast<double>(i) + u) * per_particle;
        while (reached < aim && at + 1 < all.size()) {
            reached += weights[++at];
        }
        chosen.push_back(all[at]);
    }
    return chosen;
}

/// Lower triangle L with L L' the covariance of the particles, row by row; what chance makes
/// negative is taken as nothing.
std::vector<Point> spread_of(const std::vector<Particle>& all, std::size_t dimensions) {
    const auto n = static_cast<double>(all.size());
    Point mean(dimensions, 0.0);
    for (const Particle& each : all) {
        for (std::size_t d = 0; d < dimensions; ++d) {
            mean[d] += each.point[d] / n;
        }
    }
    std::vector<Point> factor(dimensions, Point(dimensions, 0.0));
    for (const Particle& each : all) {
        for (std::size_t i = 0; i < dimensions; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                factor[i][j] += (each.point[i] - mean[i]) * (each.point[j] - mean[j]) / n;
            }
        }
    }
    for (std::size_t j = 0; j < dimensions; ++j) {
        for (std::size_t k = 0; k < j; ++k) {
            factor[j][j] -= factor[j][k] * factor[j][k];
        }
        factor[j][j] = std::sqrt(std::max(factor[j][j], 0.0));
        for (std::size_t i = j + 1; i < dimensions; ++i) {
            for (std::size_t k = 0; k < j; ++k) {
                factor[i][j] -= factor[i][k] * factor[j][k];
            }
            factor[i][j] = factor[j][j] > 0.0 ? factor[i][j] / factor[j][j] : 0.0;
        }
    }
    return factor;
}

/// Folds a coordinate that left the cube back into it: as likely there and back.
double reflected(double u) {
    const double turn = u - 2.0 * std::floor(u / 2.0);
    return turn > 1.0 ? 2.0 - turn : turn;
}

/// One stage of Metropolis steps, each particle by itself.
class Mover {
  public:
    Mover(const LogLikelihood& log_likelihood, const Luck& luck, std::size_t dimensions)
        : log_likelihood_{log_likelihood}, luck_{luck}, dimensions_{dimensions} {}

    /// Returns the share of steps taken; adapts the length of the next ones to it.
    double
    move(std::vector<Particle>& all, double temperature, std::size_t moves, std::size_t stage) {
        constexpr double aim = 0.25;  // [1] share to take; Roberts, Gelman and Gilks 1997
        const std::vector<Point> factor = spread_of(all, dimensions_);
        double last = 0.0;
        for (std::size_t move = 0; move < moves; ++move) {
            last = sweep(all, factor, temperature, stage * moves + move);
            length_ *= exponential(last - aim);
        }
        return last;
    }

  private:
    double sweep(std::vector<Particle>& all,
                 const std::vector<Point>& factor,
                 double temperature,
                 std::size_t number) const {
        std::vector<char> taken(all.size(), 0);
        for_each_piece(all.size(), particles_per_piece, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) {
                taken[i] = step(all[i], i, factor, temperature, number) ? 1 : 0;
            }
        });
        return static_cast<double>(std::count(taken.begin(), taken.end(), 1))
               / static_cast<double>(all.size());
    }

    bool step(Particle& particle,
              std::size_t i,
              const std::vector<Point>& factor,
              double temperature,
              std::size_t number) const {
        Point normal(dimensions_);
        for (std::size_t d = 0; d < dimensions_; ++d) {
            normal[d] = luck_.normal(Chance::step, i, number, d);
        }
        Particle proposal = particle;
        for (std::size_t d = 0; d < dimensions_; ++d) {
            double way = 0.0;
            for (std::size_t k = 0; k <= d; ++k) {
                way += factor[d][k] * normal[k];
            }
            proposal.point[d] = reflected(particle.point[d] + length_ * way);
        }
        proposal.log_likelihood = log_likelihood_(proposal.point);
        const double gain = temperature * (proposal.log_likelihood - particle.log_likelihood);
        if (logarithm(luck_.uniform(Chance::accept, i, number)) >= gain) {
            return false;
        }
        particle = std::move(proposal);
        return true;
    }

    const LogLikelihood& log_likelihood_;
    const Luck& luck_;
    std::size_t dimensions_;
    double length_ = 1.0;  // of a step, against the spread of the particles
};

}  // namespace

Posterior sample_posterior(std::size_t dimensions,
                           const LogLikelihood& log_likelihood,
                           const SamplerSettings& settings) {
    const Luck luck{settings.seed};
    std::vector<Particle> all = draw_prior(dimensions, log_likelihood, luck, settings.particles);
    Mover mover{log_likelihood, luck, dimensions};
    Posterior posterior;
    double temperature = 0.0;
    while (temperature < 1.0) {
        const double step = next_step(all, 1.0 - temperature);
        temperature = step >= 1.0 - temperature ? 1.0 : temperature + step;
        all =
            resample(all, weights_of(all, step), luck.uniform(Chance::resample, posterior.stages));
        posterior.accepted = mover.move(all, temperature, settings.moves, posterior.stages);
        ++posterior.stages;
    }
    for (Particle& each : all) {
        posterior.particles.push_back(std::move(each.point));
    }
    return posterior;
}

}  // namespace foothold
