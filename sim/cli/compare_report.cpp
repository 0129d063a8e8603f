#include "sim/cli/compare_report.hpp"

#include "sim/cli/choice.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/phases/schedule.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array activity_words{
    "child", "student", "employed", "searching", "inactive", "sick", "retired", "aged out"};

std::string word_of(Activity activity) {
    return activity_words.at(static_cast<std::size_t>(activity));
}

std::string when(const Parting& it, const StudyHeader& header) {
    return text(later(header.start, it.month)) + " (month " + std::to_string(it.month) + "), in \""
           + std::string{month_schedule[it.phase].name} + "\"";
}

void print_null_test(const Comparison& found, std::ostream& out) {
    if (!found.null_test) {
        out << paragraph("Null test: not run again (--no-rerun, or --null-months 0).");
        return;
    }
    const NullTest& it = *found.null_test;
    const std::string what = "the reference and its twin with all programmes and no money, "
                             + std::to_string(it.months) + " months of replicate "
                             + std::to_string(found.replicate) + ": ";
    out << paragraph("Null test " + std::string{it.passes() ? "passed" : "FAILED"} + ", " + what
                     + (it.passes() ? std::to_string(it.compared)
                                          + " figures by measure, neighbourhood and time, and "
                                            "every column of people and households, are equal."
                                    : it.failure + "."));
}

void print_divergence(const Divergence& it, const Comparison& found, std::ostream& out) {
    if (!it.anything) {
        out << paragraph("The two never part.", "  ", "    ");
        return;
    }
    out << paragraph("They part in " + when(*it.anything, found.header)
                         + "; what differs: " + listed(it.anything->columns) + ".",
                     "  ",
                     "    ");
    if (!it.people) {
        out << paragraph("No person ever differs.", "  ", "    ");
        return;
    }
    out << paragraph("First person or household: " + when(*it.people, found.header) + "; "
                         + std::to_string(it.people_differ) + " people and "
                         + std::to_string(it.households_differ)
                         + " households differ, in: " + listed(it.people->columns) + ".",
                     "  ",
                     "    ");
    for (const DifferingPerson& each : it.first) {
        out << paragraph(
            "person " + std::to_string(each.person.row) + ", aged " + std::to_string(each.age)
                + ", household " + std::to_string(each.household.row) + " in "
                + found.header.neighbourhoods[each.neighbourhood.row] + ": "
                + word_of(each.activity_reference)
                + (each.activity == each.activity_reference ? " in both"
                                                            : ", here " + word_of(each.activity)),
            "    ",
            "      ");
    }
}

void print_cascade(const std::vector<CascadeRow>& rows, std::ostream& out) {
    constexpr std::size_t width = 14;
    out << "  People who differ from their other self, mean over replicates:\n  "
        << to_right("months after", width) << to_right("supported", width)
        << to_right("household", width) << to_right("others", width) << to_right("moved", width)
        << '\n';
    for (const CascadeRow& row : rows) {
        out << "  " << to_right(std::to_string(row.months), width);
        for (const double people : row.people) {
            out << to_right(decimals(people, 1), width);
        }
        out << '\n';
    }
}

/// Pounds as "GBP 61,001", other things to a tenth.
std::string spread_text(double spread, const CountedOutcome& outcome) {
    return outcome.unit == "GBP" ? "GBP " + grouped(spread) : decimals(spread, 1);
}

std::string in_words(const std::optional<SharedLuck>& it, const CountedOutcome& outcome) {
    if (!it) {
        return "cannot be told with fewer than three replicates";
    }
    const std::string correlation =
        it->correlation ? "correlation " + decimals(*it->correlation, 3) : "no correlation";
    return correlation + "; spread " + spread_text(it->spread_paired, outcome) + " paired, "
           + spread_text(it->spread_unpaired, outcome) + " unpaired; "
           + (it->worth ? std::to_string(it->replicates) + " pairs are worth "
                              + decimals(*it->worth, 0) + " unpaired replicates of each arm"
                        : "the difference is the same in all replicates, so there is nothing to "
                          "compare with");
}

