#pragma once

#include "sim/cli/ledger_text.hpp"

#include <string>

namespace foothold {

/// What stands in the table of an account, in a few sentences: the way from gross to net in
/// job-years, and the shares. Not of one replicate.
std::string account_in_words(const Account& account);

/// A warning where people here in one world only make up a hundred times the net and more, so that
/// the split rests on who can still be matched with their other self; else empty.
std::string split_warning(const LedgerReport& report, const Account& account);

/// What may be read into an account, whoever's it is.
std::string how_to_read_it();

}  // namespace foothold
