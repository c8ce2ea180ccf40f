// SPDX-License-Identifier: MIT
#include <msp/actuals/outlook.hpp>
#include <msp/cash/projection.hpp>

#include <algorithm>
#include <map>

namespace msp {
namespace {

Headline headline_of(const Case& of, const RolledEntity& books) {
    const Budget& budget = of.budget;
    const Month from = budget.from.value_or(Month::of(books.until));
    HeadlineOptions options;
    options.view = {std::max(from.first(), budget.first_day()),
                    std::max((from + (budget.months - 1)).last(), books.until)};
    options.as_of = options.distributable = options.watch_until = books.until;
    options.selection.entity = books.entity;
    const Projection made = project(of, options.plan, {budget.first_day(), horizon(of, options)});
    return headlines(of, made, options).front();
}

Money late_aci(const Budget& budget, const Rolling& rolling, const RolledEntity& books) {
    Money late;
    for (const BecameOf& due : rolling.dues) {
        if (due.planned.origin == Origin::aci && budget.banks[due.planned.bank].entity == books.entity &&
            due.planned.date <= books.until)
            late += due.open;
    }
    return late;
}

}  // namespace

std::vector<Outlook> outlooks(const Case& rolled, const Rolling& rolling, std::span<const StatementGap> statements) {
    std::vector<Outlook> all;
    for (const RolledEntity& books : rolling.entities) {
        Outlook& made = all.emplace_back();
        made.entity = books.entity;
        made.headline = headline_of(rolled, books);
        made.aci_late = late_aci(rolled.budget, rolling, books);
        for (const BookedBank& bank : rolling.banks) {
            if (rolled.budget.banks[bank.bank].entity != books.entity)
                continue;
            const StatementGap* latest = nullptr;
            for (const StatementGap& each : statements)
                latest = each.bank == bank.bank && (latest == nullptr || latest->day <= each.day) ? &each : latest;
            if (latest == nullptr && !bank.typed)
                continue;
            const Date day = latest ? latest->day : bank.typed->morning - 1;
            made.statement_on = std::max(made.statement_on.value_or(day), day);
            made.statement = made.statement.value_or(Money()) + (latest ? latest->statement : bank.typed->typed);
            made.gap = made.gap.value_or(Money()) + (latest ? latest->gap() : bank.typed->gap());
        }
    }
    return all;
}

}  // namespace msp
