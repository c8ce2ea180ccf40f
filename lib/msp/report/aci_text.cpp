// SPDX-License-Identifier: MIT
#include <msp/report/aci_notes.hpp>
#include <msp/report/aci_text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t narrowest_label = 20;

const char* kind_name(Part kind) {
    if (kind == Part::advance)
        return tr("Advance");
    return kind == Part::recovery ? tr("Recovery") : tr("Balance");
}

// Points and euros of several lines.
struct Sum {
    Quotient points;
    Quotient points_max;
    Money amount;
    Money missed;

    void add(const AciLine& line) {
        points += line.points;
        points_max += line.points_max;
        amount += line.amount;
        missed += line.missed;
    }
};

TableCell euros(Money amount, const TextStyle& style, Style look) {
    return {write_figure(amount.cents(), style.language), look};
}

TableCell missed_cell(Money missed, const TextStyle& style) {
    return missed == Money() ? TableCell{"·", Style::faint} : euros(missed, style, Style::plain);
}

// How many units the user said, and how many count.
std::string reached_text(const AciFacts& facts, const AciLine& line, const TextStyle& style) {
    const AciIndicator& indicator = facts.text->indicators[line.indicator];
    const Reached* reached = facts.reached[line.indicator];
    std::string word = tell(name_of(line.reached), style);
    if (reached == nullptr || !indicator.counted() || !reached->count)
        return word;
    std::int64_t most = indicator.steps.empty() ? 0 : indicator.steps.back().units;
    for (const AciTerm& term : indicator.terms)
        most = std::max(most, term.most_units);
    if (line.reached != Fulfilment::partly)
        return word + " (" + std::to_string(*reached->count) + ')';
    return tell({tr("{n} of {most}"), {{"n", *reached->count}, {"most", most}}}, style);
}

// The indicators of a year, then its sums.
class YearTable {
 public:
    YearTable(const AciYearResult& year, const TextStyle& style)
        : facts_(year.facts),
          paid_(year.paid),
          text_(*year.paid.text),
          style_(style),
          table_({Align::left, Align::left, Align::right, Align::right, Align::right, Align::right}) {}

    std::string render() {
        table_.head({"", tell(tr("Reached"), style_), tell(tr("Points"), style_), tell(tr("At most"), style_),
                     tell(tr("Euros"), style_), tell(tr("Missed"), style_)});
        for (std::size_t kind = 0; kind < aci_class_count; ++kind)
            lines_of(static_cast<AciClass>(kind));
        table_.rule();
        for (std::size_t kind = 0; kind < aci_class_count; ++kind)
            sum_row(tell(name_of(static_cast<AciClass>(kind)), style_),
                    [kind](const AciLine& line) { return static_cast<std::size_t>(line.kind) == kind; });
        table_.rule();
        for (std::size_t axis = 0; axis < text_.axes.size(); ++axis)
            sum_row(text_.axes[axis].second.in(style_.language),
                    [this, axis](const AciLine& line) { return text_.indicators[line.indicator].axis == axis; });
        table_.rule();
        if (facts_.precarity)
            table_.row(
                {{tell({tr("Precarity, {share}"), {{"share", percent_figure(paid_.majoration, style_.language)}}},
                       style_)},
                 {""},
                 {""},
                 {""},
                 euros(paid_.majoration_amount, style_, Style::plain),
                 missed_cell(paid_.majoration_missed, style_)});
        table_.row({{tell(tr("Total"), style_), Style::strong},
                    {""},
                    {points(paid_.points), Style::strong},
                    {points(paid_.points_max), Style::strong},
                    euros(paid_.total, style_, Style::strong),
                    euros(paid_.maximum - paid_.total, style_, Style::strong)});
        table_.narrow(page_width(style_), narrowest_label);
        return table_.render(style_.width, style_.colour);
    }

 private:
    // Nothing where the text pays in euros.
    [[nodiscard]] std::string points(const Quotient& value) const {
        return text_.point == Money() ? "" : points_figure(value, style_.language);
    }

    void lines_of(AciClass kind) {
        bool first = true;
        for (const AciLine& line : paid_.lines) {
            if (line.kind != kind || (!line.due && line.points == Quotient()))
                continue;
            if (std::exchange(first, false))
                table_.row({{tell(name_of(kind), style_), Style::strong}});
            line_row(line);
        }
    }

