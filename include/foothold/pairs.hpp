#pragma once

#include "foothold/ids.hpp"
#include "foothold/month.hpp"
#include "foothold/place.hpp"
#include "foothold/support.hpp"
#include "foothold/world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// Where a job-month stands in the account of what an arm's programmes add. A participant is a
/// person whom a programme of the arm has supported so far, from the month in which support began
/// on; everybody else is compared with themselves too. The names are the account's columns.
enum class LedgerLine : std::uint8_t {
    gross,            // participants in work
    deadweight,       // the same people in the same month of the reference, in work
    household_won,    // others of a household that was supported, in work only in the arm
    household_lost,   // the same, in work only in the reference
    neighbours_won,   // others from a neighbourhood where somebody has been supported
    neighbours_lost,  //
    elsewhere_won,    // everybody else
    elsewhere_lost,   //
    moved_won,        // in work in the arm, of people who live here in the arm only
    moved_lost,       // in work in the reference, of people who live here in the reference only
};
inline constexpr std::array<std::string_view, 10> ledger_lines{"gross",
                                                               "deadweight",
                                                               "household_won",
                                                               "household_lost",
                                                               "neighbours_won",
                                                               "neighbours_lost",
                                                               "elsewhere_won",
                                                               "elsewhere_lost",
                                                               "moved_won",
                                                               "moved_lost"};

/// An account in job-months: people in work, added up over months. Exact integers.
struct Ledger {
    std::array<std::int64_t, ledger_lines.size()> lines{};  // [person-month]

    std::int64_t& operator[](LedgerLine line) { return lines[static_cast<std::size_t>(line)]; }

    std::int64_t operator[](LedgerLine line) const { return lines[static_cast<std::size_t>(line)]; }

    /// What participants have more than in the reference.
    std::int64_t additional() const {
        return (*this)[LedgerLine::gross] - (*this)[LedgerLine::deadweight];
    }

    /// What others lost, and won.
    std::int64_t displaced() const {
        return (*this)[LedgerLine::household_lost] + (*this)[LedgerLine::neighbours_lost]
               + (*this)[LedgerLine::elsewhere_lost];
    }

    std::int64_t spill_over() const {
        return (*this)[LedgerLine::household_won] + (*this)[LedgerLine::neighbours_won]
               + (*this)[LedgerLine::elsewhere_won];
    }

    std::int64_t moved() const {
        return (*this)[LedgerLine::moved_won] - (*this)[LedgerLine::moved_lost];
    }

    /// More people in work than in the reference: exactly the difference of the two `employed`.
    std::int64_t net() const { return additional() - displaced() + spill_over() + moved(); }

    Ledger& operator+=(const Ledger& other) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            lines[i] += other.lines[i];
        }
        return *this;
    }

    friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// A group of people that has an account of its own. Groups of one dimension add up to everybody.
/// Household type, barriers and time out of work are those at the study's opening, which is the
/// same in all arms; whoever appears later is in "came_later". The neighbourhood is the home:
/// where the household lived when the study opened or when it came, in the reference; of people who
/// live here in one world only, where they live.
struct LedgerGroup {
    std::string dimension;  // household_type, barriers, out_of_work or neighbourhood
    std::string name;       // e.g. lone_parent, 3, over_2_years, E01006412

    friend bool operator==(const LedgerGroup&, const LedgerGroup&) = default;
};

/// Somebody who is followed from a month of the study on, in the arm and in the reference.
struct Followed {
    PersonId person;
    std::uint16_t life = 0;
    HouseholdId household;
    NeighbourhoodId neighbourhood;  // at the start
    Month from = never;          // [month] in which support began; of the compared: in which they
                                 // were eligible and not supported
    std::uint8_t supported = 0;  // 1 a participant from then on; 0 eligible and not supported then
    Month supported_from = never;  // [month] in which support of the compared began later
    Month closed = never;          // [month] in which the first case closed
    Closing closing = Closing::open;
    std::uint8_t further_member = 0;  // 1 if somebody else of the household was supported first
    std::int16_t age = 0;             // [year]
    std::uint8_t qualification = 0;   // [level] 0 none to 4 degree
    Activity activity = Activity::inactive;
    std::uint8_t barriers = 0;    // [barrier] counted ones, own or shared
    std::uint8_t ill = 0;         // 1 with a health barrier
    std::int16_t months_out = 0;  // [month] out of work; 0 in work
    Composition composition = Composition::single;
    std::uint8_t universal_credit = 0;  // 1 if the household receives it
    // shape [month since `from`], from the close of the month `from` on:
    // 1 in work, 0 of working age and not in work, -1 gone, too old, or somebody else
    std::vector<std::int8_t> in_work;
    std::vector<std::int8_t> in_work_without;  // the same person in the reference

    friend bool operator==(const Followed&, const Followed&) = default;
};

/// One arm against the reference in one replicate, person by person.
struct PairAccounts {
    std::vector<std::vector<std::int64_t>> courses;  // shape [pair measure][time]; monthly
    std::vector<std::vector<Ledger>> by_group;       // shape [year][group]; job-months so far
    std::vector<Followed> followed;                  // in order of `from`, then of person

    friend bool operator==(const PairAccounts&, const PairAccounts&) = default;
};

}  // namespace foothold
