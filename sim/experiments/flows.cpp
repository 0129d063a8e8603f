#include "sim/experiments/flows.hpp"

#include "sim/core/parallel.hpp"
#include "sim/state/ages.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <numeric>

namespace foothold {

namespace {

using Glimpse = Panel::Glimpse;

constexpr int surveyed_from = 16 * 12;  // [month] of age
constexpr int surveyed_upto = 65 * 12;  // [month] of age, not included
constexpr int months_a_year = 12;
constexpr std::uint8_t degree = 4;    // [level] of qualification; 0 is none
constexpr std::size_t quarter = 3;    // [month]
constexpr std::size_t half_year = 6;  // [month]
constexpr std::size_t year = 12;      // [month]
constexpr int long_term = 24;         // [month]

bool is_inactive(Activity activity) {
    return activity == Activity::student || activity == Activity::inactive
           || activity == Activity::sick || activity == Activity::retired;
}

std::uint8_t months_since(Month then, Month now) {
    return static_cast<std::uint8_t>(
        std::clamp(now - then, 0, int{std::numeric_limits<std::uint8_t>::max()}));
}

Glimpse glimpse_of(const World& world, PersonId p, Month now) {
    const People& people = world.people;
    const int age = now - people.birth[p];
    Glimpse it{people.life[p],
               people.activity[p],
               age >= surveyed_from && age < surveyed_upto && people.activity[p] != Activity::child,
               (world.barriers(p) & world.reference->counted) != 0,
               age < young_upto,
               (world.barriers(p) & world.reference->ill_health) != 0,
               people.last_job_end[p] != never && now - people.last_job_end[p] < months_a_year,
               people.qualification[p],
               0,
               0};
    if (it.activity == Activity::searching) {
        it.searching = months_since(people.since[p], now);
        it.unemployed = std::min(it.searching, months_since(people.out_since[p], now));
    }
    return it;
}

/// One person's glimpses, as many months back as everybody has been watched.
class Record {
  public:
    Record(const std::deque<std::vector<Glimpse>>& seen, std::size_t row)
        : seen_{seen}, row_{row} {}

    const Glimpse& ago(std::size_t months) const { return seen_[months][row_]; }

    /// Whether the same person was surveyed now and then.
    bool covers(std::size_t months) const {
        return months < seen_.size() && ago(0).surveyed && ago(months).surveyed
               && ago(months).life == ago(0).life;
    }

    bool was(Activity activity, std::size_t months) const {
        return ago(months).activity == activity;
    }

    bool was_inactive(std::size_t months) const { return is_inactive(ago(months).activity); }

    /// Whether in work at every close from so many months ago to so many months ago.
    bool worked(std::size_t from, std::size_t to) const {
        for (std::size_t months = to; months <= from; ++months) {
            if (!was(Activity::employed, months)) {
                return false;
            }
        }
        return true;
    }

  private:
    const std::deque<std::vector<Glimpse>>& seen_;
    std::size_t row_;
};

/// Adds to the two counts of a flow.
class Tally {
  public:
    explicit Tally(std::vector<std::int64_t>& bins) : bins_{bins} {}

    void add(Flow flow, bool is_of, bool is_with) {
        const auto at = 2 * static_cast<std::size_t>(flow);
        bins_[at] += is_of;
        bins_[at + 1] += is_of && is_with;
    }

