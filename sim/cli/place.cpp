#include "sim/cli/commands.hpp"
#include "sim/cli/place_margins.hpp"
#include "sim/io/place_build.hpp"
#include "sim/io/place_file.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace foothold {

namespace {

struct BuildArguments {
    PlaceBuildRequest request;
    std::string from;
    std::string sources = "scenarios/places/sources.yaml";
    std::string out;
};

ExitCode build(const BuildArguments& given) {
    PlaceBuildRequest request = given.request;
    request.from = given.from;
    request.sources = given.sources;
    for (const std::string& sentence : build_place(request, given.out)) {
        std::cerr << sentence << '\n';
    }
    std::cout << given.out << '\n';
    return ExitCode::ok;
}

struct CheckArguments {
    std::string place;
    ScenarioArguments scenario;
    bool json = false;
};

void add_build(CLI::App& place, Action& action) {
    auto given = std::make_shared<BuildArguments>();
    CLI::App& command = *place.add_subcommand("build", "build a place from the official tables");
    command.footer("docs/formats/place.md says which tables are needed, and gives as examples the\n"
                   "commands that built the shipped places.");
    command.add_option("--from", given->from, "folder of the publishers' tables")
        ->required()
        ->type_name("DIR");
    command.add_option("-o,--output", given->out, "folder of the place")
        ->required()
        ->type_name("PLACE");
    command
        .add_option("--sources", given->sources, "which figure stands in which table and column")
        ->capture_default_str();
    command
        .add_option("--authorities",
                    given->request.authorities,
                    "codes of local authorities; none means all")
        ->delimiter(',');
    command
        .add_option(
            "--neighbourhoods", given->request.neighbourhoods, "codes of neighbourhoods to keep")
        ->delimiter(',');
    command.add_option("--zones-within-km",
                       given->request.zones_within_km,
                       "work zones this near to those kept stay too");
    command.add_option("--name", given->request.name, "short name")->required();
    command.add_option("--title", given->request.title, "name in plain words")->required();
    command.callback([&action, given] { action = [given] { return build(*given); }; });
}

void add_margins(CLI::App& place, Action& action) {
    auto given = std::make_shared<CheckArguments>();
    CLI::App& command =
        *place.add_subcommand("check", "published against simulated margins of a place");
    command.footer("Example:\n  foothold place check scenarios/places/demonstration-town");
    command.add_option("place", given->place, "folder of the place")
        ->required()
        ->type_name("PLACE");
    command.add_option("--scenario", given->scenario.path, "whose parameters draw the people")
        ->default_val("scenarios/households-into-work.yaml");
    command.add_option("--set", given->scenario.settings, "change one value: a.b.c=value")
        ->allow_extra_args(false);
    command.add_flag("--json", given->json, "print as JSON");
    command.callback([&action, given] {
        action = [given] { return check_margins(given->place, given->scenario, given->json); };
    });
}

}  // namespace

void add_place(CLI::App& program, Action& action) {
    CLI::App& command =
        *program.add_subcommand("place", "build a place from official tables, or check one");
    command.footer("Example:\n  foothold place check scenarios/places/demonstration-town");
    command.require_subcommand(1);
    add_build(command, action);
    add_margins(command, action);
}

}  // namespace foothold
