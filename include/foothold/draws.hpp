#pragma once

#include "foothold/ids.hpp"
#include "foothold/month.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace foothold {

/// What a random number is for. Numbers are permanent: append, never renumber or reuse.
enum class Purpose : std::uint16_t {
    birth_structure = 1,    // opening population: household, age, qualification
    birth_latent = 2,       // person's latent disadvantage
    birth_household = 3,    // household's latent disadvantage
    birth_activity = 4,     // opening activity, duration, tier
    birth_trust = 5,        // confidence and trust
    barrier_onset = 6,      // onset of personal barriers, lane by the barrier's stream
    barrier_recovery = 7,   // their recovery
    shared_onset = 8,       // onset of household barriers
    shared_recovery = 9,    // their recovery
    study_end = 10,         // leaving full-time study
    retirement = 11,        // early retirement
    household_move = 12,    // whether a household moves
    dwelling_rank = 13,     // noise in who gets which dwelling
    refill = 14,            // whether an empty dwelling is taken
    search_change = 15,     // starting to search, giving up
    application_zone = 16,  // for which tier to apply, or to be put forward where one works
    application_race = 17,  // when the application lands
    hiring_slots = 18,      // rounding of hiring decisions, by zone and tier
    separation = 19,        // losing a job; to search or not
    contact = 20,           // hearing of a programme
    acceptance = 21,        // accepting support
    invitation = 22,        // inviting another member of the household
    waiting = 23,           // giving up while waiting
    staff_leaving = 24,     // an advocate leaves
    casework = 25,          // a barrier lifts with help
    drop_out = 26,          // a client drops out
    birth_place = 27,       // opening population: which household gets which dwelling
    birth_recovery = 28,    // opening population: when each barrier last lifted
    birth_history = 29,     // opening population: present job or spell out of work
    birth_chronic = 37,     // opening population and newcomers: which barriers are chronic
    birth_ease = 38,        // own lasting ease of finding work
    birth_ages = 39,        // opening population: ages of a household's adults
    birth_future = 40,      // opening population: to whom children will be born
    birth_children = 41,    // opening population: which family has further children
    job_quality = 42,       // a job turns worse or better
    zone_choice = 50,       // where to apply: one per person and zone
    training = 47,          // being sent on a course, completing it
    repairs = 48,           // in which order households get repairs
    comparison = 49,        // who is followed beside a programme's participants
    evaluation = 45,        // a virtual evaluation: its world, its people, who is lost
    local_places = 46,      // rounding of the hiring decisions that are open to residents first
};

/// Whose luck it is: a row of the world and which life is being lived in it. When a household
/// leaves and newcomers take its dwelling, the row stays and the life counts up.
struct Address {
    std::uint32_t row = 0;
    std::uint16_t life = 0;
};

/// Random numbers addressed by what they decide: (seed, replicate, month, who, purpose, which).
///
/// There is no state, so a draw cannot depend on who drew before. The same decision gets the same
/// number in every arm: arms differ only where the policy bites. docs/adr/0003-addressed-draws.md
class Draws {
  public:
    Draws(std::uint64_t seed, std::uint32_t replicate, Month month)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
          replicate_{replicate & 0xFFFFU}, month_{static_cast<std::uint16_t>(month)} {}

    /// The luck of another month.
    Draws at(Month month) const {
        Draws other = *this;
        other.month_ = static_cast<std::uint16_t>(month);
        return other;
    }

    /// The four 32-bit words at this address.
    std::array<std::uint32_t, 4> words(Address who, Purpose purpose, std::uint32_t which = 0) const;

    /// Uniform on (0, 1), 52 bits.
    double uniform(Address who, Purpose purpose, std::uint32_t which = 0) const;

    /// True with the given probability [0, 1].
    bool happens(double probability, Address who, Purpose purpose, std::uint32_t which = 0) const {
        return uniform(who, purpose, which) < probability;
    }

    /// The words of rows first, first+1, ..., as four columns; the same values as `words`, many at
    /// a time. `lives` has one entry a row; each column must have room for as many.
    void words(std::uint32_t first,
               std::span<const std::uint16_t> lives,
               Purpose purpose,
               std::uint32_t which,
               std::array<std::uint32_t*, 4> columns) const;

    /// The same with the four words of a row side by side: row i's begin at `words + i * stride`.
    void words_side_by_side(std::uint32_t first,
                            std::span<const std::uint16_t> lives,
                            Purpose purpose,
                            std::uint32_t which,
                            std::uint32_t* words,
                            std::size_t stride) const;

  private:
    std::array<std::uint32_t, 2> key_;
    std::uint32_t replicate_;
    std::uint16_t month_;
};

/// Uniform on (0, 1) from one 32-bit word.
constexpr double unit(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1.0p-32;
}

/// Uniform on (0, 1) from 52 bits of two words.
constexpr double uniform_from(std::uint32_t high, std::uint32_t low) {
    const std::uint64_t word = (std::uint64_t{high} << 32) | low;
    return (static_cast<double>(word >> 12) + 0.5) * 0x1.0p-52;
}

}  // namespace foothold
