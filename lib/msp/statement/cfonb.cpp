// SPDX-License-Identifier: MIT
// CFONB 120 (relevé de compte sur support informatique): records of 120 characters, of which 01 opens an account with
// its balance, 04 are movements, 05 tell more of them, 07 closes it.
#include <msp/diag/utf8.hpp>
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t record_length = 120;
// Fields by place and length, places from 1 as the standard counts them.
struct CfonbField {
    std::size_t place;
    std::size_t length;
};
constexpr CfonbField code_field = {1, 2};
constexpr CfonbField bank_field = {3, 5};
constexpr CfonbField branch_field = {12, 5};
constexpr CfonbField currency_field = {17, 3};
constexpr CfonbField decimals_field = {20, 1};
constexpr CfonbField number_field = {22, 11};
constexpr CfonbField date_field = {35, 6};
constexpr CfonbField value_date_field = {43, 6};
constexpr CfonbField qualifier_field = {46, 3};
constexpr CfonbField label_field = {49, 31};
constexpr CfonbField information_field = {49, 70};
constexpr CfonbField amount_field = {91, 14};
constexpr CfonbField reference_field = {105, 16};
constexpr std::size_t reference_length = 35;  // at the beginning of the information of RCN

// One record, by characters: files in UTF-8 have letters of two bytes.
class CfonbRecord {
 public:
    explicit CfonbRecord(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size(); at += decode(text, at).length)
            places_.push_back(static_cast<std::uint32_t>(at));
        places_.push_back(static_cast<std::uint32_t>(text.size()));
    }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t size() const { return places_.size() - 1; }
    // What is there of it: editors take blanks off the end.
    [[nodiscard]] std::string_view operator[](CfonbField field) const {
        const std::size_t begin = places_[std::min(field.place - 1, size())];
        const std::size_t end = places_[std::min(field.place - 1 + field.length, size())];
        return text_.substr(begin, end - begin);
    }

 private:
    std::string_view text_;
    std::vector<std::uint32_t> places_;
};

// The last digit and the sign in one character; é and è are { and } of French seven-bit sets.
struct SignedDigit {
    int digit;
    bool negative;
};
std::optional<SignedDigit> signed_digit(std::string_view last) {
    constexpr std::string_view positive = "{ABCDEFGHI";
    constexpr std::string_view negative = "}JKLMNOPQR";
    if (last == "é")
        return SignedDigit{0, false};
    if (last == "è")
        return SignedDigit{0, true};
    const std::size_t up = positive.find(last);
    const std::size_t down = negative.find(last);
    if (last.size() != 1 || (up == std::string_view::npos && down == std::string_view::npos))
        return std::nullopt;
    return up != std::string_view::npos ? SignedDigit{static_cast<int>(up), false}
                                        : SignedDigit{static_cast<int>(down), true};
}

