#include "sim/measures/tally.hpp"

#include "foothold/members.hpp"

#include "sim/core/parallel.hpp"
#include "sim/state/barrier_hazards.hpp"
#include "sim/state/reference.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace foothold {

namespace {

constexpr unsigned byte_bits = std::numeric_limits<std::uint8_t>::digits;
constexpr unsigned byte_values = 1U << byte_bits;

/// The bits of a byte, each in a byte of its own.
constexpr std::array<std::uint64_t, byte_values> bits_apart = [] {
    std::array<std::uint64_t, byte_values> apart{};
    for (unsigned set = 0; set < byte_values; ++set) {
        for (unsigned bit = 0; bit < byte_bits; ++bit) {
            apart[set] |= std::uint64_t{(set >> bit) & 1U} << (byte_bits * bit);
        }
    }
    return apart;
}();

constexpr unsigned most_sets = byte_values - 1;

/// Counts in one addition how many sets have each barrier; a byte for each, so up to `most_sets`.
struct SetCounter {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    void add(BarrierSet set) {
        low += bits_apart[set % byte_values];
        high += bits_apart[set / byte_values];
    }

    BarrierCounts take() {
        BarrierCounts counts{};
        for (unsigned k = 0; k < most_barriers; ++k) {
            const std::uint64_t word = k < byte_bits ? low : high;
            counts[k] = static_cast<std::uint8_t>(word >> (byte_bits * (k % byte_bits)));
        }
        *this = {};
        return counts;
    }
};

template <class Array>
void add(Array& sum, const Array& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += more[i];
    }
}

std::int32_t sum_of(const BarrierCounts& counts, BarrierSet which) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < most_barriers; ++k) {
        sum += ((which >> k) & 1U) != 0 ? counts[k] : 0;
    }
    return sum;
}

/// The tally of a neighbourhood while households are added to it.
struct Running {
    Tally tally;
    SetCounter facing;
    SetCounter facing_workless;
    SetCounter held;
    unsigned sets = 0;  // [1] in any of the counters, at most

    void make_room(unsigned for_sets, BarrierSet counted) {
        sets += for_sets;
        if (sets > most_sets) {
            empty_counters(counted);
            sets = for_sets;
        }
    }

    void empty_counters(BarrierSet counted) {
        const BarrierCounts faced = facing.take();
        tally.barriers += sum_of(faced, counted);
        tally.barriers_of_workless += sum_of(facing_workless.take(), counted);
        add(tally.facing, faced);
        add(tally.held, held.take());
    }
};

void add_job(Tally& tally, const People& people, PersonId p, Month now) {
    ++tally.by_tier[people.job_tier[p]];
    const int months = now - people.since[p];
    if (months >= 0 && months <= Tally::year) {
        ++tally.by_months_in[static_cast<std::size_t>(months)];
    }
    tally.job_changes += int{months != 0 && people.job_since[p] == now};
}

void add_person(Running& to, const People& people, PersonId p, BarrierSet shared, Month now) {
    const Activity activity = people.activity[p];
    const auto faced = static_cast<BarrierSet>(people.barriers[p] | shared);
    Tally& tally = to.tally;
    ++tally.by_activity[static_cast<std::size_t>(activity)];
    tally.supported += int{static_cast<bool>(people.open_case[p])};
    to.held.add(people.barriers[p]);
    to.facing.add(faced);
    if (activity == Activity::employed) {
        add_job(tally, people, p, now);
        return;
    }
    tally.job_losses += int{people.last_job_end[p] == now};
    if (is_workless(activity) && activity != Activity::retired) {
        to.facing_workless.add(faced);
        const int out = now - people.out_since[p];
        const int years = int{out >= Tally::year} + int{out >= 2 * Tally::year};
        tally.by_years_out[static_cast<std::size_t>(years)] += int{out >= 0};
    }
}

void add_household(Running& to, const World& world, HouseholdId h, Month now) {
    const Households& households = world.households;
    const BarrierSet shared = households.barriers[h];
    to.make_room(1U + households.members[h], world.reference->counted);
    to.held.add(shared);
    to.tally.universal_credit += households.universal_credit[h];
    to.tally.benefits += households.benefits[h];
    to.tally.taxes += households.taxes[h];
    to.tally.incomes += households.net_income[h];
    for (const PersonId p : members_of(world, h)) {
        if (is_working_age(world.people.activity[p])) {
            add_person(to, world.people, p, shared, now);
        }
    }
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    add(by_activity, other.by_activity);
    add(by_tier, other.by_tier);
    add(by_months_in, other.by_months_in);
    add(by_years_out, other.by_years_out);
    job_changes += other.job_changes;
    job_losses += other.job_losses;
    supported += other.supported;
    barriers += other.barriers;
    barriers_of_workless += other.barriers_of_workless;
    add(facing, other.facing);
    add(held, other.held);
    universal_credit += other.universal_credit;
    benefits += other.benefits;
    taxes += other.taxes;
    incomes += other.incomes;
    return *this;
}

std::vector<Tally> tallies(const World& world, Month now) {
    constexpr std::size_t shares = 8;
    const std::size_t size =
        std::max<std::size_t>(1, (world.households.size() + shares - 1) / shares);
    std::vector<std::vector<Running>> partial(shares);
    for_each_piece(world.households.size(), size, [&](std::size_t first, std::size_t last) {
        std::vector<Running> own(world.neighbourhoods.size());
        for (std::size_t row = first; row < last; ++row) {
            const HouseholdId h{static_cast<std::uint32_t>(row)};
            add_household(own[world.households.neighbourhood[h].row], world, h, now);
        }
        for (Running& each : own) {
            each.empty_counters(world.reference->counted);
        }
        partial[first / size] = std::move(own);
    });
    std::vector<Tally> all(world.neighbourhoods.size());
    for (const auto& own : partial) {
        for (std::size_t n = 0; n < own.size(); ++n) {
            all[n] += own[n].tally;
        }
    }
    return all;
}

}  // namespace foothold
