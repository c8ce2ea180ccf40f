// SPDX-License-Identifier: MIT
#include <msp/loans/loans.hpp>
#include <msp/report/forecast_text.hpp>
#include <msp/report/text_table.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace msp {
namespace {

std::string stretches(const std::vector<Stretch>& found, const TextStyle& style) {
    const auto range = [&](const Stretch& stretch) {
        if (stretch.first == stretch.last)
            return tell({tr("on {day}"), {{"day", day_of(stretch.first)}}}, style);
        return tell({tr("from {first} to {last}"), {{"first", day_of(stretch.first)}, {"last", day_of(stretch.last)}}},
                    style);
    };
    constexpr std::size_t shown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(found.size(), shown); ++i)
        text += (i == 0 ? "" : ", ") + range(found[i]);
    if (found.size() > shown)
        text += tell({tr(" and {n} more {n:time|times}, until {day}"),
                      {{"n", static_cast<std::int64_t>(found.size() - shown)}, {"day", day_of(found.back().last)}}},
                     style);
    return text;
}

std::string low_text(const Low& low, const TextStyle& style) {
    return tell({tr("{amount} on {day}"), {{"amount", Cents{low.amount.cents()}}, {"day", day_of(low.date)}}}, style);
}

// An entity's lowest balance: of its worst account where it has several, then of all together.
std::string lowest_text(const Budget& budget, const Headline& headline, const Low& together, const AccountLow& worst,
                        const TextStyle& style) {
    if (headline.banks.size() == 1)
        return low_text(together, style);
    return tell({tr("{low} on {account}; all accounts together {together}"),
                 {{"low", low_text(worst.low, style)},
                  {"account", budget.banks[worst.bank].name},
                  {"together", low_text(together, style)}}},
                style);
}

// The accounts that are short, where there are several.
std::string on_accounts(const Budget& budget, const Headline& headline, const std::vector<BankIndex>& banks,
                        const TextStyle& style) {
    if (headline.banks.size() == 1)
        return {};
    std::string list;
    for (const BankIndex bank : banks)
        list += (list.empty() ? "" : ", ") + budget.banks[bank].name;
    return tell({tr(" on {accounts}"), {{"accounts", list}}}, style);
}

std::string short_text(const Budget& budget, const Headline& headline, const Shortage& shortage,
                       const TextStyle& style) {
    std::string text;
    if (shortage.below_floor.empty())
        text = tell(tr("never below the floor"), style);
    else
        text = tell({tr("below the floor {n} {n:day|days} ({when})"),
                     {{"n", Shortage::days(shortage.below_floor)}, {"when", stretches(shortage.below_floor, style)}}},
                    style) +
               on_accounts(budget, headline, shortage.banks_below_floor, style);
    if (shortage.overdrawn.empty())
        return text + tell(tr("; never overdrawn"), style);
    return text +
           tell({tr("; overdrawn {n} {n:day|days} ({when})"),
                 {{"n", Shortage::days(shortage.overdrawn)}, {"when", stretches(shortage.overdrawn, style)}}},
                style) +
           on_accounts(budget, headline, shortage.banks_overdrawn, style);
}

std::string tenths(std::int64_t value, Language language) {
    return std::to_string(value / 10) + (language == Language::french ? "," : ".") + std::to_string(value % 10);
}

// An amount with its limit: "100.00 without going below the floor".
std::string payout_amount(const Payout& payout, PayoutQuestion question, const TextStyle& style) {
    return tell({question.above == Limit::floor ? tr("{amount} without going below the floor")
                                                : tr("{amount} without an overdraft"),
                 {{"amount", Cents{payout.amount(question).cents()}}}},
                style);
}

// Until when: " before the ACI of 28 April 2026", " until 31 December 2026".
std::string payout_until(const Payout& payout, Until until, const TextStyle& style) {
    if (until == Until::end)
        return tell({tr(" until {end}"), {{"end", day_of(payout.end)}}}, style);
    if (!payout.next_aci)
        return tell({tr(" until {end}, as no ACI is to come"), {{"end", day_of(payout.end)}}}, style);
    return tell({tr(" before the ACI of {day}"), {{"day", day_of(*payout.next_aci)}}}, style);
}

