// SPDX-License-Identifier: MIT
#include <msp/report/aci_notes.hpp>
#include <msp/report/aci_text.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

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
                                 {{"amount", paid_.advance},
                                  {"day", paid_.advance_day},
                                  {"rate", Decimal{text_.advance_rate.percent()}},
                                  {"base", rounded(paid_.base, Rounding::half_up)}}},
                                style_);
        if (!paid_.prorata.entire())
            text += tell({tr(" × {part} / {whole}, the contract's first year"),
                          {{"part", paid_.prorata.part}, {"whole", paid_.prorata.whole}}},
                         style_);
        if (const AciShare& share = settled_.advance; share.amount != paid_.advance)
            text += tell({tr("; {amount} as typed, on {day}"), {{"amount", share.amount}, {"day", share.day}}}, style_);
        else if (share.day != paid_.advance_day)
            text += tell({tr("; counted on {day}"), {{"day", share.day}}}, style_);
        lines_.push_back({tell(tr("Advance"), style_), std::move(text)});
    }

    // As the schedule has it.
    void balance() {
        const AciShare& share = settled_.balance;
        const Money computed = paid_.balance();
        std::string text =
            tell({balance_text(share), {{"amount", share.amount}, {"back", opposite(share.open)}, {"day", share.day}}},
                 style_);
        if (share.amount != computed)
            text += tell({tr("; {amount} if nothing were typed"), {{"amount", computed}}}, style_);
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
        for (const AciDue& due : result_.aci.schedule().dues) {
            const bool computed =
                due.status == AciStatus::computed || (due.status == AciStatus::assumed && due.basis != "typed");
            if (due.exercise != paid_.year || computed)
                continue;
            known += (known.empty() ? "" : ", ") + tell(kind_name(due.kind), style_) + ' ' +
                     write_amount(due.amount, style_.language) + ' ' +
                     tell({tr("on {day}"), {{"day", due.date}}}, style_);
        }
        if (!known.empty())
            lines_.push_back({tell(tr("Typed"), style_), known});
    }

    // A year's remuneration as typed, against the computed one.
    void compared(const char* name, Money amount) {
        const Money more = paid_.more_in(amount);
        const char* text = more == Money()   ? tr("{amount}, as computed")
                           : more.negative() ? tr("{amount}, which is {difference} less than computed")
                                             : tr("{amount}, which is {difference} more than computed");
        add(name, {text, {{"amount", amount}, {"difference", absolute(more)}}});
    }

    void documents() {
        const bool sure = facts_.evidence || text_.evidence_day_evidence.confidence == Confidence::confirmed;
        add(tr("Documents"),
            {sure ? tr("with the CPAM by {day}") : tr("with the CPAM by {day}; to be confirmed with the CPAM"),
             {{"day", paid_.evidence_day}}});
    }

    void contract() {
        if (!facts_.contract)
            return;
        if (!facts_.contract_end) {
            add(tr("Contract"), {tr("from {day}"), {{"day", *facts_.contract}}});
            return;
        }
        const std::optional<Date>& renewed = result_.budget.aci->renewed;
        add(tr("Contract"), {renewed ? tr("from {day}, renewed on {renewed}, ends on {end}, to be renewed from {next}")
                                     : tr("from {day}, ends on {end}, to be renewed from {next}"),
                             {{"day", *facts_.contract},
                              {"renewed", renewed.value_or(*facts_.contract)},
                              {"end", *facts_.contract_end},
                              {"next", *facts_.contract_end + 1}}});
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
                             {"day", facts_.counted_on}}});
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

}  // namespace

std::string aci_year_heading(const AciYearResult& year, const TextStyle& style) {
    std::string title = std::to_string(year.paid.year) + " — " + year.paid.text->label.in(style.language);
    if (year.paid.assumed)
        title += ' ' + tell(tr("(assumed)"), style);
    std::string out = heading(title, style);
    for (const std::string& note : missing_notes(year, style.language))
        out += wrapped(note, 0, page_width(style));
    return out;
}

std::string aci_year_text(const AciResult& result, const AciYearResult& year, const TextStyle& style) {
    const AciText& text = *year.paid.text;
    std::string out = named_lines(YearLines(result, year, style).lines(), page_width(style)) + '\n';
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

}  // namespace msp
