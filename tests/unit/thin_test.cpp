#include "sim/experiments/thin.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace foothold {
namespace {

/// Nine neighbourhoods; the k-th most deprived is called "k". Number 8 alone has its own authority.
Place nine() {
    Place place;
    place.zones.push_back({"Z", "Town", 0.0, 0.0, {1, 2, 3}});
    for (const int rank : {4, 0, 8, 2, 6, 1, 3, 7, 5}) {
        PlaceNeighbourhood n;
        n.code = std::to_string(rank);
        n.authority = rank == 8 ? "far" : "near";
        n.score[static_cast<std::size_t>(Domain::employment)] = -rank;
        place.neighbourhoods.push_back(n);
    }
    place.rates = {{"near", "Near", 2018, 0.7, 0.2}, {"far", "Far", 2018, 0.8, 0.2}};
    return place;
}

std::string codes(const Place& place) {
    std::string all;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        all += n.code;
    }
    return all;
}

TEST(Thin, keeps_every_kth_neighbourhood_by_deprivation_in_the_place_s_order) {
    EXPECT_EQ(codes(thin(nine(), 3)), "417");
    EXPECT_EQ(codes(thin(nine(), 4)), "15");
    EXPECT_EQ(codes(thin(nine(), 100)), "8");
}

TEST(Thin, by_one_changes_nothing) {
    EXPECT_EQ(thin(nine(), 1), nine());
}

TEST(Thin, keeps_zones_and_the_rates_that_still_apply) {
    const Place thinned = thin(nine(), 3);
    EXPECT_EQ(thinned.zones, nine().zones);
    ASSERT_EQ(thinned.rates.size(), 1U);
    EXPECT_EQ(thinned.rates[0].authority, "near");
}

TEST(Thin, shrinks_jobs_with_residents_so_that_work_elsewhere_pulls_no_harder) {
    Place place = nine();
    for (PlaceNeighbourhood& n : place.neighbourhoods) {
        n.people = {100, 100, 100, 100};
    }
    place.zones.push_back({"Y", "Village", 0.0, 0.0, {600, 60, 1}});
    const Place thinned = thin(place, 3);
    EXPECT_EQ(thinned.zones[1].jobs, (std::array<std::int32_t, tiers>{200, 20, 1}));
    EXPECT_EQ(thinned.zones[0].jobs, (std::array<std::int32_t, tiers>{1, 1, 1}));
}

TEST(Thin, by_none_is_no_question) {
    EXPECT_THROW(thin(nine(), 0), std::invalid_argument);
}

}  // namespace
}  // namespace foothold
