// SPDX-License-Identifier: MIT
#include <msp/actuals/label.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("a pattern is whole words, without case, accents and punctuation") {
    const auto in = [](std::string_view pattern, std::string_view label) {
        return LabelPattern(pattern).is_in(label_words(label));
    };
    CHECK(in("ACI", "VIR CPAM ACI 2025"));
    CHECK(in("aci", "ACI"));
    CHECK(!in("ACI", "PHARMACIE"));
    CHECK(in("électricité", "Prlv ELECTRICITE/EDF"));
    CHECK(in("CPAM ACI", "VIR CPAM - ACI"));
    CHECK(!in("CPAM 2025", "VIR CPAM ACI 2025"));
    CHECK(in("CPAM*2025", "VIR CPAM ACI 2025"));
    CHECK(in("CPAM * 2025", "VIR CPAM ACI 2025"));
    CHECK(in("CPAM*", "VIR CPAM75"));
    CHECK(!in("CPAM", "VIR CPAM75"));
    CHECK(!in("", "VIR"));
    CHECK(!in("*", "VIR"));
    CHECK(label_words("VIR. Cœur-42") == " vir coeur 42 ");
}
