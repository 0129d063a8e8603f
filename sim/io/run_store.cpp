#include "sim/io/run_store.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/core/hash.hpp"
#include "sim/io/hash_text.hpp"
#include "sim/io/part_file.hpp"
#include "sim/io/text_file.hpp"
#include "sim/io/wording.hpp"

#include <bit>
#include <charconv>
#include <sstream>
#include <system_error>

namespace foothold {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20U;

}  // namespace

RunStore::RunStore(std::filesystem::path folder, const std::string& key)
    : folder_{std::move(folder)} {
    std::error_code wrong;
    std::filesystem::create_directories(folder_, wrong);
    if (wrong) {
        throw IoError{folder_.string(),
                      "cannot be made: " + wrong.message() + "; choose another place with -o"};
    }
    const std::filesystem::path label = folder_ / "key.txt";
    if (!std::filesystem::exists(label)) {
        write_whole(label, key + "\n");
    } else if (read_text_file(label.string(), most_bytes) != key + "\n") {
        throw IoError{folder_.string(),
                      "holds runs of another model, scenario or place; remove it, or choose "
                      "another place with -o"};
    }
}

std::filesystem::path RunStore::path_of(const Point& point, std::uint32_t luck) const {
    Digest digest;
    for (const double value : point) {
        digest.add(std::bit_cast<std::uint64_t>(value));
    }
    digest.add(luck);
    return folder_ / ("run-" + hash_text(digest.value()) + ".txt");
}

std::optional<std::vector<double>> RunStore::find(const Point& point, std::uint32_t luck) const {
    const std::filesystem::path path = path_of(point, luck);
    if (!std::filesystem::exists(path)) {
        return std::nullopt;
    }
    std::istringstream words{read_text_file(path.string(), most_bytes)};
    std::vector<double> values;
    for (std::string word; words >> word;) {
        double value = 0.0;
        const char* end = word.data() + word.size();
        if (std::from_chars(word.data(), end, value).ptr != end) {
            throw IoError{path.string(), "is damaged; remove it, and it will be made again"};
        }
        values.push_back(value);
    }
    return values;
}

void RunStore::keep(const Point& point,
                    std::uint32_t luck,
                    const std::vector<double>& values) const {
    std::string text;
    for (const double value : values) {
        text += number_text(value) + '\n';
    }
    write_whole(path_of(point, luck), text);
}

}  // namespace foothold
