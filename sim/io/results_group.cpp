#include "sim/io/results_group.hpp"

#include <chrono>
#include <numeric>
#include <utility>

namespace foothold::results_layout {

namespace {

/// How many days the first of a later month lies after the first of `start`.
std::int32_t days_to(CalendarMonth start, std::size_t months) {
    const auto day_of = [](CalendarMonth month) {
        using namespace std::chrono;
        const auto first = year(month.year) / static_cast<int>(month.month) / 1;
        return sys_days(first).time_since_epoch().count();
    };
    return static_cast<std::int32_t>(day_of(later(start, static_cast<std::int32_t>(months)))
                                     - day_of(start));
}

void append_word(std::string& words, const std::string& word) {
    words += (words.empty() ? "" : " ") + word;
}

}  // namespace

Group::Group(hdf5::File& file, std::string name) : file_(file), name_(std::move(name)) {
    file_.create_group(name_);
}

void Group::text_axis(const std::string& axis, const Names& texts, const std::string& long_name) {
    file_.write_texts(path(axis), texts);
    file_.set_text(path(axis), "long_name", long_name);
    file_.make_scale(path(axis));
}

void Group::number_axis(const std::string& axis,
                        const std::vector<std::int32_t>& numbers,
                        const std::string& long_name) {
    file_.write_all(path(axis), numbers, {numbers.size()});
    file_.set_text(path(axis), "long_name", long_name);
    file_.make_scale(path(axis));
}

void Group::describe_axis(const std::string& axis,
                          const std::string& name,
                          const Names& texts,
                          const std::string& long_name) {
    file_.write_texts(path(name), texts);
    file_.set_text(path(name), "long_name", long_name);
    attach(name, {axis});
    append_word(descriptions_, name);
}

void Group::scenario_axis(const StudyHeader& header) {
    text_axis("scenario", header.arms, "arm of the study");
    describe_axis("scenario", "scenario_label", header.arm_labels, "arm in plain words");
}

void Group::replicate_axis(const std::vector<std::int32_t>& replicates) {
    number_axis("replicate", replicates, "replicate: the same people and luck in every arm");
    file_.set_text(path("replicate"), "standard_name", "realization");
    file_.set_text(path("replicate"), "units", "1");
}

void Group::time_axis(const StudyHeader& header) {
    std::vector<std::int32_t> months(header.times);
    std::iota(months.begin(), months.end(), 0);
    std::vector<std::int32_t> days;
    for (std::size_t month = 0; month < header.times; ++month) {
        days.push_back(days_to(header.start, month));
    }
    number_axis("time", days, "moment of the state: the opening, then the close of each month");
    file_.set_text(path("time"), "standard_name", "time");
    file_.set_text(path("time"), "axis", "T");
    file_.set_text(path("time"), "units", "days since " + foothold::text(header.start) + "-01");
    file_.set_text(path("time"), "calendar", "proleptic_gregorian");
    file_.write_all(path("month"), months, {months.size()});
    file_.set_text(path("month"), "long_name", "months simulated; 0 is the opening state");
    file_.set_text(path("month"), "units", "1");
    attach("month", {"time"});
    append_word(descriptions_, "month");
}

void Group::variable(const MeasureInfo& measure,
                     hdf5::Kind kind,
                     const hdf5::Storage& storage,
                     const Names& axes,
                     const std::string& cell_methods) {
    const std::string dataset = path(measure.name);
    file_.create(dataset, kind, storage);
    file_.set_text(dataset, "long_name", measure.meaning);
    file_.set_text(dataset, "units", measure.unit);
    if (!descriptions_.empty()) {
        file_.set_text(dataset, "coordinates", descriptions_);
    }
    if (!cell_methods.empty()) {
        file_.set_text(dataset, "cell_methods", cell_methods);
    }
    attach(measure.name, axes);
}

void Group::list_measures(const std::vector<MeasureInfo>& measures) {
    std::string names;
    for (const MeasureInfo& measure : measures) {
        append_word(names, measure.name);
    }
    file_.set_text(name_, "measures", names);
}

void Group::attach(const std::string& dataset, const Names& axes) {
    Names scales;
    for (const std::string& axis : axes) {
        scales.push_back(path(axis));
    }
    file_.attach_scales(path(dataset), scales);
}

}  // namespace foothold::results_layout
