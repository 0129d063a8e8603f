#pragma once

#include <string>
#include <vector>

namespace foothold {

/// One line of a chart: how long its bar is, and a thinner one behind it.
struct Bar {
    std::string label;
    double value = 0.0;   // of the bar; not negative
    double behind = 0.0;  // of the thin one: what must be known besides
    bool apart = false;   // not one of the others, e.g. luck: in another colour
};

/// Horizontal bars with a scale, under a title.
struct Bars {
    std::string title;
    std::string remark;        // under the title: what the lengths mean
    std::string name;          // of the bars
    std::string name_behind;   // of the thin ones
    std::vector<Bar> bars;     // from top to bottom
    double least_scale = 0.0;  // the scale goes at least so far; 0 is by the bars alone
};

/// One picture of several charts, one below the other, as SVG.
std::string svg_of(const std::string& title, const std::vector<Bars>& charts);

/// "######" of at most `width` characters, in proportion to `value` of `most`.
std::string text_bar(double value, double most, std::size_t width);

}  // namespace foothold
