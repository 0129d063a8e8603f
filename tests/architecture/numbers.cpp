#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string_view>

namespace foothold::architecture {
namespace {

constexpr std::array always_allowed{0.0, 0.5, 1.0, 2.0, 12.0};

struct Allowance {
    std::string path;
    std::string number;  // spelt as in the code
    int line;
    bool used;
};

/// What a literal is worth: 1'000u is 1000.
double value_of(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '\''), text.end());
    const bool binary = text.rfind("0b", 0) == 0;
    return binary ? static_cast<double>(std::stoull(text.substr(2), nullptr, 2)) : std::stod(text);
}

bool is_evidence(const Token& token) {
    return token.kind == Token::Kind::number
           && std::find(always_allowed.begin(), always_allowed.end(), value_of(token.text))
                  == always_allowed.end();
}

bool is_watched(std::string_view path) {
    constexpr std::string_view phases = "sim/phases/";
    constexpr std::string_view policy = "sim/policy/";
    return path.substr(0, phases.size()) == phases || path.substr(0, policy.size()) == policy;
}

std::vector<Allowance> read_allowances(const std::filesystem::path& path, Faults& faults) {
    std::vector<Allowance> allowances;
    std::ifstream file{path};
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        std::istringstream words{line};
        Allowance allowance{{}, {}, number, false};
        std::string reason;
        words >> allowance.path;
        if (allowance.path.empty() || allowance.path.front() == '#') {
            continue;
        }
        words >> allowance.number >> reason;
        if (reason.empty()) {
            faults.push_back(path.filename().string() + ":" + std::to_string(number)
                             + ": give path, number and the reason");
            continue;
        }
        allowances.push_back(allowance);
    }
    return allowances;
}

}  // namespace

Faults number_faults(const std::vector<Source>& sources, const std::filesystem::path& allowances) {
    Faults faults;
    std::vector<Allowance> allowed = read_allowances(allowances, faults);
    for (const Source& source : sources) {
        for (const Token& token : source.tokens) {
            if (!is_watched(source.path) || !is_evidence(token)) {
                continue;
            }
            const auto allowance =
                std::find_if(allowed.begin(), allowed.end(), [&](const Allowance& candidate) {
                    return candidate.path == source.path && candidate.number == token.text;
                });
            if (allowance != allowed.end()) {
                allowance->used = true;
                continue;
            }
            faults.push_back(source.path + ":" + std::to_string(token.line) + ": " + token.text
                             + " looks like evidence; give it in scenarios/ with its source, or a "
                               "reason in tests/architecture/"
                             + allowances.filename().string());
        }
    }
    for (const Allowance& allowance : allowed) {
        if (!allowance.used) {
            faults.push_back(allowances.filename().string() + ":" + std::to_string(allowance.line)
                             + ": " + allowance.number + " no longer stands in " + allowance.path);
        }
    }
    return faults;
}

}  // namespace foothold::architecture
