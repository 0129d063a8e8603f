#pragma once

#include "foothold/describe.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foothold {

/// How the funder pays: what the provider spends, or what it claims for its clients.
enum class PaymentModel : std::uint8_t { grant, by_results };

template <>
struct WordsOf<PaymentModel> {
    static constexpr std::array<std::string_view, 2> words{"grant", "by_results"};
};

/// Time out of work when a case opens, by which fees differ.
enum class DurationBand : std::uint8_t { over_2_years, from_1_to_2_years, under_1_year, in_work };

/// What a provider may claim for, once for each case.
enum class Milestone : std::uint8_t {
    engagement,
    job_start,
    weeks_13,
    weeks_26,
    weeks_52,
    progression
};
inline constexpr std::size_t milestones = 6;

/// Fees for one client who was out of work when the case opened.
struct OutcomeFees {
    double engagement = 0.0;
    double job_start = 0.0;
    double weeks_13 = 0.0;
    double weeks_26 = 0.0;
    double weeks_52 = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("engagement", it.engagement, quantity::pounds, "fee for engaging somebody");
        field("job_start", it.job_start, quantity::pounds, "fee for work found in the case");
        field("weeks_13", it.weeks_13, quantity::pounds, "further fee when it has lasted 13 weeks");
        field("weeks_26", it.weeks_26, quantity::pounds, "further fee when it has lasted 26 weeks");
        field("weeks_52", it.weeks_52, quantity::pounds, "further fee when it has lasted 52 weeks");
    }

    friend bool operator==(const OutcomeFees&, const OutcomeFees&) = default;
};

/// Fees for one client who was in work when the case opened.
struct ProgressionFees {
    double engagement = 0.0;
    double progression = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("engagement", it.engagement, quantity::pounds, "fee for engaging somebody");
        field("progression",
              it.progression,
              quantity::pounds,
              "fee for work in a better tier than when the case opened");
    }

    friend bool operator==(const ProgressionFees&, const ProgressionFees&) = default;
};

/// Fees by how long people had been out of work.
struct Fees {
    OutcomeFees over_2_years;
    OutcomeFees from_1_to_2_years;
    OutcomeFees under_1_year;
    ProgressionFees in_work;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("over_2_years", it.over_2_years, "for people out of work for two years or more");
        field("from_1_to_2_years", it.from_1_to_2_years, "the same for one to two years");
        field("under_1_year", it.under_1_year, "the same for under a year");
        field("in_work", it.in_work, "for people in work");
    }

    friend bool operator==(const Fees&, const Fees&) = default;
};

/// How a programme is paid for, and what its provider makes of that. A grant reads none of the
/// rest.
struct Payment {
    PaymentModel model = PaymentModel::grant;
    double upfront = 0.0;
    std::int32_t engagement_months = 0;
    std::int32_t lag = 0;
    std::int32_t working_capital = 0;
    double cash_memory = 0.0;
    double creaming = 0.0;
    double parking = 0.0;
    Fees fees;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("model", it.model, "grant (what is spent) or by_results (what is claimed)");
        field("upfront",
              it.upfront,
              quantity::share,
              "share of funding.per_month that is paid whatever is claimed (by_results)");
        field("engagement_months",
              it.engagement_months,
              Quantity{"month", 0, 1200},
              "support that counts as engagement");
        field(
            "lag", it.lag, Quantity{"month", 0, 1200}, "time from a claim until it has been paid");
        field("working_capital",
              it.working_capital,
              Quantity{"month", 0, 1200},
              "first months of a period in which the provider counts on all of funding.per_month");
        field("cash_memory",
              it.cash_memory,
              quantity::memory,
              "time over which it averages what claims have paid, to count on that afterwards");
        field("creaming",
              it.creaming,
              quantity::share,
              "share of places that go by expected payment per hour instead of the programme's "
              "priority");
        field("parking",
              it.parking,
              quantity::share,
              "share of advocates' time that goes by expected payment instead of need");
        field("fees", it.fees, "what may be claimed for one client");
    }

    friend bool operator==(const Payment&, const Payment&) = default;
};

}  // namespace foothold
