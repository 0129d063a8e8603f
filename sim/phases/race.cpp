#include "sim/phases/race.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <cmath>

namespace foothold {

namespace {

/// An application that landed in time. Queues are served in this order.
struct Application {
    std::uint32_t job;  // zone * tiers + tier
    double arrival;     // [month]
    PersonId person;

    friend bool operator<(const Application& a, const Application& b) {
        return a.job != b.job           ? a.job < b.job
               : a.arrival != b.arrival ? a.arrival < b.arrival
                                        : a.person < b.person;
    }
};

/// Pull of the vacancies of each zone on each neighbourhood, added up along the zones.
struct Market {
    std::size_t zones;
    double best_standing;      // [1] weight with employers that nobody exceeds
    std::vector<double> upto;  // shape [neighbourhood][tier][zone]

    const double* row(NeighbourhoodId n, std::size_t tier) const {
        return &upto[(n.row * tiers + tier) * zones];
    }

    double pull(NeighbourhoodId n, std::size_t tier) const { return row(n, tier)[zones - 1]; }
};

Market survey_vacancies(const World& world, const MonthContext& now) {
    const Geography& g = *world.geography;
    const SearchParameters& search = now.parameters.search;
    constexpr double top = static_cast<double>(qualification_names.size() - 1);
    const double best = exponential(std::max(0.0, search.hiring_per_level) * top
                                    + search.budget_hiring - now.effects.least_hiring());
    Market market{g.zones, best, std::vector<double>(g.neighbourhoods * tiers * g.zones)};
    for_each<NeighbourhoodId>(
        g.neighbourhoods,
        [&](NeighbourhoodId n) {
            for (std::size_t t = 0; t < tiers; ++t) {
                double sum = 0.0;
                double* row = &market.upto[(n.row * tiers + t) * g.zones];
                for (std::size_t z = 0; z < g.zones; ++z) {
                    sum += world.jobs.vacancies[z * tiers + t] * g.reach_of(n, z);
                    row[z] = sum;
                }
            }
        },
        64);
    return market;
}

/// How one person applies this month.
struct Applicant {
    const World& world;
    const MonthContext& now;
    const Market& market;
    const RowWords& words;
    PersonId p;

    const SearchParameters& search() const { return now.parameters.search; }

    bool budget_spent() const {
        const CaseId open = world.people.open_case[p];
        return open && world.support.cases[open.row].budget_spent != never;
    }

    /// What the place adds to how fast the workless' applications land, as solved in the burn-in.
    /// [1]
    double place_ease() const {
        const bool solved =
            !world.balance.employed.empty() && world.people.activity[p] != Activity::employed;
        return solved ? world.balance.employed[world.neighbourhood(p).row].scale : 1.0;
    }

    double intensity() const {
        const Activity activity = world.people.activity[p];
        if (activity == Activity::employed) {
            return world.people.job_tier[p] + 1U < tiers ? search().on_the_job : 0.0;
        }
        if (activity == Activity::searching) {
            return 1.0;
        }
        return activity == Activity::inactive || activity == Activity::sick
                   ? search().inactive_intensity
                   : 0.0;
    }

