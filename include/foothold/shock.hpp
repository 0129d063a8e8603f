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

}  // namespace foothold
