// SPDX-License-Identifier: MIT
// Private to the module: amounts, days and sides as exports write them, by characters.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>

#include <optional>
#include <string_view>

namespace msp {

// How a value departs from the law's form, where it can be read all the same.
enum class ValueForm : std::uint8_t {
    lawful,
    point,         // a decimal point
    grouped,       // thousands are set apart
    decimals,      // zeros beyond cents
    separated,     // a day as 2026-04-15
    day_first,     // 15/04/2026 or 15042026
    timed,         // a time of day behind it
    unsigned_one,  // a side of 1, without its sign
};

struct LedgerAmount {
    Money value;
    ValueForm form = ValueForm::lawful;
};
// A sign may stand first or last; nothing is zero. Comma or point, the last of both, is the decimal mark; up to two
// decimals, more only where they are zeros.
[[nodiscard]] std::optional<LedgerAmount> ledger_amount(std::string_view field);

struct LedgerDay {
    Date value;
    ValueForm form = ValueForm::lawful;
};
// AAAAMMJJ; also with - / or . between, the day first, or a time behind. Years 1900 to 2099.
[[nodiscard]] std::optional<LedgerDay> ledger_day(std::string_view field);
// Nothing, or zeros only, stand for no day.
[[nodiscard]] bool no_ledger_day(std::string_view field);

// 1 for debit, -1 for credit.
struct LedgerSide {
    int sign = 1;
    ValueForm form = ValueForm::lawful;
};
// D or C, +1 or -1; 1 is read as +1.
[[nodiscard]] std::optional<LedgerSide> ledger_side(std::string_view field);

// Without blanks at both ends, no-break ones among them.
[[nodiscard]] std::string_view trimmed(std::string_view field);

}  // namespace msp
