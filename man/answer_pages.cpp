// SPDX-License-Identifier: MIT
#include <answer_forms.hpp>
#include <roff.hpp>

namespace msp::manual {
namespace {

std::string listed(const std::vector<std::string_view>& words) {
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : ", ") + literal(std::string(word));
    return list;
}

// "amount", "low", "list of ids"
std::string form_of(const Member& member, Language language) {
    const std::string list = member.list ? pick({"list of ", "liste de "}, language) : "";
    if (member.form == Form::object) {
        std::string names;
        for (const std::string_view name : member.of)
            names += (names.empty() ? "" : pick({" or ", " ou "}, language)) + std::string(name);
        return list + names;
    }
    if (member.form == Form::word)
        return list + (member.list ? pick({"words", "mots"}, language) : pick({"word", "mot"}, language));
    const FormRule& rule = rule_of(member.form);
    return list + pick(member.list ? rule.listed : rule.shown, language);
}

std::string given(Given given, Language language) {
    switch (given) {
        case Given::or_null:
            return pick({" or null", " ou null"}, language);
        case Given::or_empty:
            return pick({", may be empty", ", peut être vide"}, language);
        case Given::or_absent:
            return pick({", may be absent", ", peut manquer"}, language);
        case Given::always:
        case Given::alternative:
            break;
    }
    return "";
}

void append_member(std::string& out, const Member& member, Language language) {
    out += ".TP\n";
    out += (member.pattern == nullptr ? ".BR " : ".IR ") + literal(member.name) + " \"";
    out += prose(": " + form_of(member, language) + given(member.given, language), language) + "\"\n";
    out += prose(pick(member.about, language), language) + '\n';
    if (member.form == Form::word && member.of.size() > 1)
        out += prose(pick({"One of: ", "Au choix : "}, language), language) + listed(member.of) + ".\n";
}

}  // namespace

std::string objects_in_roff(const std::vector<Object>& objects, Language language) {
    std::string out;
    for (const Object& object : objects) {
        out += ".SS " + std::string(object.name) + '\n' + prose(pick(object.about, language), language) + '\n';
        for (const Member& member : object.members)
            append_member(out, member, language);
    }
    return out;
}

}  // namespace msp::manual
