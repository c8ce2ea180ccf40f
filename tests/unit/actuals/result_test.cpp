// SPDX-License-Identifier: MIT
#include <msp/actuals/comparison.hpp>
#include <msp/actuals/result.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const char* const of_accruals = R"(
[entity]
books = "accrual"
[bank]
opening = 0.00
date = 2026-01-01
[[expense]]
id = "energy"
category = "energy"
amount = 100.00
every = "month"
day = 5
match = ["6061"]
[[expense]]
id = "software"
category = "information-system"
amount = 30.00
every = "month"
day = 5
[[map]]
line = "software"
account = "6"
auxiliary = "FLOG"
[[expense]]
id = "insurance"
category = "insurance"
amount = 60.00
date = 2026-01-10
exercise = "previous"
[[income]]
id = "grants"
category = "charges-reimbursed"
amount = 500.00
date = 2027-03-01
exercise = 2026
match = ["74"]
[[loan]]
id = "loan"
kind = "constant-capital"
outstanding = 1200.00
date = 2025-12-05
rate = "12 %"
instalments = 12
match = ["6611"]
)";

// "MM-DD line amount"; ? for what no rule takes, = for depreciation.
std::string lines_of(const Fec& ledger, std::optional<Date> until = {}) {
    static const Budget budget = budget_of(of_accruals);
    std::string told;
    const Ledgers ledgers({&ledger});
    (void)booked_results(budget, 0, ledgers, until, [&](std::size_t, const CashMove& move) {
        const std::string line = move.item == no_item ? "" : budget.items[move.item].id;
        told += (told.empty() ? "" : ", ") + iso(move.date).substr(5) + ' ' +
                (move.kind == CashKind::mapped     ? ""
                 : move.kind == CashKind::unmapped ? "?"
                                                   : "=") +
                line + ' ' + plain(move.amount);
    });
    return told;
}

}  // namespace

TEST_CASE("charges and income are taken by the day of the entry, payments are not") {
    const auto read = books_of({"AN 1 0101 512 - - 200", "AN 1 0101 101 - - -200", "AC 1 0105 6061 - - 100",
                                "AC 1 0105 401 F - -100", "BQ 1 0210 401 F - 100", "BQ 1 0210 512 - - -100",
                                "BQ 2 0211 512 - - 500", "BQ 2 0211 741 - - -500"});
    CHECK(lines_of(*read->ledger) == "01-05 energy -100.00, 02-11 grants 500.00");
}

TEST_CASE("a rule may ask for the party of the entry") {
    CHECK(lines_of(*books_of({"AC 1 0105 6156 - - 36", "AC 1 0105 401 FLOG - -36", "AC 2 0106 6156 - - 12",
                              "AC 2 0106 401 G - -12"})
                        ->ledger) == "01-05 software -36.00, 01-06 ? -12.00");
}

TEST_CASE("depreciation stands apart, and what closes the accounts is left out") {
    const auto read = books_of({"AC 1 0105 6061 - - 100", "AC 1 0105 401 F - -100", "OD 1 1231 6811 - - 70",
                                "OD 1 1231 281 - - -70", "OD 2 1231 7811 - - -20", "OD 2 1231 151 - - 20",
                                "OD 3 1231 6061 - - -100", "OD 3 1231 120 - - 100"});
    CHECK(lines_of(*read->ledger) == "01-05 energy -100.00, 12-31 = -70.00, 12-31 = 20.00");
    const Ledgers ledgers({&*read->ledger});
    const ResultTotals totals = booked_results(budget_of(of_accruals), 0, ledgers, {}, {}).front();
    CHECK(totals.income == "20.00"_eur);
    CHECK(totals.charges == "-170.00"_eur);
    CHECK(totals.result == "-150.00"_eur);
    CHECK(totals.apart == "-50.00"_eur);
    CHECK(totals.closing_count == 1);
    CHECK(totals.until == "2026-12-31"_d);
    CHECK(!totals.with_tax);
}

TEST_CASE("what is later is counted and not used, and tax is said") {
    const auto read = books_of({"AC 1 0105 6061 - - 100", "AC 1 0105 44566 - - 20", "AC 1 0105 401 F - -120",
                                "AC 2 0205 627 - - 7", "AC 2 0205 401 F - -7"});
    const Ledgers ledgers({&*read->ledger});
    const ResultTotals totals = booked_results(budget_of(of_accruals), 0, ledgers, "2026-01-31"_d, {}).front();
    CHECK(totals.result == "-100.00"_eur);
    CHECK(totals.later == "-7.00"_eur);
    CHECK(totals.later_count == 1);
    CHECK(totals.with_tax);
    CHECK(totals.last == "2026-01-05"_d);
}

TEST_CASE("what was voted for a result belongs to the exercise, whenever it is paid") {
    const Budget budget = budget_of(of_accruals);
    const HeldLines lines(budget, budget);
    EntityComparison comparison(lines, 0);
    comparison.show("2026-12-31"_d, "2026-12-31"_d, Grid::month);
    for (const Movement& planned : movements_between(budget, "2024-01-01"_d, "2028-12-31"_d)) {
        if (const std::optional<Movement> counted = comparison.voted_accrued(planned))
            comparison.add(*counted);
    }
    std::string told;
    for (const ComparedRow& row : comparison.rows()) {
        if (row.line->item().id != "energy" && row.line->item().id != "software")
            told += iso(Month::of(row.period.first)) + ' ' + row.line->item().id + ' ' + plain(row.voted) + '\n';
    }
    // January's insurance is of the year before; the grant that is paid in March 2027 is of December. Of a loan of
    // 1,200.00 at 1 % a month the interest: 12.00, 11.00, ... 1.00; its capital is no charge.
    CHECK(told ==
          "2026-01 loan -12.00\n2026-02 loan -11.00\n2026-03 loan -10.00\n2026-04 loan -9.00\n2026-05 loan -8.00\n"
          "2026-06 loan -7.00\n2026-07 loan -6.00\n2026-08 loan -5.00\n2026-09 loan -4.00\n2026-10 loan -3.00\n"
          "2026-11 loan -2.00\n2026-12 grants 500.00\n2026-12 loan -1.00\n");
}

TEST_CASE("the parts of an export are read to the same day, at most to the end of its exercise") {
    const auto before = books_of({"AC 1 0105 6061 - - 100", "AC 1 0105 401 F - -100"});
    const auto after =
        books_of({"AC 2 0205 627 - - 7", "AC 2 0205 401 F - -7", "AC 3 0305 6061 - - 5", "AC 3 0305 401 F - -5"});
    const Ledgers ledgers({&*before->ledger, &*after->ledger});
    std::vector<std::size_t> parts;
    const std::vector<ResultTotals> totals =
        booked_results(budget_of(of_accruals), 0, ledgers, "2027-02-28"_d,
                       [&parts](std::size_t part, const CashMove& move) { parts.push_back(10 * part + move.line); });
    CHECK(parts == std::vector<std::size_t>{0, 10, 12});
    CHECK(totals[0].charges == "-100.00"_eur);
    CHECK(totals[1].charges == "-12.00"_eur);
    CHECK(totals[0].until == "2026-12-31"_d);  // of the exercise of its last line
    CHECK(totals[1].by_account.size() == 1);
    CHECK(totals[1].by_account.front().line == 0);
    CHECK(ledgers.accounts()[totals[1].by_account.front().account] == "627");
    CHECK(booked_results(budget_of(of_accruals), 0, ledgers, {}, {})[0].until == "2026-03-05"_d);
}
