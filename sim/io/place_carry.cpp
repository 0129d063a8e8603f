#include "sim/io/place_read.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// An older area's parts: a present area, and the share of the older one that lies in it.
using Parts = std::vector<std::pair<std::size_t, double>>;

struct OldArea {
    Parts parts;
    Location where;
    double people = 0.0;
};

using OldAreas = std::map<std::string, OldArea>;

/// Older neighbourhoods by code, split over the present ones in proportion to their residents.
OldAreas read_old_areas(const Tables& tables, const Areas& present, const PlaceInput& input) {
    OldAreas old;
    std::vector<bool> reached(present.size(), false);
    each_row(tables.open("lookup"),
             {"old", "new"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const auto area = present.index.find(it.text(row, at[1]));
                 if (area == present.index.end()) {
                     return;
                 }
                 OldArea& from = old[it.text(row, at[0])];
                 from.where = it.where(row, at[0]);
                 from.parts.emplace_back(area->second,
                                         input.neighbourhoods[area->second].residents);
                 reached[area->second] = true;
             });
    for (auto& [code, area] : old) {
        double sum = 0.0;
        for (const auto& part : area.parts) {
            sum += part.second;
        }
        for (auto& part : area.parts) {
            part.second = sum > 0.0 ? part.second / sum : 1.0 / double(area.parts.size());
        }
    }
    for (const auto& [code, area] : present.index) {
        if (!reached[area]) {
            report(tables.found,
                   present.where[area],
                   code,
                   "the code has no row in " + tables.sources.table("lookup").file);
        }
    }
    return old;
}

AgeGroups grouped(const std::vector<double>& by_age) {
    AgeGroups out;
    for (std::size_t age = 0; age < by_age.size(); ++age) {
        const auto band =
            std::upper_bound(age_band_starts.begin(), age_band_starts.end(), static_cast<int>(age));
        if (band == age_band_starts.begin()) {
            out.children += by_age[age];
            out.pupils += age >= 5 ? by_age[age] : 0.0;  // compulsory school age begins at 5
        } else if (band == age_band_starts.end()) {
            out.older += by_age[age];
        } else {
            out.working[static_cast<std::size_t>(band - age_band_starts.begin()) - 1] +=
                by_age[age];
        }
    }
    return out;
}

/// Shares out an older neighbourhood's people in whole numbers, so that totals are kept.
void hand_out(const AgeGroups& ages, const Parts& parts, PlaceInput& input) {
    std::vector<double> weights;
    for (const auto& part : parts) {
        weights.push_back(part.second);
    }
    const auto give = [&](double total, auto member) {
        const std::vector<double> split = split_whole(total, weights);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            member(input.neighbourhoods[parts[k].first].ages) += split[k];
        }
    };
    for (std::size_t band = 0; band < AgeGroups::bands; ++band) {
        give(ages.working[band], [=](AgeGroups& to) -> double& { return to.working[band]; });
    }
    give(ages.children, [](AgeGroups& to) -> double& { return to.children; });
    give(ages.pupils, [](AgeGroups& to) -> double& { return to.pupils; });
    give(ages.older, [](AgeGroups& to) -> double& { return to.older; });
}

void read_ages(const Tables& tables, OldAreas& old, PlaceInput& input) {
    const SourceRows rows = tables.open("ages");
    std::set<std::string> seen;
    for (const CsvTable& file : rows.files) {
        const CsvReader it(file, tables.found);
        const std::size_t code = it.column(rows.source->columns.at("code"));
        std::vector<std::size_t> columns;
        for (const std::string& name : rows.source->ages) {
            columns.push_back(it.column(name));
        }
        for (std::size_t row = 0; code != CsvReader::missing && row < it.size(); ++row) {
            std::vector<double> by_age;
            for (const std::size_t column : columns) {
                by_age.push_back(it.count(row, column));
            }
            const auto area = old.find(it.text(row, code));
            if (area == old.end()) {
                continue;
            }
            if (!seen.insert(area->first).second) {
                it.wrong(row, code, "'" + area->first + "' has a row already");
            }
            const AgeGroups ages = grouped(by_age);
            area->second.people = ages.children + ages.of_working_age() + ages.older;
            hand_out(ages, area->second.parts, input);
        }
    }
    for (const auto& [code, area] : old) {
        if (!rows.files.empty() && !seen.contains(code)) {
            report(tables.found, area.where, code, "the code has no row in " + rows.name);
        }
    }
}

