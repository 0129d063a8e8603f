#include "sim/phases/applications.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/phases/vacancy_market.hpp"
#include "sim/phases/zone_choice.hpp"
#include "sim/policy/benefit_units.hpp"
#include "sim/policy/delivery.hpp"
#include "sim/policy/household_income.hpp"
#include "sim/policy/shocks.hpp"
#include "sim/policy/training_rules.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

constexpr std::uint32_t nowhere = ~std::uint32_t{0};

constexpr bool may_work(Activity activity) {
    return (activity >= Activity::student) & (activity <= Activity::sick);
}

/// Below this upper half of its luck no application that lands at `hazard` [1/month] at most lands
/// in time: 1 - u is the hazard or more there, and -ln(u) still more.
std::uint32_t least_upper_half(double hazard) {
    constexpr double halves = 0x1.0p32;
    return static_cast<std::uint32_t>(std::max(0.0, (1.0 - hazard) * halves - 1.0));
}

/// How one person applies this month.
struct Applicant {
    const World& world;
    const MonthContext& now;
    const Market& market;
    PersonId p;

    const SearchParameters& search() const { return now.parameters.search; }

    bool budget_spent() const {
        const CaseId open = world.people.open_case[p];
        return open && world.support.cases[open.row].budget_spent != never;
    }

    /// Intensity that a course leaves to the search of somebody out of work. [1]
    double beside_a_course() const {
        return in_course(world, p) ? training_of(world, now.scenario, p).lock_in : 1.0;
    }

    /// Students whom the law still counts as their parents' dependants look for apprenticeships.
    bool may_be_apprentice() const {
        return world.people.activity[p] == Activity::student
               && now.month - world.people.birth[p] < dependent_until;
    }

    int months_out() const { return months_out_of_work(world, p, now.month); }

    bool employed() const { return world.people.activity[p] == Activity::employed; }

    bool may_rise() const {
        return world.people.job_tier[p] + 1U < tiers && !is_apprentice(world.people, p, now.month);
    }

    /// How hard somebody out of work searches. [1]
    double intensity() const {
        const Activity activity = world.people.activity[p];
        return activity == Activity::searching  ? 1.0
               : activity == Activity::inactive ? search().inactive_intensity
               : activity == Activity::sick     ? search().sick_intensity
               : may_be_apprentice()            ? search().apprenticeships
                                                : 0.0;
    }

    /// Log of how much better than others the search of somebody out of work goes, by themselves
    /// and by what a job brings them.
    double openness() const {
        const Activity activity = world.people.activity[p];
        // An offer that pays little more than benefits is turned down more often; those who do not
        // look are the less open to one the longer they have been out.
        const double lost = activity == Activity::inactive || activity == Activity::sick
                                ? search().discouragement * now.effects.long_out(months_out())
                                : 0.0;
        return static_cast<double>(world.people.ease[p])
               + search().acceptance * hundreds_gained(world, p) - lost;
    }

    /// Applications a month that would land at full readiness and no standing either way, through
    /// search from outside the firm. [1/month]
    double effort() const {
        if (employed()) {
            return may_rise() ? search().applications * search().on_the_job : 0.0;
        }
        const double intense = intensity();
        return intense > 0.0
                   ? search().applications * intense * beside_a_course()
                         * market.ease[world.neighbourhood(p).row] * exponential(openness())
                   : 0.0;
    }

    /// Hazard of being put forward where one works. [1/month]
    double promotion() const {
        if (!employed() || !may_rise()) {
            return 0.0;
        }
        const WorkParameters& work = now.parameters.work;
        return work.promotion[world.people.job_tier[p]]
               * (meets_advocate(world, now.scenario, p, now.month) ? work.promotion_supported
                                                                    : 1.0);
    }

    /// Log weight with employers, before the standards of a tier.
    double standing() const {
        return standing_with_employers(world, now.parameters, now.effects, p, now.month)
               + (budget_spent() ? search().budget_hiring : 0.0)
               + (has_completed_course(world, p) ? training_of(world, now.scenario, p).employer_led
                                                 : 0.0);
    }

    /// Log weight that the same person would have with all that a programme can add, or more.
    double standing_at_most() const {
        return standing_with_employers(world, now.parameters, now.effects, p, now.month)
               + (world.people.open_case[p] ? market.most_support : 0.0);
    }

