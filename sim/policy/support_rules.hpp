#pragma once

#include "foothold/programme.hpp"
#include "foothold/scenario.hpp"
#include "foothold/world.hpp"

#include <cstdint>
#include <vector>

namespace foothold {

/// What a programme's money allows this month.
struct FundingState {
    bool funded = false;        // the programme is running
    bool intake = false;        // new people may be taken on
    bool ended_now = false;     // last month was the last funded one
    int months_left = 0;        // [month] funded ones after this one
    int month_of_funding = -1;  // 0 in the first funded month
};

/// State of a programme's funding in a month of the study that starts in `start`.
FundingState funding_in(const Programme& programme, CalendarMonth start, Month now);

/// Which neighbourhoods a programme works in; shape [neighbourhood], 1 where it does.
std::vector<std::uint8_t> area_of(const Programme& programme,
                                  const Geography& geography,
                                  const std::vector<std::string>& neighbourhood_codes,
                                  const std::vector<std::string>& authority_codes);

/// Whether somebody may join, waiting lists and open cases aside.
bool is_eligible(const World& world,
                 const Programme& programme,
                 const std::vector<std::uint8_t>& area,
                 PersonId p,
                 Month now);

/// The same luck for the same programme in every arm and study: draws are addressed by its name.
std::uint32_t address_of(std::string_view name);

}  // namespace foothold
