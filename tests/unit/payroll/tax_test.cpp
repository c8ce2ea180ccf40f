// SPDX-License-Identifier: MIT
#include <msp/payroll/tax.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const PayrollTaxRules& rules() {
    return shipped_law().payroll.tax;
}

// Of employees with these yearly pays in euros.
std::string due_of(int year, const std::vector<std::int64_t>& pays, EmployerKind kind = EmployerKind::sisa) {
    Quotient sum;
    for (const std::int64_t pay : pays)
        sum += tax_on_scale(rules(), *rules().of_year(year), Money::from_cents(pay * 100));
    return plain(tax_due(rules(), *rules().of_year(year), kind, sum));
}

std::string on_scale(int year, std::int64_t pay) {
    return plain(
        rounded(tax_on_scale(rules(), *rules().of_year(year), Money::from_cents(pay * 100)), Rounding::half_up));
}

// What falls due of the tax of a year: "2026-01-15 -2947.00".
std::string payments(const std::string& employer, const std::string& posts, std::string_view first,
                     std::string_view last) {
    const Budget budget = posts_of(employer, posts, "2024-01-01");
    std::string all;
    for (const Movement& movement : movements_between(budget, parse_date(first).value(), parse_date(last).value())) {
        if (movement.part == Part::payroll_tax)
            all += iso(movement.date) + ' ' + budget.items[movement.item].id + ' ' + plain(movement.amount) + " of " +
                   std::to_string(movement.exercise) + '\n';
    }
    return all;
}

std::string post(const std::string& id, const std::string& keys) {
    return "[[post]]\nid = \"" + id + "\"\n" + keys;
}

}  // namespace

