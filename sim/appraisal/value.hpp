#pragma once

#include "sim/appraisal/money.hpp"
#include "sim/experiments/estimate.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// A line of the accounts: what it adds to (positive) or takes from its account.
struct ValueLine {
    std::string_view key;
    std::string_view label;
    std::int64_t (*of)(const MoneyMonth&);  // [pence/month]
};

/// All lines, each account after what it is the sum of.
const std::vector<ValueLine>& value_lines();

/// The line of that key, which must exist.
const ValueLine& line_called(std::string_view key);

/// A line's present values over replicates. [GBP]
struct LineValue {
    std::string key;
    std::string label;
    Estimate total;
    std::vector<Estimate> by_year;
    std::vector<Estimate> so_far;  // added up to the close of each year
};

/// When an account has paid back what it laid out.
struct BreakEven {
    std::optional<std::size_t> year;  // first from which the mean balance so far stays >= 0
    double share = 0.0;               // [1] of replicates that have broken even by the end
};

/// Both balances if what happens to other households were different from what the model finds.
struct DisplacementTest {
    std::string key;
    std::string label;
    Estimate exchequer;  // [GBP] present value
    Estimate society;    // [GBP] present value
};

/// An account as `held + multiple * others`, in present values.
struct SplitBalance {
    Estimate held;    // [GBP] programme, supported households
    Estimate others;  // [GBP] everybody else, as modelled: what they lose less what they win
    // [1] multiple of `others` at which the mean balance is nil; the interval holds the multiples
    // at which the balance cannot be told from nil, and is missing if they have no end
    std::optional<Estimate> zero_at;
};

/// What one arm costs and is worth against the reference.
struct ArmValue {
    std::string arm;
    std::string label;
    bool supports = false;  // whether anybody is supported; else nothing that others gain or lose
                            // is displacement, and `tests` is empty
    std::vector<LineValue> lines;
    BreakEven exchequer_break_even;
    BreakEven society_break_even;
    std::optional<Estimate> exchequer_ratio;  // [1] saved per pound of programme, if there is cost
    std::optional<Estimate> society_ratio;    // [1] benefit per pound of programme
    std::vector<DisplacementTest> tests;
    SplitBalance exchequer_split;
    SplitBalance society_split;

    const LineValue& line(std::string_view key) const;
};

/// The accounts of a study's arms, over the first `months` of it.
struct StudyValue {
    std::string reference;
    std::string reference_label;
    std::size_t replicates = 0;
    std::size_t planned = 0;          // [replicate] that the study was to have
    std::size_t lived = 0;            // [month] of the study
    std::size_t months = 0;           // [month] that are counted
    double discount_rate = 0.0;       // [1/year]
    std::int32_t price_year = 0;      // whose prices everything is in, from its April
    std::int32_t unit_cost_year = 0;  // whose prices unit costs were given in
    std::string fingerprint;          // of the results, if they were read from a file
    std::vector<ArmValue> arms;
};

/// A course's present values: `result[year]`, of one line. [GBP]
std::vector<double>
yearly_values(const std::vector<MoneyMonth>& course, const ValueLine& line, double rate);

/// The first year, counted from 1, from whose close the balance so far stays at or above zero to
/// the end.
std::optional<std::size_t> break_even_year(const std::vector<double>& by_year);

/// The accounts of `arms` over the first `months`, which the study must have lived.
StudyValue
value_of(const MoneySources& study, const std::vector<std::size_t>& arms, std::size_t months);

}  // namespace foothold
