#pragma once

#include "sim/cli/commands.hpp"
#include "sim/cli/progress.hpp"
#include "sim/experiments/model.hpp"
#include "sim/io/run_store.hpp"
#include "sim/io/scenario_file.hpp"

#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace foothold {

/// What the commands that run the model many times take.
struct ExperimentArguments {
    ScenarioArguments scenario;
    std::string out;
    std::optional<std::uint64_t> seed;
    std::size_t thin = 0;  // every how many-th neighbourhood; 0: leave about a hundred
    std::size_t threads = 0;
    bool quiet = false;

    void add_to(CLI::App& command, const std::string& out_kind);

    LoadedScenario load() const;
    Place place(const LoadedScenario& loaded) const;
};

/// One run of the model, slowly: `month_done` is to be called after every month.
using SlowModel = std::function<std::vector<double>(
    const Point&, std::uint32_t luck, const std::function<void()>& month_done)>;

/// Runs that are kept on disk, with a line of progress, until somebody asks to stop.
class KeptRuns {
  public:
    /// Both must outlive it. `all` is how many there will be.
    KeptRuns(const RunStore& store, SlowModel model, std::size_t all, bool quiet);

    /// The model as experiments see it; it must not outlive this.
    Model model();

    /// Takes the line of progress away.
    void finish() { line_.clear(); }

    std::size_t made() const { return made_; }

  private:
    std::vector<double> run(const Point& point, std::uint32_t luck);
    std::vector<double> simulate(const Point& point, std::uint32_t luck);
    void stop_if_asked();
    void note(bool new_run);

    const RunStore& store_;
    SlowModel model_;
    std::size_t all_;
    std::size_t done_ = 0;
    std::size_t made_ = 0;        // not found on disk
    std::exception_ptr failure_;  // the first; no run is begun after it
    std::mutex turn_;             // for the line of progress, the counts and the failure
    ProgressLine line_;
};

/// What tells the runs of one study from those of another: of the scenario as it is run, the
/// place, the model and the names of what is kept.
std::string key_of(const LoadedScenario& loaded,
                   const Place& place,
                   const std::vector<std::string>& statistics);

}  // namespace foothold
