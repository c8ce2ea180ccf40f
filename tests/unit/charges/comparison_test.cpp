// SPDX-License-Identifier: MIT
#include <msp/budget/named_key.hpp>
#include <msp/charges/comparison.hpp>
#include <msp/plan/charged.hpp>
#include <msp/plan/tried_key.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/changed_text.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Comparison by(const Budget& budget, const std::string& key) {
    const Window days = days_of(budget, 2026, 0);
    Diagnostics told;
    const ExerciseShares now = shares_of(budget, charged_lines(budget, 2026, 0), {&days, 1}, told).value();
    const Budget tried = with_key(budget, 0, key_named(budget, key).value(), now);
    return compared(budget, now, shares_of(tried, charged_lines(tried, 2026, 0), {&days, 1}, told).value());
}

Budget house(const std::string& facts) {
    return budget_of(std::string(one_bank) + facts);
}

std::string line(const std::string& id, const std::string& amount, const std::string& key) {
    return "[[expense]]\nid = \"" + id + "\"\ncategory = \"rent\"\ndate = 2026-03-01\nshared = \"" + key +
           "\"\namount = " + amount + "\n";
}

// "1800.00 2200.00"
std::string paid_in(const TransitionYear& year) {
    std::string text;
    for (const Money share : year.shares)
        text += (text.empty() ? "" : " ") + plain(share);
    return text;
}

const std::string two =
    "[[member]]\nid = \"a\"\nsurface = \"10 m2\"\n[[member]]\nid = \"b\"\nsurface = \"30 m2\"\n"
    "[[key]]\nid = \"even\"\nby = \"equal\"\n";

}  // namespace

TEST_CASE("a key is tried on what members share of a loan, too") {
    const Budget budget = house(two +
                                "[[loan]]\nid = \"works\"\nkind = \"constant-capital\"\namount = 12000.00\n"
                                "date = 2025-12-05\nfirst = 2026-01-05\nrate = \"6 %\"\ninstalments = 12\n"
                                "shared = \"even\"\n");
    // Interest of 60.00, 55.00 ... 5.00, that is 390.00: of it a bears half, by surface a quarter.
    const Comparison surface = by(budget, "surface");
    REQUIRE(surface.payers.size() == 2);
    CHECK(plain(surface.total) == "390.00");
    CHECK(plain(surface.payers[0].now) == "195.00");
    CHECK(plain(surface.payers[0].then) == "97.50");
    CHECK(plain(surface.payers[1].then) == "292.50");
}

TEST_CASE("a key is tried on all shared lines, and what one bears alone stays with them") {
    const Budget budget = house(two + "[[key]]\nid = \"of-b\"\nfixed = { b = \"100 %\" }\n" +
                                line("rent", "4000.00", "even") + line("alarm", "120.00", "of-b"));
    // By surface a bears 1/4 of 4,000.00, b 3/4 and the 120.00 of their own.
    const Comparison surface = by(budget, "surface");
    REQUIRE(surface.payers.size() == 2);
    CHECK(plain(surface.payers[0].now) == "2000.00");
    CHECK(plain(surface.payers[0].then) == "1000.00");
    CHECK(plain(surface.payers[0].change()) == "-1000.00");
    CHECK(plain(surface.payers[1].now) == "2120.00");
    CHECK(plain(surface.payers[1].then) == "3120.00");
    CHECK(plain(surface.total) == "4120.00");
    CHECK(surface.gain == 1);
    CHECK(surface.lose == 1);
    CHECK(plain(surface.moved) == "1000.00");
    CHECK(plain(surface.most_off) == "1000.00");
    CHECK(plain(surface.most_on) == "1000.00");
    CHECK(plain(surface.now.width()) == "120.00");
    CHECK(plain(surface.then.width()) == "2120.00");
    // The present key moves nothing.
    const Comparison even = by(budget, "even");
    CHECK(even.gain + even.lose == 0);
    CHECK(even.moved == Money());
}

TEST_CASE("a key that is not in the budget goes among the entity's members and who pays with them") {
    const std::string two_entities =
        "[[entity]]\nid = \"scm\"\n[[entity]]\nid = \"sisa\"\n[bank]\nentity = \"scm\"\nopening = 0\n"
        "date = 2026-01-01\n[[bank]]\nid = \"other\"\nentity = \"sisa\"\nopening = 0\ndate = 2026-01-01\n";
    const std::string members =
        "[[member]]\nid = \"a\"\nentity = \"scm\"\n[[member]]\nid = \"b\"\nentity = \"sisa\"\n"
        "[[member]]\nid = \"c\"\nentity = \"sisa\"\n[[key]]\nid = \"now\"\nfixed = { b = \"90 %\", a = \"10 %\" }\n";
    const std::string facts = changed(two_entities, "[bank]", "[[bank]]\nid = \"first\"");
    const Comparison equal =
        by(budget_of(facts + members + line("rent", "100.00", "now") + "entity = \"scm\"\n"), "equal");
    // Not c, who belongs to the other entity and pays nothing here.
    REQUIRE(equal.payers.size() == 2);
    CHECK(plain(equal.payers[0].then) == "50.00");
    CHECK(plain(equal.payers[1].then) == "50.00");
}

