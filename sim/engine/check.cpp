#include "sim/engine/check.hpp"

#include "sim/engine/check_effects.hpp"
#include "sim/engine/dials.hpp"
#include "sim/policy/support_rules.hpp"
#include "sim/state/latent.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace foothold {

namespace {

std::vector<std::string> names_of(const Named<Barrier>& barriers) {
    std::vector<std::string> names;
    for (const Barrier& barrier : barriers.items) {
        names.push_back(barrier.name);
    }
    return names;
}

void expect_known(const std::string& name,
                  const std::vector<std::string>& known,
                  const std::string& path,
                  const std::string& kind,
                  Diagnostics& wrong) {
    if (std::find(known.begin(), known.end(), name) != known.end()) {
        return;
    }
    const std::string near = nearest(name, known);
    wrong.error({},
                path,
                "there is no " + kind + " called '" + name + "'"
                    + (near.empty() ? std::string{} : "; did you mean '" + near + "'?"));
}

void expect_size(std::size_t size,
                 std::size_t expected,
                 const std::string& path,
                 const std::string& one_for,
                 Diagnostics& wrong) {
    if (size != expected) {
        wrong.error({},
                    path,
                    "has " + std::to_string(size) + " values; expected " + std::to_string(expected)
                        + ", one for " + one_for);
    }
}

void expect_shares(const std::vector<double>& shares, const std::string& path, Diagnostics& wrong) {
    constexpr double tolerance = 1e-6;
    double sum = 0.0;
    for (const double share : shares) {
        sum += share;
    }
    if (std::abs(sum - 1.0) > tolerance) {
        wrong.error({}, path, "adds up to " + std::to_string(sum) + "; shares must add up to 1");
    }
}

void check_barriers(const Parameters& parameters, Diagnostics& wrong) {
    const auto& barriers = parameters.barriers.items;
    const std::vector<std::string> names = names_of(parameters.barriers);
    if (barriers.empty() || barriers.size() > most_barriers) {
        wrong.error({},
                    "parameters.barriers",
                    "there are " + std::to_string(barriers.size()) + " barriers; expected 1 to "
                        + std::to_string(most_barriers));
        return;
    }
    std::map<std::int32_t, std::string> owner;
    for (const Barrier& barrier : barriers) {
        const std::string path = "parameters.barriers." + barrier.name;
        const auto [first, fresh] = owner.emplace(barrier.stream, barrier.name);
        if (!fresh) {
            wrong.error({},
                        path + ".stream",
                        std::to_string(barrier.stream) + " is the stream of " + first->second
                            + " already; give each barrier its own");
        }
        for (const std::string& other : barrier.raised_by.names) {
            expect_known(other, names, path + ".raised_by." + other, "barrier", wrong);
        }
        for (const std::string& other : barrier.slowed_by.names) {
            expect_known(other, names, path + ".slowed_by." + other, "barrier", wrong);
        }
    }
    const PopulationParameters& population = parameters.population;
    for (const std::string& name : population.health_barriers) {
        expect_known(name, names, "parameters.population.health_barriers", "barrier", wrong);
    }
    expect_known(population.housing_barrier,
                 names,
                 "parameters.population.housing_barrier",
                 "barrier",
                 wrong);
    expect_known(
        population.caring_barrier, names, "parameters.population.caring_barrier", "barrier", wrong);
    expect_known(parameters.casework.digital_barrier,
                 names,
                 "parameters.casework.digital_barrier",
                 "barrier",
                 wrong);
    check_correlations(parameters, wrong);
}

void check_lists(const Parameters& parameters, Diagnostics& wrong) {
    const PopulationParameters& population = parameters.population;
    const std::string at = "parameters.population.";
    const std::size_t bands = population.duration_upto.size();
    expect_size(population.employment_by_qualification.size(),
                qualification_names.size(),
                at + "employment_by_qualification",
                "each level of qualification",
                wrong);
    expect_size(population.employment_by_age.size(),
                age_bands.size(),
                at + "employment_by_age",
                "each age band",
                wrong);
    expect_size(population.typical_age.size(),
                composition_names.size() + 1,
                at + "typical_age",
                "each composition and one for further adults",
                wrong);
    if (bands < 2
        || !std::is_sorted(population.duration_upto.begin(), population.duration_upto.end())) {
        wrong.error({}, at + "duration_upto", "needs two or more ends of bands, in rising order");
    }
    expect_size(population.duration_of_searchers.size(),
                bands,
                at + "duration_of_searchers",
                "each band",
                wrong);
    expect_size(population.duration_of_inactive.size(),
                bands,
                at + "duration_of_inactive",
                "each band",
                wrong);
    expect_size(population.entry_before.size(),
                3,
                at + "entry_before",
                "searchers, the inactive and the sick",
                wrong);
    expect_shares(population.duration_of_searchers, at + "duration_of_searchers", wrong);
    expect_shares(population.duration_of_inactive, at + "duration_of_inactive", wrong);
    expect_size(parameters.search.tier_standard.size(),
                tiers,
                "parameters.search.tier_standard",
                "each tier",
                wrong);
    expect_size(parameters.search.tier_preference.size(),
                tiers,
                "parameters.search.tier_preference",
                "each tier",
                wrong);
    expect_size(
        parameters.work.separation.size(), tiers, "parameters.work.separation", "each tier", wrong);
    expect_size(parameters.work.promotion.size(),
                tiers - 1,
                "parameters.work.promotion",
                "each tier but the best",
                wrong);
    for (const Shock& shock : parameters.labour_demand.shocks.items) {
        const std::string path = "parameters.labour_demand.shocks." + shock.name;
        expect_size(shock.ratio.size(), tiers, path + ".ratio", "each tier", wrong);
        expect_size(shock.added.size(), tiers, path + ".added", "each tier", wrong);
        if (!shock.local.share.empty()) {
            expect_size(shock.local.share.size(), tiers, path + ".local.share", "each tier", wrong);
        }
    }
    const TaxBenefitParameters& money = parameters.tax_benefit;
    expect_size(money.weekly_hours.size(),
                tiers,
                "parameters.tax_benefit.weekly_hours",
                "each tier",
                wrong);
    expect_size(money.wage_over_minimum.size(),
                tiers,
                "parameters.tax_benefit.wage_over_minimum",
                "each tier",
                wrong);
    expect_size(money.rent.size(),
                tenure_names.size(),
                "parameters.tax_benefit.rent",
                "each tenure",
                wrong);
    if (parameters.casework.budget_returns > 0.0 && !(parameters.casework.budget_typical > 0.0)) {
        wrong.error(
            {},
            "parameters.casework.budget_typical",
            "is 0, so that no budget can be compared with it; give the personal budget that "
            "budget_help speaks of, or set budget_returns to 0");
    }
    const bool in_order =
        std::is_sorted(money.rates.begin(), money.rates.end(), [](const auto& a, const auto& b) {
            return a.from < b.from;
        });
    if (money.rates.empty() || !in_order) {
        wrong.error(
            {}, "parameters.tax_benefit.rates", "needs one or more sets of rates, oldest first");
    }
}

void check_funding(const Programme& programme, CalendarMonth start, Diagnostics& wrong) {
    const std::string at = "programmes." + programme.name + ".funding.";
    if (programme.funding.from < start) {
        wrong.error({},
                    at + "from",
                    text(programme.funding.from) + " is before the study starts in " + text(start)
                        + "; the burn-in has no programmes");
    }
    const std::vector<FundingPeriod> periods = periods_of(programme.funding);
    for (std::size_t i = 1; i < periods.size(); ++i) {
        const CalendarMonth end = later(periods[i - 1].from, periods[i - 1].months);
        if (periods[i].from < end) {
            wrong.error({},
                        at + "further_periods[" + std::to_string(i - 1) + "].from",
                        text(periods[i].from) + " is before " + text(end)
                            + ", the first month without the money before; begin then to renew it, "
                              "or later to leave a gap");
        }
    }
}

void check_arms(const Scenario& scenario, Diagnostics& wrong) {
    std::vector<std::string> arms;
    std::vector<std::string> programmes;
    for (const Programme& programme : scenario.programmes.items) {
        programmes.push_back(programme.name);
        check_funding(programme, scenario.settings.start, wrong);
    }
    check_effects(scenario, wrong);
    for (const Arm& arm : scenario.arms.items) {
        arms.push_back(arm.name);
        for (auto name = arm.programmes.begin(); name != arm.programmes.end(); ++name) {
            if (std::find(arm.programmes.begin(), name, *name) != name) {
                wrong.error({},
                            "arms." + arm.name + ".programmes",
                            "names '" + *name + "' twice; a programme runs once in an arm");
            }
            expect_known(*name, programmes, "arms." + arm.name + ".programmes", "programme", wrong);
        }
    }
    if (arms.empty()) {
        wrong.error({}, "arms", "there are none; a study compares at least one arm");
        return;
    }
    expect_known(scenario.reference, arms, "reference", "arm", wrong);
}

/// What arms and sets of an ensemble change must exist, and hold together once changed.
void check_changes(const Scenario& scenario, Diagnostics& wrong) {
    const auto check_one = [&](const Changes& changes, const std::string& at) {
        Parameters changed = scenario.parameters;
        make(changed, changes, at, wrong);
        if (!changes.paths.empty() && wrong.empty()) {
            check_barriers(changed, wrong);
            check_lists(changed, wrong);
        }
    };
    for (const ParameterSet& set : scenario.ensemble.items) {
        check_one(set.parameters, "ensemble." + set.name + ".parameters");
    }
    for (const Arm& arm : scenario.arms.items) {
        check_one(arm.parameters, "arms." + arm.name + ".parameters");
    }
}

}  // namespace

void check(const Scenario& scenario, Diagnostics& wrong) {
    check_barriers(scenario.parameters, wrong);
    check_lists(scenario.parameters, wrong);
    check_arms(scenario, wrong);
    check_changes(scenario, wrong);
}

}  // namespace foothold
