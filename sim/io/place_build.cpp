#include "sim/io/place_build.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_distance.hpp"
#include "sim/io/place_figures.hpp"
#include "sim/io/place_input.hpp"
#include "sim/io/place_sources.hpp"
#include "sim/io/place_tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace foothold {

namespace {

using Log = std::vector<std::string>;

std::string printed(double value, int decimals = 0) {
    char buffer[64];
    return {buffer,
            std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals)
                .ptr};
}

DecayFit decay_of(const PlaceInput& input, const PlaceSources& sources, Log& log) {
    const Plane plane = Plane::about(input.neighbourhoods);
    std::vector<Position> positions;
    std::vector<double> workers;
    for (const ZoneInput& zone : input.zones) {
        positions.push_back(plane.at(zone.latitude, zone.longitude));
        workers.push_back(zone.old_workers);
    }
    const DecayFit fit = fit_decay(positions, workers, input.flows);
    if (fit.at_bound || fit.people <= 0.0) {
        Diagnostics found;
        found.error(sources.table("flows").where,
                    "tables.flows",
                    "the flows between the zones show no decay with distance that can be fitted");
        found.stop_if_any();
    }
    log.push_back("Distance decay " + printed(fit.decay_per_km, 5) + " per km (standard error "
                  + printed(fit.standard_error, 5) + "), fitted to " + printed(fit.people)
                  + " people who work in another zone, " + printed(fit.mean_km, 2)
                  + " km away on average; the fit puts " + printed(100 * fit.in_common, 1)
                  + " % of them where the table does.");
    return fit;
}

/// Keeps the neighbourhoods asked for; says which of them are unknown.
void keep_neighbourhoods(const PlaceBuildRequest& request, PlaceInput& input) {
    if (request.neighbourhoods.empty()) {
        return;
    }
    Diagnostics found;
    for (const std::string& code : request.neighbourhoods) {
        const bool known = std::any_of(input.neighbourhoods.begin(),
                                       input.neighbourhoods.end(),
                                       [&](const auto& area) { return area.code == code; });
        if (!known) {
            report(found, {}, code, "the tables have no such neighbourhood in these authorities");
        }
    }
    found.stop_if_any();
    std::erase_if(input.neighbourhoods, [&](const NeighbourhoodInput& area) {
        return std::find(request.neighbourhoods.begin(), request.neighbourhoods.end(), area.code)
               == request.neighbourhoods.end();
    });
    std::erase_if(input.rates, [&](const AuthorityRate& rate) {
        return std::none_of(input.neighbourhoods.begin(),
                            input.neighbourhoods.end(),
                            [&](const auto& area) { return area.authority == rate.authority; });
    });
}

/// Zones in which a neighbourhood lies, and those near enough to one.
std::vector<bool> zones_kept(const PlaceInput& input, const Plane& plane, double within_km) {
    std::vector<bool> kept(input.zones.size(), false);
    for (const NeighbourhoodInput& area : input.neighbourhoods) {
        kept[area.zone] = true;
        const Position home = plane.at(area.latitude, area.longitude);
        for (std::size_t zone = 0; zone < kept.size(); ++zone) {
            const ZoneInput& it = input.zones[zone];
            const double km = distance_km(home, plane.at(it.latitude, it.longitude));
            kept[zone] = kept[zone] || km <= within_km;
        }
    }
    return kept;
}

void add_neighbourhoods(const PlaceInput& input,
                        const PlaceAssumptions& assumptions,
                        const Plane& plane,
                        const std::vector<double>& elsewhere,
                        BuiltPlace& built) {
    Households before{};
    HouseholdEstimate all;
    double cut = 0.0;
    for (const NeighbourhoodInput& area : input.neighbourhoods) {
        PlaceNeighbourhood out;
        out.code = area.code;
        out.name = area.name;
        out.authority = area.authority;
        out.zone = input.zones[area.zone].code;
        const Position position = plane.at(area.latitude, area.longitude);
        out.x_km = position.x_km;
        out.y_km = position.y_km;
        std::transform(area.ages.working.begin(),
                       area.ages.working.end(),
                       out.people.begin(),
                       [](double people) { return static_cast<std::int32_t>(people); });
        out.children = static_cast<std::int32_t>(area.ages.children);
        const HouseholdEstimate estimate = estimate_households(area, assumptions);
        out.households = estimate.households;
        all.changed += estimate.changed;
        all.added += estimate.added;
        all.removed += estimate.removed;
        for (std::size_t k = 0; k < before.size(); ++k) {
            before[k] += estimate.households[k];
        }
        cut += fill_shares(area, assumptions, out) * area.ages.of_working_age();
        out.works_elsewhere = elsewhere[area.zone];
        built.place.neighbourhoods.push_back(std::move(out));
    }
    standardise_scores(input.neighbourhoods, built.place.neighbourhoods);
    built.log.push_back(
        printed(double(std::accumulate(before.begin(), before.end(), 0))) + " households; "
        + std::to_string(all.changed) + " moved to another composition so that adults and children "
        + "fit, " + std::to_string(all.added) + " added for adults in communal establishments, "
        + std::to_string(all.removed) + " removed for want of adults.");
    built.log.push_back(printed(cut, 1)
                        + " people were counted twice by the tables of work; the shares were cut.");
}

