// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <tests/support/statements.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const Texts two_movements = {"2026-01-05 -250.00 PRLV SCI [SCI-1]", "2026-01-12 1150.01 DR ÉCHO []"};

}  // namespace

TEST_CASE("a bank's CSV: columns by the words that banks use, oldest or newest first") {
    // 1,000.00 - 250.00 = 750.00; + 1,150.01 = 1,900.01.
    const std::string credit_mutuel =
        "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n"
        "12/01/2026;13/01/2026;;1 150,01;DR ÉCHO;1 900,01\n"
        "05/01/2026;05/01/2026;-250,00;;\"PRLV SCI\nSCI-1\";750,00\n";
    const auto read = statement_of(credit_mutuel);
    CHECK(read->found() == Texts{});
    CHECK(read->entries() == two_movements);
    CHECK(iso(read->only().entries[1].value_date.value()) == "2026-01-13");
    CHECK(read->only().entries[1].line == 2);
    CHECK(plain(read->only().opening->amount) == "1000.00");
    CHECK(iso(read->only().opening->date) == "2026-01-04");
    CHECK(plain(read->only().closing->amount) == "1900.01");
    // Windows-1252, commas, the day in full, debits without a minus, the amount in one column.
    CHECK(statement_of("date,label,amount,reference\n2026-01-05,PRLV SCI,-250.00,SCI-1\n"
                       "2026-01-12,DR \xc9"
                       "CHO,1150.01,\n")
              ->entries() == two_movements);
    CHECK(statement_of("Date\tLibell\xe9\tD\xe9"
                       "bit Euros\tCr\xe9"
                       "dit Euros\tR\xe9"
                       "f\xe9rence\n"
                       "05/01/2026\tPRLV SCI\t250,00\t\tSCI-1\n12/01/2026\tDR \xc9"
                       "CHO\t\t1150,01\t\n")
              ->entries() == two_movements);
}

TEST_CASE("what stands above the headings names the account and its balance") {
    const std::string below = "\nDate;Libellé;Montant\n05/01/2026;PRLV SCI;-250,00\n";
    const auto closing = [&](const std::string& above) {
        const auto read = statement_of(above + below);
        CHECK(read->found() == Texts{});
        const AccountStatement& of = read->only();
        return of.account.shown() + ' ' + (of.closing ? plain(of.closing->amount) + ' ' + iso(of.closing->date) : "");
    };
    CHECK(closing("Compte de chèques;Compte;****5601;31/01/2026;750,00\n") == "5601 750.00 2026-01-31");
    CHECK(closing("=\"00012345601\";01/01/2026;31/01/2026;237;31/01/2026;750.00 EUR\n") ==
          "00012345601 750.00 2026-01-31");
    CHECK(closing("Numéro Compte ;00012345601\nDate ;31/01/2026\nSolde (EUROS) ;750,00\nSolde (FRANCS) ;4 919,68\n") ==
          "00012345601 750.00 2026-01-31");
    CHECK(closing(
              "Téléchargement du 01/02/2026;\n\nCompte courant n° 00012345601;\nSolde au 31/01/2026 : 750,00 EUR;\n") ==
          "00012345601 750.00 2026-01-31");
    CHECK(closing("IBAN;FR76 1027 8000 0100 0123 4560 178\n") == "FR7610278000010001234560178 ");
}

TEST_CASE("headings that nobody knows are those that the user types") {
    const std::string text = "Jour;Quoi;Combien\n05/01/2026;PRLV SCI;-250,00\n";
    CHECK_THROWS(statement_of(text));
    const std::array<StatementColumns, 2> given = {
        {{"Datum", "", "Quoi", "", "Combien", "", "", ""}, {"jour", "", "quoi", "", "combien", "", "", ""}}};
    const auto read = statement_of(text, given);
    CHECK(read->entries() == Texts{"2026-01-05 -250.00 PRLV SCI []"});
    CHECK(read->only().columns == 1);
}

TEST_CASE("a journal names lines of the budget, and what is not yet booked is not counted") {
    const auto journal = statement_of("date;libelle;montant;ligne\n2026-01-05;PRLV SCI;-250,00;loyer\n");
    CHECK(journal->only().entries[0].item == "loyer");
    const auto qonto = statement_of(
        "Statut;Date de l'opération (UTC);Montant total (TTC);Nom de la contrepartie\n"
        "Exécuté;05-01-2026 10:00:00;-250,00;SCI\nEn cours;06-01-2026 10:00:00;-1,00;X\n");
    CHECK(qonto->entries() == Texts{"2026-01-05 -250.00 SCI []"});
    CHECK(qonto->only().pending == 1);
}

TEST_CASE("what a CSV file cannot mean is refused where it stands") {
    const std::string head = "Date;Libellé;Débit;Crédit;Solde\n";
    const std::string first = "05/01/2026;A;-250,00;;750,00\n";
    const auto found = [&](const std::string& line) { return statement_of(head + first + line)->found(); };
    CHECK(found("12/01/2026;B;;1150,01;1900,01\n") == Texts{});
    CHECK(found("12/01/2026;B;;1150,01;1900,02\n") == Texts{"bank-file.sum 3:23"});
    CHECK(found("12/01/2026;B;;1150,011;1900,01\n") == Texts{"bank-file.amount 3:15"});
    CHECK(found("12/13/2026;B;;1150,01;1900,01\n") == Texts{"bank-file.date 3:1"});
    CHECK(found(";B;;1150,01;1900,01\n") == Texts{"bank-file.date 3:1"});
    CHECK(found("12/01/2026;B;;;750,00\n") == Texts{"bank-file.amount 3:14"});
    CHECK(found("12/01/2026;B;1;2;750,00\n") == Texts{"bank-file.cells 3:14"});
    CHECK(found("12/01/2026;B;;-2;750,00\n") == Texts{"bank-file.cells 3:15"});
    CHECK(found("12/01/2026;B;1,00;;749,00\n") == Texts{"bank-file.cells 3:14"});
    CHECK(found("12/01/2026;B;C;;1150,01;1900,01\n") == Texts{"bank-file.cells 3:25"});
    CHECK(found("12/01/2026\n") == Texts{"bank-file.cells 3:1"});
    CHECK(found("12/01/2026;\"B;;1150,01;1900,01\n") == Texts{"bank-file.cells 3:1"});
    CHECK(statement_of("Date;Libellé;Montant;Devise\n05/01/2026;A;1;CHF\n")->found() ==
          Texts{"bank-file.currency 2:16"});
}
