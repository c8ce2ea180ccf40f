// SPDX-License-Identifier: MIT
// Private to the module: values as people type them where TOML does not take them, and how TOML does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

// At the beginning of a text, followed by nothing that belongs to it.
struct TypedFigure {
    std::size_t length = 0;
    bool per_cent = false;
    std::string plain;    // 2400.00
    std::string grouped;  // 2 400,00
};

// "2 400,00", "2400,5", "2 400 €", "12.345,67", "60 %"; nothing for what is a number without quotes.
[[nodiscard]] std::optional<TypedFigure> typed_figure(std::string_view text);

// "1__000", "012.50", "+5", ".5", "5.", "1.234.567": the same digits as every format takes them. Points that group by
// three go; with other points there is nothing.
[[nodiscard]] std::string plain_digits(std::string_view text);

struct TypedDay {
    std::size_t length = 0;
    bool exists = false;
    unsigned month_days = 0;  // where the month exists and the day does not
    std::string iso;
};

// "15/04/2026", "15.4.2026", "2026/04/15", "2026-4-15", "2026-02-30".
[[nodiscard]] std::optional<TypedDay> typed_day(std::string_view text);

// "True", "oui", "no".
[[nodiscard]] std::optional<bool> typed_truth(std::string_view text);

// The text between double quotes.
[[nodiscard]] std::string quoted(std::string_view text);

// "libellé partagé" to "libelle_partage"; nothing if other characters than French letters and spaces are left.
[[nodiscard]] std::optional<std::string> bare_key(std::string_view key);

}  // namespace msp
