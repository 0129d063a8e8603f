#include "sim/phases/balance.hpp"

#include "sim/core/mathematics.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

constexpr double memory = 12.0;  // [month] over which flows are averaged
constexpr double haste = 6.0;    // [month] in which a gap to the wanted stock is to be made up
constexpr double least_scale = 1.0 / 12.0;
constexpr double most_scale = 12.0;
constexpr std::array held{Activity::student, Activity::inactive, Activity::sick, Activity::retired};

std::array<StockBalance*, held.size()> stocks_of(Balance& balance) {
    return {&balance.student, &balance.inactive, &balance.sick, &balance.retired};
}

/// Which hazard a stock's scale multiplies: of leaving it, or (early retirement ends at 66 whatever
/// one does) of entering it.
enum class Scaled : std::uint8_t { leaving, entering };

/// Moves the running means, then sets the scale at which the flow it governs makes up for the other
/// one and for a sixth of the gap to the wanted stock. A scale on entering may slow leaving too:
/// by the power -`both` of it.
void hold(StockBalance& it,
          double stock,
          double entered,
          double wanted,
          Scaled scaled,
          bool first,
          double both = 0.0) {
    const double left = std::max(0.0, it.stock + entered - stock);
    const double weight = first ? 1.0 : 1.0 / memory;
    const double own_entering = scaled == Scaled::entering ? it.scale : 1.0;
    const double own_leaving = scaled == Scaled::leaving ? it.scale : power(it.scale, -both);
    it.entered += (entered / own_entering - it.entered) * weight;
    it.left += (left / own_leaving - it.left) * weight;
    it.stock = stock;
    const double surplus = (stock - wanted) / haste;
    const double top = scaled == Scaled::leaving ? it.entered + surplus : it.left - surplus;
    const double bottom = scaled == Scaled::leaving ? it.left : it.entered;
    if (bottom > 0.0) {
        const double wanted_scale = std::clamp(top / bottom, least_scale, most_scale);
        it.scale = power(wanted_scale, 1.0 / (1.0 + both));
    }
}

/// Every neighbourhood keeps the share in work that it was found with.
void hold_employment(
    World& world, const HeadCounts& counts, bool opening, bool first, double both) {
    auto& places = world.balance.employed;
    places.resize(world.neighbourhoods.size());
    for (std::size_t n = 0; n < places.size(); ++n) {
        const auto people = static_cast<double>(counts.people(n));
        const auto employed = static_cast<double>(counts.in(n, Activity::employed));
        if (opening) {
            places[n] = {1.0, people > 0.0 ? employed / people : 0.0, employed, 0.0, 0.0};
        } else {
            hold(places[n],
                 employed,
                 static_cast<double>(counts.entered(n, Activity::employed)),
                 places[n].target * people,
                 Scaled::entering,
                 first,
                 both);
        }
    }
}

}  // namespace

void hold_stocks(World& world, const MonthContext& now, const HeadCounts& counts) {
    const auto people =
        static_cast<double>(counts.all([&](std::size_t n) { return counts.people(n); }));
    const auto stocks = stocks_of(world.balance);
    const bool opening = now.month == -now.scenario.settings.burn_in;
    const bool first = now.month == 1 - now.scenario.settings.burn_in;
    hold_employment(world, counts, opening, first, now.parameters.work.place);
    for (std::size_t i = 0; i < held.size(); ++i) {
        const auto stock =
            static_cast<double>(counts.all([&](std::size_t n) { return counts.in(n, held[i]); }));
        const auto entered = static_cast<double>(
            counts.all([&](std::size_t n) { return counts.entered(n, held[i]); }));
        if (opening) {
            *stocks[i] = {1.0, stock / people, stock, 0.0, 0.0};
        } else {
            const Scaled scaled = held[i] == Activity::retired ? Scaled::entering : Scaled::leaving;
            hold(*stocks[i], stock, entered, stocks[i]->target * people, scaled, first);
        }
    }
}

}  // namespace foothold
