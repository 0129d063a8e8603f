#pragma once

#include "foothold/courses.hpp"
#include "foothold/trajectory.hpp"

#include "sim/appraisal/prices.hpp"
#include "sim/measures/services.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace foothold {

/// What an arm changes in a month against the reference, in constant prices and as whole pence, so
/// that what one purse pays and another receives cancels exactly. docs/methods/value.md [pence]
struct MoneyFlow {
    std::int64_t programme = 0;  // paid for programmes
    std::int64_t taxes = 0;      // paid, with employers' National Insurance
    std::int64_t benefits = 0;   // paid to households
    std::int64_t services = 0;   // used because of barriers, the sum over payers
    std::int64_t health = 0;     // saved by the NHS because people work, as far as it counts
    std::int64_t incomes = 0;    // net, of households

    std::int64_t exchequer() const { return taxes - benefits - services + health - programme; }

    std::int64_t households() const { return incomes; }

    /// What employers pay for labour.
    std::int64_t output() const { return incomes + taxes - benefits; }

    std::int64_t society() const { return output() - services + health - programme; }

    MoneyFlow operator-(const MoneyFlow& other) const;

    friend bool operator==(const MoneyFlow&, const MoneyFlow&) = default;
};

/// The same with who pays for services, and by whose household.
struct MoneyMonth {
    MoneyFlow everybody;
    MoneyFlow supported;  // households in which somebody was supported; programme and health too
    ByPayer services{};   // more used, in the order of `payers`
    std::int64_t health_in_full = 0;  // what the NHS saves because people work, counted or not

    MoneyFlow others() const { return everybody - supported; }
};

/// What the accounts are made from.
struct MoneySources {
    const StudyHeader& header;
    const Courses& region;
    const Courses& programme;
    const Courses& pairs;
};

/// What a study lacks of what the accounts need, in words; empty if nothing.
std::vector<std::string> missing_for_value(const MoneySources& study);

/// The months of one arm and replicate, the first month first. The arm's name is looked up among
/// the pairs.
std::vector<MoneyMonth>
money_of(const MoneySources& study, std::size_t arm, std::size_t replicate, std::size_t months);

/// What a sum in the month that closes at `time` is worth at the study's start. The rate is real,
/// so the sum must be in constant prices.
double present_value(double sum, double rate_per_year, std::size_t time);

/// What an arm's programmes cost their funder, more than the reference's, in constant prices and
/// discounted, over the first `months`. [GBP]
double programme_cost(const StudyHeader& header,
                      const Courses& region,
                      const Courses& programme,
                      std::size_t arm,
                      std::size_t replicate,
                      std::size_t months);

/// What an arm costs the public purse against the reference, over the first `months`: the
/// Exchequer's account with the sign turned, in constant prices and discounted to the study's start
/// at `parameters.accounting.discount_rate`. Negative is a gain. Throws std::out_of_range if the
/// study was not recorded with what is needed. [GBP]
double net_public_cost(const StudyHeader& header,
                       const Courses& region,
                       const Courses& programme,
                       std::size_t arm,
                       std::size_t replicate,
                       std::size_t months);

}  // namespace foothold
