#include "sim/cli/validation.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string_view>

namespace foothold {

namespace {

constexpr std::string_view introduction =
    R"(# Validation: the patterns the model must show

This page is written by the program; do not edit it. It was made with

)";

constexpr std::string_view rules = R"(
A pattern is **shown** if the whole 95 % interval of the simulated value passes the rule that stands in
`scenarios/validation/patterns.yaml`, **not shown** if none of it does, and nobody **can tell** if it spans the border. The
rules were written down before the figures were known, but for rows that say otherwise: the published value or range, and a tolerance with its reason.
Intervals are Student's t over replicates. They hold the luck of the draw, not doubt about parameters.

*Free* rows can only come out of the mechanisms. *Partly given* rows were in mind when an input was chosen, or an input holds
part of them in place. *Given* rows are an input by another name. A row marked **fitted** was used to set parameters, so it is
no test of the model; it says whether the fit succeeded.

)";

/// Text fit for a cell of a table.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::string safe;
    for (const char each : text) {
        safe += each == '|' ? std::string{"\\|"} : std::string{each};
    }
    return safe;
}

std::string kind_of(const Pattern& it) {
    std::string kind{WordsOf<Given>::words.at(static_cast<std::size_t>(it.kind))};
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return it.fitted ? kind + ", **fitted**" : kind;
}

std::string rule_of(const Pattern& it) {
    const std::string low = in_unit(it.low - it.tolerance, it);
    const std::string high = in_unit(it.high + it.tolerance, it);
    switch (it.expect) {
    case Expect::within:
        return low + " to " + high;
    case Expect::above:
        return "more than " + in_unit(it.low + it.tolerance, it);
    case Expect::below:
        return "less than " + in_unit(it.high - it.tolerance, it);
    case Expect::information:
        break;
    }
    return "not judged";
}

void write_table(const Validation& validation, std::ostream& out) {
    out << "| | what must be seen | published | passes | simulated (95 % interval) | verdict | "
           "kind | made again by |\n|---|---|---|---|---|---|---|---|\n";
    for (const ValidationRow& row : validation.rows) {
        const Pattern& it = row.pattern;
        const bool share = it.unit == "%";
        out << "| " << it.pattern << " | " << cell(it.says) << " | " << cell(it.published)
            << (share && it.published.find('%') == std::string::npos
                        && it.published.find_first_of("0123456789") != std::string::npos
                    ? " %"
                    : "")
            << " | " << rule_of(it) << (share && it.expect != Expect::information ? " %" : "")
            << " | " << with_interval(row) << (share && row.simulated ? " %" : "") << " | "
            << (row.verdict == Verdict::not_shown
                    ? "**not shown**"
                    : verdict_words.at(static_cast<std::size_t>(row.verdict)))
            << " | " << kind_of(it) << " | `" << row.command << "` |\n";
    }
}

void write_failures(const Validation& validation, std::ostream& out) {
    out << "\n## What is not shown, and what was tried\n\n";
    bool any = false;
    for (const ValidationRow& row : validation.rows) {
        if (row.verdict == Verdict::not_shown || row.verdict == Verdict::cannot_tell) {
            out << "- **" << row.pattern.pattern << ", " << row.pattern.says << "** ("
                << verdict_words.at(static_cast<std::size_t>(row.verdict)) << ": "
                << with_interval(row) << ", published " << row.pattern.published << "). "
                << (row.pattern.tried.empty() ? "Nothing has been tried yet." : row.pattern.tried)
                << '\n';
            any = true;
        }
    }
    out << (any ? "" : "Everything judged is shown.\n");
}

void write_definitions(const Validation& validation, std::ostream& out) {
    out << "\n## What each row counts\n\n";
    for (const ValidationRow& row : validation.rows) {
        const Pattern& it = row.pattern;
        out << "- **" << it.pattern << ", " << it.says << "** (`" << it.name
            << "`). Simulated: " << it.definition << " Published: " << it.published << "; "
            << it.population << "; " << it.reference << " (confidence " << it.confidence << ").";
        if (it.expect != Expect::information) {
            out << " Tolerance: " << it.because;
        }
        out << '\n';
    }
}

void write_experiments(const Validation& validation, std::ostream& out) {
    out << "\n## The experiments\n\nEach is a scenario in `scenarios/validation/`, lived in a part "
           "of "
           "the place: every how many-th neighbourhood in the order of employment deprivation.\n\n"
           "| experiment | scenario | every | neighbourhoods | people | replicates | months each | "
           "seconds |\n|---|---|---|---|---|---|---|---|\n";
    for (const ExperimentRecord& each : validation.experiments) {
        out << "| " << each.plan.name << " | " << each.plan.scenario << " | " << each.plan.thin
            << " | " << each.neighbourhoods << " | " << each.people << " | " << each.replicates
            << " | " << each.months << " | " << std::llround(each.seconds) << " |\n";
    }
    out << "\nAll told " << std::llround(validation.seconds()) << " seconds.\n";
}

}  // namespace

void write_validation_page(const Validation& validation, std::ostream& out) {
    out << introduction << "    " << validation.command << " --write docs/validation.md\n\n"
        << "by " << validation.version << ", in " << validation.place << ", seed "
        << validation.seed << ".\n"
        << rules;
    write_table(validation, out);
    write_failures(validation, out);
    write_definitions(validation, out);
    write_experiments(validation, out);
}

}  // namespace foothold
