// SPDX-License-Identifier: MIT
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <tests/support/changed_text.hpp>
#include <tests/support/folder.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// A small aid. Lines are counted in the expectations below.
constexpr std::string_view small_aid = R"(schema = 1
checked = 2026-11-22
label = { french = "Essai", english = "Trial" }
source = ["jo"]
confidence = "confirmed"
[sources]
jo = { kind = "official", title = "Journal officiel" }
[[closed]]
fte = "1/2"
from = 2023-05-01
source = ["jo p. 2"]
confidence = "confirmed"
[[terms]]
source = ["jo p. 1"]
confidence = "single"
amounts = [
{ fte = "1/2", list = "below-p90", year_1 = 3, year_2 = 2, later = 1.5 },
{ fte = "1/2", list = "p90-p94", year_1 = 3, year_2 = 2, later = 1, source = ["jo p. 3"], confidence = "inferred" },
{ fte = "1/2", list = "p95", year_1 = 3, year_2 = 3, later = 3 },
]
[[terms]]
from = 2024-06-22
source = ["jo"]
confidence = "confirmed"
amounts = [
{ fte = "1/2", list = "below-p90", year_2 = 4, later = 4 },
{ fte = "1/2", list = "p90-p94", year_2 = 4, later = 4 },
{ fte = "1/2", list = "p95", year_2 = 4, later = 4 },
]
)";

struct AidRun {
    std::string problems;
    std::optional<Law> law;
};

AidRun read_aid_over(const std::string& text) {
    const Folder folder;
    (void)folder.write("assistant-medical.toml", text);
    Sources sources;
    Diagnostics diagnostics;
    AidRun run;
    run.law = read_law({}, folder.path(), sources, diagnostics);
    run.problems = ids_and_places(diagnostics, [&](Span span) { return line_and_column_of(sources, span); });
    return run;
}

std::string spoiled_aid(const std::string& what, const std::string& by) {
    return changed(std::string(small_aid), what, by);
}

}  // namespace

TEST_CASE("aids are read only where they are asked for, or stand in the folder of --law") {
    Sources sources;
    Diagnostics diagnostics;
    const std::vector<std::string> names = {"assistant-medical", "ipa-salariee"};
    const auto read = [&](const LawNeeds& needs) { return read_law(needs, {}, sources, diagnostics).value(); };
    CHECK(read({}).aids.empty());
    CHECK(read({}).aid_names == names);
    CHECK(read({.rules = {{.kind = "aid", .name = "ipa-salariee"}, {.kind = "aid", .name = "none"}}}).aids.size() == 1);
    CHECK(read({.rules = {{.kind = "aid", .name = "assistant-medical"}}}).aid_named("assistant-medical") != nullptr);
    CHECK(read({.rules = {}, .everything = true}).aids.size() == names.size());
    const AidRun own = read_aid_over(std::string(small_aid));
    CHECK(own.problems.empty());
    REQUIRE(own.law);
    REQUIRE(own.law->aids.size() == 1);
    CHECK(own.law->aids[0].label.english == "Trial");
    CHECK(own.law->aid_names == names);
}

TEST_CASE("a row has the evidence of its terms unless it says its own") {
    const AidRun run = read_aid_over(std::string(small_aid));
    REQUIRE(run.law);
    const Aid& aid = run.law->aids.at(0);
    const AidTerms& terms = aid.terms.at(0);
    CHECK_FALSE(terms.from);
    const AidAmounts& below = *terms.find(AidFte::half, AidList::below_p90);
    CHECK(below.of_year(3) == Money::from_cents(150));
    CHECK(below.evidence.confidence == Confidence::single);
    CHECK(cited(below.evidence, aid.sources) == "jo p. 1");
    const AidAmounts& above = *terms.find(AidFte::half, AidList::p90_to_p94);
    CHECK(above.evidence.confidence == Confidence::inferred);
    CHECK(cited(above.evidence, aid.sources) == "jo p. 3");
    CHECK_FALSE(aid.terms.at(1).find(AidFte::half, AidList::p95)->of_year(1));
    CHECK(aid.terms.at(1).find(AidFte::whole, AidList::p95) == nullptr);
}