    void line_row(const AciLine& line) {
        const bool failed = line.kind == AciClass::prerequisite && line.reached == Fulfilment::no;
        const Style look = failed ? Style::alert : Style::plain;
        table_.row({{"  " + text_.indicators[line.indicator].label.in(style_.language), look},
                    {reached_text(facts_, line, style_), look},
                    {points(line.points)},
                    {line.unknown ? "?" : points(line.points_max)},
                    euros(line.amount, style_, Style::plain),
                    line.unknown ? TableCell{"?"} : missed_cell(line.missed, style_)});
    }

    template <typename Belongs>
    void sum_row(const std::string& name, Belongs belongs) {
        Sum sum;
        bool any = false;
        for (const AciLine& line : paid_.lines) {
            if (!belongs(line) || (!line.due && line.points == Quotient()))
                continue;
            any = true;
            sum.add(line);
        }
        if (any)
            table_.row({{name},
                        {""},
                        {points(sum.points)},
                        {points(sum.points_max)},
                        euros(sum.amount, style_, Style::plain),
                        missed_cell(sum.missed, style_)});
    }

    const AciFacts& facts_;
    const AciRemuneration& paid_;
    const AciText& text_;
    const TextStyle& style_;
    TextTable table_;
};

// When a year's money comes, and what it is counted from.
class YearLines {
 public:
    YearLines(const AciResult& result, const AciYearResult& year, const TextStyle& style)
        : result_(result),
          facts_(year.facts),
          paid_(year.paid),
          settled_(result.settlement(year.paid.year)),
          text_(*year.paid.text),
          style_(style) {}

    std::vector<NamedLine> lines() {
        advance();
        balance();
        notified();
        documents();
        contract();
        counts();
        return std::move(lines_);
    }

 private:
    void add(const char* name, const Message& message) {
        lines_.push_back({tell(name, style_), tell(message, style_)});
    }

    void advance() {
        std::string text = tell({tr("{amount} by {day} at the latest: {rate} % of {base}"),
                                 {{"amount", Cents{paid_.advance.cents()}},
                                  {"day", day_of(paid_.advance_day)},
                                  {"rate", Decimal{text_.advance_rate.percent()}},
                                  {"base", Cents{rounded(paid_.base, Rounding::half_up).cents()}}}},
                                style_);
        if (!paid_.prorata.entire())
            text += tell({tr(" × {part} / {whole}, the contract's first year"),
                          {{"part", paid_.prorata.part}, {"whole", paid_.prorata.whole}}},
                         style_);
        if (const AciShare& share = settled_.advance; share.amount != paid_.advance)
            text += tell({tr("; {amount} as typed, on {day}"),
                          {{"amount", Cents{share.amount.cents()}}, {"day", day_of(share.day)}}},
                         style_);
        else if (share.day != paid_.advance_day)
            text += tell({tr("; counted on {day}"), {{"day", day_of(share.day)}}}, style_);
        lines_.push_back({tell(tr("Advance"), style_), std::move(text)});
    }

    // As the schedule has it.
    void balance() {
        const AciShare& share = settled_.balance;
        const Money computed = paid_.total - paid_.advance;
        std::string text = tell({balance_text(share),
                                 {{"amount", Cents{share.amount.cents()}},
                                  {"back", Cents{(-share.open).cents()}},
                                  {"day", day_of(share.day)}}},
                                style_);
        if (share.amount != computed)
            text += tell({tr("; {amount} if nothing were typed"), {{"amount", Cents{computed.cents()}}}}, style_);
        lines_.push_back({tell(tr("Balance"), style_), std::move(text)});
    }

    [[nodiscard]] const char* balance_text(const AciShare& share) const {
        if (!share.amount.negative() && share.open.negative())
            return tr("{amount}; {back} of what has come is held back on {day}");
        if (!share.amount.negative())
            return share.day == paid_.balance_day ? tr("{amount} by {day} at the latest") : tr("{amount} on {day}");
        if (share.open.negative() && share.open != share.amount)
            return tr("{amount}: the advance is more than the year; {back} of it is held back on {day}");
        return share.paid_back ? tr("{amount}: the advance is more than the year; it is paid back on {day}")
                               : tr("{amount}: the advance is more than the year; it is held back on {day}");
    }

    // What is typed wins over all of the above.
    void notified() {
        if (const AciYear& typed = result_.typed(paid_.year); typed.notified)
            compared(tr("Notified"), *typed.notified);
        else if (settled_.from_parts)
            compared(tr("Together"), settled_.total);
        std::string known;
        for (const AciDue& due : result_.schedule.dues) {
            const bool computed =
                due.status == AciStatus::computed || (due.status == AciStatus::assumed && due.basis != "typed");
            if (due.exercise != paid_.year || computed)
                continue;
            known += (known.empty() ? "" : ", ") + tell(kind_name(due.kind), style_) + ' ' +
                     write_amount(due.amount.cents(), style_.language) + ' ' +
                     tell({tr("on {day}"), {{"day", day_of(due.date)}}}, style_);
        }
        if (!known.empty())
            lines_.push_back({tell(tr("Typed"), style_), known});
    }

