#pragma once

#include "foothold/describe.hpp"
#include "foothold/diagnostics.hpp"

#include "sim/io/place_file.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// What the builder must assume because no table says it. Each value stands in sources.yaml with
/// its source; docs/formats/place.md says how it is used.
struct PlaceAssumptions {
    double persons_in_four_or_more = 0.0;
    double older_living_alone = 0.0;
    double older_in_older_couples = 0.0;
    double older_with_one_younger = 0.0;
    double children_per_family = 0.0;
    double lone_parent_base = 0.0;
    double lone_parent_slope = 0.0;
    double lone_parents_with_one_child = 0.0;
    double fewest_adults_in_larger = 0.0;
    double most_adults_in_larger = 0.0;
    double older_employed = 0.0;
    double older_retired = 0.0;
    double older_sick = 0.0;
    double low_paid_or_insecure = 0.0;
    double insecure_among_these = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field field) {
        field("persons_in_four_or_more",
              it.persons_in_four_or_more,
              Quantity{"person", 4.0, 12.0},
              "people in a household of four or more");
        field("older_living_alone",
              it.older_living_alone,
              quantity::share,
              "people over 65 living alone");
        field("older_in_older_couples",
              it.older_in_older_couples,
              quantity::share,
              "people over 65 living with one other person over 65 and nobody else");
        field("older_with_one_younger",
              it.older_with_one_younger,
              quantity::share,
              "people over 65 living with one person of working age and nobody else");
        field("children_per_family",
              it.children_per_family,
              Quantity{"person", 1.0, 5.0},
              "children aged 0 to 15 in a household that has any");
        field("lone_parent_base",
              it.lone_parent_base,
              quantity::share,
              "lone parents among households with children where no child is income deprived");
        field("lone_parent_slope",
              it.lone_parent_slope,
              quantity::share,
              "rise of that share as income deprivation among children goes from none to all");
        field("lone_parents_with_one_child",
              it.lone_parents_with_one_child,
              quantity::share,
              "lone parents who have one child");
        field("fewest_adults_in_larger",
              it.fewest_adults_in_larger,
              Quantity{"person", 3.0, 5.0},
              "least mean of working-age adults in an area's households of three or more of them");
        field("most_adults_in_larger",
              it.most_adults_in_larger,
              Quantity{"person", 3.0, 5.0},
              "greatest such mean");
        field("older_employed", it.older_employed, quantity::share, "people over 65 with a job");
        field("older_retired",
              it.older_retired,
              quantity::share,
              "people over 65 inactive and retired");
        field("older_sick",
              it.older_sick,
              quantity::share,
              "people over 65 inactive and long-term sick");
        field("low_paid_or_insecure",
              it.low_paid_or_insecure,
              quantity::share,
              "jobs below the real Living Wage, in every zone");
        field("insecure_among_these",
              it.insecure_among_these,
              quantity::share,
              "insecure jobs among those below the real Living Wage");
    }
};

/// One of the publishers' tables, and the names its columns have there.
struct SourceTable {
    std::string name;
    std::string file;  // file name with at most one '*'; every file that fits is read
    std::string title;
    std::string publisher;
    std::string date;
    Location where;                              // of its entry in sources.yaml
    std::map<std::string, std::string> columns;  // the builder's name -> the publisher's
    std::vector<std::string> ages;               // columns of single years of age, from 0 upwards
    std::vector<std::string> unpublished;        // zones whose jobs the publisher does not give
};

/// Everything of scenarios/places/sources.yaml.
struct PlaceSources {
    std::string file;
    std::string licence;
    std::vector<SourceTable> tables;
    std::vector<std::string> codes_without_place;  // destinations of flows that are no place
    std::vector<std::string> zone_prefixes;        // of codes of zones, before six digits
    PlaceAssumptions assumptions;
    std::vector<FigureSource> figures;

    /// The table called `name`; reading has checked that there is one.
    const SourceTable& table(std::string_view name) const;
};

/// The tables and, of each, the columns that the builder reads.
const std::map<std::string, std::vector<std::string>>& tables_needed();

/// Reads sources.yaml. Throws ScenarioError with everything that is wrong, or IoError.
PlaceSources read_place_sources(const std::filesystem::path& file);

/// The same from memory.
PlaceSources parse_place_sources(const std::string& text, const std::string& file);

}  // namespace foothold
