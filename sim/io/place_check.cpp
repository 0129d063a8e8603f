#include "sim/io/place_check.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

namespace foothold {

namespace {

constexpr double tolerance = 0.002;        // shares are printed with four decimals
constexpr double tolerance_above = 0.001;  // of shares that need not cover everybody

std::size_t column(const CsvReader& table, std::string_view name) {
    const auto& fields = table.table().header.fields;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        if (fields[k].text == name) {
            return k;
        }
    }
    return CsvReader::missing;
}

std::string printed(double value) {
    constexpr int decimals = 4;
    char buffer[64];
    return {buffer,
            std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals)
                .ptr};
}

template <class Values>
double sum(const Values& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// What is wrong with one neighbourhood's own figures.
class Row {
  public:
    Row(const CsvReader& table, std::size_t row) : table_(table), row_(row) {}

    void wrong(std::string_view figure, std::string problem) const {
        table_.wrong(row_, column(table_, figure), std::move(problem));
    }

    template <class Values>
    void adds_to_one(std::string_view first, const Values& values, const char* what) const {
        if (std::abs(sum(values) - 1.0) > tolerance) {
            wrong(first, std::string(what) + " add up to " + printed(sum(values)) + "; must be 1");
        }
    }

  private:
    const CsvReader& table_;
    std::size_t row_;
};

void check_shares(const PlaceNeighbourhood& it, const Row& row) {
    row.adds_to_one("tenure_owned", it.tenure, "the shares of tenure");
    row.adds_to_one("qualification_none", it.qualification, "the shares of qualification");
    row.adds_to_one("deprived_0", it.deprived, "the shares by dimensions deprived");
    const double active = it.employed + it.unemployed + it.student + it.sick + it.retired;
    if (active > 1.0 + tolerance_above) {
        row.wrong("employed",
                  "employed, unemployed, student, sick and retired add up to " + printed(active)
                      + "; must be at most 1");
    }
}

/// People and households must fit together, or no population can be drawn.
void check_households(const PlaceNeighbourhood& it, const Row& row) {
    const auto number = [&](Composition kind) {
        return std::int64_t{it.households[static_cast<std::size_t>(kind)]};
    };
    const std::int64_t adults =
        std::accumulate(it.people.begin(), it.people.end(), std::int64_t{0});
    if (adults == 0) {
        return row.wrong("people_16_24", "nobody of working age lives here; leave it out");
    }
    if (sum(it.households) == 0.0) {
        return row.wrong("households_single", "there is no household here; leave it out");
    }
    const std::int64_t families =
        number(Composition::lone_parent) + number(Composition::couple_with_children);
    const std::int64_t shared = number(Composition::three_or_more);
    const std::int64_t rest =
        adults - number(Composition::single) - number(Composition::lone_parent)
        - 2 * (number(Composition::couple) + number(Composition::couple_with_children));
    if (rest < least_adults_shared * shared || rest > most_adults_shared * shared) {
        row.wrong("households_three_or_more",
                  std::to_string(rest) + " adults are left for " + std::to_string(shared)
                      + " households of three or more; must be 3 to 5 in each");
    }
    if (it.children < families || it.children > most_children_per_family * families) {
        row.wrong("children",
                  std::to_string(it.children) + " children do not fit " + std::to_string(families)
                      + " households with children; must be 1 to 5 in each");
    }
}

void check_codes(const Place& place, const PlaceTables& tables) {
    std::set<std::string> zones;
    for (std::size_t k = 0; k < place.zones.size(); ++k) {
        if (!zones.insert(place.zones[k].code).second) {
            Row(tables.zones, k).wrong("code", "zone '" + place.zones[k].code + "' is named twice");
        }
    }
    std::set<std::pair<std::string, int>> rates;
    std::set<std::string> authorities;
    for (std::size_t k = 0; k < place.rates.size(); ++k) {
        const AuthorityRate& rate = place.rates[k];
        authorities.insert(rate.authority);
        if (!rates.emplace(rate.authority, rate.year).second) {
            Row(tables.authorities, k)
                .wrong("year", "'" + rate.authority + "' has a row for this year already");
        }
    }
    std::set<std::string> codes;
    for (std::size_t k = 0; k < place.neighbourhoods.size(); ++k) {
        const PlaceNeighbourhood& it = place.neighbourhoods[k];
        const Row row(tables.neighbourhoods, k);
        if (!codes.insert(it.code).second) {
            row.wrong("code", "neighbourhood '" + it.code + "' is named twice");
        }
        if (!zones.contains(it.zone)) {
            row.wrong("zone", "zones.csv has no zone '" + it.zone + "'");
        }
        if (!authorities.contains(it.authority)) {
            row.wrong("authority", "authorities.csv has no rates for '" + it.authority + "'");
        }
    }
}

}  // namespace

void check_place(const Place& place, const PlaceTables& tables) {
    if (place.neighbourhoods.empty()) {
        report(tables.neighbourhoods.found(),
               {tables.neighbourhoods.table().file, 1, 1},
               "",
               "there is no neighbourhood");
    }
    check_codes(place, tables);
    for (std::size_t k = 0; k < place.neighbourhoods.size(); ++k) {
        const Row row(tables.neighbourhoods, k);
        check_shares(place.neighbourhoods[k], row);
        check_households(place.neighbourhoods[k], row);
    }
    for (std::size_t k = 0; k < place.rates.size(); ++k) {
        const double both = place.rates[k].employment + place.rates[k].inactivity;
        if (both > 1.0 + tolerance_above) {
            Row(tables.authorities, k)
                .wrong("employment",
                       "employment and inactivity add up to " + printed(both)
                           + "; must be at most 1");
        }
    }
    const bool jobs = std::any_of(place.zones.begin(), place.zones.end(), [](const PlaceZone& it) {
        return sum(it.jobs) > 0.0;
    });
    if (!jobs) {
        report(tables.zones.found(),
               {tables.zones.table().file, 1, 1},
               "jobs_insecure",
               "there is no job in any zone");
    }
}

}  // namespace foothold
