#include "sim/measures/pairs.hpp"

#include "foothold/arrival.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/measures/rows_apart.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

namespace foothold {

namespace {

constexpr std::size_t lines = ledger_lines.size();
constexpr std::size_t most_barriers_apart = 4;  // as many or more are one group
constexpr int long_term = 12;  // [month] the usual border of long-term worklessness

constexpr std::array<std::string_view, lines> line_meanings{
    "participants in work",
    "the same people in work in the reference",
    "others of a supported household in work only in the arm",
    "others of a supported household in work only in the reference",
    "others from a neighbourhood with participants in work only in the arm",
    "others from a neighbourhood with participants in work only in the reference",
    "everybody else in work only in the arm",
    "everybody else in work only in the reference",
    "in work in the arm, of people who live here in the arm only",
    "in work in the reference, of people who live here in the reference only"};

/// People who differ from their other self, by what support has to do with them.
enum class Differs : std::uint8_t { supported, household, others, moved };
constexpr std::array differs_infos{
    std::array<std::string_view, 2>{"differ_supported", "supported so far"},
    std::array<std::string_view, 2>{"differ_household", "others of a household supported so far"},
    std::array<std::string_view, 2>{"differ_others", "everybody else who lives here in both"},
    std::array<std::string_view, 2>{"differ_moved",
                                    "dwellers in rows where other people live in the "
                                    "reference"}};

constexpr std::array money_infos{
    std::array<std::string_view, 2>{"benefits_supported", "benefits"},
    std::array<std::string_view, 2>{"taxes_supported", "taxes"},
    std::array<std::string_view, 2>{"incomes_supported", "net incomes"},
    std::array<std::string_view, 2>{"services_supported", "cost of public services"}};

constexpr std::size_t counts = lines + differs_infos.size();

constexpr std::array<std::string_view, most_barriers_apart + 1> barrier_groups{
    "0", "1", "2", "3", "4_or_more"};
constexpr std::array<std::string_view, 5> duration_groups{
    "in_work", "under_1_year", "1_to_2_years", "over_2_years", "child_student_or_retired"};
constexpr std::string_view came_later = "came_later";

// Where the groups of each dimension begin in the list; each ends with who came later.
constexpr std::size_t first_of_types = 0;
constexpr std::size_t first_of_barriers = first_of_types + composition_names.size() + 1;
constexpr std::size_t first_of_durations = first_of_barriers + barrier_groups.size() + 1;
constexpr std::size_t first_of_places = first_of_durations + duration_groups.size() + 1;

std::size_t duration_group(const World& world, PersonId p) {
    const Activity activity = world.people.activity[p];
    if (activity == Activity::employed) {
        return 0;
    }
    if (!is_workless(activity) || activity == Activity::retired) {
        return duration_groups.size() - 1;
    }
    const int years = months_out_of_work(world, p, -1) / long_term;
    return 1 + static_cast<std::size_t>(std::clamp(years, 0, 2));
}

/// Where an entry of one person belongs: line by line, in each group.
class Entries {
  public:
    Entries(const OpeningGroups& groups, std::vector<std::int64_t>& bins, PersonId p)
        : groups_{groups}, bins_{bins}, p_{p} {}

    void add(const World& world, LedgerLine line, NeighbourhoodId place) {
        for (const std::size_t group : groups_.of(world, p_)) {
            ++bins_[group * lines + static_cast<std::size_t>(line)];
        }
        ++bins_[(first_of_places + place.row) * lines + static_cast<std::size_t>(line)];
    }

