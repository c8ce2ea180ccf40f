// SPDX-License-Identifier: MIT
#include <msp/payroll/invoices.hpp>
#include <msp/payroll/payroll.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string invoiced(const std::string& employer, const std::string& post, std::string_view first,
                     std::string_view last) {
    return plan(posts_of(employer, "[[post]]\nid = \"a\"\n" + post, "2026-01-01"), first, last);
}

}  // namespace

// 4 x 5,000 = 20,000 before VAT: 4 x 6,000 = 24,000.
TEST_CASE("of a service company's VAT nothing is recovered") {
    CHECK(invoiced("", "form = \"service\"\nfrom = 2026-01-01\nuntil = 2026-04-30\ninvoice = 5000\n", "2026-01-01",
                   "2026-12-31") ==
          "2026-01-31 a -6000.00\n2026-02-28 a -6000.00\n2026-03-31 a -6000.00\n2026-04-30 a -6000.00\n");
}

// 54 x 4 h x 46 / 12 = 828.00; 19 of 31 days of January are 507.48 (507.4839).
TEST_CASE("a professional is paid by the hour, without VAT, for the weeks worked") {
    CHECK(invoiced(
              "",
              "form = \"professional\"\nfrom = 2026-01-13\nhourly = 54\nhours = 4\nweeks = 46\ndelay = \"30 days\"\n",
              "2026-01-01", "2026-04-15") == "2026-03-02 a -507.48\n2026-03-30 a -828.00\n");
}

// A month of 2,000 with a fee of 5 % is 2,100; taxable it is 2,520, a quarter 7,560. Raised by 3 % in May: 2,060,
// 2,163.
TEST_CASE("staff of another house is invoiced with its fee, and taxable unless that is denied") {
    const std::string post = "form = \"seconded\"\nfrom = 2026-01-01\ninvoice = 2000\nfee = \"5 %\"\n";
    CHECK(invoiced("", post + "every = \"quarter\"\n", "2026-01-01", "2026-06-29") == "2026-03-31 a -7560.00\n");
    CHECK(invoiced("", post + "vat = \"0 %\"\nraises = [ { date = 2026-05-01, rate = \"3 %\" } ]\n", "2026-04-01",
                   "2026-05-31") == "2026-04-30 a -2100.00\n2026-05-31 a -2163.00\n");
}

// A month of 1,300 at half time costs 1,635.09, of which 40 % stay: 654.04 (654.036), so 981.05 are invoiced. The tax
// of 2024, 2,947 of a post of 2,600, likewise: 1,178.80 stay and 1,768.20 are invoiced.
TEST_CASE("a shared post's cost is invoiced to the other house but for what stays") {
    CHECK(invoiced(
              bare_employer,
              "form = \"shared\"\nkept = \"40 %\"\nfrom = 2026-01-01\ngross = 1300\nfte = 0.5\ndelay = \"15 days\"\n",
              "2026-01-01", "2026-02-20") ==
          "2026-01-31 a.net -1029.08\n2026-02-15 a.urssaf -505.90\n2026-02-15 a.reinvoiced 981.05\n");
    const Budget budget =
        posts_of(bare_employer,
                 "[[post]]\nid = \"a\"\nform = \"shared\"\nkept = \"40 %\"\nfrom = 2024-01-01\nuntil = "
                 "2024-12-31\ngross = 2600\n",
                 "2024-01-01");
    std::string tax;
    for (const Movement& movement : movements_between(budget, "2025-01-01"_d, "2025-12-31"_d)) {
        if (movement.date == "2025-01-15"_d && movement.part != Part::urssaf)
            tax += told(budget, movement) + " of " + std::to_string(movement.exercise) + '\n';
    }
    CHECK(tax == "2025-01-15 a.payroll-tax -2947.00 of 2024\n2025-01-15 a.reinvoiced 1768.20 of 2024\n");
}

TEST_CASE("a quarter's invoice is parted by the end of the exercise") {
    const Budget budget = budget_of(
        "[entity]\nyear_end = \"08-31\"\n[bank]\nopening = 0\ndate = 2026-01-01\n[[post]]\nid = \"a\"\nform = "
        "\"service\"\nfrom = 2026-07-01\nuntil = 2026-09-30\ninvoice = 1000\nvat = \"0 %\"\nevery = \"quarter\"\n");
    std::string all;
    for (const Movement& movement : movements_between(budget, "2026-01-01"_d, "2026-12-31"_d))
        all += told(budget, movement) + " of " + std::to_string(movement.exercise) + '\n';
    CHECK(all == "2026-09-30 a -2000.00 of 2026\n2026-09-30 a -1000.00 of 2027\n");
}

TEST_CASE("keys of another form are errors at their place") {
    const auto problems = [](const std::string& post) {
        return problems_of(
            "[bank]\nopening = 0\ndate = 2026-01-01\n[employer]\nwork_accident = \"1 %\"\n"
            "[[post]]\nid = \"a\"\nfrom = 2026-01-01\n" +
            post);
    };
    CHECK(problems("form = \"service\"\ninvoice = 100\n").empty());
    CHECK(problems("form = \"service\"\ngross = 100\n") == "key.missing@6:1 post.form@10:9(9:8)");
    CHECK(problems("form = \"service\"\ninvoice = 100\nthirteenth = 12\n") == "post.form@11:14(9:8)");
    CHECK(problems("gross = 2600\ninvoice = 100\n") == "post.form@10:11(6:1)");
    CHECK(problems("gross = 2600\nvat = \"20 %\"\n") == "post.form@10:7(6:1)");
    CHECK(problems("gross = 2600\nform = \"shared\"\n") == "key.missing@6:1");
    CHECK(problems("form = \"service\"\ninvoice = 100\nkept = \"50 %\"\n") == "post.form@11:8(9:8)");
}
