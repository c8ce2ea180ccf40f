// SPDX-License-Identifier: MIT
#include <msp/rules/catalogue.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <tests/support/changed_text.hpp>
#include <tests/support/folder.hpp>
#include <tests/support/problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

constexpr std::string_view head = R"(schema = 1
from = 2027-01-01
checked = 2027-01-01
source = "PCG"
confidence = "confirmed"
)";

std::string entry(const Category& category) {
    return "[[category]]\nid = \"" + category.id + "\"\nfrench = \"" + category.french + "\"\nenglish = \"" +
           category.english + "\"\naccount = \"" + category.account + "\"\nnature = \"" +
           std::string(id_of(category.nature)) + "\"\n";
}

// All that is built in, written anew.
std::string everything() {
    std::string text(head);
    for (const Category& category : shipped_catalogue().categories)
        text += entry(category);
    return text;
}

struct CatalogueRun {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Catalogue> catalogue;

    [[nodiscard]] std::string problems() const {
        return ids_and_places(diagnostics, [this](Span span) { return line_of(sources, span); });
    }
};

CatalogueRun read_with(const std::string& text) {
    const Folder folder;
    (void)folder.write("categories.toml", text);
    CatalogueRun run;
    run.catalogue = shipped_catalogue(folder.path(), run.sources, run.diagnostics);
    return run;
}

}  // namespace

TEST_CASE("what the build makes of the file is what the strict reader reads in it") {
    Sources sources;
    Diagnostics diagnostics;
    const auto read = shipped_catalogue(std::string(MSP_EXAMPLES) + "../lib/law", sources, diagnostics);
    REQUIRE(sources.all().size() == 1);
    CHECK(read.value().categories == shipped_catalogue().categories);
}

TEST_CASE("the shipped catalogue is that of the folder, where it has one") {
    const std::size_t built_in = shipped_catalogue().categories.size();
    const CatalogueRun run =
        read_with(everything() + entry({"parking", "Parking", "Car park", "6135", "", "", Nature::charge, ""}));
    CHECK(run.problems() == "");
    REQUIRE(run.catalogue);
    CHECK(run.catalogue->categories.size() == built_in + 1);
    CHECK(run.catalogue->categories.back().english == "Car park");
    const Folder empty;
    Sources sources;
    Diagnostics diagnostics;
    CHECK(shipped_catalogue(empty.path(), sources, diagnostics).value().categories.size() == built_in);
}

TEST_CASE("a catalogue with a mistake is refused at its place") {
    const std::string text = everything();
    CHECK(read_with("schema = 2").problems() ==
          "key.missing@1 key.missing@1 key.missing@1 key.missing@1 "
          "key.missing@1 value.range@1");
    const auto spoiled = [&](const std::string& what, const std::string& by) {
        return read_with(changed(text, what, by)).problems();
    };
    // The first category, rent, stands on line 6.
    CHECK(spoiled("nature = \"charge\"", "nature = \"charges\"") == "value.word@11");
    CHECK(spoiled("account = ", "acount = ") == "key.missing@6 key.unknown@10");
    CHECK(spoiled("id = \"rental-charges\"", "id = \"rent\"") == "id.repeated@13(7)");
}

TEST_CASE("a catalogue without a category that is built in is refused") {
    const CatalogueRun run = read_with(changed(everything(), "id = \"aci\"", "id = \"my-aci\""));
    CHECK(run.problems() == "law.category@1");
    CHECK_FALSE(run.catalogue);
}

TEST_CASE("an id of a category, in either language, names that one only") {
    std::map<std::string, std::string> owner;
    for (const Category& category : shipped_catalogue().categories) {
        CAPTURE(category.id);
        for (const std::string& id : {category.id, category.french_id})
            CHECK(owner.try_emplace(id, category.id).first->second == category.id);
    }
    // "loyer" is what French files write for the first one, rent.
    const CatalogueRun run =
        read_with(everything() + entry({"taken", "Pris", "Taken", "6135", "", "", Nature::charge, ""}) +
                  "french_id = \"rent\"\n");
    const std::size_t line = 5 + 6 * (shipped_catalogue().categories.size() + 1) + 1;
    CHECK(run.problems() == "id.repeated@" + std::to_string(line) + "(7)");
}
