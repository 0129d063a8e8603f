#include "sim/io/place_read.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace foothold {

namespace {

/// Joins one table of counts to the neighbourhoods.
template <class Take>
void counts(const Tables& tables,
            const char* name,
            const std::vector<std::string>& figures,
            const Areas& areas,
            PlaceInput& input,
            Take take) {
    const auto hand_over = [&](std::size_t area, const std::vector<double>& it) {
        take(input.neighbourhoods[area], it);
    };
    join(tables.open(name), figures, Numbers::counts, areas, tables.found, hand_over);
}

using Row = std::vector<double>;

void read_people(const Tables& tables, const Areas& areas, PlaceInput& input) {
    counts(tables,
           "residents",
           {"residents", "communal"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) {
               area.residents = it[0];
               area.communal = it[1];
           });
    counts(tables,
           "activity",
           {"aged_16_and_over", "active", "unemployed", "retired", "sick"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) {
               area.aged_16_and_over = it[0];
               area.active = it[1];
               area.unemployed = it[2];
               area.retired = it[3];
               area.sick = it[4];
           });
    counts(tables,
           "students",
           {"students"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) { area.students = it[0]; });
    counts(tables,
           "qualifications",
           {"none", "level_1", "other", "level_2", "apprenticeship", "level_3", "level_4"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) {
               area.qualification = {it[0], it[1] + it[2], it[3] + it[4], it[5], it[6]};
           });
}

void read_households(const Tables& tables, const Areas& areas, PlaceInput& input) {
    counts(tables,
           "households",
           {"households"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) { area.households = it[0]; });
    counts(tables,
           "tenure",
           {"owned", "shared_ownership", "social", "private", "rent_free"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) {
               area.tenure = {it[0] + it[1], it[2], it[3] + it[4]};
           });
    counts(tables,
           "deprivation",
           {"deprived_0", "deprived_1", "deprived_2", "deprived_3", "deprived_4"},
           areas,
           input,
           [](NeighbourhoodInput& area, const Row& it) {
               std::copy(it.begin(), it.end(), area.deprived.begin());
           });
}

/// Blank numbers of deprived children are too few to be published, and count as none.
void read_indices(const Tables& tables, const Areas& areas, PlaceInput& input) {
    std::vector<std::string> figures{"children"};
    for (const char* domain : domain_names) {
        figures.push_back(std::string("score_") + domain);
    }
    const SourceRows rows = tables.open("indices");
    std::vector<double> children(areas.size(), 0.0);
    join(rows, figures, Numbers::any, areas, tables.found, [&](std::size_t area, const Row& it) {
        children[area] = it[0];
        std::copy(it.begin() + 1, it.end(), input.neighbourhoods[area].score.begin());
    });
    each_row(rows,
             {"code", "deprived_children"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const double deprived = it.number_if_any(row, at[1]).value_or(0.0);
                 const auto area = areas.index.find(it.text(row, at[0]));
                 if (area != areas.index.end() && children[area->second] > 0.0) {
                     input.neighbourhoods[area->second].deprived_children =
                         std::clamp(deprived / children[area->second], 0.0, 1.0);
                 }
             });
}

/// Percentages of output areas, averaged to neighbourhoods: those of people by people, those of
/// households by households, which are people over the mean size that the percentages imply.
void read_output_areas(const Tables& tables, const Areas& areas, PlaceInput& input) {
    constexpr double per_cent = 0.01;
    std::map<std::string, double> people;
    each_row(tables.open("output_areas"),
             {"code", "residents"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 people[it.text(row, at[0])] = it.count(row, at[1]);
             });
    std::vector<std::array<double, 2>> weight(areas.size());
    const double four = tables.sources.assumptions.persons_in_four_or_more;
    each_row(tables.open("output_area_shares"),
             {"code", "neighbourhood", "employed", "size_1", "size_2", "size_3", "size_4"},
             tables.found,
             [&](const CsvReader& it, std::size_t row, const auto& at) {
                 const auto area = areas.index.find(it.text(row, at[1]));
                 const auto residents = people.find(it.text(row, at[0]));
                 if (area == areas.index.end()) {
                     return;
                 }
                 if (residents == people.end()) {
                     return it.wrong(row, at[0], "the output area has no number of residents");
                 }
                 NeighbourhoodInput& into = input.neighbourhoods[area->second];
                 std::array<double, 5> share{};
                 for (std::size_t k = 0; k < share.size(); ++k) {
                     share[k] = it.number(row, at[k + 2]) * per_cent;
                 }
                 const double size = share[1] + 2 * share[2] + 3 * share[3] + four * share[4];
                 const double homes = size > 0.0 ? residents->second / size : 0.0;
                 into.employed_share += residents->second * share[0];
                 for (std::size_t k = 0; k < into.size.size(); ++k) {
                     into.size[k] += homes * share[k + 1];
                 }
                 weight[area->second][0] += residents->second;
             });
    for (std::size_t k = 0; k < areas.size(); ++k) {
        NeighbourhoodInput& area = input.neighbourhoods[k];
        const double homes = std::accumulate(area.size.begin(), area.size.end(), 0.0);
        if (weight[k][0] <= 0.0 || homes <= 0.0) {
            report(tables.found, areas.where[k], area.code, "the code has no output areas");
            continue;
        }
        area.employed_share /= weight[k][0];
        for (double& share : area.size) {
            share /= homes;
        }
    }
}

}  // namespace

void read_counts(const Tables& tables, const Areas& neighbourhoods, PlaceInput& input) {
    read_people(tables, neighbourhoods, input);
    read_households(tables, neighbourhoods, input);
    read_indices(tables, neighbourhoods, input);
    read_output_areas(tables, neighbourhoods, input);
}

}  // namespace foothold
