#pragma once

#include "sim/experiments/flows.hpp"

#include <vector>

namespace foothold {

/// Ranks neighbourhoods by employment deprivation, the unemployed and the sick as a share of people
/// of working age, over the year that begins at month 0 and over the year that begins 15 years
/// later.
class Persistence : public Observer {
  public:
    static constexpr int apart = 180;  // [month]

    explicit Persistence(std::size_t arm) : arm_{arm} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    /// Spearman's, between the two years.
    double correlation() const;

    /// Of the most deprived tenth, the share that is in it 15 years later.
    double worst_tenth_kept() const;

  private:
    std::vector<double> deprivation(const std::vector<Share>& year) const;

    std::size_t arm_;
    std::vector<Share> before_;  // shape [neighbourhood]
    std::vector<Share> later_;
};

/// Follows the workless of the most deprived fifth of neighbourhoods who live on Universal Credit
/// at the close of month -1 for three years: whether they are in work then, or were when they left
/// the place, and whether those have moved to another neighbourhood.
class Leavers : public Observer {
  public:
    explicit Leavers(std::size_t arm) : arm_{arm} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    Share in_work() const { return in_work_; }

    /// Of those in work.
    Share moved() const { return moved_; }

  private:
    struct Workless {
        PersonId person;
        std::uint16_t life = 0;
        NeighbourhoodId from;
        bool works = false;  // at the last close seen
        bool left = false;   // the place
    };

    std::size_t arm_;
    std::vector<Workless> people_;
    Share in_work_;
    Share moved_;
};

}  // namespace foothold
