#include "sim/io/csv.hpp"

#include <gtest/gtest.h>

namespace foothold {

namespace {

/// The problems of a text, one a line.
std::string problems(const Diagnostics& found) {
    std::string out;
    for (const Diagnostic& it : found.all()) {
        out += it.text() + '\n';
    }
    return out;
}

std::string problems_of(std::string_view text) {
    Diagnostics found;
    parse_csv("t.csv", text, found);
    return problems(found);
}

}  // namespace

TEST(Csv, gives_every_field_its_line_and_column) {
    Diagnostics found;
    const CsvTable table = parse_csv("t.csv", "code,people\nE01,12\n\nE0222,7\n", found);
    ASSERT_TRUE(found.empty()) << problems(found);
    ASSERT_EQ(table.rows.size(), 2U);
    const CsvReader reader(table, found);
    EXPECT_EQ(reader.count(1, reader.column("people")), 7);
    EXPECT_EQ(reader.where(1, 1), (Location{"t.csv", 4, 7}));
}

TEST(Csv, reads_quotes_commas_line_ends_of_windows_and_a_byte_order_mark) {
    Diagnostics found;
    const CsvTable table =
        parse_csv("t.csv", "\xEF\xBB\xBF\"code\",name\r\nE01,\"a, \"\"b\"\"\"\r\n", found);
    ASSERT_TRUE(found.empty()) << problems(found);
    EXPECT_EQ(table.header.fields[0].text, "code");
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].fields[1].text, "a, \"b\"");
    EXPECT_EQ(table.rows[0].fields[1].column, 5);
}

TEST(Csv, notices_a_file_that_was_cut_short) {
    EXPECT_EQ(problems_of("code,people\nE01,12\nE02,1"),
              "t.csv:3:5: error: the file ends in the middle of a row; it was cut short, fetch it "
              "again\n");
}

TEST(Csv, points_at_a_row_of_the_wrong_length) {
    EXPECT_EQ(problems_of("code,people\nE01\n"),
              "t.csv:2:1: error: the row has 1 fields; the header has 2\n");
}

TEST(Csv, points_at_a_quote_that_is_never_closed) {
    EXPECT_EQ(problems_of("code,name\nE01,\"a\nE02,b\n"),
              "t.csv:2:5: error: a quote that opens here is not closed on this line\n");
}

TEST(Csv, wants_a_header_with_different_columns) {
    EXPECT_EQ(problems_of(""), "t.csv:1:1: error: the file is empty; expected a header and rows\n");
    EXPECT_EQ(problems_of("a,a\n1,2\n"),
              "t.csv:1:3: error: a: the header names this column twice\n");
}

TEST(Csv, suggests_the_column_that_was_meant) {
    Diagnostics found;
    const CsvTable table = parse_csv("t.csv", "code,peple\nE01,12\n", found);
    EXPECT_EQ(CsvReader(table, found).column("people"), CsvReader::missing);
    EXPECT_EQ(problems(found),
              "t.csv:1:1: error: people: the table has no such column; did you mean 'peple'?\n");
}

TEST(Csv, reports_every_field_that_is_not_what_it_should_be) {
    Diagnostics found;
    const CsvTable table = parse_csv("t.csv", "n,x,s,t\n-1,inf,1.5,\n1.5,2x,-0.1,a\n", found);
    const CsvReader reader(table, found);
    for (std::size_t row = 0; row < reader.size(); ++row) {
        reader.count(row, 0);
        reader.number(row, 1);
        reader.share(row, 2);
        reader.text(row, 3);
    }
    EXPECT_EQ(problems(found),
              "t.csv:2:1: error: n: '-1' is not a count (must be a whole number of at least 0)\n"
              "t.csv:2:4: error: x: 'inf' is not a finite number\n"
              "t.csv:2:8: error: s: '1.5' is not a share (must lie in 0..1)\n"
              "t.csv:2:12: error: t: the field is empty; expected text\n"
              "t.csv:3:1: error: n: '1.5' is not a count (must be a whole number of at least 0)\n"
              "t.csv:3:5: error: x: '2x' is not a finite number\n"
              "t.csv:3:8: error: s: '-0.1' is not a share (must lie in 0..1)\n");
}

TEST(Csv, lets_a_number_be_blank_only_where_that_is_asked_for) {
    Diagnostics found;
    const CsvTable table = parse_csv("t.csv", "n,x\n,1\n", found);
    const CsvReader reader(table, found);
    EXPECT_EQ(reader.count_if_any(0, 0), std::nullopt);
    EXPECT_EQ(reader.number_if_any(0, 1), 1.0);
    EXPECT_TRUE(found.empty());
    reader.count(0, 0);
    EXPECT_EQ(found.size(), 1U);
}

TEST(Csv, stops_listing_problems_after_fifty) {
    std::string text = "n\n";
    for (int row = 0; row < 80; ++row) {
        text += "x\n";
    }
    Diagnostics found;
    const CsvTable table = parse_csv("t.csv", text, found);
    const CsvReader reader(table, found);
    for (std::size_t row = 0; row < reader.size(); ++row) {
        reader.count(row, 0);
    }
    EXPECT_EQ(found.size(), 51U);
}

TEST(Csv, names_a_file_that_is_not_there) {
    Diagnostics found;
    try {
        read_csv("no/such.csv", found);
        FAIL() << "read a file that is not there";
    } catch (const IoError& error) {
        EXPECT_EQ(error.path(), "no/such.csv");
    }
}

}  // namespace foothold
