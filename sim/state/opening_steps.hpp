#pragma once

#include "foothold/draws.hpp"
#include "foothold/parameters.hpp"
#include "foothold/place.hpp"
#include "foothold/world.hpp"

#include "sim/state/latent.hpp"
#include "sim/state/reference.hpp"

namespace foothold {

/// The steps of opening a world, in order; `open_world` calls them. docs/ODD.md, "Initial
/// population".

/// Households, their members, ages and tenures, in the numbers the place gives, exactly.
void draw_structure(World& world,
                    const Place& place,
                    const Parameters& parameters,
                    const Draws& luck,
                    Month opening);

/// Level of qualification of somebody of this age [month], alike within households.
int draw_qualification(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, int age);

/// Barriers of everybody, with thresholds solved so that each prevalence is met.
void draw_barriers(World& world,
                   Reference& reference,
                   const Parameters& parameters,
                   const Latent& latent,
                   const Draws& luck,
                   Month opening);

/// Who studies, works, looks for work, is sick; since when; in which job.
void draw_activities(World& world,
                     Reference& reference,
                     const Place& place,
                     const Parameters& parameters,
                     const Draws& luck,
                     Month opening);

/// Duration, job, confidence and trust of one adult whose activity is known; used for newcomers
/// too.
void draw_history(World& world,
                  const Reference& reference,
                  const Parameters& parameters,
                  const Draws& luck,
                  PersonId p,
                  Month now);

/// Log odds of employment of an adult, the neighbourhood's intercept left out.
double employment_log_odds(const World& world, const Parameters& parameters, PersonId p, Month now);

/// What an adult out of work who does not study does.
Activity draw_workless(const World& world,
                       const WorklessMix& mix,
                       const Parameters& parameters,
                       const Draws& luck,
                       PersonId p,
                       Month now);

/// What an adult newcomer does: in work at the neighbourhood's odds, or one of the ways to be
/// workless.
Activity draw_activity(
    const World& world, const Parameters& parameters, const Draws& luck, PersonId p, Month now);

/// Onset hazards that hold the opening prevalences still.
void solve_onsets(const World& world,
                  Reference& reference,
                  const Parameters& parameters,
                  Month opening);

}  // namespace foothold
