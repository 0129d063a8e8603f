#pragma once

#include "sim/appraisal/ledger.hpp"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// The account of one arm, and of groups of people if they were asked for.
struct ArmAccounts {
    std::string arm;
    std::string label;
    Account total;
    std::vector<std::string> dimensions;       // asked for
    std::vector<std::vector<Account>> groups;  // shape [dimension][group]
};

/// What `foothold ledger` found.
struct LedgerReport {
    std::string title;
    std::string reference;
    std::string fingerprint;
    std::string licence;     // of the place's data
    std::size_t months = 0;  // [month] that the account covers
    std::vector<std::uint32_t> replicates;
    std::size_t planned = 0;          // [replicate] that the study was to have
    std::optional<std::size_t> only;  // one replicate's exact integers; counts from 0
    std::vector<ArmAccounts> arms;
};

/// The mean of a line or, of one replicate, its exact integer. [person-month]
double figure_of(const LedgerReport& report, const Account& account, std::string_view key);

/// Tables of at most 80 columns, and what may be read into them.
void print_ledger(const LedgerReport& report, std::ostream& out);

/// The same as JSON, with the exact integers of every replicate.
std::string ledger_json(const LedgerReport& report);

/// The same as CSV: one row for every arm, group and line.
std::string ledger_csv(const LedgerReport& report);

}  // namespace foothold
