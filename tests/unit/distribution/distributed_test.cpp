// SPDX-License-Identifier: MIT
#include <msp/distribution/declared.hpp>
#include <msp/distribution/distributed.hpp>

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>
#include <tests/support/budget.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string people(const std::vector<std::string>& ids, const std::string& profession) {
    std::string all;
    for (const std::string& id : ids)
        all += "[[member]]\nid = \"" + id + "\"\nprofession = \"" + profession + "\"\n";
    return all;
}

std::string did(const std::string& member, const std::string& keys) {
    return "[[participation]]\nmember = \"" + member + "\"\n" + keys + '\n';
}

// A distribution of an association's account, paid on 20 December 2026 unless `keys` say otherwise.
std::string budget_with(const std::string& keys, const std::string& rows) {
    const bool dated = keys.find("dates =") == std::string::npos;
    return std::string(one_bank) + people({"a", "b", "c"}, "nurse") + people({"d", "e"}, "GP") +
           "[[distribution]]\nid = \"aci\"\n" + (dated ? "date = 2026-12-20\n" : "") + keys + '\n' + rows;
}

struct Told {
    Budget budget;
    Distributed result;

    // "a 18144.00; b 1800.00", what each receives.
    [[nodiscard]] std::string totals() const {
        std::string all;
        for (const Beneficiary& one : result.beneficiaries)
            all += (all.empty() ? "" : "; ") + budget.members[one.member].id + ' ' + plain(one.total);
        return all;
    }
    // "54", "1250/21": the rate found.
    [[nodiscard]] std::string rate() const {
        const Quotient& found = result.found.value().rate;
        return decimal(found.numerator()) + (found.whole() ? "" : '/' + decimal(found.denominator()));
    }
};

// The ids of what is wrong or worth a warning.
std::string distribution_problems(const std::string& keys, const std::string& rows) {
    const Budget budget = budget_of(budget_with(keys, rows));
    Diagnostics diagnostics;
    const auto found = distributed(budget, 0, diagnostics);
    CHECK(found.has_value() != diagnostics.has_errors());
    return ids_of(diagnostics);
}

Told told_of(const std::string& keys, const std::string& rows) {
    Told told = {budget_of(budget_with(keys, rows)), {}};
    Diagnostics diagnostics;
    std::optional<Distributed> found = distributed(told.budget, 0, diagnostics);
    if (!found || !diagnostics.sorted().empty())
        throw std::runtime_error(diagnostics.sorted().front().id);
    told.result = std::move(*found);
    return told;
}

}  // namespace

TEST_CASE("what rate spends 19,944.00 with 336 h and six protocols of 300.00? 54.00") {
    // 6 x 300 = 1,800; (19,944 - 1,800) / 336 = 54; a 200 x 54 = 10,800, b 136 x 54 = 7,344 + 1,800.
    const Told told =
        told_of("envelope = 19944.00\nlumps = [{ role = \"protocol\", amount = 300.00 }]",
                did("a", "hours = 200") + did("b", "hours = 136") + did("b", "role = \"Protocol\"\ncount = 6"));
    CHECK(told.rate() == "54");
    CHECK(told.totals() == "a 10800.00; b 9144.00");
    CHECK(told.result.fixed == "1800.00"_eur);
    CHECK(told.result.left == "0.00"_eur);
    CHECK(told.result.beneficiaries[1].awards[1].rate == Quotient(300));
    CHECK(told.result.beneficiaries[1].awards[1].basis == Quotient(6));
}

TEST_CASE("80 and 50 an hour, by profession, and the same money at one rate") {
    const std::string rows = did("d", "hours = 100") + did("a", "hours = 150") + did("b", "hours = \"50 h\"");
    // 100 x 80 + 200 x 50 = 18,000; 18,000 / 300 = 60.
    const Told typed =
        told_of("rates = [{ profession = \"gp\", rate = 80.00 }, { rate = 50.00 }]\nenvelope = 20000", rows);
    CHECK(typed.totals() == "a 7500.00; b 2500.00; d 8000.00");
    CHECK(typed.result.total == "18_000.00"_eur);
    CHECK(typed.result.left == "2_000.00"_eur);
    CHECK_FALSE(typed.result.found);
    CHECK_FALSE(told_of("rates = [{ rate = 50.00 }]", rows).result.left);
    const Told one = told_of("envelope = 18000.00", rows);
    CHECK(one.rate() == "60");
    CHECK(one.totals() == "a 9000.00; b 3000.00; d 6000.00");
    // Doctors count 1.6: 18,000 / (100 x 1.6 + 200) = 50; theirs is 80.
    const Told weighted =
        told_of("envelope = 18000.00\nrates = [{ profession = \"GP\", weight = 1.6 }, { weight = 1 }]", rows);
    CHECK(weighted.rate() == "50");
    CHECK(weighted.totals() == typed.totals());
    CHECK(weighted.result.beneficiaries[2].awards[0].rate == Quotient(80));
}

