#include "sim/cli/plan.hpp"

#include "sim/bench/sized_place.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/engine/simulation.hpp"

#include <ostream>
#include <string>

namespace foothold {

namespace {

void print_line(const char* what, const std::string& text, std::ostream& out) {
    constexpr std::size_t label_width = 15;
    out << paragraph(
        text, to_left("  " + std::string{what}, label_width), std::string(label_width, ' '));
}

}  // namespace

void print_plan(const Scenario& scenario, const Place& place, std::ostream& out) {
    const Settings& settings = scenario.settings;
    const Simulation simulation{scenario, place, 0};
    const std::size_t months = simulation.months() * static_cast<std::size_t>(settings.replicates);
    out << paragraph(scenario.title);
    print_line("place",
               place.title + ": " + std::to_string(place.neighbourhoods.size())
                   + " neighbourhoods, " + std::to_string(residents_of(place)) + " people",
               out);
    print_line("study",
               "from " + text(settings.start) + ", " + std::to_string(settings.horizon)
                   + " months after a burn-in of " + std::to_string(settings.burn_in),
               out);
    print_line("replicates",
               std::to_string(settings.replicates) + ", seed " + std::to_string(settings.seed),
               out);
    for (const Arm& arm : scenario.arms.items) {
        const bool is_reference = arm.name == scenario.reference;
        print_line("arm", arm.name + (is_reference ? " (reference): " : ": ") + arm.label, out);
    }
    print_line("to simulate", std::to_string(months) + " months of the whole place", out);
}

}  // namespace foothold
