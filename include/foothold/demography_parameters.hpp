#pragma once

#include "foothold/describe.hpp"

namespace foothold {

/// Ageing, study, moves.
struct DemographyParameters {
    double moves = 0.0;
    double moves_after_job_entry = 0.0;
    double moves_social = 0.0;
    double moves_private = 0.0;
    double local_moves = 0.0;
    double leave_region = 0.0;
    double leave_per_level = 0.0;
    double leave_per_decade = 0.0;
    double leave_out_of_work = 0.0;
    double dwelling_noise = 0.0;
    double leave_study_under_18 = 0.0;
    double leave_study_18_plus = 0.0;
    double retire_from_55 = 0.0;
    double refill_empty_dwelling = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("moves",
              it.moves,
              quantity::rate_per_year,
              "rate at which a household changes dwelling, over all tenures");
        field("moves_after_job_entry",
              it.moves_after_job_entry,
              quantity::hazard_ratio,
              "hazard ratio of moving in the year after somebody gets work");
        field("moves_social",
              it.moves_social,
              quantity::hazard_ratio,
              "hazard ratio of moving of social tenants against owners");
        field("moves_private",
              it.moves_private,
              quantity::hazard_ratio,
              "hazard ratio of moving of private tenants against owners");
        field("local_moves",
              it.local_moves,
              quantity::share,
              "share of moves within the place that stay in the local authority");
        field("leave_region",
              it.leave_region,
              quantity::share,
              "share of movers who leave the place and are replaced by newcomers, where the "
              "householder is 40 with level 2 and somebody works");
        field("leave_per_level",
              it.leave_per_level,
              quantity::log_odds,
              "log odds that a mover leaves per level of the householder's qualification");
        field("leave_per_decade",
              it.leave_per_decade,
              quantity::log_odds,
              "log odds that a mover leaves per ten years of the householder's age");
        field("leave_out_of_work",
              it.leave_out_of_work,
              quantity::log_odds,
              "log odds that a mover leaves where nobody in the household works");
        field("dwelling_noise",
              it.dwelling_noise,
              quantity::share,
              "weight of chance against rank of income when movers swap dwellings");
        field("leave_study_under_18",
              it.leave_study_under_18,
              quantity::rate_per_month,
              "hazard of leaving full-time study at 16 and 17");
        field("leave_study_18_plus",
              it.leave_study_18_plus,
              quantity::rate_per_month,
              "hazard of leaving full-time study from 18");
        field("retire_from_55",
              it.retire_from_55,
              quantity::rate_per_month,
              "hazard of early retirement from 55 of all who are not retired or studying");
        field("refill_empty_dwelling",
              it.refill_empty_dwelling,
              quantity::rate_per_month,
              "hazard that a dwelling with nobody of working age is taken by a new household");
    }

    friend bool operator==(const DemographyParameters&, const DemographyParameters&) = default;
};

}  // namespace foothold
