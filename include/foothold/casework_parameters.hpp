#pragma once

#include "foothold/describe.hpp"

#include <string>

namespace foothold {

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
    double trust_loss_advocate = 0.0;
    double trust_loss_household = 0.0;
    double hand_over = 0.0;
    double budget_help = 0.0;
    double budget_typical = 0.0;
    double budget_returns = 0.0;
    double hours_by_need = 0.0;
    double confidence_memory = 0.0;
    double remote_help = 0.0;
    double remote_alliance = 0.0;
    double remote_ill = 0.0;
    double remote_excluded = 0.0;
    std::string digital_barrier{};

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
        field("trust_loss_advocate",
              it.trust_loss_advocate,
              quantity::share,
              "share of trust lost when the advocate leaves");
        field("trust_loss_household",
              it.trust_loss_household,
              quantity::share,
              "share of such a loss that other adults of the household feel as their own");
        field("hand_over",
              it.hand_over,
              quantity::share,
              "share of the loss at the end of funding that a hand-over to partners avoids at full "
              "partnership capital");
        field("budget_help",
              it.budget_help,
              quantity::hazard_ratio,
              "hazard ratio of material barriers lifting once a typical personal budget is spent");
        field("budget_typical",
              it.budget_typical,
              quantity::pounds,
              "personal budget that gives that help");
        field("budget_returns",
              it.budget_returns,
              quantity::share,
              "how the help grows with the budget: 0 not at all, 1 in proportion, between with "
              "falling returns");
        field("hours_by_need",
              it.hours_by_need,
              Quantity{"1", 0, 100},
              "how much more of the advocate's time each barrier in reach gives a client; 0 shares "
              "it equally");
        field("confidence_memory",
              it.confidence_memory,
              quantity::memory,
              "time in which confidence comes two thirds of the way to what one's situation "
              "supports");
        field(
            "remote_help",
            it.remote_help,
            Quantity{"1", 0, 2},
            "what an hour by telephone or screen does for a barrier against one face to face, for "
            "clients with neither health nor digital barriers");
        field("remote_alliance",
              it.remote_alliance,
              Quantity{"1", 0, 2},
              "the same for the working alliance and for confidence");
        field("remote_ill",
              it.remote_ill,
              quantity::share,
              "share of either that is left for clients with a health barrier");
        field("remote_excluded",
              it.remote_excluded,
              quantity::share,
              "share of either that is left for clients with the digital barrier");
        field("digital_barrier", it.digital_barrier, "barrier that counts as digital exclusion");
    }

    friend bool operator==(const CaseworkParameters&, const CaseworkParameters&) = default;
};

}  // namespace foothold
