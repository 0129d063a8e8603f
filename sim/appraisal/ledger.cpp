#include "sim/appraisal/ledger.hpp"

#include "sim/appraisal/ratio.hpp"
#include "sim/core/contracts.hpp"

#include <algorithm>
#include <numeric>

namespace foothold {

namespace {

/// What some people won less what they lost.
template <LedgerLine won, LedgerLine lost>
std::int64_t balance(const Ledger& it) {
    return it[won] - it[lost];
}

template <LedgerLine line>
std::int64_t counted(const Ledger& it) {
    return it[line];
}

constexpr std::array<AccountLine, 19> lines{{
    {"gross", counted<LedgerLine::gross>},
    {"deadweight", counted<LedgerLine::deadweight>},
    {"additional", [](const Ledger& it) { return it.additional(); }},
    {"household_lost", counted<LedgerLine::household_lost>, true},
    {"neighbours_lost", counted<LedgerLine::neighbours_lost>, true},
    {"elsewhere_lost", counted<LedgerLine::elsewhere_lost>, true},
    {"displaced", [](const Ledger& it) { return it.displaced(); }, true},
    {"household_won", counted<LedgerLine::household_won>, true},
    {"neighbours_won", counted<LedgerLine::neighbours_won>, true},
    {"elsewhere_won", counted<LedgerLine::elsewhere_won>, true},
    {"spill_over", [](const Ledger& it) { return it.spill_over(); }, true},
    {"household", balance<LedgerLine::household_won, LedgerLine::household_lost>},
    {"neighbours", balance<LedgerLine::neighbours_won, LedgerLine::neighbours_lost>},
    {"elsewhere", balance<LedgerLine::elsewhere_won, LedgerLine::elsewhere_lost>},
    {"others", [](const Ledger& it) { return it.spill_over() - it.displaced(); }},
    {"moved_won", counted<LedgerLine::moved_won>, true},
    {"moved_lost", counted<LedgerLine::moved_lost>, true},
    {"moved", [](const Ledger& it) { return it.moved(); }},
    {"net", [](const Ledger& it) { return it.net(); }},
}};

constexpr std::array<AccountShare, 3> shares{{
    {"deadweight_share", &Account::deadweight_share},
    {"displaced_share", &Account::displaced_share},
    {"moved_share", &Account::moved_share},
}};

std::vector<double> as_numbers(const std::vector<std::int64_t>& values) {
    return {values.begin(), values.end()};
}

std::int64_t sum(const std::vector<std::int64_t>& values) {
    return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

/// `parts` as a share of what is additional, if that can be told from nothing.
std::optional<Estimate> share_of_additional(const Account& account,
                                            const std::vector<std::int64_t>& parts) {
    const AccountLine& additional = account_line("additional");
    const Estimate gain = account.estimated(additional);
    if (!gain.interval || gain.interval->low <= 0.0) {
        return std::nullopt;
    }
    return ratio(parts, account.exact(additional));
}

}  // namespace

const std::array<AccountLine, 19>& account_lines() {
    return lines;
}

const AccountLine& account_line(std::string_view key) {
    const auto* const found = std::find_if(
        lines.begin(), lines.end(), [&](const AccountLine& line) { return line.key == key; });
    FOOTHOLD_EXPECT(found != lines.end());
    return *found;
}

std::vector<std::int64_t> Account::exact(const AccountLine& line) const {
    std::vector<std::int64_t> values;
    for (const Ledger& ledger : ledgers) {
        values.push_back(line.of(ledger));
    }
    return values;
}

Estimate Account::estimated(const AccountLine& line) const {
    return estimate(as_numbers(exact(line)));
}

std::optional<Estimate> Account::deadweight_share() const {
    return share_of_gross(account_line("deadweight"));
}

std::optional<Estimate> Account::displaced_share() const {
    std::vector<std::int64_t> displaced;
    for (const Ledger& ledger : ledgers) {
        displaced.push_back(ledger.displaced() - ledger.spill_over());
    }
    return share_of_additional(*this, displaced);
}

std::optional<Estimate> Account::moved_share() const {
    return share_of_additional(*this, exact(account_line("moved")));
}

std::optional<Estimate> Account::share_of_gross(const AccountLine& line) const {
    return line.churn ? std::nullopt : ratio(exact(line), exact(account_line("gross")));
}

const std::array<AccountShare, 3>& account_shares() {
    return shares;
}

std::vector<std::string> dimensions_of(const Ledgers& ledgers) {
    std::vector<std::string> dimensions;
    for (const LedgerGroup& group : ledgers.groups) {
        if (std::find(dimensions.begin(), dimensions.end(), group.dimension) == dimensions.end()) {
            dimensions.push_back(group.dimension);
        }
    }
    return dimensions;
}

Account account_of(const Ledgers& ledgers, std::size_t arm, std::size_t years) {
    Account all{"", std::vector<Ledger>(ledgers.replicates.size())};
    if (!ledgers.groups.empty()) {
        for (const Account& group :
             accounts_by(ledgers, arm, years, ledgers.groups.front().dimension)) {
            for (std::size_t r = 0; r < all.ledgers.size(); ++r) {
                all.ledgers[r] += group.ledgers[r];
            }
        }
    }
    return all;
}

std::vector<Account> accounts_by(const Ledgers& ledgers,
                                 std::size_t arm,
                                 std::size_t years,
                                 std::string_view dimension) {
    FOOTHOLD_EXPECT(years >= 1 && years <= ledgers.years);
    std::vector<Account> accounts;
    for (std::size_t group = 0; group < ledgers.groups.size(); ++group) {
        if (ledgers.groups[group].dimension == dimension) {
            Account& account = accounts.emplace_back(Account{ledgers.groups[group].name, {}});
            for (std::size_t r = 0; r < ledgers.replicates.size(); ++r) {
                account.ledgers.push_back(ledgers.at(arm, r, years - 1, group));
            }
        }
    }
    return accounts;
}

std::optional<Estimate> ratio(const std::vector<std::int64_t>& parts,
                              const std::vector<std::int64_t>& wholes) {
    return ratio_of_sums(as_numbers(parts), as_numbers(wholes));
}

std::vector<std::size_t> largest_gross_first(const std::vector<Account>& accounts) {
    std::vector<std::int64_t> gross;
    for (const Account& account : accounts) {
        gross.push_back(sum(account.exact(account_line("gross"))));
    }
    std::vector<std::size_t> order(accounts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return gross[a] > gross[b];
    });
    return order;
}

}  // namespace foothold
