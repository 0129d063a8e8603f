#pragma once

#include <cstddef>
#include <vector>

namespace foothold {

/// The rows of [first, last) for which `keep(id)` holds, in order. The processor has nothing to
/// guess, so that a test which many rows pass and many do not costs no more than any other; `keep`
/// should look at columns only and join its answers with `&` and `|`.
template <class IdT, class Keep>
std::vector<IdT> rows_kept(std::size_t first, std::size_t last, Keep keep) {
    std::vector<IdT> kept(last - first);
    std::size_t count = 0;
    for (std::size_t row = first; row < last; ++row) {
        const IdT id{static_cast<decltype(IdT::row)>(row)};
        kept[count] = id;
        count += keep(id) ? 1U : 0U;
    }
    kept.resize(count);
    return kept;
}

}  // namespace foothold
