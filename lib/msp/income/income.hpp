// SPDX-License-Identifier: MIT
// The forecast of an entity's result (« compte de résultat prévisionnel ») by exercise: charges and income by class of
// the chart of accounts, and each thing that makes it differ from what its accounts gain or lose in the exercise, to
// the cent. Capital, deposits and what moves between accounts are in no result.
#pragma once

#include <msp/income/pieces.hpp>
#include <msp/plan/gaps.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

// Why a result and a change of cash differ. An item `other` is neither charge nor income.
enum class IncomeStep : std::uint8_t {
    depreciation,      // of the exercise, that nobody pays
    capitalised,       // interest of it, added to the capital of a loan and not paid
    receivable,        // income of the exercise, received after it
    payable,           // charges of it, paid after it
    received_before,   // income of it, received before it
    paid_before,       // charges of it, paid before it
    received_earlier,  // income of exercises before it, received in it
    paid_earlier,      // charges of these, paid in it
    deferred,          // income of exercises after it, received in it
    prepaid,           // charges of these, paid in it
    before_opening,    // charges and income moved in it before the account opens
    other,
};
[[nodiscard]] std::string_view id_of(IncomeStep step);

enum class IncomeSection : std::uint8_t { charges, income, result, cash };
[[nodiscard]] std::string_view id_of(IncomeSection section);

// A line of the plan: charges and income stand positive, a refund is negative.
struct IncomeLine {
    bool charge = true;
    const AccountClass* of_class = nullptr;  // null where the category has no account that says one
    std::optional<CategoryIndex> category;   // absent: depreciation
    ItemIndex item = 0;
    std::vector<Money> exercises;
};

// A row of the statement: what a category comes to, then its class, then all of the section; in the section of cash a
// step of a category, then what is paid and received of charges and income, capital, and the change.
enum class IncomeRowKind : std::uint8_t { category, of_class, settled, whole };
struct IncomeRow {
    IncomeSection section = IncomeSection::charges;
    IncomeRowKind kind = IncomeRowKind::category;
    const AccountClass* of_class = nullptr;
    std::optional<CategoryIndex> category = {};  // of `category`; absent: depreciation
    IncomeStep step = IncomeStep::other;
    std::vector<Money> exercises = {};
};

struct IncomeStatement {
    EntityIndex entity = 0;
    std::vector<std::int16_t> exercises;
    std::vector<IncomeLine> lines;  // in the order of their first movements
    std::vector<IncomeRow> rows;
    std::vector<CategoryIndex> without_class;
    std::vector<Gap> missing;   // payments of the ACI of these exercises of which nothing is said
    std::optional<Date> opens;  // the last account in which charges or income of these exercises move before it opens
    bool aci_beyond = false;    // the ACI is income of exercises that do not close with its calendar year
    bool depreciates = false;   // something is typed of it
    bool invests = false;       // assets are bought, that lose value
    bool employs = false;       // posts, whose paid leave is no part of it
    bool accrues = false;       // interest of loans, by the days that it runs for
    bool capitalises = false;   // some of it is added to the capital
};

// The exercises that end within these days, of any entity; where none does, the one of their last day.
[[nodiscard]] std::vector<std::int16_t> exercises_in(const Budget& budget, const Period& days,
                                                     std::optional<EntityIndex> only = {});

// By entity that has an account. The exercises follow each other, and each is whole: also what falls due before its
// account opens. Throws where the rows do not come to what a projection makes of the accounts.
[[nodiscard]] std::vector<IncomeStatement> income_statements(const Case& of, const ClassRules& classes, Count count,
                                                             const std::vector<std::int16_t>& exercises);

// What something loses in an exercise, straight line by days of 30 a month, the last one taking the difference.
[[nodiscard]] Money depreciated_in(const Depreciation& of, const Window& exercise);

// The rules that it needs, and those of a grant's budget.
[[nodiscard]] LawNeeds income_needs();

}  // namespace msp
