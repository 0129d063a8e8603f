#include "sim/cli/bars.hpp"
#include "sim/cli/cliff_report.hpp"
#include "sim/cli/figures.hpp"
#include "sim/cli/paragraph.hpp"

#include <algorithm>
#include <array>

namespace foothold {

namespace {

constexpr std::array<const char*, drop_causes.size()> cause_labels{
    "referrals drying up", "advocates leaving on notice", "open cases dropped", "relapse"};
constexpr std::size_t first_width = 12;
constexpr std::size_t number_width = 9;
constexpr std::size_t interval_width = 20;
constexpr std::size_t cost_width = 13;

std::string cost(const std::optional<Estimate>& it) {
    return it ? grouped(it->mean) : "n/a";
}

std::string heading(const std::string& first, const std::string& gain, const std::string& money) {
    return to_left(first, first_width) + to_right(gain, number_width)
           + to_right("95 % interval", interval_width) + to_right(money, cost_width)
           + to_right("GBP/job-year", cost_width + 1) + "\n";
}

std::string row(const std::string& first,
                const Estimate& gain,
                const Estimate& money,
                const std::optional<Estimate>& of_year,
                double most) {
    constexpr std::size_t bar_width = 10;
    return to_left(first, first_width) + to_right(grouped(gain.mean), number_width)
           + to_right(range_text(gain, grouped), interval_width)
           + to_right(grouped(money.mean), cost_width) + to_right(cost(of_year), cost_width + 1)
           + "  " + text_bar(std::max(0.0, gain.mean), most, bar_width) + "\n";
}

std::string lengths_text(const CliffFindings& found) {
    double most = 0.0;
    for (const LengthFindings& it : found.lengths) {
        most = std::max(most, it.net.mean);
    }
    std::string text = heading("months", "job-mths", "GBP");
    for (const LengthFindings& it : found.lengths) {
        text += row(std::to_string(it.months), it.net, it.cost, it.cost_of_year, most);
    }
    return text;
}

/// Between lengths further apart than a month, a further month is known in the mean only.
std::string further_heading(const CliffFindings& found) {
    const bool averaged = std::any_of(found.further.begin(),
                                      found.further.end(),
                                      [](const FurtherMonth& it) { return it.to - it.from > 1; });
    return averaged ? paragraph("A further month of funding, the mean over the months from one "
                                "length to the next:")
                    : "Each further month of funding:\n";
}

std::string further_text(const CliffFindings& found) {
    double most = 0.0;
    for (const FurtherMonth& it : found.further) {
        most = std::max(most, it.job_months.mean);
    }
    std::string text = further_heading(found) + heading("from..to", "job-mths", "GBP");
    for (const FurtherMonth& it : found.further) {
        text += row(std::to_string(it.from) + ".." + std::to_string(it.to),
                    it.job_months,
                    it.cost,
                    it.cost_of_year,
                    most);
    }
    return text;
}

std::string renewal_text(const CliffFindings& found) {
    if (!found.renewal) {
        return "";
    }
    const RenewalContrast& it = *found.renewal;
    const std::string months = std::to_string(it.months);
    return paragraph(
               "Known from the start, " + months + " months add " + grouped(it.committed.mean)
               + " job-months at GBP " + grouped(it.cost_committed.mean) + "; renewed year by year "
               + grouped(it.renewed.mean) + " at GBP " + grouped(it.cost_renewed.mean)
               + ". Knowing is worth " + grouped(it.difference.mean) + " job-months"
               + (it.difference.interval ? " (" + range_text(it.difference, grouped) + ")" : "")
               + (it.difference.interval && it.difference.interval->holds_zero()
                      ? ", which cannot be told from nothing,"
                      : "")
               + " at GBP " + grouped(it.cost_committed.mean - it.cost_renewed.mean)
               + " more; money of a year that is not spent goes back.")
           + "\n";
}

std::string anatomy_text(const CliffFindings& found) {
    constexpr std::size_t label_width = 32;
    const DropAnatomy& it = found.anatomy;
    const auto line = [&](const std::string& label, const Estimate& value) {
        return to_left(label, label_width) + to_right(grouped(value.mean), number_width)
               + to_right(range_text(value, grouped), interval_width) + "\n";
    };
    std::string text = paragraph("What is lost when money ends after " + std::to_string(it.months)
                                 + " months, against money that goes on, to "
                                 + std::to_string(it.window) + " months after the end"
                                 + (it.first > 0 ? " (employment first differs in month "
                                                       + std::to_string(it.first) + " of the study)"
                                                 : "")
                                 + ":")
                       + to_left("", label_width) + to_right("job-mths", number_width)
                       + to_right("95 % interval", interval_width) + "\n";
    for (std::size_t cause = 0; cause < cause_labels.size(); ++cause) {
        text += line("  " + std::string{cause_labels[cause]}, it.cause_estimates[cause]);
    }
    return text + line("  together, the drop", it.drop_estimate)
           + paragraph("Money that goes on costs GBP " + grouped(it.cost_of_going_on.mean)
                       + " more until then, so not all of the drop is loss.");
}

std::string notes_text(const CliffFindings& found, const std::string& fingerprint) {
    return paragraph(
        "Job-months are net: all who work in the whole place, less those in " + found.reference
        + ", over the whole study, each person with the same luck; costs are less " + "those of "
        + found.reference + ". "
        + (found.design.same_total
               ? "Every length is offered the same money in all: money a month, posts and outreach "
                 "fall as it grows. What is not spent, because posts are whole or empty, is not in "
                 "the cost. "
               : "Every length is offered the same money a month. ")
        + (found.replicates < 3
               ? "Of " + how_many(found.replicates, "replicate", "replicates")
                     + "; fewer than three give no intervals. "
               : "Intervals are over " + std::to_string(found.replicates)
                     + " replicates, each paired with itself; they hold the luck of "
                       "the draw, not doubt about the parameters. ")
        + "n/a: no gain, beyond luck, to divide by, or nothing more is paid. Causes are added in "
          "the "
          "order listed; in another order the shares would differ somewhat. Fingerprint "
        + fingerprint + ".");
}

/// A bar cannot point to the left.
Bar bar(const std::string& label, const Estimate& it) {
    return {label + (it.mean < 0.0 ? " (" + grouped(it.mean) + ")" : ""),
            std::max(0.0, it.mean),
            it.interval ? std::max(0.0, it.interval->low) : 0.0,
            false};
}

}  // namespace

std::string cliff_text(const CliffFindings& found, const std::string& fingerprint) {
    return paragraph(found.design.programme) + "\n" + lengths_text(found) + "\n"
           + (found.further.empty() ? "" : further_text(found) + "\n") + renewal_text(found)
           + anatomy_text(found) + "\n" + notes_text(found, fingerprint);
}

std::string cliff_svg(const CliffFindings& found) {
    constexpr const char* low = "lower end of the interval";
    constexpr const char* remark =
        "Job-months, net; those below zero have no bar but their number.";
    Bars lengths{"Whole place, whole study, by months of funding", remark, "job-months", low, {}};
    for (const LengthFindings& it : found.lengths) {
        lengths.bars.push_back(bar(std::to_string(it.months) + " months", it.net));
    }
    Bars further{"A further month of funding, the mean from one length to the next",
                 remark,
                 "job-months a month",
                 low,
                 {}};
    for (const FurtherMonth& it : found.further) {
        further.bars.push_back(bar(
            std::to_string(it.from) + " to " + std::to_string(it.to) + " months", it.job_months));
    }
    Bars drop{"What is lost when the money ends after " + std::to_string(found.anatomy.months)
                  + " months",
              remark,
              "job-months lost",
              low,
              {}};
    for (std::size_t cause = 0; cause < cause_labels.size(); ++cause) {
        drop.bars.push_back(bar(cause_labels[cause], found.anatomy.cause_estimates[cause]));
    }
    std::vector<Bars> charts{lengths};
    if (!further.bars.empty()) {
        charts.push_back(further);
    }
    charts.push_back(drop);
    return svg_of(found.design.programme, charts);
}

}  // namespace foothold
