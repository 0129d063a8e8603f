#include "sim/io/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

constexpr std::size_t most_problems = 50;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Feeds the library one byte at a time, so that the place of every field is known.
class Parser {
  public:
    Parser(CsvTable& table, Diagnostics& found) : table_(table), found_(found) {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    }

    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    ~Parser() { csv_free(&parser_); }

    void parse(std::string_view text) {
        for (const char byte : text) {
            ++column_;
            if (!feed(byte)) {
                return wrong("a double quote stands where none may; write a quote inside a "
                             "quoted field twice");
            }
            if (byte == '\n' && !end_line()) {
                return;
            }
        }
        if (column_ != 0) {
            wrong("the file ends in the middle of a row; it was cut short, fetch it again");
        }
    }

  private:
    bool feed(char byte) { return csv_parse(&parser_, &byte, 1, on_field, on_row, this) == 1; }

    /// False if the line ended inside quotes.
    bool end_line() {
        // The library keeps the newline as part of a field only inside quotes.
        if (!current_.fields.empty() || parser_.entry_pos != 0) {
            wrong("a quote that opens here is not closed on this line");
            return false;
        }
        ++line_;
        column_ = 0;
        start_ = 1;
        return true;
    }

    static void on_field(void* text, std::size_t size, void* self) {
        auto& it = *static_cast<Parser*>(self);
        it.current_.fields.push_back({std::string(static_cast<char*>(text), size), it.start_});
        it.start_ = it.column_ + 1;
    }

    static void on_row(int, void* self) { static_cast<Parser*>(self)->end_row(); }

    void end_row() {
        CsvTable::Row row = std::exchange(current_, {});
        row.line = line_;
        if (!has_header_) {
            has_header_ = true;
            table_.header = std::move(row);
        } else if (row.fields.size() == table_.header.fields.size()) {
            table_.rows.push_back(std::move(row));
        } else {
            report(found_,
                   {table_.file, line_, row.fields.back().column},
                   "",
                   "the row has " + std::to_string(row.fields.size()) + " fields; the header has "
                       + std::to_string(table_.header.fields.size()));
        }
    }

    void wrong(std::string problem) {
        report(found_, {table_.file, line_, start_}, "", std::move(problem));
    }

    CsvTable& table_;
    Diagnostics& found_;
    csv_parser parser_{};
    CsvTable::Row current_;
    bool has_header_ = false;
    int line_ = 1;
    int column_ = 0;  // of the byte read last
    int start_ = 1;   // column of the field being read
};

void check_header(const CsvTable& table, Diagnostics& found) {
    if (table.header.fields.empty()) {
        report(found, {table.file, 1, 1}, "", "the file is empty; expected a header and rows");
        return;
    }
    std::vector<std::string> seen;
    for (const CsvTable::Field& field : table.header.fields) {
        if (std::find(seen.begin(), seen.end(), field.text) != seen.end()) {
            report(found,
                   {table.file, table.header.line, field.column},
                   field.text,
                   "the header names this column twice");
        }
        seen.push_back(field.text);
    }
}

}  // namespace

void report(Diagnostics& found, Location where, std::string path, std::string problem) {
    if (found.size() < most_problems) {
        found.error(std::move(where), std::move(path), std::move(problem));
    } else if (found.size() == most_problems) {
        found.error({}, "", "there are more problems than these; correct them and try again");
    }
}

CsvTable parse_csv(std::string file, std::string_view text, Diagnostics& found) {
    CsvTable table;
    table.file = std::move(file);
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
        text.remove_prefix(byte_order_mark.size());
    }
    Parser(table, found).parse(text);
    check_header(table, found);
    return table;
}

CsvTable read_csv(const std::filesystem::path& file, Diagnostics& found) {
    return parse_csv(file.string(), read_text(file), found);
}

std::string read_text(const std::filesystem::path& file) {
    std::error_code error;
    const bool is_file = std::filesystem::is_regular_file(file, error);
    std::ifstream in(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!is_file || in.bad()) {
        throw IoError(file.string(), "cannot be read; check that it exists and may be read");
    }
    return text;
}

}  // namespace foothold
