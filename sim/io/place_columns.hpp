#pragma once

#include "foothold/place.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace foothold {

/// How a column of a place's tables is written.
enum class Form : std::uint8_t {
    text,   // as it is
    count,  // a whole number of at least 0
    year,   // a whole number of at least 0
    share,  // 0 to 1, four decimals
    km,     // three decimals
    score,  // three decimals
};

/// What a place file says of one of its columns.
struct ColumnText {
    std::string name;
    Form form;
    std::string_view unit;
    std::string meaning;
};

/// "16-24" as it stands in a column's name: 16_24.
inline std::string in_column(std::string_view name) {
    std::string out(name);
    for (char& letter : out) {
        letter = letter == '-' ? '_' : letter;
    }
    return out;
}

namespace detail {

template <class Names, class Values, class Field>
void each(const Names& names,
          Values& values,
          Field& field,
          const std::string& prefix,
          Form form,
          std::string_view unit,
          const std::string& meaning) {
    for (std::size_t k = 0; k < names.size(); ++k) {
        field(ColumnText{prefix + in_column(names[k]), form, unit, meaning + ": " + names[k]},
              values[k]);
    }
}

}  // namespace detail

/// The columns of neighbourhoods.csv, in order: the one listing from which it is written, read,
/// checked and explained. `field(ColumnText, member)` is called for each.
template <class Self, class Field>
void describe_neighbourhood(Self& it, Field field) {
    using detail::each;
    static constexpr std::array<const char*, 5> dimensions{"0", "1", "2", "3", "4"};
    field(ColumnText{"code", Form::text, "", "official code"}, it.code);
    field(ColumnText{"name", Form::text, "", "name"}, it.name);
    field(ColumnText{"authority", Form::text, "", "code of its local authority"}, it.authority);
    field(ColumnText{"zone", Form::text, "", "code of the work zone it lies in"}, it.zone);
    field(ColumnText{"x_km", Form::km, "km", "position east of the place's centre"}, it.x_km);
    field(ColumnText{"y_km", Form::km, "km", "position north of the place's centre"}, it.y_km);
    each(age_bands, it.people, field, "people_", Form::count, "person", "people aged");
    field(ColumnText{"children", Form::count, "person", "people aged 0 to 15"}, it.children);
    each(composition_names,
         it.households,
         field,
         "households_",
         Form::count,
         "household",
         "households with somebody aged 16 to 65, by the adults of that age in them");
    each(tenure_names, it.tenure, field, "tenure_", Form::share, "1", "share of households");
    field(ColumnText{"employed", Form::share, "1", "share of people aged 16 to 65 with a job"},
          it.employed);
    field(ColumnText{"unemployed",
                     Form::share,
                     "1",
                     "share of people aged 16 to 65 looking for a job, not full-time students"},
          it.unemployed);
    field(ColumnText{"student",
                     Form::share,
                     "1",
                     "share of people aged 16 to 65 in full-time study without a job"},
          it.student);
    field(ColumnText{"sick",
                     Form::share,
                     "1",
                     "share of people aged 16 to 65 inactive, long-term sick or disabled"},
          it.sick);
    field(ColumnText{"retired", Form::share, "1", "share of people aged 16 to 65 retired"},
          it.retired);
    each(qualification_names,
         it.qualification,
         field,
         "qualification_",
         Form::share,
         "1",
         "share of people aged 16 and over, highest qualification");
    each(dimensions,
         it.deprived,
         field,
         "deprived_",
         Form::share,
         "1",
         "share of households, dimensions in which deprived");
    each(domain_names,
         it.score,
         field,
         "score_",
         Form::score,
         "standard deviation",
         "deprivation score within the place, higher is more deprived");
    field(ColumnText{"works_elsewhere",
                     Form::share,
                     "1",
                     "share of employed residents whose work lies outside the place"},
          it.works_elsewhere);
}

/// The columns of zones.csv.
template <class Self, class Field>
void describe_zone(Self& it, Field field) {
    field(ColumnText{"code", Form::text, "", "official code"}, it.code);
    field(ColumnText{"name", Form::text, "", "name"}, it.name);
    field(ColumnText{"x_km", Form::km, "km", "position east of the place's centre"}, it.x_km);
    field(ColumnText{"y_km", Form::km, "km", "position north of the place's centre"}, it.y_km);
    detail::each(
        tier_names, it.jobs, field, "jobs_", Form::count, "job", "jobs at workplaces here");
}

/// The columns of authorities.csv.
template <class Self, class Field>
void describe_rate(Self& it, Field field) {
    field(ColumnText{"authority", Form::text, "", "code of a local authority"}, it.authority);
    field(ColumnText{"name", Form::text, "", "its name"}, it.name);
    field(ColumnText{"year", Form::year, "year", "calendar year"}, it.year);
    field(ColumnText{"employment", Form::share, "1", "share of people aged 16 to 64 employed"},
          it.employment);
    field(ColumnText{"inactivity",
                     Form::share,
                     "1",
                     "share of people aged 16 to 64 neither employed nor looking for a job"},
          it.inactivity);
}

}  // namespace foothold