TEST_CASE("a name is a key of the budget first, then what its members have") {
    const Budget budget = house(
        "[[member]]\nid = \"a\"\nsurface = \"10 m2\"\ncounters = { badges = 3 }\n"
        "[[key]]\nid = \"surface\"\nfixed = { a = \"100 %\" }\n");
    CHECK(key_named(budget, "surface")->kind == KeyKind::fixed);
    CHECK(key_named(budget, "egal")->kind == KeyKind::equal);
    CHECK(key_named(budget, "badges")->counter == "badges");
    CHECK_FALSE(key_named(budget, "demi_journees"));  // nobody has any
    CHECK_FALSE(key_named(budget, "locaux"));         // there are none
    CHECK(key_names(budget, Language::french) == std::vector<std::string>{"surface", "egal", "badges"});
}

TEST_CASE("nobody rises by more than the limit, and who gains bears what it spares") {
    const Comparison comparison = by(house(two + line("rent", "4000.00", "even")), "surface");
    // b: 2,000.00 x 1.1 = 2,200.00, 2,420.00, 2,662.00, 2,928.20, then 3,000.00; a has the rest of 4,000.00.
    const Transition found = transition(comparison, Rate(1, 1));
    CHECK(found.reached);
    REQUIRE(found.years.size() == 5);
    CHECK(paid_in(found.years[0]) == "1800.00 2200.00");
    CHECK(paid_in(found.years[1]) == "1580.00 2420.00");
    CHECK(paid_in(found.years[2]) == "1338.00 2662.00");
    CHECK(paid_in(found.years[3]) == "1071.80 2928.20");
    CHECK(paid_in(found.years[4]) == "1000.00 3000.00");
    CHECK(plain(found.years[3].spared) == "71.80");
    CHECK(found.years[4].spared == Money());
    // Where the limit holds nobody back the key is reached at once.
    CHECK(transition(comparison, Rate(5, 1)).years.size() == 1);
}

TEST_CASE("what is spared is borne in proportion to what each gains") {
    // Equally 300.00 each. By weights of 1, 2 and 6 of 900.00: 100.00, 200.00, 600.00; a gains 200.00, b 100.00.
    const std::string facts =
        "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n[[member]]\nid = \"c\"\n"
        "[[key]]\nid = \"even\"\nby = \"equal\"\n[[key]]\nid = \"six\"\nweights = { a = 1, b = 2, c = 6 }\n";
    const Transition found = transition(by(house(facts + line("rent", "900.00", "even")), "six"), Rate(5, 1));
    // c: 450.00, then 600.00. The 150.00 that are spared: 100.00 by a, 50.00 by b.
    REQUIRE(found.years.size() == 2);
    CHECK(paid_in(found.years[0]) == "200.00 250.00 450.00");
    CHECK(paid_in(found.years[1]) == "100.00 200.00 600.00");
}

TEST_CASE("who pays nothing today pays the new share at once, and a small share still rises") {
    // c has no weight today: 60.00 of 180.00 at once, b from 0.05 by a cent a year.
    const std::string facts =
        "[[member]]\nid = \"a\"\n[[member]]\nid = \"b\"\n[[member]]\nid = \"c\"\n"
        "[[key]]\nid = \"now\"\nweights = { a = 3599, b = 1, c = 0 }\n";
    const Comparison comparison = by(house(facts + line("rent", "180.00", "now")), "equal");
    REQUIRE(comparison.payers.size() == 3);
    CHECK(plain(comparison.payers[1].now) == "0.05");
    const Transition slow = transition(comparison, Rate(1, 1));
    // 10 % of 0.05 is less than a cent: 0.06. a alone gains, and bears what is left of 180.00.
    CHECK(paid_in(slow.years[0]) == "119.94 0.06 60.00");
    // 1 % of less than 1.00 is less than a cent, so a cent a year: fifty years do not reach 60.00.
    const Transition never = transition(comparison, Rate(1, 2));
    CHECK_FALSE(never.reached);
    CHECK(never.years.size() == transition_limit);
    CHECK(paid_in(never.years.back()) == "119.45 0.55 60.00");  // 0.05 + 50 x 0.01
}