// The answer to one question, or to all of them: until the next ACI above the floor and above zero, until the end above
// the floor.
std::string payout_text(const Payout& payout, const std::optional<PayoutQuestion>& question, const TextStyle& style) {
    const PayoutQuestion first = question.value_or(PayoutQuestion{});
    std::string text = tell({tr("on {day}: "), {{"day", day_of(payout.day)}}}, style) +
                       payout_amount(payout, first, style) + payout_until(payout, first.until, style);
    if (question)
        return text;
    const auto also = [&](PayoutQuestion other) {
        text += tell(tr("; "), style) + payout_amount(payout, other, style);
    };
    also({Until::next_aci, Limit::zero});
    if (!payout.next_aci)
        return text;
    also({Until::end, Limit::floor});
    return text + payout_until(payout, Until::end, style);
}

// What the amounts do without, though they look beyond its day.
std::string unplanned_text(const Headline& headline, const TextStyle& style) {
    if (!headline.unplanned_aci)
        return "";
    const Gap& missing = *headline.unplanned_aci;
    return tell(
        {missing.part == Part::advance ? tr("; without the advance of {year}, due on {day}, which is not planned")
                                       : tr("; without the balance of {year}, due on {day}, which is not planned"),
         {{"year", std::int64_t{missing.year}}, {"day", day_of(missing.day)}}},
        style);
}

std::string transit_text(Money in_transit, const TextStyle& style) {
    if (in_transit == Money())
        return "";
    const bool leaves = in_transit.negative();
    return tell({leaves ? tr("; {amount} on its way between the accounts at the end")
                        : tr("; {amount} on its way between the accounts at the beginning"),
                 {{"amount", Cents{(leaves ? -in_transit : in_transit).cents()}}}},
                style);
}

std::string total_text(const Headline& headline, const TextStyle& style) {
    std::string text =
        tell({tr("in {receipts}, out {payments}"),
              {{"receipts", Cents{headline.receipts.cents()}}, {"payments", Cents{(-headline.payments).cents()}}}},
             style);
    text += transit_text(headline.in_transit, style);
    if (headline.cash_days_tenths)
        return text +
               tell({tr("; {days} days of cash on {day}"),
                     {{"days", tenths(*headline.cash_days_tenths, style.language)}, {"day", day_of(headline.as_of)}}},
                    style);
    return text + tell({tr("; days of cash undefined on {day}"), {{"day", day_of(headline.as_of)}}}, style);
}

std::string late_text(const Budget& budget, const Headline& headline, const Period& days, const TextStyle& style) {
    if (!headline.awaits_aci)
        return tell(tr("no ACI is awaited"), style);
    std::string text =
        tell({tr("2½ months late: {low}; "),
              {{"low", lowest_text(budget, headline, headline.late.lowest, headline.late.worst, style)}}},
             style) +
        short_text(budget, headline, headline.late, style);
    if (headline.late_until == days.last)
        return text;
    return text +
           tell({tr("; looked at until {day}, the eve of its late payment"), {{"day", day_of(headline.late_until)}}},
                style);
}

// What the lowest is without uncertain money, where that changes it.
std::string certain_text(const Budget& budget, const Headline& headline, const TextStyle& style) {
    const bool same = headline.certain.amount == headline.plan.lowest.amount &&
                      headline.certain_worst.low.amount == headline.plan.worst.low.amount;
    if (!headline.uncertain || same)
        return tell(tr(" (the same without hoped-for and assumed money)"), style);
    return tell({tr(" (without hoped-for and assumed money: {low})"),
                 {{"low", lowest_text(budget, headline, headline.certain, headline.certain_worst, style)}}},
                style);
}