  private:
    std::vector<std::int64_t>& bins_;
};

void count_month(const Record& it, Tally& tally) {
    tally.add(Flow::employed, it.ago(0).surveyed, it.was(Activity::employed, 0));
    if (!it.covers(1) || !it.was(Activity::searching, 1)) {
        return;
    }
    const int months = it.ago(1).searching;
    const bool works = it.was(Activity::employed, 0);
    tally.add(Flow::monthly_entry_upto_3_months, months < 3, works);
    tally.add(Flow::monthly_entry_4_to_6_months, months >= 3 && months < 6, works);
}

void count_quarter(const Record& it, Tally& tally) {
    if (!it.covers(quarter)) {
        return;
    }
    const bool works = it.was(Activity::employed, 0);
    const bool searches = it.was(Activity::searching, 0);
    const bool inactive = it.was_inactive(0);
    const bool searched = it.was(Activity::searching, quarter);
    const bool worked = it.was(Activity::employed, quarter);
    const bool was_inactive = it.was_inactive(quarter);
    tally.add(Flow::unemployed_to_employed, searched, works);
    tally.add(Flow::unemployed_to_inactive, searched, inactive);
    tally.add(Flow::employed_to_unemployed, worked, searches);
    tally.add(Flow::employed_to_inactive, worked, inactive);
    tally.add(Flow::inactive_to_employed, was_inactive, works);
    tally.add(Flow::inactive_to_unemployed, was_inactive, searches);
    const Glimpse& before = it.ago(quarter);
    const int months = before.unemployed;
    tally.add(Flow::entry_under_3_months, searched && months < 3, works);
    tally.add(Flow::entry_over_24_months, searched && months >= long_term, works);
    tally.add(Flow::entry_with_degree, searched && before.qualification == degree, works);
    tally.add(Flow::entry_without_qualification, searched && before.qualification == 0, works);
    const bool out = is_workless(before.activity);
    tally.add(Flow::ill_entry_within_year, out && before.ill && before.worked_lately, works);
    tally.add(Flow::ill_entry_beyond_year, out && before.ill && !before.worked_lately, works);
    tally.add(Flow::others_entry_within_year, out && !before.ill && before.worked_lately, works);
    tally.add(Flow::others_entry_beyond_year, out && !before.ill && !before.worked_lately, works);
    tally.add(Flow::young_employed_to_unemployed, worked && before.young, searches);
}

void count_year(const Record& it, Tally& tally) {
    if (!it.covers(year)) {
        return;
    }
    bool always_searching = true;
    bool always_inactive = true;
    for (std::size_t months = 0; months < year; months += quarter) {
        always_searching = always_searching && it.was(Activity::searching, months);
        always_inactive = always_inactive && it.was_inactive(months);
    }
    const bool works = it.was(Activity::employed, 0);
    const bool searched = it.was(Activity::searching, year);
    tally.add(Flow::unemployed_in_work_after_year, searched, works);
    tally.add(Flow::sick_in_work_after_year, it.was(Activity::sick, year), works);
    tally.add(Flow::always_unemployed, searched, always_searching);
    tally.add(Flow::always_inactive, it.was_inactive(year), always_inactive);
}

/// Whether somebody out of work took a job so many months ago.
bool started(const Record& it, std::size_t months) {
    return it.covers(months + 1) && is_workless(it.ago(months + 1).activity)
           && it.was(Activity::employed, months);
}

void count_new_jobs(const Record& it, Tally& tally) {
    if (started(it, half_year)) {
        const bool burdened = it.ago(half_year + 1).burdened;
        bool searched = false;
        for (std::size_t months = 0; months < half_year; ++months) {
            searched = searched || it.was(Activity::searching, months);
        }
        const bool from_search = it.was(Activity::searching, half_year + 1);
        tally.add(Flow::back_in_search_within_6_months, from_search, searched);
        tally.add(Flow::back_out_within_6_months, from_search, !it.worked(half_year, 0));
        tally.add(Flow::survives_13_to_26_weeks,
                  burdened && it.worked(half_year, half_year - quarter),
                  it.worked(half_year, 0));
    }
    if (started(it, year)) {
        tally.add(Flow::survives_26_to_52_weeks,
                  it.ago(year + 1).burdened && it.worked(year, year - half_year),
                  it.worked(year, 0));
    }
}

/// Employment by number of barriers: two counts for each number.
std::vector<std::int64_t> count_barriers(const World& world, const std::vector<Glimpse>& today) {
    return binned_sum<PersonId>(
        today.size(),
        2 * (LabourFacts::most_counted + 1),
        [&](PersonId p, std::vector<std::int64_t>& own) {
            if (!today[p.row].surveyed) {
                return;
            }
            const auto present = static_cast<std::size_t>(std::popcount(
                static_cast<BarrierSet>(world.barriers(p) & world.reference->counted)));
            const std::size_t at = 2 * std::min(present, LabourFacts::most_counted);
            ++own[at];
            own[at + 1] += today[p.row].activity == Activity::employed;
        });
}

template <class Shares>
void add_counts(Shares& shares, const std::vector<std::int64_t>& counts) {
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i].of += counts[2 * i];
        shares[i].with += counts[2 * i + 1];
    }
}

}  // namespace

double LabourFacts::ratio(const RatioInfo& info) const {
    const double base = (*this)[info.against].value();
    return base > 0.0 ? (*this)[info.of].value() / base : 0.0;
}

LabourFacts& LabourFacts::operator+=(const LabourFacts& other) {
    const auto add = [](Share& to, const Share& more) {
        to.with += more.with;
        to.of += more.of;
    };
    for (std::size_t i = 0; i < shares.size(); ++i) {
        add(shares[i], other.shares[i]);
    }
    for (std::size_t i = 0; i < employed_by_barriers.size(); ++i) {
        add(employed_by_barriers[i], other.employed_by_barriers[i]);
    }
    add(vacancies_per_unemployed, other.vacancies_per_unemployed);
    return *this;
}

void Panel::month_closed(const World& world, std::size_t arm, Month now) {
    if (arm != arm_) {
        return;
    }
    constexpr std::size_t remembered = year + 2;  // a year, and the month before it
    const std::size_t people = world.people.size();
    if (seen_.size() == remembered) {
        seen_.push_front(std::move(seen_.back()));
        seen_.pop_back();
    } else {
        seen_.emplace_front(people);
    }
    for_each<PersonId>(people,
                       [&](PersonId p) { seen_.front()[p.row] = glimpse_of(world, p, now); });
    if (now < from_) {
        return;
    }
    add_counts(
        facts_.shares,
        binned_sum<PersonId>(people, 2 * flows, [&](PersonId p, std::vector<std::int64_t>& own) {
            const Record record{seen_, p.row};
            Tally tally{own};
            count_month(record, tally);
            count_quarter(record, tally);
            count_year(record, tally);
            count_new_jobs(record, tally);
        }));
    add_counts(facts_.employed_by_barriers, count_barriers(world, seen_.front()));
    facts_.vacancies_per_unemployed.with +=
        std::accumulate(world.jobs.vacancies.begin(), world.jobs.vacancies.end(), std::int64_t{0});
    facts_.vacancies_per_unemployed.of +=
        ordered_sum<PersonId>(people, std::int64_t{0}, [&](PersonId p) -> std::int64_t {
            return seen_.front()[p.row].activity == Activity::searching;
        });
}

}  // namespace foothold
