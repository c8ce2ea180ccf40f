// SPDX-License-Identifier: MIT
#include <msp/aci/sums.hpp>
#include <msp/report/aci_sheets.hpp>
#include <msp/report/aci_text.hpp>
#include <msp/report/aci_words.hpp>
#include <msp/report/forecast.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t narrowest_label = 20;

Cell points_cell(const Quotient& points) {
    return DecimalCell{points, point_places};
}

Cell digits(const Quotient::Integer& number) {
    return WholeCell{number};
}

void line_row(RowSink& rows, const AciResult& result, const AciRemuneration& paid, const AciLine& line) {
    const AciText& text = *paid.text;
    rows.row({}, {TextCell{result.scenario}, TextCell{result.entity().id}, std::int64_t{paid.year},
                  WordCell{text.indicators[line.indicator].id}, WordCell{axis_id(text, line.indicator)},
                  WordCell{id_of(line.kind)}, WordCell{id_of(line.due ? line.reached : Fulfilment::no)},
                  points_cell(line.points), line.unknown ? Cell() : points_cell(line.points_max), line.amount,
                  line.unknown ? Cell() : Cell(line.most()), WordCell{confidence_id(paid, line)},
                  digits(line.points.numerator()), digits(line.points.denominator())});
}

void majoration_row(RowSink& rows, const AciResult& result, const AciRemuneration& paid) {
    rows.row({}, {TextCell{result.scenario},
                  TextCell{result.entity().id},
                  std::int64_t{paid.year},
                  WordCell{"majoration"},
                  {},
                  WordCell{"majoration"},
                  WordCell{id_of(paid.majoration == Quotient() ? Fulfilment::no : Fulfilment::yes)},
                  {},
                  {},
                  paid.majoration_amount,
                  paid.majoration_most(),
                  WordCell{majoration_confidence_id(paid)},
                  {},
                  {}});
}

// Of people; by the days they were there it may be a part of one.
Cell count_cell(const Quotient& count) {
    return DecimalCell{count, count.whole() ? 0 : shown_places};
}

// How many units the user said, and how many count.
std::string reached_text(const AciFacts& facts, const AciLine& line, Language language) {
    const AciIndicator& indicator = facts.text->indicators[line.indicator];
    const Reached* reached = facts.reached[line.indicator];
    std::string reached_word(translate(name_of(line.reached), language));
    if (reached == nullptr || !indicator.counted() || !reached->count)
        return reached_word;
    std::int64_t most = indicator.steps.empty() ? 0 : indicator.steps.back().units;
    for (const AciTerm& term : indicator.terms)
        most = std::max(most, term.most_units);
    if (line.reached != Fulfilment::partly)
        return reached_word + " (" + std::to_string(*reached->count) + ')';
    return words({tr("{n} of {most}"), {{"n", *reached->count}, {"most", most}}}, language);
}

// The indicators of a year, then its sums.
class YearRows {
 public:
    YearRows(RowSink& rows, const AciYearResult& year, Language language)
        : rows_(rows), facts_(year.facts), paid_(year.paid), text_(*year.paid.text), language_(language) {}

    void write() {
        rows_.begin({});
        for (std::size_t kind = 0; kind < aci_class_count; ++kind)
            lines_of(static_cast<AciClass>(kind));
        rows_.row({RowKind::rule}, {});
        for (std::size_t kind = 0; kind < aci_class_count; ++kind)
            sum_row(translate(name_of(static_cast<AciClass>(kind)), language_),
                    sum_of_class(paid_, static_cast<AciClass>(kind)),
                    groups([kind](AciClass of, std::size_t) { return of == static_cast<AciClass>(kind); }));
        rows_.row({RowKind::rule}, {});
        for (std::size_t axis = 0; axis < text_.axes.size(); ++axis)
            sum_row(text_.axes[axis].second.in(language_), sum_of_axis(paid_, axis),
                    groups([axis](AciClass, std::size_t of) { return of == axis; }));
        rows_.row({RowKind::rule}, {});
        if (facts_.precarity)
            precarity_row();
        std::vector<RowTerm> all = groups([](AciClass, std::size_t) { return true; });
        all.push_back({group_of_precarity()});
        rows_.row({.kind = RowKind::total, .adds = all}, {TextCell{translate(tr("Total"), language_)},
                                                          {},
                                                          points(paid_.points),
                                                          points(paid_.points_max),
                                                          paid_.total,
                                                          paid_.missed(),
                                                          {}});
        note_of_changes();
    }

