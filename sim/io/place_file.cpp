#include "sim/io/place_file.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_check.hpp"
#include "sim/io/place_columns.hpp"
#include "sim/io/place_yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace foothold {

namespace {

constexpr double schema_version = 1;
constexpr double most_decay = 100;  // [1/km]

/// What each column of a row is read as.
template <class Value>
void read_field(
    const CsvReader& table, std::size_t row, std::size_t column, Form form, Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
        value = table.text(row, column);
    } else if constexpr (std::is_integral_v<Value>) {
        value = table.count(row, column);
    } else {
        value = form == Form::share ? table.share(row, column) : table.number(row, column);
    }
}

void unknown_columns(const CsvReader& table, const std::vector<std::string>& known) {
    for (const CsvTable::Field& field : table.table().header.fields) {
        if (std::find(known.begin(), known.end(), field.text) == known.end()) {
            const std::string near = nearest(field.text, known);
            report(table.found(),
                   {table.table().file, table.table().header.line, field.column},
                   field.text,
                   "unknown column" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
        }
    }
}

/// The rows of a table, by the listing of its columns; notes the columns' names in `figures`.
template <class Row, class Describe>
std::vector<Row> read_rows(const CsvReader& table,
                           const std::string& name,
                           Describe describe,
                           std::vector<std::string>& figures) {
    std::vector<std::size_t> columns;
    std::vector<std::string> known;
    Row none{};
    describe(none, [&](const ColumnText& column, auto&) {
        columns.push_back(table.column(column.name));
        known.push_back(column.name);
        figures.push_back(name + '.' + column.name);
    });
    unknown_columns(table, known);
    std::vector<Row> rows(table.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto column = columns.begin();
        describe(rows[row], [&](const ColumnText& text, auto& value) {
            read_field(table, row, *column++, text.form, value);
        });
    }
    return rows;
}

void check_figures(const MapReader& map, const std::vector<std::string>& figures) {
    map.only(figures);
    for (const std::string& figure : figures) {
        const MapReader it = map.map(figure);
        it.only({"meaning", "unit", "source", "date", "computed"});
        for (const char* key : {"meaning", "source", "date", "computed"}) {
            it.text(key);
        }
    }
}

void check_rows(const MapReader& rows, const char* key, const CsvTable& table) {
    const std::int64_t said = rows.count(key);
    if (rows.is_there() && said != static_cast<std::int64_t>(table.rows.size())) {
        rows.wrong(key,
                   table.file + " has " + std::to_string(table.rows.size()) + " rows, not "
                       + std::to_string(said) + "; it was cut short or changed");
    }
}

void read_header(const MapReader& map, Place& place) {
    map.only(
        {"schema_version", "name", "title", "licence", "distance_decay_per_km", "rows", "figures"});
    map.number("schema_version", schema_version, schema_version);
    place.name = map.text("name");
    place.title = map.text("title");
    place.licence = map.text("licence");
    place.distance_decay_per_km = map.number("distance_decay_per_km", 0.0, most_decay);
}

}  // namespace

Place parse_place(const PlaceTexts& texts, const std::filesystem::path& folder) {
    Diagnostics found;
    const auto file = [&](const char* name) { return (folder / name).string(); };
    const Doc doc = read_yaml_text(texts.place, file("place.yaml"), found);
    const CsvTable areas = parse_csv(file("neighbourhoods.csv"), texts.neighbourhoods, found);
    const CsvTable work = parse_csv(file("zones.csv"), texts.zones, found);
    const CsvTable survey = parse_csv(file("authorities.csv"), texts.authorities, found);
    const CsvReader neighbourhoods(areas, found);
    const CsvReader zones(work, found);
    const CsvReader authorities(survey, found);

    Place place;
    const MapReader map(&doc, "", found);
    if (!map.is_there()) {
        report(found, {file("place.yaml"), 1, 1}, "", "must be a map of keys and values");
    }
    read_header(map, place);
    std::vector<std::string> figures{"distance_decay_per_km"};
    const auto neighbourhood = [](auto& it, auto field) { describe_neighbourhood(it, field); };
    const auto zone = [](auto& it, auto field) { describe_zone(it, field); };
    const auto rate = [](auto& it, auto field) { describe_rate(it, field); };
    place.neighbourhoods =
        read_rows<PlaceNeighbourhood>(neighbourhoods, "neighbourhoods", neighbourhood, figures);
    place.zones = read_rows<PlaceZone>(zones, "zones", zone, figures);
    place.rates = read_rows<AuthorityRate>(authorities, "authorities", rate, figures);
    check_figures(map.map("figures"), figures);
    const MapReader rows = map.map("rows");
    rows.only({"neighbourhoods", "zones", "authorities"});
    check_rows(rows, "neighbourhoods", areas);
    check_rows(rows, "zones", work);
    check_rows(rows, "authorities", survey);
    if (found.empty()) {
        check_place(place, {neighbourhoods, zones, authorities});
    }
    found.stop_if_any();
    return place;
}

PlaceTexts read_place_texts(const std::filesystem::path& folder) {
    return {read_text(folder / "place.yaml"),
            read_text(folder / "neighbourhoods.csv"),
            read_text(folder / "zones.csv"),
            read_text(folder / "authorities.csv")};
}

Place read_place(const std::filesystem::path& folder) {
    return parse_place(read_place_texts(folder), folder);
}

}  // namespace foothold
