#pragma once

#include "foothold/describe.hpp"
#include "foothold/month.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

// A made-up struct with a member of every kind that `describe` knows, for tests of the readers and
// writers of scenarios.

enum class SampleOrder : std::uint8_t { first_come, by_need };

template <>
struct WordsOf<SampleOrder> {
    static constexpr std::array<std::string_view, 2> words{"first_come", "by_need"};
};

struct SampleBarrier {
    std::string name;
    double onset = 0.0;
    double relief = 0.0;
    Factors raised_by;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("onset", it.onset, quantity::probability_per_month, "chance of acquiring it");
        field("relief", it.relief, quantity::probability_per_month, "chance that it lifts");
        field("raised_by", it.raised_by, quantity::hazard_ratio, "onset ratio beside another");
    }

    friend bool operator==(const SampleBarrier&, const SampleBarrier&) = default;
};

struct SampleRule {
    CalendarMonth from;
    double amount = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("from", it.from, "first month in force");
        field("amount", it.amount, quantity::pounds_per_month, "amount paid");
    }

    friend bool operator==(const SampleRule&, const SampleRule&) = default;
};

struct SampleFunding {
    std::int32_t months = 0;
    std::uint64_t seed = 0;
    bool known = false;
    SampleOrder order = SampleOrder::first_come;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("months", it.months, Quantity{"month", 0, 600}, "length of funding");
        field("seed", it.seed, Quantity{"1", 0, 18446744073709551615.0}, "source of luck");
        field("known", it.known, "whether the end is known");
        field("order", it.order, "who is served first");
    }

    friend bool operator==(const SampleFunding&, const SampleFunding&) = default;
};

struct Sample {
    std::string title;
    std::vector<std::string> codes;
    std::vector<double> tiers;
    std::vector<std::vector<double>> moves;
    double balance = 0.0;
    Named<SampleBarrier> barriers;
    SampleFunding funding;
    std::vector<SampleRule> rules;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("title", it.title, "one line");
        field("codes", it.codes, "codes of places");
        field("tiers", it.tiers, quantity::share, "share by tier");
        field("moves", it.moves, quantity::share, "chance of each move");
        field("balance",
              it.balance,
              Quantity{"GBP", -quantity::unbounded, quantity::unbounded},
              "money left");
        field("barriers", it.barriers, "barriers to work");
        field("funding", it.funding, "the money");
        field("rules", it.rules, "rules by date");
    }

    friend bool operator==(const Sample&, const Sample&) = default;
};

/// A complete, correct text for a Sample.
inline constexpr const char* sample_text = R"(title: A town
codes: [E01, "E02"]
tiers: [0.2, 0.5, 0.3]
moves: [[0.9, 0.1], [0.4, 0.6]]
balance: -1.5e3
barriers:
  debt:
    onset: {value: 0.004, source: "cite: A survey (2020), table 3", range: [0.002, 0.008]}
    relief: 0.02
    raised_by: {illness: 1.5}
  illness:
    onset: 0.01
    relief: 0.05
    raised_by: {}
funding:
  months: 30
  seed: 18446744073709551615
  known: true
  order: by_need
rules:
  - {from: 2018-04, amount: 317.82}
  - {from: 2019-04, amount: 320}
)";

}  // namespace foothold
