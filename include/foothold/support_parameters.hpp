#pragma once

#include "foothold/describe.hpp"

namespace foothold {

/// How people come to accept support.
struct EngagementParameters {
    double accept_base = 0.0;
    double accept_per_trust = 0.0;
    double accept_per_confidence = 0.0;
    double accept_per_contact_density = 0.0;
    double fear_of_losing_benefits = 0.0;
    double second_member = 0.0;
    double second_member_eroded = 0.0;
    double waiting_drop_out = 0.0;
    double reputation_reach = 0.0;
    double reputation_memory = 0.0;
    double capital_start = 0.0;
    double capital_growth = 0.0;
    double capital_decay = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("accept_base",
              it.accept_base,
              quantity::log_odds,
              "log odds of accepting with no trust and no confidence");
        field("accept_per_trust",
              it.accept_per_trust,
              quantity::log_odds,
              "log odds of accepting from no to full trust in services");
        field("accept_per_confidence",
              it.accept_per_confidence,
              quantity::log_odds,
              "log odds of accepting from no to full confidence");
        field("accept_per_contact_density",
              it.accept_per_contact_density,
              quantity::log_odds,
              "log odds of accepting where everybody workless has met the programme");
        field("fear_of_losing_benefits",
              it.fear_of_losing_benefits,
              quantity::log_odds,
              "log odds of accepting lost on Universal Credit");
        field("second_member",
              it.second_member,
              quantity::log_odds,
              "log odds of accepting lost by further members of a household");
        field("second_member_eroded",
              it.second_member_eroded,
              quantity::share,
              "share of that loss undone by a full alliance with the first member");
        field("waiting_drop_out",
              it.waiting_drop_out,
              quantity::probability_per_month,
              "chance that somebody waiting gives up");
        field("reputation_reach",
              it.reputation_reach,
              Quantity{"1", 0, 100},
              "change of trust of all workless residents per unit of a client's change, times the "
              "share one client is of them");
        field("reputation_memory",
              it.reputation_memory,
              quantity::memory,
              "time in which a neighbourhood forgets two thirds of it");
        field("capital_start",
              it.capital_start,
              quantity::share,
              "partnership capital where no programme has worked");
        field("capital_growth",
              it.capital_growth,
              quantity::probability_per_month,
              "share of the missing partnership capital gained in a month of programme");
        field("capital_decay",
              it.capital_decay,
              quantity::probability_per_month,
              "share of the gained partnership capital lost in a month without");
    }

    friend bool operator==(const EngagementParameters&, const EngagementParameters&) = default;
};

/// What an advocate's time does.
struct CaseworkParameters {
    double alliance_growth = 0.0;
    double alliance_kept = 0.0;
    double most_hours = 0.0;
    double hours_exponent = 0.0;
    double alliance_floor = 0.0;
    double capital_floor = 0.0;
    double inexperience = 0.0;
    double experience_memory = 0.0;
    double confidence_growth = 0.0;
    double drop_out = 0.0;
    double drop_out_alliance = 0.0;
    double trust_gain = 0.0;
    double trust_loss = 0.0;
    double budget_help = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("alliance_growth",
              it.alliance_growth,
              quantity::share,
              "share of the missing working alliance gained per 10 hours together");
        field("alliance_kept",
              it.alliance_kept,
              quantity::share,
              "share of the working alliance kept on a change of advocate");
        field("most_hours",
              it.most_hours,
              quantity::hours_per_month,
              "most hours a month that one client can use");
        field("hours_exponent",
              it.hours_exponent,
              Quantity{"1", 0, 2},
              "returns to hours on one barrier");
        field("alliance_floor",
              it.alliance_floor,
              quantity::share,
              "what help does without any alliance, added to the alliance");
        field("capital_floor",
              it.capital_floor,
              quantity::share,
              "what help does without partners, added to partnership capital");
        field("inexperience", it.inexperience, quantity::share, "effect lost by a new advocate");
        field("experience_memory",
              it.experience_memory,
              quantity::memory,
              "time in which two thirds of that is learnt");
        field("confidence_growth",
              it.confidence_growth,
              quantity::share,
              "share of missing confidence gained in a month of support");
        field("drop_out",
              it.drop_out,
              quantity::rate_per_month,
              "hazard of dropping out without any alliance");
        field("drop_out_alliance",
              it.drop_out_alliance,
              quantity::log_odds,
              "log hazard of dropping out lost at full alliance");
        field("trust_gain",
              it.trust_gain,
              quantity::share,
              "share of missing trust gained when support ends well");
        field("trust_loss",
              it.trust_loss,
              quantity::share,
              "share of trust lost when support ends abruptly");
        field("budget_help",
              it.budget_help,
              quantity::hazard_ratio,
              "hazard ratio of material barriers lifting once the personal budget is spent");
    }

    friend bool operator==(const CaseworkParameters&, const CaseworkParameters&) = default;
};

}  // namespace foothold
