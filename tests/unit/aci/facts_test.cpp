// SPDX-License-Identifier: MIT
#include <msp/aci/facts.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/aci.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string people = "patients = 4000\nassociates = 13\n";

// What is wrong with one year, without its places.
std::string wrong(const std::string& typed, const std::string& aci = {}, int year = 2023) {
    const std::string found = aci_problems(aci_budget(year, typed, aci));
    return found.substr(0, found.find('@'));
}

std::string reached(const std::string& statements) {
    return people + "[aci.year.reached]\n" + statements;
}

const std::string members = R"(
[[member]]
id = "a"
in = 2019-01-01
patients = 1000
[[member]]
id = "b"
in = 2019-01-01
out = 2023-09-15
patients = 900
[[member]]
id = "c"
in = 2023-07-02
patients = 365
[[member]]
id = "nurse"
in = 2020-01-01
[[member]]
id = "collaborator"
in = 2020-01-01
associate = false
patients = 500
)";

}  // namespace

TEST_CASE("what cannot be said of an indicator is an error") {
    CHECK(wrong(reached("\"equipe.protocole\" = 6")) == "aci.indicator");
    CHECK(wrong(reached("\"equipe.protocoles.ipa\" = true")) == "aci.complement");
    CHECK(wrong(reached("\"equipe.coordination\" = 3")) == "aci.detail");
    CHECK(wrong(reached("\"equipe.coordination\" = 2023-04-01")) == "aci.detail");
    CHECK(wrong(reached("\"equipe.protocoles\" = { meetings = 6 }")) == "aci.detail");
    CHECK(wrong(reached("\"equipe.protocoles\" = { number = 6, amplitude = \"12h\" }")) == "aci.detail");
    CHECK(wrong(reached("\"equipe.pnc\" = { number = 2, themes = [\"a\", \"b\"] }")) == "aci.detail");
    CHECK(wrong(reached("\"equipe.concertation\" = { cases = 3, concerned = 100 }")) == "aci.detail-missing");
    CHECK(wrong(reached("\"acces.horaires\" = { amplitude = \"12h\" }")) == "aci.detail-missing");
    CHECK(wrong(reached("\"si.standard\" = 2024-01-01")) == "aci.since");
    CHECK(wrong(reached("\"si.standard\" = 2023-12-31")).empty());
    CHECK(wrong(people + "[aci.year.points]\n\"equipe.x\" = 3\n[aci.year.reached]\n\"si.standard\" = true") ==
          "aci.indicator");
}

TEST_CASE("levels and exclusions are held against each other") {
    CHECK(wrong(reached("\"acces.usagers.n2\" = true")) == "aci.level");
    CHECK(wrong(reached("\"equipe.qualite.n1\" = true\n\"equipe.qualite.n3\" = true")) == "aci.level");
    CHECK(wrong(reached("\"acces.usagers.n1\" = false\n\"acces.usagers.n2\" = true")) == "aci.level");
    CHECK(wrong(reached("\"acces.diversite.n2\" = true")).empty());
    CHECK(wrong(reached("\"acces.diversite.n1\" = false\n\"acces.diversite.n2\" = true")) == "aci.contradiction");
    CHECK(wrong(reached("\"acces.sas.50\" = true\n\"acces.sas.100\" = true")) == "aci.contradiction");
    CHECK(wrong(people + "points = { \"acces.cstm\" = 200 }\n[aci.year.reached]\n\"acces.cstm\" = false") ==
          "aci.contradiction");
    // Both places.
    CHECK(aci_problems(aci_budget(2023, reached("\"acces.sas.50\" = true\n\"acces.sas.100\" = true"))) ==
          "aci.contradiction@11:1(12:1)");
}

TEST_CASE("a year needs a text whose values are known") {
    CHECK(wrong(reached("\"acces.cstm\" = true"), {}, 2026) == "aci.no-rules");
    CHECK(wrong(reached("\"acces.cstm\" = true"), {}, 2016) == "aci.no-rules");
    CHECK(wrong("assume = \"aci-2022-avenant1\"\n" + reached("\"acces.cstm\" = true"), {}, 2026).empty());
    CHECK(wrong("assume = \"aci-2022-avenant\"\n" + reached("\"acces.cstm\" = true"), {}, 2026) == "aci.text");
    CHECK(wrong("assume = \"aci-2026-avenant2\"\n" + reached("\"acces.cstm\" = true"), {}, 2026) == "aci.no-rules");
    CHECK(wrong(people + "points = { \"equipe.coordination\" = 1850 }\n[aci.year.reached]\n\"acces.cstm\" = true", {},
                2019)
              .empty());
    CHECK(wrong(people + "points = { \"equipe.coordination\" = 1850 }\n[aci.year.reached]\n\"acces.satisfaction\" = "
                         "true",
                {}, 2019) == "aci.unknown-value");
}

