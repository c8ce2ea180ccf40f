// SPDX-License-Identifier: MIT
// Members of an answer, named by their form: amount("net", {"…", "…"}), or_null(date("next_aci", {"…", "…"})).
#pragma once

#include <answers.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace msp::manual {

inline Member amount(std::string name, Phrase about) {
    return {std::move(name), Form::amount, about};
}
inline Member decimal(std::string name, Phrase about) {
    return {std::move(name), Form::decimal, about};
}
inline Member whole(std::string name, Phrase about) {
    return {std::move(name), Form::whole, about};
}
inline Member exact(std::string name, Phrase about) {
    return {std::move(name), Form::exact, about};
}
inline Member date(std::string name, Phrase about) {
    return {std::move(name), Form::date, about};
}
inline Member month_day(std::string name, Phrase about) {
    return {std::move(name), Form::month_day, about};
}
inline Member period(std::string name, Phrase about) {
    return {std::move(name), Form::period, about};
}
inline Member year(std::string name, Phrase about) {
    return {std::move(name), Form::year, about};
}
inline Member text(std::string name, Phrase about) {
    return {std::move(name), Form::text, about};
}
inline Member id(std::string name, Phrase about) {
    return {std::move(name), Form::id, about};
}
inline Member flag(std::string name, Phrase about) {
    return {std::move(name), Form::flag, about};
}
inline Member word(std::string name, std::vector<std::string_view> words, Phrase about) {
    return {.name = std::move(name), .form = Form::word, .about = about, .of = std::move(words)};
}
inline Member object(std::string name, std::vector<std::string_view> kinds, Phrase about) {
    return {.name = std::move(name), .form = Form::object, .about = about, .of = std::move(kinds)};
}

// Those that rows of every program have.
inline Member scenario() {
    return id("scenario", {"The scenario's id, or base.", "L'id du scénario, ou base."});
}
inline Member entity() {
    return id("entity", {"The entity's id.", "L'id de l'entité."});
}
inline Member exercise() {
    return year("exercise", {"The financial year, named by the calendar year in which it ends.",
                             "L'exercice, nommé par l'année civile où il se termine."});
}
inline Member receipt() {
    return object("receipt", {"receipt"}, {"By what it can be repeated.", "Ce par quoi elle peut être refaite."});
}

inline Member given(Given given, Member member) {
    member.given = given;
    return member;
}

// Where the category of a row stands elsewhere.
inline Member grant_line() {
    return given(Given::or_empty, text("grant_line", {"Of the category, the line of a grant's budget (CERFA 12156).",
                                                      "De la catégorie, la ligne d'un budget de subvention (CERFA "
                                                      "12156)."}));
}
inline Member tax_line() {
    return given(Given::or_empty, text("tax_line", {"Of the category, the line of form 2035 or 2036.",
                                                    "De la catégorie, la ligne de la 2035 ou de la 2036."}));
}

inline Member list(Member member) {
    member.list = true;
    return member;
}
inline Member or_null(Member member) {
    return given(Given::or_null, std::move(member));
}
inline Member or_empty(Member member) {
    return given(Given::or_empty, std::move(member));
}
inline Member or_absent(Member member) {
    return given(Given::or_absent, std::move(member));
}
inline Member alternative(Member member) {
    return given(Given::alternative, std::move(member));
}

// The ids of an enumeration, from its first value to its last.
template <typename Enum>
std::vector<std::string_view> ids_from(Enum first, Enum last) {
    std::vector<std::string_view> ids;
    for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value)
        ids.push_back(id_of(static_cast<Enum>(value)));
    return ids;
}

// One after the other.
inline std::vector<Member> joined(std::vector<std::vector<Member>> parts) {
    std::vector<Member> all;
    for (std::vector<Member>& part : parts)
        for (Member& member : part)
            all.push_back(std::move(member));
    return all;
}

}  // namespace msp::manual
