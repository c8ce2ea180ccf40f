// SPDX-License-Identifier: MIT
// How an entity has its members pay their shares of the charges, what they advance beside them, and what became of a
// year: what lines really cost, and what members really paid.
#pragma once

#include <msp/model/line.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace msp {

enum class CallRhythm : std::uint8_t { month, quarter };
// What a member's call is rounded to, half up.
enum class CallRounding : std::uint8_t { cent, euro, ten_euros };

// What becomes of the difference to calls that were made before the budget was changed.
enum class CallChange : std::uint8_t { catch_up, spread, settle };

struct SettlementDay {
    unsigned month;
    unsigned day;

    friend bool operator==(const SettlementDay&, const SettlementDay&) = default;
};

// What entries need an account of the books for. The usual ones are those of the shipped categories
// (charges-reimbursed, associate-account, meetings, distribution), with the classes of the PCG for what is owed: 411,
// 401, 120.
enum class AccountRole : std::uint8_t { members, income, advances, fees, fees_due, result, result_due };
inline constexpr std::array<const char*, 7> usual_accounts = {"411", "708", "455", "6228", "401", "120", "457"};
[[nodiscard]] constexpr const char* usual_account(AccountRole role) {
    return usual_accounts[static_cast<std::size_t>(role)];
}
inline constexpr const char* usual_journal = "OD";  // opérations diverses

struct Ledger {
    std::string journal = usual_journal;
    std::array<std::string, usual_accounts.size()> accounts;  // by role; empty: the usual one

    [[nodiscard]] std::string account(AccountRole role) const {
        const std::string& typed = accounts[static_cast<std::size_t>(role)];
        return typed.empty() ? usual_account(role) : typed;
    }

    friend bool operator==(const Ledger&, const Ledger&) = default;
};

// Provisions on the charges of an entity.
struct CallTerms {
    EntityIndex entity = 0;
    BankIndex bank = 0;  // that they are paid to
    CallRhythm rhythm = CallRhythm::month;
    unsigned day = 1;  // of each month, or of each quarter's first; 31 is the last
    CallRounding rounding = CallRounding::cent;
    CallChange change = CallChange::spread;
    bool planned = false;                  // as receipts of the plan
    Delay delay;                           // from a call to its payment
    std::optional<SettlementDay> settled;  // of each year; where the plan has settlements too
    std::string approved;                  // by whom and when, as typed
    std::int16_t approved_exercise = 0;    // whose budget that vote is of
    std::string iban;
    Ledger ledger;
    Place place;

    friend bool operator==(const CallTerms&, const CallTerms&) = default;
};

enum class CallKind : std::uint8_t { charge, reserve, works };

// Money for a reserve or for works: members advance it by a key. It is no charge, and belongs to them.
struct AdvanceCall {
    std::string id;
    std::string label;
    CallKind kind = CallKind::reserve;
    EntityIndex entity = 0;
    KeyIndex key = 0;
    std::vector<DatedAmount> calls;  // of all members together
    Place place;

    friend bool operator==(const AdvanceCall&, const AdvanceCall&) = default;
};

// What a member, or a third party, paid to an entity; money that the entity gave back is negative.
struct MemberPayment {
    std::size_t member = 0;  // a payer
    EntityIndex entity = 0;
    CallKind kind = CallKind::charge;
    Date date;
    Money amount;
    std::optional<std::int16_t> exercise;  // absent: that of the day
    Place place;

    friend bool operator==(const MemberPayment&, const MemberPayment&) = default;
};

// What a member's current account held on the morning of a day, the first of an exercise: positive to the member's
// credit. Money advanced for a reserve or works stands apart.
struct AccountOpening {
    std::size_t member = 0;
    EntityIndex entity = 0;
    CallKind kind = CallKind::charge;
    Date date;
    Money amount;
    Place place;

    friend bool operator==(const AccountOpening&, const AccountOpening&) = default;
};

// What a line really cost: a payment with its day, or the whole exercise.
struct Spent {
    ItemIndex item = 0;  // a shared line or post
    EntityIndex entity = 0;
    std::optional<Date> date;
    std::optional<std::int16_t> exercise;  // absent: that of the day
    Money amount;                          // a refund is negative
    Place place;
    Part part = Part::whole;  // of a post, the payment that it is, where that is named

    friend bool operator==(const Spent&, const Spent&) = default;
};

}  // namespace msp
