// SPDX-License-Identifier: MIT
#include <msp/report/aci.hpp>

#include <algorithm>
#include <stdexcept>

namespace msp {
namespace {

constexpr int point_decimals = 6;

void line_row(Rows& rows, const AciResult& result, const AciRemuneration& paid, const AciLine& line) {
    const AciText& text = *paid.text;
    rows.text(result.scenario);
    rows.text(result.entity().id);
    rows.integer(paid.year);
    rows.word(text.indicators[line.indicator].id);
    rows.word(axis_id(text, line.indicator));
    rows.word(id_of(line.kind));
    rows.word(id_of(line.due ? line.reached : Fulfilment::no));
    rows.decimal(line.points, point_decimals);
    if (line.unknown)
        rows.empty();
    else
        rows.decimal(line.points_max, point_decimals);
    rows.money(line.amount);
    if (line.unknown)
        rows.empty();
    else
        rows.money(line.amount + line.missed);
    rows.word(confidence_id(paid, line));
    rows.exact(line.points);
    rows.end_row();
}

void majoration_row(Rows& rows, const AciResult& result, const AciRemuneration& paid) {
    rows.text(result.scenario);
    rows.text(result.entity().id);
    rows.integer(paid.year);
    rows.word("majoration");
    rows.empty();
    rows.word("majoration");
    rows.word(id_of(paid.majoration == Quotient() ? Fulfilment::no : Fulfilment::yes));
    rows.empty();
    rows.empty();
    rows.money(paid.majoration_amount);
    rows.money(paid.majoration_amount + paid.majoration_missed);
    rows.word(paid.assumed ? "assumed" : id_of(paid.text->precarity_evidence.confidence));
    rows.empty();
    rows.empty();
    rows.end_row();
}

template <typename Entry>
const Entry& of_year(const std::vector<Entry>& entries, std::int16_t year) {
    const auto found = std::ranges::find(entries, year, &Entry::year);
    if (found == entries.end())
        throw std::logic_error("a year of the ACI that the budget does not have");
    return *found;
}

}  // namespace

const AciYearResult* AciResult::year(std::int16_t year) const {
    const auto found = std::ranges::find_if(years, [year](const AciYearResult& one) { return one.paid.year == year; });
    return found == years.end() ? nullptr : &*found;
}

const AciSettlement& AciResult::settlement(std::int16_t year) const {
    return of_year(schedule.years, year);
}

const AciYear& AciResult::typed(std::int16_t year) const {
    return of_year(budget.aci->years, year);
}

const std::string& axis_id(const AciText& text, std::size_t indicator) {
    return text.axes[text.indicators[indicator].axis].first;
}

std::string_view confidence_id(const AciRemuneration& paid, const AciLine& line) {
    if (paid.assumed)
        return "assumed";
    if (line.typed)
        return "typed";
    return id_of(line.unknown ? Confidence::unknown : line.confidence);
}

std::string_view id_of(Fulfilment reached) {
    switch (reached) {
        case Fulfilment::no:
            break;
        case Fulfilment::partly:
            return "partly";
        case Fulfilment::yes:
            return "yes";
    }
    return "no";
}

std::vector<Column> aci_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"exercise", tr("Exercise")},
                       {"indicator", tr("Indicator")},
                       {"axis", tr("Axis")},
                       {"class", tr("Class")},
                       {"reached", tr("Reached")},
                       {"points", tr("Points")},
                       {"points_max", tr("Points at most")},
                       {"amount", tr("Amount")},
                       {"amount_max", tr("Amount at most")},
                       {"confidence", tr("Confidence")},
                       {"points_num", tr("Points, numerator")},
                       {"points_den", tr("Points, denominator")}},
                      language);
}

void aci_rows(Rows& rows, const AciResult& result, std::optional<std::int16_t> only) {
    for (const AciYearResult& year : result.years) {
        if (only && year.paid.year != *only)
            continue;
        for (const AciLine& line : year.paid.lines)
            line_row(rows, result, year.paid, line);
        if (year.facts.precarity)
            majoration_row(rows, result, year.paid);
    }
}

std::vector<Column> aci_schedule_columns(Language language) {
    return columns_of({{"scenario", tr("Scenario")},
                       {"entity", tr("Entity")},
                       {"date", tr("Date")},
                       {"kind", tr("Kind")},
                       {"exercise", tr("Exercise")},
                       {"amount", tr("Amount")},
                       {"status", tr("Status")},
                       {"basis", tr("Basis")}},
                      language);
}

void aci_schedule_rows(Rows& rows, const AciResult& result, std::optional<std::int16_t> only) {
    for (const AciDue& due : result.schedule.dues) {
        if (only && due.exercise != *only)
            continue;
        rows.text(result.scenario);
        rows.text(result.entity().id);
        rows.date(due.date);
        rows.word(id_of(due.kind));
        rows.integer(due.exercise);
        rows.money(due.amount);
        rows.word(id_of(due.status));
        rows.text(due.basis);
        rows.end_row();
    }
}

}  // namespace msp
