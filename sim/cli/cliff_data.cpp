#include "sim/cli/cliff_report.hpp"
#include "sim/cli/estimate_json.hpp"
#include "sim/io/wording.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const RenewalContrast& it) {
    return {{"months", it.months},
            {"committed_job_months", json_of(it.committed)},
            {"renewed_job_months", json_of(it.renewed)},
            {"committed_less_renewed_job_months", json_of(it.difference)},
            {"committed_cost_gbp", json_of(it.cost_committed)},
            {"renewed_cost_gbp", json_of(it.cost_renewed)}};
}

Json json_of(const DropAnatomy& it) {
    Json causes = Json::array();
    for (std::size_t cause = 0; cause < drop_causes.size(); ++cause) {
        causes.push_back({{"cause", drop_causes[cause]},
                          {"job_months", json_of(it.cause_estimates[cause])},
                          {"by_replicate", it.causes[cause]}});
    }
    return {{"months", it.months},
            {"window_months", it.window},
            {"first_month_that_differs", it.first > 0 ? Json(it.first) : Json()},
            {"drop_job_months", json_of(it.drop_estimate)},
            {"cost_of_going_on_gbp", json_of(it.cost_of_going_on)},
            {"by_replicate", it.drop},
            {"causes", causes}};
}

std::string field(double value) {
    return number_text(value);
}

std::string fields(const std::optional<Estimate>& it) {
    if (!it) {
        return ",,,";
    }
    return "," + field(it->mean)
           + (it->interval ? "," + field(it->interval->low) + "," + field(it->interval->high)
                           : ",,");
}

std::string row(const std::string& what,
                const std::string& from,
                std::int32_t to,
                const Estimate& job_months,
                const std::optional<Estimate>& cost,
                const std::optional<Estimate>& of_year) {
    return what + "," + from + "," + std::to_string(to) + fields(job_months) + fields(cost)
           + fields(of_year) + "\n";
}

}  // namespace

std::string cliff_json(const CliffFindings& found, const std::string& fingerprint) {
    Json lengths = Json::array();
    for (const LengthFindings& it : found.lengths) {
        lengths.push_back({{"months", it.months},
                           {"net_job_months", json_of(it.net)},
                           {"cost_gbp", json_of(it.cost)},
                           {"cost_per_job_year_gbp", json_of(it.cost_of_year)},
                           {"job_months_by_replicate", it.job_months},
                           {"pence_by_replicate", it.pence}});
    }
    Json further = Json::array();
    for (const FurtherMonth& it : found.further) {
        further.push_back({{"from", it.from},
                           {"to", it.to},
                           {"averaged_over_months", it.to - it.from},
                           {"job_months_per_month", json_of(it.job_months)},
                           {"cost_per_month_gbp", json_of(it.cost)},
                           {"cost_per_further_job_year_gbp", json_of(it.cost_of_year)}});
    }
    const Json out{{"programme", found.design.programme},
                   {"reference", found.reference},
                   {"replicates", found.replicates},
                   {"same_total", found.design.same_total},
                   {"lengths", lengths},
                   {"further_months", further},
                   {"renewal", found.renewal ? json_of(*found.renewal) : Json{}},
                   {"drop", json_of(found.anatomy)},
                   {"fingerprint", fingerprint}};
    return out.dump(2) + "\n";
}

std::string cliff_csv(const CliffFindings& found) {
    std::string text = "what,from_months,to_months,job_months,job_months_low_95,job_months_high_95,"
                       "gbp,gbp_low_95,gbp_high_95,"
                       "gbp_per_job_year,gbp_per_job_year_low_95,gbp_per_job_year_high_95\n";
    for (const LengthFindings& it : found.lengths) {
        text += row("length", "0", it.months, it.net, it.cost, it.cost_of_year);
    }
    for (const FurtherMonth& it : found.further) {
        text += row("further_month",
                    std::to_string(it.from),
                    it.to,
                    it.job_months,
                    it.cost,
                    it.cost_of_year);
    }
    if (found.renewal) {
        const RenewalContrast& it = *found.renewal;
        text += row("renewed_yearly", "0", it.months, it.renewed, it.cost_renewed, {});
        text += row("committed_less_renewed", "0", it.months, it.difference, {}, {});
    }
    const DropAnatomy& drop = found.anatomy;
    const std::string ends = std::to_string(drop.months);
    for (std::size_t cause = 0; cause < drop_causes.size(); ++cause) {
        text += row("drop_" + std::string{drop_causes[cause]},
                    ends,
                    drop.months + drop.window,
                    drop.cause_estimates[cause],
                    {},
                    {});
    }
    return text
           + row("drop",
                 ends,
                 drop.months + drop.window,
                 drop.drop_estimate,
                 drop.cost_of_going_on,
                 {});
}

}  // namespace foothold
