// SPDX-License-Identifier: MIT
#include <msp/budget/csv_headings.hpp>
#include <msp/budget/rows.hpp>
#include <msp/read/readers.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <tests/support/reader_run.hpp>

using namespace msp;
using msp::test::ReaderRun;

namespace {

std::optional<Document> lines(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    return read_rows(sources, source, Section::line, diagnostics);
}
std::optional<Document> schedule(Sources& sources, SourceId source, Diagnostics& diagnostics) {
    return read_rows(sources, source, Section::bank_row, diagnostics);
}

// The keys of the first record.
std::string keys(const ReaderRun& reading) {
    std::string all = reading.problems();
    if (!reading.document)
        return all;
    const Document& document = *reading.document;
    for (NodeId key = document[document[Document::root()].child].child; key != no_node; key = document[key].next)
        all += (all.empty() ? "" : " ") + std::string(document[key].key);
    return all;
}
std::string keys_of_lines(const std::string& text) {
    return keys(ReaderRun(lines, text));
}
std::string keys_of_schedule(const std::string& text) {
    return keys(ReaderRun(schedule, text));
}

}  // namespace

TEST_CASE("a heading is a key without its capitals, accents, spaces and units") {
    CHECK(keys_of_lines("Id;LABEL;Amount (€);Day\n1;2;3;4\n") == "id label amount day");
    CHECK(keys_of_lines("id;Libellé;Montant TTC;Tous les;Jour ouvré\n1;2;3;4;5\n") ==
          "id libelle montant tous_les jour_ouvre");
    CHECK(keys_of_lines("id;MONTANT EN EUROS;Tous-les\n1;2;3\n") == "id montant tous_les");
    CHECK(keys_of_lines("id;Montant\u00a0[€]\n1;2\n") == "id montant");
    CHECK(keys_of_lines("id;libelle\u0301\n1;2\n") == "id libelle");  // the accent as a mark of its own
    CHECK(keys_of_lines("ID;Index.Rate;INDEX.Each\n1;2;3\n") == "id index");
    // A name that only begins like a key is none; nor is an amount without tax one that the bank sees.
    CHECK(keys_of_lines("id;Montant HT\n1;2\n").starts_with("csv.header-unknown 1:4 |Montant HT|"));
}

TEST_CASE("a schedule has the words of the bank, in the language of its other headings") {
    CHECK(keys_of_schedule("N°;Date d'échéance;Capital amorti;Intérêts;Assurance;Mensualité;CRD\n1;2;3;4;5;6;7\n") ==
          "date capital interets assurance echeance restant_du");
    CHECK(keys_of_schedule("RANG;DATE ÉCHÉANCE;AMORTISSEMENT;INTERETS;MONTANT ECHEANCE (€);CAPITAL RESTANT DÛ\n"
                           "1;2;3;4;5;6\n") == "date capital interets echeance restant_du");
    CHECK(keys_of_schedule("Date,Principal,Interest,Payment,Outstanding\n1,2,3,4,5\n") ==
          "date principal interest payment outstanding");
    CHECK(keys_of_schedule("date,capital,interest,balance\n1,2,3,4\n") == "date capital interets restant_du");
}

TEST_CASE("what a word of two meanings says follows from its cells, or from the other headings") {
    const std::string rest = ";Capital;Intérêts\n";
    CHECK(keys_of_schedule("Échéance" + rest + "20/10/2024;1;2\n20/11/2024;3;4\n") == "date capital interets");
    CHECK(keys_of_schedule("Échéance;Date" + rest + "6750,00;1;2;3\n6733,34;4;5;6\n") ==
          "echeance date capital interets");
    CHECK(keys_of_schedule("Échéance;Date" + rest + "1;1;2;3\n2;4;5;6\n") == "date capital interets");
    CHECK(keys_of_schedule("Date;Amortissement" + rest + "1;2;3;4\n") == "date capital restant_du interets");
    // Both a day: it cannot be told which.
    CHECK(keys_of_schedule("Échéance;Date" + rest + "20/10/2024;20/10/2024;2;3\n").starts_with("csv.header-same"));
    // Neither days nor amounts.
    CHECK(keys_of_schedule("Échéance;Date" + rest + "oui;20/10/2024;2;3\n").starts_with("csv.header-unknown"));
}

TEST_CASE("a total is a record of its word and figures") {
    const std::string head = "id;label;amount\nrent;Rent;1,00\n";
    for (const std::string row : {"Total;;1,00", "TOTAUX;;-1 234,50 €", ";Sous-total 2026 :;1,00", "total;;;;"}) {
        CAPTURE(row);
        const ReaderRun reading(lines, head + row + "\n");
        CHECK(reading.problems() == "");
        const Document& document = *reading.document;
        CHECK(document[document[Document::root()].child].next == no_node);
    }
    const ReaderRun line(lines, head + "total;Total Energies;1,00\n");
    const Document& document = *line.document;
    CHECK(document[document[Document::root()].child].next != no_node);
}
