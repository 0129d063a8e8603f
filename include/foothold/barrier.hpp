#pragma once

#include "foothold/describe.hpp"
#include "foothold/place.hpp"
#include "foothold/services_cost.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foothold {

/// Whose barrier it is: one person's, or shared by everybody in the household.
enum class Scope : std::uint8_t { personal, household };

template <>
struct WordsOf<Scope> {
    static constexpr std::array<std::string_view, 2> words{"personal", "household"};
};

template <>
struct WordsOf<Domain> {
    static constexpr std::array<std::string_view, 7> words{
        "income", "employment", "education", "health", "crime", "housing", "environment"};
};

/// At most this many barriers in a scenario: one bit each.
inline constexpr std::size_t most_barriers = 16;

using BarrierSet = std::uint16_t;  ///< bit k is set while barrier k is present

/// A barrier to work. Barriers are data: a new one is a new entry in a scenario, not new code.
struct Barrier {
    std::string name;
    Scope scope = Scope::personal;
    std::int32_t stream = 0;
    bool counts = true;
    double prevalence = 0.0;
    Domain domain = Domain::income;
    double domain_loading = 0.0;
    double age_loading = 0.0;
    double qualification_loading = 0.0;
    double recovery = 0.0;
    double chronic = 0.0;
    double relapse = 0.0;
    double spill_over = 0.0;
    double long_out_of_work = 0.0;
    double after_job_loss = 0.0;
    double after_job_entry = 0.0;
    Factors raised_by;
    Factors slowed_by;
    double employment = 0.0;
    double readiness = 0.0;
    double hiring = 0.0;
    double separation = 0.0;
    double acceptance = 0.0;
    std::int32_t stage = 0;
    double help = 0.0;
    bool material = false;
    CostByPayer services_cost;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("scope", it.scope, "whose it is: personal, or shared by the household");
        field("stream",
              it.stream,
              Quantity{"1", 0, 63},
              "permanent number of its random draws, its own for ever");
        field("counts",
              it.counts,
              "whether it counts as a barrier that burdens others at home and makes somebody "
              "eligible");
        field("prevalence",
              it.prevalence,
              quantity::share,
              "share of adults (personal) or households (household) with it");
        field("domain",
              it.domain,
              "domain of the Indices of Deprivation it follows from place to place");
        field("domain_loading",
              it.domain_loading,
              quantity::standard_deviations,
              "latent shift per standard deviation of the domain");
        field("age_loading",
              it.age_loading,
              quantity::standard_deviations,
              "latent shift per ten years of age above 40");
        field("qualification_loading",
              it.qualification_loading,
              quantity::standard_deviations,
              "latent shift per level of qualification below level 2");
        field("recovery", it.recovery, quantity::rate_per_month, "hazard of lifting without help");
        field(
            "chronic",
            it.chronic,
            quantity::share,
            "share of onsets that turn out chronic: barrier_dynamics.chronic_recovery slows them");
        field("relapse",
              it.relapse,
              quantity::hazard_ratio,
              "extra onset hazard right after recovery, fading; 0 is none");
        field(
            "spill_over",
            it.spill_over,
            quantity::hazard_ratio,
            "onset hazard ratio per personal barrier of the other members; of a shared barrier, of "
            "members other than the householder");
        field("long_out_of_work",
              it.long_out_of_work,
              quantity::hazard_ratio,
              "onset hazard ratio after 12 months out of work");
        field("after_job_loss",
              it.after_job_loss,
              quantity::hazard_ratio,
              "onset hazard ratio in the year after losing a job");
        field("after_job_entry",
              it.after_job_entry,
              quantity::hazard_ratio,
              "onset hazard ratio in the year after coming into work");
        field("raised_by",
              it.raised_by,
              quantity::hazard_ratio,
              "onset hazard ratio while another barrier is present");
        field("slowed_by",
              it.slowed_by,
              quantity::hazard_ratio,
              "recovery hazard ratio while another barrier is present");
        field("employment",
              it.employment,
              quantity::log_odds,
              "log odds of employment while present, at the start");
        field("readiness",
              it.readiness,
              quantity::log_odds,
              "log odds of readiness lost while present");
        field("hiring",
              it.hiring,
              quantity::log_odds,
              "log weight with employers lost while present");
        field("separation",
              it.separation,
              quantity::hazard_ratio,
              "hazard ratio of losing a job while present");
        field("acceptance",
              it.acceptance,
              quantity::log_odds,
              "log odds of accepting support while present");
        field("stage",
              it.stage,
              Quantity{"1", 1, 9},
              "order in which advocates take barriers up; 1 is a crisis");
        field("help",
              it.help,
              quantity::rate_per_month,
              "hazard of lifting for one hour a month, before alliance, partners and experience "
              "weigh in");
        field("material", it.material, "whether a personal budget can buy relief");
        field("services_cost",
              it.services_cost,
              "cost to public services while present, by who pays");
    }

    friend bool operator==(const Barrier&, const Barrier&) = default;
};

}  // namespace foothold
