#include "sim/io/results.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/contracts.hpp"
#include "sim/io/fingerprint.hpp"
#include "sim/io/hdf5.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/results_layout.hpp"
#include "sim/io/results_pairs.hpp"
#include "sim/io/segment.hpp"

#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace foothold {

namespace {

using Row = std::vector<std::int64_t>;
using Segments = std::map<std::int32_t, std::filesystem::path>;  // by number of replicate

Segments in_order(const StudyHeader& header,
                  const std::vector<std::filesystem::path>& paths,
                  const std::filesystem::path& out) {
    if (paths.empty()) {
        throw IoError(out.string(), "cannot be written: there is no segment to merge");
    }
    Segments segments;
    for (const std::filesystem::path& path : paths) {
        const auto number = static_cast<std::int32_t>(replicate_in_segment(path, header));
        const auto [place, is_new] = segments.emplace(number, path);
        if (!is_new) {
            throw IoError(path.string(),
                          "holds replicate " + std::to_string(number) + ", as does "
                              + place->second.string() + "; remove one of them");
        }
    }
    return segments;
}

/// Courses of a few replicates, held until they fill a chunk.
class CourseBuffer {
  public:
    CourseBuffer(const std::string& group,
                 const std::vector<MeasureInfo>& measures,
                 std::size_t leads)
        : leads_(leads), held_(measures.size() * leads) {
        for (const MeasureInfo& measure : measures) {
            datasets_.push_back(group + "/" + measure.name);
        }
    }

    /// `lead` is the arm or contrast.
    void add(std::size_t measure, std::size_t lead, const Row& course) {
        Row& held = held_[measure * leads_ + lead];
        held.insert(held.end(), course.begin(), course.end());
    }

    /// Writes what is held as the replicates from `first` on.
    void flush(hdf5::File& file, std::size_t first, std::size_t times) {
        for (std::size_t i = 0; i < held_.size(); ++i) {
            const std::size_t replicates = held_[i].size() / times;
            file.write(
                datasets_[i / leads_], held_[i], {{i % leads_, first, 0}, {1, replicates, times}});
            held_[i].clear();
        }
    }

  private:
    std::size_t leads_;
    std::vector<std::string> datasets_;
    std::vector<Row> held_;  // shape [measure * leads + lead][replicate * times + time]
};

Row summed_over_neighbourhoods(const Row& places, std::size_t times) {
    const auto neighbourhoods = static_cast<std::ptrdiff_t>(places.size() / times);
    Row sums;
    for (auto from = places.begin(); from != places.end(); from += neighbourhoods) {
        sums.push_back(std::accumulate(from, from + neighbourhoods, std::int64_t{0}));
    }
    return sums;
}

Row difference(const Row& arm, const Row& reference) {
    Row differences;
    for (std::size_t time = 0; time < arm.size(); ++time) {
        differences.push_back(arm[time] - reference[time]);
    }
    return differences;
}

std::vector<MeasureInfo> region_and_programme(const StudyHeader& header) {
    std::vector<MeasureInfo> all = header.place_measures;
    all.insert(all.end(), header.programme_measures.begin(), header.programme_measures.end());
    return all;
}

/// The tables without neighbourhoods, for a few replicates at a time.
class CourseTables {
  public:
    explicit CourseTables(const StudyHeader& header)
        : header_(header), compared_(results_layout::compared_arms(header)),
          region_("/region", header.place_measures, header.arms.size()),
          programme_("/programme", header.programme_measures, header.arms.size()),
          digest_("/digest", {{"state", "", ""}}, header.arms.size()),
          paired_("/paired", region_and_programme(header), compared_.size()) {}

    void add(const Replicate& replicate) {
        std::vector<std::vector<Row>> courses;  // shape [arm][measure][time]
        for (std::size_t arm = 0; arm < replicate.arms.size(); ++arm) {
            courses.push_back(add_arm(arm, replicate.arms[arm]));
        }
        const std::vector<Row>& reference = courses[header_.reference];
        for (std::size_t contrast = 0; contrast < compared_.size(); ++contrast) {
            const std::vector<Row>& arm = courses[compared_[contrast]];
            for (std::size_t measure = 0; measure < arm.size(); ++measure) {
                paired_.add(measure, contrast, difference(arm[measure], reference[measure]));
            }
        }
        ++held_;
    }

    bool is_full() const { return held_ == results_layout::replicates_per_chunk; }