    /// Log weight with employers, before the standards of a tier.
    double standing() const {
        const int out = months_out_of_work(world, p, now.month);
        return -now.effects.hiring(world.barriers(p))
               + search().hiring_per_level * world.people.qualification[p]
               - search().duration_penalty * chance_of(out / search().duration_memory)
               + (budget_spent() ? search().budget_hiring : 0.0);
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
        const bool works = world.people.activity[p] == Activity::employed;
        std::array<double, tiers> weight{};
        double all = 0.0;
        for (std::size_t t = 0; t < tiers; ++t) {
            const bool better = !works || t > world.people.job_tier[p];
            weight[t] = better ? market.pull(n, t) * exponential(suits(t)) : 0.0;
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

    std::size_t choose_zone(std::size_t tier, double u) const {
        const NeighbourhoodId n = world.neighbourhood(p);
        const double* row = market.row(n, tier);
        if (!budget_spent()) {
            return static_cast<std::size_t>(
                std::upper_bound(row, row + market.zones - 1, u * row[market.zones - 1]) - row);
        }
        // Travel paid for: distance counts less.
        std::vector<double> upto(market.zones);
        double sum = 0.0;
        for (std::size_t z = 0; z < market.zones; ++z) {
            sum += world.jobs.vacancies[z * tiers + tier]
                   * power(world.geography->reach_of(n, z), search().budget_distance);
            upto[z] = sum;
        }
        return static_cast<std::size_t>(std::upper_bound(upto.begin(), upto.end() - 1, u * sum)
                                        - upto.begin());
    }

    /// Adds this month's application to `landed` if it lands in time.
    void apply(std::vector<Application>& landed) const {
        const double effort = intensity();
        if (effort <= 0.0) {
            return;
        }
        const double u = words.uniform_of(p);
        const bool works = world.people.activity[p] == Activity::employed;
        const double most = search().applications * place_ease() * effort * market.best_standing;
        if (1.0 - u >= most) {
            return;  // -ln(u) is above 1 - u, so not even the best applicant would land in time
        }
        const double readiness = works ? 1.0 : readiness_of(world, now.parameters, now.effects, p);
        const double rate =
            search().applications * place_ease() * effort * readiness * exponential(standing());
        const double arrival = -logarithm(u) / rate;
        if (arrival > 1.0) {
            return;
        }
        const auto where = now.luck.words(world.address(p), Purpose::application_zone);
        const std::size_t tier = choose_tier(unit(where[0]));
        if (tier == tiers) {
            return;  // nothing open in reach
        }
        const std::size_t zone = choose_zone(tier, unit(where[1]));
        landed.push_back({static_cast<std::uint32_t>(zone * tiers + tier), arrival, p});
    }
};

std::vector<Application> gather(const World& world, const MonthContext& now) {
    const Market market = survey_vacancies(world, now);
    const std::size_t people = world.people.size();
    std::vector<std::vector<Application>> pieces((people + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(people, rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::application_race, first, last};
        for (std::size_t row = first; row < last; ++row) {
            const PersonId p{static_cast<std::uint32_t>(row)};
            Applicant{world, now, market, words, p}.apply(pieces[first / rows_per_piece]);
        }
    });
    std::vector<Application> all;
    for (const auto& piece : pieces) {
        all.insert(all.end(), piece.begin(), piece.end());
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Hiring decisions of a zone and tier this month: a share of its vacancies, the fraction rounded
/// by luck.
std::int32_t decisions(const World& world, const MonthContext& now, std::uint32_t job) {
    const double expected = world.jobs.vacancies[job] * now.parameters.labour_demand.hiring_pace;
    const double whole = std::floor(expected);
    const bool one_more = now.luck.happens(expected - whole, {job, 0}, Purpose::hiring_slots);
    return std::min(world.jobs.vacancies[job],
                    static_cast<std::int32_t>(whole) + (one_more ? 1 : 0));
}

void take_job(People& people, PersonId p, std::uint32_t job, Month now) {
    if (people.activity[p] != Activity::employed) {
        people.activity[p] = Activity::employed;
        people.since[p] = now;
    }
    people.job_zone[p] = {static_cast<std::uint16_t>(job / tiers)};
    people.job_tier[p] = static_cast<std::uint8_t>(job % tiers);
    people.job_since[p] = now;
}

}  // namespace

void race_for_vacancies(World& world, const MonthContext& now) {
    const std::vector<Application> landed = gather(world, now);
    for (std::size_t first = 0; first < landed.size();) {
        const std::uint32_t job = landed[first].job;
        const std::int32_t places = decisions(world, now, job);
        std::size_t last = first;
        for (; last < landed.size() && landed[last].job == job; ++last) {
            if (world.jobs.hires[job] < places) {
                ++world.jobs.hires[job];
                take_job(world.people, landed[last].person, job, now.month);
            }
        }
        FOOTHOLD_ENSURE(world.jobs.hires[job] <= world.jobs.vacancies[job]);
        first = last;
    }
}

}  // namespace foothold
