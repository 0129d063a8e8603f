#include "sim/io/results.hpp"
#include "sim/io/segment.hpp"
#include "tests/unit/small_study.hpp"

#include <vector>

/// Makes the small study's results file for readers in other languages: make_results <file>.
int main(int, char** arguments) {
    using namespace foothold;
    const StudyHeader study = small_study::header();
    const small_study::Folder folder;
    std::vector<std::filesystem::path> segments;
    for (const std::uint32_t number : {7U, 0U, 2U}) {
        segments.push_back(folder / std::to_string(number));
        write_segment(segments.back(), study, small_study::replicate(study, number));
    }
    merge_segments(study, segments, arguments[1]);
}
