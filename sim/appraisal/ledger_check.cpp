#include "sim/appraisal/ledger_check.hpp"

#include "sim/appraisal/ledger.hpp"
#include "sim/appraisal/lookup.hpp"

#include <algorithm>

namespace foothold {

namespace {

/// One arm in one replicate up to the close of one year.
struct Cell {
    std::size_t arm;        // of the ledgers
    std::size_t replicate;  // from 0
    std::size_t year;       // from 0
};

/// Looks at every cell and collects what does not add up.
class Audit {
  public:
    Audit(const StudyHeader& header, const Ledgers& ledgers, const Courses& region)
        : header_{header}, ledgers_{ledgers}, region_{region},
          employed_{row_of(region, "employed")}, dimensions_{dimensions_of(ledgers)} {}

    std::vector<std::string> faults() {
        for (std::size_t arm = 0; arm < ledgers_.arms.size(); ++arm) {
            in_region_ = arm_of(region_, ledgers_.arms[arm]);
            for (std::size_t r = 0; r < ledgers_.replicates.size(); ++r) {
                gained_ = 0;
                counted_ = 0;
                for (std::size_t year = 0; year < ledgers_.years; ++year) {
                    look_at({arm, r, year});
                }
            }
        }
        return found_;
    }

  private:
    void look_at(const Cell& cell) {
        const Ledger total = total_of(cell, dimensions_.empty() ? "" : dimensions_.front());
        for (std::size_t d = 1; d < dimensions_.size(); ++d) {
            compare(cell, dimensions_[d], total, total_of(cell, dimensions_[d]));
        }
        const std::size_t months = months_in(cell.year + 1, header_);
        for (; counted_ < months; ++counted_) {
            gained_ += difference(
                region_, employed_, in_region_, header_.reference, cell.replicate, counted_ + 1);
        }
        if (total.net() != gained_) {
            add(cell,
                "net is " + std::to_string(total.net()) + " job-months, but the difference in "
                    + "employed adds up to " + std::to_string(gained_));
        }
    }

    Ledger total_of(const Cell& cell, const std::string& dimension) const {
        Ledger sum;
        for (std::size_t group = 0; group < ledgers_.groups.size(); ++group) {
            if (ledgers_.groups[group].dimension == dimension) {
                sum += ledgers_.at(cell.arm, cell.replicate, cell.year, group);
            }
        }
        return sum;
    }

    void compare(const Cell& cell, const std::string& dimension, const Ledger& a, const Ledger& b) {
        for (std::size_t line = 0; line < ledger_lines.size(); ++line) {
            if (a.lines[line] != b.lines[line]) {
                add(cell,
                    std::string{ledger_lines[line]} + " comes to " + std::to_string(a.lines[line])
                        + " job-months by " + dimensions_.front() + ", but to "
                        + std::to_string(b.lines[line]) + " by " + dimension);
            }
        }
    }

    void add(const Cell& cell, const std::string& problem) {
        found_.push_back("arm " + ledgers_.arms[cell.arm] + ", replicate "
                         + std::to_string(ledgers_.replicates[cell.replicate]) + ", to the close "
                         + "of year " + std::to_string(cell.year + 1) + ": " + problem);
    }

    const StudyHeader& header_;
    const Ledgers& ledgers_;
    const Courses& region_;
    std::size_t employed_;
    std::vector<std::string> dimensions_;
    std::size_t in_region_ = 0;  // the arm at hand, in `region`
    std::int64_t gained_ = 0;    // [person-month] up to the month that was added last
    std::size_t counted_ = 0;    // [month] added so far
    std::vector<std::string> found_;
};

}  // namespace

std::size_t months_in(std::size_t years, const StudyHeader& header) {
    return std::min(years * months_per_year, header.times - 1);
}

std::vector<std::string>
ledger_faults(const StudyHeader& header, const Ledgers& ledgers, const Courses& region) {
    return Audit{header, ledgers, region}.faults();
}

}  // namespace foothold
