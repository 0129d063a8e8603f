#include "sim/cli/ledger_text.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

namespace foothold {

namespace {

constexpr std::size_t label_width = 28;
constexpr std::size_t number_width = 10;
constexpr std::size_t interval_width = 15;
constexpr std::size_t share_width = 7;
constexpr double hundred = 100.0;

/// A line of the account in which something is counted once.
struct Shown {
    const char* key;
    const char* label;
    bool taken_off;  // "less"
};

constexpr std::array<Shown, 3> of_participants{{
    {"gross", "participants in work (gross)", false},
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

std::string per_cent(double share) {
    return grouped(share * hundred) + " %";
}

/// The mean of a line or, of one replicate, its exact integer.
double value_of(const LedgerReport& report, const Account& account, const char* key) {
    const AccountLine& line = account_line(key);
    return report.only ? static_cast<double>(account.exact(line)[*report.only])
                       : account.estimated(line).mean;
}

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
    const double value = value_of(report, account, line.key);
    return to_left(line.label, label_width) + to_right("", 2 * number_width)
           + to_right(grouped(line.taken_off ? -value : value), number_width)
           + spread_of(report, account, line.key, line.taken_off) + '\n';
}

std::string balanced(const LedgerReport& report, const Account& account, const Other& line) {
    const auto number = [&](const char* key, double sign) {
        return to_right(grouped(sign * value_of(report, account, key)), number_width);
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

std::string share_in_words(const std::optional<Estimate>& share) {
    if (!share) {
        return "n/a";
    }
    return per_cent(share->mean)
           + (share->interval ? " (" + per_cent(share->interval->low) + " to "
                                    + per_cent(share->interval->high) + ")"
                              : "");
}

void print_words(const Account& account, std::ostream& out) {
    const auto years = [&](const char* key) {
        return grouped(account.estimated(account_line(key)).mean / months_per_year);
    };
    out << paragraph(
        "In job-years: gross " + years("gross") + ", additional " + years("additional") + ", net "
        + years("net") + ". Deadweight is " + share_in_words(account.deadweight_share())
        + " of gross; displaced less spill-over is " + share_in_words(account.displaced_share())
        + " of what is additional (n/a: no such gain, beyond luck).");
}

/// One number of a table of groups: the mean, or one replicate's.
std::string cell(const LedgerReport& report, const Account& account, const char* key) {
    constexpr std::size_t width = 9;
    constexpr double million = 1e6;
    const AccountLine& line = account_line(key);
    const double value = report.only ? static_cast<double>(account.exact(line)[*report.only])
                                     : account.estimated(line).mean;
    const bool exact = report.only || std::abs(value) < million;
    return to_right(exact ? grouped(value) : shortened(value), width);
}

void print_group(const LedgerReport& report, const Account& account, std::ostream& out) {
    constexpr std::size_t name_width = 20;  // [column]
    constexpr std::size_t spread_width = 6;
    out << to_left(account.name, name_width);
    for (const char* key : {"gross", "additional", "household", "neighbours", "elsewhere", "net"}) {
        out << cell(report, account, key);
    }
    const Estimate net = account.estimated(account_line("net"));
    if (!report.only && net.interval) {
        out << to_right(shortened(net.interval->high - net.mean), spread_width);
    }
    out << '\n';
}

/// All groups; of many, the ten with the largest net gain and the ten with the smallest.
void print_groups(const LedgerReport& report,
                  const std::string& dimension,
                  const std::vector<Account>& groups,
                  std::ostream& out) {
    constexpr std::size_t at_each_end = 10;
    const bool all = groups.size() <= 2 * at_each_end;
    out << "\nBy " << dimension << '\n'
        << to_left("", 20) << "    gross   addit.  househ.  neighb.  elsewh.      net"
        << (report.only ? "" : "   +/-") << '\n';
    if (all) {
        for (const Account& group : groups) {
            print_group(report, group, out);
        }
        return;
    }
    const std::vector<std::size_t> order = largest_net_first(groups);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i < at_each_end || i + at_each_end >= order.size()) {
            print_group(report, groups[order[i]], out);
        } else if (i == at_each_end) {
            out << "... " << order.size() - 2 * at_each_end << " more in --csv and --json\n";
        }
    }
}

constexpr const char* reading =
    "How to read it. Net, of everybody and of groups that were fixed before the policy, does not "
    "depend on how lives in the two worlds are paired. Which work of participants is deadweight, "
    "and "
    "who else gained or lost, is told person by person: that needs the paired run, and rests on "
    "keeping each person's luck the same. What others lost and won holds churn: a job that changes "
    "hands between two of them "
    "counts once as lost and once as won, so read the balance in the third column.";

constexpr const char* reality =
    "In reality nobody sees the same person with and without the programme. A trial can find "
    "deadweight on average, but what people outside the trial lose it cannot see, unless whole "
    "places are drawn by lot. Displacement here follows from the model's vacancies and "
    "queues; it is what the model implies, not something that was observed.";

void print_arm(const LedgerReport& report, const ArmAccounts& arm, std::ostream& out) {
    const std::string basis =
        report.only
            ? "Exact integers of replicate " + std::to_string(report.replicates[*report.only]) + "."
            : "Mean of " + std::to_string(report.replicates.size())
                  + (report.replicates.size() < 3
                         ? " replicates; fewer than three give no intervals."
                         : " replicates.");
    out << paragraph(arm.arm + " (" + arm.label + ") against " + report.reference
                     + ": people in work, added up over " + std::to_string(report.months)
                     + " months. " + basis)
        << '\n';
    print_account(report, arm.total, out);
    if (!report.only) {
        out << '\n';
        print_words(arm.total, out);
    }
    for (std::size_t d = 0; d < arm.dimensions.size(); ++d) {
        print_groups(report, arm.dimensions[d], arm.groups[d], out);
    }
    out << '\n';
}

}  // namespace

void print_ledger(const LedgerReport& report, std::ostream& out) {
    out << paragraph(report.title) << '\n';
    for (const ArmAccounts& arm : report.arms) {
        print_arm(report, arm, out);
    }
    out << paragraph(reading) << '\n'
        << paragraph(reality) << '\n'
        << "Every line adds up in every replicate, year and group.\nFingerprint "
        << report.fingerprint << '\n';
    if (!report.licence.empty()) {
        out << paragraph("Data: " + report.licence);
    }
}

}  // namespace foothold
