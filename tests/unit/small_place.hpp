#pragma once

#include "foothold/place.hpp"

#include "sim/io/place_columns.hpp"
#include "sim/io/place_file.hpp"

#include <string>
#include <vector>

namespace foothold {

/// Two neighbourhoods, one zone, one authority; every value has as many decimals as the file keeps.
inline Place small_place() {
    PlaceNeighbourhood one;
    one.code = "E01000001";
    one.name = "North, \"by the docks\"";
    one.authority = "E08000001";
    one.zone = "E02000001";
    one.x_km = -0.512;
    one.y_km = 1.25;
    one.people = {20, 25, 30, 35};
    one.children = 30;
    one.households = {20, 10, 10, 10, 9};
    one.tenure = {0.5, 0.25, 0.25};
    one.employed = 0.6;
    one.unemployed = 0.05;
    one.student = 0.1;
    one.sick = 0.1;
    one.retired = 0.05;
    one.qualification = {0.2, 0.1, 0.2, 0.2, 0.3};
    one.deprived = {0.5, 0.3, 0.15, 0.04, 0.01};
    one.score = {1.5, -0.25, 0.0, 0.125, -1.0, 0.5, 2.0};
    one.works_elsewhere = 0.4321;
    PlaceNeighbourhood other = one;
    other.code = "E01000002";
    other.name = "South";
    other.x_km = 0.512;
    Place place{"small", "A small place", "Made up.", 0.23267, {one, other}, {}, {}};
    place.zones.push_back({"E02000001", "Town", 0.0, -0.75, {10, 20, 70}});
    place.rates.push_back({"E08000001", "Somewhere", 2019, 0.7, 0.25});
    return place;
}

/// A source for every figure a place has.
inline std::vector<FigureSource> small_sources() {
    std::vector<FigureSource> sources;
    const auto add = [&](const std::string& figure) {
        sources.push_back({figure, "made up", "2024", "not at all"});
    };
    const auto add_all = [&](const std::string& table) {
        return [=](const ColumnText& column, const auto&) { add(table + '.' + column.name); };
    };
    add("distance_decay_per_km");
    const Place place = small_place();
    describe_neighbourhood(place.neighbourhoods[0], add_all("neighbourhoods"));
    describe_zone(place.zones[0], add_all("zones"));
    describe_rate(place.rates[0], add_all("authorities"));
    return sources;
}

}  // namespace foothold
