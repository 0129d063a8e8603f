#include "sim/io/segment.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/hash_text.hpp"
#include "sim/io/hdf5.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/segment_pairs.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

constexpr std::int64_t format_mark = 0x666f6f74686f6c64;  // "foothold" in ASCII
constexpr std::int64_t format_version = 2;
constexpr unsigned fast_deflate = 1;  // segments are read once, then may go

const std::string identity = "/identity";      // mark, format version, scenario hash, replicate
const std::string places = "/places";          // (arm, measure, time * neighbourhood)
const std::string programmes = "/programmes";  // (arm, measure, time)
const std::string digest = "/digest";  // (arm, time), each 64-bit pattern as a signed number

using Rows = std::vector<std::vector<std::int64_t>>;

bool fits(const Rows& rows, std::size_t measures, std::size_t length) {
    return rows.size() == measures && std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
               return row.size() == length;
           });
}

void expect_fit(const std::filesystem::path& path,
                const StudyHeader& header,
                const Replicate& replicate) {
    const std::size_t cells = header.times * header.neighbourhoods.size();
    bool all_fit =
        replicate.arms.size() == header.arms.size() && segment_pairs::fit(header, replicate.pairs);
    for (const Trajectory& arm : replicate.arms) {
        all_fit = all_fit && fits(arm.places, header.place_measures.size(), cells)
                  && fits(arm.programmes, header.programme_measures.size(), header.times)
                  && arm.digest.size() == header.times;
    }
    if (!all_fit) {
        throw IoError(path.string(),
                      "cannot be written: replicate " + std::to_string(replicate.number)
                          + " has not the study's arms, measures, months and neighbourhoods");
    }
}

void create_rows(hdf5::File& file,
                 const std::string& dataset,
                 const StudyHeader& header,
                 std::size_t measures,
                 std::size_t length) {
    if (measures != 0) {
        file.create(dataset,
                    hdf5::Kind::int64,
                    {{header.arms.size(), measures, length}, {1, 1, length}, fast_deflate});
    }
}

void write_rows(hdf5::File& file, const std::string& dataset, std::size_t arm, const Rows& rows) {
    for (std::size_t measure = 0; measure < rows.size(); ++measure) {
        file.write(dataset, rows[measure], {{arm, measure, 0}, {1, 1, rows[measure].size()}});
    }
}

Rows read_rows(const hdf5::File& file,
               const std::string& dataset,
               std::size_t arm,
               std::size_t measures,
               std::size_t length) {
    Rows rows(measures);
    for (std::size_t measure = 0; measure < measures; ++measure) {
        rows[measure] = file.read<std::int64_t>(dataset, {{arm, measure, 0}, {1, 1, length}});
    }
    return rows;
}

/// Numbers in one checked chunk, not text: HDF5 keeps text where a flipped bit goes unnoticed.
void write_identity(hdf5::File& file, const StudyHeader& header, const Replicate& replicate) {
    const std::vector<std::int64_t> marks = {format_mark,
                                             format_version,
                                             static_cast<std::int64_t>(header.scenario_hash),
                                             replicate.number};
    file.create(identity, hdf5::Kind::int64, {{marks.size()}, {marks.size()}});
    file.write(identity, marks, hdf5::all_of({marks.size()}));
}

/// A segment that is sound but not wanted here. To make it again would be the wrong cure.
class OtherStudy : public IoError {
  public:
    OtherStudy(const std::filesystem::path& path, std::uint64_t hash, std::uint64_t expected)
        : IoError(path.string(),
                  "belongs to another study, place or version of the program (scenario hash "
                      + hash_text(hash) + ", expected " + hash_text(expected)
                      + "); choose another folder with -o, or delete "
                      + path.parent_path().string()) {}
};

struct OpenSegment {
    hdf5::File file;
    std::uint32_t replicate = 0;
};

