#include "sim/phases/job_quality.hpp"

#include "foothold/place.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/row_words.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/policy/household_income.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace foothold {

namespace {

constexpr double leeway =
    1.0 / 0x1.0p30;  // [1] by which a bound is off, so that rounding is no matter

/// How firmly people hold their jobs, by level of qualification.
struct Firmness {
    double slipping;  // [1/month] hazard of those without any qualification
    std::array<double, qualification_names.size()> weight{};
    std::array<double, qualification_names.size()>
        slips_from{};  // no smaller draw makes a job slip

    explicit Firmness(const WorkParameters& rules) : slipping{rules.slipping} {
        for (std::size_t level = 0; level < weight.size(); ++level) {
            weight[level] = exponential(rules.slipping_per_level * static_cast<double>(level));
            slips_from[level] = exponential(-slipping / weight[level]) * (1.0 - leeway);
        }
    }

    /// Time until a job slips, by a draw u. [month]
    double until_slip(std::size_t level, double u) const {
        return -logarithm(u) * weight[level] / slipping;
    }

    /// Place in the queue to rise, by a draw u: smaller is sooner.
    double until_rise(std::size_t level, double u) const { return -logarithm(u) / weight[level]; }
};

/// Somebody whose job turns, if it comes to their turn.
struct Turn {
    double first;  // the smaller, the sooner it turns
    PersonId person;

    friend bool operator<(const Turn& a, const Turn& b) {
        return std::tie(a.first, a.person) < std::tie(b.first, b.person);
    }
};

/// Somebody whose job slips, if another can rise.
struct Slip {
    std::uint32_t step;  // zone * tiers + the lower of the two tiers
    Turn turn;
};

/// Somebody whose job would rise, if another slips.
struct Riser {
    std::uint32_t step;  // as for a slip
    PersonId person;
    double u;  // the draw by which it is soon or late
};

/// Those found in one piece of the people, in the order of rows.
struct Found {
    std::vector<Slip> slips;
    std::vector<Riser> risers;

    void add(const World& world,
             const MonthContext& now,
             const Firmness& firmness,
             const RowWords& words,
             PersonId p) {
        const People& people = world.people;
        if (people.job_since[p] == now.month || is_apprentice(people, p, now.month)) {
            return;
        }
        const std::size_t tier = people.job_tier[p];
        const auto job = static_cast<std::uint32_t>(people.job_zone[p].row * tiers + tier);
        const std::size_t level = people.qualification[p];
        const double u = words.unit_of(p, 0);
        const bool may_slip = tier > 0 && u >= firmness.slips_from[level];
        const double until = may_slip ? firmness.until_slip(level, u) : 1.0;
        if (until < 1.0) {
            slips.push_back({job - 1, {until, p}});
        } else if (tier + 1 < tiers) {
            risers.push_back({job, p, words.unit_of(p, 1)});
        }
    }
};

/// What was found in all pieces, laid out step by step, in the order of rows within each.
template <class T>
class BySteps {
  public:
    BySteps(const std::vector<Found>& pieces, std::vector<T> Found::*part, std::size_t steps)
        : ends_(steps, 0) {
        for (const Found& piece : pieces) {
            for (const T& each : piece.*part) {
                ++ends_[each.step];
            }
        }
        std::size_t begins = 0;
        for (std::size_t& end : ends_) {
            begins += std::exchange(end, begins);
        }
        all_.resize(begins);
        for (const Found& piece : pieces) {
            for (const T& each : piece.*part) {
                all_[ends_[each.step]++] = each;
            }
        }
    }

    std::span<const T> of(std::size_t step) const {
        const std::size_t begins = step == 0 ? 0 : ends_[step - 1];
        return {all_.data() + begins, ends_[step] - begins};
    }