std::string five_lines(const Budget& budget, const Headline& headline, const View& view, const TextStyle& style) {
    const std::vector<NamedLine> lines = {
        {tell(tr("Lowest"), style), lowest_text(budget, headline, headline.plan.lowest, headline.plan.worst, style) +
                                        certain_text(budget, headline, style)},
        {tell(tr("Short"), style), short_text(budget, headline, headline.plan, style)},
        {tell(tr("Late ACI"), style), late_text(budget, headline, view.days(), style)},
        {tell(tr("To pay out"), style),
         payout_text(headline.payout, view.payout, style) + unplanned_text(headline, style)},
        {tell(tr("Total"), style), total_text(headline, style)},
    };
    return named_lines(lines, style.width);
}

std::string title(const Result& result, const std::string& name) {
    std::string text = name;
    if (result.scenario != "base")
        text += (text.empty() ? "" : " — ") + scenario_name(result);
    return text;
}

std::string holding_name(const Holding& holding, const TextStyle& style) {
    if (!holding.index)
        return tell(tr("All entities"), style);
    if (holding.name.empty())
        return tell(tr("All accounts"), style);
    if (holding.whole || holding.name == holding.entity)
        return holding.name;
    return holding.name + " (" + holding.entity + ")";
}

// A period's cells: opening, receipts, payments, net, closing, lowest and its day.
std::vector<TableCell> balance_cells(const std::string& name, const PeriodSum& sum, const TextStyle& style,
                                     Style look) {
    return {{name, look},
            figure(sum.opening, style, look),
            figure(sum.receipts, style, look),
            {write_figure((-sum.payments).cents(), style.language), look},
            figure(sum.receipts + sum.payments, style, look),
            figure(sum.closing, style, look),
            figure(sum.lowest, style, look),
            {short_day(sum.lowest_on, style), look}};
}

std::string no_loan(const Result& result, const TextStyle& style) {
    return tell(result.budget.loans.empty() ? tr("This budget has no loan.") : tr("What is shown has no loan."),
                style) +
           '\n';
}

}  // namespace

std::string period_name(const Period& period, Grid grid, Language language) {
    const YearMonthDay fields = period.first.fields();
    switch (grid) {
        case Grid::day:
            return short_day(period.first, {language});
        case Grid::month:
            return write_month(fields.year, fields.month, language);
        case Grid::quarter:
            return std::string(language == Language::french ? "T" : "Q") + std::to_string((fields.month + 2) / 3) +
                   ' ' + std::to_string(fields.year);
        case Grid::year:
            break;
    }
    return std::to_string(fields.year);
}

std::string headline_text(const Result& result, const View& view, const TextStyle& style) {
    std::string out;
    for (const Headline& headline : result.headlines) {
        const std::string& entity = result.budget.entities[headline.entity].name;
        std::string name = entity.empty() ? view.file : entity;
        if (result.selection.bank)
            name += ", " + result.budget.banks[*result.selection.bank].name;
        const std::string range = tell(
            {tr("{name}, {first} to {last}"),
             {{"name", title(result, name)}, {"first", day_of(view.days().first)}, {"last", day_of(view.days().last)}}},
            style);
        out += heading(range, style) + five_lines(result.budget, headline, view, style) + '\n';
    }
    return out;
}

std::string balance_text(const Result& result, const View& view, const TextStyle& style) {
    const std::vector<Holding> all = holdings(result);
    std::string out;
    for (const Holding& holding : all) {
        if (all.size() > 1 || result.scenario != "base")
            out += heading(title(result, holding_name(holding, style)), style);
        TextTable table(figures(1, 7));
        table.head({"", tell(tr("Opening"), style), tell(tr("Receipts"), style), tell(tr("Payments"), style),
                    tell(tr("Net"), style), tell(tr("Closing"), style), tell(tr("Lowest"), style),
                    tell(tr("on"), style)});
        PeriodSum total = sum_of(holding.series, view.days());
        total.receipts = total.payments = Money();  // of the rows, so that the columns add up
        for (const Period& period : view.periods) {
            const PeriodSum sum = sum_of(holding.series, period);
            total.receipts += sum.receipts;
            total.payments += sum.payments;
            table.row(balance_cells(period_name(period, view.grid, style.language), sum, style, Style::plain));
        }
        table.rule();
        table.row(balance_cells(tell(tr("Total"), style), total, style, Style::strong));
        out += table.render(style.width, style.colour) + '\n';
    }
    return out;
}

