#include "sim/measures/margins.hpp"

#include "foothold/members.hpp"

#include "sim/state/barrier_hazards.hpp"
#include "sim/state/geography.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace foothold {

namespace {

constexpr double percent = 100.0;
constexpr double people_tolerance = 0.005;     // share: working-age population within 0.5 %
constexpr double employment_tolerance = 0.3;   // percentage points, overall
constexpr double deprivation_tolerance = 2.0;  // percentage points, each pattern
constexpr std::size_t dimensions = 4;
constexpr int level_2 = 2;

double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
    const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean_a) * (b[i] - mean_b);
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
    }
    return aa > 0.0 && bb > 0.0 ? ab / std::sqrt(aa * bb) : 1.0;
}

/// Two sampling errors of a share in percent: what chance alone may add to a difference in a small
/// place.
double two_errors(double share_in_percent, double people) {
    const double share = share_in_percent / percent;
    return 2.0 * percent * std::sqrt(std::max(0.0, share * (1.0 - share)) / std::max(1.0, people));
}

/// Collects margins while walking over the world.
struct Margins {
    const World& world;
    const Scenario& scenario;
    const Place& place;
    Month now;
    std::vector<Margin> found{};

    double published_people() const {
        double sum = 0.0;
        for (const PlaceNeighbourhood& n : place.neighbourhoods) {
            sum += std::accumulate(n.people.begin(), n.people.end(), 0.0);
        }
        return sum;
    }

    template <class Counts>
    double count_people(Counts counts) const {
        std::int64_t sum = 0;
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            sum += is_working_age(world.people.activity[p]) && counts(p);
        }
        return static_cast<double>(sum);
    }

    template <class Counts>
    double count_households(Counts counts) const {
        std::int64_t sum = 0;
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            sum += counts(HouseholdId{row});
        }
        return static_cast<double>(sum);
    }

    void people() {
        const double all = published_people();
        found.push_back({"people aged 16 to 65",
                         "person",
                         all,
                         count_people([](PersonId) { return true; }),
                         all * people_tolerance});
        for (std::size_t band = 0; band < age_bands.size(); ++band) {
            double published = 0.0;
            for (const PlaceNeighbourhood& n : place.neighbourhoods) {
                published += n.people[band];
            }
            const int from = age_band_starts[band] * 12;
            const int to = age_band_starts[band + 1] * 12;
            found.push_back({std::string{"  aged "} + age_bands[band],
                             "person",
                             published,
                             count_people([&](PersonId p) {
                                 const int age = now - world.people.birth[p];
                                 return age >= from && age < to;
                             }),
                             std::nullopt});
        }
    }

    void households() {
        for (std::size_t c = 0; c < composition_names.size(); ++c) {
            double published = 0.0;
            for (const PlaceNeighbourhood& n : place.neighbourhoods) {
                published += n.households[c];
            }
            found.push_back({std::string{"households: "} + composition_names[c],
                             "household",
                             published,
                             count_households([&](HouseholdId h) {
                                 return world.households.composition[h]
                                        == static_cast<Composition>(c);
                             }),
                             std::nullopt});
        }
        const double all = static_cast<double>(world.households.size());
        for (std::size_t t = 0; t < tenure_names.size(); ++t) {
            double published = 0.0;
            for (const PlaceNeighbourhood& n : place.neighbourhoods) {
                published +=
                    n.tenure[t] * std::accumulate(n.households.begin(), n.households.end(), 0.0);
            }
            found.push_back({std::string{"households: "} + tenure_names[t],
                             "%",
                             percent * published / all,
                             percent / all * count_households([&](HouseholdId h) {
                                 return world.households.tenure[h] == static_cast<Tenure>(t);
                             }),
                             std::nullopt});
        }
    }

    void qualifications() {
        const double all = count_people([](PersonId) { return true; });
        for (std::size_t level = 0; level < qualification_names.size(); ++level) {
            double published = 0.0;
            for (const PlaceNeighbourhood& n : place.neighbourhoods) {
                published +=
                    n.qualification[level] * std::accumulate(n.people.begin(), n.people.end(), 0.0);
            }
            found.push_back({std::string{"qualification: "} + qualification_names[level],
                             "%",
                             percent * published / published_people(),
                             percent / all * count_people([&](PersonId p) {
                                 return world.people.qualification[p] == level;
                             }),
                             std::nullopt});
        }
    }

    /// Employment by neighbourhood, and how often it lies outside the 95 % range of its sampling
    /// error.
    void employment() {
        const std::size_t places = place.neighbourhoods.size();
        std::vector<double> people(places, 0.0);
        std::vector<double> employed(places, 0.0);
        for (std::uint32_t row = 0; row < world.people.size(); ++row) {
            const PersonId p{row};
            if (is_working_age(world.people.activity[p])) {
                const std::size_t n = world.neighbourhood(p).row;
                people[n] += 1.0;
                employed[n] += world.people.activity[p] == Activity::employed;
            }
        }
        std::vector<double> rates(places, 0.0);
        for (std::size_t n = 0; n < places; ++n) {
            rates[n] = employed[n] / std::max(1.0, people[n]);
        }
        found.push_back({"correlation of neighbourhoods' employment",
                         "1",
                         1.0,
                         correlation_of(rates, world.geography->anchored_employment),
                         std::nullopt});
        std::map<std::string, std::array<double, 3>> by_authority;  // people, expected, employed
        double outside = 0.0;
        for (std::size_t n = 0; n < places; ++n) {
            const double rate = world.geography->anchored_employment[n];
            auto& sums = by_authority[place.neighbourhoods[n].authority];
            sums[0] += people[n];
            sums[1] += people[n] * rate;
            sums[2] += employed[n];
            constexpr double two_sided_95 = 1.96;
            const double error = std::sqrt(rate * (1.0 - rate) / std::max(1.0, people[n]));
            outside +=
                std::abs(employed[n] / std::max(1.0, people[n]) - rate) > two_sided_95 * error;
        }
        std::array<double, 3> all{};
        for (const auto& [code, sums] : by_authority) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                all[i] += sums[i];
            }
        }
        found.push_back({"employment",
                         "%",
                         percent * all[1] / all[0],
                         percent * all[2] / all[0],
                         employment_tolerance + two_errors(percent * all[1] / all[0], all[0])});
        for (const auto& [code, sums] : by_authority) {
            found.push_back({"  employment, " + code,
                             "%",
                             percent * sums[1] / sums[0],
                             percent * sums[2] / sums[0],
                             std::nullopt});
        }
        constexpr double nominal = 5.0;  // percent outside a 95 % range by chance
        const double error = percent
                             * std::sqrt(nominal / percent * (1.0 - nominal / percent)
                                         / static_cast<double>(places));
        constexpr double four_errors = 4.0;
        found.push_back({"neighbourhoods outside their 95 % range",
                         "%",
                         nominal,
                         percent * outside / static_cast<double>(places),
                         four_errors * error,
                         true});
    }

    /// Patterns 0 to 4 over the neighbourhoods in `chosen`.
    /// A handful of neighbourhoods is for information: their own sampling error exceeds the
    /// tolerance.
    void deprivation(const std::string& where, const std::vector<std::uint8_t>& chosen) {
        constexpr auto handful = 10;
        const bool judged = std::count(chosen.begin(), chosen.end(), 1) >= handful;
        std::array<double, dimensions + 1> published{};
        std::array<double, dimensions + 1> simulated{};
        double published_all = 0.0;
        double simulated_all = 0.0;
        for (std::size_t n = 0; n < chosen.size(); ++n) {
            const PlaceNeighbourhood& it = place.neighbourhoods[n];
            const double size =
                chosen[n] ? std::accumulate(it.households.begin(), it.households.end(), 0.0) : 0.0;
            published_all += size;
            for (std::size_t d = 0; d <= dimensions; ++d) {
                published[d] += size * it.deprived[d];
            }
        }
        for (std::uint32_t row = 0; row < world.households.size(); ++row) {
            const HouseholdId h{row};
            if (chosen[world.households.neighbourhood[h].row] && has_adults(world, h)) {
                simulated[static_cast<std::size_t>(
                    deprived_dimensions(world, scenario.parameters, h, now))] += 1.0;
                simulated_all += 1.0;
            }
        }
        for (std::size_t d = 0; d <= dimensions; ++d) {
            found.push_back(
                {where + ", deprived in " + std::to_string(d),
                 "%",
                 percent * published[d] / published_all,
                 percent * simulated[d] / simulated_all,
                 judged ? std::optional{deprivation_tolerance
                                        + two_errors(percent * published[d] / published_all,
                                                     simulated_all)}
                        : std::nullopt});
        }
    }

    /// The tenth of neighbourhoods where the fewest households are free of deprivation.
    std::vector<std::uint8_t> worst_tenth() const {
        constexpr std::size_t tenth = 10;
        std::vector<std::size_t> order(place.neighbourhoods.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return place.neighbourhoods[a].deprived[0] < place.neighbourhoods[b].deprived[0];
        });
        std::vector<std::uint8_t> chosen(order.size(), 0);
        for (std::size_t i = 0; i < std::max<std::size_t>(1, order.size() / tenth); ++i) {
            chosen[order[i]] = 1;
        }
        return chosen;
    }
};

}  // namespace

