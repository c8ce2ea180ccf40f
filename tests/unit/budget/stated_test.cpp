// SPDX-License-Identifier: MIT
#include <msp/budget/stated.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "expense.rent.amount = 1,200.00 @3", one value a line, of one topic; "?" by default, "#" where they are counted.
std::string stated(const std::string& toml, std::string_view topic, Language language = Language::english) {
    Reading reading = read(toml);
    CHECK(reading.problems() == "");
    std::string all;
    for (const StatedValue& value : stated_values(*reading.document, language)) {
        if (value.topic->english != topic)
            continue;
        all += value.path + " = " + value.value;
        if (value.by == StatedBy::many)
            all += '#' + std::to_string(value.number);
        if (value.place.known())
            all += " @" + std::to_string(reading.sources.position(value.place.source, value.place.begin).line);
        if (value.by == StatedBy::nobody) {
            all += " ?";
            for (const std::string& id : value.ids)
                all += ' ' + id;
        }
        all += '\n';
    }
    return all;
}

}  // namespace

TEST_CASE("every value of a line is stated as a reader has it, with its place") {
    const std::string found = stated(std::string(one_bank) +
                                         "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1200\n"
                                         "every = { months = [1, 7] }\nday = 5\ndelay = \"45 jours fin de mois\"\n"
                                         "[expense.index]\nrate = \"2.5 %\"\nsince = 2026-01-01\n",
                                     "expense");
    CHECK(found.find("expense.rent.amount = 1,200.00 @7\n"
                     "expense.rent.every.months = 1, 7 @8\n"
                     "expense.rent.day = 5 @9\n"
                     "expense.rent.delay = 45 days end of month @10\n"
                     "expense.rent.index.rate = 2.5 % @12\n"
                     "expense.rent.index.since = 1 January 2026 @13\n") != std::string::npos);
    CHECK(found.find("category") == std::string::npos);
    CHECK(found.find("expense.index.each = 01-01 ? rent\n") != std::string::npos);
    CHECK(found.find("expense.until = without an end ? rent\n") != std::string::npos);
}

TEST_CASE("a word of the file is stated as a reader writes it, with accents and spaces") {
    const std::string loan = stated(std::string(one_bank) +
                                        "[[loan]]\nid = \"van\"\namount = 1000\ndate = 2026-02-01\nrate = \"1 %\"\n"
                                        "kind = \"constant-instalments\"\ninstalments = 12\n"
                                        "insurance = { rate = \"0.1 %\", base = \"outstanding\" }\n",
                                    "loan", Language::french);
    CHECK(loan.find("loan.van.kind = échéances constantes") != std::string::npos);
    CHECK(loan.find("loan.van.insurance.base = capital restant dû") != std::string::npos);
    CHECK(loan.find("loan.day = le jour de la première échéance") != std::string::npos);
    const std::string line =
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1\nevery = \"annee\"\nfrom = \"2026-02\"\nday = 5\n"
        "state = \"suppose\"\n";
    const std::string french = stated(std::string(one_bank) + line, "expense", Language::french);
    CHECK(french.find("expense.rent.every = année") != std::string::npos);
    CHECK(french.find("expense.rent.state = supposé") != std::string::npos);
    CHECK(french.find("expense.exercise = même ? rent\n") != std::string::npos);
    const std::string english = stated(std::string(one_bank) + line, "expense");
    CHECK(english.find("expense.rent.every = year") != std::string::npos);
    CHECK(english.find("expense.rent.state = assumed") != std::string::npos);
}

TEST_CASE("what a value names is stated by its name, with the id where another has that name too") {
    const std::string lines =
        "[[entity]]\nid = \"sisa\"\nname = \"SISA des Lilas\"\n[[entity]]\nid = \"sci\"\n"
        "[[bank]]\nid = \"one\"\nname = \"Main\"\nentity = \"sisa\"\nopening = 0\ndate = 2026-01-01\n"
        "[[bank]]\nid = \"two\"\nname = \"Main\"\nentity = \"sci\"\nopening = 0\ndate = 2026-01-01\n"
        "[[bank]]\nid = \"kept\"\nname = \"Savings\"\nentity = \"sisa\"\nopening = 0\ndate = 2026-01-01\n"
        "[[key]]\nid = \"m2\"\nlabel = \"By surface\"\nby = \"equal\"\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1\nevery = \"month\"\nday = 5\nbank = \"kept\"\n"
        "shared = \"m2\"\n"
        "[[expense]]\nid = \"tax\"\ncategory = \"rent\"\namount = 1\ndate = 2026-02-01\nbank = \"one\"\n"
        "[[expense]]\nid = \"fee\"\ncategory = \"rent\"\namount = 1\ndate = 2026-02-01\nentity = \"sci\"\n"
        "paid_to = \"sisa\"\n";
    const std::string found = stated(lines, "expense");
    CAPTURE(found);
    CHECK(found.find("expense.rent.bank = Savings @") != std::string::npos);
    CHECK(found.find("expense.rent.shared = By surface @") != std::string::npos);
    CHECK(found.find("expense.tax.bank = Main (one) @") != std::string::npos);
    CHECK(found.find("expense.fee.entity = sci @") != std::string::npos);
    CHECK(found.find("expense.fee.paid_to = SISA des Lilas @") != std::string::npos);
    CHECK(stated(lines, "bank").find("bank.one.entity = SISA des Lilas @") != std::string::npos);
}

