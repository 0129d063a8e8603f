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
    double contact_memory = 0.0;
    double reputation_reach = 0.0;
    double reputation_memory = 0.0;
    double capital_start = 0.0;
    double capital_growth = 0.0;
    double capital_decay = 0.0;
    double capital_cases = 0.0;
    double capital_co_located = 0.0;
    double jobcentre_alone = 0.0;
    double partners_alone = 0.0;
    double word_of_mouth_alone = 0.0;
    double outreach_alone = 0.0;
    double remote_outreach = 0.0;
    double remote_word_of_mouth = 0.0;

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
              "log odds of accepting where everybody workless has lately met the programme");
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
        field("contact_memory",
              it.contact_memory,
              quantity::memory,
              "time in which having met a programme fades to a third");
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
              "share of the missing partnership capital gained in a month of programme at full "
              "presence");
        field("capital_decay",
              it.capital_decay,
              quantity::probability_per_month,
              "share of the gained partnership capital lost in a month without");
        field("capital_cases",
              it.capital_cases,
              quantity::count,
              "open cases that make a programme fully present in a neighbourhood");
        field("capital_co_located",
              it.capital_co_located,
              quantity::hazard_ratio,
              "how much faster capital grows where all advocates sit with partners");
        field("jobcentre_alone",
              it.jobcentre_alone,
              quantity::share,
              "share of Jobcentre referrals that come without partnership capital");
        field("partners_alone",
              it.partners_alone,
              quantity::share,
              "share of partners' referrals that come without partnership capital");
        field("word_of_mouth_alone",
              it.word_of_mouth_alone,
              quantity::share,
              "share of word of mouth that works without partnership capital");
        field("outreach_alone",
              it.outreach_alone,
              quantity::share,
              "share of outreach contacts that are made without partnership capital");
        field("remote_outreach",
              it.remote_outreach,
              quantity::share,
              "share of outreach contacts that are left while a programme works remotely");
        field("remote_word_of_mouth",
              it.remote_word_of_mouth,
              quantity::share,
              "share of word of mouth that is left while a programme works remotely");
    }

    friend bool operator==(const EngagementParameters&, const EngagementParameters&) = default;
};

}  // namespace foothold
