// SPDX-License-Identifier: MIT
// Whatever is distributed: no cent is lost, nobody is above the cap, and the order of the rows changes nothing, that of
// the members a cent at most.
#include <msp/distribution/distributed.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

struct AnyDistribution {
    std::vector<std::string> members;
    std::string head;  // the distribution
    std::vector<std::string> rows;
    std::optional<Money> cap;
    Money pot;  // of the envelope, without the reserve
};

AnyDistribution any_distribution() {
    AnyDistribution made;
    const int members = any(1, 6);
    for (int i = 0; i < members; ++i)
        made.members.push_back("[[member]]\nid = \"m" + std::to_string(i) + "\"\n");
    const Money envelope = Money::from_cents(any(0, 5'000'000));
    const Money reserve = Money::from_cents(any(0, static_cast<int>(envelope.cents())));
    made.pot = envelope - reserve;
    made.head += "[[distribution]]\nid = \"x\"\nenvelope = " + plain(envelope) + "\nreserve = " + plain(reserve) + '\n';
    made.head += any(0, 1) == 0 ? "date = 2026-06-30\n"
                                : "dates = [{ date = 2026-06-30, share = \"1/3\" }, "
                                  "{ date = 2026-12-20, share = \"1/7\" }, { date = 2027-01-05, share = \"rest\" }]\n";
    if (any(0, 1) == 1) {
        made.cap = Money::from_cents(any(1, 1'000'000));
        made.head += "cap = " + plain(*made.cap) + '\n';
    }
    made.head += "rates = [{ role = \"heavy\", weight = 1." + std::to_string(any(0, 9)) + " }, { weight = 1 }]\n";
    made.head += "lumps = [{ role = \"manager\", amount = 0.0" + std::to_string(any(0, 9)) + " }]\n";
    const int rows = any(1, 12);
    for (int i = 0; i < rows; ++i) {
        std::string row = "[[participation]]\nmember = \"m" + std::to_string(any(0, members - 1)) + "\"\n";
        if (any(0, 5) == 0)
            row += "role = \"manager\"\n";
        else
            row += "role = \"" + std::string(any(0, 1) == 0 ? "heavy" : "light") +
                   "\"\nhours = " + std::to_string(any(1, 200)) + '.' + std::to_string(any(0, 99)) + '\n';
        made.rows.push_back(row);
    }
    return made;
}

std::string text_of(const AnyDistribution& made) {
    std::string text(one_bank);
    for (const std::string& member : made.members)
        text += member;
    text += made.head;
    for (const std::string& row : made.rows)
        text += row;
    return text;
}

}  // namespace

TEST_CASE("a distribution loses no cent, keeps the cap, and does not depend on the order of its rows") {
    CHECK(rc::check([] {
        AnyDistribution made = any_distribution();
        const Budget budget = budget_of(text_of(made));
        Diagnostics diagnostics;
        const std::optional<Distributed> found = distributed(budget, 0, diagnostics);
        if (!found) {
            // Lump sums of cents above the pot, or nobody with hours.
            RC_ASSERT(diagnostics.has("distribution.over") || diagnostics.has("distribution.no-units"));
            return;
        }
        Money total;
        for (const Beneficiary& one : found->beneficiaries) {
            Money own;
            for (const Award& award : one.awards)
                own += award.amount;
            RC_ASSERT(own == one.total);
            RC_ASSERT(one.total <= made.cap.value_or(one.total));
            total += own;
        }
        RC_ASSERT(total == found->total);
        RC_ASSERT(total + *found->left == made.pot);
        // What is left is left only where no rate is to be found, or everybody who has hours is at the cap.
        RC_ASSERT(*found->left == Money() || !found->found);
        Money paid;
        for (const Payment& payment : payments_of(budget, *found))
            paid += payment.amount;
        RC_ASSERT(paid == total);
        std::ranges::reverse(made.rows);
        const Budget turned = budget_of(text_of(made));
        const std::optional<Distributed> again = distributed(turned, 0, diagnostics);
        RC_ASSERT(again.has_value());
        for (std::size_t i = 0; i < found->beneficiaries.size(); ++i)
            RC_ASSERT(found->beneficiaries[i].total == again->beneficiaries[i].total);
        std::ranges::reverse(made.members);
        const Budget others_first = budget_of(text_of(made));
        const std::optional<Distributed> ties = distributed(others_first, 0, diagnostics);
        RC_ASSERT(ties.has_value());
        for (std::size_t i = 0; i < found->beneficiaries.size(); ++i) {
            const Money other = ties->beneficiaries[found->beneficiaries.size() - 1 - i].total;
            RC_ASSERT(absolute(found->beneficiaries[i].total - other) <= Money::from_cents(1));
        }
    }));
}
