#include "sim/experiments/disadvantage.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/measures/margins.hpp"
#include "sim/policy/readiness.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foothold {

namespace {

int years_of(const World& world, PersonId p, Month now) {
    return (now - world.people.birth[p]) / 12;
}

bool works(const World& world, PersonId p) {
    return world.people.activity[p] == Activity::employed;
}

/// The other of the two adults of a couple; none for anybody else. Adults are a household's first
/// rows.
PersonId partner_of(const World& world, PersonId p) {
    const HouseholdId h = world.people.household[p];
    const Composition kind = world.households.composition[h];
    const std::uint32_t place = p.row - world.households.first[h].row;
    const bool couple = kind == Composition::couple || kind == Composition::couple_with_children;
    if (!couple || place > 1 || world.households.members[h] < 2) {
        return {};
    }
    return {world.households.first[h].row + 1 - place};
}

/// Employment in reach that half of the neighbourhoods exceed.
double middle_of_reach(const World& world) {
    std::vector<double> around = world.neighbourhoods.catchment_employment.values();
    std::sort(around.begin(), around.end());
    return around.empty() ? 0.0 : around[around.size() / 2];
}

std::vector<double> person_covariates(const World& world, PersonId p, Month now) {
    const int age = years_of(world, p, now);
    std::vector<double> row{1.0};
    for (std::size_t band = 1; band < age_bands.size(); ++band) {
        row.push_back(age >= age_band_starts[band] && age < age_band_starts[band + 1] ? 1.0 : 0.0);
    }
    row.push_back(world.people.qualification[p]);
    return row;
}

double pairs_of(int number) {
    return 0.5 * number * (number - 1);
}

}  // namespace

Share nonemployment_without_disadvantage(const World& world,
                                         const Parameters& parameters,
                                         Month now) {
    constexpr int youngest = 17;  // [year]
    constexpr int too_old = 50;   // [year] from which Berthoud counts age as a disadvantage
    const BarrierEffects effects{parameters};
    const double middle = middle_of_reach(world);
    Share found;
    for (std::uint32_t row = 0; row < world.people.size(); ++row) {
        const PersonId p{row};
        const int age = years_of(world, p, now);
        const PersonId partner = partner_of(world, p);
        const Activity activity = world.people.activity[p];
        if (!is_working_age(activity) || activity == Activity::student || age < youngest
            || age >= too_old || !partner || world.people.qualification[p] == 0
            || effects.is_ill(world.barriers(p))
            || world.neighbourhoods.catchment_employment[world.neighbourhood(p)] < middle) {
            continue;
        }
        ++found.of;
        found.with += !works(world, p) && !works(world, partner);
    }
    return found;
}

std::optional<double>
extra_effect_of_pairs(const World& world, const Parameters& parameters, Month now) {
    constexpr int surveyed_upto = 65;  // [year] not included
    const std::size_t kinds = parameters.barriers.items.size();
    LogitData data;
    data.covariates = 1 + (age_bands.size() - 1) + 1 + 1 + kinds + 1;
    for (std::uint32_t row = 0; row < world.people.size(); ++row) {
        const PersonId p{row};
        const Activity activity = world.people.activity[p];
        if (!is_working_age(activity) || activity == Activity::student
            || years_of(world, p, now) >= surveyed_upto) {
            continue;
        }
        std::vector<double> covariates = person_covariates(world, p, now);
        covariates.push_back(
            logit(world.geography->anchored_employment[world.neighbourhood(p).row]));
        const BarrierSet present = world.barriers(p);
        for (std::size_t k = 0; k < kinds; ++k) {
            covariates.push_back((present >> k) & 1U);
        }
        covariates.push_back(pairs_of(std::popcount(present)));
        data.add(covariates, !works(world, p));
    }
    const LogitFit fit = fit_logit(data);
    return fit.converged ? std::optional{fit.coefficients.back()} : std::nullopt;
}

std::array<double, 5> deprivation_of(const World& world,
                                     const Parameters& parameters,
                                     const std::vector<std::uint8_t>& chosen,
                                     Month now) {
    std::array<double, 5> shares{};
    double all = 0.0;
    for (std::uint32_t row = 0; row < world.households.size(); ++row) {
        const HouseholdId h{row};
        if (chosen[world.households.neighbourhood[h].row] && has_adults(world, h)) {
            shares[static_cast<std::size_t>(deprived_dimensions(world, parameters, h, now))] += 1.0;
            all += 1.0;
        }
    }
    for (double& share : shares) {
        share /= std::max(1.0, all);
    }
    return shares;
}

std::vector<std::uint8_t> most_deprived(const World& world, double share) {
    const auto& order = world.geography->by_employment_deprivation;
    const auto many = static_cast<std::size_t>(
        std::max(1.0, std::round(share * static_cast<double>(order.size()))));
    std::vector<std::uint8_t> chosen(order.size(), 0);
    for (std::size_t i = 0; i < std::min(many, order.size()); ++i) {
        chosen[order[i]] = 1;
    }
    return chosen;
}

double clustering_of(const std::array<double, 5>& shares) {
    constexpr double dimensions = 4.0;
    double mean = 0.0;
    double squares = 0.0;
    for (std::size_t d = 0; d < shares.size(); ++d) {
        mean += static_cast<double>(d) * shares[d];
        squares += static_cast<double>(d * d) * shares[d];
    }
    const double p = mean / dimensions;
    const double alone = dimensions * p * (1.0 - p);
    return alone > 0.0 ? ((squares - mean * mean) / alone - 1.0) / (dimensions - 1.0) : 0.0;
}

/// [percentage point]; shape [neighbourhood]
std::vector<double> Returners::employment_around(const World& world) const {
    std::vector<double> around = world.neighbourhoods.catchment_employment.values();
    if (around_ == Around::authority) {
        const auto& authority = world.geography->authority;
        std::vector<Share> employed(authority.size());  // as many as there could be
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            if (is_working_age(world.people.activity[p])) {
                Share& own = employed[authority[world.neighbourhood(p).row]];
                ++own.of;
                own.with += works(world, p);
            }
        }
        for (std::size_t n = 0; n < around.size(); ++n) {
            around[n] = employed[authority[n]].value();
        }
    }
    for (double& each : around) {
        each *= points;
    }
    return around;
}

void Returners::month_closed(const World& world, std::size_t arm, Month now) {
    constexpr int surveyed_upto = 65;  // [year] not included
    if (arm != 0 || (now + 1) % 12 != 0) {
        return;
    }
    const People& people = world.people;
    for (const Start& start : starts_) {
        if (people.life[start.person] == start.life
            && years_of(world, start.person, now) < surveyed_upto) {
            data_.add(start.covariates, works(world, start.person));
        }
    }
    starts_.clear();
    const std::vector<double> around = employment_around(world);
    for (std::uint32_t row = 0; row < people.size(); ++row) {
        const PersonId p{row};
        if (people.activity[p] == of_) {
            std::vector<double> covariates = person_covariates(world, p, now);
            covariates.push_back(around[world.neighbourhood(p).row]);
            starts_.push_back({p, people.life[p], covariates});
        }
    }
}

std::optional<double> Returners::odds_ratio_per_point() const {
    const LogitFit fit = fit_logit(data_);
    return fit.converged ? std::optional{exponential(fit.coefficients.back())} : std::nullopt;
}

}  // namespace foothold
