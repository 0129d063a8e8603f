#pragma once

#include "sim/cli/ledger_text.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace foothold {

/// A table of groups of people, one a row, in one unit, so that the columns from additional to
/// moved add up to net. Of many groups those with the most job-months of participants.
void print_groups(const LedgerReport& report,
                  const std::string& dimension,
                  const std::vector<Account>& groups,
                  std::ostream& out);

}  // namespace foothold
