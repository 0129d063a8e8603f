#pragma once

#include "foothold/month.hpp"
#include "foothold/world.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// Counts of one pass over everybody when a month begins: people by neighbourhood and activity, and
/// jobs held by zone and tier.
class HeadCounts {
  public:
    /// Those who began what they do in the month `last` are counted apart as well.
    HeadCounts(const World& world, Month last);

    std::size_t places() const { return places_; }

    std::int64_t in(std::size_t n, Activity activity) const {
        return bins_[bin_of(n, activity)] + entered(n, activity);
    }

    /// Who began it last month.
    std::int64_t entered(std::size_t n, Activity activity) const {
        return bins_[bin_of(n, activity) + 1];
    }

    /// People of working age.
    std::int64_t people(std::size_t n) const {
        return in(n, Activity::student) + in(n, Activity::employed) + workless(n)
               + in(n, Activity::retired);
    }

    std::int64_t workless(std::size_t n) const {
        return in(n, Activity::searching) + in(n, Activity::inactive) + in(n, Activity::sick);
    }

    std::int64_t held(std::size_t job) const { return bins_[bin_of(places_, {}) + job]; }

    /// `count(n)` of all neighbourhoods together.
    template <class Count>
    std::int64_t all(Count count) const {
        std::int64_t sum = 0;
        for (std::size_t n = 0; n < places_; ++n) {
            sum += count(n);
        }
        return sum;
    }

  private:
    static constexpr std::size_t activities = static_cast<std::size_t>(Activity::aged_out) + 1;

    static std::size_t bin_of(std::size_t n, Activity activity) {
        return 2 * (n * activities + static_cast<std::size_t>(activity));
    }

    std::size_t places_;
    std::vector<std::int64_t>
        bins_;  // shape [neighbourhood][activity][began last month], then [job], then no job
};

}  // namespace foothold
