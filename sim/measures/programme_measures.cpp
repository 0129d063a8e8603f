#include "sim/measures/catalogue.hpp"

#include <array>

namespace foothold {

namespace {

template <class Value>
std::int64_t over_cases(const World& world, Value value) {
    std::int64_t sum = 0;
    for (const Case& each : world.support.cases) {
        sum += value(each);
    }
    return sum;
}

template <class Value>
std::int64_t over_programmes(const World& world, Value value) {
    std::int64_t sum = 0;
    for (const ProgrammeState& state : world.support.programmes) {
        sum += value(state);
    }
    return sum;
}

/// Cases in which work was found that lasted at least so many months.
template <int months>
std::int64_t worked_for(const World& world) {
    return over_cases(world, [](const Case& each) {
        return std::int64_t{each.entered_work != never && each.longest_job >= months};
    });
}

template <Closing why>
std::int64_t closed(const World& world) {
    return over_cases(world, [](const Case& each) { return std::int64_t{each.closing == why}; });
}

template <Milestone milestone>
std::int64_t claims(const World& world) {
    return over_programmes(world, [](const ProgrammeState& state) {
        return state.income.claims[static_cast<std::size_t>(milestone)];
    });
}

constexpr std::array support_measures{
    ProgrammeMeasure{"advocates",
                     "person",
                     "advocates in post",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             std::int64_t in_post = 0;
                             for (const Advocate& advocate : state.advocates) {
                                 in_post += advocate.left == never;
                             }
                             return in_post;
                         });
                     }},
    ProgrammeMeasure{"waiting",
                     "person",
                     "waiting for a place",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return static_cast<std::int64_t>(state.waiting.size());
                         });
                     }},
    ProgrammeMeasure{"contacted",
                     "person",
                     "met by a programme so far",
                     [](const World& world) {
                         return over_programmes(
                             world, [](const ProgrammeState& state) { return state.contacted; });
                     }},
    ProgrammeMeasure{"helped",
                     "person",
                     "people supported so far",
                     [](const World& world) {
                         return over_cases(
                             world, [](const Case& each) { return std::int64_t{!each.returned}; });
                     }},
    ProgrammeMeasure{"helped_over_2_years",
                     "person",
                     "the same who had been out of work for two years or more when support began",
                     [](const World& world) {
                         return over_cases(world, [](const Case& each) {
                             return std::int64_t{!each.returned
                                                 && each.band == DurationBand::over_2_years};
                         });
                     }},
    ProgrammeMeasure{"returned",
                     "person",
                     "cases opened so far for people whom the programme had supported before",
                     [](const World& world) {
                         return over_cases(
                             world, [](const Case& each) { return std::int64_t{each.returned}; });
                     }},
    ProgrammeMeasure{"households_helped",
                     "household",
                     "households supported so far",
                     [](const World& world) {
                         return over_programmes(
                             world, [](const ProgrammeState& state) { return state.households; });
                     }},
    ProgrammeMeasure{"further_members",
                     "person",
                     "people supported so far after somebody else of the household",
                     [](const World& world) {
                         return over_cases(world, [](const Case& each) {
                             return std::int64_t{each.further_member && !each.returned};
                         });
                     }},
    ProgrammeMeasure{"barriers_resolved",
                     "barrier",
                     "barriers lifted with an advocate's help so far",
                     [](const World& world) {
                         return over_cases(
                             world, [](const Case& each) { return std::int64_t{each.resolved}; });
                     }},
    ProgrammeMeasure{"caseload", "person", "open cases", closed<Closing::open>},
    ProgrammeMeasure{
        "closed_success", "person", "cases closed so far in work", closed<Closing::success>},
    ProgrammeMeasure{"closed_dropped_out",
                     "person",
                     "cases closed so far by dropping out",
                     closed<Closing::dropped_out>},
    ProgrammeMeasure{"closed_limit",
                     "person",
                     "cases closed so far at the limit of support",
                     closed<Closing::limit>},
    ProgrammeMeasure{"closed_moved",
                     "person",
                     "cases closed so far by moving away or ageing",
                     closed<Closing::moved>},
    ProgrammeMeasure{"closed_funding_ended",
                     "person",
                     "cases closed by the end of funding",
                     closed<Closing::funding_ended>},
    ProgrammeMeasure{
        "cases_into_work", "person", "cases so far in which work was found", worked_for<0>},
    ProgrammeMeasure{"cases_sustained_13_weeks",
                     "person",
                     "the same whose work lasted 13 weeks, in the case or after it",
                     worked_for<3>},
    ProgrammeMeasure{
        "cases_sustained_26_weeks", "person", "the same whose work lasted 26 weeks", worked_for<6>},
    ProgrammeMeasure{"cases_sustained_52_weeks",
                     "person",
                     "the same whose work lasted 52 weeks",
                     worked_for<12>},
    ProgrammeMeasure{"spend_staff",
                     "pence",
                     "salaries paid so far",
                     [](const World& world) {
                         return over_programmes(
                             world, [](const ProgrammeState& state) { return state.spend.staff; });
                     }},
    ProgrammeMeasure{"spend_on_costs",
                     "pence",
                     "employer's on-costs paid so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.on_costs;
                         });
                     }},
    ProgrammeMeasure{"spend_management",
                     "pence",
                     "management and administration paid so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.management;
                         });
                     }},
    ProgrammeMeasure{"spend_premises",
                     "pence",
                     "premises, travel and equipment paid so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.premises;
                         });
                     }},
    ProgrammeMeasure{"spend_personal_budgets",
                     "pence",
                     "personal budgets spent so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.personal_budgets;
                         });
                     }},
    ProgrammeMeasure{"spend_training",
                     "pence",
                     "courses paid so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.training;
                         });
                     }},
    ProgrammeMeasure{"spend_repairs",
                     "pence",
                     "repairs and allocations of homes paid so far",
                     [](const World& world) {
                         return over_programmes(world, [](const ProgrammeState& state) {
                             return state.spend.repairs;
                         });
                     }},
    ProgrammeMeasure{"courses_begun",
                     "person",
                     "clients sent on a course so far",
                     [](const World& world) {
                         return over_cases(world, [](const Case& each) {
                             return std::int64_t{each.course_began != never};
                         });
                     }},
    ProgrammeMeasure{"courses_completed",
                     "person",
                     "the same who completed it",
                     [](const World& world) {
                         return over_cases(
                             world, [](const Case& each) { return std::int64_t{each.completed}; });
                     }},
    ProgrammeMeasure{"homes_repaired",
                     "household",
                     "households whose housing barrier repairs or an allocation have ended so far",
                     [](const World& world) {
                         return over_programmes(
                             world, [](const ProgrammeState& state) { return state.repaired; });
                     }},
    ProgrammeMeasure{"paid",
                     "pence",
                     "paid by the funder so far: what a grant spent, or upfront money and claims",
                     [](const World& world) {
                         return over_programmes(
                             world, [](const ProgrammeState& state) { return state.income.paid; });
                     }},
    ProgrammeMeasure{"claims_engagement",
                     "claim",
                     "claims so far for engaging somebody, where pay is by results",
                     claims<Milestone::engagement>},
    ProgrammeMeasure{
        "claims_job_start", "claim", "the same for work found", claims<Milestone::job_start>},
    ProgrammeMeasure{
        "claims_13_weeks", "claim", "the same for 13 weeks in it", claims<Milestone::weeks_13>},
    ProgrammeMeasure{
        "claims_26_weeks", "claim", "the same for 26 weeks in it", claims<Milestone::weeks_26>},
    ProgrammeMeasure{
        "claims_52_weeks", "claim", "the same for 52 weeks in it", claims<Milestone::weeks_52>},
    ProgrammeMeasure{"claims_progression",
                     "claim",
                     "the same for better work of somebody who was in work",
                     claims<Milestone::progression>},
};

}  // namespace

std::vector<MeasureInfo> programme_measures() {
    std::vector<MeasureInfo> infos;
    for (const ProgrammeMeasure& each : support_measures) {
        infos.push_back(
            {std::string{each.name}, std::string{each.unit}, std::string{each.meaning}});
    }
    return infos;
}

void measure_programmes(const World& world,
                        std::size_t at,
                        std::size_t times,
                        Trajectory& trajectory) {
    trajectory.programmes.resize(support_measures.size());
    for (std::size_t i = 0; i < support_measures.size(); ++i) {
        trajectory.programmes[i].resize(times);
        trajectory.programmes[i][at] = support_measures[i].of(world);
    }
}

}  // namespace foothold