std::string movement_text(const Result& result, const View& view, const TextStyle& style) {
    const Budget& budget = result.budget;
    const bool several = budget.banks.size() > 1;
    std::vector<Align> columns = figures(several ? 3 : 2, 2);
    columns.push_back(Align::left);
    TextTable table(std::move(columns));
    std::vector<std::string> head = {tell(tr("Date"), style)};
    if (several)
        head.push_back(tell(tr("Bank"), style));
    for (const char* name : {tr("Label"), tr("Amount"), tr("Balance"), tr("State")})
        head.push_back(tell(name, style));
    table.head(head);
    std::vector<Money> balances = opening_balances(result, view.days());
    for (const Movement& movement : result.movements) {
        balances[movement.bank] += movement.amount;
        std::vector<TableCell> cells = {{short_day(movement.date, style)}};
        if (several)
            cells.push_back({budget.banks[movement.bank].id});
        cells.push_back({name_of(budget, movement.item, movement.part, style.language)});
        cells.push_back({write_figure(movement.amount.cents(), style.language)});
        cells.push_back(figure(balances[movement.bank], style));
        const bool uncertain = movement.state == State::hoped || movement.state == State::assumed;
        static constexpr const char* states[] = {tr("hoped for"), tr("assumed"),  tr("planned"),
                                                 tr("called"),    tr("notified"), tr("paid")};
        cells.push_back(
            {tell(states[static_cast<std::size_t>(movement.state)], style), uncertain ? Style::strong : Style::faint});
        table.row(std::move(cells));
    }
    return table.render(style.width, style.colour) + '\n';
}

namespace {

struct LoanYearColumn {
    const char* name;
    Money LoanYear::*amount;
    bool always = false;  // also where it is nothing in every year
};

std::string loan_year_table(const std::vector<LoanYear>& years, const TextStyle& style) {
    std::vector<LoanYearColumn> columns = {{tr("Drawn"), &LoanYear::drawdown},
                                           {tr("Principal"), &LoanYear::principal, true},
                                           {tr("Interest"), &LoanYear::interest, true},
                                           {tr("Insurance"), &LoanYear::insurance},
                                           {tr("Fees"), &LoanYear::fees},
                                           {tr("Payment"), &LoanYear::payment, true},
                                           {tr("Capitalised"), &LoanYear::capitalised},
                                           {tr("Outstanding"), &LoanYear::outstanding, true}};
    std::erase_if(columns, [&](const LoanYearColumn& column) {
        return !column.always &&
               std::ranges::all_of(years, [&](const LoanYear& year) { return year.*column.amount == Money(); });
    });
    TextTable table(figures(1, columns.size()));
    std::vector<std::string> head = {tell(tr("Exercise"), style)};
    for (const LoanYearColumn& column : columns)
        head.push_back(tell(column.name, style));
    table.head(head);
    for (const LoanYear& year : years) {
        std::vector<TableCell> cells = {{std::to_string(year.exercise)}};
        for (const LoanYearColumn& column : columns)
            cells.push_back(figure(year.*column.amount, style));
        table.row(std::move(cells));
    }
    return table.render(style.width, style.colour);
}

}  // namespace

