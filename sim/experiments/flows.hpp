#pragma once

#include "foothold/world.hpp"

#include "sim/engine/simulation.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace foothold {

/// A proportion as its two counts, so that months and replicates can be added up.
struct Share {
    std::int64_t with = 0;
    std::int64_t of = 0;

    /// [1]; 0 of nobody.
    double value() const {
        return of > 0 ? static_cast<double>(with) / static_cast<double>(of) : 0.0;
    }

    friend bool operator==(const Share&, const Share&) = default;
};

/// Shares of people who did something between two looks at them, as surveys look: the same person,
/// aged 16 to 64 both times. Definitions stand in `flow_list`, in this order.
enum class Flow : std::uint8_t {
    employed,
    unemployed_to_employed,
    unemployed_to_inactive,
    employed_to_unemployed,
    employed_to_inactive,
    inactive_to_employed,
    inactive_to_unemployed,
    entry_under_3_months,
    entry_over_24_months,
    entry_with_degree,
    entry_without_qualification,
    young_employed_to_unemployed,
    ill_entry_within_year,
    ill_entry_beyond_year,
    others_entry_within_year,
    others_entry_beyond_year,
    monthly_entry_upto_3_months,
    monthly_entry_4_to_6_months,
    unemployed_in_work_after_year,
    sick_in_work_after_year,
    always_unemployed,
    always_inactive,
    back_in_search_within_6_months,
    back_out_within_6_months,
    survives_13_to_26_weeks,
    survives_26_to_52_weeks,
    count
};

inline constexpr std::size_t flows = static_cast<std::size_t>(Flow::count);

struct FlowInfo {
    std::string_view name;
    std::string_view definition;
};

inline constexpr std::array<FlowInfo, flows> flow_list{{
    {"employed", "of everybody, in work"},
    {"unemployed_to_employed", "of the unemployed, employed three months later"},
    {"unemployed_to_inactive", "of the unemployed, inactive three months later"},
    {"employed_to_unemployed", "of the employed, unemployed three months later"},
    {"employed_to_inactive", "of the employed, inactive three months later"},
    {"inactive_to_employed",
     "of the inactive (students without a job, home, sick, retired), "
     "employed three months later"},
    {"inactive_to_unemployed", "of the inactive, unemployed three months later"},
    {"entry_under_3_months",
     "of those unemployed for less than 3 months (the shorter of the time "
     "searching and the time since the last job), employed three months "
     "later"},
    {"entry_over_24_months",
     "of those unemployed for 24 months or more, employed three months "
     "later"},
    {"entry_with_degree", "of the unemployed with a degree, employed three months later"},
    {"entry_without_qualification",
     "of the unemployed without any qualification, employed three months "
     "later"},
    {"young_employed_to_unemployed", "of the employed of 16 to 24, unemployed three months later"},
    {"ill_entry_within_year",
     "of those out of work with a health barrier, students left out, whose last job ended less "
     "than a year ago, employed three months later"},
    {"ill_entry_beyond_year", "the same whose last job ended longer ago, or who had none"},
    {"others_entry_within_year", "the same without a health barrier, less than a year"},
    {"others_entry_beyond_year", "the same without a health barrier, longer"},
    {"monthly_entry_upto_3_months",
     "of those in their first 3 months of search, employed a month "
     "later"},
    {"monthly_entry_4_to_6_months", "of those in months 4 to 6 of search, employed a month later"},
    {"unemployed_in_work_after_year", "of the unemployed, employed twelve months later"},
    {"sick_in_work_after_year",
     "of those inactive through long-term sickness, employed twelve "
     "months later"},
    {"always_unemployed", "of the unemployed, unemployed at each of the next four quarters"},
    {"always_inactive", "of the inactive, inactive at each of the next four quarters"},
    {"back_in_search_within_6_months",
     "of those who went from search into work, searching again "
     "at the close of one of the next six months"},
    {"back_out_within_6_months",
     "of those who went from search into work, without work at the "
     "close of one of the next six months"},
    {"survives_13_to_26_weeks",
     "of the workless who faced a barrier, took a job and were in work at "
     "every close for three months, in work at every close for six"},
    {"survives_26_to_52_weeks", "the same from six months to twelve"},
}};

/// How many times as likely one flow is as another.
struct RatioInfo {
    std::string_view name;
    Flow of;
    Flow against;
};

inline constexpr std::array<RatioInfo, 5> ratio_list{{
    {"entry_3_against_24_months", Flow::entry_under_3_months, Flow::entry_over_24_months},
    {"entry_3_against_6_months",
     Flow::monthly_entry_upto_3_months,
     Flow::monthly_entry_4_to_6_months},
    {"entry_degree_against_none", Flow::entry_with_degree, Flow::entry_without_qualification},
    {"ill_entry_by_time_out", Flow::ill_entry_within_year, Flow::ill_entry_beyond_year},
    {"others_entry_by_time_out", Flow::others_entry_within_year, Flow::others_entry_beyond_year},
}};

/// What surveys and administrative records say of a labour market, counted in a simulated one.
struct LabourFacts {
    static constexpr std::size_t most_counted = 6;  // barriers; more are counted with these

    std::array<Share, flows> shares{};
    std::array<Share, most_counted + 1>
        employed_by_barriers{};  // [number of barriers present]; of people of 16 to 64
    Share vacancies_per_unemployed;

    const Share& operator[](Flow flow) const { return shares[static_cast<std::size_t>(flow)]; }

    /// 0 if what it is against never happens.
    double ratio(const RatioInfo& info) const;

    /// Puts other months, or another replicate, with these.
    LabourFacts& operator+=(const LabourFacts& other);

    friend bool operator==(const LabourFacts&, const LabourFacts&) = default;
};

/// Follows everybody in one arm, month by month, as a panel survey would. A row that has a new life
/// is another person.
class Panel : public Observer {
  public:
    /// Counts flows that end in month `from` or later. Needs the months before them to have been
    /// shown too: a flow over a year is counted from the thirteenth month shown.
    explicit Panel(std::size_t arm = 0, Month from = 0) : arm_{arm}, from_{from} {}

    void month_closed(const World& world, std::size_t arm, Month now) override;

    const LabourFacts& facts() const { return facts_; }

    /// What is remembered of one person at the close of a month.
    struct Glimpse {
        std::uint16_t life = 0;
        Activity activity = Activity::child;
        bool surveyed = false;       // of 16 to 64
        bool burdened = false;       // faces a barrier, own or shared
        bool young = false;          // of 16 to 24
        bool ill = false;            // faces a health barrier
        bool worked_lately = false;  // the last job ended less than a year ago
        std::uint8_t qualification = 0;
        std::uint8_t searching = 0;   // [month] of the present search, up to 255
        std::uint8_t unemployed = 0;  // [month] the shorter of that and the time out of work
    };

  private:
    std::size_t arm_;
    Month from_;
    std::deque<std::vector<Glimpse>> seen_;  // newest first
    LabourFacts facts_;
};

}  // namespace foothold