// 31,200 in 2024: 8,985 x 4.25 % + 8,951 x 8.5 % + 13,264 x 13.6 % = 381.8625 + 760.835 + 1,803.904 = 2,946.6015.
TEST_CASE("the taxe sur les salaires has three slices, a threshold, relief and an allowance") {
    CHECK(on_scale(2024, 31'200) == "2946.60");
    CHECK(on_scale(2025, 31'200) == "2923.24");
    CHECK(on_scale(2026, 31'200) == "2911.39");
    CHECK(on_scale(2024, 15'600) == "944.14");
    CHECK(on_scale(2025, 15'600) == "937.25");
    CHECK(on_scale(2026, 15'600) == "933.77");
    CHECK(due_of(2024, {31'200}) == "2947.00");
    CHECK(due_of(2024, {26'400}) == "2294.00");
    CHECK(due_of(2024, {24'000}) == "1913.00");  // 1,967.40 - 3/4 x 72.60 = 1,912.95
    CHECK(due_of(2024, {18'000}) == "0.00");     // 1,151.40
    CHECK(due_of(2024, {15'600}) == "0.00");
    CHECK(due_of(2024, {15'600, 15'600}) == "1774.00");  // 1,888.275 - 3/4 x 151.725 = 1,774.48
    CHECK(due_of(2024, {31'200}, EmployerKind::association) == "0.00");
    // 10 x 2,946.6015 - 23,616 = 5,850.015.
    CHECK(due_of(2024, std::vector<std::int64_t>(10, 31'200), EmployerKind::association) == "5850.00");
}

// The first year is paid at once, in January; so is one after a year of less than 4,000.
TEST_CASE("the tax is paid in January, and falls into the year of the pay") {
    CHECK(payments(bare_employer, post("a", "from = 2024-01-01\ngross = 2600\n"), "2024-01-01", "2026-12-31") ==
          "2025-01-15 a -2947.00 of 2024\n2026-01-15 a -2923.00 of 2025\n");
}

// Two posts of 2,600: 5,893 for 2024, so 2025 has instalments. A quarter of 2025 is 7,800 each: 9,147 / 4 = 2,286.75,
// 18,259 / 4 = 4,564.75: 97.186875 + 193.63 + 440.0... = 2,286.75 x 4.25 % + 2,278 x 8.5 % + 3,235.25 x 13.6 % =
// 97.186875 + 193.63 + 439.994 = 730.810875, twice 1,461.62: 1,462. Due 5,846.48: 5,846; 5,846 - 3 x 1,462 = 1,460.
TEST_CASE("after a year of 4,000 or more the tax is paid by quarters, and the balance in January") {
    CHECK(payments(bare_employer,
                   post("a", "from = 2024-01-01\ngross = 2600\n") + post("b", "from = 2024-01-01\ngross = 2600\n"),
                   "2025-02-01", "2026-02-28") ==
          "2025-04-15 a -731.00 of 2025\n2025-04-15 b -731.00 of 2025\n"
          "2025-07-15 a -731.00 of 2025\n2025-07-15 b -731.00 of 2025\n"
          "2025-10-15 a -731.00 of 2025\n2025-10-15 b -731.00 of 2025\n"
          "2026-01-15 a -730.00 of 2025\n2026-01-15 b -730.00 of 2025\n");
}

// What was declared for 2023 decides how 2024 is paid, of which a quarter of one post is 7,800: 8,985 / 4 = 2,246.25 x
// 4.25 % + (4,484 - 2,246.25) x 8.5 % + (7,800 - 4,484) x 13.6 % = 95.465625 + 190.20875 + 450.976 = 736.650375, so
// 737; a month of it is 2,600: 748.75 x 4.25 % + (1,494.666... - 748.75) x 8.5 % + (2,600 - 1,494.666...) x 13.6 %
// = 31.821875
// + 63.402916... + 150.325333... = 245.550125, so 246. Due for the year 2,947: 2,947 - 3 x 737 = 736, and 2,947 - 11 x
// 246 = 241. That 2,947 are due for 2024 decides 2025, whatever was due for 2023.
TEST_CASE("the tax that was declared for the year before decides how the first year is paid") {
    const auto after = [](const char* amount) {
        return payments(
            std::string(bare_employer) + "declared_payroll_tax = [ { year = 2023, amount = " + amount + " } ]\n",
            post("a", "from = 2024-01-01\ngross = 2600\n"), "2024-01-01", "2026-02-28");
    };
    const std::string once = "2025-01-15 a -2947.00 of 2024\n2026-01-15 a -2923.00 of 2025\n";
    const std::string quarters =
        "2024-04-15 a -737.00 of 2024\n2024-07-15 a -737.00 of 2024\n2024-10-15 a -737.00 of 2024\n"
        "2025-01-15 a -736.00 of 2024\n2026-01-15 a -2923.00 of 2025\n";
    CHECK(after("3999.99") == once);
    CHECK(after("4000") == quarters);
    CHECK(after("10000") == quarters);
    std::string months;
    for (const char* day : {"2024-02-15", "2024-03-15", "2024-04-15", "2024-05-15", "2024-06-15", "2024-07-15",
                            "2024-08-15", "2024-09-15", "2024-10-15", "2024-11-15", "2024-12-15"})
        months += std::string(day) + " a -246.00 of 2024\n";
    CHECK(after("10000.01") == months + "2025-01-15 a -241.00 of 2024\n2026-01-15 a -2923.00 of 2025\n");
}

// 2026, of which 5,200 were declared for the year before: post b is there from January to March at 4,362. The first
// quarter has 727.848625 of a and 1,446.744625 of b, 2,174.59: 2,175, of which a bears 727.98 and b 1,447.02; the next
// two have 728 of a. The year has 2,911.3945 of a and 720.0775 of b, 3,631.47: 3,631 = 2,175 + 2 x 728, so nothing is
// left; but a bears 2,911.02 of it and b 719.98: 2,911.02 - 2,183.98 = 727.04 more, and b as much less.
TEST_CASE("where nothing is left of the tax, what posts bear of it is settled all the same") {
    CHECK(payments(std::string(bare_employer) + "declared_payroll_tax = [ { year = 2025, amount = 5200 } ]\n",
                   post("a", "from = 2026-01-01\ngross = 2600\n") +
                       post("b", "from = 2026-01-01\nuntil = 2026-03-31\ngross = 4362\n"),
                   "2026-01-01", "2027-01-31") ==
          "2026-04-15 a -727.98 of 2026\n2026-04-15 b -1447.02 of 2026\n2026-07-15 a -728.00 of 2026\n"
          "2026-10-15 a -728.00 of 2026\n2027-01-15 a -727.04 of 2026\n2027-01-15 b 727.04 of 2026\n");
}

// Four posts: 11,786 for 2024, above 10,000: months. A twelfth of 2025 each: 762.25 x 4.25 % + (1,521.583... - 762.25)
// x 8.5 % + (2,600 - 1,521.583...) x 13.6 % = 32.395625 + 64.543333... + 146.664666... = 243.603625; four 974.41: 974.
TEST_CASE("after a year above 10,000 the tax is paid by months") {
    std::string posts;
    for (const char* id : {"a", "b", "c", "d"})
        posts += post(id, "from = 2024-01-01\ngross = 2600\n");
    const std::string all = payments(bare_employer, posts, "2025-02-01", "2025-03-31");
    CHECK(all ==
          "2025-02-15 a -243.50 of 2025\n2025-02-15 b -243.50 of 2025\n2025-02-15 c -243.50 of 2025\n"
          "2025-02-15 d -243.50 of 2025\n2025-03-15 a -243.50 of 2025\n2025-03-15 b -243.50 of 2025\n"
          "2025-03-15 c -243.50 of 2025\n2025-03-15 d -243.50 of 2025\n");
}

// Half a year of 5,200: 31,200 on the whole scale.
TEST_CASE("the scale is taken in full whatever the months worked, and an employer may owe none") {
    const std::string half = post("a", "from = 2024-01-01\nuntil = 2024-06-30\ngross = 5200\n");
    CHECK(payments(bare_employer, half, "2024-01-01", "2026-12-31") == "2025-01-15 a -2947.00 of 2024\n");
    CHECK(payments(std::string(bare_employer) + "payroll_tax = false\n", half, "2024-01-01", "2026-12-31").empty());
    CHECK(payments(std::string(bare_employer) + "kind = \"association\"\n", half, "2024-01-01", "2026-12-31").empty());
}

// 2,600 and the employer's 28.00 of health cover: 31,536 a year, 336 x 13.6 % more.
TEST_CASE("what the employer pays for covers is in the base of the tax") {
    CHECK(payments(std::string(bare_employer) + "health = { premium = 56 }\n",
                   post("a", "from = 2024-01-01\ngross = 2600\n"), "2025-01-01",
                   "2025-12-31") == "2025-01-15 a -2992.00 of 2024\n");
}
