#pragma once

#include "foothold/trajectory.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace foothold::small_study {

/// Three arms, five times, four neighbourhoods, with names that are not plain ASCII.
inline StudyHeader header() {
    StudyHeader study;
    study.title = "A small study — for tests";
    study.scenario_yaml = "name: small\nlabel: Llanfair‑pwll\n";
    study.version = "foothold 0.1.0 (0123abc)";
    study.seed = 18446744073709551615U;
    study.scenario_hash = 0x00c0ffee12345678U;
    study.place_hash = 0xfedcba9876543210U;
    study.place_licence = "Open Government Licence v3.0 © Crown";
    study.start = {2018, 11};
    study.times = 5;
    study.arms = {"household", "none", "individual"};
    study.arm_labels = {"Whole household", "No programme — business as usual", "One person"};
    study.reference = 1;
    study.neighbourhoods = {"W01000001", "W01000002", "E01000003", "E01000004"};
    study.neighbourhood_names = {"Ynys Môn", "Tŷ‑croes", "Leeds 001A", "St John’s"};
    study.place_measures = {{"workless", "person", "people of working age without a job"},
                            {"benefits", "pence", "paid in the month"},
                            {"hires", "1", "jobs begun in the month"}};
    study.programme_measures = {{"caseload", "person", "people with an advocate"},
                                {"spent", "pence", "paid to the provider in the month"}};
    study.parameters = {"barriers[0].onset", "programmes.household.cost"};
    study.parameter_values = {0.1, 1234.5};
    return study;
}

/// Values that are all different, so that anything out of place shows.
inline Replicate replicate(const StudyHeader& study, std::uint32_t number) {
    Replicate made{number, {}, {}};
    for (std::size_t arm = 0; arm < study.arms.size(); ++arm) {
        Trajectory course;
        std::int64_t next = 1000 * number + 100000 * static_cast<std::int64_t>(arm);
        for (const MeasureInfo& measure : study.place_measures) {
            const std::int64_t scale = measure.unit == "pence" ? 10'000'000'000 : -1;
            auto& row = course.places.emplace_back();
            for (std::size_t i = 0; i < study.times * study.neighbourhoods.size(); ++i) {
                row.push_back(next++ * scale);
            }
        }
        for (std::size_t measure = 0; measure < study.programme_measures.size(); ++measure) {
            auto& row = course.programmes.emplace_back();
            for (std::size_t time = 0; time < study.times; ++time) {
                row.push_back(next++);
            }
        }
        for (std::size_t time = 0; time < study.times; ++time) {
            course.digest.push_back(~static_cast<std::uint64_t>(next++));
        }
        made.arms.push_back(course);
    }
    return made;
}

/// A folder of one's own for one test, removed with everything in it.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "foothold-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

    const std::filesystem::path& path() const { return path_; }

    /// How many files it holds.
    std::size_t size() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(path_), {}));
    }

  private:
    std::filesystem::path path_;
};

inline std::string bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void overwrite(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace foothold::small_study
