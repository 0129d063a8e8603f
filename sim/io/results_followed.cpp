#include "sim/io/followed_table.hpp"
#include "sim/io/hdf5.hpp"
#include "sim/io/results.hpp"

#include <string>
#include <utility>

namespace foothold {

namespace {

/// The columns of the table for the rows of one block.
std::vector<Followed> people_in(const hdf5::File& file, std::size_t first, std::size_t rows) {
    std::vector<Followed> people(rows);
    for (const FollowedColumn& column : followed_columns()) {
        const auto values =
            file.read<std::int64_t>("/followed/" + std::string{column.name}, {{first}, {rows}});
        for (std::size_t i = 0; i < rows; ++i) {
            column.set(people[i], values[i]);
        }
    }
    return people;
}

/// Fills in what is known of everybody's work, from the month they are followed on.
void add_lives(const hdf5::File& file,
               const std::string& name,
               std::size_t first,
               std::vector<std::int8_t> Followed::*life,
               std::vector<Followed>& people) {
    const std::size_t times = file.shape("/followed/time").at(0);
    const auto months =
        file.read<std::int8_t>("/followed/" + name, {{first, 0}, {people.size(), times}});
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].from < 0 || static_cast<std::size_t>(people[i].from) + 1 >= times) {
            file.fail("is damaged: somebody is followed from a month that the study has not");
        }
        const auto row = months.begin() + static_cast<std::ptrdiff_t>(i * times);
        (people[i].*life)
            .assign(row + people[i].from + 1, row + static_cast<std::ptrdiff_t>(times));
    }
}

/// Where a replicate of this number stands.
std::size_t place_of(const hdf5::File& file, const FollowedPeople& all, std::int32_t number) {
    for (std::size_t place = 0; place < all.replicates.size(); ++place) {
        if (all.replicates[place] == static_cast<std::uint32_t>(number)) {
            return place;
        }
    }
    file.fail("is damaged: /followed names a replicate that it has not");
}

}  // namespace

FollowedPeople read_followed(const std::filesystem::path& results) {
    const Courses pairs = read_pairs(results);
    FollowedPeople all{pairs.arms, pairs.replicates, {}};
    all.people.resize(all.arms.size() * all.replicates.size());
    const hdf5::File file = hdf5::File::open(results);
    if (!file.has("/followed")) {
        return all;
    }
    const auto contrasts = file.read_all<std::int32_t>("/followed/contrast");
    const auto replicates = file.read_all<std::int32_t>("/followed/replicate");
    for (std::size_t first = 0; first < contrasts.size();) {
        std::size_t last = first;
        while (last < contrasts.size() && contrasts[last] == contrasts[first]
               && replicates[last] == replicates[first]) {
            ++last;
        }
        std::vector<Followed> people = people_in(file, first, last - first);
        add_lives(file, "in_work", first, &Followed::in_work, people);
        add_lives(file, "in_work_without", first, &Followed::in_work_without, people);
        const auto arm = static_cast<std::size_t>(contrasts[first]);
        if (arm >= all.arms.size()) {
            file.fail("is damaged: /followed names an arm that it has not");
        }
        all.people[arm * all.replicates.size() + place_of(file, all, replicates[first])] =
            std::move(people);
        first = last;
    }
    return all;
}

}  // namespace foothold
