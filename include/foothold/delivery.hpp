#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <cstdint>

namespace foothold {

/// Months in which a programme works by telephone or screen instead of face to face. A programme
/// that may re-shape itself goes on at once; a contract that must first be changed waits.
struct RemotePeriod {
    static constexpr bool may_be_left_out = true;

    CalendarMonth from;
    std::int32_t months = 0;
    double remote = 0.0;
    std::int32_t adapts_after = 0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month of the period");
        field("months", it.months, Quantity{"month", 0, 1200}, "length of the period");
        field("remote",
              it.remote,
              quantity::share,
              "share of the work done by telephone or screen; 0 is face to face");
        field("adapts_after",
              it.adapts_after,
              Quantity{"month", 0, 1200},
              "first months of the period in which nobody is met, because the contract must first "
              "be changed; 0 for a programme that may re-shape itself");
    }

    friend bool operator==(const RemotePeriod&, const RemotePeriod&) = default;
};

}  // namespace foothold
