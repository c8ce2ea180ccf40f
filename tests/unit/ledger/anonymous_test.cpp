// SPDX-License-Identifier: MIT
#include <msp/ledger/anonymous.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string shown(const std::string& text) {
    const auto read = ledger_of(text);
    std::string out;
    anonymise(*read->ledger, [&](std::string_view piece) { out += piece; });
    return out;
}

}  // namespace

TEST_CASE("names, labels and references are replaced, each by the same word; amounts and days stay") {
    const std::string text =
        fec_header() +
        fec_line("AC|Achats|AC1|20260105|606100|Fournitures|||FA-7|20260105|Dr Martin|9,50|0,00|||20260105||") +
        fec_line(
            "AC|Achats|AC1|20260105|411MARTIN|Dr Martin|MARTIN|Dr Martin|FA-7|20260105|Dr "
            "Martin|0,00|9,50|A||20260105||");
    CHECK(
        shown(text) ==
        fec_header() +
            fec_line("AC|Journal 00001|AC1|20260105|606100|Compte 606100|||P00001|20260105|Ecriture "
                     "00001|9,50|0,00|||20260105||") +
            fec_line(
                "AC|Journal 00001|AC1|20260105|411X00001|Compte 411X00001|T00001|Tiers 00001|P00001|20260105|Ecriture "
                "00001|0,00|9,50|A||20260105||"));
}

TEST_CASE("who is named as an auxiliary account and as a customer stays one party") {
    std::string header = fec_header();
    header.insert(header.size() - 1, "\tDateRglt\tModeRglt\tNatOp\tIdClient");
    const std::string out =
        shown(header + fec_line("BQ|B|1|20260105|401|x|FA|x|F|20260105|x|9,50|0,00|||20260105|||20260105|V||") +
              fec_line("BQ|B|1|20260105|401|x|||F|20260105|x|0,00|9,50|||20260105|||20260105|V||FA"));
    CHECK(out.find("\tT00001\tTiers 00001\t") != std::string::npos);
    CHECK(out.find("\tT00001\n") != std::string::npos);
}

TEST_CASE("what cannot be read keeps its shape, not what it says") {
    const std::string text = fec_header() +
                             fec_line("AC|Achats|AC1|Martin 7|606100|x|||F|20260105|x|9,50|0,00|||20260105||") +
                             fec_line("AC|Achats|AC1|20260105|606100|x|||F|20260105|x|9,50|0,00|||20260105||");
    const std::string out = shown(text);
    CHECK(out.find("Martin") == std::string::npos);
    CHECK(out.find("\txxxxxx 9\t") != std::string::npos);
}

TEST_CASE("columns that the law does not know are left empty") {
    std::string header = fec_header();
    header.insert(header.size() - 1, "\tPatient");
    const std::string out =
        shown(header + fec_line("AC|Achats|AC1|20260105|606100|x|||F|20260105|x|9,50|0,00|||20260105|||Mme Durand"));
    CHECK(out.find("Durand") == std::string::npos);
    CHECK(out.ends_with("20260105\t\t\t\n"));
}
