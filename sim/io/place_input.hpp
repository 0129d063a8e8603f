#pragma once

#include "foothold/place.hpp"

#include "sim/io/place_sources.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// Single years of age summed to what the builder needs.
struct AgeGroups {
    static constexpr std::size_t bands = age_bands.size();

    std::array<double, bands> working{};  // [person] by age band, 16 to 65
    double children = 0.0;                // [person] 0 to 15
    double pupils = 0.0;                  // [person] 5 to 15
    double older = 0.0;                   // [person] 66 and over

    double of_working_age() const;
};

/// Everything the tables say of one neighbourhood.
struct NeighbourhoodInput {
    std::string code;
    std::string name;
    std::string authority;
    std::string zone_code;
    std::size_t zone = 0;    // index into PlaceInput::zones
    double latitude = 0.0;   // [degree]
    double longitude = 0.0;  // [degree]
    double residents = 0.0;  // [person] on Census day
    double communal = 0.0;   // [person] of them in communal establishments
    AgeGroups ages;
    double households = 0.0;
    std::array<double, 4> size{};  // [1] share of households with 1, 2, 3, 4 or more people
    std::array<double, tenure_names.size()> tenure{};  // [household]
    double aged_16_and_over = 0.0;                     // [person]
    double active = 0.0;          // [person] economically active, full-time students left out
    double unemployed = 0.0;      // [person] the same
    double retired = 0.0;         // [person]
    double sick = 0.0;            // [person]
    double students = 0.0;        // [person] pupils and full-time students aged 5 and over
    double employed_share = 0.0;  // [1] of people aged 16 and over, students included
    std::array<double, qualification_names.size()> qualification{};  // [person]
    std::array<double, 5> deprived{};                                // [household]
    std::array<double, domain_names.size()> score{};                 // as published
    double deprived_children = 0.0;  // [1] share of children in income deprivation
};

/// Everything the tables say of one zone.
struct ZoneInput {
    std::string code;
    std::string name;
    double latitude = 0.0;
    double longitude = 0.0;
    std::optional<double> employees;  // [job]
    double workers = 0.0;             // [person] at workplaces here at the last Census, not at home
    double old_workers = 0.0;         // [person] at workplaces here in normal times
};

/// Flows to work between zones, row by row: `to[i * zones + j]`.
struct FlowInput {
    std::vector<double> to;         // [person]
    std::vector<double> elsewhere;  // [person] from each zone to a workplace outside them all
};

/// The tables of all neighbourhoods of the authorities chosen, joined, in the order of their codes.
struct PlaceInput {
    std::vector<NeighbourhoodInput> neighbourhoods;
    std::vector<ZoneInput> zones;
    FlowInput flows;
    std::vector<AuthorityRate> rates;
};

/// Reads and joins the tables in `folder` for `authorities` (all of them if empty). Throws
/// ScenarioError with everything that is wrong in them, or IoError.
PlaceInput read_place_input(const PlaceSources& sources,
                            const std::filesystem::path& folder,
                            const std::vector<std::string>& authorities);

}  // namespace foothold
