#include "sim/cli/value_report.hpp"

#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <array>
#include <cmath>

namespace foothold {

namespace {

constexpr std::size_t label_width = 28;
constexpr std::size_t mean_width = 14;
constexpr std::size_t range_width = 22;

/// "6 months", "2 years", "2 years and 6 months".
std::string span(std::size_t months) {
    const std::size_t years = months / months_per_year;
    const std::size_t rest = months % months_per_year;
    const std::string whole = how_many(years, "year", "years");
    const std::string part = how_many(rest, "month", "months");
    return rest == 0 ? whole : years == 0 ? part : whole + " and " + part;
}

/// Whether there are too few replicates for an interval, and so for any certainty.
bool is_of_few(const StudyValue& value) {
    constexpr std::size_t fewest = 3;
    return value.replicates < fewest;
}

std::string whose(const StudyValue& value, const ArmValue& arm) {
    return arm.arm + " (" + arm.label + ") against " + value.reference + " ("
           + value.reference_label + "), over " + span(value.months);
}

/// A balance, for somebody who reads no tables.
std::string in_words(const std::string& who, const Estimate& it) {
    const bool gains = it.mean >= 0.0;
    const std::string amount =
        who + (gains ? " gains GBP " : " loses GBP ") + shortened(std::abs(it.mean));
    if (!it.interval) {
        return amount;
    }
    return amount + " (95 % interval " + range_text(it) + ")"
           + (it.interval->holds_zero() ? ", which cannot be told from nothing" : "");
}

std::string in_words(const std::string& who, const BreakEven& it, const std::string& end) {
    return who
           + (it.year ? " breaks even in year " + std::to_string(*it.year)
                      : " does not break even within " + end)
           + " on average; in " + per_cent(it.share) + " of replicates it has by the end. ";
}

std::string ratio_in_words(const ArmValue& arm) {
    if (!arm.society_ratio || !arm.exchequer_ratio) {
        return "";
    }
    return "Each pound of the programme returns GBP " + with_interval(*arm.society_ratio, 2)
           + " to society and GBP " + with_interval(*arm.exchequer_ratio, 2)
           + " to the Exchequer. ";
}

std::string answer(const StudyValue& value, const ArmValue& arm) {
    const std::string end = span(value.months);
    return paragraph(whose(value, arm) + ": " + in_words("society", arm.line("society").total)
                     + "; " + in_words("the Exchequer", arm.line("exchequer").total) + ". "
                     + ratio_in_words(arm) + in_words("Society", arm.society_break_even, end)
                     + in_words("The Exchequer", arm.exchequer_break_even, end));
}

std::string happened(const std::string& who, const BreakEven& it) {
    return it.year ? who + " broke even in year " + std::to_string(*it.year)
                   : who + " did not break even";
}

/// What came of one replicate or two, as something that happened and not as what to expect.
std::string answer_of_few(const StudyValue& value, const ArmValue& arm) {
    std::string text =
        whose(value, arm)
        + (value.replicates == 1
               ? ", in one replicate: "
               : ", in the mean of " + std::to_string(value.replicates) + " replicates: ")
        + in_words("society", arm.line("society").total) + "; "
        + in_words("the Exchequer", arm.line("exchequer").total) + ". ";
    if (arm.society_ratio && arm.exchequer_ratio) {
        text += "A pound of the programme came back as GBP " + with_interval(*arm.society_ratio, 2)
                + " to society and GBP " + with_interval(*arm.exchequer_ratio, 2)
                + " to the Exchequer. ";
    }
    return paragraph(text + happened("Society", arm.society_break_even) + ", "
                     + happened("the Exchequer", arm.exchequer_break_even)
                     + ". Fewer than three replicates cannot say how much of that is luck.");
}

/// 2018 as "2018/19".
std::string year_text(std::int32_t year) {
    constexpr std::int32_t century = 100;
    const std::string next = std::to_string((year + 1) % century);
    return std::to_string(year) + (next.size() < 2 ? "/0" : "/") + next;
}

bool is_account(const LineValue& line) {
    return line.key == "exchequer" || line.key == "households" || line.key == "society";
}

std::string whole(const ArmValue& arm) {
    std::string text = to_left("Present value in GBP", label_width) + to_right("mean", mean_width)
                       + to_right("95 % interval", range_width) + "\n";
    for (const LineValue& line : arm.lines) {
        text += to_left((is_account(line) ? "= " : "  ") + line.label, label_width)
                + to_right(shortened(line.total.mean), mean_width)
                + to_right(range_text(line.total), range_width) + "\n";
    }
    return text;
}

std::string by_year(const StudyValue& value, const ArmValue& arm) {
    constexpr std::size_t width = 12;
    const std::array keys{"programme", "exchequer", "supported", "others", "society"};
    std::string text = to_left("Year", 7);
    for (const char* heading : {"programmes", "Exchequer", "supported", "others", "society"}) {
        text += to_right(heading, width);
    }
    text += to_right("so far", width) + "\n";
    const LineValue& society = arm.line("society");
    for (std::size_t year = 0; year < society.by_year.size(); ++year) {
        const bool short_year = (year + 1) * months_per_year > value.months;
        text += to_left(std::to_string(year + 1) + (short_year ? "*" : ""), 7);
        for (const char* key : keys) {
            text += to_right(shortened(arm.line(key).by_year[year].mean), width);
        }
        text += to_right(shortened(society.so_far[year].mean), width) + "\n";
    }
    if (value.months % months_per_year != 0) {
        text += "* of " + span(value.months % months_per_year) + " only\n";
    }
    return text;
}

std::string zero_in_words(const std::string& who, const SplitBalance& it) {
    if (!it.zero_at) {
        return who
               + " keeps its sign, whether nothing happens to other households or twice what the "
                 "model finds and more. ";
    }
    const std::string text = who + " is at nil if what happens to other households is "
                             + with_interval(*it.zero_at, 2) + " times what the model finds";
    return text
           + (it.zero_at->interval || !it.others.interval
                  ? ". "
                  : "; no interval bounds that multiple, because what happens to them may be "
                    "luck. ");
}

std::string doubt_in_words(const StudyValue& value, const SplitBalance& it) {
    if (is_of_few(value)) {
        return "Fewer than three replicates cannot say how much of that is luck. ";
    }
    return it.others.interval->holds_zero()
               ? "What happens to other households cannot be told from nothing, so that the tests "
                 "that multiply it multiply luck. "
               : "";
}

std::string tests(const StudyValue& value, const ArmValue& arm) {
    if (!arm.supports) {
        return paragraph("Nobody is supported in this arm. Whatever it changes, for better or "
                         "worse, happens to all other households, and none of that is "
                         "displacement: there is nothing to test.");
    }
    std::string text = to_left("If displacement were", label_width - 2) + to_right("Exchequer", 10)
                       + to_right("95 % interval", range_width - 5) + to_right("society", 10)
                       + to_right("95 % interval", range_width - 5) + "\n";
    for (const DisplacementTest& test : arm.tests) {
        text += to_left(test.label, label_width - 2) + to_right(shortened(test.exchequer.mean), 10)
                + to_right(range_text(test.exchequer), range_width - 5)
                + to_right(shortened(test.society.mean), 10)
                + to_right(range_text(test.society), range_width - 5) + "\n";
    }
    return text + "\n"
           + paragraph(zero_in_words("Society", arm.society_split)
                       + zero_in_words("The Exchequer", arm.exchequer_split)
                       + doubt_in_words(value, arm.society_split)
                       + "Multiples scale all that happens to others, what they win with what they "
                         "lose. "
                       + "\"Others lose\" are rules of thumb of low confidence, said to be "
                         "midpoints of ranges in the Additionality Guide.");
}

std::string notes(const StudyValue& value) {
    std::string text =
        "The study lived " + span(value.lived)
        + (value.lived == value.months ? "; nothing is said of later years. "
                                       : ", of which " + span(value.months) + " are counted. ");
    text += "Positive is a gain. Present values at the study's start, at "
            + decimals(100.0 * value.discount_rate, 1)
            + " % a year above prices, all in the prices of " + year_text(value.price_year)
            + ": money of the day by the GDP deflator, as far as the rates of tax and benefits are "
              "known; unit costs from "
            + year_text(value.unit_cost_year)
            + ". Supported: households in which somebody has been supported, while they live here "
              "in both worlds. Left out: leisure, wellbeing, weights by income, and what raising "
              "taxes costs. docs/methods/value.md";
    return paragraph(text);
}

}  // namespace

std::string value_text(const StudyValue& value) {
    std::string text;
    for (const ArmValue& arm : value.arms) {
        text += (is_of_few(value) ? answer_of_few(value, arm) : answer(value, arm)) + "\n"
                + whole(arm) + "\n" + by_year(value, arm) + "\n" + tests(value, arm) + "\n";
    }
    return text + notes(value) + stopped_early(value.replicates, value.planned) + "\nFingerprint "
           + value.fingerprint + "\n";
}

}  // namespace foothold
