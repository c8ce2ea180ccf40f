// SPDX-License-Identifier: MIT
#include <algorithm>
#include <answer_forms.hpp>
#include <array>

namespace msp::manual {
namespace {

constexpr Phrase unlisted = {"", ""};

constexpr auto rules = std::to_array<FormRule>({
    {Form::amount, "amount", {"amount", "montant"}, unlisted, "number", "", "Euros with two decimals."},
    {Form::decimal, "decimal", {"number", "nombre"}, unlisted, "number", "", "A number, with or without decimals."},
    {Form::whole,
     "whole",
     {"whole number", "nombre entier"},
     {"whole numbers", "nombres entiers"},
     "integer",
     "",
     "A whole number."},
    {Form::exact,
     "exact",
     {"whole number as a text", "nombre entier en texte"},
     unlisted,
     "string",
     "^-?[0-9]+$",
     "An exact numerator or denominator, of any length."},
    {Form::date, "date", {"date", "date"}, unlisted, "string", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "A day."},
    {Form::month_day,
     "month_day",
     {"day of the year", "jour de l'année"},
     unlisted,
     "string",
     "^[0-9]{2}-[0-9]{2}$",
     "A month and a day of it."},
    {Form::period,
     "period",
     {"period", "période"},
     unlisted,
     "string",
     "^[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$",
     "A day, month, quarter or year: 2026-04-15, 2026-04, 2026-Q2, 2026."},
    {Form::year, "calendar_year", {"year", "année"}, unlisted, "integer", "", "A calendar year."},
    {Form::text, "string", {"text", "texte"}, {"texts", "textes"}, "string", "", "Text for people."},
    {Form::id,
     "id",
     {"id", "id"},
     {"ids", "ids"},
     "string",
     "^.+$",
     "A name that stays; with the part of a line behind a point, with scenarios laid on each other by a plus."},
    {Form::flag, "flag", {"true or false", "true ou false"}, unlisted, "boolean", "", "Yes or no."},
    {Form::hash,
     "sha256",
     {"hexadecimal number", "nombre hexadécimal"},
     unlisted,
     "string",
     "^[0-9a-f]{64}$",
     "A SHA-256."},
    {Form::option,
     "option",
     {"true or list of texts", "true ou liste de textes"},
     unlisted,
     "",
     "",
     "True, or values."},
});

}  // namespace

std::span<const FormRule> form_rules() {
    return rules;
}

const FormRule& rule_of(Form form) {
    return *std::ranges::find(rules, form, &FormRule::form);
}

}  // namespace msp::manual
