// SPDX-License-Identifier: MIT
#include <msp/ledger/text_code.hpp>
#include <msp/read/file.hpp>
#include <msp/statement/reading.hpp>
#include <msp/statement/statement.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

Statements read_form(StatementForm form, const StatementReading& reading, std::span<const StatementColumns> columns,
                     Diagnostics& diagnostics) {
    switch (form) {
        case StatementForm::csv:
            return read_bank_csv(reading, columns, diagnostics);
        case StatementForm::camt053:
            return read_camt(reading);
        case StatementForm::cfonb120:
            return read_cfonb(reading);
        case StatementForm::ofx:
            return read_ofx(reading);
        case StatementForm::qif:
            break;
    }
    return read_qif(reading);
}

void check_sum(const StatementReading& reading, const AccountStatement& of) {
    if (!of.opening || !of.closing || of.opening->amount + of.moved() == of.closing->amount)
        return;
    const Money made = of.opening->amount + of.moved();
    reading.error("bank-file.sum",
                  {tr("{opening} and {n} {n:movement|movements} of {moved} together make {made}; the file says "
                      "{closing}: a gap of {gap}"),
                   {{"opening", of.opening->amount},
                    {"n", static_cast<std::int64_t>(of.entries.size())},
                    {"moved", of.moved()},
                    {"made", made},
                    {"closing", of.closing->amount},
                    {"gap", of.closing->amount - made}}},
                  of.closing->place,
                  Message{tr("movements are missing, or an amount was changed; export the file again"), {}},
                  {{of.opening->place, {tr("the balance before them"), {}}}});
}

// Statements of one account, each from where the one before ends.
class Joining {
 public:
    explicit Joining(const StatementReading& reading) : reading_(reading) {}

    Statements join(Statements all) {
        Statements joined;
        std::ranges::stable_sort(all, {}, [](const AccountStatement& each) { return each.first().value_or(Date()); });
        for (AccountStatement& each : all) {
            const auto same = std::ranges::find(joined, each.account, &AccountStatement::account);
            if (same == joined.end())
                joined.push_back(std::move(each));
            else
                append(*same, std::move(each));
        }
        return joined;
    }

 private:
    void append(AccountStatement& to, AccountStatement from) {
        if (to.closing && from.opening && to.closing->amount != from.opening->amount)
            reading_.error("bank-file.chain",
                           {tr("account {number} is at {closing} on {day}, and goes on with {opening}"),
                            {{"number", to.account.shown()},
                             {"closing", to.closing->amount},
                             {"day", to.closing->date},
                             {"opening", from.opening->amount}}},
                           from.opening->place, Message{tr("a statement between them is missing"), {}},
                           {{to.closing->place, {tr("the balance before"), {}}}});
        for (StatementEntry& entry : from.entries)
            to.entries.push_back(std::move(entry));
        to.closing = from.closing;
        to.pending += from.pending;
    }

    const StatementReading& reading_;
};

}  // namespace

std::string_view name_of(StatementForm form) {
    switch (form) {
        case StatementForm::csv:
            return "CSV";
        case StatementForm::camt053:
            return "CAMT.053";
        case StatementForm::cfonb120:
            return "CFONB 120";
        case StatementForm::ofx:
            return "OFX";
        case StatementForm::qif:
            break;
    }
    return "QIF";
}

Money AccountStatement::moved() const {
    Money all;
    for (const StatementEntry& entry : entries)
        all += entry.amount;
    return all;
}

std::optional<Date> AccountStatement::first() const {
    std::optional<Date> day;
    if (!entries.empty())
        day = entries.front().date;
    if (opening)
        day = std::min(day.value_or(opening->date + 1), opening->date + 1);
    return day;
}

std::optional<Date> AccountStatement::last() const {
    std::optional<Date> day;
    if (!entries.empty())
        day = entries.back().date;
    if (closing)
        day = std::max(day.value_or(closing->date), closing->date);
    return day;
}

std::optional<Money> AccountStatement::balance_on(Date day) const {
    if (!opening && !closing)
        return std::nullopt;
    Money held = opening ? opening->amount : closing->amount - moved();
    for (const StatementEntry& entry : entries)
        held += entry.date <= day ? entry.amount : Money();
    return held;
}

std::optional<SourceId> statement_text(Sources& sources, SourceId mapped) {
    std::string_view text = sources.text(mapped);
    if (is_utf16(text) || text.size() > largest_file)
        return std::nullopt;
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return sources.add_excerpt(std::string(sources.name(mapped)), 1, utf8_from(text, code_of(text).code));
}

std::optional<StatementForm> statement_form(Sources& sources, SourceId source,
                                            std::span<const StatementColumns> columns) {
    const std::string_view text = sources.text(source);
    if (is_cfonb(text))
        return StatementForm::cfonb120;
    if (is_ofx(text))
        return StatementForm::ofx;
    if (is_camt(text))
        return StatementForm::camt053;
    if (is_qif(text))
        return StatementForm::qif;
    if (is_bank_csv(sources, source, columns))
        return StatementForm::csv;
    return std::nullopt;
}

Statements read_statements(Sources& sources, SourceId source, StatementForm form,
                           std::span<const StatementColumns> columns, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    const StatementReading reading(sources, source, diagnostics);
    Statements all = read_form(form, reading, columns, diagnostics);
    for (AccountStatement& each : all) {
        each.source = source;
        each.form = form;
        std::ranges::stable_sort(each.entries, {}, &StatementEntry::date);
    }
    if (diagnostics.errors() != before)
        return all;  // sums would not agree for that reason alone
    for (const AccountStatement& each : all)
        check_sum(reading, each);
    return Joining(reading).join(std::move(all));
}

}  // namespace msp
