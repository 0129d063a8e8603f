#include "sim/io/emit.hpp"

#include <nlohmann/json.hpp>

namespace foothold {

namespace {

using Json = nlohmann::ordered_json;
using Kind = Outline::Kind;

constexpr const char* source_pattern = "^(cite|data|calibrated|assumption):\\s*\\S";
constexpr const char* name_pattern = "^[a-z][a-z0-9_]*$";
constexpr const char* month_pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";

Json source() {
    return {{"type", "string"},
            {"pattern", source_pattern},
            {"description", "where it comes from: cite:, data:, calibrated: or assumption:"}};
}

Json note() {
    return {{"type", "string"}, {"description", "a remark"}};
}

Json range_given() {
    return {{"type", "array"},
            {"items", Json::object({{"type", "number"}})},
            {"minItems", 2},
            {"maxItems", 2},
            {"description", "[low, high]: how far the value may be wrong"}};
}

/// A place in this schema that says it once for all.
Json defined(const char* name) {
    return Json::object({{"$ref", std::string("#/definitions/") + name}});
}

/// The keys any group or value may have.
Json annotations() {
    return {{"source", defined("source")}, {"note", defined("note")}};
}

std::string description(const Outline& outline) {
    const bool unit = outline.measured && outline.quantity.unit != "1";
    return outline.meaning + (unit ? " [" + std::string(outline.quantity.unit) + "]" : "");
}

Json number(const Outline& outline, const char* type) {
    Json schema = Json::object({{"type", type}});
    if (outline.measured && outline.quantity.least > -quantity::unbounded) {
        schema["minimum"] = outline.quantity.least;
    }
    if (outline.measured && outline.quantity.most < quantity::unbounded) {
        schema["maximum"] = outline.quantity.most;
    }
    return schema;
}

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

/// A value without its source.
Json bare(const Outline& outline) {
    switch (outline.kind) {
    case Kind::number:
        return number(outline, "number");
    case Kind::whole_number:
        return number(outline, "integer");
    case Kind::numbers:
        return list_of(number(outline, "number"));
    case Kind::matrix:
        return list_of(list_of(number(outline, "number")));
    case Kind::flag:
        return Json::object({{"type", "boolean"}});
    case Kind::word:
        return Json::object({{"enum", outline.words}});
    case Kind::month:
        return {{"type", "string"}, {"pattern", month_pattern}};
    case Kind::texts:
        return list_of(Json::object({{"type", "string"}}));
    default:
        return Json::object({{"type", "string"}});
    }
}

/// A value, bare or with what is known of it.
Json leaf(const Outline& outline) {
    Json value = bare(outline);
    Json properties = annotations();
    properties["value"] = value;
    if (outline.measured) {
        properties["range"] = defined("range");
    }
    Json with_source = {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    return {{"description", description(outline)}, {"anyOf", Json::array({value, with_source})}};
}

Json schema_of(const Outline& outline);

Json members(const Outline& group) {
    Json properties = annotations();
    for (const Outline& child : group.children) {
        properties[child.name] = schema_of(child);
    }
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

/// A map whose keys the user chooses; null takes out an inherited one.
Json map_of(const Outline& outline, Json item) {
    Json any =
        Json::object({{"anyOf", Json::array({std::move(item), Json::object({{"type", "null"}})})}});
    return {{"type", "object"},
            {"description", description(outline)},
            {"properties", annotations()},
            {"patternProperties", Json::object({{name_pattern, std::move(any)}})},
            {"additionalProperties", false}};
}

Json schema_of(const Outline& outline) {
    if (outline.kind == Kind::factors) {
        Outline one = outline;
        one.kind = Kind::number;
        return map_of(outline, leaf(one));
    }
    if (outline.kind == Kind::changes) {
        // Nested like `parameters`, or dotted; the program knows which parameters there are.
        return {{"type", "object"}, {"description", description(outline)}};
    }
    if (outline.kind == Kind::named) {
        Json item = members(outline.pattern.front());
        item["properties"]["like"] = {
            {"type", "string"},
            {"pattern", name_pattern},
            {"description", "an entry beside this one, which this one changes"}};
        return map_of(outline, std::move(item));
    }
    if (outline.kind == Kind::groups) {
        Json list = list_of(members(outline.pattern.front()));
        list["description"] = description(outline);
        return list;
    }
    if (outline.kind == Kind::group) {
        Json group = members(outline);
        group["description"] = description(outline);
        return group;
    }
    return leaf(outline);
}

}  // namespace

std::string schema_text(const Outline& outline, std::string_view title) {
    Json whole = members(outline);
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    const Json file = Json::object({{"type", "string"}});
    Json& keys = whole["properties"];
    keys["kind"] = {{"enum", Json::array({"evidence", "scenario"})},
                    {"description", "evidence must give a source for every number"}};
    keys["description"] = file;
    keys["extends"] = {{"description", "files that this one changes, relative to it"},
                       {"anyOf", Json::array({file, list_of(file)})}};
    whole["definitions"] = {{"source", source()}, {"note", note()}, {"range", range_given()}};
    schema.update(whole);
    constexpr int indent = 2;
    return schema.dump(indent) + "\n";
}

}  // namespace foothold
