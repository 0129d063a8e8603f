#include "sim/cli/answer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace foothold {

namespace {

constexpr std::size_t label_width = 34;
constexpr std::size_t column_width = 15;

/// 12345.6 as "12,346"; a true minus is avoided so that columns can be pasted into a spreadsheet.
std::string grouped(double value) {
    std::string digits = std::to_string(std::llabs(std::llround(value)));
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return (std::llround(value) < 0 ? "-" : "") + digits;
}

/// Pounds in the unit that reads best: 4,312 or 4.31m.
std::string money(double pounds) {
    constexpr double million = 1e6;
    if (std::abs(pounds) < million) {
        return grouped(pounds);
    }
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << pounds / million << "m";
    return text.str();
}

std::string number(double value, const std::string& unit) {
    return unit == "GBP" ? money(value) : grouped(value);
}

std::string pad(const std::string& text, std::size_t width) {
    return text.size() >= width ? text : std::string(width - text.size(), ' ') + text;
}

bool is_difference(const AnswerRow& row) {
    return row.label.rfind("more ", 0) == 0;
}

std::string central(const std::optional<Estimate>& estimate, const AnswerRow& row) {
    if (!estimate) {
        return "n/a";
    }
    const bool plus = is_difference(row) && std::llround(estimate->mean) > 0;
    return (plus ? "+" : "") + number(estimate->mean, row.unit);
}

std::string interval(const std::optional<Estimate>& estimate, const AnswerRow& row) {
    if (!estimate || !estimate->half_width) {
        return "";
    }
    return number(estimate->mean - *estimate->half_width, row.unit) + ".."
           + number(estimate->mean + *estimate->half_width, row.unit);
}

const AnswerRow* find(const Answer& answer, const std::string& key) {
    for (const AnswerRow& row : answer.rows) {
        if (row.key == key) {
            return &row;
        }
    }
    return nullptr;
}

void print_words(const Answer& answer, std::ostream& out) {
    const AnswerRow* years = find(answer, "job_years");
    if (years == nullptr) {
        return;
    }
    out << "In words, against \"" << answer.reference_label << "\":\n";
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        const Estimate& more = *years->arms[arm];
        out << "  " << answer.labels[arm] << ":\n    ";
        if (!more.half_width) {
            out << grouped(more.mean)
                << " more years in work; how sure that is, more replicates will tell.\n";
        } else if (more.differs_from_zero()) {
            out << (more.mean > 0.0 ? grouped(more.mean) + " more" : grouped(-more.mean) + " fewer")
                << " years in work than without, give or take " << grouped(*more.half_width)
                << ".\n";
        } else {
            out << "cannot be told from no effect on years in work (" << interval(more, *years)
                << ").\n";
        }
    }
}

}  // namespace

void print_answer(const Answer& answer, std::ostream& out) {
    out << answer.question << "\n\n";
    out << std::string(label_width, ' ');
    for (const std::string& arm : answer.arms) {
        out << pad(arm, column_width);
    }
    out << '\n';
    for (const AnswerRow& row : answer.rows) {
        const std::string label = row.label + (row.unit == "GBP" ? ", GBP" : "");
        out << label << std::string(label_width - std::min(label_width, label.size()), ' ');
        for (const auto& estimate : row.arms) {
            out << pad(central(estimate, row), column_width);
        }
        out << '\n';
        const bool intervals =
            std::any_of(row.arms.begin(), row.arms.end(), [](const auto& estimate) {
                return estimate && estimate->half_width;
            });
        if (intervals) {
            out << pad("95 % interval  ", label_width);
            for (const auto& estimate : row.arms) {
                out << pad(interval(estimate, row), column_width);
            }
            out << '\n';
        }
    }
    out << "\n\"More\" is against the reference arm, each person with the same luck; intervals are "
           "over "
        << answer.replicates << (answer.replicates == 1 ? " replicate" : " replicates")
        << ".\nThey hold the luck of the draw, not doubt about the parameters. n/a: no gain to "
           "divide by.\n\n";
    print_words(answer, out);
    out << "Fingerprint " << answer.fingerprint << '\n';
}

std::string json_of(const Answer& answer) {
    nlohmann::ordered_json json;
    json["question"] = answer.question;
    json["reference"] = answer.reference_label;
    json["replicates"] = answer.replicates;
    json["fingerprint"] = answer.fingerprint;
    for (std::size_t arm = 0; arm < answer.arms.size(); ++arm) {
        nlohmann::ordered_json& it = json["arms"][answer.arms[arm]];
        it["label"] = answer.labels[arm];
        for (const AnswerRow& row : answer.rows) {
            nlohmann::ordered_json& value = it[row.key];
            value["unit"] = row.unit;
            value["mean"] = row.arms[arm] ? nlohmann::ordered_json(row.arms[arm]->mean) : nullptr;
            const bool known = row.arms[arm] && row.arms[arm]->half_width;
            value["half_width_95"] =
                known ? nlohmann::ordered_json(*row.arms[arm]->half_width) : nullptr;
        }
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
