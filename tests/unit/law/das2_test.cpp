// SPDX-License-Identifier: MIT
#include <msp/rules/law.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>
#include <tests/support/law_problems.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// With thresholds in place of the shipped ones: "law.order@11".
std::string das2_problems(const std::string& thresholds) {
    return law_problems(
        "das2.toml",
        "schema = 1\nchecked = 2026-11-29\n[sources]\na = { kind = \"press\", title = \"A\" }\n" + thresholds);
}

std::string threshold(const std::string& keys) {
    return "[[threshold]]\nsource = [\"a\"]\nconfidence = \"single\"\n" + keys;
}

}  // namespace

TEST_CASE("the threshold of the DAS2 is that of the calendar year") {
    const Das2& das2 = shipped_law().das2;
    const auto euros = [&](std::int16_t year) { return das2.of_year(year)->amount; };
    CHECK(das2.of_year(2006) == nullptr);
    CHECK(euros(2007) == Money::from_cents(600'00));
    CHECK(euros(2013) == Money::from_cents(600'00));
    CHECK(euros(2014) == Money::from_cents(1'200'00));
    CHECK(euros(2023) == Money::from_cents(1'200'00));
    CHECK(euros(2024) == Money::from_cents(2'400'00));
    CHECK(euros(2100) == Money::from_cents(2'400'00));
    CHECK(das2.of_year(2024)->evidence.confidence == Confidence::single);
    CHECK(cited(das2.of_year(2024)->evidence, das2.sources) == "legifiscal, ecol");
}

TEST_CASE("thresholds are read only where they are asked for") {
    Sources sources;
    Diagnostics diagnostics;
    CHECK(read_law({}, {}, sources, diagnostics)->das2.thresholds.empty());
    CHECK(read_law({.rules = {{.kind = das2_rules}}}, {}, sources, diagnostics)->das2.thresholds.size() == 3);
}

TEST_CASE("every mistake in a threshold is reported at its place") {
    CHECK(das2_problems(threshold("from = 2014\namount = 1200\n")).empty());
    CHECK(das2_problems(threshold("from = 2014\namount = 1200\n") + threshold("from = 2014\namount = 2400\n")) ==
          "law.order@13(8)");
    CHECK(das2_problems(threshold("from = 20144\namount = 1200\n")) == "value.range@8");
    CHECK(das2_problems(threshold("from = 2014\namount = 0\n")) == "value.type@9");
    CHECK(das2_problems(threshold("from = 2014\n")) == "key.missing@5");
    CHECK(das2_problems("[[threshold]]\nfrom = 2014\namount = 1\n") == "law.unused@4 law.evidence@5 law.evidence@5");
}