    // A year's remuneration as typed, against the computed one.
    void compared(const char* name, Money amount) {
        const Money more = amount - paid_.total;
        const char* text = more == Money()   ? tr("{amount}, as computed")
                           : more.negative() ? tr("{amount}, which is {difference} less than computed")
                                             : tr("{amount}, which is {difference} more than computed");
        add(name, {text, {{"amount", Cents{amount.cents()}}, {"difference", Cents{std::max(more, -more).cents()}}}});
    }

    void documents() {
        const bool sure = facts_.evidence || text_.evidence_day_evidence.confidence == Confidence::confirmed;
        add(tr("Documents"),
            {sure ? tr("with the CPAM by {day}") : tr("with the CPAM by {day}; to be confirmed with the CPAM"),
             {{"day", day_of(paid_.evidence_day)}}});
    }

    void contract() {
        if (!facts_.contract)
            return;
        if (!facts_.contract_end) {
            add(tr("Contract"), {tr("from {day}"), {{"day", day_of(*facts_.contract)}}});
            return;
        }
        const std::optional<Date>& renewed = result_.budget.aci->renewed;
        add(tr("Contract"), {renewed ? tr("from {day}, renewed on {renewed}, ends on {end}, to be renewed from {next}")
                                     : tr("from {day}, ends on {end}, to be renewed from {next}"),
                             {{"day", day_of(*facts_.contract)},
                              {"renewed", day_of(renewed.value_or(*facts_.contract))},
                              {"end", day_of(*facts_.contract_end)},
                              {"next", day_of(*facts_.contract_end + 1)}}});
    }

    void counts() {
        const bool members = !facts_.patients_place.span.known() || !facts_.associates_place.span.known();
        const bool by_days = facts_.options.counting == Counting::by_days;
        const char* text = !members  ? tr("{patients} patients and {associates} associates, as typed")
                           : by_days ? tr("{patients} patients and {associates} associates, by days present")
                                     : tr("{patients} patients and {associates} associates on {day}");
        add(tr("Counted"), {text,
                            {{"patients", count_figure(facts_.counts.patients, style_.language)},
                             {"associates", count_figure(facts_.counts.associates, style_.language)},
                             {"day", day_of(facts_.counted_on)}}});
    }

    const AciResult& result_;
    const AciFacts& facts_;
    const AciRemuneration& paid_;
    const AciSettlement& settled_;
    const AciText& text_;
    const TextStyle& style_;
    std::vector<NamedLine> lines_;
};

std::string bullets(const std::vector<std::string>& lines, const TextStyle& style) {
    std::string out;
    for (const std::string& line : lines)
        out += wrapped("- " + line, 2, page_width(style));
    return out;
}

// What is typed of whole years, where the years above are computed.
std::string typed_years(const AciResult& result, bool from_parts, const TextStyle& style) {
    std::string list;
    for (const AciYearResult& year : result.years) {
        const AciYear& typed = result.typed(year.paid.year);
        const AciSettlement& settled = result.settlement(year.paid.year);
        if (from_parts ? settled.from_parts : typed.notified.has_value())
            list += (list.empty() ? "" : ", ") + std::to_string(year.paid.year) + " (" +
                    write_amount((from_parts ? settled.total : *typed.notified).cents(), style.language) + ')';
    }
    const char* text = from_parts ? tr("Typed as advance and balance, and so planned: {list}.")
                                  : tr("Notified, and so planned: {list}.");
    return list.empty() ? "" : wrapped(tell({text, {{"list", list}}}, style), 0, page_width(style));
}

// Which text computes which years.
std::string texts_of(const AciResult& result, bool only_assumed, const TextStyle& style) {
    std::map<std::pair<bool, std::string>, std::string> years;
    for (const AciYearResult& year : result.years) {
        if (only_assumed && !year.paid.assumed)
            continue;
        std::string& list = years[{year.paid.assumed, year.paid.text->id}];
        list += (list.empty() ? "" : ", ") + std::to_string(year.paid.year);
    }
    std::string out;
    for (const auto& [text, list] : years)
        out += wrapped(
            tell({text.first ? tr("* Assumed: {id} taken to hold for {years}.") : tr("Computed by {id}: {years}."),
                  {{"id", text.second}, {"years", list}}},
                 style),
            0, page_width(style));
    return out;
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

}  // namespace

