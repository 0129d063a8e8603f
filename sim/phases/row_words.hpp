#pragma once

#include "foothold/draws.hpp"
#include "foothold/world.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace foothold {

/// Random words of consecutive people, made many at a time: the same numbers as `Draws::words`
/// gives one by one, at a fraction of the cost.
class RowWords {
  public:
    /// Words of people [first, last) for one purpose.
    RowWords(
        const Draws& luck, const World& world, Purpose purpose, std::size_t first, std::size_t last)
        : first_{first}, rows_{last - first}, words_{
                                                  std::make_unique_for_overwrite<std::uint32_t[]>(
                                                      columns * rows_)} {
        const std::span lives{world.people.life.values()};
        luck.words(static_cast<std::uint32_t>(first),
                   lives.subspan(first, rows_),
                   purpose,
                   0,
                   {&words_[0], &words_[rows_], &words_[2 * rows_], &words_[3 * rows_]});
    }

    /// One of the person's four words as a number on (0, 1).
    double unit_of(PersonId p, std::size_t column) const { return unit(word(p, column)); }

    /// The upper half of what `uniform_of` is made of.
    std::uint32_t upper_half_of(PersonId p) const { return word(p, 0); }

    /// The person's uniform number, as `Draws::uniform`.
    double uniform_of(PersonId p) const { return uniform_from(word(p, 0), word(p, 1)); }

  private:
    static constexpr std::size_t columns = 4;

    std::uint32_t word(PersonId p, std::size_t column) const {
        return words_[column * rows_ + (p.row - first_)];
    }

    std::size_t first_;
    std::size_t rows_;
    std::unique_ptr<std::uint32_t[]> words_;  // shape [column][row]
};

}  // namespace foothold