  private:
    std::vector<std::size_t> ends_;  // shape [step]
    std::vector<T> all_;
};

/// The risers whose place in the queue is at most `limit`.
std::vector<Turn> risers_upto(double limit,
                              const World& world,
                              const Firmness& firmness,
                              std::span<const Riser> risers) {
    std::array<double, qualification_names.size()> from{};
    for (std::size_t level = 0; level < from.size(); ++level) {
        from[level] = exponential(-limit * firmness.weight[level]) * (1.0 - leeway);
    }
    std::vector<Turn> found;
    for (const Riser& each : risers) {
        const std::size_t level = world.people.qualification[each.person];
        if (each.u < from[level]) {
            continue;
        }
        const double first = firmness.until_rise(level, each.u);
        if (first <= limit) {
            found.push_back({first, each.person});
        }
    }
    return found;
}

/// At least the first `count` of the risers, and few more. So soon that about twice as many are
/// expected; if luck finds too few, then all.
std::vector<Turn> first_risers(std::size_t count,
                               const World& world,
                               const Firmness& firmness,
                               std::span<const Riser> risers) {
    double pace = 0.0;  // at which they rise
    for (const Riser& each : risers) {
        pace += firmness.weight[world.people.qualification[each.person]];
    }
    const double limit = (2.0 * static_cast<double>(count) + 12.0) / pace;
    std::vector<Turn> found = risers_upto(limit, world, firmness, risers);
    return found.size() >= count
               ? found
               : risers_upto(std::numeric_limits<double>::infinity(), world, firmness, risers);
}

/// One step between two tiers of a zone: the first who slip and as many who rise.
void turn_step(World& world,
               const Firmness& firmness,
               std::span<const Slip> slips,
               std::span<const Riser> risers) {
    const std::size_t count = std::min(slips.size(), risers.size());
    if (count == 0) {
        return;
    }
    std::vector<Turn> down;
    for (const Slip& each : slips) {
        down.push_back(each.turn);
    }
    std::vector<Turn> up = first_risers(count, world, firmness, risers);
    for (std::vector<Turn>* turns : {&down, &up}) {
        const auto last = turns->begin() + static_cast<std::ptrdiff_t>(count);
        std::nth_element(turns->begin(), last - 1, turns->end());
    }
    for (std::size_t i = 0; i < count; ++i) {
        --world.people.job_tier[down[i].person];
        ++world.people.job_tier[up[i].person];
    }
}

/// Everybody whose job may turn.
std::vector<Found> gather(const World& world, const MonthContext& now, const Firmness& firmness) {
    const std::size_t people = world.people.size();
    std::vector<Found> pieces((people + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(people, rows_per_piece, [&](std::size_t first, std::size_t last) {
        const RowWords words{now.luck, world, Purpose::job_quality, first, last};
        Found& found = pieces[first / rows_per_piece];
        const auto may_turn = rows_kept<PersonId>(first, last, [&](PersonId p) {
            const bool employed = world.people.activity[p] == Activity::employed;
            const bool may_rise = world.people.job_tier[p] + 1U < tiers;
            const bool may_slip =
                words.unit_of(p, 0) >= firmness.slips_from[world.people.qualification[p]];
            return static_cast<bool>(employed & (may_rise | may_slip));
        });
        for (const PersonId p : may_turn) {
            found.add(world, now, firmness, words, p);
        }
    });
    return pieces;
}

}  // namespace

void jobs_turn_worse_or_better(World& world, const MonthContext& now) {
    if (now.parameters.work.slipping <= 0.0) {
        return;
    }
    constexpr std::size_t steps_per_piece = 12;
    const Firmness firmness{now.parameters.work};
    const std::size_t steps = world.jobs.filled.size();
    const std::vector<Found> pieces = gather(world, now, firmness);
    const BySteps<Slip> slips{pieces, &Found::slips, steps};
    const BySteps<Riser> risers{pieces, &Found::risers, steps};
    for_each_piece(steps, steps_per_piece, [&](std::size_t first, std::size_t last) {
        for (std::size_t step = first; step < last; ++step) {
            turn_step(world, firmness, slips.of(step), risers.of(step));
        }
    });
}

}  // namespace foothold
