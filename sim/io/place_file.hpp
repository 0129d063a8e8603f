#pragma once

#include "foothold/place.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace foothold {

/// A place is a folder of four files; docs/formats/place.md describes them. These are their bytes.
struct PlaceTexts {
    std::string place;           // place.yaml
    std::string neighbourhoods;  // neighbourhoods.csv
    std::string zones;           // zones.csv
    std::string authorities;     // authorities.csv

    friend bool operator==(const PlaceTexts&, const PlaceTexts&) = default;
};

/// Where one figure of a place comes from. `figure` is "distance_decay_per_km" or a table and a
/// column, e.g. "neighbourhoods.employed".
struct FigureSource {
    std::string figure;
    std::string source;    // the publisher's table
    std::string date;      // what the figure refers to
    std::string computed;  // how it was computed
};

/// Reads the four files, whatever is in them. Throws IoError.
PlaceTexts read_place_texts(const std::filesystem::path& folder);

/// Reads a place from its folder and checks it. Throws ScenarioError with everything that is wrong,
/// each at file, line and column, or IoError if a file cannot be read.
Place read_place(const std::filesystem::path& folder);

/// The same from memory; `folder` is used in messages only.
Place parse_place(const PlaceTexts& texts, const std::filesystem::path& folder);

/// The four files of a place. `sources` names every figure. Throws ScenarioError if one is missing.
PlaceTexts place_texts(const Place& place, const std::vector<FigureSource>& sources);

/// Writes a place so that the folder is either the old one or the whole new one. A folder that
/// holds a place is replaced; one that holds something else is left alone. Throws IoError.
void write_place(const PlaceTexts& texts, const std::filesystem::path& folder);

void write_place(const Place& place,
                 const std::vector<FigureSource>& sources,
                 const std::filesystem::path& folder);

}  // namespace foothold
