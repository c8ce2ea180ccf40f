// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace msp;

namespace {

Diagnostic error(const char* id, Span span = {}) {
    return {Severity::error, id, {}, span, {}, {}};
}
Diagnostic warning(const char* id, Span span = {}) {
    return {Severity::warning, id, {}, span, {}, {}};
}

std::string ids(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.sorted())
        out += diagnostic.id;
    return out;
}

}  // namespace

TEST_CASE("diagnostics come in the order of the files, then of the places; nowhere is last") {
    const SourceId first{1};
    const SourceId second{2};
    Diagnostics diagnostics;
    diagnostics.add(error("f"));
    diagnostics.add(error("d", {second, 1, 2}));
    diagnostics.add(error("c", {first, 9, 10}));
    diagnostics.add(warning("a", {first, 5, 6}));
    diagnostics.add(error("b", {first, 5, 9}));  // same place as "a": the order of adding
    diagnostics.add(error("e", {second, 2, 2}));
    diagnostics.add(error("g"));
    CHECK(ids(diagnostics) == "abcdefg");
}

TEST_CASE("errors and warnings are counted apart") {
    Diagnostics diagnostics;
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.add(warning("w"));
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.add(error("e"));
    diagnostics.add(error("e"));
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.errors() == 2);
    CHECK(diagnostics.warnings() == 1);
    CHECK(diagnostics.dropped() == 0);
}

TEST_CASE("beyond the limit only the counts go on") {
    Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < 1500; ++i)
        diagnostics.add(error("e", {SourceId{1}, i, i}));
    diagnostics.add(warning("w"));
    CHECK(diagnostics.errors() == 1500);
    CHECK(diagnostics.warnings() == 1);
    CHECK(diagnostics.dropped() == 501);
    const auto kept = diagnostics.sorted();
    REQUIRE(kept.size() == 1000);
    CHECK(kept.back().span.begin == 999);
}

TEST_CASE("an error takes the place of the last warning kept") {
    Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < 1200; ++i)
        diagnostics.add(warning("w", {SourceId{1}, i, i}));
    diagnostics.add(error("e", {SourceId{1}, 5000, 5000}));
    diagnostics.add(error("e", {SourceId{1}, 6000, 6000}));
    const auto kept = diagnostics.sorted();
    REQUIRE(kept.size() == 1000);
    CHECK(kept[997].span.begin == 997);
    CHECK(kept[998].span.begin == 5000);
    CHECK(kept[999].span.begin == 6000);
    CHECK(diagnostics.dropped() == 202);
}

TEST_CASE("a fault in many places is one, told at the first, with the number of the others") {
    Diagnostics diagnostics;
    CHECK_FALSE(diagnostics.again("misspelt"));
    for (std::uint32_t row = 3; row < 503; ++row)
        diagnostics.add_once(error("a", {SourceId{1}, row, row + 1}), "misspelt");
    diagnostics.add_once(error("b"), "another");
    CHECK(diagnostics.again("another"));
    CHECK(diagnostics.errors() == 502);  // 500 places and 2
    CHECK(diagnostics.dropped() == 0);
    const std::vector<Diagnostic> told = diagnostics.sorted();
    REQUIRE(told.size() == 2);
    CHECK(told[0].span.begin == 3);
    CHECK(told[0].more == 499);  // 500 places, less the first
    CHECK(told[1].more == 1);
    // What is handed on keeps its number.
    Diagnostics others;
    others.add(told[0]);
    CHECK(others.sorted().front().more == 499);
}

TEST_CASE("an Error holds its diagnostic") {
    const Error thrown(error("money.overflow", {SourceId{3}, 1, 2}));
    CHECK(std::string_view(thrown.what()) == "money.overflow");
    CHECK(thrown.diagnostic().span == Span{SourceId{3}, 1, 2});
}
