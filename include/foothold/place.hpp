#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace foothold {

/// A place as its file describes it: what is known of its neighbourhoods, its jobs and its rates.
/// Written by `foothold place build`, read by every run; the format is docs/formats/place.md.

inline constexpr std::array age_bands{"16-24", "25-34", "35-49", "50-65"};
inline constexpr std::array<int, 5> age_band_starts{16, 25, 35, 50, 66};  // [year]

enum class Tenure : std::uint8_t { owned, social, privately_rented };
inline constexpr std::array tenure_names{"owned", "social", "private"};

/// Households with at least one member of working age, by the adults of working age in them.
enum class Composition : std::uint8_t {
    single,
    lone_parent,
    couple,
    couple_with_children,
    three_or_more
};
inline constexpr std::array composition_names{
    "single", "lone_parent", "couple", "couple_with_children", "three_or_more"};

/// The domains of the Indices of Deprivation that barriers can lean on.
enum class Domain : std::uint8_t {
    income,
    employment,
    education,
    health,
    crime,
    housing,
    environment
};
inline constexpr std::array domain_names{
    "income", "employment", "education", "health", "crime", "housing", "environment"};

/// Highest qualification, none to degree (levels of the Regulated Qualifications Framework).
inline constexpr std::array qualification_names{"none", "level_1", "level_2", "level_3", "level_4"};

inline constexpr std::array tier_names{"insecure", "low_paid", "secure"};
inline constexpr std::size_t tiers = tier_names.size();

struct PlaceNeighbourhood {
    std::string code;  // e.g. E01006412
    std::string name;
    std::string authority;                                // code of its local authority
    std::string zone;                                     // code of the work zone it lies in
    double x_km = 0.0;                                    // [km] east of the place's centre
    double y_km = 0.0;                                    // [km] north of the place's centre
    std::array<std::int32_t, age_bands.size()> people{};  // [person] of working age, 16 to 65
    std::int32_t children = 0;                            // [person] aged 0 to 15
    std::array<std::int32_t, composition_names.size()>
        households{};                                  // [household] with somebody of working age
    std::array<double, tenure_names.size()> tenure{};  // [1] share of households
    // [1] shares of people aged 16 to 65, Census basis: before anchoring on the survey of the start
    // year
    double employed = 0.0;  // includes students with a job
    double unemployed = 0.0;
    double student = 0.0;  // inactive or unemployed full-time students
    double sick = 0.0;     // inactive, long-term sick or disabled
    double retired = 0.0;  // inactive, retired before 66
    std::array<double, qualification_names.size()>
        qualification{};  // [1] share of people aged 16 and over
    std::array<double, 5>
        deprived{};  // [1] households deprived in 0..4 dimensions (Census TS011, all households)
    std::array<double, domain_names.size()>
        score{};  // [standard deviation] within the place; higher = more deprived
    double works_elsewhere =
        0.0;  // [1] share of employed residents whose work lies outside the place

    friend bool operator==(const PlaceNeighbourhood&, const PlaceNeighbourhood&) = default;
};

/// A work zone: where jobs are.
struct PlaceZone {
    std::string code;  // e.g. E02001327
    std::string name;
    double x_km = 0.0;
    double y_km = 0.0;
    std::array<std::int32_t, tiers> jobs{};  // [job] at workplaces in the zone, by tier

    friend bool operator==(const PlaceZone&, const PlaceZone&) = default;
};

/// What the Annual Population Survey says of one local authority in one year.
struct AuthorityRate {
    std::string authority;
    std::string name;
    int year = 0;
    double employment = 0.0;  // [1] of people aged 16 to 64
    double inactivity = 0.0;  // [1] of people aged 16 to 64

    friend bool operator==(const AuthorityRate&, const AuthorityRate&) = default;
};

struct Place {
    std::string name;
    std::string title;
    std::string licence;
    double distance_decay_per_km = 0.0;  // [1/km] of travel to work
    std::vector<PlaceNeighbourhood> neighbourhoods;
    std::vector<PlaceZone> zones;
    std::vector<AuthorityRate> rates;

    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace foothold
