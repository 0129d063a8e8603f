#include "sim/io/outline.hpp"

#include <array>

namespace foothold {

std::string quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else if (byte < 0x20U || byte == 0x7FU) {
            result += "\\u00";
            result += digits[byte / 16U];
            result += digits[byte % 16U];
        } else {
            result += c;
        }
    }
    return result + "\"";
}

std::string flow_list(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) {
        text += (text.empty() ? "" : ", ") + item;
    }
    return "[" + text + "]";
}

void OutlineBuilder::set_plain(Outline& to, double member) {
    to.kind = Kind::number;
    to.value = number_text(member);
}

void OutlineBuilder::set_plain(Outline& to, bool member) {
    to.kind = Kind::flag;
    to.value = member ? "true" : "false";
}

void OutlineBuilder::set_plain(Outline& to, CalendarMonth member) {
    to.kind = Kind::month;
    std::string year = std::to_string(member.year);
    constexpr std::size_t digits = 4;
    year.insert(0, year.size() < digits ? digits - year.size() : 0, '0');
    to.value = year + (member.month < 10 ? "-0" : "-") + std::to_string(member.month);
}

void OutlineBuilder::set_plain(Outline& to, const std::string& member) {
    to.kind = Kind::text;
    to.value = quoted(member);
}

void OutlineBuilder::set_plain(Outline& to, const Factors& member) {
    to.kind = Kind::factors;
    for (std::size_t i = 0; i < member.names.size(); ++i) {
        Outline child;
        child.kind = Kind::number;
        child.name = member.names[i];
        child.meaning = to.meaning;
        child.quantity = to.quantity;
        child.measured = true;
        child.value = number_text(member.values[i]);
        to.children.push_back(std::move(child));
    }
}

void OutlineBuilder::set_plain(Outline& to, const Changes& member) {
    to.kind = Kind::changes;
    for (std::size_t i = 0; i < member.paths.size(); ++i) {
        Outline child;
        child.kind = Kind::text;
        child.name = member.paths[i];
        child.meaning = "value of this parameter here";
        child.value = member.values[i];
        to.children.push_back(std::move(child));
    }
}

void OutlineBuilder::set_plain(Outline& to, const std::vector<double>& member) {
    to.kind = Kind::numbers;
    std::vector<std::string> items;
    for (const double number : member) {
        items.push_back(number_text(number));
    }
    to.value = flow_list(items);
}

void OutlineBuilder::set_plain(Outline& to, const std::vector<std::vector<double>>& member) {
    std::vector<std::string> rows;
    for (const std::vector<double>& row : member) {
        set_plain(to, row);
        rows.push_back(to.value);
    }
    to.kind = Kind::matrix;
    to.value = flow_list(rows);
}

void OutlineBuilder::set_plain(Outline& to, const std::vector<std::string>& member) {
    to.kind = Kind::texts;
    std::vector<std::string> items;
    for (const std::string& text : member) {
        items.push_back(quoted(text));
    }
    to.value = flow_list(items);
}

}  // namespace foothold