std::optional<std::int64_t> digits_of(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

// Thirteen digits and the signed one, of as many decimals.
std::optional<Money> cfonb_amount(std::string_view field, int decimals) {
    constexpr std::size_t unsigned_digits = amount_field.length - 1;
    if (field.size() <= unsigned_digits)
        return std::nullopt;
    const std::optional<std::int64_t> front = digits_of(field.substr(0, unsigned_digits));
    const std::optional<SignedDigit> last = signed_digit(field.substr(unsigned_digits));
    if (!front || !last)
        return std::nullopt;
    std::int64_t value = *front * 10 + last->digit;
    for (; decimals > 2; --decimals) {
        if (value % 10 != 0)
            return std::nullopt;
        value /= 10;
    }
    for (; decimals < 2; ++decimals)
        value *= 10;  // of fourteen digits it stays within 64 bits
    const Money amount = Money::from_cents(last->negative ? -value : value);
    return absolute(amount) > largest_amount ? std::nullopt : std::optional(amount);
}

// JJMMAA; the standard is of 1994, so that 61 to 99 are of the last century.
std::optional<Date> cfonb_day(std::string_view field) {
    constexpr std::int64_t first_of_last_century = 61;
    if (field.size() != date_field.length)
        return std::nullopt;
    const auto day = digits_of(field.substr(0, 2));
    const auto month = digits_of(field.substr(2, 2));
    const auto year = digits_of(field.substr(4, 2));
    if (!day || !month || !year)
        return std::nullopt;
    return Date::make(static_cast<int>(*year < first_of_last_century ? 2000 + *year : 1900 + *year),
                      static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// A line without blanks at its end.
std::string_view without_end(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t\x1a\0");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

class CfonbReader {
 public:
    explicit CfonbReader(const StatementReading& reading) : reading_(reading) {}

    Statements read() {
        std::string_view rest = reading_.text();
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
            line(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (open_)
            not_closed();
        return std::move(statements_);
    }

 private:
    // Some banks write all records in one line.
    void line(std::string_view text) {
        const CfonbRecord all(text);
        for (std::size_t place = 1; place <= all.size(); place += record_length) {
            const std::string_view one = without_end(all[{place, record_length}]);
            if (!one.empty())
                record(CfonbRecord(one));
        }
    }

    void record(const CfonbRecord& of) {
        const std::string_view code = of[code_field];
        if (code == "01")
            opening(of);
        else if (code == "04")
            movement(of);
        else if (code == "05")
            complement(of);
        else if (code == "07")
            closing(of);
        else
            reading_.error("bank-file.record",
                           {tr("\"{code}\" begins no record of a CFONB 120 statement"), {{"code", std::string(code)}}},
                           reading_.span(code),
                           Message{tr("records begin with 01, 04, 05 or 07 and have 120 characters"), {}});
    }

    [[nodiscard]] std::optional<Money> amount(const CfonbRecord& of) {
        const std::string_view field = of[amount_field];
        const std::optional<std::int64_t> decimals = digits_of(of[decimals_field]);
        if (of.size() < amount_field.place - 1 + amount_field.length) {
            reading_.error("bank-file.record",
                           {tr("this record ends after {n} {n:character|characters}, before its amount is whole"),
                            {{"n", static_cast<std::int64_t>(of.size())}}},
                           reading_.span(of.text()),
                           Message{tr("records have 120 characters; the file was cut or changed"), {}});
            return std::nullopt;
        }
        const std::optional<Money> value = cfonb_amount(field, static_cast<int>(decimals.value_or(2)));
        if (!value)
            reading_.error("bank-file.amount",
                           {tr("\"{text}\" is no amount of a CFONB 120 statement"), {{"text", std::string(field)}}},
                           reading_.span(field),
                           Message{tr("thirteen digits, then one of {{ABCDEFGHI for + or }}JKLMNOPQR for -"), {}});
        return value;
    }

    [[nodiscard]] std::optional<Date> day(const CfonbRecord& of, CfonbField field) {
        const std::optional<Date> day = cfonb_day(of[field]);
        if (!day)
            reading_.no_day(trimmed(of[field]), reading_.span(of[field]));
        return day;
    }

    [[nodiscard]] bool is_euro(const CfonbRecord& of) {
        return reading_.is_euro(trimmed(of[currency_field]), reading_.span(of[currency_field]));
    }

    [[nodiscard]] std::optional<StatementBalance> balance(const CfonbRecord& of) {
        const std::optional<Date> on = day(of, date_field);
        const std::optional<Money> value = amount(of);
        if (!is_euro(of) || !on || !value)
            return std::nullopt;
        return StatementBalance{*value, *on, reading_.span(of.text())};
    }

    void opening(const CfonbRecord& of) {
        if (open_)
            not_closed();
        AccountStatement& made = statements_.emplace_back();
        made.account = {{},
                        std::string(trimmed(of[bank_field])),
                        std::string(trimmed(of[branch_field])),
                        std::string(trimmed(of[number_field])),
                        false};
        made.opening = balance(of);
        open_ = reading_.span(of.text());
        told_ = false;
        lost_ = false;
    }

    // Of the account that is open; what belongs to none is refused.
    [[nodiscard]] bool belongs(const CfonbRecord& of) {
        const std::string_view number = of[number_field];
        if (!open_ && std::exchange(lost_, true))
            return false;
        if (!open_)
            reading_.error("bank-file.order", {tr("no account is open here"), {}}, reading_.span(of.text()),
                           Message{tr("a record 01 with the old balance opens each account; the file was cut"), {}});
        else if (trimmed(number) != statements_.back().account.number)
            reading_.error(
                "bank-file.order",
                {tr("this record is of account {number}, and account {other} is open"),
                 {{"number", std::string(trimmed(number))}, {"other", statements_.back().account.number}}},
                reading_.span(number),
                Message{tr("a record 07 closes each account before the next; the file was cut or mixed"), {}},
                {{*open_, {tr("the account was opened here"), {}}}});
        else
            return true;
        return false;
    }

    void movement(const CfonbRecord& of) {
        told_ = false;
        const std::optional<Date> on = day(of, date_field);
        const std::optional<Money> value = amount(of);
        const std::string_view value_day = trimmed(of[value_date_field]);
        const bool sound = belongs(of) && is_euro(of);
        if (!sound || !on || !value)
            return;
        StatementEntry made;
        made.date = *on;
        made.amount = *value;
        made.value_date = cfonb_day(value_day);
        made.label = one_line(of[label_field]);
        made.reference = one_line(of[reference_field]);
        made.place = reading_.span(of.text());
        made.line = reading_.line(made.place);
        statements_.back().entries.push_back(std::move(made));
        told_ = true;
    }

    void complement(const CfonbRecord& of) {
        if (!open_)
            return (void)belongs(of);
        if (!told_)
            return;  // of a movement that was refused
        StatementEntry& entry = statements_.back().entries.back();
        const std::string_view qualifier = of[qualifier_field];
        const std::string_view information = of[information_field];
        if (qualifier == "RCN") {
            const std::string reference = one_line(CfonbRecord(information)[{1, reference_length}]);
            entry.reference = reference.empty() ? entry.reference : reference;
            return;
        }
        constexpr std::array<std::string_view, 5> words = {"LIB", "NPY", "NBE", "LCC", "LC2"};
        if (std::ranges::find(words, qualifier) != words.end())
            add_words(entry.label, information);
    }

    void closing(const CfonbRecord& of) {
        const std::optional<StatementBalance> found = balance(of);
        if (!belongs(of))
            return;
        statements_.back().closing = found;
        open_.reset();
        told_ = false;
    }

    void not_closed() {
        reading_.error(
            "bank-file.order",
            {tr("account {number} is opened and not closed"), {{"number", statements_.back().account.number}}}, *open_,
            Message{tr("a record 07 with the new balance closes it; the file was cut"), {}});
        open_.reset();
    }

    const StatementReading& reading_;
    Statements statements_;
    std::optional<Span> open_;  // the record that opened the account
    bool told_ = false;         // complements are of the last entry
    bool lost_ = false;         // records that belong to no account are told at the first
};

}  // namespace

bool is_cfonb(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const std::string_view first = text.substr(std::min(begin, text.size()));
    const CfonbRecord record(first.substr(0, std::min(first.find_first_of("\r\n"), record_length * 2)));
    const std::string_view code = record[code_field];
    if (record.size() < date_field.place || record[number_field].find_first_of(";,\t") != std::string_view::npos)
        return false;
    return (code == "01" || code == "04" || code == "05" || code == "07") && digits_of(record[bank_field]) &&
           digits_of(record[branch_field]);
}

Statements read_cfonb(const StatementReading& reading) {
    return CfonbReader(reading).read();
}

}  // namespace msp
