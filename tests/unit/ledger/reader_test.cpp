// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string invoice_lines =
    fec_line("AC|Achats|AC1|20260105|606100|Fournitures|||F1|20260105|Facture café|100,00|0,00|||20260105||") +
    fec_line(
        "AC|Achats|AC1|20260105|401000|Fournisseurs|FA|Café|F1|20260105|Facture "
        "café|0,00|100,00|A|20260110|20260105||");
const std::string payment_lines =
    fec_line("BQ|Banque|BQ1|20260110|401000|Fournisseurs|FA|Café|F1|20260110|CB|100,00|0,00|A|20260110|20260110||") +
    fec_line("BQ|Banque|BQ1|20260110|512000|Banque|||F1|20260110|CB|0,00|100,00|||20260110||");
const std::string sound = fec_header() + invoice_lines + payment_lines;

std::string with(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a lawful export has nothing to be said, and its lines are read") {
    const auto read = ledger_of(sound);
    CHECK(read->found() == Found{});
    const Fec& fec = read->ledger.value();
    REQUIRE(fec.lines().size() == 4);
    CHECK(fec.lines()[0].amount == Money::from_cents(100'00));
    CHECK(fec.lines()[1].amount == Money::from_cents(-100'00));
    CHECK(iso(fec.lines()[2].date) == "2026-01-10");
    CHECK(fec.accounts()[fec.lines()[3].account] == "512000");
    CHECK(fec.auxiliaries()[fec.lines()[1].auxiliary] == "FA");
    CHECK(fec.auxiliaries()[fec.lines()[3].auxiliary].empty());
    CHECK(fec.text(fec.lines()[0], LedgerColumn::label) == "Facture café");
    CHECK(fec.entries().size() == 2);
    CHECK(fec.entry_sums()[0] == Money());
    // Both lines of code A in account 401000, auxiliary FA.
    REQUIRE(fec.letters().size() == 1);
    CHECK(fec.letters()[0].lines == 2);
    CHECK(fec.letter_sums()[0] == Money());
    CHECK(fec.number_of(3) == 5);
    CHECK_FALSE(fec.lines()[0].opens);
}

TEST_CASE("a cash book names its parties in IdClient, where a line has no auxiliary account") {
    std::string header = fec_header();
    header.insert(header.size() - 1, "\tDateRglt\tModeRglt\tNatOp\tIdClient");
    const std::string paid = "BQ|Banque|1|20260112|401000|Fournisseurs|";
    const auto read = ledger_of(header + fec_line(paid + "||F|20260112|x|9,50|0,00|||20260112|||20260112|V||EDF") +
                                fec_line(paid + "FA|FA|F|20260112|x|0,00|9,50|||20260112|||20260112|V||EDF"));
    const Fec& fec = read->ledger.value();
    CHECK(fec.auxiliaries()[fec.lines().at(0).auxiliary] == "EDF");
    CHECK(fec.auxiliaries()[fec.lines().at(1).auxiliary] == "FA");
}

TEST_CASE("line ends of any kind, a byte order mark and a missing last line end change nothing") {
    const std::string windows = with(sound, "\n", "\r\n");
    for (const std::string& text : {windows, with(sound, "\n", "\r\r\n"), with(sound, "\n", "\r"),
                                    "\xef\xbb\xbf" + sound, sound.substr(0, sound.size() - 1)}) {
        const auto read = ledger_of(text);
        CHECK(read->found() == Found{});
        REQUIRE(read->ledger);
        CHECK(read->ledger->lines().size() == 4);
        CHECK(read->ledger->number_of(3) == 5);
    }
}

TEST_CASE("one byte a character is read as such") {
    const auto read = ledger_of(with(sound, "é", "\xe9"));
    CHECK(read->found() == Found{});
    CHECK(read->ledger->form().code == LedgerCode::latin9);
    CHECK(read->ledger->text(read->ledger->lines()[0], LedgerColumn::label) == "Facture café");
}

TEST_CASE("a form that is not the law's is read, and told once") {
    CHECK(ledger_of(with(sound, "00,00", "00.00"))->found() == Found{"fec.amount-form 2:70"});
    CHECK(ledger_of(with(sound, "20260105", "05/01/2026"))->found() == Found{"fec.date-form 2:15"});
    CHECK(ledger_of(with(sound, "\t", ";"))->found() == Found{"fec.separator 1:12"});
    CHECK(ledger_of(with(sound, "EcritureLet", "EcrtureLet"))->found() == Found{"fec.column-name 1:135"});
    CHECK(ledger_of(with(sound, "Idevise\n", "Idevise\t\n"))->found() == Found{"fec.trailing 1:186"});
    CHECK(ledger_of(with(sound, "JournalLib", "Journallib"))->found() == Found{});
}

TEST_CASE("fields between quotation marks hold separators, line ends and marks") {
    const std::string row =
        "\"AC\";\"Achats\";\"AC1\";\"20260105\";\"606100\";\"Four;\"\"ni\"\"\ntures\";\"\";\"\";\"F1\";\"20260105\";"
        "\"x\";\"5,00\";\"0,00\";\"\";\"\";\"20260105\";\"\";\"\"\n";
    const std::string other = fec_line("AC|Achats|AC1|20260105|401000|F|||F1|20260105|x|0,00|5,00|||20260105||", ';');
    const auto read = ledger_of(fec_header(';') + row + other);
    CHECK(read->found() == Found{"fec.separator 1:12", "fec.quotes 2:1"});
    const Fec& fec = read->ledger.value();
    REQUIRE(fec.lines().size() == 2);
    CHECK(fec.text(fec.lines()[0], LedgerColumn::account_label) == "Four;\"ni\"\ntures");
    CHECK(fec.number_of(1) == 4);
}

TEST_CASE("a quotation mark that nobody closes is a sign like others") {
    const std::string row = fec_line("AC|Achats|AC1|20260105|606100|\"5|||F1|20260105|x|5,00|0,00|||20260105||", ';');
    const std::string other = fec_line("AC|Achats|AC1|20260105|401000|F|||F1|20260105|x|0,00|5,00|||20260105||", ';');
    const auto read = ledger_of(fec_header(';') + row + other);
    REQUIRE(read->ledger->lines().size() == 2);
    CHECK(read->ledger->text(read->ledger->lines()[0], LedgerColumn::account_label) == "\"5");
}

TEST_CASE("a separator within a label is told, and the line read as it was meant") {
    const auto read = ledger_of(with(sound, "Facture café\t100", "Facture\tcafé\t100"));
    CHECK(read->found() == Found{"fec.fields 2:57"});
    CHECK(read->ledger->text(read->ledger->lines()[0], LedgerColumn::label) == "Facture\tcafé");
    CHECK(read->ledger->lines()[0].amount == Money::from_cents(100'00));
}

TEST_CASE("a line end within a label is told, and the lines read as one") {
    const auto read = ledger_of(with(sound, "Facture café\t100", "Facture\ncafé\t100"));
    CHECK(read->found() == Found{"fec.broken 2:1"});
    REQUIRE(read->ledger->lines().size() == 4);
    CHECK(read->ledger->number_of(1) == 4);
}

TEST_CASE("fields that are missing at the end are empty") {
    const auto read = ledger_of(with(sound, "20260110\t\t\n", "20260110\n"));
    CHECK(read->found() == Found{"fec.fields 4:98"});
    CHECK(read->ledger->lines().size() == 4);
}

TEST_CASE("blank lines and control characters are told once") {
    CHECK(ledger_of(with(sound, "\nBQ", "\n\nBQ"))->found() == Found{"fec.blank 4:1"});
    CHECK(ledger_of(with(sound, "Facture", "Fac\vture"))->found() == Found{"fec.control 2:1"});
}

TEST_CASE("what cannot be read is told where it stands, and nothing follows from it") {
    CHECK(ledger_of(with(sound, "0,00\t100,00\t\t\t", "0,00\t1x0,00\t\t\t"))->found() == Found{"fec.amount 5:60"});
    CHECK(ledger_of(with(sound, "BQ1\t20260110\t512", "BQ1\t20260231\t512"))->found() == Found{"fec.date 5:15"});
    CHECK(ledger_of(with(sound, "BQ1\t20260110\t512", "BQ1\t\t512"))->found() == Found{"fec.date 5:15"});
}

TEST_CASE("columns that must have a value") {
    CHECK(ledger_of(with(sound, "AC\tAchats", "AC\t"))->found() == Found{"fec.empty 2:4"});
    const auto read = ledger_of(with(sound, "20260105\t\t\n", "\t\t\n"));
    CHECK(read->findings.count(LedgerFault::empty, static_cast<std::uint32_t>(LedgerColumn::validated)) == 2);
    CHECK(read->found().size() == 1);
    CHECK(ledger_of(with(sound, "F1\t20260105\tF", "F1\t20260199\tF"))->found() ==
          Found{"fec.other-date 2:48", "fec.other-date 3:55"});
    CHECK(ledger_of(with(sound, "606100", "6A6100"))->found() == Found{"fec.account 2:24"});
}

TEST_CASE("amount and side instead of debit and credit") {
    std::string header = with(with(fec_header(), "Debit", "Montant"), "Credit", "Sens");
    const auto line = [](const char* account, const char* side) {
        return fec_line(std::string("AC|Achats|AC1|20260105|") + account + "|F|||F1|20260105|x|5,00|" + side +
                        "|||20260105||");
    };
    CHECK(ledger_of(header + line("606100", "D") + line("401000", "C"))->found() == Found{});
    const auto read = ledger_of(header + line("606100", "+1") + line("401000", "-1"));
    CHECK(read->found() == Found{});
    CHECK(read->ledger->lines()[1].amount == Money::from_cents(-500));
    CHECK(ledger_of(header + line("606100", "X") + line("401000", "C"))->found() == Found{"fec.side 2:54"});
}

TEST_CASE("a line with two amounts counts as their difference, one without moves nothing") {
    const auto read = ledger_of(with(sound, "100,00\t0,00\t\t\t20260105", "150,00\t50,00\t\t\t20260105"));
    CHECK(read->found() == Found{"fec.both-sides 2:70"});
    CHECK(read->ledger->lines()[0].amount == Money::from_cents(100'00));
    CHECK(ledger_of(sound + fec_line("BQ|B|BQ1|20260110|512000|B|||F1|20260110|CB|0,00|0,00|||20260110||"))->found() ==
          Found{"fec.zero 6:45"});
}