 private:
    // Nothing where the text pays in euros.
    [[nodiscard]] Cell points(const Quotient& value) const {
        return text_.point == Money() ? Cell() : Cell(DecimalCell{value, shown_places});
    }

    void note_of_changes() {
        if (text_.point == Money() || !paid_.missing.empty())
            return;
        rows_.note_of_changes(translate(
            tr("Changed points run through to the euros, to what is missed and to the sums. Each line is rounded to "
               "the cent here, while the program rounds the whole year: the total may then be a cent or two away. The "
               "majoration for precarity, levels that exclude each other, the advance and the balance do not follow."),
            language_));
    }

    // The lines of a class and axis; what is added up below them is in no group. The majoration has one, of which only
    // the total knows.
    [[nodiscard]] std::uint8_t group_of(AciClass kind, std::size_t axis) const {
        return static_cast<std::uint8_t>(1 + static_cast<std::size_t>(kind) * text_.axes.size() + axis);
    }
    [[nodiscard]] std::uint8_t group_of_precarity() const {
        return static_cast<std::uint8_t>(1 + aci_class_count * text_.axes.size());
    }
    template <typename Counts>
    [[nodiscard]] std::vector<RowTerm> groups(Counts counts) const {
        std::vector<RowTerm> found;
        for (std::size_t kind = 0; kind < aci_class_count; ++kind) {
            for (std::size_t axis = 0; axis < text_.axes.size(); ++axis) {
                if (counts(static_cast<AciClass>(kind), axis))
                    found.push_back({group_of(static_cast<AciClass>(kind), axis)});
            }
        }
        return found;
    }

    void lines_of(AciClass kind) {
        bool first = true;
        for (const AciLine& line : paid_.lines) {
            if (line.kind != kind || !line.pays())
                continue;
            if (std::exchange(first, false))
                class_row(kind);
            line_row(line);
        }
    }

    void class_row(AciClass kind) {
        rows_.row({RowKind::heading}, {TextCell{translate(name_of(kind), language_)}, {}, {}, {}, {}, {}, {}});
    }

    void line_row(const AciLine& line) {
        const bool failed = line.kind == AciClass::prerequisite && line.reached == Fulfilment::no;
        const Style look = failed ? Style::alert : Style::plain;
        const std::string reached = reached_text(facts_, line, language_);
        rows_.row(
            {.level = 1, .group = group_of(line.kind, text_.indicators[line.indicator].axis)},
            {WordCell{{}, text_.indicators[line.indicator].label.in(language_), look}, WordCell{{}, reached, look},
             points(line.points), line.unknown ? Cell(TextCell{"?"}) : points(line.points_max), line.amount,
             line.unknown ? Cell(TextCell{"?"}) : Cell(line.missed), WordCell{text_.indicators[line.indicator].id}});
    }

    void sum_row(std::string_view name, const AciSum& sum, const std::vector<RowTerm>& adds) {
        if (!sum.pays)
            return;
        rows_.row({.adds = adds},
                  {TextCell{name}, {}, points(sum.points), points(sum.points_max), sum.amount, sum.missed, {}});
    }

    void precarity_row() {
        const std::string name =
            words({tr("Precarity, {share}"), {{"share", percent_figure(paid_.majoration, language_)}}}, language_);
        rows_.row(
            {.group = group_of_precarity()},
            {TextCell{name}, {}, {}, {}, paid_.majoration_amount, paid_.majoration_missed, WordCell{"majoration"}});
    }

    RowSink& rows_;
    const AciFacts& facts_;
    const AciRemuneration& paid_;
    const AciText& text_;
    Language language_;
};

// What is typed of whole years, where the years above are computed.
std::string typed_years(const AciResult& result, bool from_parts, Language language) {
    std::string list;
    for (const AciYearResult& year : result.years) {
        const AciYear& typed = result.typed(year.paid.year);
        const AciSettlement& settled = result.settlement(year.paid.year);
        if (from_parts ? settled.from_parts : typed.notified.has_value())
            list += (list.empty() ? "" : ", ") + std::to_string(year.paid.year) + " (" +
                    write_amount(from_parts ? settled.total : *typed.notified, language) + ')';
    }
    const char* text = from_parts ? tr("Typed as advance and balance, and so planned: {list}.")
                                  : tr("Notified, and so planned: {list}.");
    return list.empty() ? "" : words({text, {{"list", list}}}, language);
}

