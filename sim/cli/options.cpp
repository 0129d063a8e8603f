#include "sim/cli/options.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/cli/choice.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <string_view>
#include <system_error>
#include <vector>

namespace foothold {

namespace {

/// The command that was being read when something went wrong.
const CLI::App& innermost(const CLI::App& program) {
    const CLI::App* app = &program;
    while (!app->get_subcommands().empty()) {
        app = app->get_subcommands().front();
    }
    return *app;
}

/// "foothold explain scenario".
std::string full_name(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return (parent == nullptr ? "" : full_name(*parent) + " ") + app.get_name();
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::string unknown(const std::string& word, const std::string& what, const CLI::App& app) {
    const std::string near = nearest(word, what == "option" ? options_of(app) : commands_of(app));
    const std::string meant = near.empty() ? "" : "; did you mean '" + near + "'?";
    return word + ": " + "unknown " + what + meant;
}

std::string problem_of(const CLI::App& app, const CLI::Error& error) {
    const std::vector<std::string> left = app.remaining();
    const std::vector<std::string> commands = commands_of(app);
    if (!left.empty() && left.front().front() == '-') {
        return unknown(left.front(), "option", app);
    }
    if (!commands.empty()) {
        return left.empty() ? "a command is missing; one of " + listed(commands)
                            : unknown(left.front(), "command", app);
    }
    return left.empty() ? error.what() : left.front() + ": one argument too many";
}

}  // namespace

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
    const auto check = [least, most](std::string& text) -> std::string {
        std::uint64_t value = 0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, value);
        const bool octal = text.size() > 1 && text.front() == '0';
        if (error == std::errc{} && stop == end && !octal && value >= least && value <= most) {
            return {};
        }
        return "'" + text + "' is not a whole number from " + std::to_string(least) + " to "
               + std::to_string(most);
    };
    return {check, ""};
}

std::string usage_problem(const CLI::App* program, const CLI::Error& error) {
    const CLI::App& app = innermost(*program);
    return "error: " + problem_of(app, error) + "\n" + full_name(app)
           + " --help says how to use it.\n";
}

std::string command_line(int argc, char** argv) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%";
    std::string all = "foothold";
    for (int i = 1; i < argc; ++i) {
        const std::string word{argv[i]};
        all += ' ';
        if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
            all += word;
            continue;
        }
        all += '\'';
        for (const char c : word) {
            all += c == '\'' ? "'\\''" : std::string(1, c);
        }
        all += '\'';
    }
    return all;
}

}  // namespace foothold
