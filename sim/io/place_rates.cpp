#include "sim/io/place_read.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foothold {

namespace {

struct Mean {
    double sum = 0.0;
    int number = 0;
    std::string name;
};

using Rates = std::map<std::pair<std::string, int>, Mean>;  // by authority and year

/// The year a date such as 2004-12-01 begins with.
int year_of(const CsvReader& it, std::size_t row, std::size_t column) {
    constexpr std::size_t digits = 4;
    const std::string text = it.text(row, column);
    int year = 0;
    const char* end = text.data() + std::min(text.size(), digits);
    if (text.size() < digits || std::from_chars(text.data(), end, year).ptr != end) {
        it.wrong(
            row, column, "'" + text + "' is not a date (must begin with the year, 2004-12-01)");
    }
    return year;
}

/// Mean by authority and calendar year of the rates whose period ends in that year.
Rates read_rate(const Tables& tables, const char* name) {
    constexpr double per_cent = 0.01;
    Rates rates;
    each_row(tables.open(name),
             {"authority", "name", "period_end", "rate"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const std::optional<double> rate = it.number_if_any(row, at[3]);
                 if (!rate) {
                     return;
                 }
                 const double share = *rate * per_cent;
                 if (share < 0.0 || share > 1.0) {
                     it.wrong(row, at[3], "the rate is not a percentage (must lie in 0..100)");
                 }
                 Mean& mean = rates[{it.text(row, at[0]), year_of(it, row, at[2])}];
                 mean.sum += share;
                 mean.number += 1;
                 mean.name = it.text(row, at[1]);
             });
    return rates;
}

/// Says which zones without a figure are not listed as unpublished: those in `blank`, whose figure
/// is blank there, and those without a row.
void check_unpublished(const Tables& tables,
                       const SourceRows& jobs,
                       const Areas& zones,
                       const std::map<std::string, Location>& blank,
                       const std::set<std::string>& with_figure) {
    const std::vector<std::string>& listed = jobs.source->unpublished;
    for (const auto& [code, zone] : zones.index) {
        if (with_figure.contains(code)
            || std::find(listed.begin(), listed.end(), code) != listed.end()) {
            continue;
        }
        const auto row = blank.find(code);
        report(tables.found,
               row == blank.end() ? zones.where[zone] : row->second,
               code,
               "the code has no figure in " + jobs.name
                   + "; if none is published, list it in tables.jobs.unpublished");
    }
}

void read_employees(const Tables& tables, const Areas& zones, PlaceInput& input) {
    const SourceRows jobs = tables.open("jobs");
    std::map<std::string, Location> blank;
    std::set<std::string> with_figure;
    bool any = false;
    each_row(jobs,
             {"code", "employees"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 any = true;
                 const std::optional<double> employees = it.count_if_any(row, at[1]);
                 const std::string code = it.text(row, at[0]);
                 const auto zone = zones.index.find(code);
                 if (!code.empty() && !zones.index.empty() && !tables.zone_codes.contains(code)) {
                     it.wrong(row, at[0], "'" + code + "' is no zone of the look-ups");
                 }
                 if (zone == zones.index.end()) {
                     return;
                 }
                 if (blank.contains(code) || with_figure.contains(code)) {
                     it.wrong(row, at[0], "'" + code + "' has a row already");
                 }
                 input.zones[zone->second].employees = employees;
                 if (employees) {
                     with_figure.insert(code);
                 } else {
                     blank.emplace(code, it.where(row, at[1]));
                 }
             });
    if (any) {
        check_unpublished(tables, jobs, zones, blank, with_figure);
    }
}

}  // namespace

void read_jobs(const Tables& tables, const Areas& zones, PlaceInput& input) {
    read_employees(tables, zones, input);
    join(tables.open("workplaces"),
         {"workers", "at_home"},
         Numbers::counts,
         zones,
         tables.found,
         [&](std::size_t zone, const std::vector<double>& it) {
             input.zones[zone].workers = std::max(0.0, it[0] - it[1]);
         });
}

void read_rates(const Tables& tables, const Areas& neighbourhoods, PlaceInput& input) {
    const Rates employment = read_rate(tables, "employment_rate");
    const Rates inactivity = read_rate(tables, "inactivity_rate");
    std::map<std::string, bool> has_rates;
    for (const NeighbourhoodInput& area : input.neighbourhoods) {
        has_rates.emplace(area.authority, false);
    }
    for (const auto& [key, mean] : employment) {
        const auto other = inactivity.find(key);
        const auto wanted = has_rates.find(key.first);
        if (other != inactivity.end() && wanted != has_rates.end()) {
            wanted->second = true;
            input.rates.push_back({key.first,
                                   mean.name,
                                   key.second,
                                   mean.sum / mean.number,
                                   other->second.sum / other->second.number});
        }
    }
    for (std::size_t k = 0; k < input.neighbourhoods.size() && !employment.empty(); ++k) {
        bool& has = has_rates[input.neighbourhoods[k].authority];
        if (!has) {
            report(tables.found,
                   neighbourhoods.where[k],
                   input.neighbourhoods[k].authority,
                   "the local authority has no employment and inactivity rate of one year");
        }
        has = true;  // said once
    }
}

}  // namespace foothold