    /// No less than the hazard that an application from outside lands: of somebody as confident as
    /// can be. [1/month]
    double most_from_outside() const {
        if (employed()) {
            return may_rise() ? search().applications * search().on_the_job
                                    * exponential_above(standing_at_most())
                              : 0.0;
        }
        const double intense = intensity();
        return intense > 0.0
                   ? search().applications * intense * market.ease[world.neighbourhood(p).row]
                         * now.effects.readiness_range(world.barriers(p)).most
                         * exponential_above(openness() + standing_at_most())
                   : 0.0;
    }

    /// Log odds of applying in a tier: degrees meet every standard, each level below lacks an equal
    /// part of it.
    double suits(std::size_t tier) const {
        constexpr double top = static_cast<double>(qualification_names.size() - 1);
        const double level = world.people.qualification[p];
        return search().tier_preference[tier] * level
               - search().tier_standard[tier] * (1.0 - level / top);
    }

    /// Chance of applying for each tier: what is open in reach, and what suits the qualification.
    std::size_t choose_tier(double u) const {
        const NeighbourhoodId n = world.neighbourhood(p);
        const bool learns = world.people.activity[p] == Activity::student;
        std::array<double, tiers> weight{};
        double all = 0.0;
        for (std::size_t t = 0; t < tiers; ++t) {
            const bool open = employed() ? t > world.people.job_tier[p] : !learns || t + 1 < tiers;
            weight[t] = open ? market.pull(n, t) * exponential(suits(t)) : 0.0;
            all += weight[t];
        }
        if (all <= 0.0) {
            return tiers;
        }
        double at = u * all;
        for (std::size_t t = 0; t + 1 < tiers; ++t) {
            if (at < weight[t]) {
                return t;
            }
            at -= weight[t];
        }
        return tiers - 1;
    }

    /// What distance counts for against others: less once travel is paid for, more for carers. [1]
    double distance() const {
        const bool cares = (world.barriers(p) & now.effects.caring()) != 0;
        return search().distance * (budget_spent() ? search().budget_distance : 1.0)
               * (cares ? search().caring_distance : 1.0);
    }

    /// Zone and tier applied for from outside; `none` if nothing is open in reach.
    std::uint32_t choose_job(double for_tier) const {
        const std::size_t tier = choose_tier(for_tier);
        return tier == tiers ? nowhere
                             : static_cast<std::uint32_t>(
                                 choose_zone(world, now, p, tier, distance()) * tiers + tier);
    }

    /// The next better tier where one works.
    std::uint32_t job_above() const {
        return static_cast<std::uint32_t>(world.people.job_zone[p].row * tiers
                                          + world.people.job_tier[p] + 1U);
    }

    /// Place in the queue of somebody whose application landed at `arrival`.
    double turn(double arrival) const {
        return now.parameters.mechanisms.hiring == HiringRule::skills_first ? -standing() : arrival;
    }

    /// Adds this month's application to `landed` if it lands in time, by luck u.
    void apply(double u, std::vector<Application>& landed) const {
        const double inside = promotion();
        if (1.0 - u >= most_from_outside() + inside) {
            return;  // -ln(u) is above 1 - u, so the application cannot land in time
        }
        const double outside = effort();
        const double readiness =
            employed() ? 1.0 : readiness_of(world, now.parameters, now.effects, p);
        const double rate = outside * readiness * exponential(standing());
        const double arrival = -logarithm(u) / (rate + inside);
        if (arrival > 1.0) {
            return;
        }
        const auto where = now.luck.words(world.address(p), Purpose::application_zone);
        const bool promoted = unit(where[2]) * (rate + inside) < inside;
        const std::uint32_t job = promoted ? job_above() : choose_job(unit(where[0]));
        if (job != nowhere) {
            landed.push_back({job, turn(arrival), arrival, p});
        }
    }
};

}  // namespace

std::vector<Application> gather_applications(const World& world, const MonthContext& now) {
    const Market market = survey_vacancies(world, now);
    const std::uint32_t least_in_work = least_upper_half(market.most_in_work);
    const std::size_t people = world.people.size();
    std::vector<std::vector<Application>> pieces((people + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(people, rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::application_race, first, last};
        const auto in_time = rows_kept<PersonId>(first, last, [&](PersonId p) {
            const Activity activity = world.people.activity[p];
            const bool open =
                (activity != Activity::employed) | (words.upper_half_of(p) >= least_in_work);
            return may_work(activity) & open;
        });
        for (const PersonId p : in_time) {
            Applicant{world, now, market, p}.apply(words.uniform_of(p),
                                                   pieces[first / rows_per_piece]);
        }
    });
    std::vector<Application> all;
    for (const auto& piece : pieces) {
        all.insert(all.end(), piece.begin(), piece.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace foothold
