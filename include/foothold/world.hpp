#pragma once

#include "foothold/barrier.hpp"
#include "foothold/column.hpp"
#include "foothold/draws.hpp"
#include "foothold/ids.hpp"
#include "foothold/month.hpp"
#include "foothold/place.hpp"
#include "foothold/support.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace foothold {

/// What somebody does. Workless = searching, inactive, sick or retired, of working age.
enum class Activity : std::uint8_t {
    child,      // under 16, or not born yet
    student,    // in full-time study, no job
    employed,   // has a job
    searching,  // ILO unemployed: no job, looks for one
    inactive,   // neither works nor looks: home, care, other
    sick,       // inactive because of long-term sickness or disability
    retired,    // inactive because retired early
    aged_out,   // 66 or older
};

/// Month in which each barrier last lifted; `never` if it never did.
using Recoveries = std::array<Month, most_barriers>;

/// Everybody who was ever here, one row each. Rows never move: a row and a life (how many-th
/// household in this dwelling) mean the same person for the whole run.
/// docs/adr/0002-rows-never-move.md
struct People {
    template <class T>
    using Per = Column<PersonId, T>;

    Per<HouseholdId> household;
    Per<std::uint16_t> life;  // [1] how many-th life of this row; part of every draw's address
    Per<Month> birth;         // [month] of birth, counted from the study's start
    Per<std::int16_t> opening_age;    // [month] age of the row's first life when the world opened;
                                      // below 0 if not born yet
    Per<std::uint8_t> qualification;  // [level] 0 none to 4 degree
    Per<Activity> activity;
    Per<Month> since;           // [month] in which the present activity began
    Per<Month> last_job_end;    // [month] in which the last job ended; never = never worked
    Per<Month> out_since;       // [month] in which the last job or study ended; meaningless in work
    Per<Month> met;             // [month] in which a programme last met this person
    Per<BarrierSet> barriers;   // personal barriers present
    Per<BarrierSet> chronic;    // of those, or of earlier ones, which lift slowly
    Per<Recoveries> recovered;  // shape [barrier]
    Per<ZoneId> job_zone;       // where the job is; none while out of work
    Per<std::uint8_t> job_tier;  // 0 insecure, 1 low-paid, 2 secure
    Per<Month> job_since;        // [month] in which the present job began
    Per<Month>
        apprentice_until;   // [month] from which the present job is an apprenticeship no more;
                            // never = not an apprentice. Reset to never with every job's end.
    Per<float> confidence;  // [1] 0 to 1
    Per<float> ease;        // [log rate] of finding work, by what is this person's own and lasts
    Per<float> own_confidence;  // [1] towards which it tends in work or study; may pass 0 and 1
    Per<float> trust;           // [1] in services, 0 to 1
    // [GBP/week] what the household would gain if this person took a low-paid job or, as a student
    // under 20, became an apprentice
    Per<float> gain_from_work;
    Per<CaseId> open_case;  // none while no programme supports this person

    std::size_t size() const { return household.size(); }

    /// The one list of columns: resizing, digests and output all go through it.
    template <class Self, class Visit>
    static void for_each_column(Self& self, Visit visit) {
        visit("household", self.household);
        visit("life", self.life);
        visit("birth", self.birth);
        visit("opening_age", self.opening_age);
        visit("qualification", self.qualification);
        visit("activity", self.activity);
        visit("since", self.since);
        visit("last_job_end", self.last_job_end);
        visit("out_since", self.out_since);
        visit("met", self.met);
        visit("barriers", self.barriers);
        visit("chronic", self.chronic);
        visit("recovered", self.recovered);
        visit("job_zone", self.job_zone);
        visit("job_tier", self.job_tier);
        visit("job_since", self.job_since);
        visit("apprentice_until", self.apprentice_until);
        visit("confidence", self.confidence);
        visit("ease", self.ease);
        visit("own_confidence", self.own_confidence);
        visit("trust", self.trust);
        visit("gain_from_work", self.gain_from_work);
        visit("open_case", self.open_case);
    }
};

/// One row per household. Its members are consecutive rows of People.
struct Households {
    template <class T>
    using Per = Column<HouseholdId, T>;

    Per<PersonId> first;        // first member
    Per<std::uint8_t> members;  // [person] rows, adults and children
    Per<std::uint16_t> life;    // [1] how many-th household in this row
    Per<Composition> composition;
    Per<NeighbourhoodId> neighbourhood;  // of the dwelling
    Per<Tenure> tenure;                  // of the dwelling
    Per<float> dwelling_quality;         // [1] rank among dwellings, 0 to 1
    Per<Month> arrived;                  // [month] in which this household came to the place
    Per<NeighbourhoodId> arrived_in;     // where it lived then; with `arrived` and `life` it tells
                                         // whether two worlds have the same household in a row
    Per<std::uint8_t> helped;            // 1 once a programme has supported somebody in it
    Per<BarrierSet> barriers;            // shared barriers present
    Per<BarrierSet> chronic;             // of those, or of earlier ones, which lift slowly
    Per<Recoveries> recovered;           // shape [barrier]
    Per<std::uint8_t> universal_credit;  // 1 while it receives Universal Credit
    Per<std::int32_t> net_income;        // [pence/month] last month
    Per<std::int32_t> benefits;          // [pence/month] Universal Credit and Child Benefit
    Per<std::int32_t> taxes;  // [pence/month] income tax, employees' and employers' insurance
    Per<CaseId> first_case;   // the case of the member who is supported first; none if nobody is

