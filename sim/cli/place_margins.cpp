#include "sim/cli/place_margins.hpp"

#include "sim/engine/simulation.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/measures/margins.hpp"
#include "sim/state/opening.hpp"

#include <nlohmann/json.hpp>

#include <iomanip>
#include <iostream>
#include <string>

namespace foothold {

namespace {

std::string verdict(const Margin& it) {
    return !it.tolerance ? "     " : it.passes() ? "  ok " : "  OUT";
}

void print_table(const std::vector<Margin>& opening, const std::vector<Margin>& later) {
    std::cout << std::left << std::setw(40) << "margin" << std::right << std::setw(12) << "place"
              << std::setw(12) << "opening" << std::setw(5) << "" << std::setw(12) << "burnt in"
              << '\n';
    for (std::size_t i = 0; i < opening.size(); ++i) {
        const Margin& it = opening[i];
        std::cout << std::left << std::setw(40) << it.name + (it.unit == "%" ? ", %" : "")
                  << std::right << std::fixed
                  << std::setprecision(it.unit == "%"   ? 1
                                       : it.unit == "1" ? 3
                                                        : 0)
                  << std::setw(12) << it.published << std::setw(12) << it.simulated << verdict(it)
                  << std::setw(12) << later[i].simulated << verdict(later[i]) << '\n';
    }
    std::cout << "\nThe place's figures beside those of people drawn from it (opening) and of the "
                 "same people\n"
                 "when the burn-in ends, where studies start. ok and OUT are against the "
                 "tolerance, to which\n"
                 "two sampling errors are added. Only the opening decides how this command ends.\n";
}

void print_json(const std::vector<Margin>& opening, const std::vector<Margin>& later) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < opening.size(); ++i) {
        const Margin& it = opening[i];
        nlohmann::ordered_json row{{"name", it.name},
                                   {"unit", it.unit},
                                   {"published", it.published},
                                   {"opening", it.simulated},
                                   {"after_burn_in", later[i].simulated}};
        row["tolerance"] = it.tolerance ? nlohmann::ordered_json(*it.tolerance) : nullptr;
        row["passes"] = it.passes();
        json.push_back(row);
    }
    constexpr int indent = 2;
    std::cout << json.dump(indent) << '\n';
}

}  // namespace

ExitCode check_margins(const std::string& folder, const ScenarioArguments& given, bool json) {
    const LoadedScenario loaded = load_scenario(given.path, given.settings);
    const Place place = read_place(folder);
    const auto opening_month = static_cast<Month>(-loaded.scenario.settings.burn_in);
    const World opened = open_world(loaded.scenario, place, 0);
    const std::vector<Margin> opening = margins_of(opened, loaded.scenario, place, opening_month);
    const World burned_in = Simulation{loaded.scenario, place, 0}.burned_in();
    const std::vector<Margin> later = margins_of(burned_in, loaded.scenario, place, -1);
    (json ? print_json : print_table)(opening, later);
    bool all = true;
    for (const Margin& it : opening) {
        all = all && it.passes();
    }
    if (!all) {
        std::cerr << "error: some margins are out of their tolerance\n";
    }
    return all ? ExitCode::ok : ExitCode::failed_check;
}

}  // namespace foothold
