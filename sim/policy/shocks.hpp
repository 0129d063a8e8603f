#pragma once

#include "foothold/parameters.hpp"
#include "foothold/programme.hpp"

#include "sim/state/geography.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// How much of a shock is felt: 1 in full, 0 not yet or no more.
double felt(const Shock& shock, CalendarMonth now);

/// Whether a shock is felt in a zone; shape [zone].
std::vector<std::uint8_t> zones_of(const Shock& shock, const Geography& geography);

/// Share of their neighbours in work whom people meet this month; 1 as usual.
double encounters(const LabourDemand& demand, CalendarMonth now);

/// A clause on hiring as it holds in a month.
struct HiringClause {
    std::vector<std::uint8_t> residents;  // shape [neighbourhood]; 1 where they come first
    std::vector<double> share;            // shape [zone * tiers]; of hiring decisions
    bool out_of_work = false;             // whether only people out of work come first
    std::uint32_t address = 0;            // of its draws, by the shock's name
};

/// The clauses of this month, in the order of the shocks.
std::vector<HiringClause>
hiring_clauses(const LabourDemand& demand, const Geography& geography, CalendarMonth now);

}  // namespace foothold
