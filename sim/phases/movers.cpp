#include "sim/phases/movers.hpp"

#include "foothold/members.hpp"

#include "sim/core/mathematics.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/rows_kept.hpp"
#include "sim/state/ages.hpp"

#include <algorithm>
#include <span>

namespace foothold {

namespace {

bool started_work_lately(const World& world, HouseholdId h, Month now) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] == Activity::employed && now - world.people.since[p] < 12) {
            return true;
        }
    }
    return false;
}

bool somebody_works(const World& world, HouseholdId h) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] == Activity::employed) {
            return true;
        }
    }
    return false;
}

/// Chance that a household that moves leaves the place: the qualified, the young and those in work
/// go far, others round the corner.
double chance_of_leaving(const World& world, const MonthContext& now, HouseholdId h) {
    const DemographyParameters& rates = now.parameters.demography;
    const PersonId first = world.households.first[h];
    const int age = std::min(now.month - world.people.birth[first], working_age_ends);
    const double ratio =
        exponential(rates.leave_per_level * (int{world.people.qualification[first]} - central_level)
                    + rates.leave_per_decade * (age - central_age) / months_per_decade
                    + (somebody_works(world, h) ? 0.0 : rates.leave_out_of_work));
    const double weight = rates.leave_region * ratio;
    return weight / (weight + 1.0 - rates.leave_region);
}

bool has_anybody(const World& world, HouseholdId h) {
    for (const PersonId p : members_of(world, h)) {
        if (world.people.activity[p] != Activity::aged_out) {
            return true;
        }
    }
    return false;
}

/// How the month decides whether a household moves, with what all have in common worked out once.
class Decision {
  public:
    Decision(const World& world, const MonthContext& now, const MovingHazards& hazards)
        : world_{world}, now_{now}, hazards_{hazards},
          refilled_{chance_of(now.parameters.demography.refill_empty_dwelling)} {
        for (std::size_t t = 0; t < largest_.size(); ++t) {
            const double later = std::max(1.0, now.parameters.demography.moves_after_job_entry);
            largest_[t] = now.parameters.mechanisms.mobility ? hazards[t] * later : 0.0;
        }
    }

    /// Whether the household may move on the draw u, or may be nobody. False for nearly all.
    bool is_open(HouseholdId h, double u) const {
        const bool moves = u < largest_[static_cast<std::size_t>(world_.households.tenure[h])];
        const bool old = world_.people.activity[world_.households.first[h]] == Activity::aged_out;
        return static_cast<bool>(moves | old);
    }

    /// The move of such a household, by its own luck.
    Move of(HouseholdId h) const {
        if (!has_anybody(world_, h)) {
            return now_.luck.happens(refilled_, world_.address(h), Purpose::refill) ? Move::out
                                                                                    : Move::none;
        }
        if (!now_.parameters.mechanisms.mobility) {
            return Move::none;
        }
        const DemographyParameters& rates = now_.parameters.demography;
        const auto words = now_.luck.words(world_.address(h), Purpose::household_move);
        const double hazard =
            hazards_[static_cast<std::size_t>(world_.households.tenure[h])]
            * (started_work_lately(world_, h, now_.month) ? rates.moves_after_job_entry : 1.0);
        if (!strikes(unit(words[0]), hazard)) {
            return Move::none;
        }
        if (unit(words[1]) < chance_of_leaving(world_, now_, h)) {
            return Move::out;
        }
        return unit(words[2]) < rates.local_moves ? Move::local : Move::within;
    }

  private:
    const World& world_;
    const MonthContext& now_;
    MovingHazards hazards_;
    MovingHazards largest_{};  // with what getting work may add; 0 while nobody may move
    double refilled_;          // [1/month] chance that an empty dwelling is taken
};

/// The first word of whether each of households [first, last) moves.
std::vector<std::uint32_t>
first_words(const World& world, const MonthContext& now, std::size_t first, std::size_t last) {
    const std::size_t rows = last - first;
    const std::span lives{world.households.life.values()};
    std::vector<std::uint32_t> words(4 * rows);
    now.luck.words(static_cast<std::uint32_t>(first),
                   lives.subspan(first, rows),
                   Purpose::household_move,
                   0,
                   {&words[0], &words[rows], &words[2 * rows], &words[3 * rows]});
    words.resize(rows);
    return words;
}

}  // namespace

std::vector<Moving>
movers_of(const World& world, const MonthContext& now, const MovingHazards& hazards) {
    const Decision decision{world, now, hazards};
    const std::size_t all = world.households.size();
    std::vector<std::vector<Moving>> pieces((all + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(all, rows_per_piece, [&](std::size_t first, std::size_t last) {
        const std::vector<std::uint32_t> words = first_words(world, now, first, last);
        const auto open = rows_kept<HouseholdId>(first, last, [&](HouseholdId h) {
            return decision.is_open(h, unit(words[h.row - first]));
        });
        for (const HouseholdId h : open) {
            const Move move = decision.of(h);
            if (move != Move::none) {
                pieces[first / rows_per_piece].push_back({h, move});
            }
        }
    });
    std::vector<Moving> movers;
    for (const auto& piece : pieces) {
        movers.insert(movers.end(), piece.begin(), piece.end());
    }
    return movers;
}

}  // namespace foothold
