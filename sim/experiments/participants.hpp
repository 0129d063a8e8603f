#pragma once

#include "foothold/arrival.hpp"

#include "sim/experiments/flows.hpp"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace foothold {

/// Sets everybody a programme supported in one arm beside themselves in an arm without it: the same
/// person with the same luck. Somebody who has left the place in either arm is not compared from
/// then on. The reference must come before the arm in the study.
class Participants : public Observer {
  public:
    /// People compared so many months after their support began, and how many of them are in work.
    struct Since {
        std::int64_t people = 0;
        std::int64_t working = 0;
        std::int64_t working_without = 0;

        /// What support adds to their employment. [1]
        double effect() const;
    };

    Participants(std::size_t arm, std::size_t reference) : arm_{arm}, reference_{reference} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    /// Over `months` months from `first` on after support began.
    Since since_start(std::size_t first, std::size_t months) const;

    /// All compared person-months together.
    Since in_all() const;

    std::int64_t people() const { return static_cast<std::int64_t>(known_.size()); }

    /// More people in work than in the reference, in the whole place: person-months.
    std::int64_t net() const { return net_; }

    /// The same among residents of the programme's area.
    std::int64_t net_in_area() const { return net_in_area_; }

    /// Searching, inactive and sick residents of the area when the study began.
    std::int64_t workless_in_area() const { return workless_in_area_; }

    /// More residents of the area in work than in the reference, as a share of its people of
    /// working age when the study began; mean over the months so far. 0 of nobody. [1]
    double effect_on_area() const;

    /// [pence]
    std::int64_t spent() const { return spent_; }

  private:
    struct Seen {
        std::uint16_t life = 0;
        std::uint8_t works = 0;
        Arrival came;
        NeighbourhoodId lives_in;
    };

    struct Pair {
        PersonId person;
        std::uint16_t life = 0;
        Month opened = never;
    };

    void take_in_new_cases(const World& world, Month now);
    void compare(const World& world, Month now);
    void count_everybody(const World& world);

    std::size_t arm_;
    std::size_t reference_;
    std::vector<Seen> without_;  // shape [person]; the reference at the same close
    std::size_t cases_ = 0;      // looked at so far
    std::set<std::pair<std::uint32_t, std::uint16_t>> known_;  // (row, life) of who was supported
    std::vector<Pair> pairs_;
    std::vector<Since> since_;  // shape [month since start]
    std::int64_t net_ = 0;
    std::int64_t net_in_area_ = 0;
    std::int64_t workless_in_area_ = 0;
    std::int64_t people_in_area_ = 0;  // of working age, when the study began
    std::int64_t months_ = 0;
    std::int64_t spent_ = 0;
};

/// Counts who accepts when a programme meets them: people of whose household nobody is supported,
/// and further members of supported households.
class Acceptance : public Observer {
  public:
    explicit Acceptance(std::size_t arm) : arm_{arm} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    Share first() const { return first_; }

    Share further() const { return further_; }

  private:
    std::size_t arm_;
    Share first_;
    Share further_;
};

}  // namespace foothold
