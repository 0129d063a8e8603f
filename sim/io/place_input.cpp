#include "sim/io/place_input.hpp"

#include "sim/io/place_read.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace foothold {

namespace {

bool chosen(const std::vector<std::string>& all, const std::string& one) {
    return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

/// The neighbourhoods of the authorities chosen, and where each stands.
std::map<std::string, std::pair<NeighbourhoodInput, Location>>
read_neighbourhoods(const Tables& tables, const std::vector<std::string>& authorities) {
    const std::vector<std::string> figures{
        "code", "name", "zone", "authority", "latitude", "longitude"};
    std::map<std::string, std::pair<NeighbourhoodInput, Location>> all;
    const SourceRows rows = tables.open("neighbourhoods");
    std::set<std::string> met;
    each_row(
        rows, figures, tables.found, [&](const CsvReader& it, std::size_t row, const auto& at) {
            NeighbourhoodInput area;
            area.code = it.text(row, at[0]);
            area.name = it.text(row, at[1]);
            area.zone_code = it.text(row, at[2]);
            area.authority = it.text(row, at[3]);
            area.latitude = it.number(row, at[4]);
            area.longitude = it.number(row, at[5]);
            met.insert(area.authority);
            tables.zone_codes.insert(area.zone_code);
            if (chosen(authorities, area.authority)
                && !all.emplace(area.code, std::pair(area, it.where(row, at[0]))).second) {
                it.wrong(row, at[0], "'" + area.code + "' has a row already");
            }
        });
    for (const std::string& authority : authorities) {
        if (!met.empty() && !met.contains(authority)) {
            report(tables.found,
                   {rows.name, 0, 0},
                   authority,
                   "no neighbourhood lies in this local authority");
        }
    }
    return all;
}

/// Fills in the neighbourhoods and returns their codes' index.
Areas list_neighbourhoods(const Tables& tables,
                          const std::vector<std::string>& authorities,
                          PlaceInput& input) {
    Areas areas;
    for (auto& [code, named] : read_neighbourhoods(tables, authorities)) {
        areas.index.emplace(code, areas.size());
        areas.where.push_back(named.second);
        input.neighbourhoods.push_back(std::move(named.first));
    }
    return areas;
}

/// Fills in the zones that the neighbourhoods name and returns their codes' index.
Areas list_zones(const Tables& tables, const Areas& neighbourhoods, PlaceInput& input) {
    Areas zones;
    std::map<std::string, Location> named;
    for (std::size_t area = 0; area < input.neighbourhoods.size(); ++area) {
        named.emplace(input.neighbourhoods[area].zone_code, neighbourhoods.where[area]);
    }
    for (const auto& [code, where] : named) {
        zones.index.emplace(code, zones.size());
        zones.where.push_back(where);
        input.zones.push_back({code, {}, 0.0, 0.0, {}, 0.0, 0.0});
    }
    for (NeighbourhoodInput& area : input.neighbourhoods) {
        area.zone = zones.index.at(area.zone_code);
    }
    const SourceRows rows = tables.open("zones");
    join(rows,
         {"latitude", "longitude"},
         Numbers::any,
         zones,
         tables.found,
         [&](std::size_t zone, const std::vector<double>& it) {
             input.zones[zone].latitude = it[0];
             input.zones[zone].longitude = it[1];
         });
    each_row(rows,
             {"code", "name"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const auto zone = zones.index.find(it.text(row, at[0]));
                 if (zone != zones.index.end()) {
                     input.zones[zone->second].name = it.text(row, at[1]);
                 }
             });
    return zones;
}

}  // namespace

double AgeGroups::of_working_age() const {
    return std::accumulate(working.begin(), working.end(), 0.0);
}

PlaceInput read_place_input(const PlaceSources& sources,
                            const std::filesystem::path& folder,
                            const std::vector<std::string>& authorities) {
    Diagnostics found;
    std::set<std::string> zone_codes;
    const Tables tables{sources, folder, found, zone_codes};
    PlaceInput input;
    const Areas neighbourhoods = list_neighbourhoods(tables, authorities, input);
    const Areas zones = list_zones(tables, neighbourhoods, input);
    read_counts(tables, neighbourhoods, input);
    read_carried(tables, neighbourhoods, zones, input);
    read_jobs(tables, zones, input);
    read_rates(tables, neighbourhoods, input);
    found.stop_if_any();
    return input;
}

}  // namespace foothold