std::string aci_title(const AciResult& result) {
    const Entity& entity = result.entity();
    std::string text = entity.name.empty() ? entity.id : entity.name;
    if (result.scenario != "base")
        text += " — " + (result.label.empty() ? result.scenario : result.label);
    return text;
}

std::string aci_overview_text(const AciResult& result, const TextStyle& style) {
    const bool recovered = std::ranges::any_of(
        result.years, [&](const AciYearResult& year) { return result.settlement(year.paid.year).recovery != Money(); });
    TextTable table(figures(1, recovered ? 7 : 6));
    std::vector<std::string> head = {tell(tr("Year"), style)};
    for (const char* name : {tr("Patients"), tr("Associates"), tr("Points"), tr("Total"), tr("Advance")})
        head.push_back(tell(name, style));
    if (recovered)
        head.push_back(tell(tr("Recovery"), style));
    head.push_back(tell(tr("Balance"), style));
    table.head(head);
    for (const AciYearResult& year : result.years) {
        const AciRemuneration& paid = year.paid;
        const AciSettlement& settled = result.settlement(paid.year);
        std::vector<TableCell> row = {
            {std::to_string(paid.year) + (paid.assumed ? "*" : ""), paid.assumed ? Style::strong : Style::plain},
            {count_figure(year.facts.counts.patients, style.language)},
            {count_figure(year.facts.counts.associates, style.language)},
            {paid.text->point == Money() ? "" : points_figure(paid.points, style.language)},
            figure(paid.total, style),
            figure(settled.advance.amount, style)};
        if (recovered)
            row.push_back(figure(settled.recovery, style));
        row.push_back(figure(settled.balance.amount, style));
        table.row(std::move(row));
    }
    return heading(aci_title(result), style) + table.render(style.width, style.colour) +
           typed_years(result, false, style) + typed_years(result, true, style) + texts_of(result, false, style) + '\n';
}

std::string aci_year_text(const AciResult& result, const AciYearResult& year, const TextStyle& style) {
    const AciText& text = *year.paid.text;
    std::string title = std::to_string(year.paid.year) + " — " + text.label.in(style.language);
    if (year.paid.assumed)
        title += ' ' + tell(tr("(assumed)"), style);
    std::string out = heading(title, style);
    for (const std::string& note : missing_notes(year, style.language))
        out += wrapped(note, 0, page_width(style));
    out += YearTable(year, style).render() + '\n';
    out += named_lines(YearLines(result, year, style).lines(), page_width(style)) + '\n';
    out += bullets(aci_notes(year, style.language), style);
    std::string sources;
    for (const std::size_t index : sources_of(year))
        sources += (sources.empty()                      ? ""
                    : style.language == Language::french ? "\u00a0; "
                                                         : "; ") +
                   text.sources[index].title;
    if (!sources.empty())
        out += bullets({tell({tr("Sources: {titles}."), {{"titles", sources}}}, style)}, style);
    if (const std::vector<std::string> readings = reading_notes(year, style.language); !readings.empty())
        out +=
            '\n' + heading(tell(tr("What no text settles, read otherwise"), style), style) + bullets(readings, style);
    return out;
}

std::string aci_schedule_text(const AciResult& result, std::optional<std::int16_t> only, const TextStyle& style) {
    TextTable table({Align::left, Align::left, Align::right, Align::right, Align::left, Align::left});
    table.head({tell(tr("Date"), style), "", tell(tr("Exercise"), style), tell(tr("Amount"), style),
                tell(tr("Status"), style), tell(tr("Basis"), style)});
    Money total;
    for (const AciDue& due : result.schedule.dues) {
        if (only && due.exercise != *only)
            continue;
        total += due.amount;
        table.row(
            {{short_day(due.date, style)},
             {tell(kind_name(due.kind), style)},
             {std::to_string(due.exercise)},
             figure(due.amount, style),
             {tell(status_name(due.status), style), due.status == AciStatus::assumed ? Style::strong : Style::plain},
             {due.basis == "typed" ? tell(tr("typed"), style) : due.basis, Style::faint}});
    }
    table.rule();
    table.row({{tell(tr("Total"), style), Style::strong}, {""}, {""}, figure(total, style, Style::strong)});
    return heading(aci_title(result), style) + table.render(style.width, style.colour) + texts_of(result, true, style) +
           '\n';
}

}  // namespace msp
