// SPDX-License-Identifier: MIT
// CSV in two dialects. rfc4180: comma, point, ISO dates, LF, for programs. excel-fr: semicolon, decimal comma,
// JJ/MM/AAAA, CR LF, byte order mark, so that a French spreadsheet takes every amount as a number and every day as a
// date and changes no text.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

enum class CsvDialect { rfc4180, excel_fr };

// A program gets every byte of a text; a person at a terminal sees its controls escaped.
enum class CsvReader { program, person };

// Takes finished text, in pieces.
using TextSink = std::function<void(std::string_view)>;

class Csv {
 public:
    // `continues`: an earlier part of the table has the byte order mark already.
    Csv(TextSink sink, CsvDialect dialect, CsvReader reader = CsvReader::program, bool continues = false);
    Csv(const Csv&) = delete;
    Csv& operator=(const Csv&) = delete;

    // A text cell that begins with = + - @, tab, CR or LF (also after spaces, quotation marks or apostrophes, and their
    // full-width forms) gets a leading ' in both dialects, and so does what follows a , ; tab | CR or LF within it: a
    // spreadsheet may cut there. In excel-fr so does one that reads as a date, a number or VRAI/FAUX; one of digits
    // only is ="0612".
    void text(std::string_view cell);
    void money(Money amount);
    void date(Date date);
    // excel-fr writes 2026-04 as 2026-M04, which no spreadsheet takes for a date.
    void month(Month month);
    // A name that is already safe: an identifier, 2026-Q2.
    void word(std::string_view cell);
    void integer(std::int64_t number);
    // A number of any length, in digits: "-12", "2212.800000". One beyond the 15 digits that a spreadsheet keeps is
    // text in excel-fr.
    void number(std::string_view digits);
    void empty();
    void end_row();
    // Hands over what is left; to be called once, at the end.
    void finish();

 private:
    void separate();
    void append_text(std::string_view cell);

    // Most cells of a column say what the one above says. Where that was written as it is, this one needs no look.
    struct AsItIs {
        std::size_t begin = 0;  // in the buffer
        std::size_t size = 0;   // 0: nothing, or changed
    };

    TextSink sink_;
    std::string buffer_;
    CsvDialect dialect_;
    CsvReader reader_;
    std::vector<AsItIs> above_;  // by column, of texts
    std::size_t column_ = 0;     // the next one
};

}  // namespace msp
