#include "sim/measures/catalogue.hpp"

#include "sim/core/parallel.hpp"
#include "sim/measures/services.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <utility>

namespace foothold {

namespace {

constexpr int long_term = 12;            // [month] the usual border of long-term worklessness
constexpr int quarter = 13 * 12 / 52;    // [month] 13 weeks
constexpr int half_year = 26 * 12 / 52;  // [month] 26 weeks

bool in_job_of_tier(const Sight& it, std::uint8_t tier) {
    return it.activity() == Activity::employed && it.world.people.job_tier[it.person] == tier;
}

bool out_of_work_for(const Sight& it, int at_least, int below) {
    const int out = months_out_of_work(it.world, it.person, it.now);
    return is_workless(it.activity()) && it.activity() != Activity::retired && out >= at_least
           && out < below;
}

std::int64_t has_worked_for(const Sight& it, int months) {
    return std::int64_t{it.activity() == Activity::employed && it.now - it.since() == months};
}

int counted_barriers_of(const Sight& it) {
    const auto counted = it.world.barriers(it.person) & it.world.reference->counted;
    return std::popcount(static_cast<BarrierSet>(counted));
}

constexpr std::array person_measures{
    PersonMeasure{"people",
                  "person",
                  "people of working age, 16 to 65",
                  [](const Sight&) { return std::int64_t{1}; }},
    PersonMeasure{
        "employed",
        "person",
        "in work",
        [](const Sight& it) { return std::int64_t{it.activity() == Activity::employed}; }},
    PersonMeasure{
        "searching",
        "person",
        "out of work and looking for it (ILO unemployed)",
        [](const Sight& it) { return std::int64_t{it.activity() == Activity::searching}; }},
    PersonMeasure{
        "inactive",
        "person",
        "neither working nor looking: home, care, other",
        [](const Sight& it) { return std::int64_t{it.activity() == Activity::inactive}; }},
    PersonMeasure{"sick",
                  "person",
                  "inactive because of long-term sickness",
                  [](const Sight& it) { return std::int64_t{it.activity() == Activity::sick}; }},
    PersonMeasure{"retired",
                  "person",
                  "inactive because retired before 66",
                  [](const Sight& it) { return std::int64_t{it.activity() == Activity::retired}; }},
    PersonMeasure{"students",
                  "person",
                  "in full-time study without a job",
                  [](const Sight& it) { return std::int64_t{it.activity() == Activity::student}; }},
    PersonMeasure{"insecure_jobs",
                  "person",
                  "in insecure work",
                  [](const Sight& it) { return std::int64_t{in_job_of_tier(it, 0)}; }},
    PersonMeasure{"low_paid_jobs",
                  "person",
                  "in low-paid work",
                  [](const Sight& it) { return std::int64_t{in_job_of_tier(it, 1)}; }},
    PersonMeasure{"secure_jobs",
                  "person",
                  "in secure work at or above the real Living Wage",
                  [](const Sight& it) { return std::int64_t{in_job_of_tier(it, 2)}; }},
    PersonMeasure{"workless_under_1_year",
                  "person",
                  "searching, inactive or sick for under a year",
                  [](const Sight& it) { return std::int64_t{out_of_work_for(it, 0, long_term)}; }},
    PersonMeasure{"workless_1_to_2_years",
                  "person",
                  "the same for one to two years",
                  [](const Sight& it) {
                      return std::int64_t{out_of_work_for(it, long_term, 2 * long_term)};
                  }},
    PersonMeasure{"workless_over_2_years",
                  "person",
                  "the same for two years or more",
                  [](const Sight& it) {
                      return std::int64_t{out_of_work_for(it, 2 * long_term, -2 * never)};
                  }},
    PersonMeasure{"job_entries",
                  "person",
                  "started work this month from not working",
                  [](const Sight& it) {
                      return std::int64_t{it.activity() == Activity::employed
                                          && it.since() == it.now};
                  }},
    PersonMeasure{"job_changes",
                  "person",
                  "changed jobs this month",
                  [](const Sight& it) {
                      return std::int64_t{it.activity() == Activity::employed
                                          && it.since() != it.now
                                          && it.world.people.job_since[it.person] == it.now};
                  }},
    PersonMeasure{"job_losses",
                  "person",
                  "lost work this month and stay of working age",
                  [](const Sight& it) {
                      return std::int64_t{it.activity() != Activity::employed
                                          && it.world.people.last_job_end[it.person] == it.now};
                  }},
    PersonMeasure{"sustained_13_weeks",
                  "person",
                  "reached 13 weeks in work this month",
                  [](const Sight& it) { return has_worked_for(it, quarter); }},
    PersonMeasure{"sustained_26_weeks",
                  "person",
                  "reached 26 weeks in work this month",
                  [](const Sight& it) { return has_worked_for(it, half_year); }},
    PersonMeasure{"sustained_52_weeks",
                  "person",
                  "reached 52 weeks in work this month",
                  [](const Sight& it) { return has_worked_for(it, long_term); }},
    PersonMeasure{"barriers",
                  "barrier",
                  "barriers that people face, own and shared, added up over people",
                  [](const Sight& it) { return std::int64_t{counted_barriers_of(it)}; }},
    PersonMeasure{"barriers_of_workless",
                  "barrier",
                  "the same over people searching, inactive or sick",
                  [](const Sight& it) {
                      const bool counts =
                          is_workless(it.activity()) && it.activity() != Activity::retired;
                      return counts ? std::int64_t{counted_barriers_of(it)} : std::int64_t{0};
                  }},
    PersonMeasure{"supported",
                  "person",
                  "with an open case in a programme",
                  [](const Sight& it) {
                      return std::int64_t{static_cast<bool>(it.world.people.open_case[it.person])};
                  }},
};

constexpr std::array household_measures{
    HouseholdMeasure{"benefits",
                     "pence",
                     "Universal Credit and Child Benefit paid this month",
                     [](const World& world, HouseholdId h) {
                         return std::int64_t{world.households.benefits[h]};
                     }},
    HouseholdMeasure{
        "taxes",
        "pence",
        "income tax and National Insurance, of employees and employers, paid this month",
        [](const World& world, HouseholdId h) { return std::int64_t{world.households.taxes[h]}; }},
    HouseholdMeasure{"on_universal_credit",
                     "household",
                     "households receiving Universal Credit",
                     [](const World& world, HouseholdId h) {
                         return std::int64_t{world.households.universal_credit[h]};
                     }},
    HouseholdMeasure{"incomes",
                     "pence",
                     "net income of households this month: earnings after tax, and benefits",
                     [](const World& world, HouseholdId h) {
                         return std::int64_t{world.households.net_income[h]};
                     }},
};

constexpr std::array<std::string_view, payers.size()> services_meaning{
    "the part of services that the NHS pays",
    "the part that police, courts, prisons and probation pay",
    "the part that housing and homelessness services pay",
    "the part that others pay: councils, children's services"};

template <class Table>
void describe_all(const Table& table, std::vector<MeasureInfo>& infos) {
    for (const auto& each : table) {
        infos.push_back(
            {std::string{each.name}, std::string{each.unit}, std::string{each.meaning}});
    }
}

/// Every person measure in turn, written out by the compiler so that each is a few instructions.
template <std::size_t... I>
void add_all(const Sight& sight, std::int64_t* own, std::index_sequence<I...>) {
    const std::array<std::int64_t, sizeof...(I)> counts{person_measures[I].of(sight)...};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        own[i] += counts[i];
    }
}

/// Columns: person measures, one per barrier, household measures; each over all neighbourhoods.
std::vector<std::int64_t>
count_people(const World& world, const Parameters& parameters, Month now) {
    const std::size_t places = world.neighbourhoods.size();
    const std::size_t kinds = parameters.barriers.items.size();
    const std::size_t columns = person_measures.size() + kinds;
    // Bins are grouped by neighbourhood, so that one person's counts lie together.
    return binned_sum<PersonId>(
        world.people.size(), places * columns, [&](PersonId p, std::vector<std::int64_t>& bins) {
            if (!is_working_age(world.people.activity[p])) {
                return;
            }
            const Sight sight{world, p, now};
            std::int64_t* own = &bins[world.neighbourhood(p).row * columns];
            add_all(sight, own, std::make_index_sequence<person_measures.size()>{});
            for (unsigned rest = world.barriers(p); rest != 0; rest &= rest - 1) {
                ++own[person_measures.size() + static_cast<std::size_t>(std::countr_zero(rest))];
            }
        });
}

// Household measures, what services spend by payer, and the sum of that.
constexpr std::size_t household_columns = household_measures.size() + payers.size() + 1;

/// Columns: household measures, then what services spend on the household's barriers and its
/// members' own.
std::vector<std::int64_t> count_households(const World& world, const Parameters& parameters) {
    const ServicesCost services{parameters};
    const auto count = [&](HouseholdId h, std::vector<std::int64_t>& bins) {
        std::int64_t* own = &bins[world.households.neighbourhood[h].row * household_columns];
        for (std::size_t i = 0; i < household_measures.size(); ++i) {
            own[i] += household_measures[i].of(world, h);
        }
        std::int64_t* spent = own + household_measures.size();
        const ByPayer cost = services.by_payer(world, h);
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            spent[payer] += cost[payer];
            spent[payers.size()] += cost[payer];
        }
    };
    return binned_sum<HouseholdId>(
        world.households.size(), world.neighbourhoods.size() * household_columns, count);
}

}  // namespace

