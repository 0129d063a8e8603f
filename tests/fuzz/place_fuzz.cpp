// Feeds rubbish to the readers of place files, of publishers' tables and of sources.yaml. An input
// is up to four texts with a line "%%" between them: place.yaml, neighbourhoods.csv, zones.csv,
// authorities.csv. Each text is tried as a table and as sources.yaml too.
#include "foothold/diagnostics.hpp"

#include "sim/io/csv.hpp"
#include "sim/io/place_file.hpp"
#include "sim/io/place_sources.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

std::array<std::string, 4> parts_of(const std::string& input) {
    const std::string between = "%%\n";
    std::array<std::string, 4> parts;
    std::size_t begin = 0;
    for (std::string& part : parts) {
        const std::size_t end = input.find(between, begin);
        part = input.substr(begin, end - begin);
        if (end == std::string::npos) {
            break;
        }
        begin = end + between.size();
    }
    return parts;
}

/// Reads every field in every way there is.
void read_as_table(const std::string& text) {
    foothold::Diagnostics found;
    const foothold::CsvTable table = foothold::parse_csv("fuzz.csv", text, found);
    const foothold::CsvReader reader(table, found);
    reader.column("people");
    for (std::size_t row = 0; row < reader.size(); ++row) {
        for (std::size_t column = 0; column < table.header.fields.size(); ++column) {
            reader.text(row, column);
            reader.count(row, column);
            reader.share(row, column);
        }
    }
}

template <class Read>
void expect_no_other_error(Read read) {
    try {
        read();
    } catch (const foothold::ScenarioError&) {
        // What a wrong file deserves.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    const auto [place, neighbourhoods, zones, authorities] = parts_of(input);
    expect_no_other_error(
        [&, texts = foothold::PlaceTexts{place, neighbourhoods, zones, authorities}] {
            foothold::parse_place(texts, "fuzz");
        });
    expect_no_other_error([&, text = place] { foothold::parse_place_sources(text, "fuzz.yaml"); });
    read_as_table(place);
    read_as_table(neighbourhoods);
    return 0;
}
