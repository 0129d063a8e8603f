#include "sim/cli/validation.hpp"

#include "sim/cli/paragraph.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace foothold {

namespace {

constexpr std::size_t name_width = 32;
constexpr std::size_t published_width = 14;
constexpr std::size_t simulated_width = 21;

using Json = nlohmann::ordered_json;

Json row_json(const ValidationRow& row) {
    const Pattern& it = row.pattern;
    const bool known = row.simulated && row.simulated->interval;
    return {{"id", it.name},
            {"pattern", it.pattern},
            {"says", it.says},
            {"definition", it.definition},
            {"unit", it.unit},
            {"published", it.published},
            {"population", it.population},
            {"source", it.reference},
            {"confidence", it.confidence},
            {"expect", WordsOf<Expect>::words.at(static_cast<std::size_t>(it.expect))},
            {"low", it.low},
            {"high", it.high},
            {"tolerance", it.tolerance},
            {"because", it.because},
            {"kind", WordsOf<Given>::words.at(static_cast<std::size_t>(it.kind))},
            {"fitted", it.fitted},
            {"simulated", row.simulated ? Json(row.simulated->mean) : Json(nullptr)},
            {"low_95", known ? Json(row.simulated->interval->low) : Json(nullptr)},
            {"high_95", known ? Json(row.simulated->interval->high) : Json(nullptr)},
            {"verdict", verdict_words.at(static_cast<std::size_t>(row.verdict))},
            {"tried", it.tried},
            {"experiment", it.experiment},
            {"command", row.command}};
}

std::string counted(const Validation& validation) {
    std::string text;
    for (std::size_t v = 0; v < verdict_words.size(); ++v) {
        const std::size_t number = validation.count(static_cast<Verdict>(v));
        text += (v > 0 ? ", " : "") + std::to_string(number) + " " + verdict_words[v];
    }
    return text;
}

}  // namespace

std::size_t Validation::count(Verdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const ValidationRow& row) {
            return row.verdict == verdict;
        }));
}

double Validation::seconds() const {
    double sum = 0.0;
    for (const ExperimentRecord& each : experiments) {
        sum += each.seconds;
    }
    return sum;
}

std::string in_unit(double value, const Pattern& pattern) {
    constexpr double hundred = 100.0;
    const double large = std::max(std::abs(value), std::abs(pattern.high));
    const int decimals = pattern.unit == "%" ? 1 : large >= hundred ? 0 : large >= 2.0 ? 1 : 3;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    const std::string digits = text.data();
    const bool zero = digits.find_first_not_of("-0.") == std::string::npos;
    return zero && digits[0] == '-' ? digits.substr(1) : digits;
}

std::string with_interval(const ValidationRow& row) {
    if (!row.simulated) {
        return "n/a";
    }
    std::string text = in_unit(row.simulated->mean, row.pattern);
    if (row.simulated->interval) {
        text += " (" + in_unit(row.simulated->interval->low, row.pattern) + ".."
                + in_unit(row.simulated->interval->high, row.pattern) + ")";
    }
    return text;
}

std::string verdict_text(const ValidationRow& row) {
    const std::string word = verdict_words.at(static_cast<std::size_t>(row.verdict));
    return row.pattern.fitted && row.verdict != Verdict::not_judged ? word + " *" : word;
}

void print_validation(const Validation& validation, std::ostream& out) {
    out << to_left("", name_width) << to_left("published", published_width)
        << to_left("simulated (95 %)", simulated_width) << "verdict\n";
    std::string group;
    for (const ValidationRow& row : validation.rows) {
        const Pattern& it = row.pattern;
        if (it.pattern != group) {
            out << it.pattern << '\n';
            group = it.pattern;
        }
        const std::string unit = it.unit == "%" ? ", %" : "";
        const auto name = to_left("  " + it.name + unit, name_width - 1);
        const auto published = to_left(it.published, published_width - 1);
        const bool fits = name.size() < name_width && published.size() < published_width;
        out << name << ' ' << published << ' '
            << (fits ? "" : "\n" + to_left("", name_width + published_width))
            << to_left(with_interval(row), simulated_width - 1) << ' ' << verdict_text(row) << '\n';
    }
    out << '\n'
        << paragraph(
               counted(validation)
               + ". Shown: the whole interval passes the rule set beforehand for its row; not "
                 "shown: none of it does; cannot tell: it spans the border, or there is none. * "
                 "parameters were fitted to this row, so it is no test. Intervals are over "
                 "replicates and hold the luck of the draw, not doubt about the parameters. "
                 "docs/validation.md says what each row counts and where its figure is from; "
                 "`foothold validate --only P3` makes the rows of P3 again.");
    for (const ValidationRow& row : validation.rows) {
        if (row.verdict == Verdict::not_shown && !row.pattern.tried.empty()) {
            out << '\n' << paragraph(row.pattern.name + ": " + row.pattern.tried);
        }
    }
    out << '\n';
    for (const ExperimentRecord& each : validation.experiments) {
        out << paragraph(each.plan.name + ": " + std::to_string(each.replicates) + " replicates of "
                             + std::to_string(each.months) + " months, "
                             + std::to_string(each.neighbourhoods) + " neighbourhoods, "
                             + std::to_string(each.people) + " people, "
                             + std::to_string(std::llround(each.seconds)) + " s",
                         "  ",
                         "    ");
    }
    out << "  all told " << std::llround(validation.seconds()) << " s\n";
}

std::string json_of(const Validation& validation) {
    Json json{{"schema_version", 1},
              {"scenario", validation.scenario},
              {"place", validation.place},
              {"version", validation.version},
              {"seed", validation.seed}};
    json["rows"] = Json::array();
    for (const ValidationRow& row : validation.rows) {
        json["rows"].push_back(row_json(row));
    }
    json["experiments"] = Json::array();
    for (const ExperimentRecord& each : validation.experiments) {
        json["experiments"].push_back({{"name", each.plan.name},
                                       {"scenario", each.plan.scenario},
                                       {"neighbourhoods", each.neighbourhoods},
                                       {"people", each.people},
                                       {"replicates", each.replicates},
                                       {"months", each.months},
                                       {"seconds", each.seconds}});
    }
    for (std::size_t v = 0; v < verdict_words.size(); ++v) {
        json["verdicts"][verdict_words[v]] = validation.count(static_cast<Verdict>(v));
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
