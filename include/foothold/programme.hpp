#pragma once

#include "foothold/delivery.hpp"
#include "foothold/describe.hpp"
#include "foothold/funding.hpp"
#include "foothold/payment.hpp"
#include "foothold/repairs.hpp"
#include "foothold/training.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// Whom an advocate works with: the person who came, or that person's whole household.
enum class Targeting : std::uint8_t { individual, household };

template <>
struct WordsOf<Targeting> {
    static constexpr std::array<std::string_view, 2> words{"individual", "household"};
};

/// Who is served first when places are short.
enum class Priority : std::uint8_t { first_come, need, household, closest_to_work };

template <>
struct WordsOf<Priority> {
    static constexpr std::array<std::string_view, 4> words{
        "first_come", "need", "household", "closest_to_work"};
};

/// Where a programme works. Empty lists mean "no restriction".
struct ProgrammeArea {
    std::vector<std::string> authorities;
    std::vector<std::string> zones;
    std::vector<std::string> neighbourhoods;
    double worst_share = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("authorities", it.authorities, "codes of local authorities; none means all");
        field("zones",
              it.zones,
              "codes of work zones whose neighbourhoods it works in; none means all");
        field("neighbourhoods", it.neighbourhoods, "codes of neighbourhoods; none means all");
        field("worst_share",
              it.worst_share,
              quantity::share,
              "only this share of neighbourhoods, most employment-deprived first; 1 is all");
    }

    friend bool operator==(const ProgrammeArea&, const ProgrammeArea&) = default;
};

/// Who may join.
struct Eligibility {
    double age_from = 0.0;
    double age_to = 0.0;
    std::int32_t barriers_at_least = 0;
    double months_out_of_work_at_least = 0.0;
    bool in_work_too = false;
    bool other_member_out_of_work = false;
    double return_after = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("age_from", it.age_from, quantity::years, "youngest age that may join");
        field("age_to", it.age_to, quantity::years, "oldest age that may join");
        field("barriers_at_least",
              it.barriers_at_least,
              Quantity{"1", 0, 16},
              "barriers somebody must face, own or shared");
        field("months_out_of_work_at_least",
              it.months_out_of_work_at_least,
              quantity::months,
              "time out of work before one may join");
        field(
            "in_work_too", it.in_work_too, "whether people in work below the secure tier may join");
        field("other_member_out_of_work",
              it.other_member_out_of_work,
              "whether another adult of the household must be out of work");
        field("return_after",
              it.return_after,
              quantity::months,
              "time from the end of one's support until one may come again; no time if the money "
              "ran out");
    }

    friend bool operator==(const Eligibility&, const Eligibility&) = default;
};

/// How people hear of a programme: contact hazards for one eligible person.
struct Routes {
    double jobcentre = 0.0;
    double partners = 0.0;
    double word_of_mouth = 0.0;
    double outreach_hours = 0.0;
    double contacts_per_outreach_hour = 0.0;
    double invitation = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field(
            "jobcentre",
            it.jobcentre,
            quantity::rate_per_month,
            "hazard that a searcher on Universal Credit is referred, at full partnership capital");
        field("partners",
              it.partners,
              quantity::rate_per_month,
              "hazard of referral by housing, health or debt services at full partnership capital");
        field("word_of_mouth",
              it.word_of_mouth,
              quantity::rate_per_month,
              "hazard of hearing of it where everybody workless has lately met the programme, at "
              "full "
              "partnership capital");
        field("outreach_hours",
              it.outreach_hours,
              quantity::hours_per_month,
              "outreach hours a month of the whole programme");
        field("contacts_per_outreach_hour",
              it.contacts_per_outreach_hour,
              quantity::count,
              "workless residents reached in an hour of outreach, eligible or not, at full "
              "partnership capital");
        field(
            "invitation",
            it.invitation,
            quantity::probability_per_month,
            "chance that another member of an engaged household is invited (household targeting), "
            "or a client whom the end of the money cut off");
    }

    friend bool operator==(const Routes&, const Routes&) = default;
};

