#include "foothold/diagnostics.hpp"

#include "sim/io/part_file.hpp"
#include "sim/io/place_columns.hpp"
#include "sim/io/place_file.hpp"

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

namespace foothold {

namespace {

constexpr int share_decimals = 4;
constexpr int other_decimals = 3;
constexpr int decay_decimals = 5;

/// Fixed decimals, the same on every machine; never "-0.000".
std::string fixed(double value, int decimals) {
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
    std::string text(buffer, end.ptr);
    const bool zero = text.find_first_not_of("-0.") == std::string::npos;
    return zero && text.front() == '-' ? text.substr(1) : text;
}

std::string csv_text(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char letter : text) {
        out += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return out + '"';
}

std::string yaml_text(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            out += '\\';
        }
        out += letter == '\n' ? ' ' : letter;
    }
    return out + '"';
}

template <class Value>
std::string printed(Form form, const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) {
        return csv_text(value);
    } else if constexpr (std::is_integral_v<Value>) {
        return std::to_string(value);
    } else {
        return fixed(value, form == Form::share ? share_decimals : other_decimals);
    }
}

/// A table of rows; `describe` is the listing of their columns.
template <class Row, class Describe>
std::string table(const std::vector<Row>& rows, Describe describe) {
    std::string header;
    const Row none{};
    describe(none, [&](const ColumnText& column, const auto&) {
        header += (header.empty() ? "" : ",") + column.name;
    });
    std::string out = header + '\n';
    for (const Row& row : rows) {
        std::string line;
        describe(row, [&](const ColumnText& column, const auto& value) {
            line += (line.empty() ? "" : ",") + printed(column.form, value);
        });
        out += line + '\n';
    }
    return out;
}

/// Writes the `figures:` of place.yaml, and notes those without a source.
class Figures {
  public:
    explicit Figures(const std::vector<FigureSource>& sources) : sources_(sources) {}

    void add(const std::string& figure, std::string_view unit, const std::string& meaning) {
        for (const FigureSource& it : sources_) {
            if (it.figure == figure) {
                text_ += "  " + figure + ":\n    meaning: " + yaml_text(meaning) + '\n';
                text_ += "    unit: " + yaml_text(std::string(unit)) + '\n';
                text_ += "    source: " + yaml_text(it.source) + '\n';
                text_ += "    date: " + yaml_text(it.date) + '\n';
                text_ += "    computed: " + yaml_text(it.computed) + '\n';
                return;
            }
        }
        without_.error({}, figure, "the figure has no source; list it under figures:");
    }

    template <class Row, class Describe>
    void add_table(const std::string& name, Describe describe) {
        const Row none{};
        describe(none, [&](const ColumnText& column, const auto&) {
            add(name + '.' + column.name, column.unit, column.meaning);
        });
    }

    std::string text() const {
        without_.stop_if_any();
        return text_;
    }

  private:
    const std::vector<FigureSource>& sources_;
    std::string text_;
    Diagnostics without_;
};

constexpr auto neighbourhood = [](auto& it, auto field) { describe_neighbourhood(it, field); };
constexpr auto zone = [](auto& it, auto field) { describe_zone(it, field); };
constexpr auto rate = [](auto& it, auto field) { describe_rate(it, field); };

/// Puts `part` where `folder` is, which is removed only once the new one stands.
void put_in_place(const std::filesystem::path& part, const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    const fs::path old = folder.string() + ".old";
    std::error_code error;
    fs::remove_all(old, error);
    if (fs::exists(folder)) {
        fs::rename(folder, old, error);
    }
    if (!error) {
        fs::rename(part, folder, error);
    }
    if (error) {
        throw IoError(folder.string(), "cannot be replaced: " + error.message());
    }
    fs::remove_all(old, error);
}

}  // namespace

PlaceTexts place_texts(const Place& place, const std::vector<FigureSource>& sources) {
    PlaceTexts texts;
    texts.neighbourhoods = table(place.neighbourhoods, neighbourhood);
    texts.zones = table(place.zones, zone);
    texts.authorities = table(place.rates, rate);
    Figures figures(sources);
    figures.add("distance_decay_per_km", "1/km", "decay of travel to work with distance");
    figures.add_table<PlaceNeighbourhood>("neighbourhoods", neighbourhood);
    figures.add_table<PlaceZone>("zones", zone);
    figures.add_table<AuthorityRate>("authorities", rate);
    const auto rows = [](const auto& all) { return std::to_string(all.size()) + '\n'; };
    texts.place =
        "schema_version: 1\nname: " + yaml_text(place.name) + '\n'
        + "title: " + yaml_text(place.title) + '\n' + "licence: " + yaml_text(place.licence) + '\n'
        + "distance_decay_per_km: " + fixed(place.distance_decay_per_km, decay_decimals) + '\n'
        + "rows:\n  neighbourhoods: " + rows(place.neighbourhoods) + "  zones: " + rows(place.zones)
        + "  authorities: " + rows(place.rates) + "figures:\n" + figures.text();
    return texts;
}

void write_place(const PlaceTexts& texts, const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    const fs::path clean = (folder / "").parent_path();
    if (fs::exists(clean) && !fs::is_empty(clean) && !fs::exists(clean / "place.yaml")) {
        throw IoError(clean.string(),
                      "holds something that is not a place; name another folder or empty it");
    }
    const fs::path part = clean.string() + ".part";
    std::error_code error;
    fs::remove_all(part, error);
    fs::create_directories(part, error);
    if (error) {
        throw IoError(part.string(), "cannot be created: " + error.message());
    }
    try {
        write_whole(part / "neighbourhoods.csv", texts.neighbourhoods);
        write_whole(part / "zones.csv", texts.zones);
        write_whole(part / "authorities.csv", texts.authorities);
        write_whole(part / "place.yaml", texts.place);
    } catch (const IoError&) {
        fs::remove_all(part, error);
        throw;
    }
    put_in_place(part, clean);
}

void write_place(const Place& place,
                 const std::vector<FigureSource>& sources,
                 const std::filesystem::path& folder) {
    write_place(place_texts(place, sources), folder);
}

}  // namespace foothold