std::string loan_text(const Result& result, const TextStyle& style) {
    std::string out;
    for (const Loan& loan : loans_shown(result)) {
        out += heading(title(result, name_of(result.budget, loan.item, Part::whole, style.language)), style);
        const std::vector<ScheduleRow> rows = loan_schedule(loan);
        const bool bank_wins = std::ranges::any_of(rows, [](const ScheduleRow& row) { return row.place.known(); });
        const bool capitalised =
            std::ranges::any_of(rows, [](const ScheduleRow& row) { return row.capitalised != Money(); });
        TextTable table(figures(2, 8));
        std::vector<std::string> head = {tell(tr("No."), style), tell(tr("Due"), style)};
        for (const char* name : {tr("Principal"), tr("Interest"), tr("Insurance"), tr("Payment")})
            head.push_back(tell(name, style));
        if (capitalised)
            head.push_back(tell(tr("Capitalised"), style));
        head.push_back(tell(tr("Outstanding"), style));
        if (bank_wins)
            head.push_back(tell(tr("Bank less computed"), style));
        table.head(head);
        for (const ScheduleRow& row : rows) {
            std::vector<TableCell> cells = {{std::to_string(row.number)}, {short_day(row.due, style)}};
            for (const Money amount : {row.principal, row.interest, row.insurance, row.payment})
                cells.push_back(figure(amount, style));
            if (capitalised)
                cells.push_back(figure(row.capitalised, style));
            cells.push_back(figure(row.outstanding, style));
            if (bank_wins)
                cells.push_back(figure(row.difference, style));
            table.row(std::move(cells));
        }
        out += table.render(style.width, style.colour) + '\n';
    }
    return out.empty() ? no_loan(result, style) : out;
}

std::string loan_year_text(const Result& result, const TextStyle& style) {
    std::string out;
    for (const Loan& loan : loans_shown(result)) {
        out += heading(title(result, name_of(result.budget, loan.item, Part::whole, style.language)), style);
        out += loan_year_table(loan_years(result.budget, loan), style) + '\n';
    }
    return out.empty() ? no_loan(result, style) : out;
}

std::vector<LineDifference> differences(const Result& base, const Result& scenario, Language language) {
    struct Pair {
        LineDifference line;
        std::vector<Money> gap;  // by period
    };
    std::map<std::pair<std::string, Side>, std::size_t> index;
    std::vector<Pair> found;
    const auto add = [&](const Result& result, Money LineDifference::*side, int sign) {
        for (const LineSum& line : result.sums->all()) {
            const std::string id = id_of(result.budget, line.item, line.part);
            const auto [place, fresh] = index.try_emplace({id, line.side}, found.size());
            if (fresh)
                found.push_back({{id, name_of(result.budget, line.item, line.part, language), {}, {}, {}, 0},
                                 std::vector<Money>(line.periods.size())});
            Pair& pair = found[place->second];
            pair.line.*side += line.total;
            for (std::size_t i = 0; i < line.periods.size(); ++i)
                pair.gap[i] += line.periods[i] * sign;
        }
    };
    add(base, &LineDifference::base, -1);
    add(scenario, &LineDifference::scenario, 1);
    std::vector<LineDifference> changed;
    for (Pair& pair : found) {
        Money so_far;
        for (std::size_t i = 0; i < pair.gap.size(); ++i) {
            so_far += pair.gap[i];
            if (std::max(so_far, -so_far) > std::max(pair.line.furthest, -pair.line.furthest)) {
                pair.line.furthest = so_far;
                pair.line.furthest_period = i;
            }
        }
        if (pair.line.furthest != Money())
            changed.push_back(std::move(pair.line));
    }
    return changed;
}

