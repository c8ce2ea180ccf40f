// SPDX-License-Identifier: MIT
// Who pays what of the shared charges of an exercise. A line is parted once for the whole exercise: each charge by the
// members' weights on the days that it is for, all of them added up exactly, then rounded to cents whose sum is the
// line's. Payers are the members, then the third parties that a key or room names. Each share is within a cent of its
// exact value. A member's rounding debts are carried from line to line, in the order of the file: of the cents that a
// line leaves over each goes to the one with the largest debt.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/model/budget.hpp>
#include <msp/money/quotient.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace msp {

// Whether what a key charges may be another amount than a member's exact share: it exempts, has a ramp, a cap or a
// floor, departs from another key, or mixes one that does. CGI, article 261 B: that has to be justified.
[[nodiscard]] bool derogates(const Budget& budget, KeyIndex key);

// Whether a member may pay by a key what an entity's line costs: whoever the key lists or gives a weight or share of
// their own, else the entity's members. Of a second stay the key may name either record.
[[nodiscard]] bool pays_by(const Budget& budget, const ShareKey& key, std::size_t member, EntityIndex entity);

// One payment of a line, as a cost: a refund is negative.
struct Charge {
    Date due;
    Window covers;  // the days that it is for
    Money amount;
    // The day by which it belongs to a period, where that is not the due one: books of receipts and payments count the
    // day of payment, others pay by the last day worked.
    std::optional<Date> counted = {};
    CategoryIndex category = 0;  // of the payment: of a post or loan another one than its item's
};

// A line that members share, with what it costs in an exercise.
struct ChargedLine {
    const Line* line = nullptr;
    std::vector<Charge> charges;
    // What the exercise really came to, where only that is known: it is parted as the charges are, in proportion. They
    // do not sum to zero, and the exercise is one period.
    std::optional<Money> total = {};
};

// Exact shares of one amount, by payer of the budget: integers of any length over a common denominator.
class ExactShares {
 public:
    struct Numbers;
    explicit ExactShares(std::shared_ptr<const Numbers> numbers) : numbers_(std::move(numbers)) {}

    // Euros: "3125" over "3", the least denominator that all members of the amount have in common.
    struct Fraction {
        std::string numerator;
        std::string denominator;
    };
    [[nodiscard]] Fraction fraction(std::size_t member) const;
    [[nodiscard]] std::string numerator(std::size_t member) const;
    // Whether two members have the same.
    [[nodiscard]] bool alike(std::size_t one, std::size_t other) const;
    [[nodiscard]] const std::string& denominator() const;
    // Euros, the last place rounded half away from zero: "1041.666667".
    [[nodiscard]] std::string decimal(std::size_t member, int places) const;
    // The same less what is charged; and what rounding adds to the same, which makes what is charged.
    [[nodiscard]] std::string less(std::size_t member, Money charged, int places) const;
    [[nodiscard]] std::string rounding(std::size_t member, Money charged, int places) const;
    // What the member's part of the amount is: "0.333333"; nothing of nothing.
    [[nodiscard]] std::string weight(std::size_t member, Money amount, int places) const;
    // By member, what those up to it have of the amount that all make, cut off after 15 digits, and one alone.
    [[nodiscard]] std::vector<Quotient> portions(Money amount) const;
    [[nodiscard]] std::optional<Quotient> portion(std::size_t member, Money amount) const;

 private:
    std::shared_ptr<const Numbers> numbers_;
};

// Shares by the plain key, of a line whose key departs from use.
struct PlainShares {
    std::vector<Money> shares;
    ExactShares exact;
};

struct Shares {
    Money total;
    std::vector<Money> shares;  // by payer of the budget; their sum is the total
    ExactShares exact;
    std::optional<PlainShares> plain = {};
};

// What of a line is of one line of the tax return: pay of a post, its contributions, its tax; interest, insurance.
struct TaxShares {
    CategoryIndex category = 0;  // the first one with that line of the return
    std::vector<Money> shares;   // by payer
};

struct LineShares {
    const Line* line = nullptr;
    Shares exercise;
    // One for each line of the return, in the order of the charges: parted by itself, the largest has the difference.
    std::vector<TaxShares> taxes;
    std::vector<Shares> periods;  // each parted by itself, the last one taking the difference to the exercise
};

struct ExerciseShares {
    std::vector<LineShares> lines;
    std::vector<bool> pays;    // by payer: has a weight in one of the lines
    std::string largest_debt;  // the furthest that a member's total is from its exact value, in cents: "0.75"
};

// `periods` are consecutive and make the exercise; a charge that is due outside belongs to the first or last of them.
// Nothing where nobody pays one of the charges, which is reported, as check_shares() does alone.
[[nodiscard]] std::optional<ExerciseShares> shares_of(const Budget& budget, std::span<const ChargedLine> lines,
                                                      std::span<const Window> periods, Diagnostics& diagnostics);

void check_shares(const Budget& budget, std::span<const ChargedLine> lines, const Window& exercise,
                  Diagnostics& diagnostics);

// The exact shares of each charge of one of the lines, before caps and floors; all zero of one that nobody pays.
[[nodiscard]] std::vector<ExactShares> shares_of_charges(const Budget& budget, std::span<const ChargedLine> lines,
                                                         const Window& exercise, const ChargedLine& line);

// A payer's share of a line over its charges, in proportion to what is exactly theirs of each, by largest remainder.
[[nodiscard]] std::vector<Money> over_charges(const Budget& budget, std::span<const ChargedLine> lines,
                                              const Window& exercise, const ChargedLine& line, std::size_t payer,
                                              Money share);

// An amount parted once by a key's weights on some days, by payer; nothing where nobody is there to bear it.
[[nodiscard]] std::vector<Money> parted(const Budget& budget, Money amount, KeyIndex key, EntityIndex entity,
                                        const Window& days);

// What third parties bear of all lines: income of the entity.
[[nodiscard]] Money borne_by_third_parties(const Budget& budget, const ExerciseShares& shares);
// Whether that, with rents received beside it, is more than the tenth of all receipts up to which an SCM keeps its
// regime: CGI, article 239 quater A.
[[nodiscard]] bool beyond_scm_limit(const Budget& budget, const ExerciseShares& shares, Money rents);

// What a payer owes in a period: of each line, and last of all of them.
struct MemberCharges {
    std::size_t member = 0;  // a payer
    std::vector<Money> amounts;
};
// Those who pay anything in the exercise, in the order of the file.
[[nodiscard]] std::vector<MemberCharges> members_of(const ExerciseShares& shares, std::size_t period);
[[nodiscard]] std::vector<Money> totals_of(const ExerciseShares& shares, std::size_t period);

}  // namespace msp