/// Jobs by zone: employees, or where none are published, Census workers scaled to employees.
std::vector<double> jobs_of(const PlaceInput& input, const std::vector<bool>& kept, Log& log) {
    double employees = 0.0;
    double workers = 0.0;
    for (const ZoneInput& zone : input.zones) {
        employees += zone.employees.value_or(0.0);
        workers += zone.employees ? zone.workers : 0.0;
    }
    const double scale = workers > 0.0 ? employees / workers : 0.0;
    std::vector<double> jobs;
    for (const ZoneInput& zone : input.zones) {
        const bool wanted = kept[jobs.size()];
        const double number = zone.employees.value_or(std::round(zone.workers * scale));
        jobs.push_back(wanted ? number : 0.0);
        if (wanted && !zone.employees) {
            log.push_back("Zone " + zone.code + " has no published employees; "
                          + printed(jobs.back()) + " jobs estimated from its workers.");
        }
    }
    return jobs;
}

/// People with a job here: what the jobs of an extract are scaled to.
double employed_here(const Place& place) {
    double sum = 0.0;
    for (const PlaceNeighbourhood& it : place.neighbourhoods) {
        const double people = std::accumulate(it.people.begin(), it.people.end(), 0.0);
        sum += people * it.employed * (1.0 - it.works_elsewhere);
    }
    return sum;
}

void add_zones(const PlaceInput& input,
               const PlaceAssumptions& assume,
               const Plane& plane,
               const std::vector<bool>& kept,
               bool extract,
               BuiltPlace& built) {
    std::vector<double> jobs = jobs_of(input, kept, built.log);
    if (extract) {
        const double before = std::accumulate(jobs.begin(), jobs.end(), 0.0);
        jobs = split_whole(std::round(employed_here(built.place)), jobs);
        built.log.push_back("An extract: " + printed(before) + " jobs in its zones scaled to "
                            + printed(std::accumulate(jobs.begin(), jobs.end(), 0.0))
                            + ", its employed residents who work in them.");
    }
    const double insecure = assume.low_paid_or_insecure * assume.insecure_among_these;
    const std::vector<double> tier{
        insecure, assume.low_paid_or_insecure - insecure, 1.0 - assume.low_paid_or_insecure};
    for (std::size_t zone = 0; zone < jobs.size(); ++zone) {
        if (!kept[zone]) {
            continue;
        }
        const ZoneInput& from = input.zones[zone];
        const Position position = plane.at(from.latitude, from.longitude);
        PlaceZone out{from.code, from.name, position.x_km, position.y_km, {}};
        const std::vector<double> by_tier = split_whole(jobs[zone], tier);
        std::transform(by_tier.begin(), by_tier.end(), out.jobs.begin(), [](double number) {
            return static_cast<std::int32_t>(number);
        });
        built.place.zones.push_back(std::move(out));
    }
}

}  // namespace

BuiltPlace make_place(const PlaceBuildRequest& request) {
    const PlaceSources sources = read_place_sources(request.sources);
    PlaceInput input = read_place_input(sources, request.from, request.authorities);
    BuiltPlace built;
    const DecayFit fit = decay_of(input, sources, built.log);
    keep_neighbourhoods(request, input);
    const bool extract = !request.neighbourhoods.empty();
    const Plane plane = Plane::about(input.neighbourhoods);
    const std::vector<bool> kept = zones_kept(input, plane, extract ? request.zones_within_km : 0);
    built.place.name = request.name;
    built.place.title = request.title;
    built.place.licence = sources.licence;
    built.place.distance_decay_per_km = fit.decay_per_km;
    built.place.rates = input.rates;
    add_neighbourhoods(
        input, sources.assumptions, plane, works_elsewhere(input.flows, kept), built);
    add_zones(input, sources.assumptions, plane, kept, extract, built);
    std::vector<FigureSource> figures = sources.figures;
    for (FigureSource& figure : figures) {
        if (figure.figure == "distance_decay_per_km") {
            figure.computed += " " + built.log.front();
        }
    }
    built.texts = place_texts(built.place, figures);
    built.place = parse_place(built.texts, request.name);  // as it will be read, and checked
    return built;
}

std::vector<std::string> build_place(const PlaceBuildRequest& request,
                                     const std::filesystem::path& out) {
    const BuiltPlace built = make_place(request);
    write_place(built.texts, out);
    return built.log;
}

}  // namespace foothold
