#include "sim/cli/compare_report.hpp"
#include "sim/phases/schedule.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

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
            each = {
                {"unit", outcome.unit},
                {"correlation", json_of(luck->correlation)},
                {"spread_paired", luck->spread_paired},
                {"spread_unpaired", luck->spread_unpaired},
                {"worth", luck->worth ? Json(luck->worth->mean) : Json(nullptr)},
                {"worth_low_95", luck->worth ? Json(luck->worth->interval->low) : Json(nullptr)},
                {"worth_high_95", luck->worth ? Json(luck->worth->interval->high) : Json(nullptr)}};
        }
    }
    return json;
}

}  // namespace

std::string json_of(const Comparison& found) {
    Json json{{"reference", found.header.arms[found.header.reference]},
              {"replicates", found.replicates},
              {"replicate", found.replicate},
              {"passes", found.passes()},
              {"fingerprint", found.fingerprint}};
    json["null_test"] = nullptr;
    if (found.null_test) {
        json["null_test"] = {{"months", found.null_test->months},
                             {"programmes", found.null_test->programmes},
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
