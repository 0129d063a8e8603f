#include "sim/phases/zone_choice.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/state/geography.hpp"

#include <limits>
#include <vector>

namespace foothold {

namespace {

/// A word of somebody's luck for every zone, four zones to an address.
std::vector<std::uint32_t> words_of_zones(const World& world, const MonthContext& now, PersonId p) {
    const std::size_t blocks = (world.geography->zones + 3) / 4;
    std::vector<std::uint32_t> words(4 * blocks);
    const std::vector<std::uint16_t> lives(blocks, world.people.life[p]);
    now.luck.words(0,
                   lives,
                   Purpose::zone_choice,
                   p.row,
                   {&words[0], &words[blocks], &words[2 * blocks], &words[3 * blocks]});
    return words;
}

}  // namespace

std::size_t choose_zone(
    const World& world, const MonthContext& now, PersonId p, std::size_t tier, double distance) {
    const Geography& g = *world.geography;
    const std::vector<std::uint32_t> words = words_of_zones(world, now, p);
    const double* reach = &g.reach[world.neighbourhood(p).row * g.zones];
    const auto pull_of = [&](std::size_t zone) {
        return world.jobs.vacancies[zone * tiers + tier]
               * (distance == 1.0 ? reach[zone] : power(reach[zone], distance));
    };
    constexpr double leeway = 1.000001;  // more than rounding
    std::size_t first = 0;
    double record = std::numeric_limits<double>::infinity();  // time of the first so far
    for (std::size_t zone = 0; zone < g.zones; ++zone) {
        const std::int32_t vacancies = world.jobs.vacancies[zone * tiers + tier];
        const double u = unit(words[zone]);
        // -ln(u) is above 1 - u, and distance that counts for more only makes a zone pull less:
        // most zones cannot be the first, and need neither logarithm nor power.
        if (vacancies == 0
            || (distance >= 1.0 && reach[zone] <= 1.0
                && 1.0 - u >= record * (vacancies * reach[zone] * leeway))) {
            continue;
        }
        const double pull = pull_of(zone);
        if (1.0 - u < record * pull && -logarithm(u) < record * pull) {
            record = -logarithm(u) / pull;
            first = zone;
        }
    }
    return first;
}

}  // namespace foothold