TEST_CASE("the rate that names most holds: role, band and profession") {
    const Told told = told_of(
        "rates = [{ rate = 30 }, { role = \"meeting\", rate = 50 }, { role = \"meeting\", band = \"evening\", rate = "
        "60 }, "
        "{ band = \"evening\", rate = 40 }]",
        did("a", "hours = 1") + did("b", "role = \"Meeting\"\nhours = 1") + did("c", "band = \"Evening\"\nhours = 1") +
            did("d", "role = \"meeting\"\nband = \"evening\"\nhours = 1"));
    CHECK(told.totals() == "a 30.00; b 50.00; c 40.00; d 60.00");
}

TEST_CASE("rows of one role are added up before they are rounded") {
    // 3 x 0.25 h x 12.34 = 9.255: 9.26, where three rows of 3.085 would be 9.27.
    const std::string quarter = did("a", "hours = 0.25\nrole = \"meeting\"");
    CHECK(told_of("rates = [{ rate = 12.34 }]", quarter + quarter + quarter).totals() == "a 9.26");
}

TEST_CASE("an envelope that does not divide is spent to the cent") {
    // 1,000 / 3 each; the cent goes to the first member, whatever the order of the rows.
    const Told told =
        told_of("envelope = 1000.00", did("c", "hours = 5") + did("b", "hours = 5") + did("a", "hours = 5"));
    CHECK(told.totals() == "a 333.34; b 333.33; c 333.33");
    CHECK(told.rate() == "200/3");
    CHECK(told.result.left == "0.00"_eur);
    // 100.00 by 1, 2 and 4 points: 14.2857, 28.5714 and 57.1428; the one cent left goes to the first.
    CHECK(told_of("envelope = 100.00", did("a", "points = 1") + did("b", "points = 2") + did("c", "points = 4"))
              .totals() == "a 14.29; b 28.57; c 57.14");
}

TEST_CASE("a beneficiary's share is parted among their roles to the cent") {
    // 10.00 by 3 equal hours: a has 6.67 (6.666), of which 3.34 and 3.33, b 3.33.
    const Told told = told_of("envelope = 10.00", did("a", "hours = 1\nrole = \"x\"") +
                                                      did("a", "hours = 1\nrole = \"y\"") + did("b", "hours = 1"));
    CHECK(told.totals() == "a 6.67; b 3.33");
    CHECK(told.result.beneficiaries[0].awards[0].amount == "3.34"_eur);
    CHECK(told.result.beneficiaries[0].awards[1].amount == "3.33"_eur);
}

TEST_CASE("a reserve is kept first") {
    // 10,000 - 1,000 = 9,000 over 90 h: 100.
    const Told told = told_of("envelope = 10000\nreserve = 1000", did("a", "hours = 60") + did("b", "hours = 30"));
    CHECK(told.rate() == "100");
    CHECK(told.totals() == "a 6000.00; b 3000.00");
    CHECK(told.result.left == "0.00"_eur);
    // Typed rates may leave something, beside the reserve: 9,000 - 90 x 90 = 900.
    CHECK(told_of("envelope = 10000\nreserve = 1000\nrates = [{ rate = 90 }]",
                  did("a", "hours = 60") + did("b", "hours = 30"))
              .result.left == "900.00"_eur);
}

TEST_CASE("above the cap one receives the cap, and the rest is parted again") {
    const std::string rows = did("a", "hours = 60") + did("b", "hours = 30") + did("c", "hours = 10");
    // 10,000 over 100 h is 100: a 6,000 is capped at 4,500. 5,500 over 40 h is 137.50: b 4,125, c 1,375.
    const Told once = told_of("envelope = 10000\ncap = 4500", rows);
    CHECK(once.totals() == "a 4500.00; b 4125.00; c 1375.00");
    CHECK(once.rate() == "275/2");
    CHECK(once.result.beneficiaries[0].capped);
    CHECK_FALSE(once.result.beneficiaries[1].capped);
    // At 4,000 the second round lifts b, 4,500, above it too: c has 2,000.
    const Told twice = told_of("envelope = 10000\ncap = 4000", rows);
    CHECK(twice.totals() == "a 4000.00; b 4000.00; c 2000.00");
    CHECK(twice.rate() == "200");
    // Everybody capped: 9,000, and 1,000 stay.
    const Told full = told_of("envelope = 10000\ncap = 3000", rows);
    CHECK(full.totals() == "a 3000.00; b 3000.00; c 3000.00");
    CHECK(full.result.left == "1_000.00"_eur);
    CHECK_FALSE(full.result.found);
    CHECK(full.result.beneficiaries[0].awards[0].rate == Quotient(50));
    // Exactly the cap is not capped.
    CHECK_FALSE(told_of("envelope = 10000\ncap = 6000", rows).result.beneficiaries[0].capped);
}

