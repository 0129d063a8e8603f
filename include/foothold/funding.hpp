#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace foothold {

/// What happens to open cases when the money ends: they close at once; fewer are taken on towards
/// the end; partner services take them over; or advocates stay until their cases have closed.
enum class Exit : std::uint8_t { cliff, taper, hand_over, run_off };

template <>
struct WordsOf<Exit> {
    static constexpr std::array<std::string_view, 4> words{
        "cliff", "taper", "hand_over", "run_off"};
};

/// Money without a break.
struct FundingPeriod {
    CalendarMonth from;
    std::int32_t months = 0;
    double per_month = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month of the period");
        field("months", it.months, Quantity{"month", 0, 1200}, "length of the period");
        field("per_month", it.per_month, quantity::pounds_per_month, "budget in the period");
    }

    friend bool operator==(const FundingPeriod&, const FundingPeriod&) = default;
};

/// The money, and the rules that follow from its end.
struct Funding {
    CalendarMonth from;
    std::int32_t months = 0;
    double per_month = 0.0;
    std::int32_t intake_stops_before_end = 0;
    Exit exit = Exit::cliff;
    std::int32_t taper_months = 0;
    std::vector<FundingPeriod> further_periods = {};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month of funding");
        field("months",
              it.months,
              Quantity{"month", 0, 1200},
              "length of funding; the end is known from the start");
        field("per_month", it.per_month, quantity::pounds_per_month, "budget");
        field("intake_stops_before_end",
              it.intake_stops_before_end,
              Quantity{"month", 0, 1200},
              "last months of a period in which nobody new is taken on");
        field("exit",
              it.exit,
              "how a period ends: cliff, taper (caseloads shrink before), hand_over (to partners) "
              "or run_off (open cases run their course, at a further cost)");
        field("taper_months",
              it.taper_months,
              Quantity{"month", 0, 1200},
              "months before the end in which caseloads may no longer be full (taper)");
        field("further_periods",
              it.further_periods,
              "periods of funding after the first, in order; one that begins with the month in "
              "which the one before ended renews it");
    }

    friend bool operator==(const Funding&, const Funding&) = default;
};

}  // namespace foothold