bool Margin::passes() const {
    const double excess = simulated - published;
    return !tolerance || (less_is_fine ? excess : std::abs(excess)) <= *tolerance;
}

int deprived_dimensions(const World& world,
                        const Parameters& parameters,
                        HouseholdId h,
                        Month now) {
    constexpr int still_at_school =
        19 * 12;  // [month] full-time students younger than this count as learning
    bool employment = false;
    bool education = true;
    bool health = false;
    for (const PersonId p : members_of(world, h)) {
        const Activity activity = world.people.activity[p];
        if (!is_working_age(activity)) {
            continue;
        }
        employment = employment || activity == Activity::searching || activity == Activity::sick;
        const bool learns =
            activity == Activity::student && now - world.people.birth[p] < still_at_school;
        education = education && world.people.qualification[p] < level_2 && !learns;
        health = health || (world.people.barriers[p] & world.reference->ill_health) != 0;
    }
    const bool housing =
        (world.households.barriers[h]
         & barrier_named(parameters.barriers, parameters.population.housing_barrier))
        != 0;
    return int{employment} + int{education} + int{health} + int{housing};
}

std::vector<Margin>
margins_of(const World& world, const Scenario& scenario, const Place& place, Month now) {
    Margins margins{world, scenario, place, now};
    margins.people();
    margins.employment();
    margins.deprivation("households", std::vector<std::uint8_t>(place.neighbourhoods.size(), 1));
    margins.deprivation("worst tenth", margins.worst_tenth());
    margins.households();
    margins.qualifications();
    return margins.found;
}

}  // namespace foothold
