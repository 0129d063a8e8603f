#include "sim/measures/catalogue.hpp"

#include "sim/measures/services.hpp"

#include <array>
#include <numeric>
#include <string>
#include <string_view>

namespace foothold {

namespace {

constexpr std::size_t months_of(std::size_t weeks) {
    return weeks * 12 / 52;
}

constexpr std::array person_measures{
    PlaceMeasure{"people",
                 "person",
                 "people of working age, 16 to 65",
                 [](const Tally& it) {
                     return std::accumulate(
                         it.by_activity.begin(), it.by_activity.end(), std::int64_t{0});
                 }},
    PlaceMeasure{"employed",
                 "person",
                 "in work",
                 [](const Tally& it) { return it.doing(Activity::employed); }},
    PlaceMeasure{"searching",
                 "person",
                 "out of work and looking for it (ILO unemployed)",
                 [](const Tally& it) { return it.doing(Activity::searching); }},
    PlaceMeasure{"inactive",
                 "person",
                 "neither working nor looking: home, care, other",
                 [](const Tally& it) { return it.doing(Activity::inactive); }},
    PlaceMeasure{"sick",
                 "person",
                 "inactive because of long-term sickness",
                 [](const Tally& it) { return it.doing(Activity::sick); }},
    PlaceMeasure{"retired",
                 "person",
                 "inactive because retired before 66",
                 [](const Tally& it) { return it.doing(Activity::retired); }},
    PlaceMeasure{"students",
                 "person",
                 "in full-time study without a job",
                 [](const Tally& it) { return it.doing(Activity::student); }},
    PlaceMeasure{"insecure_jobs",
                 "person",
                 "in insecure work",
                 [](const Tally& it) { return std::int64_t{it.by_tier[0]}; }},
    PlaceMeasure{"low_paid_jobs",
                 "person",
                 "in low-paid work",
                 [](const Tally& it) { return std::int64_t{it.by_tier[1]}; }},
    PlaceMeasure{"secure_jobs",
                 "person",
                 "in secure work at or above the real Living Wage",
                 [](const Tally& it) { return std::int64_t{it.by_tier[2]}; }},
    PlaceMeasure{"workless_under_1_year",
                 "person",
                 "searching, inactive or sick for under a year",
                 [](const Tally& it) { return std::int64_t{it.by_years_out[0]}; }},
    PlaceMeasure{"workless_1_to_2_years",
                 "person",
                 "the same for one to two years",
                 [](const Tally& it) { return std::int64_t{it.by_years_out[1]}; }},
    PlaceMeasure{"workless_over_2_years",
                 "person",
                 "the same for two years or more",
                 [](const Tally& it) { return std::int64_t{it.by_years_out[2]}; }},
    PlaceMeasure{"job_entries",
                 "person",
                 "started work this month from not working",
                 [](const Tally& it) { return std::int64_t{it.by_months_in[0]}; }},
    PlaceMeasure{"job_changes",
                 "person",
                 "changed jobs this month",
                 [](const Tally& it) { return std::int64_t{it.job_changes}; }},
    PlaceMeasure{"job_losses",
                 "person",
                 "lost work this month and stay of working age",
                 [](const Tally& it) { return std::int64_t{it.job_losses}; }},
    PlaceMeasure{"sustained_13_weeks",
                 "person",
                 "reached 13 weeks in work this month",
                 [](const Tally& it) { return std::int64_t{it.by_months_in[months_of(13)]}; }},
    PlaceMeasure{"sustained_26_weeks",
                 "person",
                 "reached 26 weeks in work this month",
                 [](const Tally& it) { return std::int64_t{it.by_months_in[months_of(26)]}; }},
    PlaceMeasure{"sustained_52_weeks",
                 "person",
                 "reached 52 weeks in work this month",
                 [](const Tally& it) { return std::int64_t{it.by_months_in[months_of(52)]}; }},
    PlaceMeasure{"barriers",
                 "barrier",
                 "barriers that people face, own and shared, added up over people",
                 [](const Tally& it) { return std::int64_t{it.barriers}; }},
    PlaceMeasure{"barriers_of_workless",
                 "barrier",
                 "the same over people searching, inactive or sick",
                 [](const Tally& it) { return std::int64_t{it.barriers_of_workless}; }},
    PlaceMeasure{"supported",
                 "person",
                 "with an open case in a programme",
                 [](const Tally& it) { return std::int64_t{it.supported}; }},
};

constexpr std::array household_measures{
    PlaceMeasure{"benefits",
                 "pence",
                 "Universal Credit and Child Benefit paid this month",
                 [](const Tally& it) { return it.benefits; }},
    PlaceMeasure{"taxes",
                 "pence",
                 "income tax and National Insurance, of employees and employers, paid this month",
                 [](const Tally& it) { return it.taxes; }},
    PlaceMeasure{"on_universal_credit",
                 "household",
                 "households receiving Universal Credit",
                 [](const Tally& it) { return std::int64_t{it.universal_credit}; }},
    PlaceMeasure{"incomes",
                 "pence",
                 "net income of households this month: earnings after tax, and benefits",
                 [](const Tally& it) { return it.incomes; }},
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

/// What services spend on people's own barriers and on shared ones, once for each household.
ByPayer services_of(const Tally& it, const std::vector<ByPayer>& monthly) {
    ByPayer spent{};
    for (std::size_t k = 0; k < monthly.size(); ++k) {
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            spent[payer] += std::int64_t{it.held[k]} * monthly[k][payer];
        }
    }
    return spent;
}

/// Calls `put(value)` with everything that is measured of a neighbourhood, in the order of
/// `place_measures`.
template <class Put>
void for_each_value(const Tally& it, const std::vector<ByPayer>& monthly, Put put) {
    for (const PlaceMeasure& each : person_measures) {
        put(each.of(it));
    }
    for (std::size_t k = 0; k < monthly.size(); ++k) {
        put(std::int64_t{it.facing[k]});
    }
    for (const PlaceMeasure& each : household_measures) {
        put(each.of(it));
    }
    const ByPayer spent = services_of(it, monthly);
    for (const std::int64_t part : spent) {
        put(part);
    }
    put(std::accumulate(spent.begin(), spent.end(), std::int64_t{0}));
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
    std::vector<ByPayer> monthly;  // shape [barrier][payer]
    for (const Barrier& barrier : parameters.barriers.items) {
        monthly.push_back(monthly_services(barrier.services_cost));
    }
    const std::vector<Tally> places = tallies(world, now);
    trajectory.places.resize(place_measures(parameters).size());
    for (auto& column : trajectory.places) {
        column.resize(times * places.size());
    }
    for (std::size_t n = 0; n < places.size(); ++n) {
        auto column = trajectory.places.begin();
        for_each_value(places[n], monthly, [&](std::int64_t value) {
            (*column++)[at * places.size() + n] = value;
        });
    }
    measure_programmes(world, at, times, trajectory);
}

}  // namespace foothold
