#pragma once

#include "foothold/courses.hpp"
#include "foothold/pairs.hpp"

#include "sim/experiments/estimate.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// A line of the account from gross to net, worked out of the job-months that were counted.
struct AccountLine {
    std::string_view key;
    std::int64_t (*of)(const Ledger&);  // [person-month]
    bool churn = false;  // lost or won alone, many times its balance: no share of gross says much
};

/// Every line, those that were counted and those that follow, in the order of the account.
const std::array<AccountLine, 19>& account_lines();

/// The line of that key. The account must have it.
const AccountLine& account_line(std::string_view key);

/// One account in every replicate: of everybody, or of a group of people.
struct Account {
    std::string name;             // of the group; empty for everybody
    std::vector<Ledger> ledgers;  // shape [replicate]

    /// The exact integers of a line. shape [replicate], [person-month]
    std::vector<std::int64_t> exact(const AccountLine& line) const;

    /// Their mean, with its interval. [person-month]
    Estimate estimated(const AccountLine& line) const;

    /// Deadweight as a share of gross; nothing where no participant was in work. [1]
    std::optional<Estimate> deadweight_share() const;

    /// What others lost less what they won, as a share of what is additional; nothing unless what
    /// is additional can be told from nothing. [1]
    std::optional<Estimate> displaced_share() const;

    /// The balance of people here in one world only as a share of what is additional; nothing under
    /// the same condition. [1]
    std::optional<Estimate> moved_share() const;

    /// A line as a share of gross; nothing of churn, nor where no participant was in work. [1]
    std::optional<Estimate> share_of_gross(const AccountLine& line) const;
};

/// A share that is said beside the lines.
struct AccountShare {
    std::string_view key;
    std::optional<Estimate> (Account::*of)() const;  // [1]
};

/// All of them.
const std::array<AccountShare, 3>& account_shares();

/// Dimensions by which people are grouped, in the order of the file.
std::vector<std::string> dimensions_of(const Ledgers& ledgers);

/// Everybody's account in one arm over the first `years` years: the sum over the groups of the
/// first dimension.
Account account_of(const Ledgers& ledgers, std::size_t arm, std::size_t years);

/// The account of each group of a dimension, in the order of the file.
std::vector<Account>
accounts_by(const Ledgers& ledgers, std::size_t arm, std::size_t years, std::string_view dimension);

/// `ratio_of_sums` of whole numbers.
std::optional<Estimate> ratio(const std::vector<std::int64_t>& parts,
                              const std::vector<std::int64_t>& wholes);

/// Indices of accounts from the largest mean gross down; equal ones in the order of the file. Of
/// many small groups the largest and the smallest net would be those with the most luck.
std::vector<std::size_t> largest_gross_first(const std::vector<Account>& accounts);

}  // namespace foothold
