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

    /// A line as a share of gross. [1]
    std::optional<Estimate> share_of_gross(const AccountLine& line) const;
};

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

/// Indices of accounts from the largest mean net gain down; equal ones in the order of the file.
std::vector<std::size_t> largest_net_first(const std::vector<Account>& accounts);

}  // namespace foothold
