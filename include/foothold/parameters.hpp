#pragma once

#include "foothold/accounting_parameters.hpp"
#include "foothold/barrier.hpp"
#include "foothold/casework_parameters.hpp"
#include "foothold/demand_parameters.hpp"
#include "foothold/demography_parameters.hpp"
#include "foothold/describe.hpp"
#include "foothold/mechanisms.hpp"
#include "foothold/search_parameters.hpp"
#include "foothold/support_parameters.hpp"
#include "foothold/tax_benefit.hpp"
#include "foothold/work_parameters.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// How the opening population is drawn.
struct PopulationParameters {
    double household_sd = 0.0;
    double person_sd = 0.0;
    std::vector<std::string> correlation_order;
    std::vector<std::vector<double>> correlations;
    std::vector<double> employment_by_qualification;
    std::vector<double> employment_by_age;
    std::vector<double> duration_upto;
    std::vector<double> duration_of_searchers;
    std::vector<double> duration_of_inactive;
    double never_worked = 0.0;
    std::vector<double> entry_before;
    double mean_job_tenure = 0.0;
    double tier_by_qualification = 0.0;
    double sick_with_health_barrier = 0.0;
    std::vector<std::string> health_barriers;
    std::string housing_barrier;
    std::string caring_barrier;
    std::vector<double> typical_age;
    double typical_age_spread = 0.0;
    std::int32_t births_for = 0;
    std::int32_t between_births = 0;
    double parent_age = 0.0;
    double parent_age_spread = 0.0;
    double study_age_spread = 0.0;
    double qualification_likeness = 0.0;
    double confidence_mean = 0.0;
    double confidence_out_of_work = 0.0;
    double confidence_spread = 0.0;
    double trust_mean = 0.0;
    double trust_spread = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("household_sd",
              it.household_sd,
              quantity::standard_deviations,
              "spread of the disadvantage a household's members share");
        field("person_sd",
              it.person_sd,
              quantity::standard_deviations,
              "spread of the disadvantage a person's barriers share");
        field("correlation_order",
              it.correlation_order,
              "barriers in the order of the matrix's rows and columns");
        field("correlations",
              it.correlations,
              quantity::correlation,
              "correlation of the barriers' own latent parts; positive definite");
        field("employment_by_qualification",
              it.employment_by_qualification,
              quantity::log_odds,
              "log odds of employment, no qualification to level 4");
        field("employment_by_age",
              it.employment_by_age,
              quantity::log_odds,
              "log odds of employment at 16-24, 25-34, 35-49, 50-65");
        field("duration_upto",
              it.duration_upto,
              quantity::months,
              "upper ends of the bands of time out of work");
        field("duration_of_searchers",
              it.duration_of_searchers,
              quantity::share,
              "shares of searchers by band; add to 1");
        field("duration_of_inactive",
              it.duration_of_inactive,
              quantity::share,
              "shares of the inactive by band; add to 1");
        field("never_worked",
              it.never_worked,
              quantity::share,
              "share of the longest band who never worked");
        field(
            "entry_before",
            it.entry_before,
            quantity::rate_per_month,
            "hazard of job entry that has left those behind who search, are inactive or sick when "
            "the world opens");
        field("mean_job_tenure",
              it.mean_job_tenure,
              quantity::months,
              "mean time in the present job at the start");
        field("tier_by_qualification",
              it.tier_by_qualification,
              quantity::log_odds,
              "log odds of the next better tier per level of qualification");
        field("sick_with_health_barrier",
              it.sick_with_health_barrier,
              quantity::hazard_ratio,
              "how much likelier the workless with a health barrier are to be long-term sick");
        field("health_barriers", it.health_barriers, "barriers that count as ill health");
        field("housing_barrier", it.housing_barrier, "barrier that counts as housing deprivation");
        field("caring_barrier", it.caring_barrier, "barrier that counts as caring");
        field("typical_age",
              it.typical_age,
              quantity::years,
              "age of an adult of a household that is single, lone parent, couple, couple with "
              "children, three or more; and of its further adults");
        field("typical_age_spread",
              it.typical_age_spread,
              quantity::years,
              "spread of ages around those");
        field("births_for",
              it.births_for,
              Quantity{"year", 0, 40},
              "years from the opening in which children are born, as many a year as turn 16; each "
              "has a row from the start");
        field("between_births",
              it.between_births,
              Quantity{"month", 0, 120},
              "time between births in one household, at least");
        field("parent_age",
              it.parent_age,
              quantity::years,
              "age at which householders are likeliest to have a child");
        field(
            "parent_age_spread", it.parent_age_spread, Quantity{"year", 1, 20}, "spread around it");
        field("study_age_spread",
              it.study_age_spread,
              quantity::years,
              "spread in who studies: 0 is the youngest only");
        field("qualification_likeness",
              it.qualification_likeness,
              quantity::share,
              "share of the spread of qualifications that a household has in common");
        field("confidence_mean",
              it.confidence_mean,
              quantity::share,
              "mean confidence of people in work");
        field("confidence_out_of_work",
              it.confidence_out_of_work,
              quantity::share,
              "confidence lost with long worklessness");
        field("confidence_spread",
              it.confidence_spread,
              quantity::share,
              "half width of confidence around its mean");
        field("trust_mean", it.trust_mean, quantity::share, "mean trust in services");
        field("trust_spread",
              it.trust_spread,
              quantity::share,
              "half width of trust around its mean");
    }

    friend bool operator==(const PopulationParameters&, const PopulationParameters&) = default;
};

/// How barriers come and go, beyond what each barrier says of itself.
struct BarrierDynamics {
    double relapse_memory = 0.0;
    double event_memory = 0.0;
    double chronic_recovery = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("relapse_memory",
              it.relapse_memory,
              quantity::memory,
              "time after which fragility has faded to a third");
        field("event_memory",
              it.event_memory,
              quantity::months,
              "how long losing a job or coming into work is felt");
        field("chronic_recovery",
              it.chronic_recovery,
              quantity::hazard_ratio,
              "recovery hazard ratio of a barrier that turned out chronic");
    }

    friend bool operator==(const BarrierDynamics&, const BarrierDynamics&) = default;
};

/// Every number the model needs. C++ holds no values: values and sources live in scenarios/.
struct Parameters {
    Mechanisms mechanisms;
    Named<Barrier> barriers;
    BarrierDynamics barrier_dynamics;
    PopulationParameters population;
    DemographyParameters demography;
    SearchParameters search;
    LabourDemand labour_demand;
    WorkParameters work;
    EngagementParameters engagement;
    CaseworkParameters casework;
    TaxBenefitParameters tax_benefit;
    AccountingParameters accounting;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("mechanisms", it.mechanisms, "rival explanations, each to be turned off in one line");
        field("barriers", it.barriers, "barriers to work");
        field("barrier_dynamics", it.barrier_dynamics, "how barriers come and go");
        field("population", it.population, "how the opening population is drawn");
        field("demography", it.demography, "ageing, study and moves");
        field("search", it.search, "who looks for work, how hard, and how employers see them");
        field("labour_demand", it.labour_demand, "jobs and vacancies");
        field("work", it.work, "how jobs end");
        field("engagement", it.engagement, "how people come to accept support");
        field("casework", it.casework, "what an advocate's time does");
        field("tax_benefit", it.tax_benefit, "wages, tax and benefits by date");
        field("accounting", it.accounting, "what money is worth");
    }

    friend bool operator==(const Parameters&, const Parameters&) = default;
};

}  // namespace foothold
