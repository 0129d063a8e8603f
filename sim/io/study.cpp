#include "sim/io/study.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/hash.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/io/emit.hpp"
#include "sim/io/outline.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/place_columns.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/results.hpp"
#include "sim/io/segment.hpp"
#include "sim/io/version.hpp"
#include "sim/measures/catalogue.hpp"
#include "sim/measures/pairs.hpp"

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

class PlaceDigest {
  public:
    void operator()(const ColumnText&, const std::string& text) { digest_.add(text); }

    void operator()(const ColumnText&, double figure) {
        digest_.add(std::bit_cast<std::uint64_t>(figure));
    }

    void operator()(const ColumnText&, std::int32_t count) {
        digest_.add(static_cast<std::uint64_t>(count));
    }

    std::uint64_t value() const { return digest_.value(); }

  private:
    Digest digest_;
};

/// Of every figure in its tables.
std::uint64_t hash_of(const Place& place) {
    PlaceDigest digest;
    const auto add = [&](const ColumnText& column, const auto& value) { digest(column, value); };
    for (const PlaceNeighbourhood& neighbourhood : place.neighbourhoods) {
        describe_neighbourhood(neighbourhood, add);
    }
    for (const PlaceZone& zone : place.zones) {
        describe_zone(zone, add);
    }
    for (const AuthorityRate& rate : place.rates) {
        describe_rate(rate, add);
    }
    add({}, place.distance_decay_per_km);
    return digest.value();
}

/// More replicates of the same study are the same study, as is a study of the same place kept
/// elsewhere: their number and its folder are left out.
std::uint64_t
hash_of(const LoadedScenario& loaded, std::uint64_t place_hash, const std::string& model) {
    Scenario scenario = loaded.scenario;
    scenario.settings.replicates = 1;
    scenario.settings.place.clear();
    Digest digest;
    digest.add(emit_yaml(scenario));
    digest.add(place_hash);
    digest.add(model);
    return digest.value();
}

/// Where a study keeps its copy of the place, seen from its scenario.yaml.
std::string kept_place(const LoadedScenario& loaded) {
    std::error_code ignored;
    const std::filesystem::path folder =
        std::filesystem::weakly_canonical(loaded.place, ignored).filename();
    return "places/" + (folder.empty() ? std::string{"place"} : folder.string());
}

/// The scenario as the results keep it: its place is the copy beside them.
std::string kept_yaml(const LoadedScenario& loaded) {
    Scenario scenario = loaded.scenario;
    scenario.settings.place = kept_place(loaded);
    return emit_yaml(scenario);
}

/// Keeps what the study is made from, so that it can be run again wherever its folder is taken.
void keep_inputs(const LoadedScenario& loaded, const StudyFiles& files) {
    const std::filesystem::path copy = files.folder / kept_place(loaded);
    const PlaceTexts texts = read_place_texts(loaded.place);
    if (!std::filesystem::exists(copy)) {
        write_place(texts, copy);
    } else if (read_place_texts(copy) != texts) {
        throw IoError{copy.string(), "is another place; choose another folder with -o"};
    }
    write_whole(files.scenario(), kept_yaml(loaded));
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
    : std::runtime_error{
        "stopped; " + std::to_string(replicates_kept)
        + (replicates_kept == 1 ? " finished replicate is kept" : " finished replicates are kept")
        + "; the same command goes on from there"} {}

StudyHeader header_of(const LoadedScenario& loaded, const Place& place) {
    const Scenario& scenario = loaded.scenario;
    StudyHeader header;
    header.title = scenario.title;
    header.scenario_yaml = kept_yaml(loaded);
    header.version = "foothold " + std::string{version()} + " (" + std::string{revision()} + ")";
    header.seed = scenario.settings.seed;
    header.place_hash = hash_of(place);
    header.scenario_hash = hash_of(loaded, header.place_hash, std::string{model_digest()});
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
    if (header.arms.size() > 1) {
        header.pair_measures = pair_measures();
        header.ledger_groups = ledger_groups(header.neighbourhoods);
    }
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
    keep_inputs(loaded, files);
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
