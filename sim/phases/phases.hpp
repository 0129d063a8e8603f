#pragma once

#include "foothold/draws.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include "sim/policy/readiness.hpp"
#include "sim/state/barrier_hazards.hpp"

namespace foothold {

/// What every phase may know about the month it is run in.
struct MonthContext {
    const Scenario& scenario;
    const Parameters& parameters;
    const BarrierHazards& hazards;
    const BarrierEffects& effects;
    Draws luck;
    Month month;
    CalendarMonth calendar;

    bool burn_in() const { return month < 0; }
};

void calendar(World& world, const MonthContext& now);
void demography(World& world, const MonthContext& now);
void barriers(World& world, const MonthContext& now);
void confidence(World& world, const MonthContext& now);
void engagement(World& world, const MonthContext& now);
void advocacy(World& world, const MonthContext& now);
void job_search(World& world, const MonthContext& now);
void work(World& world, const MonthContext& now);
void income(World& world, const MonthContext& now);
void accounting(World& world, const MonthContext& now);

}  // namespace foothold