std::string comparison_text(const std::vector<Result>& results, const View& view, const TextStyle& style) {
    std::string out;
    std::vector<std::vector<Holding>> all;
    for (const Result& result : results)
        all.push_back(holdings(result));
    for (std::size_t row = 0; row < all.front().size(); ++row) {
        const Holding& base = all.front()[row];
        if (!base.whole)
            continue;
        if (all.front().size() > 1)
            out += heading(holding_name(base, style), style);
        TextTable table(figures(1, 2 + 3 * (results.size() - 1)));
        std::vector<std::string> head = {"", tell(tr("base: closing"), style), tell(tr("lowest"), style)};
        for (std::size_t i = 1; i < results.size(); ++i) {
            head.push_back(tell({tr("{scenario}: closing"), {{"scenario", results[i].scenario}}}, style));
            head.push_back(tell(tr("lowest"), style));
            head.push_back(tell(tr("difference"), style));
        }
        table.head(head);
        for (const Period& period : view.periods) {
            const PeriodSum first = sum_of(base.series, period);
            std::vector<TableCell> cells = {{period_name(period, view.grid, style.language)},
                                            figure(first.closing, style),
                                            figure(first.lowest, style)};
            for (std::size_t i = 1; i < results.size(); ++i) {
                const auto same = std::ranges::find_if(all[i], [&](const Holding& other) {
                    return other.entity == base.entity && other.bank == base.bank;
                });
                if (same == all[i].end()) {
                    cells.insert(cells.end(), 3, TableCell{"—"});
                    continue;
                }
                const PeriodSum sum = sum_of(same->series, period);
                cells.push_back(figure(sum.closing, style));
                cells.push_back(figure(sum.lowest, style));
                cells.push_back(figure(sum.closing - first.closing, style, Style::strong));
            }
            table.row(std::move(cells));
        }
        out += table.render(style.width, style.colour) + '\n';
    }
    for (std::size_t i = 1; i < results.size(); ++i) {
        out += heading(
            tell({tr("What {scenario} changes in this period"), {{"scenario", title(results[i], "")}}}, style), style);
        TextTable table(figures(1, 5));
        table.head({tell(tr("Line"), style), tell(tr("base"), style), results[i].scenario,
                    tell(tr("difference"), style), tell(tr("furthest apart"), style), tell(tr("in"), style)});
        Money total;
        for (const LineDifference& line : differences(results.front(), results[i], style.language)) {
            table.row({{line.label},
                       figure(line.base, style),
                       figure(line.scenario, style),
                       figure(line.scenario - line.base, style),
                       figure(line.furthest, style),
                       {period_name(view.periods[line.furthest_period], view.grid, style.language)}});
            total += line.scenario - line.base;
        }
        table.rule();
        table.row({{tell(tr("Total"), style), Style::strong}, {""}, {""}, figure(total, style, Style::strong)});
        out += table.render(style.width, style.colour) + '\n';
    }
    return out;
}

std::string uncertain_text(const Result& result, const TextStyle& style) {
    std::map<std::string, Money> sums;
    std::vector<std::string> order;
    for (const Movement& movement : result.uncertain) {
        const std::string name = name_of(result.budget, movement.item, movement.part, style.language) + ' ' +
                                 std::to_string(movement.exercise);
        const auto [place, fresh] = sums.try_emplace(name);
        if (fresh)
            order.push_back(name);
        place->second += movement.amount;
    }
    std::string list;
    for (const std::string& name : order)
        list += (list.empty() ? "" : ", ") + name + " (" + write_amount(sums[name].cents(), style.language) + ')';
    std::string out;
    if (!list.empty())
        out +=
            wrapped(tell({tr("Assumed or hoped for, not notified: {list}."), {{"list", list}}}, style), 0, style.width);
    for (const std::string& note : result.notes)
        out += wrapped(note, 0, style.width);
    return out;
}

