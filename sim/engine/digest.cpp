#include "sim/engine/digest.hpp"

#include "sim/core/hash.hpp"
#include "sim/core/parallel.hpp"

#include <vector>

namespace foothold {

namespace {

/// A column's digest: of its pieces' digests, so that pieces can be taken by any thread.
template <class T>
void add_column(Digest& digest, const std::vector<T>& values) {
    std::vector<std::uint64_t> pieces((values.size() + rows_per_piece - 1) / rows_per_piece);
    for_each_piece(values.size(), rows_per_piece, [&](std::size_t first, std::size_t last) {
        Digest own;
        own.add_bytes(&values[first], (last - first) * sizeof(T));
        pieces[first / rows_per_piece] = own.value();
    });
    digest.add_bytes(pieces.data(), pieces.size() * sizeof(std::uint64_t));
}

/// All of a case but `lifted`: what that leaves behind is in `resolved` and in who recovered when.
void add_case(Digest& digest, const Case& it) {
    for (const std::int64_t part : {std::int64_t{it.person.row},
                                    std::int64_t{it.life},
                                    std::int64_t{it.programme},
                                    std::int64_t{it.advocate.row},
                                    std::int64_t{it.opened},
                                    std::int64_t{it.closed},
                                    std::int64_t{it.budget_spent},
                                    std::int64_t{it.in_job_since},
                                    std::int64_t{it.opening_job},
                                    std::int64_t{it.entered_work},
                                    std::int64_t{it.longest_job},
                                    std::int64_t{static_cast<std::uint8_t>(it.closing)},
                                    std::int64_t{it.further_member},
                                    std::int64_t{it.returned},
                                    std::int64_t{it.resolved}}) {
        digest.add(static_cast<std::uint64_t>(part));
    }
    digest.add_bytes(&it.alliance, sizeof it.alliance);
    if (it.course_began != never) {
        for (const std::int64_t part : {std::int64_t{it.course_began},
                                        std::int64_t{it.course_ended},
                                        std::int64_t{it.completed}}) {
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
}

void add_programme(Digest& digest, const ProgrammeState& it) {
    for (const Advocate& each : it.advocates) {
        for (const std::int64_t part : {std::int64_t{each.joined},
                                        std::int64_t{each.left},
                                        std::int64_t{each.senior},
                                        std::int64_t{each.cases}}) {
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
    for (const Waiting& each : it.waiting) {
        digest.add_bytes(&each.key, sizeof each.key);
        digest.add((std::uint64_t{each.person.row} << 32) | each.life);
    }
    add_column(digest, it.recruiting);
    for (const std::int64_t part : {it.spend.staff,
                                    it.spend.on_costs,
                                    it.spend.management,
                                    it.spend.premises,
                                    it.spend.personal_budgets,
                                    it.spent_before,
                                    it.contacted,
                                    it.accepted,
                                    it.invited,
                                    it.households}) {
        digest.add(static_cast<std::uint64_t>(part));
    }
    for (const std::int64_t part : {it.spend.training, it.spend.repairs, it.repaired}) {
        if (part != 0) {  // most programmes have neither
            digest.add(static_cast<std::uint64_t>(part));
        }
    }
}

void add_balance(Digest& digest, const StockBalance& it) {
    for (const double part : {it.scale, it.target, it.stock, it.entered, it.left}) {
        digest.add_bytes(&part, sizeof part);
    }
}

void add_jobs(Digest& digest, const Jobs& jobs) {
    add_column(digest, jobs.opening);
    add_column(digest, jobs.base);
    add_column(digest, jobs.wanted);
    add_column(digest, jobs.cut);
    add_column(digest, jobs.filled);
    add_column(digest, jobs.vacancies);
    add_column(digest, jobs.hires);
    digest.add_bytes(jobs.fill.data(), sizeof jobs.fill);
    digest.add_bytes(jobs.fill_reference.data(), sizeof jobs.fill_reference);
}

}  // namespace

std::uint64_t digest_of(const World& world) {
    Digest digest;
    const auto add = [&](const char*, const auto& column) { add_column(digest, column.values()); };
    People::for_each_column(world.people, add);
    Households::for_each_column(world.households, add);
    Neighbourhoods::for_each_column(world.neighbourhoods, add);
    add_jobs(digest, world.jobs);
    for (const StockBalance& each : world.balance.employed) {
        add_balance(digest, each);
    }
    for (const StockBalance* each : {&world.balance.student,
                                     &world.balance.inactive,
                                     &world.balance.sick,
                                     &world.balance.retired}) {
        add_balance(digest, *each);
    }
    for (const Case& each : world.support.cases) {
        add_case(digest, each);
    }
    for (const ProgrammeState& each : world.support.programmes) {
        add_programme(digest, each);
    }
    return digest.value();
}

}  // namespace foothold
