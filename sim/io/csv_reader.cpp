#include "sim/io/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace foothold {

std::size_t CsvReader::column(std::string_view name) const {
    const auto& fields = table_.header.fields;
    std::vector<std::string> names;
    for (std::size_t k = 0; k < fields.size(); ++k) {
        if (fields[k].text == name) {
            return k;
        }
        names.push_back(fields[k].text);
    }
    const std::string near = nearest(name, names);
    report(found_,
           {table_.file, std::max(table_.header.line, 1), 1},
           std::string(name),
           "the table has no such column" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
    return missing;
}

Location CsvReader::where(std::size_t row, std::size_t column) const {
    const CsvTable::Row& it = table_.rows.at(row);
    return {table_.file, it.line, column < it.fields.size() ? it.fields[column].column : 1};
}

std::string_view CsvReader::raw(std::size_t row, std::size_t column) const {
    return table_.rows.at(row).fields.at(column).text;
}

void CsvReader::wrong(std::size_t row, std::size_t column, std::string problem) const {
    const auto& fields = table_.header.fields;
    report(found_,
           where(row, column),
           column < fields.size() ? fields[column].text : "",
           std::move(problem));
}

std::string CsvReader::text(std::size_t row, std::size_t column) const {
    if (column == missing) {
        return {};
    }
    if (raw(row, column).empty()) {
        wrong(row, column, "the field is empty; expected text");
    }
    return std::string(raw(row, column));
}

std::optional<double> CsvReader::number_if_any(std::size_t row, std::size_t column) const {
    if (column == missing || raw(row, column).empty()) {
        return std::nullopt;
    }
    const std::string_view text = raw(row, column);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        wrong(row, column, "'" + std::string(text.substr(0, 40)) + "' is not a finite number");
        return 0.0;
    }
    return value;
}

double CsvReader::number(std::size_t row, std::size_t column) const {
    const std::optional<double> value = number_if_any(row, column);
    if (!value && column != missing) {
        wrong(row, column, "the field is empty; expected a finite number");
    }
    return value.value_or(0.0);
}

std::optional<std::int32_t> CsvReader::count_if_any(std::size_t row, std::size_t column) const {
    if (column == missing || raw(row, column).empty()) {
        return std::nullopt;
    }
    const std::string_view text = raw(row, column);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) {
        wrong(row,
              column,
              "'" + std::string(text.substr(0, 40))
                  + "' is not a count (must be a whole number of at least 0)");
        return 0;
    }
    return value;
}

std::int32_t CsvReader::count(std::size_t row, std::size_t column) const {
    const std::optional<std::int32_t> value = count_if_any(row, column);
    if (!value && column != missing) {
        wrong(row, column, "the field is empty; expected a whole number of at least 0");
    }
    return value.value_or(0);
}

double CsvReader::share(std::size_t row, std::size_t column) const {
    const double value = number(row, column);
    if (value < 0.0 || value > 1.0) {
        wrong(row,
              column,
              "'" + std::string(raw(row, column)) + "' is not a share (must lie in 0..1)");
        return 0.0;
    }
    return value;
}

}  // namespace foothold
