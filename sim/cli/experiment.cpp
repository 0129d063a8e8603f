#include "sim/cli/experiment.hpp"

#include "sim/cli/options.hpp"
#include "sim/cli/stop.hpp"
#include "sim/experiments/thin.hpp"
#include "sim/io/hash_text.hpp"
#include "sim/io/study.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace foothold {

namespace {

constexpr std::size_t neighbourhoods_to_leave = 100;
constexpr std::uint64_t most_neighbourhoods = 1000000;
constexpr std::uint64_t most_threads = 4096;

}  // namespace

void ExperimentArguments::add_to(CLI::App& command, const std::string& out_kind) {
    scenario.add_to(command);
    command.add_option("-o,--output", out, "where the result goes")
        ->required()
        ->type_name(out_kind);
    command.add_option("--seed", seed, "seed of all luck, in place of the scenario's")
        ->check(whole_number(0))
        ->type_name("N");
    command.add_option("--thin", thin, "keep every K-th neighbourhood; else about 100")
        ->check(whole_number(1, most_neighbourhoods))
        ->type_name("K");
    command.add_option("--threads", threads, "threads to use; 0, the default, for all")
        ->check(whole_number(0, most_threads))
        ->type_name("N");
    command.add_flag("-q,--quiet", quiet, "no progress");
}

LoadedScenario ExperimentArguments::load() const {
    std::vector<std::string> settings = scenario.settings;
    if (seed) {
        settings.push_back("settings.seed=" + std::to_string(*seed));
    }
    return load_scenario(scenario.path, settings, scenario.with);
}

Place ExperimentArguments::place(const LoadedScenario& loaded) const {
    const Place whole = place_of(loaded);
    const std::size_t enough =
        std::max<std::size_t>(1, whole.neighbourhoods.size() / neighbourhoods_to_leave);
    return foothold::thin(whole, thin == 0 ? enough : thin);
}

KeptRuns::KeptRuns(const RunStore& store, SlowModel model, std::size_t all, bool quiet)
    : store_{store}, model_{std::move(model)}, all_{all}, line_{quiet} {}

Model KeptRuns::model() {
    return [this](const Point& point, std::uint32_t luck) { return run(point, luck); };
}

std::vector<double> KeptRuns::run(const Point& point, std::uint32_t luck) {
    try {
        stop_if_asked();
        if (auto kept = store_.find(point, luck)) {
            note(false);
            return std::move(*kept);
        }
        return simulate(point, luck);
    } catch (...) {
        const std::lock_guard mine{turn_};
        failure_ = failure_ ? failure_ : std::current_exception();
        throw;
    }
}

std::vector<double> KeptRuns::simulate(const Point& point, std::uint32_t luck) {
    std::vector<double> values = model_(point, luck, [&] { stop_if_asked(); });
    store_.keep(point, luck, values);
    note(true);
    return values;
}

/// Throws what stopped another run, too.
void KeptRuns::stop_if_asked() {
    const std::lock_guard mine{turn_};
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    if (stop_is_asked()) {
        throw Stopped{"stopped; " + std::to_string(done_)
                      + " finished runs are kept; the same command goes on from there"};
    }
}

void KeptRuns::note(bool new_run) {
    const std::lock_guard mine{turn_};
    ++done_;
    made_ += new_run ? 1 : 0;
    line_.show("run " + std::to_string(done_) + " of " + std::to_string(all_),
               static_cast<double>(done_) / static_cast<double>(all_));
}

std::string key_of(const LoadedScenario& loaded,
                   const Place& place,
                   const std::vector<std::string>& statistics) {
    std::string key = hash_text(header_of(loaded, place).scenario_hash);
    for (const std::string& name : statistics) {
        key += " " + name;
    }
    return key;
}

}  // namespace foothold
