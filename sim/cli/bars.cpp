#include "sim/cli/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace foothold {

namespace {

// [pixel] of the picture
constexpr double page = 860.0;
constexpr double left = 330.0;  // where bars begin
constexpr double right = 40.0;
constexpr double row = 22.0;
constexpr double thick = 12.0;
constexpr double thin = 4.0;
constexpr double head = 62.0;
constexpr double foot = 44.0;
constexpr double title_height = 40.0;
constexpr double between = 20.0;

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.5g", value);
    return text.data();
}

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        safe += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return safe;
}

std::string words(double x, double y, const std::string& looks, const std::string& text) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + looks + ">" + escaped(text)
           + "</text>\n";
}

std::string box(double x, double y, double width, double height, const std::string& colour) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width)
           + "\" height=\"" + number(height) + "\" fill=\"" + colour + "\"/>\n";
}

/// A round number that leaves three to seven steps up to `most`.
double tick_of(double most) {
    const double ten = std::pow(10.0, std::floor(std::log10(most)));
    const double steps = most / ten;
    return ten * (steps < 1.5 ? 0.25 : steps < 3.5 ? 0.5 : steps < 7.5 ? 1.0 : 2.0);
}

double height_of(const Bars& chart) {
    return head + row * static_cast<double>(chart.bars.size()) + foot;
}

double longest_of(const Bars& chart) {
    double most = chart.least_scale;
    for (const Bar& bar : chart.bars) {
        most = std::max({most, bar.value, bar.behind});
    }
    return most > 0.0 ? most : 1.0;
}

std::string scale(double top, double bottom, double longest) {
    std::string text;
    const double tick = tick_of(longest);
    for (int i = 0; i * tick <= longest * 1.0001; ++i) {
        const double x = left + (page - left - right) * (i * tick) / longest;
        text +=
            "<line x1=\"" + number(x) + "\" y1=\"" + number(top) + "\" x2=\"" + number(x)
            + "\" y2=\"" + number(bottom) + "\" stroke=\"#ddd\"/>\n"
            + words(x, bottom + 16.0, R"(class="small" text-anchor="middle")", number(i * tick));
    }
    return text;
}

std::string legend(const Bars& chart, double y) {
    constexpr double gap = 190.0;
    std::string text = box(left, y - 9.0, 18.0, thick - 2.0, "#20639b")
                       + words(left + 24.0, y, R"(class="small")", chart.name);
    if (!chart.name_behind.empty()) {
        text += box(left + gap, y - 6.0, 18.0, thin, "#ed8b37")
                + words(left + gap + 24.0, y, R"(class="small")", chart.name_behind);
    }
    return text;
}

std::string draw(const Bars& chart, double top) {
    const double longest = longest_of(chart);
    const double rows_top = top + head;
    const double bottom = rows_top + row * static_cast<double>(chart.bars.size());
    std::string text = words(16.0, top + 16.0, R"(class="chart")", chart.title)
                       + words(16.0, top + 34.0, R"(class="small")", chart.remark)
                       + legend(chart, top + 54.0) + scale(rows_top, bottom, longest);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Bar& bar = chart.bars[i];
        const double middle = rows_top + row * (static_cast<double>(i) + 0.5);
        const double unit = (page - left - right) / longest;
        text +=
            words(left - 8.0, middle + 4.0, R"(text-anchor="end")", bar.label)
            + box(
                left, middle - thick / 2.0, bar.value * unit, thick, bar.apart ? "#999" : "#20639b")
            + box(left, middle - thin / 2.0, bar.behind * unit, thin, "#ed8b37");
    }
    return text;
}

}  // namespace

std::string svg_of(const std::string& title, const std::vector<Bars>& charts) {
    double height = title_height;
    std::string drawn = words(16.0, 28.0, R"(class="title")", title);
    for (const Bars& chart : charts) {
        drawn += draw(chart, height);
        height += height_of(chart) + between;
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(page) + "\" height=\""
           + number(height) + "\" viewBox=\"0 0 " + number(page) + " " + number(height) + "\">\n"
           + "<style>text{font:12px sans-serif;fill:#222}.small{font-size:11px;fill:#555}"
             ".chart{font-weight:bold;font-size:14px}.title{font-weight:bold;font-size:16px}"
             "</style>\n"
           + box(0.0, 0.0, page, height, "#fff") + drawn + "</svg>\n";
}

std::string text_bar(double value, double most, std::size_t width) {
    const double share = most > 0.0 ? std::clamp(value / most, 0.0, 1.0) : 0.0;
    return std::string(static_cast<std::size_t>(std::lround(share * static_cast<double>(width))),
                       '#');
}

}  // namespace foothold
