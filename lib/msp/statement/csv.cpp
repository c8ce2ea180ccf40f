// SPDX-License-Identifier: MIT
// A bank's CSV file: lines about the account, one of headings, a movement a line; and a journal of the same form, which
// may name lines of the budget. Banks write debits with a minus or without, the newest movement first or last, and a
// balance above the headings, beside each movement or nowhere.
#include <msp/diag/utf8.hpp>
#include <msp/ledger/columns.hpp>
#include <msp/ledger/values.hpp>
#include <msp/statement/csv_headings.hpp>
#include <msp/statement/reading.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t most_above = 50;  // records above the headings

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The text, cut into records.
struct CsvHead {
    char separator;
    std::vector<std::vector<CsvCell>> above;
    std::vector<CsvCell> cells;
    CsvHeading heading;
};

// The headings are the first record that has all that is needed; the separator is the one with which there is such a
// record. What stands above is for the eye: its quotes are not held against it.
std::optional<CsvHead> csv_head(Sources& sources, SourceId source, std::span<const StatementColumns> given) {
    for (const char separator : {';', '\t', ',', '|'}) {
        CsvHead head{separator, {}, {}, {}};
        Diagnostics unsaid;
        CsvRecords records(sources, source, unsaid, separator);
        while (head.above.size() <= most_above && records.next(head.cells)) {
            head.heading = csv_heading(head.cells, given);
            if (head.heading.whole())
                return head;
            head.above.push_back(head.cells);
        }
    }
    return std::nullopt;
}

class CsvStatementReader {
 public:
    CsvStatementReader(const StatementReading& reading, CsvHead head, Diagnostics& diagnostics)
        : reading_(reading),
          head_(std::move(head)),
          diagnostics_(diagnostics),
          errors_before_(diagnostics.errors()),
          records_(reading.sources(), reading.source(), unsaid_, head_.separator) {}

    Statements read() {
        AccountStatement made;
        std::vector<CsvCell> cells;
        for (std::size_t i = 0; i <= head_.above.size(); ++i)
            (void)records_.next(cells);  // up to the headings
        while (records_.next(cells)) {
            if (!records_.sound())
                unsound(cells);
            else
                record(cells, made);
        }
        about(made);
        made.columns = head_.heading.given;
        if (is_newest_first(made)) {
            std::ranges::reverse(made.entries);
            std::ranges::reverse(running_);
        }
        if (diagnostics_.errors() == errors_before_)
            running_balances(made);
        return {std::move(made)};
    }

 private:
    [[nodiscard]] std::string_view text(const std::vector<CsvCell>& cells, CsvField field) const {
        const std::optional<std::size_t> column = head_.heading[field];
        return column && *column < cells.size() ? trimmed(cells[*column].text) : std::string_view();
    }
    [[nodiscard]] Span place(const std::vector<CsvCell>& cells, CsvField field) const {
        const std::optional<std::size_t> column = head_.heading[field];
        return column && *column < cells.size() ? cells[*column].span : whole(cells);
    }
    [[nodiscard]] static Span whole(const std::vector<CsvCell>& cells) {
        return {cells.front().span.source, cells.front().span.begin, cells.back().span.end};
    }

    void unsound(const std::vector<CsvCell>& cells) {
        reading_.error(
            "bank-file.cells", {tr("the quotes of this line do not fit"), {}}, whole(cells),
            Message{tr("a cell with quotes or separators stands in quotes, with each quote inside it doubled"), {}});
    }

    void record(const std::vector<CsvCell>& cells, AccountStatement& to) {
        if (!fits(cells) || is_foot(cells))
            return;
        const std::size_t last =
            std::max({head_.heading[CsvField::date].value_or(0), head_.heading[CsvField::label].value_or(0),
                      head_.heading[CsvField::amount].value_or(0)});
        if (cells.size() <= last) {
            reading_.error("bank-file.cells",
                           {tr("this line has {n} {n:cell|cells}, the headings {columns}"),
                            {{"n", static_cast<std::int64_t>(cells.size())},
                             {"columns", static_cast<std::int64_t>(head_.heading.columns)}}},
                           whole(cells), Message{tr("the file was cut or changed; export it again"), {}});
            return;
        }
        const bool pending = is_pending(folded_name(text(cells, CsvField::status)));
        const std::optional<Date> on = day(cells, CsvField::date);
        const std::optional<Money> value = amount(cells);
        const bool euro = reading_.is_euro(text(cells, CsvField::currency), place(cells, CsvField::currency));
        if (pending)
            ++to.pending;
        if (pending || !on || !value || !euro)
            return;
        StatementEntry made;
        made.date = *on;
        made.amount = *value;
        if (!text(cells, CsvField::value_date).empty())
            made.value_date = day(cells, CsvField::value_date);
        words(cells, made);
        made.item = text(cells, CsvField::item);
        made.category = text(cells, CsvField::category);
        made.place = whole(cells);
        made.line = reading_.line(made.place);
        if (!text(cells, CsvField::balance).empty())
            balance(cells);
        to.entries.push_back(std::move(made));
    }

