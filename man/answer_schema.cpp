// SPDX-License-Identifier: MIT
#include <msp/report/json.hpp>

#include <algorithm>
#include <answer_forms.hpp>
#include <ostream>
#include <set>
#include <stdexcept>

namespace msp::manual {
namespace {

class AnswerSchema {
 public:
    AnswerSchema(TextSink sink, const Answers& answers) : json_(std::move(sink)), answers_(answers) {}

    void write() {
        json_.begin_object();
        json_.text("$schema", "https://json-schema.org/draft/2020-12/schema");
        json_.text("title", answers_.title.english);
        json_.begin_array("anyOf");
        reference("answer");
        one_for_each_file();
        json_.end_array();
        definitions();
        json_.end_object();
        json_.finish();
    }

 private:
    void reference(std::string_view definition) {
        json_.begin_object();
        member_reference(definition);
        json_.end_object();
    }

    // Of what is defined nowhere there would be a schema that refuses everything.
    void member_reference(std::string_view definition) {
        used_.emplace(definition);
        json_.text("$ref", "#/$defs/" + std::string(definition));
    }

    void one_of_these(const std::vector<std::string_view>& names) {
        json_.begin_array("anyOf");
        for (const std::string_view name : names)
            reference(name);
        json_.end_array();
    }

    void one_for_each_file() {
        json_.begin_object();
        json_.text("description", "Where several files are read: one for each, in their order.");
        json_.text("type", "array");
        json_.begin_object("items");
        one_of_these({"answer", "unanswered"});
        json_.end_object();
        json_.end_object();
    }

    void definitions() {
        json_.begin_object("$defs");
        begin_definition("answer");
        one_of_these(answers_.whole);
        json_.end_object();
        for (const std::vector<Object>* objects : {&answers_.objects, &common_objects()}) {
            for (const Object& object : *objects)
                definition(object);
        }
        for (const FormRule& rule : form_rules()) {
            if (used_.contains(rule.name))
                form(rule);
        }
        json_.end_object();
        for (const std::string& name : used_) {
            if (!defined_.contains(name))
                throw std::logic_error("an answer has the object \"" + name + "\", which is not described");
        }
    }

    void begin_definition(const char* name) {
        if (!defined_.emplace(name).second)
            throw std::logic_error("\"" + std::string(name) + "\" is described twice");
        json_.begin_object(name);
    }

    void form(const FormRule& rule) {
        begin_definition(rule.name);
        json_.text("description", rule.about);
        if (rule.form == Form::option)
            true_or_texts();
        else
            json_.text("type", rule.type);
        if (*rule.pattern != '\0')
            json_.text("pattern", rule.pattern);
        json_.end_object();
    }

    void true_or_texts() {
        json_.begin_array("anyOf");
        json_.begin_object();
        json_.boolean("const", true);
        json_.end_object();
        json_.begin_object();
        json_.text("type", "array");
        json_.begin_object("items");
        json_.text("type", "string");
        json_.end_object();
        json_.end_object();
        json_.end_array();
    }

    void definition(const Object& object) {
        begin_definition(object.name);
        json_.text("description", object.about.english);
        json_.text("type", "object");
        properties(object, "properties", [](const Member& member) { return member.pattern == nullptr; });
        properties(object, "patternProperties", [](const Member& member) { return member.pattern != nullptr; });
        json_.begin_array("required");
        for (const Member& member : object.members) {
            if (member.given != Given::or_absent && member.given != Given::alternative)
                json_.text(member.name);
        }
        json_.end_array();
        alternatives(object);
        json_.boolean("additionalProperties", false);
        json_.end_object();
    }

    template <typename Chosen>
    void properties(const Object& object, const char* key, Chosen chosen) {
        if (std::ranges::none_of(object.members, chosen))
            return;
        json_.begin_object(key);
        for (const Member& member : object.members) {
            if (chosen(member))
                property(member);
        }
        json_.end_object();
    }

    void alternatives(const Object& object) {
        const auto is_alternative = [](const Member& member) { return member.given == Given::alternative; };
        if (std::ranges::none_of(object.members, is_alternative))
            return;
        json_.begin_array("oneOf");
        for (const Member& member : object.members) {
            if (!is_alternative(member))
                continue;
            json_.begin_object();
            json_.begin_array("required");
            json_.text(member.name);
            json_.end_array();
            json_.end_object();
        }
        json_.end_array();
    }

    void property(const Member& member) {
        json_.begin_object(member.pattern == nullptr ? member.name : member.pattern);
        json_.text("description", member.about.english);
        if (member.list)
            items(member);
        else if (member.given == Given::or_null)
            either(member, "type", "null");
        else if (member.given == Given::or_empty && member.form != Form::text)
            either(member, "const", "");
        else
            value(member);
        json_.end_object();
    }

    void items(const Member& member) {
        json_.text("type", "array");
        json_.begin_object("items");
        value(member);
        json_.end_object();
    }

    void either(const Member& member, const char* key, const char* instead) {
        json_.begin_array("anyOf");
        json_.begin_object();
        value(member);
        json_.end_object();
        json_.begin_object();
        json_.text(key, instead);
        json_.end_object();
        json_.end_array();
    }

    void value(const Member& member) {
        if (member.form == Form::word)
            words(member.of);
        else if (member.form == Form::object && member.of.size() == 1)
            member_reference(member.of.front());
        else if (member.form == Form::object)
            one_of_these(member.of);
        else
            member_reference(rule_of(member.form).name);
    }

    void words(const std::vector<std::string_view>& words) {
        json_.begin_array("enum");
        for (const std::string_view word : words)
            json_.text(word);
        json_.end_array();
    }

    Json json_;
    const Answers& answers_;
    std::set<std::string> used_;
    std::set<std::string> defined_;
};

}  // namespace

void write_answer_schema(std::ostream& out, const Answers& answers) {
    AnswerSchema([&out](std::string_view text) { out << text; }, answers).write();
}

}  // namespace msp::manual
