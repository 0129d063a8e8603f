#pragma once

#include "foothold/describe.hpp"
#include "foothold/shock.hpp"

namespace foothold {

/// Jobs and vacancies.
struct LabourDemand {
    double vacancies_per_unemployed = 0.0;
    double hiring_pace = 0.0;
    double elasticity = 0.0;
    double lag = 0.0;
    double growth = 0.0;
    double cycle = 0.0;
    double cycle_months = 0.0;
    double cycle_phase = 0.0;
    double fill_memory = 0.0;
    double layoffs = 0.0;
    Named<Shock> shocks{};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("vacancies_per_unemployed",
              it.vacancies_per_unemployed,
              Quantity{"1", 0, 10},
              "vacancies per searcher in the reference economy, held during the burn-in");
        field("hiring_pace",
              it.hiring_pace,
              quantity::probability_per_month,
              "share of open vacancies that come to a hiring decision in a month");
        field("elasticity",
              it.elasticity,
              Quantity{"1", 0, 1},
              "elasticity of wanted jobs to how easily vacancies fill; 0 is rigid");
        field("lag", it.lag, Quantity{"month", 1, 240}, "time in which wanted jobs respond");
        field("growth", it.growth, Quantity{"1/year", -0.5, 0.5}, "trend growth of wanted jobs");
        field(
            "cycle",
            it.cycle,
            quantity::share,
            "how far wanted jobs rise and fall about the trend with the business cycle; 0 is none");
        field("cycle_months",
              it.cycle_months,
              Quantity{"month", 2, 1200},
              "length of the cycle, trough to trough");
        field("cycle_phase",
              it.cycle_phase,
              Quantity{"month", 0, 1200},
              "how far into the cycle, counted from a rising middle, the study starts");
        field("fill_memory",
              it.fill_memory,
              Quantity{"month", 1, 240},
              "time over which employers notice how easily vacancies fill");
        field("layoffs",
              it.layoffs,
              quantity::share,
              "share of the jobs that a shock or the cycle has left unwanted that end in a month, "
              "besides those that end anyway");
        field("shocks", it.shocks, "dated changes of wanted jobs");
    }

    friend bool operator==(const LabourDemand&, const LabourDemand&) = default;
};

}  // namespace foothold
