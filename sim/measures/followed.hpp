#pragma once

#include "foothold/arrival.hpp"
#include "foothold/pairs.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace foothold {

/// Follows every participant of an arm from the month support began on and, for each, two people
/// who were eligible when that month began and had not been supported: what an evaluator could see
/// of them when it began, and their work in the arm and in the reference. Participants and compared
/// are seen at the same moment, before support and before that month's search for work. Whoever is
/// supported after having been compared is followed twice.
class FollowedBook {
  public:
    explicit FollowedBook(const Scenario& scenario) : scenario_{scenario} {}

    void close(const World& arm, const World& reference, const Draws& luck, Month month);

    /// Notes how things stand when the month after this one begins; the opening is month -1.
    void look(const World& arm, Month month);

    std::vector<Followed> take() &&;

  private:
    void follow_new_cases(const World& arm, const Draws& luck, Month month);
    void follow_compared(const World& arm,
                         const Draws& luck,
                         Month month,
                         std::size_t programme,
                         std::size_t wanted);
    void follow(const World& arm, PersonId p, Month month);
    void note_later_support(const Case& it);

    /// What changes from month to month, of everybody: copies of the world's columns.
    struct Seen {
        Month month = never;
        Column<PersonId, Activity> activity;
        Column<PersonId, BarrierSet> barriers;
        Column<PersonId, Month> out_since;
        Column<HouseholdId, BarrierSet> shared;
        Column<HouseholdId, std::uint8_t> universal_credit;
    };

    Followed described(const World& arm, PersonId p, Month month) const;

    const Scenario& scenario_;
    Seen seen_;                                    // when some programme last took people on
    std::vector<std::vector<PersonId>> eligible_;  // shape [running programme]
    std::size_t cases_ = 0;                        // looked at so far
    std::set<std::pair<std::uint32_t, std::uint16_t>> compared_;  // (row, life)
    std::set<std::pair<std::uint32_t, std::uint16_t>> supported_;
    std::vector<Followed> followed_;
    std::vector<CaseId> first_case_;  // shape [followed]; none for the compared
    std::vector<Arrival> came_;       // shape [followed]; of the household
};

}  // namespace foothold
