#pragma once

#include "foothold/changes.hpp"
#include "foothold/describe.hpp"
#include "foothold/described.hpp"
#include "foothold/diagnostics.hpp"

#include "sim/io/fill_parts.hpp"
#include "sim/io/scalar.hpp"
#include "sim/io/sources.hpp"
#include "sim/io/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace foothold {

/// Hands each member that `describe` lists its part of a group. Implements `fill`.
class FieldFiller {
  public:
    FieldFiller(Filling& filling, GroupReader& group) : filling_(filling), group_(group) {}

    template <class M>
    void operator()(std::string_view name,
                    M& member,
                    const Quantity& quantity,
                    std::string_view meaning) {
        about(name, member, quantity, meaning);
    }

    template <class M>
    void operator()(std::string_view name, M& member, std::string_view meaning) {
        about(name, member, std::nullopt, meaning);
    }

    /// Fills a struct from a map; reports when it is none.
    template <Described T>
    static void fill_group(T& it, const Doc& doc, const Member& about, Filling& filling) {
        if (!filling.is_group(doc, about)) {
            return;
        }
        GroupReader group(filling, doc, about.path);
        T::describe(it, FieldFiller(filling, group));
        group.finish();
    }

  private:
    template <class M>
    void about(std::string_view name,
               M& member,
               std::optional<Quantity> quantity,
               std::string_view meaning) {
        const Member about{group_.path_of(name), meaning, quantity};
        const bool optional =
            std::is_same_v<M,
                           Changes> || MayBeLeftOut<M> || (quantity && quantity->may_be_left_out);
        const Doc* doc = optional ? group_.take_if_given(name) : group_.take(name, about);
        if (doc != nullptr) {
            fill_member(member, *doc, about);
        }
    }

    template <class M>
    void fill_member(M& member, const Doc& doc, const Member& about) {
        if constexpr (Described<M>) {
            fill_group(member, doc, about, filling_);
        } else if constexpr (NamedGroups<M>) {
            fill_named(member, doc, about);
        } else if constexpr (ListOfGroups<M>) {
            fill_list(member, doc, about);
        } else if constexpr (std::is_same_v<M, Factors>) {
            filling_.fill_factors(member, doc, about);
        } else if constexpr (std::is_same_v<M, Changes>) {
            member = {};
            filling_.fill_changes(member, doc, about, "");
        } else {
            const Leaf leaf = filling_.open(doc, about);
            Numbers numbers;
            if (leaf.value != nullptr && read_value(member, *leaf.value, about, numbers)) {
                filling_.close(leaf, about, numbers);
            }
        }
    }

    template <class T>
    void fill_named(Named<T>& named, const Doc& doc, const Member& about) {
        named.items.clear();
        for (const Doc::Entry* entry : filling_.named_entries(doc, about)) {
            named.items.emplace_back();
            named.items.back().name = entry->key;
            const Member item{below(about.path, entry->key), about.meaning};
            fill_group(named.items.back(), entry->value, item, filling_);
        }
    }

    template <class T>
    void fill_list(std::vector<T>& list, const Doc& doc, const Member& about) {
        list.clear();
        if (!filling_.is_list(doc, about)) {
            return;
        }
        for (std::size_t i = 0; i < doc.items.size(); ++i) {
            list.emplace_back();
            const Member item{below(about.path, i), about.meaning};
            fill_group(list.back(), doc.items[i], item, filling_);
        }
    }

    template <class M>
    bool read_value(M& member, const Doc& value, const Member& about, Numbers& numbers) {
        if constexpr (Word<M>) {
            std::size_t word = 0;
            const bool known = filling_.read(word, value, WordsOf<M>::words, about);
            member = known ? static_cast<M>(word) : member;
            return known;
        } else if constexpr (WholeNumber<M>) {
            using Wide = std::conditional_t<std::is_signed_v<M>, std::int64_t, std::uint64_t>;
            Wide wide = 0;
            const bool fits = filling_.read(wide, value, about, numbers)
                              && filling_.fits(std::in_range<M>(wide), value, about);
            member = fits ? static_cast<M>(wide) : member;
            return fits;
        } else {
            return filling_.read(member, value, about, numbers);
        }
    }

    Filling& filling_;
    GroupReader& group_;
};

/// Fills a described struct from a file's tree and notes in `sources` where each value comes from.
/// Every member must be given, nothing else may be. Everything that is wrong goes to `diagnostics`;
/// members that are in error keep what they had. Never throws on account of the file.
template <Described T>
void fill(T& it, const Doc& doc, Diagnostics& diagnostics, SourceMap& sources) {
    if (doc.is_null() && !diagnostics.empty()) {
        return;  // the reader has said why there is nothing
    }
    Filling filling(diagnostics, sources);
    FieldFiller::fill_group(it, doc, {"", "the whole file"}, filling);
}

}  // namespace foothold
