// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/plan/grant_lines.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view between_lines = "; ";  // as their names have commas

bool is_charge(const Category& category, const ClassRules& classes) {
    const AccountClass* of = classes.of_account(category.account);
    return of != nullptr ? of->of_charges() : category.nature != Nature::income;
}

Message classes_of(const GrantForm& form, bool charge) {
    std::vector<std::string> names;
    for (const GrantFormClass& of : form.classes) {
        if (!of.without_money() && of.of_charges() == charge)
            names.push_back(of.number + ' ' + of.name.french);
    }
    return {charge ? tr("its classes of charges are: {list}") : tr("its classes of income are: {list}"),
            {{"list", listed(names, {}, between_lines)}}};
}

Message lines_of(const GrantFormClass& of) {
    const std::string class_name = of.number + ' ' + of.name.french;
    if (of.lines.empty())
        return {tr("this class has no lines: \"{class}\""), {{"class", class_name}}};
    return {tr("write \"{class} - \" and one of its lines: {list}"),
            {{"class", class_name},
             {"list", listed(
                          of.lines, [](const GrantFormLine& line) { return line.name.french; }, between_lines)}}};
}

}  // namespace

LawNeeds grant_line_needs(const Budget& budget) {
    LawNeeds needs;
    if (!budget.grant_lines.empty())
        needs.rules = {{.kind = class_rules}, {.kind = grant_form_rules}};
    return needs;
}

void check_grant_lines(const Budget& budget, const Law& law, Diagnostics& diagnostics) {
    const GrantForm& form = law.grant_form;
    if (form.classes.empty())
        return;
    for (const Budget::OwnGrantLine& own : budget.grant_lines) {
        const Category& category = budget.categories[own.category];
        if (category.grant_line.empty())
            continue;
        const auto warn = [&](Message what, Message help) {
            diagnostics.warning("category.grant-line", std::move(what), own.place.span, std::move(help));
        };
        if (!is_in_result(category.nature)) {
            warn({tr("what this category has is no charge and no income: it stands in no line of the form (CERFA "
                     "12156)"),
                  {}},
                 {tr("leave the line of the form out"), {}});
            continue;
        }
        const GrantLine said = grant_line(category.grant_line);
        const bool charge = is_charge(category, law.classes);
        const GrantFormClass* of = form.numbered(said.number);
        if (of == nullptr || of->without_money() || of->of_charges() != charge) {
            warn({charge
                      ? tr("\"{number}\" is no class of the form (CERFA 12156) for charges that are paid: what this "
                           "category has stands where its account says")
                      : tr("\"{number}\" is no class of the form (CERFA 12156) for income that is received: what this "
                           "category has stands where its account says"),
                  {{"number", std::string(said.number)}}},
                 classes_of(form, charge));
        } else if (said.line.empty() && !of->name.french.starts_with(said.name)) {
            warn(
                {tr("\"{words}\" is neither the name of class {number} nor a line of it: what this category has stands "
                    "among the others of the class"),
                 {{"words", std::string(said.name)}, {"number", of->number}}},
                lines_of(*of));
        } else if (!said.line.empty() && std::ranges::none_of(of->lines, [&](const GrantFormLine& line) {
                       return line.name.french == said.line;
                   })) {
            warn(
                {tr("class {number} of the form (CERFA 12156) has no line \"{line}\": it is one more below the others"),
                 {{"number", of->number}, {"line", std::string(said.line)}}},
                lines_of(*of));
        } else if (!of->name.french.starts_with(said.name)) {
            warn({tr("\"{words}\" is not the name of class {number}, whose line \"{line}\" this category goes to"),
                  {{"words", std::string(said.name)}, {"number", of->number}, {"line", std::string(said.line)}}},
                 lines_of(*of));
        }
    }
}

}  // namespace msp
