#include "sim/cli/sensitivity_report.hpp"

#include "sim/cli/bars.hpp"
#include "sim/cli/paragraph.hpp"
#include "sim/io/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

namespace foothold {

namespace {

constexpr std::size_t name_width = 37;
constexpr std::size_t number_width = 9;
constexpr std::size_t most_rows = 20;
constexpr const char* luck_name = "(luck alone)";
constexpr const char* rest_name = "(luck, and what is not smooth)";

std::string digits(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

std::string share(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

/// The end of a name that is too long.
std::string fitted(const std::string& name, std::size_t width) {
    return name.size() < width ? name : ".." + name.substr(name.size() - width + 3);
}

/// Indices from the largest value down.
std::vector<std::size_t> largest_first(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] > values[b];
    });
    return order;
}

std::vector<std::size_t> morris_order(const Screening& screening) {
    std::vector<double> importance;
    for (const ElementaryEffects& effects : screening.effects) {
        importance.push_back(effects.mean_absolute);
    }
    return largest_first(importance);
}

std::string morris_row(const std::string& name, const ElementaryEffects& it, double most) {
    constexpr std::size_t bar_width = 14;
    return to_left(fitted(name, name_width), name_width) + to_right(digits(it.mean), number_width)
           + to_right(digits(it.mean_absolute), number_width)
           + to_right(digits(it.spread), number_width) + "  "
           + text_bar(it.mean_absolute, most, bar_width) + "\n";
}

std::string morris_text(const SensitivityFindings& found) {
    const Screening& screening = *found.screening;
    const std::vector<std::size_t> order = morris_order(screening);
    const double most = screening.effects[order.front()].mean_absolute;
    std::string text =
        paragraph("Morris: change in the outcome [" + found.unit
                  + "] when one number goes through its range: mean effect (mu), mean size "
                    "(mu*), spread (sigma). Mean outcome "
                  + digits(screening.mean) + ".")
        + "\n" + to_left("", name_width) + to_right("mu", number_width)
        + to_right("mu*", number_width) + to_right("sigma", number_width) + "\n";
    for (std::size_t i = 0; i < std::min(order.size(), most_rows); ++i) {
        text += morris_row(found.knobs[order[i]].path, screening.effects[order[i]], most);
    }
    text += morris_row(luck_name, screening.luck, most);
    if (order.size() > most_rows) {
        text += std::to_string(order.size() - most_rows) + " more in morris.csv.\n";
    }
    return text;
}

std::string sobol_text(const SensitivityFindings& found) {
    constexpr std::size_t bar_width = 22;
    const Decomposition& parts = *found.decomposition;
    const double known = std::max(parts.predicted, 0.0);
    const auto line = [&](const std::string& name, const std::string& first, double total) {
        return to_left(fitted(name, name_width), name_width) + to_right(first, number_width)
               + to_right(share(total), number_width) + "  " + text_bar(total, 1.0, bar_width)
               + "\n";
    };
    std::string text =
        paragraph("Sobol': share of the variance of the outcome that comes from each number alone "
                  "(first) and with all that it has a hand in (total). Mean outcome "
                  + digits(parts.mean) + ", standard deviation " + digits(parts.spread) + ".")
        + "\n" + to_left("", name_width) + to_right("first", number_width)
        + to_right("total", number_width) + "\n";
    for (const std::size_t d : largest_first(parts.indices.total)) {
        text += line(found.looked_at[d].path,
                     share(parts.indices.first[d] * known),
                     parts.indices.total[d] * known);
    }
    if (parts.predicted < 1.0) {
        text += line(rest_name, "", 1.0 - known);
    }
    return text;
}

std::string row(const std::vector<std::string>& fields) {
    std::string text;
    for (const std::string& field : fields) {
        text += (text.empty() ? "" : ",") + field;
    }
    return text + "\n";
}

Bars morris_chart(const SensitivityFindings& found) {
    const Screening& screening = *found.screening;
    Bars chart{"Morris screening",
               "change in the outcome when one number goes through its range, " + found.unit,
               "mean size (mu*)",
               "spread (sigma)",
               {},
               0.0};
    const std::vector<std::size_t> order = morris_order(screening);
    for (std::size_t i = 0; i < std::min(order.size(), most_rows); ++i) {
        const ElementaryEffects& effects = screening.effects[order[i]];
        chart.bars.push_back(
            {found.knobs[order[i]].path, effects.mean_absolute, effects.spread, false});
    }
    chart.bars.push_back({luck_name, screening.luck.mean_absolute, screening.luck.spread, true});
    return chart;
}

Bars sobol_chart(const SensitivityFindings& found) {
    const Decomposition& parts = *found.decomposition;
    Bars chart{"Sobol' indices",
               "share of the variance of the outcome",
               "alone (first order)",
               "with all it has a hand in (total)",
               {},
               0.5};
    const double known = std::max(parts.predicted, 0.0);
    for (const std::size_t d : largest_first(parts.indices.total)) {
        chart.bars.push_back({found.looked_at[d].path,
                              std::max(parts.indices.first[d], 0.0) * known,
                              std::max(parts.indices.total[d], 0.0) * known,
                              false});
    }
    if (parts.predicted < 1.0) {
        chart.bars.push_back({rest_name, 1.0 - known, 0.0, true});
    }
    return chart;
}

}  // namespace

