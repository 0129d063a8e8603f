#include "sim/io/study.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/hash.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/outline.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/results.hpp"
#include "sim/io/segment.hpp"
#include "sim/io/version.hpp"
#include "sim/measures/catalogue.hpp"

#include <bit>
#include <charconv>
#include <system_error>

namespace foothold {

namespace {

/// Numbers of a scenario by dotted path, for /parameters of the results.
void list_numbers(const Outline& outline, const std::string& path, StudyHeader& header) {
    for (std::size_t i = 0; i < outline.children.size(); ++i) {
        const Outline& child = outline.children[i];
        const std::string name =
            outline.kind == Outline::Kind::groups ? std::to_string(i) : child.name;
        const std::string below = path.empty() ? name : path + "." + name;
        double value = 0.0;
        const char* end = child.value.data() + child.value.size();
        const bool number = child.children.empty() && !child.value.empty()
                            && std::from_chars(child.value.data(), end, value).ptr == end;
        if (number) {
            header.parameters.push_back(below);
            header.parameter_values.push_back(value);
        }
        list_numbers(child, below, header);
    }
}

std::uint64_t hash_of(const Place& place) {
    Digest digest;
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        digest.add(n.code);
        digest.add_bytes(n.people.data(), sizeof n.people);
        digest.add_bytes(n.households.data(), sizeof n.households);
        digest.add_bytes(n.tenure.data(), sizeof n.tenure);
        digest.add_bytes(n.qualification.data(), sizeof n.qualification);
        digest.add_bytes(n.score.data(), sizeof n.score);
        for (const double figure : {n.x_km,
                                    n.y_km,
                                    n.employed,
                                    n.unemployed,
                                    n.student,
                                    n.sick,
                                    n.retired,
                                    n.works_elsewhere,
                                    static_cast<double>(n.children)}) {
            digest.add(std::bit_cast<std::uint64_t>(figure));
        }
    }
    for (const PlaceZone& zone : place.zones) {
        digest.add(zone.code);
        digest.add_bytes(zone.jobs.data(), sizeof zone.jobs);
        digest.add(std::bit_cast<std::uint64_t>(zone.x_km));
        digest.add(std::bit_cast<std::uint64_t>(zone.y_km));
    }
    for (const AuthorityRate& rate : place.rates) {
        digest.add(rate.authority);
        digest.add(static_cast<std::uint64_t>(rate.year));
        digest.add(std::bit_cast<std::uint64_t>(rate.employment));
    }
    digest.add(std::bit_cast<std::uint64_t>(place.distance_decay_per_km));
    return digest.value();
}

/// More replicates of the same study are the same study: their number is left out.
std::uint64_t
hash_of(const LoadedScenario& loaded, std::uint64_t place_hash, const std::string& version) {
    Scenario scenario = loaded.scenario;
    scenario.settings.replicates = 1;
    Digest digest;
    digest.add(emit_yaml(scenario));
    digest.add(place_hash);
    digest.add(version);
    return digest.value();
}

void make_folders(const StudyFiles& files) {
    std::error_code wrong;
    std::filesystem::create_directories(files.segment(0).parent_path(), wrong);
    if (wrong) {
        throw IoError{files.folder.string(),
                      "cannot be made: " + wrong.message() + "; choose another folder with -o"};
    }
}

/// Replicates whose segments are on disk and whole. One that is of another study is an error.
std::vector<bool>
find_done(const StudyFiles& files, const StudyHeader& header, std::size_t replicates) {
    std::vector<bool> done(replicates, false);
    for (std::size_t r = 0; r < replicates; ++r) {
        if (std::filesystem::exists(files.segment(r))) {
            done[r] = replicate_in_segment(files.segment(r), header) == r;
        }
    }
    return done;
}

/// Merging after 1, 2, 4, 8, ... and all replicates costs no more than twice merging once.
bool is_time_to_answer(std::size_t done, std::size_t all) {
    return done == all || std::has_single_bit(done);
}

}  // namespace

std::filesystem::path StudyFiles::segment(std::size_t replicate) const {
    constexpr std::size_t width = 5;
    const std::string number = std::to_string(replicate);
    const std::string zeros(width - std::min(width, number.size()), '0');
    return folder / "segments" / ("replicate-" + zeros + number + ".h5");
}

Stopped::Stopped(std::size_t replicates_kept)
    : std::runtime_error{"stopped; " + std::to_string(replicates_kept)
                         + " finished replicates are kept; the same command goes on from there"} {}

StudyHeader header_of(const LoadedScenario& loaded, const Place& place) {
    const Scenario& scenario = loaded.scenario;
    StudyHeader header;
    header.title = scenario.title;
    header.scenario_yaml = loaded.yaml;
    header.version = "foothold " + std::string{version()} + " (" + std::string{revision()} + ")";
    header.seed = scenario.settings.seed;
    header.place_hash = hash_of(place);
    header.scenario_hash = hash_of(loaded, header.place_hash, header.version);
    header.place_licence = place.licence;
    header.start = scenario.settings.start;
    header.times = static_cast<std::size_t>(scenario.settings.horizon) + 1;
    for (std::size_t arm = 0; arm < scenario.arms.items.size(); ++arm) {
        header.arms.push_back(scenario.arms.items[arm].name);
        header.arm_labels.push_back(scenario.arms.items[arm].label);
        header.reference =
            scenario.arms.items[arm].name == scenario.reference ? arm : header.reference;
    }
    for (const PlaceNeighbourhood& n : place.neighbourhoods) {
        header.neighbourhoods.push_back(n.code);
        header.neighbourhood_names.push_back(n.name);
    }
    header.place_measures = place_measures(scenario.parameters);
    header.programme_measures = programme_measures();
    list_numbers(outline(scenario), "", header);
    return header;
}

void run_study(const LoadedScenario& loaded,
               const Place& place,
               const StudyFiles& files,
               const StudyWatcher& watcher) {
    const StudyHeader header = header_of(loaded, place);
    const auto replicates = static_cast<std::size_t>(loaded.scenario.settings.replicates);
    make_folders(files);
    const std::vector<bool> done = find_done(files, header, replicates);
    write_whole(files.scenario(), loaded.yaml);
    std::vector<std::filesystem::path> segments;
    for (std::size_t r = 0; r < replicates; ++r) {
        if (done[r]) {
            segments.push_back(files.segment(r));
        }
    }
    StudyProgress at{replicates, segments.size(), 0, 0};
    const auto report = [&] {
        merge_segments(header, segments, files.results());
        if (watcher.answer) {
            watcher.answer(at);
        }
    };
    if (at.replicates_done == replicates) {
        report();
    }
    for (std::size_t r = 0; r < replicates; ++r) {
        if (done[r]) {
            continue;
        }
        const Simulation simulation{loaded.scenario, place, static_cast<std::uint32_t>(r)};
        at.months = simulation.months();
        at.months_done = 0;
        RunWatcher look;
        look.month_done = [&] {
            ++at.months_done;
            if (watcher.progress) {
                watcher.progress(at);
            }
            if (watcher.should_stop && watcher.should_stop()) {
                throw Stopped{at.replicates_done};
            }
        };
        if (watcher.first_look && at.replicates_done == 0) {
            look.all_arms_at = [&](const Replicate& so_far, std::size_t time) {
                watcher.first_look(header, so_far, time);
            };
        }
        const Replicate replicate = simulation.run(look);
        write_segment(files.segment(r), header, replicate);
        segments.push_back(files.segment(r));
        ++at.replicates_done;
        if (is_time_to_answer(at.replicates_done, replicates)) {
            report();
        }
    }
}

}  // namespace foothold