    // A separator within a label moves all that follows: nothing may stand beyond the headings.
    [[nodiscard]] bool fits(const std::vector<CsvCell>& cells) {
        for (std::size_t i = head_.heading.columns; i < cells.size(); ++i) {
            if (cells[i].text.empty())
                continue;
            reading_.error("bank-file.cells",
                           {tr("this line has {n} {n:cell|cells}, the headings {columns}"),
                            {{"n", static_cast<std::int64_t>(cells.size())},
                             {"columns", static_cast<std::int64_t>(head_.heading.columns)}}},
                           cells[i].span, Message{tr("a text with the separator in it stands in quotes"), {}});
            return false;
        }
        return true;
    }

    // Sums below the movements, which have no day.
    [[nodiscard]] bool is_foot(const std::vector<CsvCell>& cells) const {
        const std::string first = folded_name(cells.front().text);
        const bool named = first.starts_with("total") || first.starts_with("solde");
        return named && !head_.heading.given.has_value() && text(cells, CsvField::date) == cells.front().text;
    }

    [[nodiscard]] static bool is_pending(std::string_view status) {
        constexpr std::array<std::string_view, 5> words = {"processing", "pending", "encours", "enattente", "avenir"};
        return std::ranges::find(words, status) != words.end();
    }

    [[nodiscard]] std::optional<Date> day(const std::vector<CsvCell>& cells, CsvField field) const {
        return reading_.day(text(cells, field), place(cells, field));
    }

    [[nodiscard]] std::optional<Money> amount(const std::vector<CsvCell>& cells) {
        if (head_.heading.has(CsvField::amount))
            return reading_.amount(text(cells, CsvField::amount), place(cells, CsvField::amount));
        const std::optional<Money> debit = side(cells, CsvField::debit);
        const std::optional<Money> credit = side(cells, CsvField::credit);
        if (!debit || !credit)
            return std::nullopt;
        if ((*debit != Money() && *credit != Money()) || credit->negative()) {
            reading_.error("bank-file.cells", {tr("this line has a debit and a credit, or a credit below zero"), {}},
                           place(cells, CsvField::credit), Message{tr("a movement is one of both"), {}});
            return std::nullopt;
        }
        if (*debit == Money() && *credit == Money() && text(cells, CsvField::debit).empty() &&
            text(cells, CsvField::credit).empty()) {
            (void)reading_.amount({}, place(cells, CsvField::debit));
            return std::nullopt;
        }
        return *credit - absolute(*debit);
    }

    [[nodiscard]] std::optional<Money> side(const std::vector<CsvCell>& cells, CsvField field) {
        if (text(cells, field).empty())
            return Money();
        const std::optional<Money> value = reading_.amount(text(cells, field), place(cells, field));
        if (!value || *value == Money() || field == CsvField::credit)
            return value;
        // All debits of a file have a minus, or none has.
        if (debits_negative_ && *debits_negative_ != value->negative()) {
            reading_.error("bank-file.cells",
                           {value->negative() ? tr("this debit has a minus, those above have none")
                                              : tr("this debit has no minus, those above have one"),
                            {}},
                           place(cells, field),
                           Message{tr("nothing says whether it comes or goes; look at the bank's statement"), {}});
            return std::nullopt;
        }
        debits_negative_ = value->negative();
        return value;
    }

    // Of several lines in a cell the first is the label.
    void words(const std::vector<CsvCell>& cells, StatementEntry& to) const {
        const std::string_view written = text(cells, CsvField::label);
        const std::size_t end = std::min(written.find_first_of("\r\n"), written.size());
        to.label = one_line(written.substr(0, end));
        to.reference = one_line(text(cells, CsvField::reference));
        if (to.reference.empty())
            to.reference = one_line(written.substr(end));
    }

    void balance(const std::vector<CsvCell>& cells) {
        const Span at = place(cells, CsvField::balance);
        if (const std::optional<Money> value = reading_.amount(text(cells, CsvField::balance), at))
            running_.push_back({*value, at});
    }

