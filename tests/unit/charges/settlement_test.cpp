// SPDX-License-Identifier: MIT
#include <msp/charges/settlement.hpp>
#include <msp/plan/charged.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string halves = "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n[[key]]\nid = \"equal\"\nby = \"equal\"\n";

std::string line(const std::string& id, const std::string& amount) {
    return "[[expense]]\nid = \"" + id +
           "\"\ncategory = \"rent\"\ndate = 2026-03-01\nshared = \"equal\"\namount = " + amount + "\n";
}
std::string spent(const std::string& of, const std::string& amount) {
    return "[[spent]]\nline = \"" + of + "\"\nexercise = 2026\namount = " + amount + "\n";
}
std::string paid(const std::string& by, const std::string& amount, const std::string& more = "") {
    return "[[paid]]\nmember = \"" + by + "\"\ndate = 2026-05-01\namount = " + amount + "\n" + more;
}

struct Settling {
    explicit Settling(const std::string& facts) : budget(budget_of(std::string(one_bank) + facts)) {
        const Window days = days_of(budget, 2026, 0);
        charges = exercise_charges(budget, 2026, 0);
        Diagnostics problems;
        const ExerciseShares voted = shares_of(budget, charges.voted, {&days, 1}, problems).value();
        const ExerciseShares real = shares_of(budget, charges.real, {&days, 1}, problems).value();
        std::vector<Call> calls = calls_of(budget, voted, 0, days);
        for (const Call& advance : advances_of(budget, 0, days))
            calls.push_back(advance);
        settlement = settle(budget, calls, real, 0, 2026);
    }

    // "called paid share balance deductible"
    static std::string told(const SettledAmounts& amounts) {
        return plain(amounts.called) + ' ' + plain(amounts.paid) + ' ' + plain(amounts.share) + ' ' +
               plain(amounts.balance()) + ' ' + plain(amounts.deductible);
    }
    [[nodiscard]] std::string total(std::size_t member) const { return told(settlement.members.at(member).total); }
    [[nodiscard]] std::string of(std::size_t member, std::size_t at) const {
        return told(settlement.members.at(member).lines.at(at));
    }

    Budget budget;
    ExerciseCharges charges;
    Settlement settlement;
};

}  // namespace

TEST_CASE("the settlement of a budget that came as it was voted is zero") {
    const Settling settled(halves + line("rent", "1000.01") + line("heat", "333.33"));
    CHECK(settled.settlement.as_called);
    CHECK(settled.charges.unsaid.size() == 2);
    for (std::size_t member = 0; member < 2; ++member)
        CHECK(plain(settled.settlement.members[member].total.balance()) == "0.00");
    CHECK(plain(settled.settlement.total.share) == "1333.34");
}

TEST_CASE("an over-call is refunded, and only the share can be deducted") {
    // 100.00 a month is 1,200.00 paid; half of 2,000.00 is 1,000.00.
    const Settling settled(halves + line("rent", "2400.00") + spent("rent", "2000.00") + paid("a", "1200.00"));
    CHECK(settled.total(0) == "1200.00 1200.00 1000.00 200.00 1000.00");
    CHECK(settled.total(1) == "1200.00 0.00 1000.00 -1000.00 0.00");
    CHECK(settled.of(0, 0) == settled.total(0));
    CHECK(settled.charges.unsaid.empty());
}

TEST_CASE("what was paid is parted over the lines as it was called, what is deductible as it is owed") {
    // a was called 300.00 + 100.00 and paid 200.00, half of it: 150.00 + 50.00. The lines cost 500.00 and 300.00, of
    // which a owes 250.00 + 150.00 = 400.00; of 200.00 repaid 5/8 are rent's, 125.00, and 3/8 heat's, 75.00.
    const Settling settled(halves + line("rent", "600.00") + line("heat", "200.00") + spent("rent", "500.00") +
                           spent("heat", "300.00") + paid("a", "120.00") + paid("a", "80.00"));
    CHECK(settled.of(0, 0) == "300.00 150.00 250.00 -100.00 125.00");
    CHECK(settled.of(0, 1) == "100.00 50.00 150.00 -100.00 75.00");
    CHECK(settled.total(0) == "400.00 200.00 400.00 -200.00 200.00");
}

