#include "sim/bench/sized_place.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace foothold {
namespace {

/// Three neighbourhoods of 1,000 people each beside one zone.
Place three() {
    Place place;
    place.zones.push_back({"Z", "Town", 0.0, 0.0, {100, 200, 300}});
    for (const char* code : {"A", "B", "C"}) {
        PlaceNeighbourhood n;
        n.code = code;
        n.authority = "T";
        n.zone = "Z";
        n.people = {200, 200, 200, 200};
        n.children = 200;
        place.neighbourhoods.push_back(n);
    }
    place.rates = {{"T", "Town", 2018, 0.7, 0.2}};
    return place;
}

TEST(SizedPlace, repeats_neighbourhoods_with_jobs_in_proportion) {
    const Place grown = sized_place(three(), 12'100);
    EXPECT_EQ(residents_of(grown), 12'000);
    ASSERT_EQ(grown.neighbourhoods.size(), 12U);
    EXPECT_EQ(grown.zones.size(), 1U) << "zones are repeated by size, not by number";
    EXPECT_EQ(grown.zones[0].jobs, (std::array<std::int32_t, tiers>{400, 800, 1200}));
    EXPECT_EQ(grown.rates, three().rates);
    std::set<std::string> codes;
    for (const PlaceNeighbourhood& n : grown.neighbourhoods) {
        codes.insert(n.code);
        EXPECT_EQ(n.zone, "Z");
    }
    EXPECT_EQ(codes.size(), 12U) << "no two have the same code";
}

TEST(SizedPlace, leaves_a_place_alone_that_has_the_size) {
    EXPECT_EQ(sized_place(three(), 3000), three());
}

TEST(SizedPlace, thins_a_place_that_is_too_large) {
    const Place small = sized_place(three(), 1000);
    EXPECT_EQ(residents_of(small), 1000);
    EXPECT_EQ(small.zones[0].jobs[2], 100);
    EXPECT_EQ(residents_of(sized_place(three(), 1)), 1000) << "one neighbourhood is the least";
}

TEST(SizedPlace, refuses_what_no_place_can_have) {
    EXPECT_THROW(sized_place(three(), 0), std::invalid_argument);
    EXPECT_THROW(sized_place({}, 1000), std::invalid_argument);
    EXPECT_THROW(sized_place(three(), 70'000'000), std::invalid_argument);
    Place busy = three();
    busy.zones[0].jobs[0] = 1'000'000'000;
    EXPECT_THROW(sized_place(busy, 9000), std::invalid_argument);
}

}  // namespace
}  // namespace foothold