    // What stands above the headings: the number of the account, and a balance with its day.
    void about(AccountStatement& to) {
        std::optional<Date> day;
        for (const std::vector<CsvCell>& cells : head_.above) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::string_view cell = trimmed(cells[i].text);
                number(cell, to.account);
                if (const std::optional<Date> found = day_in(cell))
                    day = found;
                const bool francs = folded_name(cells.front().text).find("franc") != std::string::npos;
                const bool named = folded_name(cells.front().text).find("solde") != std::string::npos;
                const bool dated = i > 0 && day_in(cells[i - 1].text).has_value();
                if (!to.closing && !francs && (named || dated))
                    closing(cell, cells[i].span, day, to);
            }
        }
        if (to.closing && !day && !to.entries.empty())
            to.closing->date = std::ranges::max(to.entries, {}, &StatementEntry::date).date;
    }

    // At the end of the cell, behind a colon or alone, with two decimals.
    static void closing(std::string_view cell, Span at, std::optional<Date> day, AccountStatement& to) {
        std::string_view figure =
            trimmed(cell.substr(cell.rfind(':') == std::string_view::npos ? 0 : cell.rfind(':') + 1));
        for (const std::string_view unit : {"EUR", "€"}) {
            if (figure.ends_with(unit))
                figure = trimmed(figure.substr(0, figure.size() - unit.size()));
        }
        constexpr std::size_t of_decimals = 3;
        if (figure.size() <= of_decimals ||
            (figure[figure.size() - of_decimals] != ',' && figure[figure.size() - of_decimals] != '.'))
            return;
        if (const std::optional<LedgerAmount> value = ledger_amount(figure))
            to.closing = StatementBalance{value->value, day.value_or(Date()), at};
    }

    // The last one in it, as 30/09/2026.
    static std::optional<Date> day_in(std::string_view cell) {
        constexpr std::size_t of_day = 10;
        std::optional<Date> found;
        for (std::size_t at = cell.find('/'); at != std::string_view::npos; at = cell.find('/', at + 1)) {
            if (at < 2 || at - 2 + of_day > cell.size())
                continue;
            if (const std::optional<LedgerDay> day = ledger_day(cell.substr(at - 2, of_day)))
                found = day->value;
        }
        return found;
    }

    // An IBAN, the digits of an account, or the last four behind stars.
    static void number(std::string_view cell, BankAccount& to) {
        constexpr std::array<std::size_t, 4> lengths = {11, 13, 21, 23};  // with its key, behind bank and branch
        if (to.known())
            return;
        const std::string plain = plain_iban(cell);
        if (is_iban(plain)) {
            to.iban = plain;
            return;
        }
        const std::size_t star = cell.rfind('*');
        const std::string_view behind = star == std::string_view::npos ? cell : cell.substr(star + 1);
        const std::size_t begin = behind.find_last_not_of("0123456789=\"");
        std::string digits(behind.substr(begin == std::string_view::npos ? 0 : begin + 1));
        std::erase_if(digits, [](char c) { return !is_digit(c); });
        if (star != std::string_view::npos && digits.size() >= 4)
            to = {{}, {}, {}, digits, true};
        else if (std::ranges::find(lengths, digits.size()) != lengths.end())
            to.number = digits;
    }

    struct RunningBalance {
        Money amount;
        Span place;
    };

    // The balance beside a movement is the one after it. Each must follow from the one before, in the order of the
    // file.
    void running_balances(AccountStatement& to) {
        if (running_.size() != to.entries.size() || running_.empty())
            return;
        for (std::size_t i = 1; i < running_.size(); ++i) {
            const Money made = running_[i - 1].amount + to.entries[i].amount;
            if (made == running_[i].amount)
                continue;
            reading_.error(
                "bank-file.sum",
                {tr("{before} and this movement of {amount} make {made}; the file says {balance}: a gap of {gap}"),
                 {{"before", running_[i - 1].amount},
                  {"amount", to.entries[i].amount},
                  {"made", made},
                  {"balance", running_[i].amount},
                  {"gap", running_[i].amount - made}}},
                running_[i].place,
                Message{tr("movements are missing, or an amount was changed; export the file again"), {}},
                {{running_[i - 1].place, {tr("the balance before"), {}}}});
            return;
        }
        const StatementEntry& first = to.entries.front();
        to.opening = StatementBalance{running_.front().amount - first.amount, first.date - 1, running_.front().place};
        const StatementBalance last = {running_.back().amount, to.entries.back().date, running_.back().place};
        if (!to.closing)
            to.closing = last;
    }

    // By the days; of one day, by which order the balances fit.
    [[nodiscard]] bool is_newest_first(const AccountStatement& of) const {
        if (of.entries.size() < 2 || of.entries.front().date != of.entries.back().date)
            return !of.entries.empty() && of.entries.front().date > of.entries.back().date;
        return running_.size() == of.entries.size() && running_[1].amount + of.entries[0].amount == running_[0].amount;
    }

    const StatementReading& reading_;
    CsvHead head_;
    Diagnostics& diagnostics_;
    std::size_t errors_before_;
    Diagnostics unsaid_;  // what is wrong with quotes is told in our own words
    CsvRecords records_;
    std::vector<RunningBalance> running_;
    std::optional<bool> debits_negative_;
};

}  // namespace

bool is_bank_csv(Sources& sources, SourceId source, std::span<const StatementColumns> given) {
    return csv_head(sources, source, given).has_value();
}

Statements read_bank_csv(const StatementReading& reading, std::span<const StatementColumns> given,
                         Diagnostics& diagnostics) {
    std::optional<CsvHead> head = csv_head(reading.sources(), reading.source(), given);
    return head ? CsvStatementReader(reading, std::move(*head), diagnostics).read() : Statements();
}

}  // namespace msp