// Which text computes which years.
std::vector<std::string> texts_of(const AciResult& result, bool only_assumed, Language language) {
    std::map<std::pair<bool, std::string>, std::string> years;
    for (const AciYearResult& year : result.years) {
        if (only_assumed && !year.paid.assumed)
            continue;
        std::string& list = years[{year.paid.assumed, year.paid.text->label.in(language)}];
        list += (list.empty() ? "" : ", ") + std::to_string(year.paid.year);
    }
    std::vector<std::string> notes;
    for (const auto& [text, list] : years)
        notes.push_back(
            words({text.first ? tr("* Assumed: {id} taken to hold for {years}.") : tr("Computed by {id}: {years}."),
                   {{"id", text.second}, {"years", list}}},
                  language));
    return notes;
}

const char* status_name(AciStatus status) {
    switch (status) {
        case AciStatus::computed:
            break;
        case AciStatus::assumed:
            return tr("assumed");
        case AciStatus::notified:
            return tr("notified");
        case AciStatus::paid:
            return tr("paid");
    }
    return tr("computed");
}

// Its worksheet is called by the scenario, or else by whose it is.
Block block_of(const AciResult& result) {
    Block block = {aci_title(result), {}, result.entity().title()};
    if (result.scenario != "base")
        block.name = {titled("", result.scenario, result.label)};
    return block;
}

void overview_rows(RowSink& rows, const AciResult& result, Language language) {
    const bool recovered = std::ranges::any_of(
        result.years, [&](const AciYearResult& year) { return result.settlement(year.paid.year).recovery != Money(); });
    Block block = block_of(result);
    if (!recovered)
        block.without.emplace_back("recovery");
    if (std::ranges::none_of(result.years, [](const AciYearResult& year) { return year.paid.assumed; }))
        block.without.emplace_back("assumed");
    rows.begin(block);
    for (const AciYearResult& year : result.years) {
        const AciRemuneration& paid = year.paid;
        const AciSettlement& settled = result.settlement(paid.year);
        rows.row({}, {std::int64_t{paid.year}, paid.assumed ? Cell(WordCell{"assumed", "*", Style::strong}) : Cell(),
                      count_cell(year.facts.counts.patients), count_cell(year.facts.counts.associates),
                      paid.text->point == Money() ? Cell() : Cell(DecimalCell{paid.points, shown_places}), paid.total,
                      settled.advance.amount, settled.recovery, settled.balance.amount});
    }
    rows.note_of_changes(translate(tr("A changed total or advance runs through to the balance of its year. Totals and "
                                      "advances do not follow what is changed in the table of a year."),
                                   language));
    rows.note(typed_years(result, false, language));
    rows.note(typed_years(result, true, language));
    for (const std::string& note : texts_of(result, false, language))
        rows.note(note);
}

// "60 % × 126 840,00 €", of "60 % x 126840.00".
std::string basis_words(std::string_view basis, Language language) {
    if (basis == "typed")
        return std::string(translate(tr("typed"), language));
    std::string out;
    for (std::size_t at = 0; at < basis.size();) {
        const std::size_t end = std::min(basis.find_first_of(" ()", at), basis.size());
        std::string token(basis.substr(at, end - at));
        const std::size_t point = token.find('.');
        if (token == "x") {
            out += "×";
        } else if (point != std::string::npos && token.size() == point + 3 && !basis.substr(end).starts_with(" %")) {
            std::int64_t cents = 0;
            token.erase(point, 1);
            std::from_chars(token.data(), token.data() + token.size(), cents);
            out += write_amount(Money::from_cents(cents), language);
        } else {
            if (point != std::string::npos && language == Language::french)
                token[point] = ',';
            out += token;
        }
        if (end < basis.size())
            out += basis[end];
        at = end + 1;
    }
    return out;
}

