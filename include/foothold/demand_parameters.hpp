#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <string>
#include <vector>

namespace foothold {

/// Whom a clause on hiring serves first: an anchor institution that hires locally, or social value
/// in a contract. The share is of all hiring decisions in the zones of the shock, so it is what the
/// clause covers, not what one employer does.
struct LocalHiring {
    static constexpr bool may_be_left_out = true;

    std::vector<double> share;
    std::vector<std::string> neighbourhoods;
    double worst_share = 0.0;
    bool out_of_work = false;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("share",
              it.share,
              quantity::share,
              "share of hiring decisions that are open first to those named here, by tier; what "
              "they leave goes to everybody else");
        field("neighbourhoods",
              it.neighbourhoods,
              "codes of the neighbourhoods whose residents come first; none means all");
        field(
            "worst_share",
            it.worst_share,
            quantity::share,
            "only residents of this share of neighbourhoods, most employment-deprived first; 1 is "
            "all");
        field("out_of_work", it.out_of_work, "whether only people out of work come first");
    }

    friend bool operator==(const LocalHiring&, const LocalHiring&) = default;
};

/// A dated change of how many jobs are wanted: a recession, an employer that comes or goes,
/// automation. A ratio of 1 and no jobs added is no change; arms may turn either.
struct Shock {
    std::string name;
    std::string label;
    CalendarMonth from;
    double months = 0.0;
    double fade = 0.0;
    double rise = 0.0;
    double encounters = 1.0;
    std::vector<double> ratio;
    std::vector<double> added;
    std::vector<std::string> zones;
    LocalHiring local{};

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
        field("added",
              it.added,
              Quantity{"job", -1e6, 1e6},
              "further jobs wanted, by tier. Jobs that this has added run off as people leave them "
              "once it ends; a closure is a negative number, or a ratio below 1");
        field(
            "zones",
            it.zones,
            "codes of the work zones where it is felt; none means the whole place. Jobs added are "
            "spread over them in proportion to theirs of the tier, evenly if there are none");
        field("rise",
              it.rise,
              quantity::months.optional(),
              "time before it is felt in full in which it comes up, evenly; 0 is at once");
        field("encounters",
              it.encounters,
              quantity::share.optional(),
              "share of their neighbours in work whom people still meet, and hear of jobs from, "
              "everywhere; 1 is as usual");
        field("local", it.local, "who comes first in hiring; may be left out");
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

}  // namespace foothold
