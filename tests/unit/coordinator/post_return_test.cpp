// SPDX-License-Identifier: MIT
#include <msp/coordinator/post_return.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tests/support/posts.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// 2,600 gross in 2026, AT/MP 1 %, no cover: contributions 1,069.54, reduction 0.1536 x 2,600 = 399.36, so 3,270.18 a
// month and 39,242.16 a year.
const std::string desk = "payroll_tax = false\n[[post]]\nid = \"desk\"\nfrom = 2026-01-01\ngross = 2600\n";

Case case_of(const std::string& more) {
    return {posts_of(bare_employer, desk + more, "2026-01-01"), shipped_law()};
}

// Of one exercise where nothing else is said.
std::string total(const std::string& more, std::string_view item, int years = 1) {
    const Case one = case_of(more);
    const std::vector<PostReturn> made = post_returns(one, {years, {}}, "");
    const auto& items = made.front().items;
    return plain(at(std::ranges::find(items, item, &ReturnItem::id)->total, Level::central));
}

std::string funding(const std::string& keys) {
    return "[[funding]]\nid = \"a\"\nkind = \"ars\"\n" + keys;
}
std::string amount(const std::string& keys) {
    return "[[gain]]\nid = \"a\"\nkind = \"amount\"\n" + keys;
}
const std::string an_hour =
    "[[gain]]\nid = \"time\"\nkind = \"time\"\nprofessionals = { central = 5 }\nweeks = { central = 46 }\n"
    "hours = { low = 0, central = 1, high = 4 }\nhour_value = { central = 90 }\n";

std::string wrong_with(const std::string& more) {
    const Case one = case_of(more);
    Diagnostics diagnostics;
    (void)checked_returns(one, {1, {}}, diagnostics);
    return ids_of(diagnostics);
}

}  // namespace

// 110 / 1.1 = 100; 121 / 1.21 = 100; a cent in a year at 100 % is half a cent; 1,000 / 1.00000001^10 = 999.9999.
TEST_CASE("exercises are discounted from their ends and rounded once") {
    CHECK(present_value({"110"_eur}, Rate(1, 1)) == "100"_eur);
    CHECK(present_value({Money(), "121"_eur}, Rate(1, 1)) == "100"_eur);
    CHECK(present_value({"0.01"_eur}, Rate(1, 0)) == "0.01"_eur);
    CHECK(present_value({"-0.01"_eur}, Rate(1, 0)) == "-0.01"_eur);
    CHECK(present_value({"0.01"_eur, "0.01"_eur}, Rate(1, 0)) == "0.01"_eur);
    std::vector<Money> ten(10);
    ten.back() = "1000"_eur;
    CHECK(present_value(ten, Rate(1, 8)) == "1000"_eur);
    CHECK(present_value({}, Rate(4, 2)) == Money());
}

// 6,000 x (17/31 + 5) / 12 = 2,774.19; from 500 a month to 250 in July: 6 x 500 + 6 x 250.
TEST_CASE("an amount a year counts by twelfths, part of a month by its days") {
    CHECK(total(funding("amount = 6000\n"), "funding.a") == "6000.00");
    CHECK(total(funding("amount = 6000\nfrom = 2026-07-15\n"), "funding.a") == "2774.19");
    CHECK(total(funding("amount = [{ value = 6000 }, { from = 2026-07-01, value = 3000 }]\n"), "funding.a") ==
          "4500.00");
}

// 12 x 3,270.18 = 39,242.16, half of it 19,621.08; of six months 9,810.54, and at most half of 12,000.
TEST_CASE("a share is of the months' cost, within bounds of a year") {
    CHECK(total("", "cost") == "39242.16");
    CHECK(total(funding("share = \"50 %\"\n"), "funding.a") == "19621.08");
    CHECK(total(funding("share = \"50 %\"\nuntil = 2026-06-30\n"), "funding.a") == "9810.54");
    CHECK(total(funding("share = \"50 %\"\nuntil = 2026-06-30\nmost = 12000\n"), "funding.a") == "6000.00");
    CHECK(total(funding("share = \"10 %\"\nleast = 5000\n"), "funding.a") == "5000.00");
}

