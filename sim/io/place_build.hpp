#pragma once

#include "foothold/place.hpp"

#include "sim/io/place_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// What `foothold place build` is asked for.
struct PlaceBuildRequest {
    std::filesystem::path from;               // folder of the publishers' tables
    std::filesystem::path sources;            // sources.yaml: what stands in which table
    std::vector<std::string> authorities;     // codes; all those in the tables if empty
    std::vector<std::string> neighbourhoods;  // codes to keep; all of them if empty
    double zones_within_km = 0.0;  // [km] of an extract: zones this near to it are kept as well
    std::string name;
    std::string title;
};

/// A place built in memory, and what the builder has to say about it, one sentence each.
struct BuiltPlace {
    Place place;
    PlaceTexts texts;
    std::vector<std::string> log;
};

/// Builds a place from the tables. The same request and tables give the same bytes. Throws
/// ScenarioError with everything that is wrong in the tables, or IoError.
BuiltPlace make_place(const PlaceBuildRequest& request);

/// Builds a place and writes it to folder `out`, which is replaced whole or not at all. Returns the
/// log of the build.
std::vector<std::string> build_place(const PlaceBuildRequest& request,
                                     const std::filesystem::path& out);

}  // namespace foothold
