#include "sim/experiments/findings.hpp"

#include "sim/engine/simulation.hpp"
#include "sim/experiments/disadvantage.hpp"
#include "sim/experiments/flows.hpp"
#include "sim/experiments/histories.hpp"
#include "sim/experiments/participants.hpp"
#include "sim/experiments/persistence.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <stdexcept>

namespace foothold {

namespace {

void put(Findings& found, const std::string& name, const Share& share) {
    if (share.of > 0) {
        found[name] = share.value();
    }
}

void put(Findings& found, const std::string& name, const std::optional<double>& value) {
    if (value) {
        found[name] = *value;
    }
}

/// Looks at the world once, in arm 0.
class LastLook : public Observer {
  public:
    LastLook(Month at, std::function<void(const World&)> look) : at_{at}, look_{std::move(look)} {}

    void month_closed(const World& world, std::size_t arm, Month now) override {
        if (arm == 0 && now == at_) {
            look_(world);
        }
    }

  private:
    Month at_;
    std::function<void(const World&)> look_;
};

void put_flows(Findings& found, const LabourFacts& facts) {
    for (std::size_t f = 0; f < flows; ++f) {
        put(found, std::string{flow_list[f].name}, facts.shares[f]);
    }
    for (const RatioInfo& ratio : ratio_list) {
        found[std::string{ratio.name}] = facts.ratio(ratio);
    }
    put(found, "vacancies_per_unemployed", facts.vacancies_per_unemployed);
    constexpr std::size_t fewest_people = 100;  // below, a share says nothing
    double smallest_rise = 1.0;
    for (std::size_t n = 0; n < facts.employed_by_barriers.size(); ++n) {
        const Share& here = facts.employed_by_barriers[n];
        if (here.of < static_cast<std::int64_t>(fewest_people)) {
            break;
        }
        found["without_work_with_" + std::to_string(n) + "_barriers"] = 1.0 - here.value();
        if (n > 0) {
            smallest_rise =
                std::min(smallest_rise, facts.employed_by_barriers[n - 1].value() - here.value());
        }
    }
    found["smallest_rise_by_barrier"] = smallest_rise;
}

void put_deprivation(Findings& found,
                     const World& world,
                     const Parameters& parameters,
                     double most_deprived_share,
                     Month now) {
    const std::vector<std::uint8_t> everywhere(world.neighbourhoods.size(), 1);
    const auto all = deprivation_of(world, parameters, everywhere, now);
    const auto worst =
        deprivation_of(world, parameters, most_deprived(world, most_deprived_share), now);
    for (std::size_t d = 0; d < all.size(); ++d) {
        found["deprived_in_" + std::to_string(d)] = all[d];
        found["deprived_places_deprived_in_" + std::to_string(d)] = worst[d];
    }
    found["household_clustering"] = clustering_of(all);
}

Findings labour_market(const Simulation& simulation,
                       const Scenario& scenario,
                       double most_deprived_share,
                       const std::function<void()>& month_done) {
    const Parameters& parameters = scenario.parameters;
    Findings found;
    Panel panel;
    Returners unemployed{Activity::searching, Around::catchment};
    Returners sick{Activity::sick, Around::catchment};
    Returners unemployed_of{Activity::searching, Around::authority};
    Returners sick_of{Activity::sick, Around::authority};
    Sustainment jobs{barrier_named(parameters.barriers, parameters.population.housing_barrier)};
    const auto last = static_cast<Month>(scenario.settings.horizon - 1);
    LastLook end{
        last, [&](const World& world) {
            put(found,
                "berthoud_without_disadvantage",
                nonemployment_without_disadvantage(world, parameters, last));
            put(found, "extra_effect_of_pairs", extra_effect_of_pairs(world, parameters, last));
            put_deprivation(found, world, parameters, most_deprived_share, last);
        }};
    simulation.run({month_done,
                    {},
                    {&panel, &unemployed, &sick, &unemployed_of, &sick_of, &jobs, &end},
                    false});
    put_flows(found, panel.facts());
    put(found, "odds_ratio_unemployed", unemployed.odds_ratio_per_point());
    put(found, "odds_ratio_sick", sick.odds_ratio_per_point());
    put(found, "odds_ratio_unemployed_by_authority", unemployed_of.odds_ratio_per_point());
    put(found, "odds_ratio_sick_by_authority", sick_of.odds_ratio_per_point());
    put(found, "sustained_with_housing_problem", jobs.unhoused());
    put(found, "sustained_once_housed", jobs.housed());
    return found;
}

Findings persistence(const Simulation& simulation,
                     const Scenario& scenario,
                     const std::function<void()>& month_done) {
    if (scenario.arms.items.size() != 2) {
        throw std::invalid_argument{"a study of persistence has two arms"};
    }
    const BarrierSet depression = barrier_named(scenario.parameters.barriers, "mental_health");
    Persistence here{0};
    Persistence stay{1};
    Leavers leavers{0};
    LowPay pay;
    Relapse relapse{static_cast<std::size_t>(std::countr_zero(depression))};
    std::vector<Observer*> observers{&here, &stay, &leavers, &pay};
    if (depression != 0) {
        observers.push_back(&relapse);
    }
    simulation.run({month_done, {}, observers, false});
    Findings found{{"rank_correlation", here.correlation()},
                   {"worst_tenth_kept", here.worst_tenth_kept()},
                   {"rank_correlation_without_moves", stay.correlation()},
                   {"worst_tenth_kept_without_moves", stay.worst_tenth_kept()}};
    put(found, "in_work_after_3_years", leavers.in_work());
    put(found, "moved_of_those", leavers.moved());
    put(found, "low_paid_all_decade", pay.stuck());
    put(found, "escaped_low_pay", pay.escaped());
    put(found, "cycled_low_pay", pay.cycled());
    for (std::size_t h = 0; h < Relapse::horizons.size(); ++h) {
        put(found,
            "relapse_within_" + std::to_string(Relapse::horizons[h] / 12) + "_years",
            relapse.within(h));
    }
    return found;
}

/// The arm without programmes that comes before and changes the same parameters.
std::size_t reference_of(const Scenario& scenario, std::size_t arm) {
    const auto& arms = scenario.arms.items;
    for (std::size_t i = 0; i < arm; ++i) {
        if (arms[i].programmes.empty() && arms[i].parameters == arms[arm].parameters) {
            return i;
        }
    }
    throw std::invalid_argument{"no arm without programmes comes before " + arms[arm].name
                                + " and changes the same parameters"};
}

void put_effects(Findings& found, const std::string& arm, const Participants& it) {
    constexpr double months_a_year = 12.0;
    constexpr double pence = 100.0;
    constexpr double pence_per_100k = 1e7;
    const Participants::Since all = it.in_all();
    const double gain = static_cast<double>(all.working - all.working_without);
    const double people = static_cast<double>(it.people());
    const double net = static_cast<double>(it.net());
    found[arm + ".participants"] = people;
    found[arm + ".spent"] = static_cast<double>(it.spent()) / pence;
    if (it.spent() > 0) {
        found[arm + ".gain_years_per_100k"] =
            gain / months_a_year * pence_per_100k / static_cast<double>(it.spent());
    }
    found[arm + ".gain_years"] = gain / months_a_year;
    found[arm + ".net_years"] = net / months_a_year;
    found[arm + ".effect_on_area"] = it.effect_on_area();
    found[arm + ".net_years_in_area"] = static_cast<double>(it.net_in_area()) / months_a_year;
    if (it.people() == 0) {
        return;
    }
    found[arm + ".gain_years_each"] = gain / months_a_year / people;
    found[arm + ".net_years_in_area_each"] = found[arm + ".net_years_in_area"] / people;
    if (it.workless_in_area() > 0) {
        found[arm + ".participation"] = people / static_cast<double>(it.workless_in_area());
    }
    if (all.working > 0) {
        found[arm + ".deadweight"] =
            static_cast<double>(all.working_without) / static_cast<double>(all.working);
    }
    if (gain > 0.0) {
        found[arm + ".displacement"] = 1.0 - net / gain;
    }
    constexpr std::array<std::size_t, 6> quarters{0, 3, 12, 24, 36, 48};
    for (const std::size_t from : quarters) {
        const Participants::Since then = it.since_start(from, 3);
        if (then.people > 0) {
            found[arm + ".effect_months_" + std::to_string(from) + "_to_"
                  + std::to_string(from + 2)] = then.effect();
        }
    }
}

Findings programmes(const Simulation& simulation,
                    const Scenario& scenario,
                    const std::function<void()>& month_done) {
    struct Watch {
        std::string arm;
        Participants participants;
        Acceptance acceptance;
    };

    std::deque<Watch> watches;
    std::vector<Observer*> observers;
    const auto& arms = scenario.arms.items;
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        if (!arms[arm].programmes.empty()) {
            watches.push_back(
                {arms[arm].name, {arm, reference_of(scenario, arm)}, Acceptance{arm}});
            observers.push_back(&watches.back().participants);
            observers.push_back(&watches.back().acceptance);
        }
    }
    simulation.run({month_done, {}, observers, false});
    Findings found;
    for (const Watch& it : watches) {
        put_effects(found, it.arm, it.participants);
        put(found, it.arm + ".first_accept", it.acceptance.first());
        put(found, it.arm + ".further_accept", it.acceptance.further());
    }
    return found;
}

}  // namespace

