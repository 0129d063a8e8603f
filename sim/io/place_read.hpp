#pragma once

#include "sim/io/place_input.hpp"
#include "sim/io/place_tables.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// The tables of one build, and what is wrong in them.
struct Tables {
    const PlaceSources& sources;
    const std::filesystem::path& folder;
    Diagnostics& found;
    std::set<std::string>& zone_codes;  // all that the look-ups name, present and older

    SourceRows open(std::string_view name) const {
        return open_source(sources.table(name), folder, found);
    }
};

/// Reads the tables of people, households and deprivation into the neighbourhoods.
void read_counts(const Tables& tables, const Areas& neighbourhoods, PlaceInput& input);

/// Reads the tables on the older geography - ages, flows, workplaces - and carries them to the
/// present neighbourhoods and zones.
void read_carried(const Tables& tables,
                  const Areas& neighbourhoods,
                  const Areas& zones,
                  PlaceInput& input);

/// Reads jobs into the zones.
void read_jobs(const Tables& tables, const Areas& zones, PlaceInput& input);

/// Reads the survey's rates of the authorities that the neighbourhoods name.
void read_rates(const Tables& tables, const Areas& neighbourhoods, PlaceInput& input);

}  // namespace foothold