std::vector<MeasureInfo> place_measures(const Parameters& parameters) {
    std::vector<MeasureInfo> infos;
    describe_all(person_measures, infos);
    for (const Barrier& barrier : parameters.barriers.items) {
        infos.push_back({"with_" + barrier.name,
                         "person",
                         "people who face " + barrier.name + ", own or shared"});
    }
    describe_all(household_measures, infos);
    for (std::size_t payer = 0; payer < payers.size(); ++payer) {
        infos.push_back({"services_" + std::string{payers[payer]},
                         "pence",
                         std::string{services_meaning[payer]}});
    }
    infos.push_back(
        {"services", "pence", "cost to public services of the barriers present this month"});
    return infos;
}

void measure(const World& world,
             const Parameters& parameters,
             Month now,
             std::size_t at,
             std::size_t times,
             Trajectory& trajectory) {
    const std::size_t places = world.neighbourhoods.size();
    const std::size_t of_people = person_measures.size() + parameters.barriers.items.size();
    trajectory.places.resize(of_people + household_columns);
    for (auto& column : trajectory.places) {
        column.resize(times * places);
    }
    const std::vector<std::int64_t> people = count_people(world, parameters, now);
    const std::vector<std::int64_t> households = count_households(world, parameters);
    for (std::size_t n = 0; n < places; ++n) {
        for (std::size_t i = 0; i < of_people; ++i) {
            trajectory.places[i][at * places + n] = people[n * of_people + i];
        }
        for (std::size_t i = 0; i < household_columns; ++i) {
            trajectory.places[of_people + i][at * places + n] =
                households[n * household_columns + i];
        }
    }
    measure_programmes(world, at, times, trajectory);
}

}  // namespace foothold
