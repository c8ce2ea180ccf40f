// SPDX-License-Identifier: MIT
#include <msp/model/scenario.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace msp;

TEST_CASE("a scenario is called by its label, with its id where that names another one too") {
    const ScenarioNames names(std::vector<ScenarioName>{{"late", "ACI in July", {}, {}, {}},
                                                        {"dear", "Rent", {}, {}, {}},
                                                        {"cheap", "Rent", {}, {}, {}},
                                                        {"plain", "plain", {}, {}, {}},
                                                        {"again", "base", {}, {}, {}}});
    std::string all;
    for (const ScenarioName& name : names.all())
        all += names.title(name) + "; ";
    CHECK(all == "ACI in July; Rent (dear); Rent (cheap); plain; base (again); ");
}