Findings findings_of(const Experiment& experiment,
                     const Scenario& scenario,
                     const Place& place,
                     std::uint32_t replicate,
                     const std::function<void()>& month_done) {
    const Simulation simulation{scenario, place, replicate};
    switch (experiment.design) {
    case Design::labour_market:
        return labour_market(simulation, scenario, experiment.most_deprived, month_done);
    case Design::persistence:
        return persistence(simulation, scenario, month_done);
    case Design::programmes:
        break;
    }
    return programmes(simulation, scenario, month_done);
}

std::optional<Estimate> value_of(const Pattern& pattern, const std::vector<Findings>& replicates) {
    std::vector<double> values;
    for (const Findings& found : replicates) {
        const auto one = found.find(pattern.finding);
        const auto other = found.find(pattern.minus);
        if (one == found.end() || (!pattern.minus.empty() && other == found.end())) {
            return std::nullopt;
        }
        values.push_back(one->second - (pattern.minus.empty() ? 0.0 : other->second));
    }
    const bool differs =
        std::any_of(values.begin(), values.end(), [](double v) { return v != 0.0; });
    if (values.empty() || (!pattern.minus.empty() && !differs)) {
        return std::nullopt;
    }
    constexpr double percent = 100.0;
    for (double& value : values) {
        value *= pattern.unit == "%" ? percent : 1.0;
    }
    return estimate(values);
}

}  // namespace foothold
