#pragma once

#include "foothold/describe.hpp"

#include <cstdint>
#include <string>

namespace foothold {

/// A course that a programme pays for, once for each client who needs it. Left out, or with no
/// months, there is none.
struct Training {
    static constexpr bool may_be_left_out = true;

    double starts = 0.0;
    std::int32_t months = 0;
    double completes = 0.0;
    std::string barrier;
    std::int32_t below = 0;
    std::int32_t level = 0;
    double worth = 1.0;
    double cost = 0.0;
    double lock_in = 1.0;
    double employer_led = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field(
            "starts",
            it.starts,
            quantity::probability_per_month,
            "chance that a client out of work who needs it is sent on it, every month until then");
        field("months",
              it.months,
              Quantity{"month", 0, 1200},
              "length; 0 is no training. Nobody starts whose case or whose programme's money would "
              "end before");
        field("completes",
              it.completes,
              quantity::share,
              "chance to complete, of those still there at the end");
        field("barrier",
              it.barrier,
              "personal barrier that makes somebody need it and lifts on completion; \"\" is none");
        field("below",
              it.below,
              Quantity{"level", 0, 5},
              "whoever is below this level of qualification needs it too; 0 is nobody");
        field("level",
              it.level,
              Quantity{"level", 0, 4},
              "level of qualification that completing gives at least; 0 is of no value: then no "
              "barrier lifts either");
        field("worth",
              it.worth,
              quantity::share.optional(),
              "share of those who complete to whom the level counts as it does to others with "
              "employers; to the rest only the barrier lifts");
        field("cost", it.cost, quantity::pounds, "cost of each start");
        field("lock_in",
              it.lock_in,
              quantity::share,
              "intensity with which people apply for jobs during it, against what it would be; 0 "
              "is not at all");
        field("employer_led",
              it.employer_led,
              quantity::log_odds,
              "log weight with employers that completing gives while the case is open; 0 for a "
              "course in a classroom");
    }

    friend bool operator==(const Training&, const Training&) = default;
};

}  // namespace foothold
