// SPDX-License-Identifier: MIT
#include <msp/ledger/anonymous.hpp>
#include <msp/ledger/groups.hpp>
#include <msp/ledger/record.hpp>
#include <msp/ledger/values.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;  // bytes
constexpr std::size_t longest_code = 8;                   // of a journal or lettering: no name fits well
constexpr std::ptrdiff_t most_letters = 5;                // of a number: those of its journal, no name

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

bool is_digit_sign(char c) {
    return c >= '0' && c <= '9';
}

// Its shape without what it says.
std::string masked(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += is_letter(c) ? 'x' : is_digit_sign(c) ? '9' : c;
    return out;
}

std::string numbered(std::string_view word, std::uint32_t number) {
    constexpr std::size_t digits = 5;
    const std::string written = std::to_string(number);
    return std::string(word) + std::string(digits - std::min(digits, written.size()), '0') + written;
}

class Anonymiser {
 public:
    Anonymiser(const Fec& ledger, const std::function<void(std::string_view)>& sink)
        : ledger_(ledger), form_(ledger.form()), records_(ledger.text(), form_), sink_(sink), columns_(form_.fields) {
        for (std::size_t i = 0; i < ledger_columns; ++i) {
            if (form_.field_of.at(i) >= 0)
                columns_[static_cast<std::size_t>(form_.field_of.at(i))] = static_cast<std::int16_t>(i + 1);
        }
    }

    void run() {
        const std::string_view text = ledger_.text();
        out_ += text.substr(0, form_.records_begin);
        for (std::uint32_t at = form_.records_begin; at < text.size(); at = record_.next) {
            records_.read(at, record_);
            if (record_.blank)
                out_ += text.substr(at, record_.end - at);
            else
                write();
            out_ += text.substr(record_.end, record_.next - record_.end);
            if (out_.size() > piece_size)
                hand_over();
        }
        hand_over();
    }

 private:
    using C = LedgerColumn;

    void hand_over() {
        sink_(out_);
        out_.clear();
    }

    [[nodiscard]] std::string_view field(C column) const { return records_.field(record_, column); }

    void write() {
        for (std::size_t i = 0; i < record_.fields.size() && i < columns_.size(); ++i) {
            if (i != 0)
                out_ += form_.separator;
            if (columns_[i] != 0)
                out_ += replaced(static_cast<C>(columns_[i] - 1), record_.fields[i]);
        }
        for (std::size_t i = 0; i < form_.empty_at_end; ++i)
            out_ += form_.separator;
    }

    std::string of(C column, std::string_view word, std::string_view written) {
        Names& names = names_[column];
        if (names.all().empty())
            names.number_of("");
        return numbered(word, names.number_of(written));
    }

    std::string account(std::string_view written) {
        const bool digits = std::ranges::all_of(written, is_digit_sign);
        return digits ? std::string(written)
                      : of(C::account, std::string(masked_letters(written.substr(0, 3))) + "X", written);
    }

    static std::string masked_letters(std::string_view text) {
        std::string out(text);
        std::ranges::replace_if(out, is_letter, 'X');
        return out;
    }

    // Who is who in an auxiliary account is one number, in its code and in its name.
    std::string party(std::string_view word, std::string_view written) {
        const std::string_view code = field(C::auxiliary);
        return of(C::auxiliary, word, code.empty() ? written : code);
    }

    std::string replaced(C column, std::string_view written) {
        if (written.empty())
            return {};
        switch (column) {
            case C::date:
            case C::piece_date:
            case C::letter_date:
            case C::validated:
            case C::paid_on:
                return ledger_day(written) || no_ledger_day(written) ? std::string(written) : masked(written);
            case C::debit:
            case C::credit:
            case C::amount:
            case C::currency_amount:
                return ledger_amount(written) ? std::string(written) : masked(written);
            case C::side:
                return ledger_side(written) ? std::string(written) : masked(written);
            case C::journal:
            case C::letter:
            case C::currency:
                return written.size() <= longest_code ? std::string(written) : of(column, "J", written);
            case C::journal_label:
                return opens() ? "A nouveaux" : of(column, "Journal ", written);
            case C::number:
                return std::ranges::count_if(written, is_letter) <= most_letters ? std::string(written)
                                                                                 : of(column, "N", written);
            case C::account:
                return account(written);
            case C::account_label:
                return "Compte " + account(field(C::account));
            case C::auxiliary:
                return party("T", written);
            case C::auxiliary_label:
                return party("Tiers ", written);
            case C::piece:
                return of(column, "P", written);
            case C::label:
                return of(column, "Ecriture ", written);
            case C::means:
                return of(column, "M", written);
            case C::nature:
                return of(column, "Nature ", written);
            case C::client:  // takes the place of the auxiliary account
                return of(C::auxiliary, "T", written);
        }
        return {};
    }

    // Of the record that is read: lines that cannot be read are no lines.
    [[nodiscard]] bool opens() {
        const std::vector<LedgerLine>& lines = ledger_.lines();
        while (line_ < lines.size() && lines[line_].begin < record_.begin)
            ++line_;
        return line_ < lines.size() && lines[line_].begin == record_.begin && lines[line_].opens != 0;
    }

    const Fec& ledger_;
    const LedgerForm& form_;
    RecordReader records_;
    const std::function<void(std::string_view)>& sink_;
    std::vector<std::int16_t> columns_;  // by field, from 1; 0 for one that the law does not know
    LedgerValues<Names> names_;
    RawRecord record_;
    std::size_t line_ = 0;
    std::string out_;
};

}  // namespace

void anonymise(const Fec& ledger, const std::function<void(std::string_view)>& sink) {
    Anonymiser(ledger, sink).run();
}

}  // namespace msp
