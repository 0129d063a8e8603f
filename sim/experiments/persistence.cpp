#include "sim/experiments/persistence.hpp"

#include "sim/core/parallel.hpp"
#include "sim/experiments/ranks.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"

#include <algorithm>

namespace foothold {

namespace {

constexpr double worst = 0.1;  // share of neighbourhoods

bool is_claimant(const World& world, PersonId p) {
    const Activity activity = world.people.activity[p];
    return is_workless(activity) && activity != Activity::retired
           && world.households.universal_credit[world.people.household[p]] != 0;
}

}  // namespace

void Persistence::month_closed(const World& world, std::size_t arm, Month now) {
    if (arm != arm_ || now < 0 || (now >= 12 && now < apart) || now >= apart + 12) {
        return;
    }
    const std::size_t places = world.neighbourhoods.size();
    const auto counts = binned_sum<PersonId>(
        world.people.size(), 2 * places, [&](PersonId p, std::vector<std::int64_t>& own) {
            const Activity activity = world.people.activity[p];
            if (is_working_age(activity)) {
                const std::size_t at = 2 * std::size_t{world.neighbourhood(p).row};
                ++own[at];
                own[at + 1] += activity == Activity::searching || activity == Activity::sick;
            }
        });
    std::vector<Share>& year = now < 12 ? before_ : later_;
    year.resize(places);
    for (std::size_t n = 0; n < places; ++n) {
        year[n].of += counts[2 * n];
        year[n].with += counts[2 * n + 1];
    }
}

std::vector<double> Persistence::deprivation(const std::vector<Share>& year) const {
    std::vector<double> shares;
    shares.reserve(year.size());
    for (const Share& each : year) {
        shares.push_back(each.value());
    }
    return shares;
}

double Persistence::correlation() const {
    return rank_correlation(deprivation(before_), deprivation(later_));
}

double Persistence::worst_tenth_kept() const {
    return highest_kept(deprivation(before_), deprivation(later_), worst);
}

void Leavers::month_closed(const World& world, std::size_t arm, Month now) {
    constexpr int followed = 36;      // [month]
    constexpr std::size_t fifth = 5;  // of neighbourhoods
    const People& people = world.people;
    if (arm != arm_ || now >= followed) {
        return;
    }
    if (now == -1) {
        const auto& order = world.geography->by_employment_deprivation;
        std::vector<std::uint8_t> deprived(order.size(), 0);
        for (std::size_t i = 0; i < std::max<std::size_t>(1, order.size() / fifth); ++i) {
            deprived[order[i]] = 1;
        }
        for (std::uint32_t row = 0; row < people.size(); ++row) {
            const PersonId p{row};
            if (deprived[world.neighbourhood(p).row] != 0 && is_claimant(world, p)) {
                people_.push_back({p, people.life[p], world.neighbourhood(p)});
            }
        }
        return;
    }
    for (Workless& it : people_) {
        it.left = it.left || people.life[it.person] != it.life;
        if (!it.left) {
            it.works = people.activity[it.person] == Activity::employed;
        }
    }
    if (now + 1 < followed) {
        return;
    }
    for (const Workless& it : people_) {
        if (it.left || is_working_age(people.activity[it.person])) {
            ++in_work_.of;
            in_work_.with += it.works;
            moved_.of += it.works;
            moved_.with += it.works && (it.left || world.neighbourhood(it.person) != it.from);
        }
    }
}

}  // namespace foothold
