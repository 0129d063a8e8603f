#include "sim/experiments/model.hpp"

#include "sim/core/parallel.hpp"
#include "sim/engine/dials.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/experiments/flows.hpp"

#include <numeric>
#include <utility>

namespace foothold {

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
    for_each_piece(runs.inputs.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            runs.outputs[i] = model(runs.inputs[i], luck[i]);
        }
    });
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
    names.insert(names.end(),
                 {"entry_under_3_against_over_24_months",
                  "entry_upto_3_against_4_to_6_months",
                  "vacancies_per_unemployed"});
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
    Simulation{alone, place, replicate}.run(watcher);
    const LabourFacts& facts = panel.facts();
    std::vector<double> values;
    for (const Share& share : facts.shares) {
        values.push_back(share.value());
    }
    values.push_back(facts.ratio(Flow::entry_under_3_months, Flow::entry_over_24_months));
    values.push_back(
        facts.ratio(Flow::monthly_entry_upto_3_months, Flow::monthly_entry_4_to_6_months));
    values.push_back(facts.vacancies_per_unemployed.value());
    return values;
}

}  // namespace foothold
