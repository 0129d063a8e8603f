#include "sim/io/results_pairs.hpp"

#include "sim/io/followed_table.hpp"
#include "sim/io/results_group.hpp"
#include "sim/io/results_layout.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace foothold::results_pairs {

namespace {

using results_layout::Group;
using results_layout::Names;

constexpr std::size_t people_per_chunk = 1024;

void lay_out_courses(hdf5::File& file,
                     const StudyHeader& header,
                     const std::vector<std::int32_t>& replicates) {
    Group group(file, "/pairs");
    const std::size_t contrasts = results_layout::contrast_axis(group, header);
    group.replicate_axis(replicates);
    group.time_axis(header);
    for (const MeasureInfo& measure : header.pair_measures) {
        group.variable(measure,
                       hdf5::Kind::int64,
                       {{contrasts, replicates.size(), header.times}, {1, 1, header.times}},
                       {"contrast", "replicate", "time"});
    }
    group.list_measures(header.pair_measures);
}

void lay_out_ledger(hdf5::File& file,
                    const StudyHeader& header,
                    const std::vector<std::int32_t>& replicates) {
    Group group(file, "/ledger");
    const std::size_t contrasts = results_layout::contrast_axis(group, header);
    group.replicate_axis(replicates);
    std::vector<std::int32_t> ends(header.years());
    std::iota(ends.begin(), ends.end(), 1);
    group.number_axis(
        "year", ends, "year of the study, from 1; accounts run from its start to there");
    Names names;
    Names dimensions;
    for (const LedgerGroup& each : header.ledger_groups) {
        names.push_back(each.name);
        dimensions.push_back(each.dimension);
    }
    group.text_axis("group", names, "group of people; those of one dimension add up to everybody");
    group.describe_axis("group", "dimension", dimensions, "what tells the groups apart");
    for (std::size_t line = 0; line < ledger_lines.size(); ++line) {
        const MeasureInfo& measure = header.pair_measures.at(line);
        group.variable({measure.name, "person month", measure.meaning},
                       hdf5::Kind::int64,
                       {{contrasts, replicates.size(), ends.size(), names.size()},
                        {1, 1, ends.size(), names.size()}},
                       {"contrast", "replicate", "year", "group"});
    }
}

void lay_out_followed(hdf5::File& file, const StudyHeader& header, std::size_t followed) {
    if (followed == 0) {
        return;
    }
    Group group(file, "/followed");
    std::vector<std::int32_t> numbers(followed);
    std::iota(numbers.begin(), numbers.end(), 0);
    group.number_axis("row", numbers, "row of the table; of one arm and replicate together");
    group.time_axis(header);
    const std::size_t chunk = std::min(followed, people_per_chunk);
    const auto number = [&](const MeasureInfo& measure) {
        group.variable(measure, hdf5::Kind::int32, {{followed}, {chunk}}, {"row"});
    };
    number({"contrast", "1", "arm: its place on the axis contrast of /pairs, from 0"});
    number({"replicate", "1", "number of the replicate"});
    for (const FollowedColumn& column : followed_columns()) {
        number({std::string{column.name}, std::string{column.unit}, std::string{column.meaning}});
    }
    for (const auto& [name, where] :
         {std::pair{"in_work", "the arm"}, std::pair{"in_work_without", "the reference"}}) {
        group.variable({name,
                        "1",
                        std::string{"1 in work in "} + where
                            + " at this time, 0 not, -1 gone, too old or not yet followed"},
                       hdf5::Kind::int8,
                       {{followed, header.times}, {chunk, header.times}},
                       {"row", "time"});
    }
}

/// The table's part of one arm and replicate.
void write_followed(hdf5::File& file,
                    const StudyHeader& header,
                    std::size_t first,
                    std::size_t contrast,
                    std::uint32_t replicate,
                    const std::vector<Followed>& people) {
    if (people.empty()) {
        return;
    }
    const hdf5::Block rows{{first}, {people.size()}};
    const auto write = [&](std::string_view name, const auto& value) {
        std::vector<std::int64_t> column;
        for (const Followed& person : people) {
            column.push_back(value(person));
        }
        file.write("/followed/" + std::string{name}, column, rows);
    };
    write("contrast", [&](const Followed&) { return static_cast<std::int64_t>(contrast); });
    write("replicate", [&](const Followed&) { return std::int64_t{replicate}; });
    for (const FollowedColumn& column : followed_columns()) {
        write(column.name, column.get);
    }
    for (const auto& [name, life] : {std::pair{"in_work", &Followed::in_work},
                                     std::pair{"in_work_without", &Followed::in_work_without}}) {
        std::vector<std::int8_t> months;
        for (const Followed& person : people) {
            const std::vector<std::int8_t>& known = person.*life;
            months.insert(months.end(), header.times - known.size(), -1);
            months.insert(months.end(), known.begin(), known.end());
        }
        file.write(
            std::string{"/followed/"} + name, months, {{first, 0}, {people.size(), header.times}});
    }
}

}  // namespace

void lay_out(hdf5::File& file,
             const StudyHeader& header,
             const std::vector<std::int32_t>& replicates,
             std::size_t followed) {
    if (header.pair_measures.empty() || header.arms.size() < 2) {
        return;
    }
    lay_out_courses(file, header, replicates);
    lay_out_ledger(file, header, replicates);
    lay_out_followed(file, header, followed);
}

std::size_t write(hdf5::File& file,
                  const StudyHeader& header,
                  std::size_t place_in_file,
                  const Replicate& replicate,
                  std::size_t followed_before) {
    std::size_t followed = 0;
    for (std::size_t c = 0; c < replicate.pairs.size(); ++c) {
        const PairAccounts& pair = replicate.pairs[c];
        for (std::size_t m = 0; m < header.pair_measures.size(); ++m) {
            file.write("/pairs/" + header.pair_measures[m].name,
                       pair.courses[m],
                       {{c, place_in_file, 0}, {1, 1, header.times}});
        }
        for (std::size_t line = 0; line < ledger_lines.size(); ++line) {
            std::vector<std::int64_t> values;
            for (const std::vector<Ledger>& year : pair.by_group) {
                for (const Ledger& ledger : year) {
                    values.push_back(ledger.lines[line]);
                }
            }
            file.write("/ledger/" + std::string{ledger_lines[line]},
                       values,
                       {{c, place_in_file, 0, 0},
                        {1, 1, pair.by_group.size(), header.ledger_groups.size()}});
        }
        write_followed(
            file, header, followed_before + followed, c, replicate.number, pair.followed);
        followed += pair.followed.size();
    }
    return followed;
}

}  // namespace foothold::results_pairs
