#pragma once

#include "foothold/changes.hpp"
#include "foothold/describe.hpp"
#include "foothold/described.hpp"
#include "foothold/month.hpp"

#include "sim/io/wording.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace foothold {

/// A described struct as a tree of texts: what `emit` writes as YAML, tables and JSON Schema,
/// without knowing the struct.
struct Outline {
    enum class Kind : std::uint8_t {
        number,
        whole_number,
        numbers,  // list
        matrix,
        factors,  // children are numbers
        changes,  // children are values by dotted path
        flag,
        word,
        month,
        text,
        texts,  // list
        group,
        groups,  // list; children are groups
        named    // map; children are groups
    };

    Kind kind = Kind::group;
    std::string name;
    std::string meaning;
    bool measured = false;  // whether `quantity` says anything
    Quantity quantity{"", 0.0, 0.0};
    std::string value;                    // YAML text of anything without children
    std::vector<std::string_view> words;  // those allowed, of a word
    std::vector<Outline> children;
    std::vector<Outline> pattern;  // one child as it would be, of groups and named
};

/// Text in double quotes, as YAML and JSON read it.
std::string quoted(std::string_view text);

/// "[a, b]".
std::string flow_list(const std::vector<std::string>& items);

template <Described T>
Outline outline(const T& it);

/// Collects what `describe` lists. Implements `outline`.
class OutlineBuilder {
  public:
    explicit OutlineBuilder(std::vector<Outline>& children) : children_(children) {}

    template <class M>
    void operator()(std::string_view name,
                    const M& member,
                    const Quantity& quantity,
                    std::string_view meaning) {
        add(name, meaning);
        children_.back().quantity = quantity;
        children_.back().measured = true;
        set(children_.back(), member);
    }

    template <class M>
    void operator()(std::string_view name, const M& member, std::string_view meaning) {
        add(name, meaning);
        set(children_.back(), member);
    }

  private:
    using Kind = Outline::Kind;

    void add(std::string_view name, std::string_view meaning) {
        children_.emplace_back();
        children_.back().name = std::string(name);
        children_.back().meaning = std::string(meaning);
    }

    template <class M>
    static void set(Outline& to, const M& member) {
        if constexpr (Described<M>) {
            to.children = outline(member).children;
        } else if constexpr (NamedGroups<M>) {
            to.kind = Kind::named;
            to.pattern.push_back(outline(typename NamedItem<M>::Type{}));
            for (const auto& item : member.items) {
                to.children.push_back(outline(item));
                to.children.back().name = item.name;
            }
        } else if constexpr (ListOfGroups<M>) {
            to.kind = Kind::groups;
            to.pattern.push_back(outline(typename ListItem<M>::Type{}));
            for (const auto& item : member) {
                to.children.push_back(outline(item));
            }
        } else if constexpr (Word<M>) {
            to.kind = Kind::word;
            to.words.assign(WordsOf<M>::words.begin(), WordsOf<M>::words.end());
            to.value = std::string(to.words.at(static_cast<std::size_t>(member)));
        } else if constexpr (WholeNumber<M>) {
            to.kind = Kind::whole_number;
            to.value = std::to_string(member);
        } else {
            set_plain(to, member);
        }
    }

    static void set_plain(Outline& to, double member);
    static void set_plain(Outline& to, bool member);
    static void set_plain(Outline& to, CalendarMonth member);
    static void set_plain(Outline& to, const std::string& member);
    static void set_plain(Outline& to, const Factors& member);
    static void set_plain(Outline& to, const Changes& member);
    static void set_plain(Outline& to, const std::vector<double>& member);
    static void set_plain(Outline& to, const std::vector<std::vector<double>>& member);
    static void set_plain(Outline& to, const std::vector<std::string>& member);

    std::vector<Outline>& children_;
};

/// The outline of a struct with the values it holds.
template <Described T>
Outline outline(const T& it) {
    Outline group;
    T::describe(it, OutlineBuilder(group.children));
    return group;
}

}  // namespace foothold
