// SPDX-License-Identifier: MIT
#include <msp/law/aci.hpp>

#include <doctest/doctest.h>

using namespace msp;

namespace {

AciText text_of_two() {
    AciText text;
    text.from = 2022;
    text.until = 2025;
    text.indicators.resize(2);
    text.indicators[0].id = "acces.plan";
    text.indicators[0].kind = AciClass::prerequisite;
    text.indicators[1].id = "acces.plan.ipa";
    text.exceptions.resize(2);
    text.exceptions[0].year = 2022;
    text.exceptions[0].kind = AciClass::optional;
    text.exceptions[1].year = 2023;
    text.exceptions[1].indicator = 1;
    text.exceptions[1].payable = false;
    return text;
}

}  // namespace

TEST_CASE("classes and degrees of confidence have stable words") {
    CHECK(id_of(AciClass::prerequisite) == "prerequisite");
    CHECK(id_of(AciClass::socle) == "socle");
    CHECK(id_of(AciClass::conditional) == "conditional");
    CHECK(id_of(AciClass::optional) == "optional");
    CHECK(id_of(Confidence::confirmed) == "confirmed");
    CHECK(id_of(Confidence::single) == "single");
    CHECK(id_of(Confidence::inferred) == "inferred");
    CHECK(id_of(Confidence::unknown) == "unknown");
}

TEST_CASE("a text holds from its first year to its last, or on and on") {
    AciText text = text_of_two();
    CHECK_FALSE(text.holds(2021));
    CHECK(text.holds(2022));
    CHECK(text.holds(2025));
    CHECK_FALSE(text.holds(2026));
    text.until.reset();
    CHECK(text.holds(2199));
    CHECK_FALSE(text.holds(2021));
}

TEST_CASE("a text finds an indicator by its exact id") {
    const AciText text = text_of_two();
    CHECK(text.find("acces.plan") == 0);
    CHECK(text.find("acces.plan.ipa") == 1);
    CHECK_FALSE(text.find("acces"));
    CHECK_FALSE(text.find("acces.plan.ip"));
    CHECK_FALSE(text.empty());
    CHECK(AciText().empty());
}

TEST_CASE("an exception changes the class in its year only") {
    const AciText text = text_of_two();
    CHECK(text.class_of(0, 2022) == AciClass::optional);
    CHECK(text.class_of(0, 2023) == AciClass::prerequisite);
    REQUIRE(text.exception(1, 2023) != nullptr);
    CHECK_FALSE(text.exception(1, 2023)->payable);
    CHECK(text.exception(1, 2022) == nullptr);
    CHECK(text.exception(0, 2023) == nullptr);
    // One without a class of its own leaves the indicator's.
    CHECK(text.class_of(1, 2023) == AciClass::optional);
}

TEST_CASE("an indicator is counted where it pays by units or by steps") {
    AciIndicator indicator;
    indicator.terms.resize(2);
    CHECK_FALSE(indicator.counted());
    indicator.terms[1].most_units = 8;
    CHECK(indicator.counted());
    indicator.terms.clear();
    CHECK_FALSE(indicator.counted());
    indicator.steps.resize(1);
    CHECK(indicator.counted());
}

TEST_CASE("a text of the rules is read in the language asked for") {
    const Bilingual label{"Accès aux soins", "Access to care"};
    CHECK(label.in(Language::french) == "Accès aux soins");
    CHECK(label.in(Language::english) == "Access to care");
}