    std::size_t size() const { return first.size(); }

    template <class Self, class Visit>
    static void for_each_column(Self& self, Visit visit) {
        visit("first", self.first);
        visit("members", self.members);
        visit("life", self.life);
        visit("composition", self.composition);
        visit("neighbourhood", self.neighbourhood);
        visit("tenure", self.tenure);
        visit("dwelling_quality", self.dwelling_quality);
        visit("arrived", self.arrived);
        visit("arrived_in", self.arrived_in);
        visit("helped", self.helped);
        visit("barriers", self.barriers);
        visit("chronic", self.chronic);
        visit("recovered", self.recovered);
        visit("universal_credit", self.universal_credit);
        visit("net_income", self.net_income);
        visit("benefits", self.benefits);
        visit("taxes", self.taxes);
        visit("first_case", self.first_case);
    }
};

/// One row per neighbourhood: what is published once a month and what support leaves behind.
struct Neighbourhoods {
    template <class T>
    using Per = Column<NeighbourhoodId, T>;

    Per<double> employment;            // [1] of residents of working age, last month
    Per<double> catchment_employment;  // [1] the same around it, weighted by travel to work
    Per<std::int32_t> workless;        // [person] searching, inactive or sick, last month
    Per<double> capital;               // [1] partnership capital, 0 to 1
    Per<double> reputation;            // [1] added to everybody's trust in services
    Per<double> met;  // [person] residents any programme has met, less those who met it long ago

    std::size_t size() const { return employment.size(); }

    template <class Self, class Visit>
    static void for_each_column(Self& self, Visit visit) {
        visit("employment", self.employment);
        visit("catchment_employment", self.catchment_employment);
        visit("workless", self.workless);
        visit("capital", self.capital);
        visit("reputation", self.reputation);
        visit("met", self.met);
    }
};

/// Jobs by zone and tier, in one row each: row = zone * tiers + tier. The last zone is "elsewhere".
struct Jobs {
    std::vector<std::int32_t> opening;  // [job] held when the world opened
    std::vector<double> base;           // [job] wanted when the burn-in ended
    std::vector<double> wanted;         // [job] filled and vacant, before cycle and shocks
    std::vector<double> cut;  // [1/month] hazard that a job held ends because it is unwanted
    std::vector<std::int32_t> filled;     // [job] held by people of the place
    std::vector<std::int32_t> vacancies;  // [job] open this month
    std::vector<std::int32_t> hires;      // [job] vacancies filled this month
    std::array<double, tiers> fill{};  // [1/month] share of vacancies filled, as employers see it
    std::array<double, tiers> fill_reference{};  // [1/month] the same when the burn-in ended

    friend bool operator==(const Jobs&, const Jobs&) = default;
};

/// One activity whose stock the burn-in holds still by scaling the hazard of leaving or entering
/// it.
struct StockBalance {
    double scale = 1.0;    // [1] multiplies that hazard; fixed once the burn-in ends
    double target = 0.0;   // [1] share of people of working age when the world opened
    double stock = 0.0;    // [person] a month ago
    double entered = 0.0;  // [person/month] running mean, at a scale of one
    double left = 0.0;     // [person/month] running mean, at a scale of one

    friend bool operator==(const StockBalance&, const StockBalance&) = default;
};

/// The stocks that the burn-in holds; searchers are the rest.
struct Balance {
    std::vector<StockBalance>
        employed;  // shape [neighbourhood]; by how fast its people's applications land
    StockBalance student;
    StockBalance inactive;
    StockBalance sick;
    StockBalance retired;

    friend bool operator==(const Balance&, const Balance&) = default;
};

struct Geography;
struct Reference;

/// The state of the simulated place at the close of a month.
struct World {
    People people;
    Households households;
    Neighbourhoods neighbourhoods;
    Jobs jobs;
    Balance balance;
    Support support;
    std::shared_ptr<const Geography> geography;  // fixed: never written after the world opened
    std::shared_ptr<const Reference> reference;  // solved when the world opened

    Address address(PersonId p) const { return {p.row, people.life[p]}; }

    Address address(HouseholdId h) const { return {h.row, households.life[h]}; }

    NeighbourhoodId neighbourhood(PersonId p) const {
        return households.neighbourhood[people.household[p]];
    }

    BarrierSet barriers(PersonId p) const {
        return static_cast<BarrierSet>(people.barriers[p]
                                       | households.barriers[people.household[p]]);
    }
};

}  // namespace foothold
