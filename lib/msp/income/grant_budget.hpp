// SPDX-License-Identifier: MIT
// The budget that a grant is asked for with (CERFA 12156): charges and income of an exercise by class and line of the
// form, as they were voted, as they are planned today, and as the books have them; balanced by what is left or lacks.
#pragma once

#include <msp/income/income.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

// Where an amount stands: class and line of the form, by the words of the law or, where it has no such line, of the
// budget; where the class asks for it the line of the plan.
struct GrantPlace {
    bool charge = true;
    std::string number;  // of the class; empty where nothing says it
    std::string line;    // in French; empty for the class alone
    std::string funder;  // a label; empty for all together

    friend auto operator<=>(const GrantPlace&, const GrantPlace&) = default;
};
using GrantSums = std::map<GrantPlace, Money>;  // positive on both sides

// An amount of classes 6 and 7 in the books: income positive, charges negative.
struct BookedIncome {
    std::string account;
    std::optional<ItemIndex> item;  // that a rule gives it
    std::int16_t exercise = 0;
    Money amount;
};

// Of an exercise of the statement, by position. Pay of posts is before employees' contributions, as the form has it.
[[nodiscard]] GrantSums grant_sums(const Case& of, const GrantForm& form, const IncomeStatement& statement,
                                   std::size_t exercise);
[[nodiscard]] GrantSums grant_sums(const Budget& budget, const GrantForm& form, std::span<const BookedIncome> booked,
                                   std::int16_t exercise);

enum class GrantColumn : std::uint8_t { voted, revised, actual };
inline constexpr std::size_t grant_columns = 3;
using GrantAmounts = std::array<std::optional<Money>, grant_columns>;

enum class GrantRowKind : std::uint8_t { of_class, line, funder, whole, balance, balanced, given };
struct GrantRow {
    bool charge = true;
    GrantRowKind kind = GrantRowKind::line;
    const GrantFormClass* of_class = nullptr;  // null where nothing says it, and of sums
    const GrantFormLine* line = nullptr;       // of the form
    std::string words = {};                    // of a line that it does not have, none of all others; of a funder
    GrantAmounts amounts = {};
};

struct GrantBudget {
    EntityIndex entity = 0;
    std::int16_t exercise = 0;
    bool typed_pay = false;            // net pay that no post has, so that the gross of it is not known
    bool not_voted = false;            // another budget was voted, which does not show it
    std::optional<Date> booked_until;  // of the exercise, where there are books
    std::vector<GrantRow> rows;  // charges, then income, then what is given without money, whose amounts nobody knows
};

[[nodiscard]] bool has_typed_pay(const Budget& budget, const IncomeStatement& statement);

// Every line of the form, and what else there is.
[[nodiscard]] std::vector<GrantRow> grant_rows(const GrantForm& form,
                                               const std::array<std::optional<GrantSums>, grant_columns>& sums);

// How many rows further down those stand that make the amounts of a row: of a class its lines, of the surplus the
// income. None where they do not make them, as in a class that has no lines.
[[nodiscard]] std::vector<std::uint32_t> rows_ahead(const std::vector<GrantRow>& rows, std::size_t at);

}  // namespace msp
