#include "sim/io/place_check.hpp"
#include "sim/io/place_figures.hpp"
#include "sim/io/place_tables.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace foothold {

namespace {

using Whole = std::int64_t;

/// One area's households while they are made to fit its people.
class Fit {
  public:
    Fit(std::array<Whole, composition_names.size()> number, Whole adults, Whole children)
        : number_(number), adults_(adults), children_(children) {}

    /// One to five children in each household with children, on average.
    void fit_children() {
        const Whole too_many = at(couple_kids) + at(lone) - children_;
        Whole left = too_many - move(couple_kids, couple, too_many);
        move(lone, single, left);
        const Whole least = (children_ + most_children_per_family - 1) / most_children_per_family;
        left = least - at(couple_kids) - at(lone);
        left -= move(couple, couple_kids, left);
        left -= move(shared, couple_kids, left);
        move(single, lone, left);
    }

    /// Three to five adults in each household of three or more: couples, then people alone, join
    /// up where adults are too many; larger households, then couples, shrink where too few.
    void fit_adults(Whole communal) {
        if (surplus() > 0) {
            const Whole in_halls = std::min(surplus(), communal);
            add(up(in_halls, most_adults_shared));
            move(couple, shared, up(surplus(), 3));  // two adults join: room for three more
            move(single, shared, up(surplus(), 4));
            add(up(surplus(), most_adults_shared));
        }
        move(shared, couple, shortage());
        move(couple, single, shortage());
        move(couple_kids, lone, shortage());
        drop(single, shortage());
    }

    HouseholdEstimate result() const {
        HouseholdEstimate out{{}, int(changed_), int(added_), int(removed_)};
        std::transform(number_.begin(), number_.end(), out.households.begin(), [](Whole it) {
            return static_cast<std::int32_t>(it);
        });
        return out;
    }

  private:
    static constexpr auto single = Composition::single;
    static constexpr auto lone = Composition::lone_parent;
    static constexpr auto couple = Composition::couple;
    static constexpr auto couple_kids = Composition::couple_with_children;
    static constexpr auto shared = Composition::three_or_more;

    Whole& at(Composition kind) { return number_[static_cast<std::size_t>(kind)]; }

    static Whole up(Whole number, Whole each) {
        return number <= 0 ? 0 : (number + each - 1) / each;
    }

    Whole rest() { return adults_ - at(single) - at(lone) - 2 * (at(couple) + at(couple_kids)); }

    Whole surplus() { return rest() - most_adults_shared * at(shared); }

    Whole shortage() { return least_adults_shared * at(shared) - rest(); }

    Whole move(Composition from, Composition to, Whole number) {
        const Whole moved = std::clamp(number, Whole{0}, at(from));
        at(from) -= moved;
        at(to) += moved;
        changed_ += moved;
        return moved;
    }

    void add(Whole number) {
        at(shared) += number;
        added_ += number;
    }

    void drop(Composition kind, Whole number) {
        const Whole dropped = std::clamp(number, Whole{0}, at(kind));
        at(kind) -= dropped;
        removed_ += dropped;
    }

    std::array<Whole, composition_names.size()> number_;
    Whole adults_;
    Whole children_;
    Whole changed_ = 0;
    Whole added_ = 0;
    Whole removed_ = 0;
};

/// The estimate before it is made to fit exactly.
struct Expected {
    std::vector<double> households;  // [household] in the order of Composition
    double changed = 0.0;            // [household] against what the households' sizes say
};

Expected expected(const NeighbourhoodInput& area, const PlaceAssumptions& assume) {
    const double older = area.ages.older;
    const double alone = area.households * area.size[0];
    const double older_alone = std::min(assume.older_living_alone * older, alone);
    const double older_couples = assume.older_in_older_couples * older / 2;
    const double with_older = assume.older_with_one_younger * older;
    const double all = std::max(0.0, area.households - older_alone - older_couples);
    const double single = alone - older_alone + with_older;

    const double families = area.ages.children / assume.children_per_family;
    const double lone_share = std::clamp(
        assume.lone_parent_base + assume.lone_parent_slope * area.deprived_children, 0.0, 1.0);
    const double lone = families * lone_share;
    const double couple_kids = families - lone;

    // What remains are couples and larger households. Two people are a couple unless they are older
    // or a lone parent and child; then there are so many larger ones that all adults are housed.
    const double remain = std::max(0.0, all - single - families);
    const double couples = area.households * area.size[1] - older_couples - with_older
                           - assume.lone_parents_with_one_child * lone;
    const double by_size = remain - std::clamp(couples, 0.0, remain);
    const double adults = area.ages.of_working_age() - single - lone - 2 * couple_kids;
    const double beyond_two = std::max(0.0, adults - 2 * remain);
    const double at_home = std::max(0.0, beyond_two - area.communal);  // not in halls or barracks
    const double larger = std::min(remain,
                                   std::clamp(by_size,
                                              at_home / (assume.most_adults_in_larger - 2),
                                              beyond_two / (assume.fewest_adults_in_larger - 2)));
    return {{single, lone, remain - larger, couple_kids, larger}, std::abs(larger - by_size)};
}

}  // namespace

HouseholdEstimate estimate_households(const NeighbourhoodInput& area,
                                      const PlaceAssumptions& assumptions) {
    const Expected wanted = expected(area, assumptions);
    const double all = std::accumulate(wanted.households.begin(), wanted.households.end(), 0.0);
    const std::vector<double> whole = split_whole(std::round(all), wanted.households);
    std::array<Whole, composition_names.size()> number{};
    std::transform(whole.begin(), whole.end(), number.begin(), [](double it) {
        return static_cast<Whole>(it);
    });
    Fit fit(number,
            static_cast<Whole>(area.ages.of_working_age()),
            static_cast<Whole>(area.ages.children));
    fit.fit_children();
    fit.fit_adults(static_cast<Whole>(area.communal));
    HouseholdEstimate estimate = fit.result();
    estimate.changed += static_cast<std::int32_t>(std::lround(wanted.changed));
    return estimate;
}

}  // namespace foothold
