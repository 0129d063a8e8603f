#include "sim/io/run_record.hpp"

#include "sim/io/hash_text.hpp"
#include "sim/io/part_file.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

/// "2026-01-31T09:05:00Z".
std::string timestamp(std::chrono::system_clock::time_point time) {
    using namespace std::chrono;
    const auto seconds_since_1970 = floor<seconds>(time);
    const auto midnight = floor<days>(seconds_since_1970);
    const year_month_day date(midnight);
    const hh_mm_ss clock(seconds_since_1970 - midnight);
    std::array<char, 80> text{};
    const int length = std::snprintf(text.data(),
                                     text.size(),
                                     "%04d-%02u-%02uT%02d:%02d:%02dZ",
                                     static_cast<int>(date.year()),
                                     static_cast<unsigned>(date.month()),
                                     static_cast<unsigned>(date.day()),
                                     static_cast<int>(clock.hours().count()),
                                     static_cast<int>(clock.minutes().count()),
                                     static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

Json reference(const std::string& id) {
    return {{"@id", id}};
}

/// The crate's description of itself; renamed to ro-crate-metadata.json it is a crate.
Json descriptor() {
    return {{"@id", "ro-crate-metadata.json"},
            {"@type", "CreativeWork"},
            {"about", reference("./")},
            {"conformsTo", reference("https://w3id.org/ro/crate/1.1")}};
}

Json root(const StudyHeader& header, const RunRecord& record) {
    return {{"@id", "./"},
            {"@type", "Dataset"},
            {"name", header.title},
            {"datePublished", timestamp(record.finished)},
            {"license", header.place_licence},
            {"conformsTo", reference("https://w3id.org/ro/wfrun/process/0.5")},
            {"hasPart", Json::array({reference(record.results)})},
            {"mentions", Json::array({reference("#run")})}};
}

Json action(const StudyHeader& header, const RunRecord& record) {
    return {{"@id", "#run"},
            {"@type", "CreateAction"},
            {"name", "Simulation of " + header.title},
            {"description", record.command},
            {"instrument", reference("#foothold")},
            {"object", Json::array({reference("#scenario")})},
            {"result", Json::array({reference(record.results)})},
            {"startTime", timestamp(record.started)},
            {"endTime", timestamp(record.finished)},
            {"actionStatus", reference("http://schema.org/CompletedActionStatus")},
            {"location", reference("#host")}};
}

}  // namespace

void write_run_record(const std::filesystem::path& path,
                      const StudyHeader& header,
                      const RunRecord& record) {
    const Json software = {{"@id", "#foothold"},
                           {"@type", "SoftwareApplication"},
                           {"name", "Foothold"},
                           {"softwareVersion", header.version}};
    const Json scenario = {{"@id", "#scenario"},
                           {"@type", "CreativeWork"},
                           {"name", record.scenario},
                           {"identifier", hash_text(header.scenario_hash)},
                           {"text", header.scenario_yaml}};
    const Json results = {{"@id", record.results},
                          {"@type", "File"},
                          {"encodingFormat", "application/x-hdf5"},
                          {"license", header.place_licence}};
    const Json host = {{"@id", "#host"}, {"@type", "Place"}, {"name", record.host}};
    const Json crate = {{"@context", "https://w3id.org/ro/crate/1.1/context"},
                        {"@graph",
                         Json::array({descriptor(),
                                      root(header, record),
                                      action(header, record),
                                      software,
                                      scenario,
                                      results,
                                      host})}};
    constexpr int indent = 2;
    // A name that is not UTF-8 must not cost the record of a long run.
    const auto replace = Json::error_handler_t::replace;
    write_whole(path, crate.dump(indent, ' ', false, replace) + "\n");
}

}  // namespace foothold
