#include "sim/phases/household_month.hpp"

#include "foothold/members.hpp"
#include "foothold/money.hpp"

#include "sim/policy/benefit_units.hpp"
#include "sim/policy/universal_credit.hpp"

#include <cstdint>

namespace foothold {

namespace {

constexpr int claims_from = 18 * 12;     // [month] of age, unless sick or with nobody to depend on
constexpr int pays_rent_from = 21 * 12;  // [month] of age, deduction for non-dependants
constexpr int adult_at_25 = 25 * 12;     // [month] of age, the higher standard allowance
constexpr std::size_t low_paid = 1;      // tier whose pay is weighed against benefits

/// Rounded half away from nothing, as std::llround does, without calling it.
std::int32_t pence(double pounds) {
    const double exact = pounds * pence_per_pound;
    const auto whole = static_cast<std::int32_t>(exact);
    const double rest = exact - whole;
    return whole + int{rest >= 0.5} - int{rest <= -0.5};
}

/// Activities of members, one bit each.
using Activities = std::uint32_t;

constexpr Activities just(Activity activity) {
    return Activities{1} << static_cast<unsigned>(activity);
}

/// Those of people who may see a gain from work.
constexpr Activities may_gain = just(Activity::searching) | just(Activity::inactive)
                                | just(Activity::sick) | just(Activity::retired)
                                | just(Activity::student);

/// One claim and what it is paid.
struct Claim {
    BenefitUnit unit;
    double earnings = 0.0;          // [GBP/month] after tax
    double universal_credit = 0.0;  // [GBP/month]
};

/// One household's month. The householders and their dependants are the family and claim together;
/// each other adult claims alone.
struct HouseholdTurn {
    World& world;
    const IncomeRules& rules;
    Month now;
    HouseholdId h;
    Householders householders;
    Claim family;
    double child_benefit = 0.0;     // [GBP/month]
    double earnings = 0.0;          // [GBP/month] of all, after tax
    double taxes = 0.0;             // [GBP/month] with employers' National Insurance
    double universal_credit = 0.0;  // [GBP/month] of all claims
    int of_working_age = 0;         // [person] householders
    bool studies_only = true;       // and none who is not a student
    Activities activities = 0;      // of members

    HouseholdTurn(World& its_world,
                  const IncomeRules& its_rules,
                  Month month,
                  HouseholdId household)
        : world{its_world}, rules{its_rules}, now{month}, h{household},
          householders{householders_of(world, rules.all, h)} {}

    int age(PersonId p) const { return now - world.people.birth[p]; }

    double paid(const Claim& claim) const {
        return foothold::universal_credit(
            rules.rates, rules.child_elements, claim.unit, claim.earnings);
    }

    const Pay& pay_of(PersonId p) const {
        const People& people = world.people;
        return is_apprentice(people, p, now)
                   ? rules.pay.of_apprentice(age(p), now - people.job_since[p])
                   : rules.pay.of(age(p), people.job_tier[p]);
    }

    bool is_before_limit(PersonId p) const { return world.people.birth[p] < rules.born_before; }

    bool cares() const { return (world.households.barriers[h] & rules.caring) != 0; }

    /// The claim of an adult who is neither householder nor dependant, as if doing `activity`.
    Claim own_claim(PersonId p, Activity activity, double net_pay) const {
        Claim claim;
        const bool sick = activity == Activity::sick;
        claim.unit.adults = activity != Activity::student && (sick || age(p) >= claims_from);
        claim.unit.all_under_25 = age(p) < adult_at_25;
        claim.unit.limited_capability = sick;
        claim.unit.cares = of_working_age == 0 && cares();
        claim.earnings = net_pay;
        claim.universal_credit = paid(claim);
        return claim;
    }

    void count_householder(PersonId p, double net_pay) {
        BenefitUnit& unit = family.unit;
        const Activity activity = world.people.activity[p];
        unit.all_under_25 = (unit.adults == 0 || unit.all_under_25) && age(p) < adult_at_25;
        ++unit.adults;
        ++of_working_age;
        unit.limited_capability += activity == Activity::sick;
        studies_only = studies_only && activity == Activity::student;
        family.earnings += net_pay;
    }

    /// A month's pay of a member, taxed. [GBP/month]
    double collect_pay(PersonId p) {
        if (world.people.activity[p] != Activity::employed) {
            return 0.0;
        }
        const Pay& pay = pay_of(p);
        earnings += pay.net();
        taxes += pay.tax + pay.employer_insurance;
        return pay.net();
    }

