#pragma once

#include "foothold/draws.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include "sim/policy/readiness.hpp"
#include "sim/state/barrier_hazards.hpp"

#include <span>

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

/// A world and the month it is in: one of several arms that are lived side by side.
struct Side {
    World& world;
    const MonthContext& now;
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

/// The same of several arms in the same month, at the price of little more than one: a household
/// for which nothing differs between the first and another is looked at once. The worlds have the
/// same place and the same rows. docs/adr/0016-side-by-side.md
void barriers_side_by_side(std::span<const Side> arms);
void income_side_by_side(std::span<const Side> arms);

}  // namespace foothold
