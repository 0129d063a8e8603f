#pragma once

#include "sim/phases/phases.hpp"

#include <array>
#include <string_view>

namespace foothold {

/// One step of a month. A step without a function is done outside the world: it only looks.
struct Phase {
    std::string_view name;
    void (*run)(World&, const MonthContext&);
    std::string_view does;
    std::string_view reads;
    std::string_view writes;
    void (*run_side_by_side)(std::span<const Side>) = nullptr;  // of all arms, if there is a way
};

/// One month of the model, in order. `foothold explain schedule` and docs/ODD.md print this table.
inline constexpr std::array month_schedule{
    Phase{"calendar",
          calendar,
          "publish last month's employment; set wanted jobs and vacancies",
          "activities, jobs",
          "neighbourhoods, jobs"},
    Phase{"demography",
          demography,
          "people age, finish studying, retire; households move",
          "people, households",
          "people, households"},
    Phase{"barriers",
          barriers,
          "barriers appear, lift without help, and come back",
          "barriers, activities, places",
          "barriers",
          barriers_side_by_side},
    Phase{"confidence",
          confidence,
          "confidence comes nearer to what one's situation supports",
          "activities",
          "confidence"},
    Phase{"engagement",
          engagement,
          "people hear of programmes, accept, and wait",
          "people, places, programmes",
          "waiting lists"},
    Phase{"advocacy",
          advocacy,
          "advocates come and go, take on cases, and work with them",
          "programmes, people",
          "cases, barriers, confidence, trust, partnership capital"},
    Phase{"job search",
          job_search,
          "the workless start or give up search; applicants race for vacancies",
          "people, places, vacancies",
          "activities, jobs"},
    Phase{"work",
          work,
          "jobs end; others turn worse or better",
          "jobs, barriers, cases",
          "activities, jobs"},
    Phase{"income",
          income,
          "households get wages and benefits, pay tax, and see what work would bring",
          "people, households",
          "incomes, gain from work",
          income_side_by_side},
    Phase{"accounting",
          accounting,
          "programmes spend, and follow the work their clients found",
          "programmes, activities",
          "spend, cases"},
    Phase{"observers", nullptr, "measures are counted and stored", "everything", "nothing"},
};

}  // namespace foothold