void due_rows(RowSink& rows, const AciResult& result, std::optional<std::int16_t> only, Language language) {
    rows.begin(block_of(result));
    std::vector<Money> amounts;
    for (const AciDue& due : result.aci.schedule().dues) {
        if (only && due.exercise != *only)
            continue;
        amounts.push_back(due.amount);
        const std::string basis = basis_words(due.basis, language);
        rows.row({}, {TextCell{result.scenario}, TextCell{result.entity().id}, due.date,
                      WordCell{id_of(due.kind), translate(kind_name(due.kind), language)}, std::int64_t{due.exercise},
                      due.amount,
                      WordCell{id_of(due.status), translate(status_name(due.status), language),
                               due.status == AciStatus::assumed ? Style::strong : Style::plain},
                      TextCell{due.basis}, WordCell{{}, basis, Style::faint}});
    }
    rows.row({RowKind::rule}, {});
    // The first column of a page is the date.
    rows.row({.kind = RowKind::total, .audience = Audience::page, .adds = all_lines},
             {{}, {}, TextCell{translate(tr("Total"), language)}, {}, {}, sum(amounts), {}, {}, {}});
    for (const std::string& note : texts_of(result, true, language))
        rows.note(note);
}

}  // namespace

Sheet aci_sheet(AciResults results, std::optional<std::int16_t> only, Language language) {
    return {"indicators",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")),
                 head::count("exercise", tr("Exercise")), head::word("indicator", tr("Indicator")),
                 head::word("axis", tr("Axis")), head::word("class", tr("Class")), head::word("reached", tr("Reached")),
                 head::decimal("points", tr("Points")), head::decimal("points_max", tr("Points at most")),
                 head::money("amount", tr("Amount")), head::money("amount_max", tr("Amount at most")),
                 head::word("confidence", tr("Confidence")), head::count("points_num", tr("Points, numerator")),
                 head::count("points_den", tr("Points, denominator"))},
                language),
            [results, only](RowSink& rows) {
                for (const AciResult& result : results) {
                    for (const AciYearResult& year : result.years) {
                        if (only && year.paid.year != *only)
                            continue;
                        for (const AciLine& line : year.paid.lines)
                            line_row(rows, result, year.paid, line);
                        if (year.facts.precarity)
                            majoration_row(rows, result, year.paid);
                    }
                }
            }};
}

Sheet aci_overview_sheet(const AciResult& result, Language language) {
    return {"overview",
            columns_of({head::count("year", tr("Year")).to_the_left(), head::word("assumed", tr("Assumed")).headed("*"),
                        head::decimal("patients", tr("Patients")), head::decimal("associates", tr("Associates")),
                        head::decimal("points", tr("Points")), head::money("total", tr("Total")),
                        head::money("advance", tr("Advance")), head::money("recovery", tr("Recovery")),
                        head::money("balance", tr("Balance")).adding("total -advance -recovery")},
                       language),
            [&result, language](RowSink& rows) { overview_rows(rows, result, language); }};
}

Sheet aci_year_sheet(const AciYearResult& year, Language language) {
    std::vector<Column> columns =
        columns_of({head::text("name", tr("Indicator")).headed(""), head::text("reached", tr("Reached")),
                    head::decimal("points", tr("Points")), head::decimal("points_max", tr("At most")),
                    head::money("amount", tr("Euros")).quiet(), head::money("missed", tr("Missed")).joined().quiet(),
                    head::word("indicator", tr("Indicator")).for_data()},
                   language);
    column_called("points", columns).all_digits = column_called("points_max", columns).all_digits = true;
    column_called("missed", columns).dotted = true;
    if (const Money point = year.paid.text->point; point != Money() && year.paid.missing.empty()) {
        const Quotient euros(point.cents(), 100);
        column_called("amount", columns).times = {"points", euros};
        column_called("missed", columns).times = {"points_max", euros, "points"};
    }
    return {.id = "indicators",
            .columns = std::move(columns),
            .rows = [&year, language](RowSink& rows) { YearRows(rows, year, language).write(); },
            .narrowest_name = narrowest_label};
}

Sheet aci_schedule_sheet(AciResults results, std::optional<std::int16_t> only, Language language) {
    return {"schedule",
            columns_of(
                {head::id("scenario", tr("Scenario")), head::id("entity", tr("Entity")), head::date("date", tr("Date")),
                 head::word("kind", tr("Kind")).headed("").naming(), head::count("exercise", tr("Exercise")),
                 head::money("amount", tr("Amount")), head::word("status", tr("Status")),
                 head::id("basis", tr("Basis")), head::text("", tr("Basis")).for_page()},
                language),
            [results, only, language](RowSink& rows) {
                for (const AciResult& result : results)
                    due_rows(rows, result, only, language);
            }};
}

}  // namespace msp
