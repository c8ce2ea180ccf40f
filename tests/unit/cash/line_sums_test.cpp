// SPDX-License-Identifier: MIT
#include <msp/cash/line_sums.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "receipts calls 5.00 0.00 = 5.00"
std::string told(const Budget& budget, const std::vector<LineSum>& rows) {
    std::string text;
    for (const LineSum& row : rows) {
        const std::string_view part = id_of(row.part);
        text += (row.side == Side::receipts ? "+ " : "- ") + budget.items[row.item].id + (part.empty() ? "" : ".") +
                std::string(part) + ' ' + budget.categories[row.category].id;
        for (const Money amount : row.periods)
            text += ' ' + plain(amount);
        text += " = " + plain(row.total) + '\n';
    }
    return text;
}

LineSums summed(const Budget& budget) {
    const Date first = "2026-01-01"_d;
    const Date last = "2026-02-28"_d;
    LineSums sums(budget, periods(first, last, Grid::month));
    for (const Movement& movement : movements_between(budget, first - 31, last + 31))
        sums.add(movement);
    return sums;
}

}  // namespace

TEST_CASE("a row sums one line by period, receipts first, lines of a category together") {
    const Budget budget = plan_of(
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 10\nevery = \"month\"\nday = 5\n"
        "[[expense]]\nid = \"power\"\ncategory = \"energy\"\namounts = [{ date = 2026-01-31, amount = 3 }, "
        "{ date = 2026-02-01, amount = 4 }, { date = 2026-03-01, amount = 5 }]\n"
        "[[income]]\nid = \"calls\"\ncategory = \"charges-reimbursed\"\namount = 7\ndate = 2026-02-28\n"
        "[[expense]]\nid = \"parking\"\ncategory = \"rent\"\namount = -1\ndate = 2026-02-10\n");
    CHECK(told(budget, summed(budget).entity(0)) ==
          "+ calls charges-reimbursed 0.00 7.00 = 7.00\n"
          "- rent rent -10.00 -10.00 = -20.00\n"
          "- parking rent 0.00 1.00 = 1.00\n"
          "- power energy -3.00 -4.00 = -7.00\n");
}

TEST_CASE("the parts of a loan and of the ACI are rows of their own") {
    // 1,200.00 in twelve instalments of 100.00 at 12 %, that is 1 % a month: 12.00 of interest in February.
    const Budget budget = plan_of(
        "[[loan]]\nid = \"pret\"\nkind = \"constant-capital\"\namount = 1200\ndate = 2026-01-15\nrate = \"12 %\"\n"
        "instalments = 12\n[[aci.year]]\nyear = 2026\nadvance = { notified = 40, expected = 2026-02-20 }\n");
    CHECK(told(budget, summed(budget).entity(0)) ==
          "+ pret.drawdown loan-drawdown 1200.00 0.00 = 1200.00\n"
          "+ aci.advance aci 0.00 40.00 = 40.00\n"
          "- pret.principal loan-principal 0.00 -100.00 = -100.00\n"
          "- pret.interest loan-interest 0.00 -12.00 = -12.00\n");
}

TEST_CASE("a line between two entities is a payment of one, a receipt of the other, and both of all") {
    const Budget budget = budget_of(
        "entity = [{ id = \"sisa\" }, { id = \"scm\" }]\n"
        "bank = [{ id = \"s\", entity = \"sisa\", opening = 0, date = 2026-01-01 }, "
        "{ id = \"m\", entity = \"scm\", opening = 0, date = 2026-01-01 }]\n"
        "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\n"
        "received_as = \"rent-received\"\namount = 30\nevery = \"month\"\nday = 31\narrives = \"1 day\"\nfrom = "
        "\"2026-01\"\n");
    const LineSums sums = summed(budget);
    CHECK(told(budget, sums.entity(0)) == "- office rent -30.00 -30.00 = -60.00\n");
    CHECK(told(budget, sums.entity(1)) == "+ office rent-received 0.00 30.00 = 30.00\n");
    CHECK(told(budget, sums.all()) ==
          "+ office rent-received 0.00 30.00 = 30.00\n- office rent -30.00 -30.00 = -60.00\n");
}
