#pragma once

#include "foothold/parameters.hpp"
#include "foothold/programme.hpp"
#include "foothold/world.hpp"

#include "sim/policy/readiness.hpp"
#include "sim/policy/support_rules.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foothold {

/// What a provider is paid for, what it counts on, and how that bends its choices when it is paid
/// by results. A grant bends nothing.

/// How long somebody has been out of work, as fees know it.
DurationBand band_of(const World& world, PersonId p, Month now);

/// Fee for a milestone of one client; 0 if people of the band cannot reach it. [GBP]
double fee_of(const Fees& fees, DurationBand band, Milestone milestone);

/// The bit of a milestone in `Case::claimed`.
constexpr std::uint8_t bit_of(Milestone milestone) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(milestone));
}

/// Milestones that a case has reached, as bits. Nothing counts before engagement. People out of
/// work when it opened go from a job found in the case to work that lasts, people in work to a
/// better tier while it is open.
std::uint8_t reached(const World& world, const Payment& payment, const Case& each, Month now);

/// Chance that somebody finds work, or better work, within a year in a provider's eyes: as the race
/// for vacancies has it, from how they look, readiness and their standing with employers (barriers,
/// qualification, time out of work) in their place. Luck, the person's own ease of finding work and
/// what a job would add to their income are not seen.
double chance_seen(const World& world,
                   const Parameters& parameters,
                   const BarrierEffects& effects,
                   PersonId p,
                   Month now);

/// What a provider expects to be paid yet for somebody: engagement, and the other fees of the band
/// by the chance of work. [GBP]
double
expected_payment(const Fees& fees, DurationBand band, std::uint8_t claimed, double chance_of_work);

/// Places of a waiting list in the order they are served: a share `creaming` of all places, spread
/// evenly, goes to whoever pays best per hour, the others to whoever is first in the list.
/// `places_before` is how many the programme has given already.
std::vector<std::size_t> order_of_service(const std::vector<double>& pay_per_hour,
                                          double creaming,
                                          std::int64_t places_before);

/// An advocate's clients together.
struct Load {
    double need = 0.0;     // sum of their weights in the advocate's time
    double payment = 0.0;  // [GBP] sum of what is expected for them yet
};

/// Weight of a client in the advocate's time, of `load.need` together: the share `parking` of it
/// goes by expected payment, the rest by need.
double weight_in_time(double need, double payment, const Load& load, double parking);

/// A provider paid by results counts, while its working capital lasts, on its whole monthly budget,
/// and afterwards on its upfront share and what claims have lately paid; it holds as many posts as
/// that covers.
FundingState counted_on(FundingState funding, const Programme& programme, const Income& income);

/// The most that the funder pays for all periods together. [pence]
std::int64_t contract_value(const Funding& funding);

}  // namespace foothold
