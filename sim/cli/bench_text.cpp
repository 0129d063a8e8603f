#include "sim/cli/bench_report.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/io/version.hpp"

#include <functional>

namespace foothold {

namespace {

constexpr std::size_t label_width = 26;
constexpr std::size_t part_width = 20;
constexpr std::size_t number_width = 12;
constexpr std::size_t narrow_width = 10;
constexpr double nanoseconds = 1e9;  // [ns/s]
constexpr double gigabyte = 1e9;     // [byte]
constexpr double hundred = 100.0;

/// "1 arm", "1,200 arms".
std::string counted(std::size_t number, const std::string& noun) {
    return grouped(static_cast<double>(number)) + " " + noun + (number == 1 ? "" : "s");
}

std::string threads_text(std::size_t threads) {
    return counted(threads, "thread");
}

std::string ratio_text(const std::optional<double>& ratio) {
    return ratio ? decimals(*ratio, *ratio < 10.0 ? 3 : 1) : "n/a";
}

std::string heading(const BenchPage& page) {
    const BenchReport& it = page.report;
    std::string machine =
        page.machine.processor.empty() ? "a processor that states no name" : page.machine.processor;
    if (page.machine.gigahertz) {
        machine += " at " + decimals(*page.machine.gigahertz, 2) + " GHz";
    }
    return paragraph(page.title + ": " + grouped(static_cast<double>(it.subject.people))
                     + " people in " + counted(it.subject.neighbourhoods, "neighbourhood") + ", "
                     + counted(it.subject.arms, "arm") + " of "
                     + counted(it.subject.months, "month") + "; medians of "
                     + counted(it.repeats, "run") + ".")
           + paragraph("On " + machine + "; foothold " + std::string{version()} + " ("
                       + std::string{revision()} + "), " + std::string{compiler()} + ".");
}

/// A line of the table by threads.
std::string line(const BenchReport& report,
                 const std::string& label,
                 const std::function<std::string(const ThreadsSpeed&)>& figure) {
    std::string text = to_left(label, label_width);
    for (const ThreadsSpeed& each : report.speeds) {
        text += to_right(figure(each), number_width);
    }
    return text + "\n";
}

std::string table(const BenchReport& report) {
    using Of = const ThreadsSpeed&;
    return line(report, "", [](Of it) { return threads_text(it.threads); })
           + line(report,
                  "seconds",
                  [&](Of it) {
                      const double all = report.subject.person_months();
                      return decimals(it.whole * all / nanoseconds, 3);
                  })
           + line(report,
                  "person-months a second",
                  [](Of it) { return shortened(nanoseconds / it.whole); })
           + line(report,
                  "ratio to the yardstick",
                  [&](Of it) { return ratio_text(report.ratio(it.whole)); })
           + line(report, "world opened, seconds", [](Of it) { return decimals(it.opening, 3); })
           + line(
               report, "memory copied, GB/s", [](Of it) { return decimals(it.copy / gigabyte, 1); })
           + line(report, "share of that, one pass", [&](Of it) {
                 return decimals(hundred * report.share_of_copy(it), 1) + " %";
             });
}

/// A line of the table by parts: nanoseconds by threads, then what the first of them means.
std::string part_line(const BenchPage& page,
                      const std::string& label,
                      const std::function<double(const ThreadsSpeed&)>& ns) {
    std::string text = to_left(label, part_width);
    for (const ThreadsSpeed& each : page.report.speeds) {
        text += to_right(decimals(ns(each), 2), narrow_width);
    }
    const double first = ns(page.report.speeds.front());
    const auto clock = page.machine.gigahertz;
    return text + to_right(clock ? decimals(first * *clock, 1) : "n/a", narrow_width)
           + to_right(ratio_text(page.report.ratio(first)), narrow_width) + "\n";
}

std::string parts_table(const BenchPage& page) {
    const BenchReport& report = page.report;
    std::string text = to_left("ns per person-month", part_width);
    for (const ThreadsSpeed& each : report.speeds) {
        text += to_right(threads_text(each.threads), narrow_width);
    }
    text += to_right("cycles", narrow_width) + to_right("ratio", narrow_width) + "\n";
    for (std::size_t i = 0; i < report.parts.size(); ++i) {
        text +=
            part_line(page, report.parts[i], [&](const ThreadsSpeed& it) { return it.parts[i]; });
    }
    return text + part_line(page, whole_month, [](const ThreadsSpeed& it) { return it.whole; });
}

std::string closing(const BenchReport& it) {
    const std::string most = it.bytes_at_most
                                 ? shortened(*it.bytes_at_most) + " bytes a person at the most, "
                                       + counted(it.subject.arms, "arm") + " side by side; "
                                 : "";
    return paragraph("Yardstick: " + decimals(it.yardstick, 1) + " ns per person-month, "
                     + shortened(nanoseconds / it.yardstick) + " person-months a second.")
           + paragraph("Memory: " + most + "the columns of one world are "
                       + grouped(it.bytes_of_world) + ". Scenario and place read in "
                       + decimals(it.place_read, 3) + " seconds.")
           + "\n"
           + paragraph("Cycles and ratio are those of the first column; a ratio says how many "
                       "times as fast as the yardstick's month. docs/performance.md explains "
                       "each line.");
}

std::string change(double before, double now) {
    const double share = now / before - 1.0;
    return ratio_text(now) + ", was " + ratio_text(before) + " ("
           + grouped(hundred * (share < 0.0 ? -share : share))
           + (share < 0.0 ? " % less)" : " % more)");
}

}  // namespace

std::string bench_text(const BenchPage& page) {
    return heading(page) + "\n" + table(page.report) + "\n" + parts_table(page) + "\n"
           + closing(page.report);
}

std::string bench_text(const BenchComparison& it, const BenchReport& now) {
    std::string text = "\n" + paragraph("Against " + it.file + ", as ratios to the yardstick:");
    for (const ThreadsSpeed& is : now.speeds) {
        for (const ThreadsSpeed& was : it.before.speeds) {
            const auto before = it.before.ratio(was.whole);
            const auto after = now.ratio(is.whole);
            if (was.threads == is.threads && before && after) {
                text += paragraph(
                    threads_text(is.threads) + ": " + change(*before, *after), "  ", "  ");
            }
        }
    }
    for (const Slower& each : it.slower) {
        text += paragraph("slower: " + each.part + " with " + threads_text(each.threads) + ": "
                              + change(each.before, each.now),
                          "  ",
                          "    ");
    }
    const std::string bound = grouped(hundred * tolerated_loss) + " %";
    return text
           + (it.slower.empty() ? "Nothing lost more than " + bound + ".\n"
                                : "Each of these lost more than " + bound + ".\n");
}

}  // namespace foothold