/// The people who do the work, and what they cost.
struct Staffing {
    std::int32_t advocates = 0;
    std::int32_t senior_advocates = 0;
    std::int32_t caseload = 0;
    std::int32_t senior_caseload = 0;
    double contact_hours = 0.0;
    double recruitment_lag = 0.0;
    double attrition = 0.0;
    double notice_months = 0.0;
    double notice_attrition = 0.0;
    double salary = 0.0;
    double senior_salary = 0.0;
    double on_costs = 0.0;
    double management = 0.0;
    double premises = 0.0;
    std::int32_t new_cases = 0;
    double co_located = 0.0;

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("advocates", it.advocates, Quantity{"1", 0, 1e5}, "posts for advocates");
        field("senior_advocates",
              it.senior_advocates,
              Quantity{"1", 0, 1e5},
              "posts for senior advocates");
        field("caseload",
              it.caseload,
              Quantity{"1", 0, 1000},
              "most people an advocate supports at once");
        field("senior_caseload",
              it.senior_caseload,
              Quantity{"1", 0, 1000},
              "most people a senior advocate supports at once");
        field("contact_hours",
              it.contact_hours,
              quantity::hours_per_month,
              "hours an advocate spends with and for clients");
        field("recruitment_lag",
              it.recruitment_lag,
              quantity::months,
              "time from the start of funding, or from a post falling empty, to somebody in post");
        field("attrition",
              it.attrition,
              quantity::probability_per_month,
              "chance that an advocate leaves");
        field("notice_months",
              it.notice_months,
              quantity::months,
              "how long before the known end of funding leaving quickens");
        field("notice_attrition",
              it.notice_attrition,
              quantity::hazard_ratio,
              "how much likelier leaving is in that time");
        field("salary", it.salary, quantity::pounds_per_year, "salary of an advocate");
        field("senior_salary",
              it.senior_salary,
              quantity::pounds_per_year,
              "salary of a senior advocate");
        field(
            "on_costs", it.on_costs, quantity::share, "employer's on-costs as a share of salaries");
        field("management",
              it.management,
              quantity::share,
              "management and administration as a share of salaries and on-costs");
        field("premises",
              it.premises,
              quantity::pounds_per_year,
              "premises, travel and equipment per post");
        field("new_cases",
              it.new_cases,
              Quantity{"1/month", 0, 1000},
              "most new people that an advocate takes on in a month");
        field("co_located",
              it.co_located,
              quantity::share,
              "share of advocates who sit with partner services");
    }

    friend bool operator==(const Staffing&, const Staffing&) = default;
};

/// What one client gets.
struct Offer {
    std::int32_t limit = 0;
    std::int32_t in_work = 0;
    double personal_budget = 0.0;
    double budget_spent_after = 0.0;
    Training training{};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("limit", it.limit, Quantity{"month", 0, 1200}, "longest support before work");
        field("in_work", it.in_work, Quantity{"month", 0, 1200}, "support after starting a job");
        field(
            "personal_budget", it.personal_budget, quantity::pounds, "personal budget per client");
        field("budget_spent_after",
              it.budget_spent_after,
              quantity::months,
              "time into the case when it is spent");
        field("training", it.training, "a course for clients who need it; may be left out");
    }

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// A programme of support, as data. Two programmes that differ are two entries of YAML.
struct Programme {
    std::string name;
    std::string label;
    std::string family;
    Targeting targeting = Targeting::household;
    Priority priority = Priority::first_come;
    ProgrammeArea area;
    Eligibility eligibility;
    Routes routes;
    Staffing staffing;
    Funding funding;
    Payment payment;
    Offer offer;
    std::vector<RemotePeriod> delivery{};
    Repairs repairs{};

    template <class Self, class Field>
    static void describe(Self& it, Field&& field) {
        field("label", it.label, "what it is, in plain words");
        field("family",
              it.family,
              "programmes of one family share their luck, so that variants compare");
        field("targeting", it.targeting, "whom advocates work with: individual or household");
        field("priority", it.priority, "who is served first when places are short");
        field("area", it.area, "where it works");
        field("eligibility", it.eligibility, "who may join");
        field("routes", it.routes, "how people hear of it");
        field("staffing", it.staffing, "the people who do the work, and what they cost");
        field("funding", it.funding, "the money");
        field("payment", it.payment, "how it is paid for, and what its provider makes of that");
        field("offer", it.offer, "what one client gets");
        field("delivery",
              it.delivery,
              "periods in which it works by telephone or screen; may be left out");
        field("repairs",
              it.repairs,
              "homes repaired or allocated to end housing barriers; may be left out");
    }

    friend bool operator==(const Programme&, const Programme&) = default;
};

}  // namespace foothold
