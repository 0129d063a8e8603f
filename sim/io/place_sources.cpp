#include "sim/io/place_sources.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_yaml.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace foothold {

namespace {

constexpr double schema_version = 1;

std::vector<std::string> names_of(const std::map<std::string, std::vector<std::string>>& tables) {
    std::vector<std::string> names;
    for (const auto& [name, columns] : tables) {
        names.push_back(name);
    }
    return names;
}

SourceTable read_table(const MapReader& map, const std::string& name) {
    const bool of_ages = name == "ages";
    const bool of_jobs = name == "jobs";
    std::vector<std::string> keys{"file", "title", "publisher", "date", "columns"};
    if (of_ages) {
        keys.emplace_back("ages");
    }
    if (of_jobs) {
        keys.emplace_back("unpublished");
    }
    map.only(keys);
    SourceTable table;
    table.name = name;
    table.where = map.where();
    table.file = map.text("file");
    table.title = map.text("title");
    table.publisher = map.text("publisher");
    table.date = map.text("date");
    if (std::count(table.file.begin(), table.file.end(), '*') > 1) {
        map.wrong("file", "the pattern has more than one '*'");
    }
    const MapReader columns = map.map("columns");
    const std::vector<std::string>& needed = tables_needed().at(name);
    columns.only(needed);
    for (const std::string& figure : needed) {
        table.columns[figure] = columns.text(figure);
    }
    if (of_ages) {
        table.ages = map.texts("ages");
        if (table.ages.size() <= static_cast<std::size_t>(age_band_starts.back())) {
            map.wrong("ages", "must name a column for every year of age from 0 to 66 and over");
        }
    }
    if (of_jobs) {
        table.unpublished = map.texts("unpublished");
    }
    return table;
}

bool is_source(const std::string& text) {
    constexpr std::array<std::string_view, 4> kinds{"cite:", "data:", "calibrated:", "assumption:"};
    return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
        return text.substr(0, kind.size()) == kind;
    });
}

PlaceAssumptions read_assumptions(const MapReader& map) {
    PlaceAssumptions assumptions;
    std::vector<std::string> names;
    PlaceAssumptions::describe(
        assumptions, [&](const char* name, double& value, Quantity it, auto) {
            names.emplace_back(name);
            const MapReader entry = map.map(name);
            entry.only({"value", "low", "high", "source"});
            value = entry.number("value", it.least, it.most);
            const double low = entry.number("low", it.least, it.most);
            const double high = entry.number("high", it.least, it.most);
            if (low > value || value > high) {
                entry.wrong("value", "the value does not lie between low and high");
            }
            if (entry.is_there() && !is_source(entry.text("source"))) {
                entry.wrong("source",
                            "must begin with one of cite:, data:, calibrated:, assumption:");
            }
        });
    map.only(names);
    if (assumptions.fewest_adults_in_larger > assumptions.most_adults_in_larger) {
        map.wrong("fewest_adults_in_larger", "is more than most_adults_in_larger");
    }
    if (assumptions.older_living_alone + assumptions.older_in_older_couples
            + assumptions.older_with_one_younger
        > 1.0) {
        map.wrong("older_living_alone", "the three shares of older people add up to more than 1");
    }
    return assumptions;
}

/// "A; B" of the tables a figure is computed from.
template <class Part>
std::string listed(const PlaceSources& sources, const std::vector<std::string>& tables, Part part) {
    std::vector<std::string> parts;
    for (const SourceTable& table : sources.tables) {
        if (std::find(tables.begin(), tables.end(), table.name) != tables.end()
            && std::find(parts.begin(), parts.end(), part(table)) == parts.end()) {
            parts.push_back(part(table));
        }
    }
    std::string out;
    for (const std::string& it : parts) {
        out += (out.empty() ? "" : "; ") + it;
    }
    return out;
}

