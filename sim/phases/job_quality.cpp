#include "sim/phases/job_quality.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace foothold {

namespace {

/// Somebody whose job may turn.
struct Turn {
    std::size_t step;  // zone * tiers + the lower of the two tiers
    double first;      // the smaller, the sooner it turns
    PersonId person;

    friend bool operator<(const Turn& a, const Turn& b) {
        return std::tie(a.step, a.first, a.person) < std::tie(b.step, b.first, b.person);
    }
};

/// Those whose jobs slip, if as many can rise, and those whose jobs would rise.
struct Turns {
    std::vector<Turn> slip;
    std::vector<Turn> rise;

    void add(const World& world, const MonthContext& now, const RowWords& words, PersonId p) {
        const People& people = world.people;
        if (people.activity[p] != Activity::employed || people.job_since[p] == now.month
            || is_apprentice(people, p, now.month)) {
            return;
        }
        const WorkParameters& rules = now.parameters.work;
        const std::size_t tier = people.job_tier[p];
        const std::size_t job = people.job_zone[p].row * tiers + tier;
        const double weight = exponential(rules.slipping_per_level * people.qualification[p]);
        const double slips = -logarithm(words.unit_of(p, 0)) * weight / rules.slipping;  // [month]
        if (tier > 0 && slips < 1.0) {
            slip.push_back({job - 1, slips, p});
        } else if (tier + 1 < tiers) {
            rise.push_back({job, -logarithm(words.unit_of(p, 1)) / weight, p});
        }
    }
};

/// Everybody's turns, sorted.
Turns gather(const World& world, const MonthContext& now) {
    const std::size_t people = world.people.size();
    std::vector<Turns> pieces((people + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(people, rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::job_quality, first, last};
        for (std::size_t row = first; row < last; ++row) {
            pieces[first / rows_per_piece].add(
                world, now, words, PersonId{static_cast<std::uint32_t>(row)});
        }
    });
    Turns all;
    for (const Turns& piece : pieces) {
        all.slip.insert(all.slip.end(), piece.slip.begin(), piece.slip.end());
        all.rise.insert(all.rise.end(), piece.rise.begin(), piece.rise.end());
    }
    std::sort(all.slip.begin(), all.slip.end());
    std::sort(all.rise.begin(), all.rise.end());
    return all;
}

}  // namespace

void jobs_turn_worse_or_better(World& world, const MonthContext& now) {
    if (now.parameters.work.slipping <= 0.0) {
        return;
    }
    const Turns turns = gather(world, now);
    auto rise = turns.rise.begin();
    for (const Turn& slip : turns.slip) {
        while (rise != turns.rise.end() && rise->step < slip.step) {
            ++rise;
        }
        if (rise == turns.rise.end() || rise->step != slip.step) {
            continue;
        }
        --world.people.job_tier[slip.person];
        ++world.people.job_tier[rise->person];
        ++rise;
    }
}

}  // namespace foothold
