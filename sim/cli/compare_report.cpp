#include "sim/cli/compare_report.hpp"

#include "sim/cli/choice.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/phases/schedule.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace foothold {

namespace {

constexpr std::array activity_words{
    "child", "student", "employed", "searching", "inactive", "sick", "retired", "aged out"};

std::string when(const Parting& it, const StudyHeader& header) {
    return text(later(header.start, it.month)) + " (month " + std::to_string(it.month) + "), in \""
           + std::string{month_schedule[it.phase].name} + "\"";
}

void print_null_test(const Comparison& found, std::ostream& out) {
    if (!found.null_test) {
        out << paragraph("Null test: not run again (--no-rerun, or --null-months 0).");
        return;
    }
    const NullTest& it = *found.null_test;
    const std::string what =
        (it.programmes.empty() ? std::string{"the reference and its copy, for no arm has a "
                                             "programme of its own, "}
                               : "the reference and its twin with " + listed(it.programmes) + ", ")
        + std::to_string(it.months) + " months of replicate " + std::to_string(found.replicate)
        + ": ";
    out << paragraph("Null test " + std::string{it.passes() ? "passed" : "FAILED"} + ", " + what
                     + (it.passes() ? grouped(static_cast<double>(it.compared))
                                          + " figures by measure, neighbourhood and time, and "
                                            "every column of people and households, are equal."
                                    : it.failure + "."));
}

void print_divergence(const Divergence& it, const Comparison& found, std::ostream& out) {
    if (!it.anything) {
        out << paragraph("The two never part.", "  ", "    ");
        return;
    }
    out << paragraph("They part in " + when(*it.anything, found.header)
                         + "; what differs: " + listed(it.anything->columns) + ".",
                     "  ",
                     "    ");
    if (!it.people) {
        out << paragraph("No person ever differs.", "  ", "    ");
        return;
    }
    out << paragraph("First person or household: " + when(*it.people, found.header) + "; "
                         + how_many(it.people_differ, "person", "people") + " and "
                         + how_many(it.households_differ, "household", "households")
                         + " differ, in: " + listed(it.people->columns) + ".",
                     "  ",
                     "    ");
    for (const DifferingPerson& each : it.first) {
        out << paragraph(
            "person " + std::to_string(each.person.row) + ", aged " + std::to_string(each.age)
                + ", household " + std::to_string(each.household.row) + " in "
                + found.header.neighbourhoods[each.neighbourhood.row] + ": "
                + word_of(each.activity_reference)
                + (each.activity == each.activity_reference ? " in both"
                                                            : ", here " + word_of(each.activity)),
            "    ",
            "      ");
    }
}

constexpr const char* cascade_reading =
    "Who differs is not displaced, nor better or worse off: one change sets off others, so that in "
    "a large place many more people differ in the end than were ever supported; what others lose "
    "and win is in `foothold ledger`. Moved: who lives here where somebody else, or nobody, does "
    "in the reference, and so has no other self.";

void print_cascade(const std::vector<CascadeRow>& rows, std::ostream& out) {
    constexpr std::size_t width = 14;
    out << "  People who differ from their other self, mean over replicates:\n  "
        << to_right("months after", width) << to_right("supported", width)
        << to_right("household", width) << to_right("others", width) << to_right("moved", width)
        << '\n';
    for (const CascadeRow& row : rows) {
        out << "  " << to_right(std::to_string(row.months), width);
        for (const double people : row.people) {
            out << to_right(decimals(people, 1), width);
        }
        out << '\n';
    }
}

/// Pounds as "GBP 61,001", other things to a tenth.
std::string spread_text(double spread, const CountedOutcome& outcome) {
    return outcome.unit == "GBP" ? "GBP " + grouped(spread) : decimals(spread, 1);
}

std::string in_words(const std::optional<SharedLuck>& it, const CountedOutcome& outcome) {
    if (!it) {
        return "cannot be told with fewer than three replicates";
    }
    const std::string correlation =
        it->correlation ? "correlation " + decimals(*it->correlation, 3) : "no correlation";
    return correlation + "; spread " + spread_text(it->spread_paired, outcome) + " paired, "
           + spread_text(it->spread_unpaired, outcome) + " unpaired; "
           + (it->worth ? std::to_string(it->replicates) + " pairs are worth "
                              + shortened(it->worth->mean)
                              + " unpaired replicates of each arm (95 % interval "
                              + shortened(it->worth->interval->low) + " to "
                              + shortened(it->worth->interval->high) + ")"
                        : "the difference is the same in all replicates, so there is nothing to "
                          "compare with");
}

std::string alike_in_words(const ComparedArm& arm, std::size_t replicates) {
    const bool same = arm.alike_least == arm.alike_most;
    return "Every measure of the region is equal in the first "
           + (same ? "" : std::to_string(arm.alike_least) + " to ")
           + how_many(arm.alike_most, "month", "months") + " of "
           + (replicates == 1 ? "the one replicate."
                              : "the " + std::to_string(replicates) + " replicates.");
}

}  // namespace

std::string word_of(Activity activity) {
    return activity_words.at(static_cast<std::size_t>(activity));
}

bool Comparison::passes() const {
    return (!null_test || null_test->passes())
           && std::all_of(arms.begin(), arms.end(), [](const ComparedArm& arm) {
                  return arm.failure.empty();
              });
}

void print_comparison(const Comparison& found, std::ostream& out) {
    print_null_test(found, out);
    for (const ComparedArm& arm : found.arms) {
        out << '\n'
            << paragraph(arm.name + " against " + found.header.arms[found.header.reference]);
        out << paragraph(alike_in_words(arm, found.replicates), "  ", "    ");
        if (!arm.failure.empty()) {
            out << paragraph("FAILED: " + arm.failure, "  ", "    ");
        }
        if (arm.divergence) {
            print_divergence(*arm.divergence, found, out);
        }
        if (arm.cascade) {
            print_cascade(*arm.cascade, out);
        }
        for (const auto& [outcome, luck] : arm.luck) {
            out << paragraph(
                std::string{outcome.words} + ": " + in_words(luck, outcome) + ".", "  ", "    ");
        }
    }
    if (std::any_of(found.arms.begin(), found.arms.end(), [](const ComparedArm& arm) {
            return arm.cascade.has_value();
        })) {
        out << '\n' << paragraph(cascade_reading);
    }
    out << "\nFingerprint " << found.fingerprint << '\n';
}

}  // namespace foothold
