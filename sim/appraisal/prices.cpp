#include "sim/appraisal/prices.hpp"

#include "sim/appraisal/lookup.hpp"

#include <algorithm>
#include <string>

namespace foothold {

namespace {

constexpr std::int32_t april = 4;

std::int32_t year_in(const StudyHeader& header, const std::string& path) {
    return static_cast<std::int32_t>(parameter_of(header, path));
}

std::string path_of(std::size_t deflator, const char* field) {
    return "parameters.accounting.deflators." + std::to_string(deflator) + "." + field;
}

}  // namespace

std::int32_t price_year_of(CalendarMonth month) {
    return month.month < april ? month.year - 1 : month.year;
}

Prices::Prices(const StudyHeader& header) : start_{header.start} {
    std::size_t i = 0;
    do {
        deflators_.push_back(
            {year_in(header, path_of(i, "year")), parameter_of(header, path_of(i, "index"))});
        ++i;
    } while (has_parameter(header, path_of(i, "year")));
    std::sort(deflators_.begin(), deflators_.end(), [](const Deflator& a, const Deflator& b) {
        return a.year < b.year;
    });
    const Deflator& base = in(year_in(header, "parameters.accounting.price_year"));
    year_ = base.year;
    index_ = base.index;
    of_unit_costs_ = of_year(year_in(header, "parameters.accounting.unit_cost_year"));
}

const Prices::Deflator& Prices::in(std::int32_t year) const {
    const auto later = std::find_if(
        deflators_.begin(), deflators_.end(), [&](const Deflator& it) { return it.year > year; });
    return later == deflators_.begin() ? *later : *(later - 1);
}

double Prices::of_year(std::int32_t year) const {
    return index_ / in(year).index;
}

double Prices::of_month(std::size_t time) const {
    return of_year(price_year_of(later(start_, static_cast<std::int32_t>(time) - 1)));
}

}  // namespace foothold