  private:
    const OpeningGroups& groups_;
    std::vector<std::int64_t>& bins_;
    PersonId p_;
};

}  // namespace

std::vector<MeasureInfo> pair_measures() {
    std::vector<MeasureInfo> infos;
    for (std::size_t i = 0; i < lines; ++i) {
        infos.push_back({std::string{ledger_lines[i]}, "person", std::string{line_meanings[i]}});
    }
    for (const auto& [name, who] : differs_infos) {
        infos.push_back(
            {std::string{name},
             "person",
             "whose activity, job or barriers differ from the reference: " + std::string{who}});
    }
    for (const auto& [name, what] : money_infos) {
        infos.push_back({std::string{name},
                         "pence",
                         "more than in the reference, this month, of households supported so far: "
                             + std::string{what}});
    }
    return infos;
}

std::vector<LedgerGroup> ledger_groups(const std::vector<std::string>& neighbourhoods) {
    std::vector<LedgerGroup> groups;
    const auto add = [&](const std::string& dimension, const auto& names) {
        for (const auto& name : names) {
            groups.push_back({dimension, std::string{name}});
        }
    };
    add("household_type", composition_names);
    add("household_type", std::array{came_later});
    add("barriers", barrier_groups);
    add("barriers", std::array{came_later});
    add("out_of_work", duration_groups);
    add("out_of_work", std::array{came_later});
    add("neighbourhood", neighbourhoods);
    return groups;
}

OpeningGroups::OpeningGroups(const World& opening) : groups_(opening.people.size()) {
    for_each<PersonId>(groups_.size(), [&](PersonId p) {
        const HouseholdId h = opening.people.household[p];
        const auto counted =
            static_cast<BarrierSet>(opening.barriers(p) & opening.reference->counted);
        const auto barriers = std::min<std::size_t>(most_barriers_apart,
                                                    static_cast<unsigned>(std::popcount(counted)));
        groups_[p.row] = {
            static_cast<std::uint8_t>(
                first_of_types + static_cast<std::size_t>(opening.households.composition[h])),
            static_cast<std::uint8_t>(first_of_barriers + barriers),
            static_cast<std::uint8_t>(first_of_durations + duration_group(opening, p))};
    });
}

std::array<std::size_t, OpeningGroups::dimensions> OpeningGroups::of(const World& world,
                                                                     PersonId p) const {
    if (world.households.arrived[world.people.household[p]] >= 0) {
        return {first_of_barriers - 1, first_of_durations - 1, first_of_places - 1};
    }
    const auto& own = groups_[p.row];
    return {own[0], own[1], own[2]};
}

/// The two lives of one row, side by side.
struct PairBook::Both {
    const World& arm;
    const World& reference;
    PersonId p;

    bool same() const {
        return arm.people.life[p] == reference.people.life[p]
               && came_alike(arm, reference, arm.people.household[p]);
    }

    bool works() const { return arm.people.activity[p] == Activity::employed; }

    bool works_without() const { return reference.people.activity[p] == Activity::employed; }

