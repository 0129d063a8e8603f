#pragma once

#include "foothold/diagnostics.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// A table of text with a header, as a CSV file holds it, that knows where in the file each field
/// stands. The only code that knows the CSV library is csv.cpp.
struct CsvTable {
    struct Field {
        std::string text;
        int column = 0;  // [byte] in its line, from 1
    };

    struct Row {
        int line = 0;  // in the file, from 1
        std::vector<Field> fields;
    };

    std::string file;
    Row header;
    std::vector<Row> rows;  // each as long as the header
};

/// Parses CSV `text` (commas, double quotes, LF or CRLF, an optional byte-order mark). What is
/// wrong - no header, a column named twice, a row of the wrong length, a quote that is not closed
/// on its line, no newline at the end - is added to `found`; the rows that can be read are
/// returned.
CsvTable parse_csv(std::string file, std::string_view text, Diagnostics& found);

/// The same from a file. Throws IoError if it cannot be read.
CsvTable read_csv(const std::filesystem::path& file, Diagnostics& found);

/// The bytes of a file. Throws IoError if it cannot be read.
std::string read_text(const std::filesystem::path& file);

/// Adds a problem unless fifty are known already; the fifty-first says that there are more.
void report(Diagnostics& found, Location where, std::string path, std::string problem);

/// Typed reading of a table. Every reader returns the value, or says what was expected instead, at
/// file, line and column, and returns an empty one; so all problems of a file are found at once.
class CsvReader {
  public:
    static constexpr std::size_t missing = static_cast<std::size_t>(-1);

    CsvReader(const CsvTable& table, Diagnostics& found) : table_(table), found_(found) {}

    const CsvTable& table() const { return table_; }

    Diagnostics& found() const { return found_; }

    std::size_t size() const { return table_.rows.size(); }

    /// Index of the column of this name; `missing`, with a diagnostic, if there is none. The
    /// readers below return empty values for a missing column and stay silent.
    std::size_t column(std::string_view name) const;

    /// Where a field stands; the row's start if the column is missing.
    Location where(std::size_t row, std::size_t column) const;

    /// The field as text; must not be empty.
    std::string text(std::size_t row, std::size_t column) const;

    /// A whole number from 0 to 2^31-1.
    std::int32_t count(std::size_t row, std::size_t column) const;

    /// As `count`, but an empty field, which publishers use for "not published", is nothing.
    std::optional<std::int32_t> count_if_any(std::size_t row, std::size_t column) const;

    /// A finite number.
    double number(std::size_t row, std::size_t column) const;

    /// As `number`, but an empty field is nothing.
    std::optional<double> number_if_any(std::size_t row, std::size_t column) const;

    /// A number from 0 to 1.
    double share(std::size_t row, std::size_t column) const;

    /// Adds a problem with one field.
    void wrong(std::size_t row, std::size_t column, std::string problem) const;

  private:
    std::string_view raw(std::size_t row, std::size_t column) const;

    const CsvTable& table_;
    Diagnostics& found_;
};

}  // namespace foothold
