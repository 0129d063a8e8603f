#include "sim/io/followed_table.hpp"

namespace foothold {

const std::vector<FollowedColumn>& followed_columns() {
    static const std::vector<FollowedColumn> columns{
        {"person",
         "1",
         "row of the person; with life the same person in all arms and replicates",
         [](const Followed& it) { return std::int64_t{it.person.row}; },
         [](Followed& it, std::int64_t v) { it.person = {static_cast<std::uint32_t>(v)}; }},
        {"life",
         "1",
         "how many-th life of that row",
         [](const Followed& it) { return std::int64_t{it.life}; },
         [](Followed& it, std::int64_t v) { it.life = static_cast<std::uint16_t>(v); }},
        {"household",
         "1",
         "row of the household",
         [](const Followed& it) { return std::int64_t{it.household.row}; },
         [](Followed& it, std::int64_t v) { it.household = {static_cast<std::uint32_t>(v)}; }},
        {"neighbourhood",
         "1",
         "where they lived then: place in the list of /summary, from 0",
         [](const Followed& it) { return std::int64_t{it.neighbourhood.row}; },
         [](Followed& it, std::int64_t v) { it.neighbourhood = {static_cast<std::uint16_t>(v)}; }},
        {"from",
         "month",
         "month of the study, from 0, in which support began; of the compared: in which they were "
         "eligible and not supported",
         [](const Followed& it) { return std::int64_t{it.from}; },
         [](Followed& it, std::int64_t v) { it.from = static_cast<Month>(v); }},
        {"supported",
         "1",
         "1 a participant; 0 compared with participants",
         [](const Followed& it) { return std::int64_t{it.supported}; },
         [](Followed& it, std::int64_t v) { it.supported = static_cast<std::uint8_t>(v); }},
        {"supported_from",
         "month",
         "month in which support of the compared began later; -10000 never",
         [](const Followed& it) { return std::int64_t{it.supported_from}; },
         [](Followed& it, std::int64_t v) { it.supported_from = static_cast<Month>(v); }},
        {"closed",
         "month",
         "month in which the first case closed; -10000 never",
         [](const Followed& it) { return std::int64_t{it.closed}; },
         [](Followed& it, std::int64_t v) { it.closed = static_cast<Month>(v); }},
        {"closing",
         "1",
         "why: 0 open, 1 success, 2 dropped out, 3 limit, 4 moved, 5 funding ended",
         [](const Followed& it) { return std::int64_t{static_cast<std::uint8_t>(it.closing)}; },
         [](Followed& it, std::int64_t v) { it.closing = static_cast<Closing>(v); }},
        {"further_member",
         "1",
         "1 if somebody else of the household was supported first",
         [](const Followed& it) { return std::int64_t{it.further_member}; },
         [](Followed& it, std::int64_t v) { it.further_member = static_cast<std::uint8_t>(v); }},
        {"age",
         "year",
         "age",
         [](const Followed& it) { return std::int64_t{it.age}; },
         [](Followed& it, std::int64_t v) { it.age = static_cast<std::int16_t>(v); }},
        {"qualification",
         "level",
         "highest qualification, 0 none to 4 degree",
         [](const Followed& it) { return std::int64_t{it.qualification}; },
         [](Followed& it, std::int64_t v) { it.qualification = static_cast<std::uint8_t>(v); }},
        {"activity",
         "1",
         "1 student, 2 employed, 3 searching, 4 inactive, 5 sick, 6 retired",
         [](const Followed& it) { return std::int64_t{static_cast<std::uint8_t>(it.activity)}; },
         [](Followed& it, std::int64_t v) { it.activity = static_cast<Activity>(v); }},
        {"barriers",
         "barrier",
         "barriers faced, own or shared, that count",
         [](const Followed& it) { return std::int64_t{it.barriers}; },
         [](Followed& it, std::int64_t v) { it.barriers = static_cast<std::uint8_t>(v); }},
        {"ill",
         "1",
         "1 with a health barrier",
         [](const Followed& it) { return std::int64_t{it.ill}; },
         [](Followed& it, std::int64_t v) { it.ill = static_cast<std::uint8_t>(v); }},
        {"months_out",
         "month",
         "time out of work; 0 in work",
         [](const Followed& it) { return std::int64_t{it.months_out}; },
         [](Followed& it, std::int64_t v) { it.months_out = static_cast<std::int16_t>(v); }},
        {"household_type",
         "1",
         "0 single, 1 lone parent, 2 couple, 3 couple with children, 4 three or more",
         [](const Followed& it) { return std::int64_t{static_cast<std::uint8_t>(it.composition)}; },
         [](Followed& it, std::int64_t v) { it.composition = static_cast<Composition>(v); }},
        {"universal_credit",
         "1",
         "1 if the household received it",
         [](const Followed& it) { return std::int64_t{it.universal_credit}; },
         [](Followed& it, std::int64_t v) { it.universal_credit = static_cast<std::uint8_t>(v); }},
    };
    return columns;
}

std::vector<std::int64_t> numbers_of(const Followed& person) {
    std::vector<std::int64_t> numbers;
    for (const FollowedColumn& column : followed_columns()) {
        numbers.push_back(column.get(person));
    }
    return numbers;
}

Followed followed_from(const std::int64_t* numbers) {
    Followed person;
    for (const FollowedColumn& column : followed_columns()) {
        column.set(person, *numbers++);
    }
    return person;
}

}  // namespace foothold