std::string plan_text(const Result& result, const View& view, const TextStyle& style) {
    const std::vector<Holding> all = holdings(result);
    std::string out;
    for (const Holding& holding : all) {
        if (!holding.whole)
            continue;
        std::vector<PeriodSum> sums;
        for (const Period& period : view.periods)
            sums.push_back(sum_of(holding.series, period));
        out += heading(title(result, holding_name(holding, style)), style);
        TextTable table(figures(1, view.periods.size() + 1));
        std::vector<std::string> head = {""};
        for (const Period& period : view.periods)
            head.push_back(period_name(period, view.grid, style.language));
        head.push_back(tell(tr("Total"), style));
        table.head(head);

        const auto row = [&](const std::string& name, auto value, auto total, Style look) {
            std::vector<TableCell> cells = {{name, look}};
            std::vector<Money> values;
            for (const PeriodSum& sum : sums) {
                values.push_back(value(sum));
                cells.push_back(figure(values.back(), style, look));
            }
            cells.push_back(figure(total(values), style, Style::strong));
            table.row(std::move(cells));
        };
        const auto add_up = [](const std::vector<Money>& values) {
            Money sum;
            for (const Money value : values)
                sum += value;
            return sum;
        };
        const auto first = [](const std::vector<Money>& values) { return values.front(); };
        const auto last = [](const std::vector<Money>& values) { return values.back(); };
        const auto least = [](const std::vector<Money>& values) { return std::ranges::min(values); };
        const std::vector<LineSum> lines = holding.index ? result.sums->entity(*holding.index) : result.sums->all();
        const auto section = [&](Side side) {
            const int sign = side == Side::receipts ? 1 : -1;
            for (const LineSum& line : lines) {
                if (line.side != side)
                    continue;
                std::vector<TableCell> cells = {{"  " + name_of(result.budget, line.item, line.part, style.language)}};
                for (const Money amount : line.periods)
                    cells.push_back(amount == Money() ? TableCell{"·", Style::faint} : figure(amount * sign, style));
                cells.push_back(figure(line.total * sign, style, Style::strong));
                table.row(std::move(cells));
            }
            const bool cancels =
                std::ranges::any_of(sums, [](const PeriodSum& sum) { return sum.cancelled != Money(); });
            if (cancels)
                row(
                    "  " + tell(reciprocal_name(holding), style), [](const PeriodSum& sum) { return -sum.cancelled; },
                    add_up, Style::faint);
        };

        row(
            tell(tr("Brought forward"), style), [](const PeriodSum& sum) { return sum.opening; }, first, Style::strong);
        table.rule();
        section(Side::receipts);
        row(
            tell(tr("RECEIPTS"), style), [](const PeriodSum& sum) { return sum.receipts; }, add_up, Style::strong);
        table.rule();
        section(Side::payments);
        row(
            tell(tr("PAYMENTS"), style), [](const PeriodSum& sum) { return -sum.payments; }, add_up, Style::strong);
        table.rule();
        row(
            tell(tr("Net"), style), [](const PeriodSum& sum) { return sum.receipts + sum.payments; }, add_up,
            Style::plain);
        row(
            tell(tr("Cumulative balance"), style), [](const PeriodSum& sum) { return sum.closing; }, last,
            Style::strong);
        row(
            tell(tr("Lowest"), style), [](const PeriodSum& sum) { return sum.lowest; }, least, Style::plain);
        std::vector<TableCell> days = {{"  " + tell(tr("on"), style), Style::faint}};
        for (const PeriodSum& sum : sums)
            days.push_back({short_day(sum.lowest_on, style), Style::faint});
        days.push_back({short_day(std::ranges::min(sums, {}, &PeriodSum::lowest).lowest_on, style), Style::faint});
        table.row(std::move(days));
        const auto least_row = [&](const std::string& name, const std::vector<Money>& values, Style look) {
            std::vector<TableCell> cells = {{name, look}};
            for (const Money value : values)
                cells.push_back(figure(value, style, look));
            cells.push_back(figure(least(values), style, Style::strong));
            table.row(std::move(cells));
        };
        for (const PlanExtreme& account : account_lows(result, holding, view))
            least_row("  " + account.label, account.periods, Style::faint);
        least_row(tell(tr("Margin on the overdraft"), style), margins(result, holding.accounts, view), Style::plain);
        for (const PlanExtreme& account : account_margins(result, holding, view))
            least_row("  " + account.label, account.periods, Style::faint);
        out += table.render(style.width, style.colour) + '\n';
    }
    return out;
}

}  // namespace msp
