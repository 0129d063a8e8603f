#include "sim/cli/cliff_reading.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/cli/choice.hpp"
#include "sim/cli/cliff_report.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/io/fill.hpp"
#include "sim/io/results.hpp"
#include "sim/io/study.hpp"

#include <algorithm>
#include <array>
#include <iostream>

namespace foothold {

namespace {

constexpr std::array<std::string_view, 3> of_lengths{"--from", "--to", "--every"};

/// Whether an option says what the study is.
bool fits(const std::string& option, const CliffFindings& found, const CliffArguments& given) {
    const CliffQuestion& asked = given.asked;
    if (std::find(of_lengths.begin(), of_lengths.end(), option) != of_lengths.end()) {
        return lengths_of(asked, found.design.anatomy) == found.design.lengths;
    }
    return (option == "--anatomy" && asked.anatomy == found.design.anatomy)
           || (option == "--window" && asked.window == found.design.window)
           || (option == "--same-total" && found.design.same_total) || option == "--threads"
           || (option == "--replicates" && given.replicates == found.replicates);
}

/// The options that shape a study, as against those that print it.
std::vector<std::string> shaping(const std::vector<std::string>& typed) {
    constexpr std::array<std::string_view, 4> printing{"--json", "--csv", "--quiet", "scenario"};
    std::vector<std::string> options;
    for (const std::string& option : typed) {
        if (std::find(printing.begin(), printing.end(), option) == printing.end()) {
            options.push_back(option);
        }
    }
    return options;
}

}  // namespace

CliffFindings cliff_findings_in(const std::filesystem::path& results) {
    const StudyHeader header = read_header(results);
    Diagnostics wrong;
    Scenario scenario;
    SourceMap sources;
    const std::string within = results.string() + " (its scenario)";
    fill(scenario, read_yaml_text(header.scenario_yaml, within, wrong), wrong, sources);
    wrong.stop_if_any();
    const std::optional<CliffDesign> design = cliff_design(scenario);
    if (!design) {
        refuse(results.string(),
               "holds no lengths of funding; `foothold cliff SCENARIO --programme NAME -o DIR` "
               "makes a study that does");
    }
    return cliff_findings(*design, read_region(results), read_programme(results), header.reference);
}

void print_cliff(const CliffFindings& found,
                 const std::filesystem::path& results,
                 const CliffArguments& given) {
    const std::string fingerprint = stored_fingerprint(results);
    std::cout << (given.json  ? cliff_json(found, fingerprint)
                  : given.csv ? cliff_csv(found)
                              : cliff_text(found, fingerprint));
}

ExitCode read_cliff(const std::filesystem::path& results, const CliffArguments& given) {
    const CliffFindings found = cliff_findings_in(results);
    std::vector<std::string> idle;
    std::vector<std::string> other;
    for (const std::string& option : shaping(given.typed)) {
        (fits(option, found, given) ? idle : other).push_back(option);
    }
    if (!other.empty()) {
        refuse(given.scenario.path,
               "is a study that has been run, and cannot be asked for " + listed(other) + "; leave "
                   + (other.size() == 1 ? "it" : "them")
                   + " out to read it, or name the scenario, with --programme NAME and -o and "
                     "another folder, to run a study that has what you ask for");
    }
    if (!idle.empty()) {
        std::cerr << paragraph(
            "note: the study has been run and is read as it is, so nothing came of "
            + listed(idle));
    }
    print_cliff(found, results, given);
    return ExitCode::ok;
}

}  // namespace foothold
