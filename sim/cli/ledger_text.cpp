#include "sim/cli/ledger_text.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/ledger_groups.hpp"
#include "sim/cli/ledger_words.hpp"
#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace foothold {

namespace {

constexpr std::size_t label_width = 28;
constexpr std::size_t number_width = 10;
constexpr std::size_t interval_width = 15;
constexpr std::size_t share_width = 7;

/// A line of the account in which something is counted once.
struct Shown {
    const char* key;
    const char* label;
    bool taken_off;  // "less"
};

constexpr std::array<Shown, 3> of_participants{{
    {"gross", "participants here in both worlds (gross)", false},
    {"deadweight", "less deadweight", true},
    {"additional", "= additional", false},
}};

/// A line about people outside the programme: what they lost, what they won, and the balance.
struct Other {
    const char* lost;
    const char* won;
    const char* balance;
    const char* label;
};

constexpr std::array<Other, 5> of_others{{
    {"household_lost", "household_won", "household", "  supported households"},
    {"neighbours_lost", "neighbours_won", "neighbours", "  same neighbourhoods"},
    {"elsewhere_lost", "elsewhere_won", "elsewhere", "  elsewhere"},
    {"displaced", "spill_over", "others", "others: displaced, spilled"},
    {"moved_lost", "moved_won", "moved", "here in one world only"},
}};

/// The interval of a line and its share of gross; nothing of one replicate.
std::string
spread_of(const LedgerReport& report, const Account& account, const char* key, bool taken_off) {
    if (report.only) {
        return "";
    }
    const AccountLine& line = account_line(key);
    const Estimate it = account.estimated(line);
    const double sign = taken_off ? -1.0 : 1.0;
    const std::optional<Estimate> share = account.share_of_gross(line);
    std::string interval;
    if (it.interval) {
        const double a = sign * it.interval->low;
        const double b = sign * it.interval->high;
        interval = shortened(std::min(a, b)) + ".." + shortened(std::max(a, b));
    }
    return to_right(interval, interval_width)
           + to_right(share ? per_cent(sign * share->mean) : "n/a", share_width);
}

std::string counted_once(const LedgerReport& report, const Account& account, const Shown& line) {
    const double value = figure_of(report, account, line.key);
    return to_left(line.label, label_width + 2 * number_width)
           + to_right(grouped(line.taken_off ? -value : value), number_width)
           + spread_of(report, account, line.key, line.taken_off) + '\n';
}

std::string balanced(const LedgerReport& report, const Account& account, const Other& line) {
    const auto number = [&](const char* key, double sign) {
        return to_right(grouped(sign * figure_of(report, account, key)), number_width);
    };
    return to_left(line.label, label_width) + number(line.lost, -1.0) + number(line.won, 1.0)
           + number(line.balance, 1.0) + spread_of(report, account, line.balance, false) + '\n';
}

void print_account(const LedgerReport& report, const Account& account, std::ostream& out) {
    out << to_left("", label_width) << to_right("lost", number_width)
        << to_right("won", number_width) << to_right("balance", number_width)
        << (report.only
                ? ""
                : to_right("95 % interval", interval_width) + to_right(" gross", share_width))
        << '\n';
    for (const Shown& line : of_participants) {
        out << counted_once(report, account, line);
    }
    for (const Other& line : of_others) {
        out << balanced(report, account, line);
    }
    out << counted_once(report, account, {"net", "= net", false});
}

/// What the numbers are: means, or the integers of one replicate.
std::string basis_of(const LedgerReport& report) {
    if (report.only) {
        return "Exact integers of replicate " + std::to_string(report.replicates[*report.only])
               + ".";
    }
    const std::size_t replicates = report.replicates.size();
    if (replicates == 1) {
        return "One replicate, which gives no intervals.";
    }
    return "Mean of " + std::to_string(replicates) + " replicates"
           + (replicates < 3 ? "; fewer than three give no intervals." : ".");
}

void print_arm(const LedgerReport& report, const ArmAccounts& arm, std::ostream& out) {
    out << paragraph(arm.arm + " (" + arm.label + ") against " + report.reference
                     + ": people in work, added up over " + std::to_string(report.months)
                     + " months. " + basis_of(report))
        << '\n';
    print_account(report, arm.total, out);
    if (!report.only) {
        out << '\n' << account_in_words(arm.total);
    }
    out << split_warning(report, arm.total);
    for (std::size_t d = 0; d < arm.dimensions.size(); ++d) {
        print_groups(report, arm.dimensions[d], arm.groups[d], out);
    }
    out << '\n';
}

}  // namespace

double figure_of(const LedgerReport& report, const Account& account, std::string_view key) {
    const AccountLine& line = account_line(key);
    return report.only ? static_cast<double>(account.exact(line)[*report.only])
                       : account.estimated(line).mean;
}

void print_ledger(const LedgerReport& report, std::ostream& out) {
    out << paragraph(report.title) << '\n';
    for (const ArmAccounts& arm : report.arms) {
        print_arm(report, arm, out);
    }
    out << how_to_read_it() << stopped_early(report.replicates.size(), report.planned)
        << "\nEvery line adds up in every replicate, year and group, before rounding.\nFingerprint "
        << report.fingerprint << '\n';
    if (!report.licence.empty()) {
        out << paragraph("Data: " + report.licence);
    }
}

}  // namespace foothold
