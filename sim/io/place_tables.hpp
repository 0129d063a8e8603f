#pragma once

#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_sources.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// A publisher's table, opened: the rows of every file that fits its pattern.
struct SourceRows {
    const SourceTable* source = nullptr;
    std::vector<CsvTable> files;
    std::string name;  // of the files, for messages
};

/// Opens a table; says so if no file in `folder` fits.
SourceRows
open_source(const SourceTable& source, const std::filesystem::path& folder, Diagnostics& found);

/// True if `name` fits `pattern`, in which one '*' may stand for any text.
bool fits(std::string_view name, std::string_view pattern);

/// Calls visit(reader, row, columns) for every row; `columns` are those of `figures`, in order. A
/// file without one of them is reported and left out.
template <class Visit>
void each_row(const SourceRows& rows,
              const std::vector<std::string>& figures,
              Diagnostics& found,
              Visit visit) {
    for (const CsvTable& file : rows.files) {
        const CsvReader reader(file, found);
        std::vector<std::size_t> columns;
        bool complete = true;
        for (const std::string& figure : figures) {
            columns.push_back(reader.column(rows.source->columns.at(figure)));
            complete = complete && columns.back() != CsvReader::missing;
        }
        for (std::size_t row = 0; complete && row < reader.size(); ++row) {
            visit(reader, row, columns);
        }
    }
}

/// Areas by code, and where in the tables each was named first.
struct Areas {
    std::map<std::string, std::size_t> index;
    std::vector<Location> where;

    std::size_t size() const { return where.size(); }
};

enum class Numbers { counts, any };

/// Joins a table to areas: calls take(area, values) for each area's row, with the values of
/// `figures` in order. Reports areas without a row or with two; rows of other areas are left out.
template <class Take>
void join(const SourceRows& rows,
          const std::vector<std::string>& figures,
          Numbers numbers,
          const Areas& areas,
          Diagnostics& found,
          Take take) {
    std::vector<bool> seen(areas.size(), false);
    std::vector<std::string> wanted{"code"};
    wanted.insert(wanted.end(), figures.begin(), figures.end());
    bool any = false;
    each_row(
        rows, wanted, found, [&](const CsvReader& reader, std::size_t row, const auto& columns) {
            any = true;
            const std::string code = reader.text(row, columns[0]);
            std::vector<double> values;
            for (std::size_t k = 1; k < columns.size(); ++k) {
                values.push_back(numbers == Numbers::counts ? reader.count(row, columns[k])
                                                            : reader.number(row, columns[k]));
            }
            const auto area = areas.index.find(code);
            if (area == areas.index.end()) {
                return;
            }
            if (seen[area->second]) {
                reader.wrong(row, columns[0], "'" + code + "' has a row already");
            }
            seen[area->second] = true;
            take(area->second, values);
        });
    for (const auto& [code, area] : areas.index) {
        if (any && !seen[area]) {
            report(found, areas.where[area], code, "the code has no row in " + rows.name);
        }
    }
}

/// Splits whole number `total` in proportion to `weights`, in whole numbers that add up to it: the
/// largest remainders are rounded up, the first of equal ones first.
std::vector<double> split_whole(double total, const std::vector<double>& weights);

}  // namespace foothold