    void flush(hdf5::File& file) {
        if (held_ == 0) {
            return;
        }
        for (CourseBuffer* buffer : {&region_, &programme_, &digest_, &paired_}) {
            buffer->flush(file, written_, header_.times);
        }
        written_ += std::exchange(held_, 0);
    }

  private:
    /// Returns the arm's courses, the place measures first.
    std::vector<Row> add_arm(std::size_t arm, const Trajectory& trajectory) {
        std::vector<Row> courses;
        for (std::size_t measure = 0; measure < trajectory.places.size(); ++measure) {
            courses.push_back(
                summed_over_neighbourhoods(trajectory.places[measure], header_.times));
            region_.add(measure, arm, courses.back());
        }
        for (std::size_t measure = 0; measure < trajectory.programmes.size(); ++measure) {
            courses.push_back(trajectory.programmes[measure]);
            programme_.add(measure, arm, courses.back());
        }
        digest_.add(0, arm, Row(trajectory.digest.begin(), trajectory.digest.end()));
        return courses;
    }

    const StudyHeader& header_;
    std::vector<std::size_t> compared_;
    std::size_t held_ = 0;     // replicates in the buffers
    std::size_t written_ = 0;  // replicates in the file
    CourseBuffer region_;
    CourseBuffer programme_;
    CourseBuffer digest_;
    CourseBuffer paired_;
};

std::vector<std::int32_t>
in_32_bits(const hdf5::File& file, const MeasureInfo& measure, const Row& row) {
    std::vector<std::int32_t> narrow;
    narrow.reserve(row.size());
    for (const std::int64_t value : row) {
        if (value != static_cast<std::int32_t>(value)) {
            file.fail("cannot be written: measure " + measure.name + " reaches "
                      + std::to_string(value) + ", and only measures in pence may need 64 bits");
        }
        narrow.push_back(static_cast<std::int32_t>(value));
    }
    return narrow;
}

void write_summary(hdf5::File& file,
                   const StudyHeader& header,
                   std::size_t place_in_file,
                   const Replicate& replicate) {
    const hdf5::Shape extent = {1, 1, header.times, header.neighbourhoods.size()};
    for (std::size_t arm = 0; arm < replicate.arms.size(); ++arm) {
        for (std::size_t i = 0; i < header.place_measures.size(); ++i) {
            const MeasureInfo& measure = header.place_measures[i];
            const Row& row = replicate.arms[arm].places[i];
            const hdf5::Block block{{arm, place_in_file, 0, 0}, extent};
            if (results_layout::kind_in_summary(measure) == hdf5::Kind::int64) {
                file.write("/summary/" + measure.name, row, block);
            } else {
                file.write("/summary/" + measure.name, in_32_bits(file, measure, row), block);
            }
        }
    }
}

}  // namespace

void merge_segments(const StudyHeader& header,
                    const std::vector<std::filesystem::path>& paths,
                    const std::filesystem::path& out) {
    FOOTHOLD_EXPECT(header.reference < header.arms.size());
    FOOTHOLD_EXPECT(header.arm_labels.size() == header.arms.size());
    FOOTHOLD_EXPECT(header.neighbourhood_names.size() == header.neighbourhoods.size());
    FOOTHOLD_EXPECT(header.parameter_values.size() == header.parameters.size());
    const Segments segments = in_order(header, paths, out);
    std::vector<std::int32_t> numbers;
    std::size_t followed = 0;
    for (const auto& [number, path] : segments) {
        numbers.push_back(number);
        followed += followed_in_segment(path, header);
    }
    PartFile part(out);
    hdf5::File file = hdf5::File::create(part);
    results_layout::lay_out(file, header, numbers);
    results_pairs::lay_out(file, header, numbers, followed);
    CourseTables tables(header);
    Fingerprint fingerprint;
    std::size_t place_in_file = 0;
    followed = 0;
    for (const auto& [number, path] : segments) {
        const Replicate replicate = read_segment(path, header);
        followed += results_pairs::write(file, header, place_in_file, replicate, followed);
        write_summary(file, header, place_in_file++, replicate);
        fingerprint.add(replicate);
        tables.add(replicate);
        if (tables.is_full()) {
            tables.flush(file);
        }
    }
    tables.flush(file);
    file.set_text("/", "fingerprint", fingerprint.text());
    file.close();
    part.keep();
}

}  // namespace foothold
