// SPDX-License-Identifier: MIT
#include <msp/cash/line_sums.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/payroll_notes.hpp>
#include <msp/report/post_sheets.hpp>
#include <msp/report/sheet_text.hpp>

#include <array>
#include <string_view>

namespace msp {
namespace {

constexpr std::size_t shortest_label = 16;

std::vector<Cell> amount_cells(const PostAmounts& amounts) {
    return {amounts.gross, amounts.employer, amounts.reduction,   amounts.employee, amounts.net,
            amounts.other, amounts.cost,     amounts.payroll_tax, amounts.paid,     amounts.leave};
}

void month_rows(RowSink& rows, const PostView& post, Language language) {
    const Budget& budget = *post.budget;
    Block block;
    if (post.total.other == Money())
        block.without.emplace_back("other");
    rows.begin(block);
    const auto add = [&](Row row, const Cell& month, const Cell& exercise, const Cell& basis,
                         const PostAmounts& amounts) {
        std::vector<Cell> cells = {TextCell{post.scenario},
                                   TextCell{budget.entities[post.entity()].id},
                                   TextCell{post.item().id},
                                   month,
                                   exercise,
                                   basis};
        const std::vector<Cell> figures = amount_cells(amounts);
        cells.insert(cells.end(), figures.begin(), figures.end());
        rows.row(row, cells);
    };
    for (const PostMonth& month : post.months)
        add({}, PeriodCell{{month.month.first(), month.month.last()}, Grid::month},
            month.exercise ? Cell(std::int64_t{*month.exercise}) : Cell(),
            month.exercise ? basis_cell(month.assumed, language) : Cell(), month.amounts);
    rows.row({.kind = RowKind::rule, .audience = Audience::page}, std::initializer_list<Cell>{});
    std::vector<Cell> total = {{}, {}, {}, WordCell{{}, translate(tr("Total"), language)}, {}, {}};
    const std::vector<Cell> figures = amount_cells(post.total);
    total.insert(total.end(), figures.begin(), figures.end());
    rows.row({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines}, total);
    rows.note_of_changes(translate(
        tr("Changed pay runs through to net pay, to the cost and to the totals. Contributions, the reduction, "
           "what is withheld, the payroll tax and the days of payment are not computed anew."),
        language));
}

void payment_rows(RowSink& rows, const PostView& post, Language language) {
    const Budget& budget = *post.budget;
    rows.begin({});
    for (const Movement& payment : post.payments) {
        const std::string line = id_of(budget, payment.item, payment.part);
        const std::string label = name_of(budget, payment.item, payment.part, language);
        rows.row({}, {TextCell{post.scenario}, TextCell{budget.entities[post.entity()].id}, TextCell{post.item().id},
                      payment.date, TextCell{line}, TextCell{label}, std::int64_t{payment.exercise},
                      basis_cell(payment.state == State::assumed, language), payment.amount});
    }
}

}  // namespace

Sheet post_months_sheet(std::span<const PostView* const> posts, Language language) {
    return {
        "months",
        columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                    head::id("post", tr("Post")), head::period("month", tr("Month")),
                    head::count("exercise", tr("Exercise")).for_data(), head::word("basis", tr("Rates")),
                    head::money("gross", tr("Gross")), head::money("employer", tr("Employer")),
                    head::money("reduction", tr("Reduction")).quiet(), head::money("employee", tr("Withheld")),
                    head::money("net", tr("Net")).adding("gross -employee"), head::money("other", tr("Other costs")),
                    head::money("cost", tr("Cost")).strong().adding("gross employer -reduction other"),
                    head::money("payroll_tax", tr("Payroll tax")), head::money("paid", tr("Paid in the month")),
                    head::money("leave", tr("Leave earned")).for_data()},
                   language),
        [posts, language](RowSink& rows) {
            for (const PostView* post : posts)
                month_rows(rows, *post, language);
        }};
}

Sheet post_payments_sheet(std::span<const PostView* const> posts, Language language) {
    return {"payments",
            columns_of({head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                        head::id("post", tr("Post")), head::date("date", tr("Date")), head::id("line", tr("Line")),
                        head::text("label", tr("Label")).naming(), head::count("exercise", tr("Exercise")),
                        head::word("basis", tr("Rates")), head::money("amount", tr("Amount")).quiet()},
                       language),
            [posts, language](RowSink& rows) {
                for (const PostView* post : posts)
                    payment_rows(rows, *post, language);
            },
            {},
            shortest_label};
}

std::string post_title(const Item& post, const Entity& entity, std::string_view scenario, const std::string& label,
                       Language language) {
    return titled(words({tr("{post} ({entity})"), {{"post", post.label}, {"entity", entity.title()}}}, language),
                  scenario, label);
}

std::string post_rules(const PostView& post, const std::vector<PayrollBasis>& bases, const TextStyle& style) {
    const auto said = [&](std::string_view text) { return wrapped(text, 0, page_width(style)); };
    std::string out = said(translate(
        tr("A forecast, no payslip. Cost: gross pay and the employer's contributions less the reduction, with other "
           "costs (vouchers, travel, payroll fee, training, replacement, the end of a contract, invoices), without the "
           "payroll tax (taxe sur les salaires), which stands in the last month of its year, whenever it is paid. Net "
           "pay is before income tax."),
        style.language));
    if (post.total.leave != Money())
        out += said(
            words({tr("Paid leave earned in these months will cost {amount}, a tenth of pay and contributions less "
                      "the reduction: a view, in no cost and no payment, as it is paid with the pay of the months "
                      "in which it is taken."),
                   {{"amount", post.total.leave}}},
                  style.language));
    for (const std::string& note : payroll_notes(*post.budget, bases, style.language))
        out += said(note);
    return out;
}

}  // namespace msp
