// SPDX-License-Identifier: MIT
#include <msp/dates/written_date.hpp>
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <utility>

namespace msp {
namespace {

std::string_view without_unit(std::string_view figure) {
    for (const std::string_view unit : {"EUR", "€"}) {
        if (figure.ends_with(unit))
            figure = trimmed(figure.substr(0, figure.size() - unit.size()));
    }
    return figure;
}

}  // namespace

Span StatementReading::span(std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
    return {source_, begin, begin + static_cast<std::uint32_t>(part.size())};
}

std::uint32_t StatementReading::line(Span at) const {
    return static_cast<std::uint32_t>(sources_.position(source_, at.begin).line);
}

void StatementReading::error(const char* id, Message message, Span at, std::optional<Message> help,
                             std::vector<Note> notes) const {
    diagnostics_.error(id, std::move(message), at, std::move(help), std::move(notes));
}

void StatementReading::warning(const char* id, Message message, Span at, std::optional<Message> help) const {
    diagnostics_.warning(id, std::move(message), at, std::move(help));
}

std::optional<Money> StatementReading::amount(std::string_view written, Span at) const {
    std::string_view figure = without_unit(trimmed(written));
    // A spreadsheet writes (1 234,56) for -1 234,56.
    const bool negative = figure.starts_with('(') && figure.ends_with(')');
    if (negative)
        figure = without_unit(trimmed(figure.substr(1, figure.size() - 2)));
    const bool two_signs = negative && figure.find_first_of("+-") != std::string_view::npos;
    if (!figure.empty() && !two_signs) {
        if (const std::optional<LedgerAmount> value = ledger_amount(figure))
            return negative ? -value->value : value->value;
    }
    error("bank-file.amount",
          written.empty() ? Message{tr("an amount is missing here"), {}}
                          : Message{tr("\"{text}\" is no amount in euros"), {{"text", std::string(written)}}},
          at, Message{tr("digits with at most two decimals, such as -1 234,50; export the file again"), {}});
    return std::nullopt;
}

std::optional<Date> StatementReading::day(std::string_view written, Span at) const {
    if (const std::optional<LedgerDay> day = ledger_day(trimmed(written)))
        return day->value;
    // 5/1/2026 and 05/01/26, as spreadsheets write them again.
    if (const std::optional<Date> day = parse_written_date(trimmed(written)))
        return day;
    no_day(written, at);
    return std::nullopt;
}

std::optional<Date> StatementReading::iso_day(std::string_view written, Span at) const {
    const std::optional<LedgerDay> day = ledger_day(trimmed(written));
    if (day && day->form != ValueForm::day_first)
        return day->value;
    no_day(written, at);
    return std::nullopt;
}

void StatementReading::no_day(std::string_view written, Span at) const {
    error("bank-file.date",
          written.empty() ? Message{tr("a day is missing here"), {}}
                          : Message{tr("\"{text}\" is no day"), {{"text", std::string(written)}}},
          at, Message{tr("look for a file that was cut or changed; export it again"), {}});
}

bool StatementReading::is_euro(std::string_view currency, Span at) const {
    if (currency.empty() || currency == "EUR")
        return true;
    error("bank-file.currency",
          {tr("this is in {currency}, and a budget in euros"), {{"currency", std::string(currency)}}}, at,
          Message{tr("take such accounts and movements out of the file"), {}});
    return false;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ';
        if (!blank)
            out += c;
        else if (!out.empty() && !out.ends_with(' '))
            out += ' ';
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

void add_words(std::string& label, std::string_view words) {
    const std::string more = one_line(words);
    if (label.empty() || more.starts_with(label))
        label = more;
    else if (label.find(more) == std::string::npos)
        label += ' ' + more;
}

}  // namespace msp