Json json_of(const std::optional<Parting>& it, const StudyHeader& header) {
    if (!it) {
        return nullptr;
    }
    return {{"month", it->month},
            {"calendar", text(later(header.start, it->month))},
            {"phase", month_schedule[it->phase].name},
            {"columns", it->columns}};
}

Json json_of(const Divergence& it, const StudyHeader& header) {
    Json json{{"anything", json_of(it.anything, header)}, {"people", json_of(it.people, header)}};
    json["people_differ"] = it.people_differ;
    json["households_differ"] = it.households_differ;
    json["first_people"] = Json::array();
    for (const DifferingPerson& each : it.first) {
        json["first_people"].push_back(
            {{"person", each.person.row},
             {"household", each.household.row},
             {"neighbourhood", header.neighbourhoods[each.neighbourhood.row]},
             {"age", each.age},
             {"activity_reference", word_of(each.activity_reference)},
             {"activity", word_of(each.activity)}});
    }
    json["first_households"] = Json::array();
    for (const HouseholdId h : it.first_households) {
        json["first_households"].push_back(h.row);
    }
    return json;
}

Json json_of(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json json_of(const ComparedArm& arm, const StudyHeader& header) {
    Json json{{"alike_months", {{"least", arm.alike_least}, {"most", arm.alike_most}}},
              {"failure", arm.failure}};
    json["divergence"] = arm.divergence ? json_of(*arm.divergence, header) : Json(nullptr);
    json["cascade"] = nullptr;
    for (const CascadeRow& row : arm.cascade.value_or(std::vector<CascadeRow>{})) {
        Json& each = json["cascade"].emplace_back(
            Json{{"months", row.months}, {"replicates", row.replicates}});
        for (std::size_t m = 0; m < row.people.size(); ++m) {
            each[std::string{cascade_measures[m]}] = row.people[m];
        }
    }
    json["shared_luck"] = Json::object();
    for (const auto& [outcome, luck] : arm.luck) {
        Json& each = json["shared_luck"][std::string{outcome.words}];
        each = nullptr;
        if (luck) {
            each = {{"unit", outcome.unit},
                    {"correlation", json_of(luck->correlation)},
                    {"spread_paired", luck->spread_paired},
                    {"spread_unpaired", luck->spread_unpaired},
                    {"worth", json_of(luck->worth)}};
        }
    }
    return json;
}

}  // namespace

bool Comparison::passes() const {
    return (!null_test || null_test->passes())
           && std::all_of(arms.begin(), arms.end(), [](const ComparedArm& arm) {
                  return arm.failure.empty();
              });
}

void print_comparison(const Comparison& found, std::ostream& out) {
    print_null_test(found, out);
    for (const ComparedArm& arm : found.arms) {
        out << '\n'
            << paragraph(arm.name + " against " + found.header.arms[found.header.reference]);
        out << paragraph("Every measure of the region is equal in the first "
                             + std::to_string(arm.alike_least) + " to "
                             + std::to_string(arm.alike_most) + " months of the "
                             + std::to_string(found.replicates) + " replicates.",
                         "  ",
                         "    ");
        if (!arm.failure.empty()) {
            out << paragraph("FAILED: " + arm.failure, "  ", "    ");
        }
        if (arm.divergence) {
            print_divergence(*arm.divergence, found, out);
        }
        if (arm.cascade) {
            print_cascade(*arm.cascade, out);
        }
        for (const auto& [outcome, luck] : arm.luck) {
            out << paragraph(
                std::string{outcome.words} + ": " + in_words(luck, outcome) + ".", "  ", "    ");
        }
    }
}

std::string json_of(const Comparison& found) {
    Json json{{"reference", found.header.arms[found.header.reference]},
              {"replicates", found.replicates},
              {"replicate", found.replicate},
              {"passes", found.passes()}};
    json["null_test"] = nullptr;
    if (found.null_test) {
        json["null_test"] = {{"months", found.null_test->months},
                             {"compared", found.null_test->compared},
                             {"failure", found.null_test->failure}};
    }
    json["arms"] = Json::object();
    for (const ComparedArm& arm : found.arms) {
        json["arms"][arm.name] = json_of(arm, found.header);
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

}  // namespace foothold