TEST_CASE("lump sums count for the cap, and a cap cuts typed rates in proportion") {
    // a: 1,000 of lump sum and 60 h; cap 3,000: room for 2,000. 9,000 over 100 h is 90, 5,400: full.
    // 7,000 over 40 h: 175: b 5,250 is above 3,000, c then too (4,000 over 10 h): everybody is full, 1,000 stay.
    const std::string rows =
        did("a", "role = \"manager\"") + did("a", "hours = 60") + did("b", "hours = 30") + did("c", "hours = 10");
    const std::string lumps = "lumps = [{ role = \"manager\", amount = 1000 }]\n";
    const Told full = told_of(lumps + "envelope = 10000\ncap = 3000", rows);
    CHECK(full.totals() == "a 3000.00; b 3000.00; c 3000.00");
    CHECK(full.result.beneficiaries[0].awards[0].amount == "1_000.00"_eur);
    CHECK(full.result.left == "1_000.00"_eur);
    // 1,000 + 60 x 50 = 4,000, cut to 3,000: 750 and 2,250, which is 37.50 an hour.
    const Told cut = told_of(lumps + "rates = [{ rate = 50 }]\ncap = 3000", rows);
    CHECK(cut.totals() == "a 3000.00; b 1500.00; c 500.00");
    CHECK(cut.result.beneficiaries[0].uncapped == "4_000.00"_eur);
    CHECK(cut.result.beneficiaries[0].awards[0].amount == "750.00"_eur);
    CHECK(cut.result.beneficiaries[0].awards[1].amount == "2_250.00"_eur);
    CHECK(cut.result.beneficiaries[0].awards[1].rate == Quotient(75, 2));
}

TEST_CASE("what cannot be distributed is an error, what comes to nothing a warning") {
    const std::string rows = did("a", "hours = 10");
    CHECK(distribution_problems("", rows) == "distribution.no-rate");
    CHECK(distribution_problems("rates = [{ role = \"x\", rate = 5 }]", rows) == "distribution.no-rate");
    CHECK(distribution_problems("rates = [{ rate = 5 }, { rate = 6 }]", rows) == "distribution.rates");
    CHECK(distribution_problems("rates = [{ weight = 1 }]", rows) == "distribution.envelope");
    CHECK(distribution_problems("envelope = 100", did("a", "role = \"manager\"")) == "distribution.no-lump");
    CHECK(distribution_problems("envelope = 100", rows + did("a", "points = 1")) == "distribution.units");
    CHECK(distribution_problems("envelope = 100", did("a", "hours = 0")) == "distribution.no-units");
    CHECK(distribution_problems("envelope = 100\nrates = [{ rate = 10.01 }]", rows) == "distribution.over");
    CHECK(distribution_problems("envelope = 100\nrates = [{ rate = 10 }]", rows).empty());
    CHECK(distribution_problems("envelope = 100", "") == "distribution.nobody");
    CHECK(distribution_problems("envelope = 0", rows) == "distribution.nothing");
    CHECK(distribution_problems("rates = [{ rate = 10 }, { role = \"x\", rate = 5 }]", rows) == "distribution.unused");
    CHECK(distribution_problems("envelope = 1\nlumps = [{ role = \"x\", amount = 5 }]", rows) == "distribution.unused");
}

TEST_CASE("several days have their shares of each amount") {
    // 100.01 half and half: 50.01 and 50.00, the cent to the earlier day; a third of 10.00 is 3.33.
    const Told told = told_of(
        "dates = [{ date = 2026-12-20, share = \"rest\" }, { date = 2026-06-30, share = \"50 %\" }]\n"
        "rates = [{ rate = 100.01 }]",
        did("a", "hours = 1"));
    const std::vector<Payment> payments = payments_of(told.budget, told.result);
    REQUIRE(payments.size() == 2);
    CHECK(payments[0].date == "2026-06-30"_d);
    CHECK(payments[0].amount == "50.01"_eur);
    CHECK(payments[0].basis == Quotient(1, 2));
    CHECK(payments[1].date == "2026-12-20"_d);
    CHECK(payments[1].amount == "50.00"_eur);
    const std::array days = {"2026-06-30"_d, "2026-12-20"_d};
    CHECK(by_day(payments, days, 0) == std::vector{"50.01"_eur, "50.00"_eur});
    CHECK(by_day(payments, days, {}) == std::vector{"50.01"_eur, "50.00"_eur});
}

