// SPDX-License-Identifier: MIT
// What holds of every MSP under the text of 2022-2025.
#include <msp/aci/schedule.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

int chosen(int least, int most) {
    return *rc::gen::inRange(least, most + 1);
}

std::string one_of(const std::vector<std::string>& words) {
    return *rc::gen::elementOf(words);
}

// Whether something is said, and how much of it: the engine's inputs as numbers that can be raised one by one.
struct AnyMsp {
    int year = chosen(2022, 2025);
    int patients = chosen(1, 20'000);
    int associates = chosen(1, 60);
    bool ipa = chosen(0, 1) == 1;
    bool crisis = chosen(0, 1) == 1;
    int amplitude = chosen(6, 13);
    bool saturday = chosen(0, 1) == 1;
    int weeks = chosen(0, 4);
    int protocols = chosen(0, 10);
    int concerned = std::min(chosen(100, 3'000), patients);
    int cases = std::min(chosen(0, 100), concerned);
    int meetings = chosen(0, 8);
    int missions = chosen(0, 3);
    int trainees = chosen(0, 6);
    int pnc = chosen(0, 8);
    int quality = chosen(0, 3);
    int users = chosen(0, 2);
    int sas = chosen(0, 2);
    int since = chosen(1, 12);
    int contract = chosen(2019, 2025);
    int typed = std::max(0, chosen(-2'000, 900));  // points of one indicator, of another that needs an IPA
    bool plan = chosen(0, 3) != 0;
    bool coordination = chosen(0, 3) != 0;
    std::string options = one_of({"", "options.case_rate = \"exact\"\n",
                                  "options.concertation_meetings = \"required\"\n", "options.rounding = \"down\"\n",
                                  "options.rounding = \"half-even\"\n", "options.proration = \"months\"\n"});

    [[nodiscard]] std::string text() const {
        const auto said = [](bool yes) { return yes ? std::string("true") : std::string("false"); };
        const std::string points = typed == 0 ? std::string()
                                              : "\npoints = { \"equipe.pnc\" = " + std::to_string(typed) +
                                                    ", \"equipe.concertation.ipa\" = " + std::to_string(typed) + " }";
        std::string out = "patients = " + std::to_string(patients) + "\nassociates = " + std::to_string(associates) +
                          "\nipa = " + said(ipa) + "\ncrisis = " + said(crisis) + points + "\n[aci.year.reached]\n" +
                          "\"acces.horaires\" = { amplitude = " + std::to_string(amplitude) +
                          ", saturday = " + said(saturday) + ", closed_weeks = " + std::to_string(weeks) + " }\n" +
                          "\"acces.crise.plan\" = " + said(plan) + "\n\"equipe.coordination\" = " + said(coordination) +
                          "\n\"equipe.protocoles\" = " + std::to_string(protocols) +
                          "\n\"equipe.concertation\" = { cases = " + std::to_string(cases) +
                          ", concerned = " + std::to_string(concerned) + ", meetings = " + std::to_string(meetings) +
                          " }\n\"acces.missions\" = " + std::to_string(missions) +
                          "\n\"equipe.formation\" = " + std::to_string(trainees) +
                          "\n\"equipe.pnc\" = " + std::to_string(pnc) + "\n\"equipe.parcours_obesite_enfant\" = true\n";
        out +=
            "\"si.standard\" = " + std::to_string(year) + (since < 10 ? "-0" : "-") + std::to_string(since) + "-10\n";
        for (int level = 1; level <= quality; ++level)
            out += "\"equipe.qualite.n" + std::to_string(level) + "\" = true\n";
        for (int level = 1; level <= users; ++level)
            out += "\"acces.usagers.n" + std::to_string(level) + "\" = true\n";
        if (sas != 0)
            out += sas == 1 ? "\"acces.sas.50\" = true\n" : "\"acces.sas.100\" = true\n";
        return out;
    }
    [[nodiscard]] Paid paid() const {
        const std::string first = std::to_string(std::min(contract, year));
        return test::paid(year, text(), "contract = " + first + "-03-15\n" + options);
    }
};

}  // namespace

TEST_CASE("the lines of a year sum to its total, and what is missed to what is left of the maximum") {
    CHECK(rc::check([] {
        const AciRemuneration result = AnyMsp().paid().result;
        RC_ASSERT(sum_of_lines(result) == result.total);
        Money missed = result.majoration_missed;
        for (const AciLine& line : result.lines) {
            RC_ASSERT(!line.missed.negative());
            RC_ASSERT(line.points <= line.points_max);
            if (line.reached == Fulfilment::yes && result.missing.empty())
                RC_ASSERT(line.missed == Money());
            missed += line.missed;
        }
        RC_ASSERT(result.total + missed == result.maximum);
        RC_ASSERT(result.missing.empty() || result.total == Money());
    }));
}

TEST_CASE("more of anything that is reached never pays less") {
    CHECK(rc::check([] {
        const AnyMsp before;
        AnyMsp after = before;
        const std::array<int*, 11> counts = {&after.patients, &after.associates, &after.amplitude, &after.protocols,
                                             &after.cases,    &after.meetings,   &after.missions,  &after.trainees,
                                             &after.pnc,      &after.quality,    &after.users};
        const auto which = static_cast<std::size_t>(chosen(0, 14));
        if (which < counts.size())
            *counts.at(which) += 1;
        else if (which == 11)
            after.sas = std::min(after.sas + 1, 2);
        else if (which == 12)
            after.ipa = true;
        else if (which == 13)
            after.saturday = after.plan = true;
        else
            after.weeks = std::max(after.weeks - 1, 0);
        RC_PRE(after.quality <= 3 && after.users <= 2 && after.cases <= after.concerned);
        RC_ASSERT(after.paid().result.total >= before.paid().result.total);
    }));
}

TEST_CASE("the schedule sums to the year's remuneration, and the advance is 60 % of its base") {
    CHECK(rc::check([] {
        const Paid paid = AnyMsp().paid();
        Money sum;
        for (const AciDue& due : schedule_of(paid.budget).dues) {
            sum += due.amount;
            RC_ASSERT(due.status == AciStatus::computed);
            RC_ASSERT((due.kind == Part::recovery) == due.amount.negative());
        }
        RC_ASSERT(sum == paid.result.total);
        // round(x) = floor(x + 1/2) of a base that is not negative
        const Quotient exact = Quotient(3, 5) * paid.result.base * paid.result.prorata.value();
        const Quotient cents = paid.result.advance.cents();
        RC_ASSERT(exact - Quotient(1, 2) < cents);
        RC_ASSERT(cents <= exact + Quotient(1, 2));
    }));
}
