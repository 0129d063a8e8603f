#pragma once

#include "sim/experiments/flows.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace foothold {

/// Follows those in insecure or low-paid work at the close of month -1 for ten years, looking once
/// a year as an earnings survey does. Those who leave the place or working age are not counted.
class LowPay : public Observer {
  public:
    static constexpr int years = 10;

    void month_closed(const World& world, std::size_t arm, Month now) override;

    /// Low paid at every yearly look while in work, and in work at one of the last three.
    Share stuck() const { return stuck_; }

    /// In secure work at each of the last three looks.
    Share escaped() const { return escaped_; }

    /// In work at one of the last three looks, and neither stuck nor escaped.
    Share cycled() const { return cycled_; }

  private:
    struct Worker {
        PersonId person;
        std::uint16_t life = 0;
        bool always_low = true;
        int secure_in_row = 0;  // looks
        int looks_out = 0;      // looks in a row without work
    };

    std::vector<Worker> workers_;
    Share stuck_;
    Share escaped_;
    Share cycled_;
};

/// Follows people whose barrier lifted in the first year of the study: whether it was back at some
/// close within one, two and five years, of those who were still there then.
class Relapse : public Observer {
  public:
    static constexpr std::array<int, 3> horizons{12, 24, 60};  // [month]

    explicit Relapse(std::size_t barrier) : barrier_{barrier} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    Share within(std::size_t horizon) const { return found_[horizon]; }

  private:
    struct Recovered {
        PersonId person;
        std::uint16_t life = 0;
        Month lifted = never;
        bool back = false;
    };

    std::size_t barrier_;
    std::vector<std::uint8_t> followed_;  // shape [person]
    std::vector<Recovered> recovered_;
    std::array<Share, horizons.size()> found_{};
};

/// Follows the workless who take a job and face a barrier besides housing: whether they are in work
/// at every close for six months, with a housing problem when they start, or with one that lifted
/// in the two years before.
class Sustainment : public Observer {
  public:
    explicit Sustainment(BarrierSet housing) : housing_{housing} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    Share unhoused() const { return unhoused_; }

    Share housed() const { return housed_; }

  private:
    struct Starter {
        PersonId person;
        std::uint16_t life = 0;
        Month started = never;
        bool housed = false;
        bool works = true;
    };

    BarrierSet housing_;
    std::vector<std::uint8_t> workless_;  // shape [person]; at the last close
    std::vector<std::uint16_t> lives_;    // shape [person]; at the last close
    std::vector<Starter> starters_;
    Share unhoused_;
    Share housed_;
};

}  // namespace foothold
