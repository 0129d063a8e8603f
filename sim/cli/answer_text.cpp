#include "sim/cli/amounts.hpp"
#include "sim/cli/answer.hpp"
#include "sim/cli/paragraph.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace foothold {

namespace {

constexpr std::size_t label_width = 32;
constexpr std::size_t column_width = 16;
constexpr std::size_t arms_per_table = 3;

std::string number(double value, const std::string& unit) {
    return unit == "GBP" ? shortened(value) : grouped(value);
}

std::string central(const std::optional<Estimate>& estimate, const AnswerRow& row) {
    if (!estimate) {
        return "n/a";
    }
    const bool plus = row.is_gain && std::llround(estimate->mean) > 0;
    return (plus ? "+" : "") + number(estimate->mean, row.unit);
}

std::string interval(const std::optional<Estimate>& estimate, const AnswerRow& row) {
    if (!estimate || !estimate->interval) {
        return "";
    }
    const auto [low, high] = *estimate->interval;
    const std::string text = number(low, row.unit) + ".." + number(high, row.unit);
    return text.size() < column_width ? text : shortened(low) + ".." + shortened(high);
}

std::string heading(const std::string& arm) {
    constexpr std::size_t most = column_width - 2;
    return arm.size() <= most ? arm : arm.substr(0, most - 2) + "..";
}

/// The arms from `first` on, as many as fit.
void print_table(const Answer& answer, std::size_t first, std::ostream& out) {
    const std::size_t end = std::min(first + arms_per_table, answer.arms.size());
    out << std::string(label_width, ' ');
    for (std::size_t arm = first; arm < end; ++arm) {
        out << to_right(heading(answer.arms[arm]), column_width);
    }
    out << '\n';
    for (const AnswerRow& row : answer.rows) {
        std::string intervals;
        out << to_left(row.label, label_width);
        for (std::size_t arm = first; arm < end; ++arm) {
            out << to_right(central(row.arms[arm], row), column_width);
            intervals += to_right(interval(row.arms[arm], row), column_width);
        }
        out << '\n';
        if (intervals.find_first_not_of(' ') != std::string::npos) {
            out << to_left("    95 % interval", label_width) << intervals << '\n';
        }
    }
    out << '\n';
}

void print_notes(const Answer& answer, std::ostream& out) {
    std::string notes = "\"More\" and \"extra\" are against " + answer.reference
                        + ", each person with the same luck. ";
    notes += "An extra person in work is in work all through the study's "
             + std::to_string(answer.months) + " months. ";
    notes += answer.replicates < 3
                 ? "There are no intervals with fewer than three replicates. "
                 : "Intervals are over " + std::to_string(answer.replicates)
                       + " replicates; they hold the luck of the draw, not doubt about the "
                         "parameters. ";
    notes += "n/a: no gain, beyond luck, to divide by.";
    out << paragraph(notes) << '\n';
}

/// 12 as "12 more", -12 as "12 fewer".
std::string more_or_fewer(double years) {
    return grouped(std::abs(years)) + (std::llround(years) < 0 ? " fewer" : " more");
}

/// Years in work, for somebody who reads no tables.
std::string in_words(const Estimate& years) {
    if (!years.interval) {
        return more_or_fewer(years.mean)
               + " years in work, all told. Fewer than three replicates cannot say how much of "
                 "that is luck.";
    }
    const auto [low, high] = *years.interval;
    if (years.interval->holds_zero()) {
        return "no effect on years in work that can be told from luck; by luck alone anything "
               "from "
               + more_or_fewer(low) + " to " + more_or_fewer(high) + ".";
    }
    return more_or_fewer(years.mean) + " years in work, all told (by luck alone "
           + more_or_fewer(low) + " to " + more_or_fewer(high) + ")";
}

std::string with_price(const Answer& answer, std::size_t arm) {
    const std::string words = in_words(*answer.row("job_years").arms[arm]);
    const std::optional<Estimate>& price = answer.row("cost_per_job_year").arms[arm];
    return words
           + (price ? ", for GBP " + shortened(price->mean) + " each."
                    : (words.back() == '.' ? "" : "."));
}

void print_words(const Answer& answer, std::ostream& out) {
    if (answer.arms.empty()) {
        out << paragraph("The study has one arm, so there is nothing to compare it with.");
        return;
    }
    out << paragraph("In words, against " + answer.reference + " (" + answer.reference_label
                     + "):");
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        out << paragraph(answer.arms[arm] + " (" + answer.labels[arm]
                             + "): " + with_price(answer, arm),
                         "  ",
                         "    ");
    }
    for (const Contrast& each : answer.contrasts) {
        const std::string words = in_words(each.job_years);
        out << paragraph(each.arm + " against " + each.other + ": " + words
                             + (words.back() == '.' ? "" : "."),
                         "  ",
                         "    ");
    }
}

}  // namespace

void print_answer(const Answer& answer, std::ostream& out) {
    out << paragraph(answer.question) << '\n';
    for (std::size_t arm = 0; arm < answer.arms.size(); arm += arms_per_table) {
        print_table(answer, arm, out);
    }
    print_notes(answer, out);
    print_words(answer, out);
    out << "Fingerprint " << answer.fingerprint << '\n';
}

std::string json_of(const Answer& answer) {
    nlohmann::ordered_json json;
    json["question"] = answer.question;
    json["reference"] = {{"name", answer.reference}, {"label", answer.reference_label}};
    json["months"] = answer.months;
    json["replicates"] = answer.replicates;
    json["fingerprint"] = answer.fingerprint;
    json["arms"] = nlohmann::ordered_json::object();
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        nlohmann::ordered_json& it = json["arms"][answer.arms[arm]];
        it["label"] = answer.labels[arm];
        for (const AnswerRow& row : answer.rows) {
            nlohmann::ordered_json& value = it[row.key];
            value["unit"] = row.unit;
            value["mean"] = row.arms[arm] ? nlohmann::ordered_json(row.arms[arm]->mean) : nullptr;
            const bool known = row.arms[arm] && row.arms[arm]->interval;
            value["low_95"] =
                known ? nlohmann::ordered_json(row.arms[arm]->interval->low) : nullptr;
            value["high_95"] =
                known ? nlohmann::ordered_json(row.arms[arm]->interval->high) : nullptr;
        }
    }
    json["contrasts"] = nlohmann::ordered_json::array();
    for (const Contrast& each : answer.contrasts) {
        const auto& years = each.job_years;
        json["contrasts"].push_back(
            {{"arm", each.arm},
             {"other", each.other},
             {"job_years", years.mean},
             {"low_95", years.interval ? nlohmann::ordered_json(years.interval->low) : nullptr},
             {"high_95", years.interval ? nlohmann::ordered_json(years.interval->high) : nullptr}});
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
