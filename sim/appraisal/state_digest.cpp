#include "sim/appraisal/state_digest.hpp"

#include "sim/core/hash.hpp"

namespace foothold {

namespace {

template <class T>
void add(Digest& digest, const std::vector<T>& values) {
    digest.add_bytes(values.data(), values.size() * sizeof(T));
}

template <class Number>
void add_number(Digest& digest, Number number) {
    digest.add(static_cast<std::uint64_t>(number));
}

template <class Rows>
void add_columns(const Rows& rows, std::vector<std::uint64_t>& digests) {
    Rows::for_each_column(rows, [&](const char*, const auto& column) {
        Digest digest;
        add(digest, column.values());
        digests.push_back(digest.value());
    });
}

template <class Rows>
void add_names(const std::string& table, std::vector<std::string>& names) {
    const Rows none;
    Rows::for_each_column(
        none, [&](const char* name, const auto&) { names.push_back(table + "." + name); });
}

std::uint64_t digest_of(const Jobs& jobs) {
    Digest digest;
    add(digest, jobs.base);
    add(digest, jobs.wanted);
    add(digest, jobs.cut);
    add(digest, jobs.filled);
    add(digest, jobs.vacancies);
    add(digest, jobs.hires);
    digest.add_bytes(jobs.fill.data(), sizeof jobs.fill);
    return digest.value();
}

bool has_done_something(const ProgrammeState& it) {
    return !it.advocates.empty() || !it.recruiting.empty() || !it.waiting.empty()
           || it.contacted != 0 || it.spend.total() != 0;
}

void add_programme(Digest& digest, const ProgrammeState& it) {
    for (const Advocate& each : it.advocates) {
        add_number(digest, each.joined);
        add_number(digest, each.left);
        add_number(digest, each.cases);
    }
    for (const Waiting& each : it.waiting) {
        add_number(digest, each.person.row);
        add_number(digest, each.life);
    }
    add(digest, it.recruiting);
    for (const std::int64_t part :
         {it.spend.total(), it.contacted, it.accepted, it.invited, it.households}) {
        add_number(digest, part);
    }
}

}  // namespace

StateDigest state_digest(const World& world) {
    StateDigest found;
    add_columns(world.people, found.people);
    add_columns(world.households, found.people);
    add_columns(world.neighbourhoods, found.place);
    found.place.push_back(digest_of(world.jobs));
    Digest programmes;
    for (const ProgrammeState& each : world.support.programmes) {
        if (has_done_something(each)) {
            add_programme(programmes, each);
        }
    }
    for (const Case& each : world.support.cases) {
        add_number(programmes, each.person.row);
        add_number(programmes, each.opened);
        add_number(programmes, each.closed);
        add_number(programmes, each.resolved);
    }
    found.programmes = programmes.value();
    return found;
}

std::vector<std::string> person_columns() {
    std::vector<std::string> names;
    add_names<People>("people", names);
    add_names<Households>("households", names);
    return names;
}

std::vector<std::string> place_columns() {
    std::vector<std::string> names;
    add_names<Neighbourhoods>("neighbourhoods", names);
    names.emplace_back("jobs");
    return names;
}

}  // namespace foothold
