#pragma once

#include "foothold/diagnostics.hpp"
#include "foothold/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foothold {

/// What `foothold cliff` asks of a programme.
struct CliffQuestion {
    std::string programme;
    std::int32_t from = 0;                // [month] shortest funding
    std::int32_t to = 0;                  // [month] longest funding
    std::int32_t every = 1;               // [month] from one length to the next
    std::optional<std::int32_t> anatomy;  // [month] length whose end is taken apart; the
                                          // programme's own if none is given
    std::int32_t window = 0;              // [month] after that end over which its drop is counted
    bool same_total = false;  // whether every length has the programme's own money in all, rather
                              // than in a month
};

/// Names of the arms that take the end apart; the programme that ends is arm_of_length(length).
inline constexpr const char* renewed_arm = "renewed";
inline constexpr const char* goes_on_arm = "goes_on";
inline constexpr const char* run_off_arm = "run_off";
inline constexpr const char* run_off_notice_arm = "run_off_notice";
inline constexpr const char* cut_no_relapse_arm = "cut_no_relapse";

/// "months_30"; also the name of the programme that runs in it.
std::string arm_of_length(std::int32_t months);

/// The lengths asked for and the one whose end is taken apart, ascending. [month]
std::vector<std::int32_t> lengths_of(const CliffQuestion& asked, std::int32_t anatomy);

/// Month of the study in which a programme's funding begins.
std::int32_t begins(const Scenario& scenario, const Programme& programme);

/// The programme with another length of funding, in one period. With the same total, money a month,
/// posts and outreach hours go by own length / length, posts rounded to the nearest, half up, and
/// one advocate kept at least.
Programme at_length(const Programme& programme, std::int32_t months, bool same_total);

/// The same money and length, known for a year at a time.
Programme renewed_yearly(const Programme& programme);

/// What is wrong with the question, by option.
void check(const Scenario& scenario, const CliffQuestion& asked, Diagnostics& wrong);

/// One study of the reference, of every length, of the renewed programme if it is longer than a
/// year, and of the chain of arms that takes the end apart. The question must have been checked.
Scenario cliff_study(const Scenario& scenario, const CliffQuestion& asked);

/// What a study made by `cliff_study` is about, found in its scenario alone.
struct CliffDesign {
    std::string programme;              // label
    std::vector<std::int32_t> lengths;  // [month] ascending
    std::int32_t anatomy = 0;           // [month] length whose end is taken apart
    std::int32_t window = 0;            // [month] after that end
    std::int32_t begins = 0;            // [month] of the study in which funding begins
    bool renewed = false;               // whether there is an arm with yearly renewal
    bool same_total = false;            // whether money a month falls with length
};

/// Nothing if the scenario was not made by `cliff_study`.
std::optional<CliffDesign> cliff_design(const Scenario& scenario);

}  // namespace foothold
