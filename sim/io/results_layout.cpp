#include "sim/io/results_layout.hpp"

#include "sim/io/hash_text.hpp"
#include "sim/io/results_group.hpp"

#include <algorithm>

namespace foothold::results_layout {

namespace {

/// What every table of courses is made of: (first axis, replicate, time), 64 bits.
struct CourseTable {
    std::string first_axis;
    std::size_t first_length;
    std::size_t replicates;
    std::size_t times;

    hdf5::Storage storage() const {
        return {{first_length, replicates, times},
                {1, std::min(replicates, replicates_per_chunk), times}};
    }
};

void add_variables(Group& group,
                   const std::vector<MeasureInfo>& measures,
                   const CourseTable& table,
                   const std::string& cell_methods = "") {
    for (const MeasureInfo& measure : measures) {
        group.variable(measure,
                       hdf5::Kind::int64,
                       table.storage(),
                       {table.first_axis, "replicate", "time"},
                       cell_methods);
    }
    group.list_measures(measures);
}

void lay_out_root(hdf5::File& file, const StudyHeader& header) {
    file.set_text("/", "Conventions", "CF-style attributes; not CF-compliant");
    file.set_text("/", "title", header.title);
    file.set_text("/", "source", header.version);
    file.set_text("/", "licence", header.place_licence);
    file.set_text("/", "seed", std::to_string(header.seed));
    file.set_text("/", "scenario_yaml", header.scenario_yaml);
    file.set_number("/", "schema_version", schema_version);
}

void lay_out_provenance(hdf5::File& file, const StudyHeader& header) {
    const std::string group = "/provenance";
    file.create_group(group);
    file.set_text(group, "version", header.version);
    file.set_text(group, "seed", std::to_string(header.seed));
    file.set_text(group, "scenario_hash", hash_text(header.scenario_hash));
    file.set_text(group, "place_hash", hash_text(header.place_hash));
    file.set_text(group, "place_licence", header.place_licence);
    file.set_text(group, "reference", header.arms.at(header.reference));
    file.set_number(group, "start_year", header.start.year);
    file.set_number(group, "start_month", header.start.month);
}

void lay_out_summary(hdf5::File& file,
                     const StudyHeader& header,
                     const std::vector<std::int32_t>& replicates) {
    constexpr std::size_t most_neighbourhoods = 4096;  // in one chunk
    Group group(file, "/summary");
    group.scenario_axis(header);
    group.replicate_axis(replicates);
    group.time_axis(header);
    group.text_axis("neighbourhood", header.neighbourhoods, "code of the neighbourhood");
    group.describe_axis("neighbourhood",
                        "neighbourhood_name",
                        header.neighbourhood_names,
                        "name of the neighbourhood");
    const std::size_t neighbourhoods = header.neighbourhoods.size();
    const hdf5::Storage storage{
        {header.arms.size(), replicates.size(), header.times, neighbourhoods},
        {1, 1, header.times, std::min(neighbourhoods, most_neighbourhoods)}};
    for (const MeasureInfo& measure : header.place_measures) {
        group.variable(measure,
                       kind_in_summary(measure),
                       storage,
                       {"scenario", "replicate", "time", "neighbourhood"});
    }
    group.list_measures(header.place_measures);
}

void lay_out_courses(hdf5::File& file,
                     const StudyHeader& header,
                     const std::vector<std::int32_t>& replicates,
                     const std::string& name,
                     const std::vector<MeasureInfo>& measures,
                     const std::string& cell_methods = "") {
    Group group(file, name);
    group.scenario_axis(header);
    group.replicate_axis(replicates);
    group.time_axis(header);
    const CourseTable table{"scenario", header.arms.size(), replicates.size(), header.times};
    add_variables(group, measures, table, cell_methods);
}

void lay_out_paired(hdf5::File& file,
                    const StudyHeader& header,
                    const std::vector<std::int32_t>& replicates) {
    if (header.arms.size() < 2) {
        return;
    }
    Group group(file, "/paired");
    const std::size_t contrasts = contrast_axis(group, header);
    group.replicate_axis(replicates);
    group.time_axis(header);
    std::vector<MeasureInfo> measures = header.place_measures;
    measures.insert(
        measures.end(), header.programme_measures.begin(), header.programme_measures.end());
    const CourseTable table{"contrast", contrasts, replicates.size(), header.times};
    add_variables(group, measures, table);
}

void lay_out_parameters(hdf5::File& file, const StudyHeader& header) {
    const std::size_t parameters = header.parameters.size();
    if (parameters == 0) {
        return;
    }
    Group group(file, "/parameters");
    group.number_axis("task", {0}, "point of the sweep; a single study has one");
    group.text_axis("parameter", header.parameters, "dotted path in the scenario");
    const MeasureInfo value{"value", "1", "value of the parameter, in the unit its path says"};
    group.variable(value, hdf5::Kind::float64, {{1, parameters}}, {"task", "parameter"});
    file.write(group.path("value"), header.parameter_values, hdf5::all_of({1, parameters}));
}

}  // namespace

hdf5::Kind kind_in_summary(const MeasureInfo& measure) {
    return measure.unit == "pence" ? hdf5::Kind::int64 : hdf5::Kind::int32;
}

std::vector<std::size_t> compared_arms(const StudyHeader& header) {
    std::vector<std::size_t> arms;
    for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
        if (arm != header.reference) {
            arms.push_back(arm);
        }
    }
    return arms;
}

std::size_t contrast_axis(Group& group, const StudyHeader& header) {
    const std::string& reference = header.arms.at(header.reference);
    Names contrasts;
    Names arms;
    for (const std::size_t arm : compared_arms(header)) {
        arms.push_back(header.arms[arm]);
        contrasts.push_back(header.arms[arm] + " - " + reference);
    }
    group.text_axis("contrast", contrasts, "arm minus reference, within each replicate");
    group.describe_axis("contrast", "arm", arms, "arm that is compared");
    group.describe_axis(
        "contrast", "reference", Names(arms.size(), reference), "arm it is compared with");
    return arms.size();
}

void lay_out(hdf5::File& file,
             const StudyHeader& header,
             const std::vector<std::int32_t>& replicates) {
    const MeasureInfo state{
        "state", "1", "64-bit digest of the whole state, its bits as a signed number"};
    lay_out_root(file, header);
    lay_out_provenance(file, header);
    lay_out_summary(file, header, replicates);
    lay_out_courses(
        file, header, replicates, "/region", header.place_measures, "neighbourhood: sum");
    lay_out_courses(file, header, replicates, "/programme", header.programme_measures);
    lay_out_courses(file, header, replicates, "/digest", {state});
    lay_out_paired(file, header, replicates);
    lay_out_parameters(file, header);
}

}  // namespace foothold::results_layout
