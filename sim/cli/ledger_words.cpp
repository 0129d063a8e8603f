#include "sim/cli/ledger_words.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <cmath>

namespace foothold {

namespace {

std::string share_in_words(const std::optional<Estimate>& share) {
    if (!share) {
        return "n/a";
    }
    return per_cent(share->mean)
           + (share->interval ? " (" + per_cent(share->interval->low) + " to "
                                    + per_cent(share->interval->high) + ")"
                              : "");
}

/// What others lost, and those here in one world only won, of what is additional.
std::string shares_of_additional(const Account& account) {
    if (account.ledgers.size() < 3) {
        return "Fewer than three replicates cannot say what share of what is additional others "
               "lose.";
    }
    if (!account.displaced_share()) {
        return "What is additional is no gain beyond luck, so that no share of it can be said.";
    }
    return "Of what is additional, displaced less spill-over is "
           + share_in_words(account.displaced_share())
           + ", and the balance of people here in one world only "
           + share_in_words(account.moved_share()) + ".";
}

constexpr const char* reading =
    "How to read it. Net, of everybody and of groups that were fixed before the policy, does not "
    "depend on how lives in the two worlds are paired. Which work of participants is deadweight, "
    "and "
    "who else gained or lost, is told person by person: that needs the paired run, and rests on "
    "keeping each person's luck the same. What others lost and won holds churn: a job that changes "
    "hands between two of them "
    "counts once as lost and once as won, so read the balance in the third column. "
    "People here in one world only left the place, or came to it, in another month or not at all; "
    "participants among them are in that line and in no other.";

constexpr const char* reality =
    "In reality nobody sees the same person with and without the programme. A trial can find "
    "deadweight on average, but what people outside the trial lose it cannot see, unless whole "
    "places are drawn by lot. Displacement here follows from the model's vacancies and "
    "queues; it is what the model implies, not something that was observed.";

}  // namespace

std::string account_in_words(const Account& account) {
    if (!account.deadweight_share()) {
        return paragraph("Nobody is supported in this arm. All that it changes stands among what "
                         "others lost and won; none of it is deadweight, displacement or "
                         "spill-over.");
    }
    const auto years = [&](const char* key) {
        return grouped(account.estimated(account_line(key)).mean / months_per_year);
    };
    return paragraph("In job-years: gross " + years("gross") + ", of which additional "
                     + years("additional") + "; with the balance of others, " + years("others")
                     + ", and of people here in one world " + "only, " + years("moved")
                     + ", that makes net " + years("net") + ". Deadweight is "
                     + share_in_words(account.deadweight_share()) + " of gross. "
                     + shares_of_additional(account));
}

std::string split_warning(const LedgerReport& report, const Account& account) {
    constexpr double many = 100.0;
    constexpr std::size_t few = 5;  // [year]
    const double moved =
        figure_of(report, account, "moved_won") + figure_of(report, account, "moved_lost");
    const double net = figure_of(report, account, "net");
    if (moved <= many * std::abs(net)) {
        return "";
    }
    return paragraph("Warning: people here in one world only make up " + shortened(moved)
                     + " job-months, lost and won, beside a net of " + shortened(net)
                     + ". How net divides between additional, others and them rests on who can "
                       "still be matched with their other self after "
                     + std::to_string(report.months) + " months. Take that split from fewer years"
                     + (report.months > few * months_per_year ? ", such as --years 5" : "")
                     + "; net itself is not concerned.");
}

std::string how_to_read_it() {
    return paragraph(reading) + '\n' + paragraph(reality);
}

}  // namespace foothold