/// Older zones by code, split over the present ones in proportion to their people.
std::map<std::string, Parts>
read_old_zones(const Tables& tables, const OldAreas& old, const PlaceInput& input) {
    std::map<std::string, std::map<std::size_t, double>> people;
    std::set<std::string> seen;
    const SourceRows rows = tables.open("old_zones");
    each_row(rows,
             {"old", "old_zone"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const auto area = old.find(it.text(row, at[0]));
                 const std::string zone = it.text(row, at[1]);
                 tables.zone_codes.insert(zone);
                 if (area == old.end()) {
                     return;
                 }
                 seen.insert(area->first);
                 for (const auto& [present, share] : area->second.parts) {
                     people[zone][input.neighbourhoods[present].zone] +=
                         area->second.people * share;
                 }
             });
    for (const auto& [code, area] : old) {
        if (!rows.files.empty() && !seen.contains(code)) {
            report(tables.found, area.where, code, "the code has no row in " + rows.name);
        }
    }
    std::map<std::string, Parts> zones;
    for (const auto& [code, by_zone] : people) {
        double sum = 0.0;
        for (const auto& [zone, share] : by_zone) {
            sum += share;
        }
        for (const auto& [zone, share] : by_zone) {
            zones[code].emplace_back(zone, sum > 0.0 ? share / sum : 1.0 / double(by_zone.size()));
        }
    }
    return zones;
}

/// True if a zone of the flows may have this code: it is in the look-ups or, as zones elsewhere
/// are, one of the prefixes and six digits.
bool may_be_zone(const Tables& tables, const std::string& code) {
    constexpr std::size_t digits = 6;
    const std::vector<std::string>& prefixes = tables.sources.zone_prefixes;
    return tables.zone_codes.contains(code)
           || std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
                  return code.size() == prefix.size() + digits && code.starts_with(prefix)
                         && code.find_first_not_of("0123456789", prefix.size())
                                == std::string::npos;
              });
}

void read_flows(const Tables& tables,
                const std::map<std::string, Parts>& old,
                std::size_t zones,
                FlowInput& flows) {
    const std::set<std::string> nowhere(tables.sources.codes_without_place.begin(),
                                        tables.sources.codes_without_place.end());
    flows.to.assign(zones * zones, 0.0);
    flows.elsewhere.assign(zones, 0.0);
    each_row(tables.open("flows"),
             {"from", "to", "people"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const double people = it.count(row, at[2]);
                 const auto code = [&](std::size_t column) {
                     std::string text = it.text(row, column);
                     if (!text.empty() && !nowhere.contains(text) && !may_be_zone(tables, text)) {
                         it.wrong(row, column, "'" + text + "' is not the code of a zone");
                     }
                     return text;
                 };
                 const auto from = old.find(code(at[0]));
                 const std::string destination = code(at[1]);
                 if (from == old.end() || nowhere.contains(destination)) {
                     return;
                 }
                 const auto to = old.find(destination);
                 for (const auto& [i, share_i] : from->second) {
                     if (to == old.end()) {
                         flows.elsewhere[i] += people * share_i;
                         continue;
                     }
                     for (const auto& [j, share_j] : to->second) {
                         flows.to[i * zones + j] += people * share_i * share_j;
                     }
                 }
             });
}

}  // namespace

void read_carried(const Tables& tables,
                  const Areas& neighbourhoods,
                  const Areas& zones,
                  PlaceInput& input) {
    OldAreas old = read_old_areas(tables, neighbourhoods, input);
    read_ages(tables, old, input);
    const std::map<std::string, Parts> old_zones = read_old_zones(tables, old, input);
    read_flows(tables, old_zones, zones.size(), input.flows);
    std::set<std::string> seen;
    const SourceRows workplaces = tables.open("old_workplaces");
    each_row(workplaces,
             {"code", "workers"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const double workers = it.count(row, at[1]);
                 const auto zone = old_zones.find(it.text(row, at[0]));
                 if (zone == old_zones.end()) {
                     return;
                 }
                 seen.insert(zone->first);
                 for (const auto& [present, share] : zone->second) {
                     input.zones[present].old_workers += workers * share;
                 }
             });
    for (const auto& [code, parts] : old_zones) {
        if (!workplaces.files.empty() && !seen.contains(code)) {
            report(tables.found,
                   zones.where[parts.front().first],
                   code,
                   "the code has no row in " + workplaces.name);
        }
    }
}

}  // namespace foothold
