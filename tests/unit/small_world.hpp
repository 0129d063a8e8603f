#pragma once

#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include "sim/phases/phases.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <memory>
#include <vector>

namespace foothold {

/// The barriers of the small worlds, in order: two personal ones and one that a household shares.
inline constexpr BarrierSet illness = 1;
inline constexpr BarrierSet strain = 2;
inline constexpr BarrierSet debt = 4;

/// Rates as in scenarios/evidence/tax_benefit.yaml, set by set.
TaxBenefitRates rates_of_april_2018();
TaxBenefitRates rates_of_december_2021();
TaxBenefitRates rates_of_april_2024();

/// Every number of the model, and nothing happens: all hazards are 0, all ratios 1, all effects
/// neutral. A test sets what it is about.
Parameters plain_parameters();

/// Starts in April 2018 with seed 1; one arm without programmes, called none.
Scenario plain_scenario();

/// One advocate with two places, funded from the start for a year, for adults of 16 to 65 out of
/// work; nobody hears of it.
Programme plain_programme();

/// Somebody to be put into a small world, as they are when month 0 begins.
struct Resident {
    Activity activity = Activity::employed;
    int age = 40;     // [year]
    int months = 24;  // [month] in this activity; in this job, or since the last one
    BarrierSet barriers = 0;
    std::uint8_t tier = 1;
    std::uint8_t qualification = 2;
};

/// Two neighbourhoods beside one work zone, and elsewhere, which is zone 1 and has no pull. Nobody
/// lives here but who is put in.
struct SmallWorld {
    static constexpr std::size_t zones = 2;

    World world;
    std::shared_ptr<Geography> geography;
    std::shared_ptr<Reference> reference;

    explicit SmallWorld(const Scenario& scenario);

    /// Members are rows in this order; give adults first.
    HouseholdId
    add(std::uint16_t neighbourhood, const std::vector<Resident>& members, BarrierSet shared = 0);

    /// `count` people, each on their own; returns the first.
    PersonId add_singles(std::size_t count, const Resident& each, std::uint16_t neighbourhood = 0);

    /// Starts the scenario's programme `index`, working everywhere.
    ProgrammeState& start(std::uint16_t index);

    /// Opens a case of the first programme for p, with an advocate taken on before anything else.
    CaseId support(PersonId p, Month opened, float alliance = 0.5F);
};

/// The rules of a scenario, ready for any of its months. The scenario must stay where it is.
struct MonthRules {
    const Scenario& scenario;
    BarrierHazards hazards;
    BarrierEffects effects;

    explicit MonthRules(const Scenario& from)
        : scenario{from}, hazards{from.parameters}, effects{from.parameters} {}

    MonthContext in(Month month, std::uint32_t replicate = 0) const {
        return {scenario,
                scenario.parameters,
                hazards,
                effects,
                Draws{scenario.settings.seed, replicate, month},
                month,
                later(scenario.settings.start, month)};
    }
};

}  // namespace foothold