TEST_CASE("a line that was not voted costs all the same, and a refund takes off") {
    const std::string repair =
        "[[expense]]\nid = \"repair\"\ncategory = \"maintenance\"\ndate = 2025-03-01\n"
        "shared = \"equal\"\namount = 10.00\n";
    const Settling settled(halves + line("rent", "100.00") + repair + spent("repair", "60.00") +
                           "[[spent]]\nline = \"rent\"\ndate = 2026-04-01\namount = 120.00\n"
                           "[[spent]]\nline = \"rent\"\ndate = 2026-12-01\namount = -30.00\n");
    // Of 75.00 a repaid 50.00: 45/75 and 30/75 of it.
    CHECK(settled.of(0, 0) == "50.00 50.00 45.00 5.00 30.00");
    CHECK(settled.of(0, 1) == "0.00 0.00 30.00 -30.00 20.00");
}

TEST_CASE("the cost of a whole exercise is parted as its payments were voted") {
    // b comes in October: a bears 9 months of 100.00 and half of 3, 1,050.00 of 1,200.00, 7/8; of 1,300.00 1,137.50.
    const Settling settled(
        "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\nin = 2026-10-01\n"
        "[[key]]\nid = \"equal\"\nby = \"equal\"\n[[expense]]\nid = \"rent\"\ncategory = \"rent\"\n"
        "amount = 100.00\nevery = \"month\"\nday = 5\nshared = \"equal\"\n" +
        spent("rent", "1300.00"));
    CHECK(plain(settled.settlement.members[0].total.share) == "1137.50");
    CHECK(plain(settled.settlement.members[1].total.share) == "162.50");
}

TEST_CASE("an advance is no charge: it stands apart") {
    const std::string roof =
        "[[call]]\nid = \"roof\"\nkind = \"works\"\nshared = \"equal\"\n"
        "calls = [{ date = 2026-07-01, amount = 50.00 }]\n";
    const Settling called(halves + line("rent", "100.00") + roof);
    CHECK(called.total(0) == "50.00 50.00 50.00 0.00 50.00");
    CHECK(plain(called.settlement.members[0].advance) == "25.00");
    const Settling paying(halves + line("rent", "100.00") + roof + paid("a", "50.00") +
                          paid("b", "20.00", "kind = \"works\"\n"));
    CHECK(paying.total(1) == "50.00 0.00 50.00 -50.00 0.00");
    CHECK(plain(paying.settlement.members[0].advance) == "0.00");
    CHECK(plain(paying.settlement.members[1].advance) == "20.00");
}

TEST_CASE("what a payment is for may be another exercise than its day's") {
    const Settling settled(halves + line("rent", "100.00") + paid("a", "50.00", "exercise = 2025\n") +
                           paid("b", "50.00"));
    CHECK(plain(settled.settlement.members[0].total.paid) == "0.00");
    CHECK(plain(settled.settlement.members[1].total.paid) == "50.00");
}

TEST_CASE("the next exercise is proposed as this one really came") {
    // Voted 1,200.00, really 1,300.00: of next year's 1,224.00 (2 % more) 1,224 x 13/12 = 1,326.00. A line that was not
    // voted costs as it did; what came as voted stays as it is; a single payment of this year is over.
    const std::string rent =
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\nannual = 1200.00\nevery = \"month\"\n"
        "from = \"2026-01\"\nday = 5\nshared = \"equal\"\n"
        "index = { rate = \"2 %\", each = \"01-01\", since = 2026-01-01 }\n";
    const std::string heat =
        "[[expense]]\nid = \"heat\"\ncategory = \"energy\"\namount = 10.00\nevery = \"month\"\n"
        "day = 5\nshared = \"equal\"\n";
    const std::string repair =
        "[[expense]]\nid = \"repair\"\ncategory = \"maintenance\"\ndate = 2025-03-01\n"
        "shared = \"equal\"\namount = 10.00\n";
    const Settling past(halves + rent + heat + line("once", "50.00") + repair + spent("rent", "1300.00") +
                        spent("repair", "60.00"));
    std::string told_lines;
    Diagnostics problems;
    const Window days = days_of(past.budget, 2027, 0);
    const auto lines = proposed_lines(past.budget, past.charges, 2027, 0);
    const ExerciseShares shares = shares_of(past.budget, lines, {&days, 1}, problems).value();
    for (const LineShares& each : shares.lines)
        told_lines += past.budget.items[each.line->item].id + ' ' + plain(each.exercise.total) + ' ';
    CHECK(told_lines == "rent 1326.00 heat 120.00 repair 60.00 ");
}
