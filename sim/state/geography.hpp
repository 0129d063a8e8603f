#pragma once

#include "foothold/ids.hpp"
#include "foothold/place.hpp"
#include "foothold/scenario.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// What does not change about the place: who is near what, and what its neighbourhoods are like.
/// Zones are the place's work zones in order, then one more: "elsewhere", where commuters out work.
struct Geography {
    std::size_t neighbourhoods = 0;
    std::size_t zones = 0;                // with elsewhere
    std::vector<std::string> zone_codes;  // shape [zone]; elsewhere has none
    std::vector<std::string> codes;       // shape [neighbourhood]
    std::vector<double> reach;            // shape [neighbourhood * zones]; pull of one job there
    std::vector<double> travel;  // shape [neighbourhood * zones]; share of commuters; rows add to 1
    std::vector<std::uint16_t> authority;  // shape [neighbourhood]; index of its local authority
    std::vector<std::array<double, domain_names.size()>> score;  // shape [neighbourhood]
    std::vector<std::array<double, qualification_names.size()>>
        qualification_upto;                                // cumulative shares
    std::vector<std::uint16_t> by_employment_deprivation;  // neighbourhoods, most deprived first
    std::vector<double>
        anchored_employment;  // shape [neighbourhood]; of people aged 16 to 65 in the start year
    std::array<double, tiers> tier_share{};  // [1] of the place's jobs

    double reach_of(NeighbourhoodId place, std::size_t zone) const {
        return reach[place.row * zones + zone];
    }
};

/// Geography of a place, with employment anchored on the survey of `start_year`.
/// Throws ScenarioError if the place says nothing of that year.
Geography survey(const Place& place, int start_year);

}  // namespace foothold
