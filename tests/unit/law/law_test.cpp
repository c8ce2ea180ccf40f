// SPDX-License-Identifier: MIT
#include <msp/law/law.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("the law gives the text in force in a year, or the one of a name") {
    Law law;
    law.aci.resize(2);
    law.aci[0].id = "first";
    law.aci[0].from = 2017;
    law.aci[0].until = 2021;
    law.aci[1].id = "second";
    law.aci[1].from = 2022;
    CHECK(law.aci_of(2016) == nullptr);
    CHECK(law.aci_of(2017) == &law.aci[0]);
    CHECK(law.aci_of(2021) == &law.aci[0]);
    CHECK(law.aci_of(2022) == &law.aci[1]);
    CHECK(law.aci_of(2100) == &law.aci[1]);
    CHECK(law.aci_named("second") == &law.aci[1]);
    CHECK(law.aci_named("third") == nullptr);
}
