#pragma once

#include "foothold/parameters.hpp"

#include "sim/core/lanes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// One number for every barrier in each of several cases; shape [case][barrier].
using ByCase = std::vector<double>;

/// What a hazard is at most, taken apart by what it depends on. All but `recovery` multiply an
/// onset hazard.
struct HazardFactors {
    ByCase present;    // [1] by the set of barriers present
    ByCase recovered;  // [1] by the set of barriers that have lifted before
    ByCase load;       // [1] by how many barriers others at home have
    ByCase events;     // [1] by what happened lately
    ByCase recovery;   // [1/month] hazard of lifting, by the set of barriers present
};

/// The barriers of one scope, laid out as the random words that decide on them: four to a block,
/// places without a barrier between them. Hazards bounded in this layout tell in one pass over the
/// words which few barriers need a closer look.
class HazardBounds {
  public:
    /// Somebody's, or some household's, cases of each factor.
    struct Cases {
        const float* at_place;   // shape [word]; with the hazard itself [1/month]
        const float* at_person;  // shape [word]
        BarrierSet present;      // of both scopes
        BarrierSet recovered;
        std::size_t load;
        std::size_t events;
    };

    HazardBounds(const std::vector<Barrier>& barriers, Scope scope, const HazardFactors& factors);

    /// Words of a row; a multiple of four.
    std::size_t width() const { return kind_.size(); }

    /// Which blocks of a row's words, in their order.
    const std::vector<std::uint32_t>& blocks() const { return blocks_; }

    std::size_t word_of(std::size_t barrier) const { return word_[barrier]; }

    /// Factors laid out as the words; shape [case][word], 0 where there is no barrier.
    std::vector<float> laid_out(const ByCase& factors) const;

    /// The barriers that the words leave open: one left out can neither appear nor lift.
    BarrierSet open(const std::uint32_t* onset_words,
                    const std::uint32_t* recovery_words,
                    const Cases& it) const {
        const float* present = present_.data() + it.present * width();
        const float* recovered = recovered_.data() + it.recovered * width();
        const float* load = load_.data() + it.load * width();
        const float* events = events_.data() + it.events * width();
        const float* recovery = recovery_.data() + it.present * width();
        unsigned found = 0;
        for (std::size_t i = 0; i < width(); i += lanes) {
            const Floats onset = load_floats(it.at_place + i) * load_floats(it.at_person + i)
                                 * load_floats(present + i) * load_floats(recovered + i)
                                 * load_floats(load + i) * load_floats(events + i);
            const Integers appears = upper_bits(onset_words + i) <= onset;
            const Integers lifts = upper_bits(recovery_words + i) <= load_floats(recovery + i);
            if (any(appears | lifts)) {
                found |= kinds_at(i, appears | lifts);
            }
        }
        return static_cast<BarrierSet>(found);
    }

  private:
    unsigned kinds_at(std::size_t first, Integers open) const {
        unsigned found = 0;
        for (std::size_t i = 0; i < lanes; ++i) {
            found |= open[i] != 0 ? kind_[first + i] : 0U;
        }
        return found;
    }

    std::size_t kinds_;  // of barriers, of both scopes
    std::vector<std::uint32_t> blocks_;
    std::vector<BarrierSet> kind_;                   // shape [word]; the barrier, or none
    std::array<std::size_t, most_barriers> word_{};  // shape [barrier]
    std::vector<float> present_;                     // these as HazardFactors, shape [case][word];
    std::vector<float> recovered_;                   // `present` and `recovery` in upper bits
    std::vector<float> load_;
    std::vector<float> events_;
    std::vector<float> recovery_;
};

}  // namespace foothold
