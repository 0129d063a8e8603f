#include "sim/cli/ledger_groups.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <ostream>

namespace foothold {

namespace {

constexpr std::size_t most_rows = 20;  // of one table

struct Column {
    const char* heading;
    const char* key;
};

constexpr std::array<Column, 7> columns{{
    {"gross", "gross"},
    {"addit.", "additional"},
    {"househ.", "household"},
    {"neighb.", "neighbours"},
    {"elsewh.", "elsewhere"},
    {"moved", "moved"},
    {"net", "net"},
}};

/// What all numbers of a table are counted in.
struct Unit {
    const char* words;
    double size;  // [person-month]
    int digits;   // after the point
};

constexpr std::array<Unit, 3> units{{
    {"job-months", 1.0, 0},
    {"1,000 job-months", 1000.0, 1},
    {"1,000 job-months", 1000.0, 0},
}};

std::string number_in(const Unit& unit, double value) {
    const double number = value / unit.size;
    return unit.digits == 0 ? grouped(number) : decimals(number, unit.digits);
}

using Row = std::vector<std::string>;

Row row_of(const LedgerReport& report, const Account& account, const Unit& unit) {
    Row row{account.name};
    for (const Column& column : columns) {
        row.push_back(number_in(unit, figure_of(report, account, column.key)));
    }
    const Estimate net = account.estimated(account_line("net"));
    if (!report.only && net.interval) {
        row.push_back(number_in(unit, net.interval->high - net.mean));
    }
    return row;
}

Row headings() {
    Row row{""};
    for (const Column& column : columns) {
        row.emplace_back(column.heading);
    }
    row.emplace_back("+/-");
    return row;
}

std::vector<Row> table_of(const LedgerReport& report,
                          const std::vector<Account>& groups,
                          const std::vector<std::size_t>& shown,
                          const Unit& unit) {
    std::vector<Row> table{headings()};
    for (const std::size_t group : shown) {
        table.push_back(row_of(report, groups[group], unit));
    }
    table.front().resize(table.back().size());
    return table;
}

/// The widest cell of each column, with what parts it from the one before.
std::vector<std::size_t> widths_of(const std::vector<Row>& table) {
    std::vector<std::size_t> widths(table.front().size(), 0);
    for (const Row& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size() + (i == 0 ? 0 : 1));
        }
    }
    return widths;
}

/// The groups with the most job-months of participants; all, in the order of the file, of few.
std::vector<std::size_t> shown_of(const std::vector<Account>& groups) {
    std::vector<std::size_t> shown(groups.size());
    std::iota(shown.begin(), shown.end(), std::size_t{0});
    if (groups.size() > most_rows) {
        shown = largest_gross_first(groups);
        shown.resize(most_rows);
    }
    return shown;
}

void print_rows(const std::vector<Row>& table, std::ostream& out) {
    const std::vector<std::size_t> widths = widths_of(table);
    const std::size_t used = std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    const bool airy = used + widths.size() - 1 <= page_width;  // room for a blank more
    for (const Row& row : table) {
        out << to_left(row.front(), widths.front());
        for (std::size_t i = 1; i < row.size(); ++i) {
            out << to_right(row[i], widths[i] + (airy ? 1 : 0));
        }
        out << '\n';
    }
}

}  // namespace

void print_groups(const LedgerReport& report,
                  const std::string& dimension,
                  const std::vector<Account>& groups,
                  std::ostream& out) {
    const std::vector<std::size_t> shown = shown_of(groups);
    std::vector<Row> table;
    const Unit* used = nullptr;
    for (const Unit& unit : units) {
        table = table_of(report, groups, shown, unit);
        used = &unit;
        const std::vector<std::size_t> widths = widths_of(table);
        if (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) <= page_width) {
            break;
        }
    }
    out << "\nBy " << dimension << ", in " << used->words << '\n';
    print_rows(table, out);
    if (shown.size() < groups.size()) {
        out << paragraph("The " + std::to_string(shown.size()) + " of "
                         + grouped(static_cast<double>(groups.size()))
                         + " with the most job-months of participants; all are in --csv and "
                           "--json. Those with the largest and the smallest net, of so many, "
                           "would mostly be those with the most luck.");
    }
}

}  // namespace foothold
