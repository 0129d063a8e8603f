#pragma once

#include "foothold/describe.hpp"

#include <vector>

namespace foothold {

/// How jobs end.
struct WorkParameters {
    std::vector<double> separation;
    double new_job_excess = 0.0;
    double new_job_memory = 0.0;
    double young = 0.0;
    double supported = 0.0;
    double place = 0.0;
    std::vector<double> promotion;
    double promotion_supported = 0.0;
    double slipping = 0.0;
    double slipping_per_level = 0.0;
    double apprenticeship_level = 0.0;
    double to_inactivity = 0.0;
    double to_inactivity_ill = 0.0;
    double still_looking = 0.0;

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
        field("young",
              it.young,
              quantity::hazard_ratio,
              "hazard ratio of losing a job before the 25th birthday");
        field("supported",
              it.supported,
              quantity::hazard_ratio,
              "hazard ratio while an advocate supports in work");
        field(
            "place",
            it.place,
            quantity::share,
            "how far what slows a neighbourhood's applications, as solved in the burn-in, ends its "
            "people's jobs too; 0 is not at all, 1 as much");
        field("promotion",
              it.promotion,
              quantity::rate_per_month,
              "hazard of being put forward for a vacancy of the next better tier where one works, "
              "by tier, the best left out");
        field("promotion_supported",
              it.promotion_supported,
              quantity::hazard_ratio,
              "hazard ratio of that while an advocate supports in work");
        field(
            "slipping",
            it.slipping,
            quantity::rate_per_month,
            "hazard that the job of somebody without any qualification turns into one of the tier "
            "below, while another of that tier turns better");
        field(
            "slipping_per_level",
            it.slipping_per_level,
            quantity::log_odds,
            "log hazard of that lost per level of qualification above none, and log odds of being "
            "the one whose job turns better gained");
        field("apprenticeship_level",
              it.apprenticeship_level,
              Quantity{"level", 0, 4},
              "least qualification of who completes an apprenticeship");
        field("to_inactivity",
              it.to_inactivity,
              quantity::share,
              "share of those who lose a settled job who do not search at once");
        field("to_inactivity_ill",
              it.to_inactivity_ill,
              quantity::share,
              "that share among people with a health barrier");
        field(
            "still_looking",
            it.still_looking,
            quantity::share,
            "how far both shares fall short of that in a brand-new job, fading with tenure as its "
            "extra hazard does; 0 is not at all");
    }

    friend bool operator==(const WorkParameters&, const WorkParameters&) = default;
};

}  // namespace foothold
