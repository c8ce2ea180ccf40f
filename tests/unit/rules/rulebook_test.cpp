// SPDX-License-Identifier: MIT
#include <msp/rules/rulebook.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/folder.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// A kind of rule that nothing of the library knows: files tariff-2027.toml, each with a rate. Their law is kept here.
std::vector<std::string> tariffs;

std::optional<std::int16_t> tariff_year(std::string_view id) {
    if (!id.starts_with("tariff-"))
        return std::nullopt;
    return static_cast<std::int16_t>(std::stoi(std::string(id.substr(7))));
}

void read_tariffs(const RuleFiles& files, Law& /*law*/, Diagnostics& diagnostics) {
    tariffs = {std::to_string(files.names.size()) + " files"};
    for (const RuleFile& file : files.needed) {
        const NodeId rate = file.document.find(Document::root(), "rate");
        if (rate == no_node)
            diagnostics.error("tariff.rate", {tr("there is no rate"), {}});
        else
            tariffs.push_back(file.id + " " + std::string(file.document[rate].text));
    }
}

constexpr RuleKind tariff = {.name = "tariff", .owns = tariff_year, .all_with_folder = false, .read = read_tariffs};
constexpr const RuleKind* only_tariffs[] = {&tariff};

std::vector<std::string> names(const Sources& sources) {
    std::vector<std::string> found;
    for (const SourceId source : sources.all())
        found.emplace_back(sources.name(source));
    return found;
}

LawNeeds aci_of(std::int16_t year) {
    return {.rules = {{.kind = aci_rules, .year = year}}};
}

}  // namespace

TEST_CASE("a kind of rule that is registered owns its files, and is read as it says") {
    const Folder folder;
    (void)folder.write("tariff-2026.toml", "rate = 1");
    (void)folder.write("tariff-2028.toml", "rate = 2");
    Rulebook rules(folder.path(), only_tariffs);
    Sources sources;
    Diagnostics diagnostics;
    REQUIRE(rules.law({}, sources, diagnostics) != nullptr);  // what stands in the user's folder is always read
    CHECK(tariffs == std::vector<std::string>{"2 files", "tariff-2026 1", "tariff-2028 2"});
    (void)folder.write("tariff-2029.toml", "price = 3");
    Rulebook wrong(folder.path(), only_tariffs);
    CHECK(wrong.law({}, sources, diagnostics) == nullptr);
    CHECK(diagnostics.has("tariff.rate"));
    // No built-in file is of this kind.
    Rulebook built_in(std::nullopt, only_tariffs);
    const LawNeeds every = {.rules = {{.kind = "tariff"}}};
    CHECK(built_in.law(every) != nullptr);
    CHECK(tariffs == std::vector<std::string>{"0 files"});
}

TEST_CASE("what two budgets need is read once, and lent to both") {
    Rulebook rules(std::nullopt);
    Diagnostics diagnostics;
    Sources first;
    Sources second;
    (void)second.add("budget.toml", "");
    const Law* law = rules.law(aci_of(2023), first, diagnostics);
    REQUIRE(law != nullptr);
    CHECK(law->aci.size() == 1);
    CHECK(rules.law(aci_of(2024), second, diagnostics) == law);  // the same text
    CHECK(rules.law(aci_of(2018), second, diagnostics) != law);
    CHECK(names(first) == std::vector<std::string>{"aci-2022-avenant1.toml"});
    CHECK(names(second) == std::vector<std::string>{"budget.toml", "aci-2022-avenant1.toml", "aci-2017.toml"});
    CHECK(first.text(first.all()[0]).data() == second.text(second.all()[1]).data());
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("rules and a catalogue with a mistake are told to each budget, at places in its own sources") {
    const Folder folder;
    (void)folder.write("aci-2027.toml", "schema = 1\nfrom =");
    (void)folder.write("categories.toml", "schema = 1\n");
    Rulebook rules(folder.path());
    CHECK(rules.law({}) == nullptr);
    for (int budget = 0; budget < 2; ++budget) {
        CAPTURE(budget);
        Sources sources;
        (void)sources.add("budget.toml", "");
        Diagnostics diagnostics;
        CHECK(rules.law({}, sources, diagnostics) == nullptr);
        CHECK(rules.catalogue(sources, diagnostics) == nullptr);
        CHECK(diagnostics.errors() > 1);
        for (const Diagnostic& diagnostic : diagnostics.sorted())
            CHECK(sources.name(diagnostic.span.source).starts_with(folder.path()));
    }
}