// 6 months of nothing, 3 of 500, 3 of 1,000.
TEST_CASE("a gain begins step by step") {
    CHECK(total(amount("amount = { central = 12000 }\n"
                       "ramp = [{ months = 6, share = \"0 %\" }, { months = 3, share = \"50 %\" }]\n"),
                "gain.a") == "4500.00");
}

// 60,000 a year are 5,000 a month: month 1 pays back. With six months of nothing 19,621.08 are missing by June and
// 9,242.16 by December; in 2027 a month costs less, since the minimum wage of the reduction is that of June 2026, but
// more than 3,100, so 9,242.16 / 1,900 is more than 4 and 9,242.16 / 1,729.82 less than 6: with 3,241.84 it is 5.3.
TEST_CASE("payback is the first month from which the cumulative stays at or above zero") {
    const auto month = [](const std::string& more, int years) {
        const Case one = case_of(more);
        return at(post_returns(one, {years, {}}, "").front().view(ReturnView::together).payback, Level::central);
    };
    CHECK(month(amount("amount = { central = 60000 }\n"), 1) == 1);
    CHECK(month(amount("amount = { central = 60000 }\nramp = [{ months = 6, share = \"0 %\" }]\n"), 2) == 18);
    CHECK(!month(amount("amount = { central = 60000 }\nramp = [{ months = 6, share = \"0 %\" }]\n"), 1));
    CHECK(!month(amount("amount = { central = 60000 }\nuntil = 2026-06-30\n"), 1));  // below zero again later
}

// What associates contribute is funding to the company, a cost to them, and neither together.
TEST_CASE("the two columns are kept apart") {
    const Case one = case_of("[[funding]]\nid = \"a\"\nkind = \"associates\"\namount = 12000\n" +
                             amount("amount = { low = 0, central = 20000, high = 30000 }\n"));
    const PostReturn made = post_returns(one, {1, {}}, "").front();
    const auto result = [&](ReturnView view, Level level) { return plain(at(made.view(view).result_total, level)); };
    CHECK(result(ReturnView::company, Level::central) == "-27242.16");
    CHECK(result(ReturnView::company, Level::high) == "-27242.16");
    CHECK(result(ReturnView::professionals, Level::low) == "-12000.00");
    CHECK(result(ReturnView::professionals, Level::central) == "8000.00");
    CHECK(result(ReturnView::together, Level::central) == "-19242.16");
    CHECK(at(made.view(ReturnView::professionals).on_investment, Level::central) == Quotient(2, 3));  // 8,000 / 12,000
}

// One hour is 5 x 46 x 90 = 20,700 a year: 39,242.16 / 20,700 hours. A kind of gain that is time only has it.
TEST_CASE("break-even is where the result of both together is zero") {
    const Case one = case_of(an_hour);
    const PostReturn made = post_returns(one, {1, {}}, "").front();
    REQUIRE(made.break_evens.size() == 1);
    CHECK(at(made.break_evens.front().hours, Level::low) == Quotient(3924216, 2070000));
    CHECK(at(made.break_evens.front().hours, Level::high) == Quotient(3924216, 2070000));
    CHECK(!at(made.break_evens.front().consultations, Level::central));
}

// Hours from 0 to 4: from -39,242.16 to 82,800 - 39,242.16.
TEST_CASE("each assumption is moved alone") {
    const Case one = case_of(an_hour);
    const PostReturn made = post_returns(one, {1, {}}, "").front();
    const MovedAssumption moved = made.by_effect().front();
    CHECK(moved.assumption.factor == Factor::hours);
    CHECK(plain(moved.low) == "-39242.16");
    CHECK(plain(moved.high) == "43557.84");
    CHECK(plain(moved.effect) == "82800.00");
}

// 20,000 + 19,621.08 are more than 39,242.16; without a cent more than it, not.
TEST_CASE("money from outside above the cost is an error, the ACI is not") {
    const std::string half = funding("share = \"50 %\"\n");
    CHECK(wrong_with(half + "[[funding]]\nid = \"b\"\nkind = \"local\"\namount = 20000\n") == "funding.above-cost");
    CHECK(wrong_with(half + "[[funding]]\nid = \"b\"\nkind = \"associates\"\namount = 19621.08\n").empty());
    CHECK(wrong_with(half + "[[funding]]\nid = \"b\"\nkind = \"associates\"\namount = 19621.09\n") ==
          "funding.above-cost");
}