TEST_CASE("a month is stated as the day that it means") {
    const std::string line =
        std::string(one_bank) +
        "[forecast]\nfrom = \"2026-04\"\n"
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1\nevery = \"month\"\nfrom = \"2026-02\"\n"
        "until = \"2028-02\"\nday = 5\n";
    const std::string english = stated(line, "expense");
    CHECK(english.find("expense.rent.from = 1 February 2026 @") != std::string::npos);
    CHECK(english.find("expense.rent.until = 29 February 2028 @") != std::string::npos);
    const std::string french = stated(line, "expense", Language::french);
    CHECK(french.find("expense.rent.from = 1er février 2026 @") != std::string::npos);
    CHECK(french.find("expense.rent.until = 29 février 2028 @") != std::string::npos);
    CHECK(stated(line, "forecast", Language::french).find("forecast.from = 1er avril 2026 @") != std::string::npos);
}

TEST_CASE("what nobody typed is stated once, of the entries that have it not") {
    const std::string toml =
        std::string(one_bank) +
        "[[income]]\nid = \"a\"\ncategory = \"other-income\"\namount = 1\nevery = \"month\"\nday = 1\n"
        "[[income]]\nid = \"b\"\ncategory = \"other-income\"\namount = 2\ndate = 2026-03-01\n"
        "[[income]]\nid = \"c\"\ncategory = \"other-income\"\namount = 3\nevery = \"month\"\nday = 1\n"
        "delay = \"2 months\"\n";
    const std::string found = stated(toml, "income");
    CHECK(found.find("income.delay = none: on the due day ? a b\n") != std::string::npos);
    // A payment that comes once has no end, and is not indexed.
    CHECK(found.find("income.until = without an end ? a c\n") != std::string::npos);
    CHECK(found.find("income.index = none: the amount does not change ? a c\n") != std::string::npos);
    CHECK(stated(toml, "income", Language::french).find("income.delay = aucun : le jour de l'échéance ? a b\n") !=
          std::string::npos);
}

TEST_CASE("a table that nobody wrote holds by its defaults") {
    const std::string found = stated(std::string(one_bank), "forecast");
    CHECK(found.find("forecast.months = 12 months ? \n") != std::string::npos);
    CHECK(stated(std::string(one_bank), "loan").empty());
}

TEST_CASE("people are counted and not named") {
    CHECK(stated(std::string(one_bank) + "[[member]]\nid = \"dr-a\"\nprofession = \"nurse\"\n"
                                         "[[member]]\nid = \"dr-b\"\nprofession = \"nurse\"\n",
                 "member") == "member = #2 @4\n");
}

TEST_CASE("names and what only the books need is no premise of the plan") {
    const auto counts = [](Section section, std::string_view name) {
        const int slot = find_key(section, name).slot;
        REQUIRE(slot >= 0);
        return states_something(section, keys_of(section)[static_cast<std::size_t>(slot)]);
    };
    CHECK(counts(Section::line, "amount"));
    CHECK(counts(Section::loan, "rate"));
    CHECK(counts(Section::aci, "year"));
    CHECK_FALSE(counts(Section::line, "label"));
    CHECK_FALSE(counts(Section::line, "match"));
    CHECK_FALSE(counts(Section::bank, "iban"));
    CHECK_FALSE(counts(Section::contract, "notice"));
}

TEST_CASE("a value that is one amount, share or day is that for a spreadsheet too") {
    Reading reading =
        read(std::string(one_bank) +
             "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = \"1 200,40 €\"\nevery = \"month\"\n"
             "day = 5\nfrom = \"02/01/2026\"\n[expense.index]\nrate = \"2.5 %\"\nsince = 2026-01-01\n");
    const auto figure = [&](std::string_view path) {
        for (const StatedValue& value : stated_values(*reading.document, Language::english)) {
            if (value.path == path)
                return value.figure;
        }
        FAIL(path);
        return StatedFigure();
    };
    CHECK(figure("expense.rent.amount") == StatedFigure("1_200.40"_eur));
    CHECK(figure("expense.rent.from") == StatedFigure("2026-01-02"_d));
    CHECK(figure("expense.rent.index.rate") == StatedFigure(Rate(25, 3)));
    CHECK(figure("expense.rent.day") == StatedFigure());
    CHECK(figure("expense.rent.every") == StatedFigure());
    CHECK(figure("expense.until") == StatedFigure());
    CHECK(figure("bank.opening") == StatedFigure(Money()));
}
