#pragma once

#include "foothold/scenario.hpp"
#include "foothold/trajectory.hpp"
#include "foothold/world.hpp"

#include "sim/measures/followed.hpp"
#include "sim/measures/services.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace foothold {

/// What is counted of an arm and the reference together, every month: the ledger's lines, how many
/// people differ from their other self, and money that supported households have more.
std::vector<MeasureInfo> pair_measures();

/// The groups that have an account of their own in a place of these neighbourhoods.
std::vector<LedgerGroup> ledger_groups(const std::vector<std::string>& neighbourhoods);

/// Which groups everybody belonged to when the study opened, before any policy. Columns are rows of
/// people.
class OpeningGroups {
  public:
    explicit OpeningGroups(const World& opening);

    static constexpr std::size_t dimensions = 3;  // household type, barriers, time out of work

    /// Group of whoever lives in this row in `world`, by dimension, as a row of `ledger_groups`.
    std::array<std::size_t, dimensions> of(const World& world, PersonId p) const;

  private:
    std::vector<std::array<std::uint8_t, dimensions>> groups_;
};

/// Keeps the accounts of one arm against the reference, month by month. Only looks.
class PairBook {
  public:
    /// `parameters` are the arm's and the reference's own. All references must outlive it.
    PairBook(const Scenario& scenario,
             const OpeningGroups& groups,
             const Parameters& of_arm,
             const Parameters& of_reference,
             std::size_t times);

    /// Both worlds have closed the month; -1 is the opening.
    void close(const World& arm, const World& reference, const Draws& luck, Month month);

    PairAccounts take() &&;

  private:
    struct Both;

    void note_cases(const World& arm);
    void enter(const Both& both, std::size_t differing, std::vector<std::int64_t>& bins) const;
    void count_people(const World& arm, const World& reference, std::size_t at);
    void count_money(const World& arm, const World& reference, std::size_t at);

    const OpeningGroups& groups_;
    ServicesCost services_of_arm_;
    ServicesCost services_of_reference_;
    std::size_t times_;
    std::size_t cases_ = 0;                     // looked at so far
    std::vector<std::uint32_t> participant_;    // shape [person]; 1 + life of who was supported
    std::vector<std::uint8_t> supported_row_;   // shape [person]; 1 once somebody there was
    std::vector<std::uint8_t> supported_here_;  // shape [neighbourhood]; 1 once somebody was
    std::vector<Ledger> so_far_;                // shape [group]
    PairAccounts accounts_;
    FollowedBook followed_;
};

}  // namespace foothold