TEST_CASE("people are typed or listed") {
    CHECK(wrong("associates = 13\n[aci.year.reached]\n\"acces.cstm\" = true") == "aci.people");
    CHECK(wrong("patients = 4000\n[aci.year.reached]\n\"acces.cstm\" = true") == "aci.people");
    const std::string typed = "[aci.year.reached]\n\"acces.cstm\" = true" + members;
    CHECK(aci_problems(aci_budget(2023, typed)).empty());
    CHECK(wrong("associates = 5\n" + typed) == "aci.associates");  // b has left
    CHECK(wrong("associates = 4\n" + typed).empty());
    CHECK(wrong(people + "precarity = { c2s = 4001, c2s_national = \"7 %\", ame = 0, ame_national = \"0 %\" }\n"
                         "[aci.year.reached]\n\"acces.cstm\" = true") == "aci.precarity");
}

TEST_CASE("members are counted on a day, or by the days they are present") {
    const std::string typed = "[aci.year.reached]\n\"acces.cstm\" = true" + members;
    const AciFacts on_date = paid(2023, typed).facts;
    CHECK(on_date.counts.patients == Quotient(1365));
    CHECK(on_date.counts.associates == Quotient(3));
    CHECK(on_date.counts.doctors == Quotient(2));
    REQUIRE(on_date.otherwise);
    // b: 1 January to 15 September is 258 days; c: 2 July to 31 December is 183 days
    CHECK(on_date.otherwise->patients == Quotient(1000) + Quotient(900 * 258, 365) + Quotient(183));
    CHECK(on_date.otherwise->associates == Quotient(2) + Quotient(258 + 183, 365));
    CHECK(paid(2023, typed, "patients_on = \"09-15\"").facts.counts.patients == Quotient(2265));
    CHECK(paid(2023, typed, "options.count = \"by-days\"").facts.counts == *on_date.otherwise);
    CHECK(paid(2023, "patients = 4000\nassociates = 4\n" + typed).facts.otherwise == std::nullopt);
    const std::string leap = typed + "[[member]]\nid = \"d\"\nout = 2024-02-29\npatients = 366\n";
    CHECK(paid(2024, leap, "patients_on = \"02-29\"").facts.counts.patients == Quotient(1000 + 365 + 366));
}

TEST_CASE("a year is as the one before where it says nothing") {
    const std::string years = aci_budget(2022, reached("\"equipe.protocoles\" = 3\n\"acces.sas.50\" = true\n"
                                                       "\"acces.usagers.n1\" = true")) +
                              "\n[[aci.year]]\nyear = 2024\npatients = 5000\nipa = true\n[aci.year.reached]\n"
                              "\"acces.sas.100\" = true\n\"acces.usagers.n1\" = false\n"
                              "\n[[aci.year]]\nyear = 2025\ncrisis = true\n";
    CHECK(aci_problems(years).empty());
    const Paid later = paid_by(years, 2025);
    CHECK(later.facts.counts.patients == Quotient(5000));
    CHECK(later.facts.counts.associates == Quotient(13));
    CHECK(later.facts.ipa);
    CHECK(later.points("equipe.protocoles") == "300");
    CHECK(later.points("equipe.protocoles.ipa") == "120");
    CHECK(later.points("acces.sas.50") == "0");
    CHECK(later.points("acces.sas.100") == "200");
    CHECK(later.points("acces.usagers.n1") == "0");
    CHECK(!paid_by(years, 2024).facts.crisis);
}

TEST_CASE("typed points hold as long as their text does") {
    const std::string years = aci_budget(2020, people +
                                                   "points = { \"equipe.coordination\" = 1850 }\n"
                                                   "[aci.year.reached]\n\"equipe.coordination\" = true") +
                              "\n[[aci.year]]\nyear = 2021\n[[aci.year]]\nyear = 2022\n";
    CHECK(aci_problems(years).empty());
    CHECK(paid_by(years, 2021).points("equipe.coordination") == "1850");
    CHECK(paid_by(years, 2022).points("equipe.coordination") == "2700");
}

TEST_CASE("the contract's dates") {
    const auto end = [](const std::string& contract, int year) {
        return paid(year, reached("\"acces.cstm\" = true"), contract).facts.contract_end;
    };
    CHECK(end("contract = 2020-01-01", 2023) == "2024-12-31"_d);
    CHECK(end("contract = 2020-02-29", 2023) == "2025-02-28"_d);
    CHECK(end("contract = 2019-03-01", 2023) == "2024-02-29"_d);
    CHECK(end("contract = 2016-06-01\nrenewed = 2021-06-01", 2023) == "2026-05-31"_d);
    CHECK(wrong(reached("\"acces.cstm\" = true"), "contract = 2024-01-01") == "aci.contract");
    CHECK(wrong(reached("\"acces.cstm\" = true"), "contract = 2023-12-31").empty());
    CHECK(wrong(reached("\"acces.cstm\" = true"), "contract = 2018-01-01") == "aci.contract-end");
}