TEST_CASE("fees are declared above the threshold of the calendar year") {
    const auto of = [](const std::string& keys, const std::string& hours) {
        const Budget budget =
            budget_of(std::string(one_bank) + people({"a", "b"}, "nurse") +
                      "[[distribution]]\nid = \"aci\"\nrates = [{ rate = 1 }]\n" + keys + did("a", "hours = " + hours));
        Diagnostics diagnostics;
        const std::vector all = {distributed(budget, 0, diagnostics).value()};
        const std::array<std::int16_t, 3> years = {2023, 2024, 2026};
        std::string found;
        for (const Declared& each : declared(budget, all, shipped_law().das2, 0, years))
            found += std::to_string(each.year) + ' ' + budget.members[each.member].id + ' ' + plain(each.total) + ' ' +
                     plain(each.threshold->amount) + '\n';
        return found;
    };
    CHECK(of("date = 2024-06-30\n", "2400").empty());
    CHECK(of("date = 2024-06-30\n", "2400.01") == "2024 a 2400.01 2400.00\n");
    CHECK(of("date = 2023-12-31\n", "1200").empty());
    CHECK(of("date = 2023-12-31\n", "1200.01") == "2023 a 1200.01 1200.00\n");
    CHECK(of("date = 2024-06-30\nas = \"result\"\n", "5000").empty());
    CHECK(of("date = 2024-06-30\nas = \"current-account\"\n", "5000").empty());
    // 4,800 on two days of two years is 2,400 in each.
    CHECK(of("dates = [{ date = 2023-12-31, share = \"1/2\" }, { date = 2024-01-01, share = \"1/2\" }]\n", "4800") ==
          "2023 a 2400.00 1200.00\n");
    CHECK(distribution_needs(budget_of(std::string(one_bank))).rules.empty());
}

TEST_CASE("who is employed receives pay, not the money of the ACI") {
    const std::string text = std::string(one_bank) +
                             "[[member]]\nid = \"a\"\nprofession = \"nurse\"\nemployee = true\n"
                             "[[distribution]]\nid = \"aci\"\ndate = 2026-12-20\nenvelope = 100\n";
    CHECK(budget_of(text).members[0].associate == false);
    CHECK(problems_of(text + did("a", "hours = 1")) == "distribution.employee@13:10(7:12)");
}

TEST_CASE("what is wrong with a distribution's tables is reported at its place") {
    const std::string member = std::string(one_bank) + "[[member]]\nid = \"a\"\n";  // to line 5
    const auto wrong = [&](const std::string& keys) {
        return problems_of(member + "[[distribution]]\nid = \"aci\"\n" + keys);
    };
    CHECK(wrong("") == "distribution.when@6:1");
    CHECK(wrong("date = 2026-01-01\ndates = [{ date = 2026-01-01, share = 1 }]\n") == "line.contradiction@9:9(8:8)");
    CHECK(wrong("dates = [{ date = 2026-01-01, share = \"90 %\" }]\n") == "key.sum@8:9");
    const std::string day = "date = 2026-01-01\n";
    CHECK(wrong(day + "reserve = 1\n") == "key.alone@9:11");
    CHECK(wrong(day + "reserve = 101\nenvelope = 100\n") == "distribution.reserve@9:11(10:12)");
    CHECK(wrong(day + "rates = [{ role = \"x\" }]\n") == "distribution.rate@9:10");
    CHECK(wrong(day + "rates = [{ rate = 1, weight = 1 }]\n") == "line.contradiction@9:31(9:19)");
    CHECK(wrong(day + "rates = [{ profession = \"x\", rate = 1 }]\n") == "key.who@9:25");
    CHECK(wrong(day + "lumps = [{ role = \"x\", amount = 1 }, { role = \"X\", amount = 2 }]\n") ==
          "distribution.lump-twice@9:47(9:19)");
    CHECK(wrong(day + did("a", "")) == "distribution.role@10:10");
    CHECK(wrong(day + did("a", "hours = 1\npoints = 1")) == "line.contradiction@12:10(11:9)");
    CHECK(wrong(day + did("a", "hours = 1.23456")) == "number.decimals@11:9");
    CHECK(wrong(day + did("a", "hours = 1\ndistribution = \"b\"")) == "id.unknown@12:16");
    CHECK(problems_of(member + did("a", "hours = 1")) == "key.missing@6:1");
}
