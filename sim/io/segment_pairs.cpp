#include "sim/io/segment_pairs.hpp"

#include "sim/io/followed_table.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace foothold::segment_pairs {

namespace {

constexpr unsigned fast_deflate = 1;
constexpr std::size_t lines = ledger_lines.size();

const std::string courses = "/pairs";   // (contrast, pair measure, time)
const std::string ledgers = "/ledger";  // (contrast, year, group * line)

std::string people_of(std::size_t contrast) {
    return "/followed_" + std::to_string(contrast);  // (person, column)
}

std::string lives_of(std::size_t contrast) {
    return "/lives_"
           + std::to_string(contrast);  // months from `from` on: (arm, reference), each 8 bits
}

std::size_t contrasts(const StudyHeader& header) {
    return header.pair_measures.empty() ? 0 : header.arms.size() - 1;
}

/// Months of which somebody's work is known.
std::size_t months_followed(const StudyHeader& header, const Followed& person) {
    return header.times - 1 - static_cast<std::size_t>(person.from);
}

void write_followed(hdf5::File& file, std::size_t contrast, const std::vector<Followed>& people) {
    if (people.empty()) {
        return;
    }
    std::vector<std::int64_t> table;
    std::vector<std::int8_t> lives;
    for (const Followed& person : people) {
        const std::vector<std::int64_t> numbers = numbers_of(person);
        table.insert(table.end(), numbers.begin(), numbers.end());
        lives.insert(lives.end(), person.in_work.begin(), person.in_work.end());
        lives.insert(lives.end(), person.in_work_without.begin(), person.in_work_without.end());
    }
    const hdf5::Shape shape = {people.size(), followed_columns().size()};
    file.create(people_of(contrast), hdf5::Kind::int64, {shape, shape, fast_deflate});
    file.write(people_of(contrast), table, hdf5::all_of(shape));
    file.create(
        lives_of(contrast), hdf5::Kind::int8, {{lives.size()}, {lives.size()}, fast_deflate});
    file.write(lives_of(contrast), lives, hdf5::all_of({lives.size()}));
}

std::vector<Followed>
read_followed(const hdf5::File& file, const StudyHeader& header, std::size_t contrast) {
    std::vector<Followed> people;
    if (!file.has(people_of(contrast))) {
        return people;
    }
    const auto table = file.read_all<std::int64_t>(people_of(contrast));
    const auto lives = file.read_all<std::int8_t>(lives_of(contrast));
    auto life = lives.begin();
    const auto take = [&](std::size_t months) {
        if (static_cast<std::size_t>(lives.end() - life) < months) {
            file.fail("is damaged: " + lives_of(contrast) + " is too short");
        }
        const auto first = std::exchange(life, life + static_cast<std::ptrdiff_t>(months));
        return std::vector<std::int8_t>(first, life);
    };
    const std::size_t columns = followed_columns().size();
    for (std::size_t i = 0; i < table.size(); i += columns) {
        Followed person = followed_from(&table[i]);
        if (person.from < 0 || static_cast<std::size_t>(person.from) + 1 >= header.times) {
            file.fail("is damaged: somebody is followed from a month that the study has not");
        }
        person.in_work = take(months_followed(header, person));
        person.in_work_without = take(months_followed(header, person));
        people.push_back(std::move(person));
    }
    return people;
}

}  // namespace

bool fit(const StudyHeader& header, const std::vector<PairAccounts>& pairs) {
    return pairs.size() == contrasts(header)
           && std::all_of(pairs.begin(), pairs.end(), [&](const PairAccounts& each) {
                  const auto right_length = [&](const auto& row) {
                      return row.size() == header.times;
                  };
                  const auto right_groups = [&](const auto& year) {
                      return year.size() == header.ledger_groups.size();
                  };
                  const auto right_life = [&](const Followed& person) {
                      return person.in_work.size() == months_followed(header, person)
                             && person.in_work_without.size() == person.in_work.size();
                  };
                  return each.courses.size() == header.pair_measures.size()
                         && std::all_of(each.courses.begin(), each.courses.end(), right_length)
                         && each.by_group.size() == header.years()
                         && std::all_of(each.by_group.begin(), each.by_group.end(), right_groups)
                         && std::all_of(each.followed.begin(), each.followed.end(), right_life);
              });
}

void write(hdf5::File& file, const StudyHeader& header, const std::vector<PairAccounts>& pairs) {
    if (pairs.empty()) {
        return;
    }
    const std::size_t width = header.ledger_groups.size() * lines;
    file.create(courses,
                hdf5::Kind::int64,
                {{pairs.size(), header.pair_measures.size(), header.times},
                 {1, header.pair_measures.size(), header.times},
                 fast_deflate});
    file.create(ledgers,
                hdf5::Kind::int64,
                {{pairs.size(), header.years(), width}, {1, 1, width}, fast_deflate});
    for (std::size_t c = 0; c < pairs.size(); ++c) {
        for (std::size_t m = 0; m < header.pair_measures.size(); ++m) {
            file.write(courses, pairs[c].courses[m], {{c, m, 0}, {1, 1, header.times}});
        }
        for (std::size_t year = 0; year < header.years(); ++year) {
            std::vector<std::int64_t> row;
            for (const Ledger& ledger : pairs[c].by_group[year]) {
                row.insert(row.end(), ledger.lines.begin(), ledger.lines.end());
            }
            file.write(ledgers, row, {{c, year, 0}, {1, 1, width}});
        }
        write_followed(file, c, pairs[c].followed);
    }
}

std::vector<PairAccounts> read(const hdf5::File& file, const StudyHeader& header) {
    std::vector<PairAccounts> pairs(contrasts(header));
    const std::size_t width = header.ledger_groups.size() * lines;
    for (std::size_t c = 0; c < pairs.size(); ++c) {
        for (std::size_t m = 0; m < header.pair_measures.size(); ++m) {
            pairs[c].courses.push_back(
                file.read<std::int64_t>(courses, {{c, m, 0}, {1, 1, header.times}}));
        }
        for (std::size_t year = 0; year < header.years(); ++year) {
            const auto row = file.read<std::int64_t>(ledgers, {{c, year, 0}, {1, 1, width}});
            auto& groups = pairs[c].by_group.emplace_back(header.ledger_groups.size());
            for (std::size_t i = 0; i < row.size(); ++i) {
                groups[i / lines].lines[i % lines] = row[i];
            }
        }
        pairs[c].followed = read_followed(file, header, c);
    }
    return pairs;
}

std::size_t followed(const hdf5::File& file, const StudyHeader& header) {
    std::size_t people = 0;
    for (std::size_t c = 0; c < contrasts(header); ++c) {
        people += file.has(people_of(c)) ? file.shape(people_of(c)).at(0) : 0;
    }
    return people;
}

}  // namespace foothold::segment_pairs