TEST_CASE("the same MSP under the text of another year") {
    const Paid given = paid(2023, reached("\"acces.cstm\" = true\n\"equipe.protocoles\" = 4\n\"acces.sas.50\" = true"));
    Diagnostics diagnostics;
    CHECK(!aci_facts_under(given.budget, shipped_law(), 2023, 2021, diagnostics));  // coordination is not public
    const Paid typed =
        paid_by(aci_budget(2021, "points = { \"equipe.coordination\" = 1850 }\n") + "[[aci.year]]\nyear = 2023\n" +
                    reached("\"acces.cstm\" = true\n\"equipe.protocoles\" = 4\n\"acces.sas.50\" = true"),
                2023);
    Diagnostics none;
    const auto under = aci_facts_under(typed.budget, shipped_law(), 2023, 2021, none);
    REQUIRE(under);
    CHECK(under->text->id == "aci-2017");
    const AciRemuneration result = remuneration(*under);
    CHECK(result.points == Quotient(1850 + 200 + 400));  // no SAS before avenant 1
}

TEST_CASE("a prerequisite of which nothing was ever said is a warning, one that is denied is not") {
    const auto warned = [](const std::string& statements, int year = 2023) {
        Reading reading = read(aci_budget(year, reached(statements)));
        (void)aci_facts(reading.budget.value(), shipped_law(), AciYears::all, reading.diagnostics);
        return reading.problems();
    };
    const std::string others = "\"acces.horaires\" = true\n\"equipe.coordination\" = true\n\"si.standard\" = true\n";
    CHECK(warned(others) == "aci.prerequisite@7:8");
    CHECK(warned(others + "\"acces.crise.plan\" = false").empty());
    CHECK(warned(others, 2022).empty());  // optional in that year
}

TEST_CASE("there are no more patients concerned than patients") {
    const auto concertation = [](int concerned) {
        return "\"equipe.concertation\" = { cases = 1, meetings = 6, concerned = " + std::to_string(concerned) + " }";
    };
    CHECK(wrong(reached(concertation(4001))) == "aci.patients");
    CHECK(wrong(reached(concertation(4000))).empty());
    CHECK(wrong(reached("\"equipe.concertation\" = { cases = 1, meetings = 6, ald_under_75 = 2000, over_75 = 2000, "
                        "ald_over_75 = 1 }")) == "aci.patients");
    const std::string year = aci_budget(2023, reached(concertation(4000)));
    // A later year takes over what was studied, unless it counts its patients anew.
    CHECK(aci_problems(year + "\n[[aci.year]]\nyear = 2024\n").empty());
    CHECK(aci_problems(year + "\n[[aci.year]]\nyear = 2024\npatients = 3999\n").starts_with("aci.patients"));
}

namespace {

// The associates of a year with one nurse and one more member.
std::string with_member(const std::string& typed, const std::string& year = "patients = 4000\n") {
    return aci_budget(2023, year +
                                "[aci.year.reached]\n\"equipe.protocoles\" = 8\n[[member]]\nid = \"nurse\"\n"
                                "profession = \"infirmière\"\n[[member]]\nid = \"other\"\n" +
                                typed);
}

Quotient associates(const std::string& typed) {
    return paid_by(with_member(typed), 2023).facts.counts.associates;
}

}  // namespace

TEST_CASE("a member counts as associate by a profession that the law keeps the SISA to") {
    for (const char* profession :
         {"médecin généraliste", "Médecin", "infirmier", "IDE", "Infirmière libérale", "masseur-kinésithérapeute",
          "kiné", "Masseuse kinésithérapeute", "sage-femme", "chirurgien-dentiste", "pharmacienne", "orthophoniste",
          "PEDICURE-PODOLOGUE", "psychomotricienne", "diététicienne", "IPA", "nurse", "cardiologue"}) {
        CAPTURE(profession);
        CHECK(associates("profession = \"" + std::string(profession) + "\"\n") == Quotient(2));
    }
    // Nobody has to say what a member does.
    CHECK(associates("") == Quotient(2));
}

TEST_CASE("a member of any other profession has to say whether it is an associate") {
    for (const char* profession :
         {"psychologue", "mairie", "ostéopathe", "secrétaire", "infirmère", "médecin-conseil"}) {
        const std::string typed = "profession = \"" + std::string(profession) + "\"\n";
        CAPTURE(profession);
        CHECK(aci_problems(with_member(typed)).starts_with("member.associate"));
        CHECK(associates(typed + "associate = false\n") == Quotient(1));
        CHECK(associates(typed + "associate = true\n") == Quotient(2));
    }
    // Where it changes nothing it is not asked: typed numbers, another year, another's tenant.
    const std::string town = "profession = \"mairie\"\n";
    CHECK(aci_problems(with_member(town, "patients = 4000\nassociates = 1\n")).empty());
    CHECK(aci_problems(with_member(town + "out = 2022-12-31\n")).empty());
    CHECK(aci_problems(with_member(town + "patients = 100\n", "associates = 1\n")).starts_with("member.associate"));
}