    void count_other_adult(PersonId p, double net_pay) {
        if (is_dependant(world, rules.all, householders, p, now)) {
            count_child(p);
        } else {
            family.unit.non_dependants += age(p) >= pays_rent_from;
            universal_credit += own_claim(p, world.people.activity[p], net_pay).universal_credit;
        }
    }

    void count_child(PersonId p) {
        ++family.unit.children;
        family.unit.children_before += is_before_limit(p);
    }

    /// Notes what somebody does. False if it does not count: pensions and what goes with them are
    /// outside the model; or not born yet.
    bool note(PersonId p) {
        const Activity activity = world.people.activity[p];
        activities |= just(activity);
        return activity != Activity::aged_out && age(p) >= 0;
    }

    void take_stock() {
        const PersonId after = *members_of(world, h).end();
        for (const PersonId p : Members{householders.first, householders.last}) {
            if (note(p)) {
                count_householder(p, collect_pay(p));
            }
        }
        for (const PersonId p : Members{householders.last, after.row}) {
            if (!note(p)) {
                continue;
            }
            if (world.people.activity[p] == Activity::child) {
                count_child(p);
            } else {
                count_other_adult(p, collect_pay(p));
            }
        }
        claim_as_family();
    }

    void claim_as_family() {
        if (studies_only && family.unit.children == 0) {
            family.unit.adults = 0;  // students claim only as parents or beside a partner
        }
        family.unit.cares = cares();
        family.unit.rent = rules.all.rent[static_cast<std::size_t>(world.households.tenure[h])];
        family.universal_credit = paid(family);
        universal_credit += family.universal_credit;
        child_benefit = foothold::child_benefit(rules.rates, family.unit.children);
    }

    /// What the household would gain if a member out of work took a low-paid job. [GBP/month]
    double gain_from_job(PersonId p) const {
        const Activity activity = world.people.activity[p];
        const double net_pay = rules.pay.of(age(p), low_paid).net();
        if (!householders.has(p)) {
            return net_pay + own_claim(p, Activity::employed, net_pay).universal_credit
                   - own_claim(p, activity, 0.0).universal_credit;
        }
        Claim changed = family;
        changed.earnings += net_pay;
        changed.unit.limited_capability -= activity == Activity::sick;
        return net_pay + paid(changed) - family.universal_credit;
    }

    /// What it would gain if a student under 20 became an apprentice. [GBP/month]
    double gain_from_apprenticeship(PersonId p) const {
        const double net_pay = rules.pay.of_apprentice(age(p), 0).net();
        const bool dependant = is_dependant(world, rules.all, householders, p, now);
        Claim changed = family;
        double own = 0.0;
        if (householders.has(p)) {
            changed.unit.adults = of_working_age;
            changed.earnings += net_pay;
        } else if (!dependant || !rules.all.apprenticeship_protected) {
            own = own_claim(p, Activity::employed, net_pay).universal_credit;
            changed.unit.children -= dependant;
            changed.unit.children_before -= dependant && is_before_limit(p);
        }
        const double kept = foothold::child_benefit(rules.rates, changed.unit.children);
        return net_pay + own + paid(changed) + kept - family.universal_credit - child_benefit;
    }

    void settle() {
        auto& households = world.households;
        households.universal_credit[h] = universal_credit > 0.0;
        households.net_income[h] = pence(earnings + universal_credit + child_benefit);
        households.benefits[h] = pence(universal_credit + child_benefit);
        households.taxes[h] = pence(taxes);
        if ((activities & may_gain) != 0) {
            show_gains();
        }
    }

    void show_gains() {
        auto& people = world.people;
        for (const PersonId p : members_of(world, h)) {
            if (!sees_gain(people, p, now)) {
                continue;
            }
            if (is_workless(people.activity[p])) {
                people.gain_from_work[p] = static_cast<float>(gain_from_job(p) / weeks_per_month);
            } else {
                people.gain_from_work[p] =
                    static_cast<float>(gain_from_apprenticeship(p) / weeks_per_month);
            }
        }
    }
};

}  // namespace

bool sees_gain(const People& people, PersonId p, Month now) {
    return is_workless(people.activity[p])
           || (people.activity[p] == Activity::student && now - people.birth[p] < dependent_until);
}

void settle(World& world, const IncomeRules& rules, Month now, HouseholdId h) {
    HouseholdTurn turn{world, rules, now, h};
    turn.take_stock();
    turn.settle();
}

}  // namespace foothold
