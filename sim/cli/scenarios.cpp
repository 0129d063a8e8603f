#include "sim/cli/commands.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/io/library.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace foothold {

namespace {

struct ScenariosArguments {
    std::string folder = "scenarios";
    bool json = false;
};

/// A path as a shell takes it.
std::string for_shell(const std::string& path) {
    const bool plain = path.find_first_of(" '\"$`\\&;|<>()*?#!~\t") == std::string::npos;
    if (plain) {
        return path;
    }
    std::string quoted = "'";
    for (const char c : path) {
        quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    }
    return quoted + "'";
}

std::string command_for(const ListedStudy& study, const std::string& gap) {
    const std::string stem = std::filesystem::path{study.path}.stem().string();
    return "foothold run " + for_shell(study.path) + gap + "-o " + for_shell("results/" + stem);
}

void print_study(const ListedStudy& study) {
    const std::string indent = "    ";
    std::cout << '\n' << study.name << '\n';
    if (!study.problem.empty()) {
        std::cout << paragraph("Cannot be run: " + study.problem, indent, indent);
        return;
    }
    std::cout << paragraph(study.title, indent, indent)
              << paragraph(study.question, indent, indent);
    const std::string command = indent + command_for(study, " ");
    std::cout << (command.size() <= page_width ? command
                                               : indent + command_for(study, " \\\n        "))
              << '\n';
}

void print_json(const std::vector<ListedStudy>& studies) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const ListedStudy& study : studies) {
        const bool fine = study.problem.empty();
        json.push_back(
            {{"name", study.name},
             {"file", study.path},
             {"title", study.title},
             {"question", study.question},
             {"command", fine ? nlohmann::ordered_json(command_for(study, " ")) : nullptr},
             {"problem", fine ? nullptr : nlohmann::ordered_json(study.problem)}});
    }
    std::cout << json.dump(2) << '\n';
}

ExitCode list_scenarios(const ScenariosArguments& given) {
    const std::vector<ListedStudy> studies = studies_in(given.folder);
    if (given.json) {
        print_json(studies);
        return ExitCode::ok;
    }
    const auto broken = std::count_if(
        studies.begin(), studies.end(), [](const ListedStudy& it) { return !it.problem.empty(); });
    const std::string count =
        std::to_string(studies.size()) + (studies.size() == 1 ? " study" : " studies");
    std::cout << paragraph(count + " in " + given.folder
                           + (broken == 0 ? "" : ", " + std::to_string(broken) + " with errors")
                           + (studies.empty()
                                  ? "; a study is a YAML file with a question, settings "
                                    "and arms"
                                  : ""));
    for (const ListedStudy& study : studies) {
        print_study(study);
    }
    return ExitCode::ok;
}

}  // namespace

void add_scenarios(CLI::App& program, Action& action) {
    auto given = std::make_shared<ScenariosArguments>();
    CLI::App& command =
        *program.add_subcommand("scenarios", "list the studies of a folder and what they ask");
    command.footer("Example:\n"
                   "  foothold scenarios\n"
                   "\n"
                   "Shows each study's name, title and question, and the command that runs it. A\n"
                   "file with an error is listed with the first one; 'foothold check FILE' tells\n"
                   "all. No place is read, and nothing is run.");
    command.add_option("folder", given->folder, "folder with studies; 'scenarios' if left out")
        ->type_name("FOLDER");
    command.add_flag("--json", given->json, "print the list as JSON");
    command.callback([&action, given] { action = [given] { return list_scenarios(*given); }; });
}

}  // namespace foothold