/// Opens what must be a segment of this study, in this version.
OpenSegment open_segment(const std::filesystem::path& path, const StudyHeader& header) {
    hdf5::File file = hdf5::File::open(path);
    if (!file.has(identity)) {
        file.fail("is not a segment");
    }
    const auto marks = file.read<std::int64_t>(identity, hdf5::all_of({4}));
    if (marks[0] != format_mark) {
        file.fail("is not a segment");
    }
    if (marks[1] != format_version) {
        file.fail("is a segment of format version " + std::to_string(marks[1])
                  + ", and this program reads version " + std::to_string(format_version));
    }
    if (const auto hash = static_cast<std::uint64_t>(marks[2]); hash != header.scenario_hash) {
        throw OtherStudy(path, hash, header.scenario_hash);
    }
    return {std::move(file), static_cast<std::uint32_t>(marks[3])};
}

Replicate read_replicate(const OpenSegment& segment, const StudyHeader& header) {
    const hdf5::File& file = segment.file;
    const std::size_t cells = header.times * header.neighbourhoods.size();
    const hdf5::Shape expected = {header.arms.size(), header.place_measures.size(), cells};
    if (!header.place_measures.empty() && file.shape(places) != expected) {
        file.fail("has not the study's arms, measures, months and neighbourhoods");
    }
    Replicate replicate{segment.replicate, {}, {}};
    for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
        Trajectory course;
        course.places = read_rows(file, places, arm, header.place_measures.size(), cells);
        course.programmes =
            read_rows(file, programmes, arm, header.programme_measures.size(), header.times);
        const auto signed_digest = file.read<std::int64_t>(digest, {{arm, 0}, {1, header.times}});
        course.digest.assign(signed_digest.begin(), signed_digest.end());
        replicate.arms.push_back(std::move(course));
    }
    replicate.pairs = segment_pairs::read(file, header);
    return replicate;
}

/// Whatever else is wrong with a segment, making it again is the cure.
template <class Read>
auto with_remedy(const std::filesystem::path& path, const Read& read) {
    try {
        return read();
    } catch (const OtherStudy&) {
        throw;
    } catch (const IoError& error) {
        const std::string problem = std::string(error.what()).substr(path.string().size() + 2);
        std::error_code ignored;
        const bool exists = std::filesystem::exists(path, ignored);
        throw IoError(path.string(),
                      problem + (exists ? "; delete it and run again" : "; run again"));
    }
}

}  // namespace

void write_segment(const std::filesystem::path& path,
                   const StudyHeader& header,
                   const Replicate& replicate) {
    expect_fit(path, header, replicate);
    const std::size_t cells = header.times * header.neighbourhoods.size();
    PartFile part(path);
    hdf5::File file = hdf5::File::create(part);
    write_identity(file, header, replicate);
    create_rows(file, places, header, header.place_measures.size(), cells);
    create_rows(file, programmes, header, header.programme_measures.size(), header.times);
    file.create(digest, hdf5::Kind::int64, {{header.arms.size(), header.times}, {1, header.times}});
    for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
        const Trajectory& course = replicate.arms[arm];
        write_rows(file, places, arm, course.places);
        write_rows(file, programmes, arm, course.programmes);
        const std::vector<std::int64_t> signed_digest(course.digest.begin(), course.digest.end());
        file.write(digest, signed_digest, {{arm, 0}, {1, header.times}});
    }
    segment_pairs::write(file, header, replicate.pairs);
    file.close();
    part.keep();
}

Replicate read_segment(const std::filesystem::path& path, const StudyHeader& header) {
    return with_remedy(path, [&] { return read_replicate(open_segment(path, header), header); });
}

std::uint32_t replicate_in_segment(const std::filesystem::path& path, const StudyHeader& header) {
    return with_remedy(path, [&] { return open_segment(path, header).replicate; });
}

std::size_t followed_in_segment(const std::filesystem::path& path, const StudyHeader& header) {
    return with_remedy(
        path, [&] { return segment_pairs::followed(open_segment(path, header).file, header); });
}

}  // namespace foothold
