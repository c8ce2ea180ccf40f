// SPDX-License-Identifier: MIT
// Private to the module: what the accounts of an export are to somebody who follows its cash.
#pragma once

#include <msp/actuals/ledgers.hpp>
#include <msp/model/budget.hpp>

#include <cstdint>
#include <vector>

namespace msp {

enum class AccountKind : std::uint8_t {
    other,
    cash,     // banks and cash boxes
    transit,  // 511 and 58: on the way to one of those
    party,    // 40, 41, 441, 46, 47: what it is for stands in another entry
    nature,   // of classes 1, 2, 3, 6, 7: what money is for
    tax,      // 445 but 4455: part of what it stands beside
    balances  // 89: opens or closes all accounts
};

struct AccountKinds {
    std::vector<AccountKind> kinds;  // by account
    std::vector<BankIndex> banks;    // of cash and transit
    std::vector<bool> writes_off;    // what is owed and never paid, or never asked for, goes there
    std::vector<bool> advanced;      // what members advance goes there, where the entity calls for it

    [[nodiscard]] AccountKind operator[](std::uint32_t account) const { return kinds[account]; }
    [[nodiscard]] bool holds_cash(std::uint32_t account) const {
        return kinds[account] == AccountKind::cash || kinds[account] == AccountKind::transit;
    }
};

// Accounts that a bank of the entity names are its own; other cash is of its first bank that names none, else of its
// first bank.
[[nodiscard]] AccountKinds account_kinds(const Budget& budget, EntityIndex entity, const Ledgers& ledgers);

}  // namespace msp
