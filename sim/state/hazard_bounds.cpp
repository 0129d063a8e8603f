#include "sim/state/hazard_bounds.hpp"

#include <algorithm>

namespace foothold {

namespace {

constexpr double rounding = 1.00001;  // more than products of a few floats can lose

/// Chances as counts of upper bits, rounded up.
void count_in_upper_bits(std::vector<float>& chances) {
    for (float& chance : chances) {
        chance = static_cast<float>(static_cast<double>(chance) * rounding * 0x1.0p24);
    }
}

}  // namespace

HazardBounds::HazardBounds(const std::vector<Barrier>& barriers,
                           Scope scope,
                           const HazardFactors& factors)
    : kinds_{barriers.size()} {
    for (std::size_t k = 0; k < kinds_; ++k) {
        if (barriers[k].scope != scope) {
            continue;
        }
        const auto stream = static_cast<std::uint32_t>(barriers[k].stream);
        const auto block = static_cast<std::uint32_t>(stream / lanes);
        auto found = std::find(blocks_.begin(), blocks_.end(), block);
        if (found == blocks_.end()) {
            blocks_.push_back(block);
            found = blocks_.end() - 1;
            kind_.resize(blocks_.size() * lanes, 0);
        }
        word_[k] = static_cast<std::size_t>(found - blocks_.begin()) * lanes + stream % lanes;
        kind_[word_[k]] = static_cast<BarrierSet>(1U << k);
    }
    present_ = laid_out(factors.present);
    recovered_ = laid_out(factors.recovered);
    load_ = laid_out(factors.load);
    events_ = laid_out(factors.events);
    recovery_ = laid_out(factors.recovery);
    for (std::size_t i = 0; i < recovery_.size(); ++i) {
        const bool there = ((i / width()) & kind_[i % width()]) != 0;
        (there ? present_ : recovery_)[i] = 0.0F;
    }
    count_in_upper_bits(present_);
    count_in_upper_bits(recovery_);
}

std::vector<float> HazardBounds::laid_out(const ByCase& factors) const {
    const std::size_t cases = factors.size() / kinds_;
    std::vector<float> values(cases * width(), 0.0F);
    for (std::size_t of = 0; of < cases; ++of) {
        for (std::size_t k = 0; k < kinds_; ++k) {
            if (!kind_.empty() && (kind_[word_[k]] & (1U << k)) != 0) {
                values[of * width() + word_[k]] = static_cast<float>(factors[of * kinds_ + k]);
            }
        }
    }
    return values;
}

}  // namespace foothold