void read_figures(const MapReader& map, PlaceSources& sources) {
    const std::vector<std::string> known = names_of(tables_needed());
    for (const MapReader& group : map.maps("figures")) {
        group.only({"of", "tables", "computed"});
        const std::vector<std::string> tables = group.texts("tables");
        for (const std::string& table : tables) {
            if (std::find(known.begin(), known.end(), table) == known.end()) {
                group.wrong("tables", "there is no table '" + table + "' under tables:");
            }
        }
        const std::string source = listed(
            sources, tables, [](const SourceTable& it) { return it.publisher + ", " + it.title; });
        const std::string date =
            listed(sources, tables, [](const SourceTable& it) { return it.date; });
        const std::string computed = group.text("computed");
        for (const std::string& figure : group.texts("of")) {
            sources.figures.push_back({figure,
                                       tables.empty() ? "assumption" : source,
                                       tables.empty() ? "not dated" : date,
                                       computed});
        }
    }
}

}  // namespace

const std::map<std::string, std::vector<std::string>>& tables_needed() {
    static const std::map<std::string, std::vector<std::string>> tables{
        {"neighbourhoods", {"code", "name", "zone", "authority", "latitude", "longitude"}},
        {"zones", {"code", "name", "latitude", "longitude"}},
        {"lookup", {"old", "new"}},
        {"old_zones", {"old", "old_zone"}},
        {"ages", {"code"}},
        {"residents", {"code", "residents", "communal"}},
        {"output_areas", {"code", "residents"}},
        {"output_area_shares",
         {"code", "neighbourhood", "employed", "size_1", "size_2", "size_3", "size_4"}},
        {"households", {"code", "households"}},
        {"tenure", {"code", "owned", "shared_ownership", "social", "private", "rent_free"}},
        {"activity", {"code", "aged_16_and_over", "active", "unemployed", "retired", "sick"}},
        {"students", {"code", "students"}},
        {"qualifications",
         {"code", "none", "level_1", "other", "level_2", "apprenticeship", "level_3", "level_4"}},
        {"deprivation",
         {"code", "deprived_0", "deprived_1", "deprived_2", "deprived_3", "deprived_4"}},
        {"indices",
         {"code",
          "children",
          "deprived_children",
          "score_income",
          "score_employment",
          "score_education",
          "score_health",
          "score_crime",
          "score_housing",
          "score_environment"}},
        {"jobs", {"code", "employees"}},
        {"workplaces", {"code", "workers", "at_home"}},
        {"old_workplaces", {"code", "workers"}},
        {"flows", {"from", "to", "people"}},
        {"employment_rate", {"authority", "name", "period_end", "rate"}},
        {"inactivity_rate", {"authority", "name", "period_end", "rate"}},
    };
    return tables;
}

const SourceTable& PlaceSources::table(std::string_view name) const {
    return *std::find_if(
        tables.begin(), tables.end(), [&](const SourceTable& it) { return it.name == name; });
}

PlaceSources parse_place_sources(const std::string& text, const std::string& file) {
    Diagnostics found;
    const Doc doc = read_yaml_text(text, file, found);
    found.stop_if_any();
    if (!doc.is_map()) {
        report(found, {file, 1, 1}, "", "must be a map of keys and values");
        found.stop_if_any();
    }
    const MapReader map(&doc, "", found);
    map.only({"schema_version",
              "licence",
              "tables",
              "codes_without_place",
              "zone_prefixes",
              "assumptions",
              "figures"});
    map.number("schema_version", schema_version, schema_version);
    PlaceSources sources;
    sources.file = file;
    sources.licence = map.text("licence");
    const MapReader tables = map.map("tables");
    tables.only(names_of(tables_needed()));
    for (const auto& [name, columns] : tables_needed()) {
        sources.tables.push_back(read_table(tables.map(name), name));
    }
    sources.codes_without_place = map.texts("codes_without_place");
    sources.zone_prefixes = map.texts("zone_prefixes");
    sources.assumptions = read_assumptions(map.map("assumptions"));
    read_figures(map, sources);
    found.stop_if_any();
    return sources;
}

PlaceSources read_place_sources(const std::filesystem::path& file) {
    return parse_place_sources(read_text(file), file.string());
}

}  // namespace foothold
