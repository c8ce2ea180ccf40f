// SPDX-License-Identifier: MIT
// The five lines: how low an entity's money goes and when, how long it is short, what a late ACI would do, what can be
// paid out, and how long the money lasts.
#pragma once

#include <msp/cash/projection.hpp>
#include <msp/plan/gaps.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace msp {

struct AccountLow {
    BankIndex bank = 0;
    Low low;
};

struct Shortage {
    Low lowest;        // of all accounts together
    AccountLow worst;  // of the one that is worst off
    std::vector<Stretch> below_floor;
    std::vector<Stretch> overdrawn;
    std::vector<BankIndex> banks_below_floor;  // at some time
    std::vector<BankIndex> banks_overdrawn;

    [[nodiscard]] static std::int64_t days(const std::vector<Stretch>& stretches);
};

// One that is overdrawn is worse off than one below its floor, and that than any other; of those overdrawn, the one
// with the least margin on its agreed overdraft, of the others the one with the least above its floor; then the first
// in the file.
[[nodiscard]] AccountLow worst_account(const Budget& budget, const Projection& projection,
                                       const std::vector<BankIndex>& banks, const Period& days);

// The ACI comes this much later than planned in the third line: 30 April becomes 15 July.
inline constexpr Delay late_aci_delay = {.months = 2, .days = 15, .end_of_month = false};

// Of so many days after the as-of day the payments are taken for the days of cash.
inline constexpr std::int32_t cash_days_window = 90;

// The options of the lowest without hoped-for and assumed money, and of a late ACI.
[[nodiscard]] PlanOptions certain_plan(PlanOptions plan);
[[nodiscard]] PlanOptions late_plan(PlanOptions plan);

// What is asked about the money to pay out: how low the accounts may go, and until when.
enum class Until : std::uint8_t { next_aci, end };
struct PayoutQuestion {
    Until until = Until::next_aci;
    Limit above = Limit::floor;
};

// The most that can be paid out on a day: of each account open on it what it can spare, added up; nothing where an
// account goes below its limit anyway, be it one that opens later.
struct Payout {
    Date day;
    std::optional<Date> next_aci;  // of the whole budget, however late it comes
    Date end;                      // of the days shown, or the day itself
    std::array<std::array<Money, 2>, 2> most;

    // The last evening that is looked at: the eve of the next ACI, or the end where none is to come.
    [[nodiscard]] Date last(Until until) const;
    [[nodiscard]] Money amount(PayoutQuestion question) const;
};

// An entity with several banks: amounts are of their sum, with the worst account beside it; a day is short when one of
// them is.
struct Headline {
    EntityIndex entity = 0;
    std::vector<BankIndex> banks;  // those selected
    Money opening;
    Money closing;
    Shortage plan;
    Shortage ahead;  // of the days shown, those from the as-of day on
    Low certain;     // the lowest without hoped-for and assumed money
    AccountLow certain_worst;
    bool uncertain = false;   // whether there is any
    bool awaits_aci = false;  // some of it is to come after the as-of day
    Shortage late;            // the same if it comes late, looked at until its eve, or longer to the view's end
    Date late_until;
    Payout payout;
    std::optional<Gap> unplanned_aci;  // the first payment of it within the days of the payout of which nothing is said
    Money receipts;                    // with the payments and what is in transit they make the closing of the opening
    Money payments;                    // negative
    Money in_transit;  // between its own accounts: from before the days shown, or (negative) not arrived at their end
    Date as_of;
    Money as_of_closing;
    // Closing of the as-of day / (payments of the next 90 days / 90), in tenths of a day, cut off. Absent without
    // payments or money.
    std::optional<std::int64_t> cash_days_tenths;

    // Where there are days of cash: "98.3".
    [[nodiscard]] std::string cash_days() const;
};

struct HeadlineOptions {
    PlanOptions plan;
    Period view;  // the days shown
    Date as_of;
    Date distributable;
    Date watch_until;  // alerts look so far
    Selection selection;
};

// How far a projection must reach for these options: to the next ACI of the budget, if that comes after all days asked
// for.
[[nodiscard]] Date horizon(const Case& of, const HeadlineOptions& options);

// One for each entity of which an account is selected, in order. `base` is the projection with options.plan, up to
// horizon() or further: nothing of a headline depends on how far it goes.
[[nodiscard]] std::vector<Headline> headlines(const Case& of, const Projection& base, const HeadlineOptions& options);

}  // namespace msp
