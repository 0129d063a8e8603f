#include "sim/cli/estimate_json.hpp"
#include "sim/cli/value_report.hpp"
#include "sim/io/wording.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::vector<Estimate>& list) {
    Json json = Json::array();
    for (const Estimate& each : list) {
        json.push_back(json_of(each));
    }
    return json;
}

Json json_of(const BreakEven& it) {
    return {{"year", it.year ? Json(*it.year) : Json(nullptr)}, {"share_of_replicates", it.share}};
}

Json json_of(const SplitBalance& it) {
    return {{"held", json_of(it.held)},
            {"others", json_of(it.others)},
            {"zero_at", json_of(it.zero_at)}};
}

Json json_of(const ArmValue& arm) {
    Json json{{"label", arm.label}};
    for (const LineValue& line : arm.lines) {
        json["lines"][line.key] = {{"label", line.label},
                                   {"total", json_of(line.total)},
                                   {"by_year", json_of(line.by_year)},
                                   {"so_far", json_of(line.so_far)}};
    }
    json["break_even"] = {{"exchequer", json_of(arm.exchequer_break_even)},
                          {"society", json_of(arm.society_break_even)}};
    json["return_per_pound"] = {{"exchequer", json_of(arm.exchequer_ratio)},
                                {"society", json_of(arm.society_ratio)}};
    json["supports_anybody"] = arm.supports;
    json["displacement"] = arm.supports ? Json::object() : Json(nullptr);
    for (const DisplacementTest& test : arm.tests) {
        json["displacement"][test.key] = {{"label", test.label},
                                          {"exchequer", json_of(test.exchequer)},
                                          {"society", json_of(test.society)}};
    }
    json["split"] = arm.supports ? Json{{"exchequer", json_of(arm.exchequer_split)},
                                        {"society", json_of(arm.society_split)}}
                                 : Json(nullptr);
    return json;
}

std::string row(const std::string& arm,
                const LineValue& line,
                const std::string& year,
                const Estimate& it,
                const std::string& so_far) {
    const auto end = [&](bool low) {
        return it.interval ? number_text(low ? it.interval->low : it.interval->high)
                           : std::string{};
    };
    return arm + "," + line.key + "," + year + "," + number_text(it.mean) + "," + end(true) + ","
           + end(false) + "," + so_far + "\n";
}

}  // namespace

std::string value_json(const StudyValue& value) {
    Json json{{"unit", "GBP, present value at the study's start, constant prices"},
              {"reference", {{"name", value.reference}, {"label", value.reference_label}}},
              {"replicates", value.replicates},
              {"replicates_planned", value.planned},
              {"months_lived", value.lived},
              {"months_counted", value.months},
              {"discount_rate", value.discount_rate},
              {"price_year", value.price_year},
              {"unit_cost_year", value.unit_cost_year},
              {"fingerprint", value.fingerprint},
              {"arms", Json::object()}};
    for (const ArmValue& arm : value.arms) {
        json["arms"][arm.arm] = json_of(arm);
    }
    return json.dump(2) + "\n";
}

std::string value_csv(const StudyValue& value) {
    std::string text = "arm,line,year,present_value_gbp,low_95,high_95,so_far_gbp\n";
    for (const ArmValue& arm : value.arms) {
        for (const LineValue& line : arm.lines) {
            for (std::size_t year = 0; year < line.by_year.size(); ++year) {
                text += row(arm.arm,
                            line,
                            std::to_string(year + 1),
                            line.by_year[year],
                            number_text(line.so_far[year].mean));
            }
            text += row(arm.arm, line, "all", line.total, number_text(line.total.mean));
        }
    }
    return text;
}

}  // namespace foothold
