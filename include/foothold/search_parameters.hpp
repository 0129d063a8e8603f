#pragma once

#include "foothold/describe.hpp"

#include <vector>

namespace foothold {

/// Who looks for work, how hard, and how employers see them.
struct SearchParameters {
    double readiness_base = 0.0;
    double readiness_per_confidence = 0.0;
    double start_search = 0.0;
    double give_up = 0.0;
    double sick_start = 0.0;
    double retired_start = 0.0;
    double local_employment = 0.0;
    double networks = 0.0;
    double conditionality = 0.0;
    double gain_from_work = 0.0;
    double acceptance = 0.0;
    double discouragement = 0.0;
    double discouragement_memory = 0.0;
    double weariness = 0.0;
    double applications = 0.0;
    double own_ease = 0.0;
    double apprenticeships = 0.0;
    double inactive_intensity = 0.0;
    double sick_intensity = 0.0;
    double becomes_sick = 0.0;
    double on_the_job = 0.0;
    double hiring_per_level = 0.0;
    double duration_penalty = 0.0;
    double duration_memory = 0.0;
    double budget_hiring = 0.0;
    double budget_distance = 0.0;
    double distance = 1.0;
    double caring_distance = 0.0;
    std::vector<double> tier_standard;
    std::vector<double> tier_preference;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("readiness_base",
              it.readiness_base,
              quantity::log_odds,
              "log odds of readiness with no barrier and no confidence");
        field("readiness_per_confidence",
              it.readiness_per_confidence,
              quantity::log_odds,
              "log odds of readiness from none to full confidence");
        field("start_search",
              it.start_search,
              quantity::rate_per_month,
              "hazard that a fully ready inactive person starts to search");
        field("give_up",
              it.give_up,
              quantity::rate_per_month,
              "hazard that a searcher with no readiness gives up");
        field("sick_start",
              it.sick_start,
              quantity::hazard_ratio,
              "hazard ratio of starting to search while long-term sick");
        field("retired_start",
              it.retired_start,
              quantity::hazard_ratio,
              "hazard ratio of starting to search while retired early");
        field("local_employment",
              it.local_employment,
              quantity::log_odds,
              "log hazard of starting to search per percentage point of catchment employment above "
              "the place's at the start, and of keeping at it");
        field("networks",
              it.networks,
              quantity::log_odds,
              "log rate at which applications land per percentage point of the neighbourhood's own "
              "employment above the place's at the start");
        field(
            "conditionality",
            it.conditionality,
            quantity::log_odds,
            "log hazard of starting to search, and of keeping at it, of those who must search for "
            "their Universal Credit: in a household that receives it, neither long-term sick nor "
            "otherwise "
            "ill nor carers");
        field("gain_from_work",
              it.gain_from_work,
              quantity::log_odds,
              "log hazard of starting to search, and of keeping at it, per GBP 100 a week that the "
              "household would gain");
        field("acceptance",
              it.acceptance,
              quantity::log_odds,
              "log rate at which applications lead to an accepted job per GBP 100 a week that the "
              "household would gain");
        field("discouragement",
              it.discouragement,
              quantity::log_odds,
              "log hazard of starting to search, or of taking a job without searching, lost by the "
              "long out of work");
        field("discouragement_memory",
              it.discouragement_memory,
              quantity::memory,
              "time out of work after which two thirds of that is there");
        field("weariness",
              it.weariness,
              quantity::log_odds,
              "log hazard of giving up gained by the long out of work");
        field("applications",
              it.applications,
              quantity::rate_per_month,
              "rate at which an unhindered searcher's applications land");
        field("apprenticeships",
              it.apprenticeships,
              quantity::share,
              "intensity with which students of 16 to 19 apply for apprenticeships, against "
              "searchers");
        field(
            "own_ease",
            it.own_ease,
            quantity::standard_deviations,
            "spread of people's own log ease of finding work and of starting to look for it, which "
            "lasts and which nothing else here explains; 0 is none");
        field("inactive_intensity",
              it.inactive_intensity,
              quantity::share,
              "intensity of the inactive who would take a job, against searchers");
        field("sick_intensity", it.sick_intensity, quantity::share, "that of the long-term sick");
        field("becomes_sick",
              it.becomes_sick,
              quantity::share,
              "share of those with a health barrier who leave the labour market as long-term sick, "
              "not as inactive for another reason");
        field("on_the_job",
              it.on_the_job,
              quantity::share,
              "intensity of people in jobs below the secure tier, against searchers");
        field("hiring_per_level",
              it.hiring_per_level,
              quantity::log_odds,
              "log weight with employers per level of qualification above none");
        field("duration_penalty",
              it.duration_penalty,
              quantity::log_odds,
              "log weight with employers lost by the long out of work");
        field("duration_memory",
              it.duration_memory,
              quantity::memory,
              "time out of work after which two thirds of that is lost");
        field("budget_hiring",
              it.budget_hiring,
              quantity::log_odds,
              "log weight with employers gained from a personal budget spent");
        field("budget_distance",
              it.budget_distance,
              quantity::hazard_ratio,
              "multiplies distance decay once a personal budget pays travel");
        field(
            "distance",
            it.distance,
            quantity::hazard_ratio.optional(),
            "multiplies everybody's distance decay in the choice of zone; below 1 where transport "
            "is better");
        field("caring_distance",
              it.caring_distance,
              quantity::hazard_ratio,
              "multiplies distance decay for people with caring responsibilities");
        field("tier_standard",
              it.tier_standard,
              quantity::log_odds,
              "log odds of applying in a tier lost by those without any qualification; a degree "
              "loses none");
        field("tier_preference",
              it.tier_preference,
              quantity::log_odds,
              "log odds per level of qualification of applying for each tier");
    }

    friend bool operator==(const SearchParameters&, const SearchParameters&) = default;
};

}  // namespace foothold
