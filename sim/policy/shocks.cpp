#include "sim/policy/shocks.hpp"

#include "sim/policy/support_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace foothold {

namespace {

std::vector<std::uint8_t> residents_of(const LocalHiring& local, const Geography& geography) {
    std::vector<std::uint8_t> residents(geography.neighbourhoods, 0);
    const auto worst = static_cast<std::size_t>(
        std::llround(local.worst_share * static_cast<double>(geography.neighbourhoods)));
    const std::vector<std::string>& named = local.neighbourhoods;
    for (std::size_t rank = 0; rank < worst; ++rank) {
        const std::uint16_t n = geography.by_employment_deprivation[rank];
        residents[n] = named.empty()
                       || std::find(named.begin(), named.end(), geography.codes[n]) != named.end();
    }
    return residents;
}

}  // namespace

double felt(const Shock& shock, CalendarMonth now) {
    const double since = now.index() - shock.from.index();
    if (since < 0.0 || since >= shock.rise + shock.months + shock.fade) {
        return 0.0;
    }
    if (since < shock.rise) {
        return (since + 1.0) / (shock.rise + 1.0);
    }
    const double in_full = since - shock.rise;
    return in_full < shock.months ? 1.0 : 1.0 - (in_full - shock.months) / shock.fade;
}

std::vector<std::uint8_t> zones_of(const Shock& shock, const Geography& geography) {
    std::vector<std::uint8_t> inside(geography.zones, shock.zones.empty() ? 1 : 0);
    for (std::size_t z = 0; z < geography.zone_codes.size(); ++z) {
        const auto& codes = shock.zones;
        inside[z] |= std::find(codes.begin(), codes.end(), geography.zone_codes[z]) != codes.end();
    }
    return inside;
}

double encounters(const LabourDemand& demand, CalendarMonth now) {
    double share = 1.0;
    for (const Shock& shock : demand.shocks.items) {
        share *= 1.0 - felt(shock, now) * (1.0 - shock.encounters);
    }
    return share;
}

std::vector<HiringClause>
hiring_clauses(const LabourDemand& demand, const Geography& geography, CalendarMonth now) {
    std::vector<HiringClause> clauses;
    for (const Shock& shock : demand.shocks.items) {
        const double strength = felt(shock, now);
        if (shock.local.share.empty() || strength <= 0.0) {
            continue;
        }
        const std::vector<std::uint8_t> inside = zones_of(shock, geography);
        HiringClause clause{residents_of(shock.local, geography),
                            std::vector<double>(geography.zones * tiers, 0.0),
                            shock.local.out_of_work,
                            address_of(shock.name)};
        for (std::size_t i = 0; i < clause.share.size(); ++i) {
            clause.share[i] = inside[i / tiers] ? strength * shock.local.share[i % tiers] : 0.0;
        }
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

}  // namespace foothold
