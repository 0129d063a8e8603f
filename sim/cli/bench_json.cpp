#include "sim/cli/bench_report.hpp"
#include "sim/cli/choice.hpp"
#include "sim/io/text_file.hpp"
#include "sim/io/version.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <thread>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;

constexpr double nanoseconds = 1e9;  // [ns/s]

Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json();
}

Json time_of(const BenchPage& page, const std::string& name, double ns) {
    return {{"part", name},
            {"nanoseconds", ns},
            {"cycles", page.machine.gigahertz ? Json(ns * *page.machine.gigahertz) : Json()},
            {"ratio", or_null(page.report.ratio(ns))}};
}

Json speed_of(const BenchPage& page, const ThreadsSpeed& it) {
    const BenchReport& report = page.report;
    Json parts = Json::array();
    for (std::size_t i = 0; i < report.parts.size(); ++i) {
        parts.push_back(time_of(page, report.parts[i], it.parts[i]));
    }
    return {{"threads", it.threads},
            {"seconds", it.whole * report.subject.person_months() / nanoseconds},
            {"person_months_per_second", nanoseconds / it.whole},
            {"nanoseconds", it.whole},
            {"cycles", page.machine.gigahertz ? Json(it.whole * *page.machine.gigahertz) : Json()},
            {"ratio", or_null(report.ratio(it.whole))},
            {"world_opened_seconds", it.opening},
            {"copied_bytes_per_second", it.copy},
            {"share_of_copy", report.share_of_copy(it)},
            {"parts", parts}};
}

Json comparison_of(const BenchComparison& it) {
    Json slower = Json::array();
    for (const Slower& each : it.slower) {
        slower.push_back({{"threads", each.threads},
                          {"part", each.part},
                          {"ratio_before", each.before},
                          {"ratio_now", each.now}});
    }
    return {{"with", it.file}, {"tolerated_loss", tolerated_loss}, {"slower", slower}};
}

ThreadsSpeed speed_in(const Json& json, const std::vector<std::string>& parts) {
    ThreadsSpeed it;
    it.threads = json.at("threads").get<std::size_t>();
    it.whole = json.at("nanoseconds").get<double>();
    it.opening = json.at("world_opened_seconds").get<double>();
    it.copy = json.at("copied_bytes_per_second").get<double>();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        it.parts.push_back(json.at("parts").at(i).at("nanoseconds").get<double>());
    }
    return it;
}

BenchReport report_in(const Json& json) {
    BenchReport report;
    report.subject = {json.at("scenario").get<std::string>(),
                      json.at("people").get<std::int64_t>(),
                      json.at("neighbourhoods").get<std::size_t>(),
                      json.at("arms").get<std::size_t>(),
                      json.at("months").get<std::size_t>()};
    report.repeats = json.at("repeats").get<std::size_t>();
    report.yardstick = json.at("yardstick").at("nanoseconds").get<double>();
    for (const Json& part : json.at("runs").at(0).at("parts")) {
        report.parts.push_back(part.at("part").get<std::string>());
    }
    for (const Json& each : json.at("runs")) {
        report.speeds.push_back(speed_in(each, report.parts));
    }
    return report;
}

}  // namespace

std::string bench_json(const BenchPage& page, const std::optional<BenchComparison>& comparison) {
    const BenchReport& report = page.report;
    Json runs = Json::array();
    for (const ThreadsSpeed& each : report.speeds) {
        runs.push_back(speed_of(page, each));
    }
    Json json{
        {"scenario", report.subject.scenario},
        {"people", report.subject.people},
        {"neighbourhoods", report.subject.neighbourhoods},
        {"arms", report.subject.arms},
        {"months", report.subject.months},
        {"repeats", report.repeats},
        {"program", {{"version", version()}, {"revision", revision()}, {"compiler", compiler()}}},
        {"machine",
         {{"processor", page.machine.processor},
          {"processors", std::thread::hardware_concurrency()},
          {"gigahertz", or_null(page.machine.gigahertz)}}},
        {"place_read_seconds", report.place_read},
        {"bytes_per_person_at_most", or_null(report.bytes_at_most)},
        {"bytes_per_person_of_world", report.bytes_of_world},
        {"yardstick",
         {{"nanoseconds", report.yardstick},
          {"person_months_per_second", nanoseconds / report.yardstick}}},
        {"runs", runs}};
    if (comparison) {
        json["compared"] = comparison_of(*comparison);
    }
    return json.dump(2) + "\n";
}

BenchReport read_bench_json(const std::string& path) {
    constexpr std::size_t most = 1U << 22U;
    const std::string text = read_text_file(path, most);
    try {
        return report_in(Json::parse(text));
    } catch (const Json::exception&) {
        refuse("--compare", path + " is not what `foothold bench --json` prints");
    }
}

}  // namespace foothold
