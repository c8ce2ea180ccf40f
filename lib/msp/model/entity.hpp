// SPDX-License-Identifier: MIT
// Legal persons and their bank accounts.
#pragma once

#include <msp/dates/business_days.hpp>
#include <msp/model/line.hpp>
#include <msp/statement/columns.hpp>

#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class EntityForm : std::uint8_t { sisa, scm, sci, association, other };
enum class Books : std::uint8_t { cash, accrual };  // recettes-dépenses, engagement

struct Entity {
    std::string id;
    std::string name;  // empty where neither name nor id is typed
    EntityForm form = EntityForm::sisa;
    std::string siren;  // nine digits, or empty
    unsigned year_end_month = 12;
    unsigned year_end_day = 31;
    Books books = Books::cash;
    Holidays holidays = Holidays::france;
    Place place;

    // What a reader knows it by.
    [[nodiscard]] const std::string& title() const { return name.empty() ? id : name; }

    friend bool operator==(const Entity&, const Entity&) = default;
};

struct Bank {
    std::string id;
    std::string name;
    EntityIndex entity = 0;
    Money opening;  // the evening before `date`
    Date date;
    Money overdraft;  // agreed by the bank, not negative
    Money floor;
    std::string iban;                    // without blanks; empty where none is typed
    StatementColumns columns;            // of its CSV files
    std::vector<std::string> accounts;   // of the books, prefixes; none: see msp-fec(5)
    std::optional<Rate> overdraft_rate;  // a year; fees are planned only where it is typed
    ItemIndex fee_item = 0;
    Place place;
    Place opening_place;

    friend bool operator==(const Bank&, const Bank&) = default;
};

}  // namespace msp