std::string sensitivity_text(const SensitivityFindings& found) {
    std::string text = paragraph("Outcome: " + found.outcome + ".") + "\n";
    if (found.screening) {
        text += morris_text(found) + "\n";
    }
    if (found.decomposition) {
        text += sobol_text(found) + "\n";
    }
    return text;
}

std::string morris_csv(const SensitivityFindings& found) {
    std::string text =
        row({"parameter", "low", "high", "mu", "mu_star", "mu_star_standard_error", "sigma"});
    const auto add = [&](const std::string& name,
                         const std::string& low,
                         const std::string& high,
                         const ElementaryEffects& it) {
        text += row({name,
                     low,
                     high,
                     number_text(it.mean),
                     number_text(it.mean_absolute),
                     number_text(it.error),
                     number_text(it.spread)});
    };
    for (const std::size_t d : morris_order(*found.screening)) {
        const Knob& knob = found.knobs[d];
        add(knob.path, number_text(knob.low), number_text(knob.high), found.screening->effects[d]);
    }
    add("luck", "", "", found.screening->luck);
    return text;
}

std::string sobol_csv(const SensitivityFindings& found) {
    const Decomposition& parts = *found.decomposition;
    const auto end = [](const std::vector<double>& ends, std::size_t d) {
        return ends.empty() ? std::string{} : number_text(ends[d]);
    };
    std::string text = row({"parameter",
                            "low",
                            "high",
                            "first",
                            "first_low_95",
                            "first_high_95",
                            "total",
                            "total_low_95",
                            "total_high_95",
                            "predicted"});
    for (const std::size_t d : largest_first(parts.indices.total)) {
        text += row({found.looked_at[d].path,
                     number_text(found.looked_at[d].low),
                     number_text(found.looked_at[d].high),
                     number_text(parts.indices.first[d]),
                     end(parts.indices.first_low, d),
                     end(parts.indices.first_high, d),
                     number_text(parts.indices.total[d]),
                     end(parts.indices.total_low, d),
                     end(parts.indices.total_high, d),
                     number_text(parts.predicted)});
    }
    return text;
}

std::string sensitivity_svg(const SensitivityFindings& found) {
    std::vector<Bars> charts;
    if (found.screening) {
        charts.push_back(morris_chart(found));
    }
    if (found.decomposition) {
        charts.push_back(sobol_chart(found));
    }
    return svg_of("What moves " + found.outcome, charts);
}

}  // namespace foothold