    bool differ() const {
        const People& a = arm.people;
        const People& r = reference.people;
        const bool job = a.activity[p] == Activity::employed
                         && (a.job_zone[p] != r.job_zone[p] || a.job_tier[p] != r.job_tier[p]);
        return a.activity[p] != r.activity[p] || job || arm.barriers(p) != reference.barriers(p);
    }
};

PairBook::PairBook(const Scenario& scenario,
                   const OpeningGroups& groups,
                   const Parameters& of_arm,
                   const Parameters& of_reference,
                   std::size_t times)
    : groups_{groups}, services_of_arm_{of_arm},
      services_of_reference_{of_reference}, times_{times}, followed_{scenario} {
    accounts_.courses.assign(pair_measures().size(), std::vector<std::int64_t>(times, 0));
}

void PairBook::close(const World& arm, const World& reference, const Draws& luck, Month month) {
    const auto at = static_cast<std::size_t>(month + 1);
    if (at == 0) {
        participant_.assign(arm.people.size(), 0);
        supported_row_.assign(arm.people.size(), 0);
        supported_here_.assign(arm.neighbourhoods.size(), 0);
        so_far_.assign(first_of_places + arm.neighbourhoods.size(), {});
        followed_.look(arm, month);
        return;
    }
    note_cases(arm);
    count_people(arm, reference, at);
    count_money(arm, reference, at);
    followed_.close(arm, reference, luck, month);
    if (at % 12 == 0 || at + 1 == times_) {
        accounts_.by_group.push_back(so_far_);
    }
}

void PairBook::note_cases(const World& arm) {
    for (; cases_ < arm.support.cases.size(); ++cases_) {
        const Case& it = arm.support.cases[cases_];
        participant_[it.person.row] = 1U + it.life;
        supported_row_[it.person.row] = 1;
        supported_here_[arm.households.arrived_in[arm.people.household[it.person]].row] = 1;
    }
}

void PairBook::enter(const Both& both,
                     std::size_t differing,
                     std::vector<std::int64_t>& bins) const {
    const PersonId p = both.p;
    Entries entries{groups_, bins, p};
    const auto differs = [&](Differs who) { ++bins[differing + static_cast<std::size_t>(who)]; };
    const auto won_and_lost = [&](LedgerLine won, LedgerLine lost, NeighbourhoodId place) {
        if (both.works() && !both.works_without()) {
            entries.add(both.arm, won, place);
        } else if (both.works_without() && !both.works()) {
            entries.add(both.reference, lost, place);
        }
    };
    if (!both.same()) {
        differs(Differs::moved);
        if (both.works()) {
            entries.add(both.arm, LedgerLine::moved_won, both.arm.neighbourhood(p));
        }
        if (both.works_without()) {
            entries.add(both.reference, LedgerLine::moved_lost, both.reference.neighbourhood(p));
        }
        return;
    }
    const HouseholdId h = both.arm.people.household[p];
    // Not where they live now: who finds work moves up, which would sort winners from losers.
    const NeighbourhoodId home = both.arm.households.arrived_in[h];
    const bool participant = participant_[p.row] == 1U + both.arm.people.life[p];
    const bool helped = both.arm.households.helped[h] != 0;
    if (both.differ()) {
        differs(participant ? Differs::supported : helped ? Differs::household : Differs::others);
    }
    if (participant) {
        if (both.works()) {
            entries.add(both.arm, LedgerLine::gross, home);
        }
        if (both.works_without()) {
            entries.add(both.reference, LedgerLine::deadweight, home);
        }
    } else if (helped) {
        won_and_lost(LedgerLine::household_won, LedgerLine::household_lost, home);
    } else if (supported_here_[home.row] != 0) {
        won_and_lost(LedgerLine::neighbours_won, LedgerLine::neighbours_lost, home);
    } else {
        won_and_lost(LedgerLine::elsewhere_won, LedgerLine::elsewhere_lost, home);
    }
}

void PairBook::count_people(const World& arm, const World& reference, std::size_t at) {
    const std::size_t groups = so_far_.size();
    const std::size_t differing = groups * lines;  // first bin of who differs
    const std::size_t people = arm.people.size();
    const auto count = [&](RowsId piece, std::vector<std::int64_t>& bins) {
        const std::size_t first = piece.row * rows_together;
        const RowsApart apart{
            arm, reference, supported_row_, first, std::min(rows_together, people - first)};
        apart.for_each([&](PersonId p) { enter(Both{arm, reference, p}, differing, bins); });
    };
    const std::vector<std::int64_t> bins = binned_sum<RowsId>(
        (people + rows_together - 1) / rows_together, differing + differs_infos.size(), count);
    for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t line = 0; line < lines; ++line) {
            so_far_[group].lines[line] += bins[group * lines + line];
            // One dimension adds up to everybody.
            accounts_.courses[line][at] +=
                group < first_of_barriers ? bins[group * lines + line] : 0;
        }
    }
    for (std::size_t i = 0; i < differs_infos.size(); ++i) {
        accounts_.courses[lines + i][at] = bins[differing + i];
    }
}

void PairBook::count_money(const World& arm, const World& reference, std::size_t at) {
    const Households& a = arm.households;
    const Households& r = reference.households;
    const auto count = [&](HouseholdId h, std::vector<std::int64_t>& bins) {
        if (a.helped[h] == 0 || a.life[h] != r.life[h] || !came_alike(arm, reference, h)) {
            return;
        }
        bins[0] += a.benefits[h] - r.benefits[h];
        bins[1] += a.taxes[h] - r.taxes[h];
        bins[2] += a.net_income[h] - r.net_income[h];
        bins[3] += services_of_arm_.of(arm, h) - services_of_reference_.of(reference, h);
    };
    const std::vector<std::int64_t> sums =
        binned_sum<HouseholdId>(a.size(), money_infos.size(), count);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        accounts_.courses[counts + i][at] = sums[i];
    }
}

PairAccounts PairBook::take() && {
    accounts_.followed = std::move(followed_).take();
    return std::move(accounts_);
}

}  // namespace foothold
