#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <string>
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
    double gain_from_work = 0.0;
    double acceptance = 0.0;
    double discouragement = 0.0;
    double discouragement_memory = 0.0;
    double applications = 0.0;
    double apprenticeships = 0.0;
    double inactive_intensity = 0.0;
    double on_the_job = 0.0;
    double hiring_per_level = 0.0;
    double duration_penalty = 0.0;
    double duration_memory = 0.0;
    double budget_hiring = 0.0;
    double budget_distance = 0.0;
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
              "log hazard of giving up gained, and of starting to search lost, by the long out of "
              "work");
        field("discouragement_memory",
              it.discouragement_memory,
              quantity::memory,
              "time out of work after which two thirds of that is there");
        field("applications",
              it.applications,
              quantity::rate_per_month,
              "rate at which an unhindered searcher's applications land");
        field("apprenticeships",
              it.apprenticeships,
              quantity::share,
              "intensity with which students of 16 to 19 apply for apprenticeships, against "
              "searchers");
        field("inactive_intensity",
              it.inactive_intensity,
              quantity::share,
              "intensity of the inactive who would take a job, against searchers");
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

/// A dated change of how many jobs are wanted: a recession, an employer that comes or goes,
/// automation. A ratio of 1 and no jobs added is no change; arms may turn either.
struct Shock {
    std::string name;
    std::string label;
    CalendarMonth from;
    double months = 0.0;
    double fade = 0.0;
    std::vector<double> ratio;
    std::vector<double> added;
    std::vector<std::string> zones;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("label", it.label, "what it is, in plain words");
        field("from", it.from, "first month in which it is felt");
        field("months", it.months, quantity::months, "how long it is felt in full");
        field("fade",
              it.fade,
              quantity::months,
              "time after that in which it fades away, evenly; 0 is at once");
        field("ratio",
              it.ratio,
              Quantity{"1", 0, 10},
              "wanted jobs against what they would be, by tier");
        field("added", it.added, Quantity{"job", -1e6, 1e6}, "further jobs wanted, by tier");
        field(
            "zones",
            it.zones,
            "codes of the work zones where it is felt; none means the whole place. Jobs added are "
            "spread over them in proportion to theirs");
    }

    friend bool operator==(const Shock&, const Shock&) = default;
};

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

/// How jobs end.
struct WorkParameters {
    std::vector<double> separation;
    double new_job_excess = 0.0;
    double new_job_memory = 0.0;
    double supported = 0.0;
    std::vector<double> promotion;
    double promotion_supported = 0.0;
    double apprenticeship_months = 0.0;
    double apprenticeship_level = 0.0;
    double to_inactivity = 0.0;
    double to_inactivity_ill = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("separation",
              it.separation,
              quantity::rate_per_month,
              "hazard that a settled job ends, by tier");
        field("new_job_excess",
              it.new_job_excess,
              quantity::hazard_ratio,
              "extra hazard of a brand-new job, fading with tenure; 0 is none");
        field("new_job_memory",
              it.new_job_memory,
              quantity::memory,
              "tenure by which two thirds of that has faded");
        field("supported",
              it.supported,
              quantity::hazard_ratio,
              "hazard ratio while an advocate supports in work");
        field("promotion",
              it.promotion,
              quantity::rate_per_month,
              "hazard of being put forward for a vacancy of the next better tier where one works, "
              "by tier");
        field("promotion_supported",
              it.promotion_supported,
              quantity::hazard_ratio,
              "hazard ratio of that while an advocate supports in work");
        field("apprenticeship_months",
              it.apprenticeship_months,
              quantity::months,
              "how long an apprenticeship takes");
        field("apprenticeship_level",
              it.apprenticeship_level,
              Quantity{"level", 0, 4},
              "least qualification of who completes an apprenticeship");
        field("to_inactivity",
              it.to_inactivity,
              quantity::share,
              "share of the separated who do not search at once");
        field("to_inactivity_ill",
              it.to_inactivity_ill,
              quantity::share,
              "that share among people with a health barrier");
    }

    friend bool operator==(const WorkParameters&, const WorkParameters&) = default;
};

}  // namespace foothold
