// SPDX-License-Identifier: MIT
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <utility>

namespace msp {

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
    std::string_view figure = trimmed(written);
    for (const std::string_view unit : {"EUR", "€"}) {
        if (figure.ends_with(unit))
            figure = trimmed(figure.substr(0, figure.size() - unit.size()));
    }
    if (!figure.empty()) {
        if (const std::optional<LedgerAmount> value = ledger_amount(figure))
            return value->value;
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
