#include "sim/policy/universal_credit.hpp"

#include <limits>

namespace foothold {

int child_elements(const ChildLimit& limit, CalendarMonth month) {
    return limit.from <= month && month < limit.until ? limit.children
                                                      : std::numeric_limits<int>::max();
}

}  // namespace foothold