TEST_CASE("every mistake in an aid is reported at its place") {
    struct Row {
        const char* what;
        const char* by;
        std::string problems;
    };
    const std::vector<Row> rows = {
        {"schema = 1", "schema = 2", "value.range@1:10"},
        {"checked = ", "cheked = ", "key.missing@1:1 key.unknown@2:1"},
        {", english = \"Trial\"", "", "key.missing@3:9"},
        {"source = [\"jo\"]\nconfidence = \"confirmed\"\n[sources]", "[sources]", "law.evidence@1:1 law.evidence@1:1"},
        {"confidence = \"single\"\n", "", "law.evidence@13:1"},
        {"\"jo p. 1\"", "\"jp p. 1\"", "law.source@14:11"},
        {"title = \"Journal officiel\" }", "title = \"J\" }\nbo = { kind = \"official\", title = \"B\" }",
         "law.unused@8:1"},
        {"confidence = \"single\"", "confidence = \"unknown\"", "law.unknown@15:14"},
        {"confidence = \"inferred\"", "confidence = \"unknown\"", "law.unknown@18:104"},
        {"later = 1.5", "later = -1.5", "value.type@17:68"},
        {"later = 1.5", "later = 1.555", "value.type@17:68"},
        {"year_2 = 2, later = 1.5", "year_2 = 2", "key.missing@17:1"},
        {"year_1 = 3, year_2 = 2, later = 1.5", "year_2 = 2, later = 1.5", "key.missing@17:1"},
        {"from = 2023-05-01", "from = 2025-05-01", "key.missing@26:1 key.missing@27:1 key.missing@28:1"},
        {"fte = \"1/2\"\nfrom", "fte = \"1/4\"\nfrom",
         "value.word@9:7 key.missing@26:1 key.missing@27:1 key.missing@28:1"},
        {"[[terms]]",
         "[[closed]]\nfte = \"1/2\"\nfrom = 2020-01-01\nsource = [\"jo\"]\nconfidence = \"single\"\n[[terms]]",
         "law.terms@14:7(9:7)"},
        {"[[terms]]\n", "[[terms]]\nfrom = 2020-01-01\n", "law.terms@14:8"},
        {"from = 2024-06-22\n", "", "key.missing@21:1 key.missing@25:1 key.missing@26:1 key.missing@27:1"},
        {"{ fte = \"1/2\", list = \"p95\", year_1 = 3, year_2 = 3, later = 3 },\n", "", "law.terms@13:1"},
        {"list = \"p90-p94\", year_1", "list = \"below-p90\", year_1", "law.terms@13:1 law.terms@18:23(17:23)"},
        {"list = \"p90-p94\", year_1", "list = \"p96\", year_1", "law.terms@13:1 value.word@18:23"},
        {"{ fte = \"1/2\", list = \"below-p90\", year_2 = 4",
         "{ fte = \"1\", list = \"below-p90\", year_1 = 5, year_2 = 4",
         "law.terms@13:1 law.terms@13:1 law.terms@13:1 law.terms@22:8 law.terms@22:8 law.terms@22:8"},
        {"confidence = \"confirmed\"\n[sources]", "confidence = \"unknown\"\n[sources]", "law.unknown@13:1(5:14)"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.by);
        const AidRun run = read_aid_over(spoiled_aid(row.what, row.by));
        CHECK(run.problems == row.problems);
        CHECK_FALSE(run.law);
    }
    const std::string text(small_aid.substr(0, small_aid.find("[[closed]]")));
    CHECK(read_aid_over(text).problems == "key.missing@1:1");
    std::string unknown = changed(text, "confirmed", "unknown");
    CHECK(read_aid_over(unknown).problems == "key.missing@1:1");
    unknown.insert(0, "note = { french = \"Rien.\", english = \"Nothing.\" }\n");
    CHECK(read_aid_over(unknown).problems.empty());
}

TEST_CASE("terms that are not in order are reported at both places") {
    std::string text(small_aid);
    text += "[[terms]]\nfrom = 2024-06-22\nsource = [\"jo\"]\nconfidence = \"confirmed\"\namounts = []\n";
    CHECK(read_aid_over(text).problems ==
          "law.terms@31:8(22:8) law.terms@31:8 law.terms@31:8 law.terms@31:8 law.terms@34:11");
}
