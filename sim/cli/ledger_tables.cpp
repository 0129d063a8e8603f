#include "sim/cli/estimate_json.hpp"
#include "sim/cli/ledger_text.hpp"
#include "sim/io/wording.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const LedgerReport& report, const Account& account) {
    Json it;
    for (const AccountLine& line : account_lines()) {
        const std::vector<std::int64_t> exact = account.exact(line);
        if (report.only) {
            it[line.key] = exact[*report.only];
            continue;
        }
        Json& value = it[line.key] = json_of(account.estimated(line));
        value["share_of_gross"] = json_of(account.share_of_gross(line));
        value["by_replicate"] = exact;
    }
    if (!report.only) {
        for (const AccountShare& share : account_shares()) {
            it[share.key] = json_of((account.*share.of)());
        }
        it["net_job_years"] = account.estimated(account_line("net")).mean / months_per_year;
    }
    return it;
}

/// A field of CSV, quoted if it must be.
std::string field(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

/// Mean and interval; empty fields for what there is not.
std::string spread(const std::optional<Estimate>& it) {
    if (!it) {
        return ",,";
    }
    return number_text(it->mean) + "," + (it->interval ? number_text(it->interval->low) : "") + ","
           + (it->interval ? number_text(it->interval->high) : "");
}

std::string figures(const LedgerReport& report, const Account& account, const AccountLine& line) {
    if (report.only) {
        return std::to_string(account.exact(line)[*report.only]);
    }
    const std::optional<Estimate> share = account.share_of_gross(line);
    return spread(account.estimated(line)) + "," + (share ? number_text(share->mean) : "");
}

std::string rows(const LedgerReport& report,
                 const std::string& arm,
                 const std::string& dimension,
                 const Account& account) {
    const std::string whose = field(arm) + "," + dimension + "," + field(account.name) + ",";
    std::string text;
    for (const AccountLine& line : account_lines()) {
        text += whose + std::string{line.key} + "," + figures(report, account, line) + "\n";
    }
    if (!report.only) {
        for (const AccountShare& share : account_shares()) {
            text += whose + std::string{share.key} + "," + spread((account.*share.of)()) + ",\n";
        }
    }
    return text;
}

}  // namespace

std::string ledger_json(const LedgerReport& report) {
    Json json;
    json["title"] = report.title;
    json["reference"] = report.reference;
    json["months"] = report.months;
    json["unit"] = "person-month";
    json["replicates"] = report.replicates;
    json["replicates_planned"] = report.planned;
    if (report.only) {
        json["replicate"] = report.replicates[*report.only];
    }
    json["fingerprint"] = report.fingerprint;
    json["licence"] = report.licence;
    json["arms"] = Json::object();
    for (const ArmAccounts& arm : report.arms) {
        Json& it = json["arms"][arm.arm];
        it["label"] = arm.label;
        it["total"] = json_of(report, arm.total);
        it["by"] = Json::object();
        for (std::size_t d = 0; d < arm.dimensions.size(); ++d) {
            Json& groups = it["by"][arm.dimensions[d]] = Json::object();
            for (const Account& group : arm.groups[d]) {
                groups[group.name] = json_of(report, group);
            }
        }
    }
    constexpr int indent = 2;
    return json.dump(indent);
}

std::string ledger_csv(const LedgerReport& report) {
    std::string text = "arm,dimension,group,line,";
    text += report.only ? "job_months\n" : "mean,low_95,high_95,share_of_gross\n";
    for (const ArmAccounts& arm : report.arms) {
        text += rows(report, arm.arm, "", arm.total);
        for (std::size_t d = 0; d < arm.dimensions.size(); ++d) {
            for (const Account& group : arm.groups[d]) {
                text += rows(report, arm.arm, arm.dimensions[d], group);
            }
        }
    }
    return text;
}

}  // namespace foothold
