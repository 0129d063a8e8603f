#include "sim/experiments/model.hpp"

#include "sim/core/parallel.hpp"
#include "sim/engine/dials.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/experiments/flows.hpp"

#include <exception>
#include <map>
#include <numeric>
#include <utility>

namespace foothold {

namespace {

/// For each run, the first that is the same: designs can name a point twice.
std::vector<std::size_t> first_of_the_same(const std::vector<Point>& inputs,
                                           const std::vector<std::uint32_t>& luck) {
    std::map<std::pair<Point, std::uint32_t>, std::size_t> known;
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        first.push_back(known.try_emplace({inputs[i], luck[i]}, i).first->second);
    }
    return first;
}

}  // namespace

std::vector<double> Runs::column(std::size_t statistic) const {
    std::vector<double> values;
    for (const std::vector<double>& output : outputs) {
        values.push_back(output[statistic]);
    }
    return values;
}

Runs run_all(const Model& model, std::vector<Point> inputs, std::uint32_t first_luck) {
    std::vector<std::uint32_t> luck(inputs.size());
    std::iota(luck.begin(), luck.end(), first_luck);
    return run_all(model, std::move(inputs), luck);
}

Runs run_all(const Model& model,
             std::vector<Point> inputs,
             const std::vector<std::uint32_t>& luck) {
    Runs runs{std::move(inputs), {}};
    runs.outputs.resize(runs.inputs.size());
    const std::vector<std::size_t> first_like = first_of_the_same(runs.inputs, luck);
    std::vector<std::exception_ptr> failures(runs.inputs.size());
    // Thrown out of here, a failure would cancel the other runs half-way, and they would not know.
    const auto attempt = [&](std::size_t i) {
        try {
            runs.outputs[i] = model(runs.inputs[i], luck[i]);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    };
    for_each_piece(runs.inputs.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            if (first_like[i] == i) {
                attempt(i);
            }
        }
    });
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
    for (std::size_t i = 0; i < runs.outputs.size(); ++i) {
        runs.outputs[i] = runs.outputs[first_like[i]];
    }
    return runs;
}

Scenario turned(const Scenario& scenario, const std::vector<Knob>& knobs, const Point& point) {
    Scenario other = scenario;
    other.ensemble.items.clear();
    for (std::size_t d = 0; d < knobs.size(); ++d) {
        set_number(other.parameters, knobs[d].path, knobs[d].at(point[d]));
    }
    return other;
}

std::vector<std::string> labour_statistics() {
    std::vector<std::string> names;
    for (const FlowInfo& flow : flow_list) {
        names.emplace_back(flow.name);
    }
    for (const RatioInfo& ratio : ratio_list) {
        names.emplace_back(ratio.name);
    }
    names.emplace_back("vacancies_per_unemployed");
    return names;
}

std::vector<double> labour_market(const Scenario& scenario,
                                  const Place& place,
                                  std::uint32_t replicate,
                                  const std::function<void()>& month_done) {
    Scenario alone = scenario;
    alone.arms.items = {Arm{"none", "no programme", {}, {}}};
    alone.reference = "none";
    Panel panel;
    RunWatcher watcher;
    watcher.month_done = month_done;
    watcher.observers.push_back(&panel);
    watcher.measured = false;
    Simulation{alone, place, replicate}.run(watcher);
    const LabourFacts& facts = panel.facts();
    std::vector<double> values;
    for (const Share& share : facts.shares) {
        values.push_back(share.value());
    }
    for (const RatioInfo& ratio : ratio_list) {
        values.push_back(facts.ratio(ratio));
    }
    values.push_back(facts.vacancies_per_unemployed.value());
    return values;
}

}  // namespace foothold
