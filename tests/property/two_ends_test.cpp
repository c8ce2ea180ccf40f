// SPDX-License-Identifier: MIT
// Whatever an entity has paid another, early, late, in part or without being due: what one of them pays in all the
// other receives, whichever of them has books.
#include <msp/actuals/rolling.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string rent_of_two() {
    std::string toml = R"(
[[entity]]
id = "tenant"
[[entity]]
id = "owner"
[[bank]]
id = "current"
entity = "tenant"
opening = 1000.00
date = 2026-01-01
[[bank]]
id = "house"
entity = "owner"
opening = 500.00
date = 2026-01-01
[[map]]
line = "rent"
entity = "owner"
account = "708"
[[expense]]
id = "rent"
bank = "current"
paid_to = "house"
category = "rent"
match = ["613"]
)";
    toml +=
        *rc::gen::element<std::string>("", "arrives = \"3 days\"\n", "overdue = \"20 days\"\n", "state = \"called\"\n");
    toml += "amounts = [\n";
    for (int left = *rc::gen::inRange(1, 7); left > 0; --left)
        toml += "{ date = 2026-0" + std::to_string(*rc::gen::inRange(1, 10)) + "-0" +
                std::to_string(*rc::gen::inRange(1, 9)) +
                ", amount = " + std::to_string(*rc::gen::element(50, 95, 100, 200)) + ".00 },\n";
    return toml + "]\n";
}

}  // namespace

TEST_CASE("property: what one entity pays in all is what the other receives, whichever has books") {
    CHECK(rc::check([] {
        const std::string toml = rent_of_two();
        const bool of_payer = *rc::gen::arbitrary<bool>();
        std::string text = fec_header();
        for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
            BookLine line;
            line.number = std::to_string(left);
            line.day = "20260" + std::to_string(*rc::gen::inRange(1, 7)) + std::to_string(*rc::gen::inRange(10, 29));
            const std::string nature = *rc::gen::element<std::string>("rent", "rent", "rent", "606100");
            const std::string account = nature != "rent" ? nature : of_payer ? "613200" : "708300";
            const bool in = of_payer == (*rc::gen::inRange(0, 10) == 0);  // a refund now and then
            text += fec_entry(line, in ? "512000" : account, in ? account : "512000",
                              std::int64_t{100} * *rc::gen::element(50, 95, 99, 100, 150, 200));
        }
        const auto read = ledger_of(text);
        const Ledgers ledgers({&*read->ledger});
        const std::array all = {EntityBooks{static_cast<EntityIndex>(of_payer ? 0 : 1), {"books.txt"}, &ledgers}};
        Case of(budget_of(toml), shipped_law());
        (void)roll(of, all, {});
        std::array<Money, 2> ends;
        (void)movements(of, {}, {"2025-12-01"_d, "2027-12-31"_d}, [&](const Movement& each) {
            if (of.budget.items[each.item].id == "rent")
                ends.at(each.bank) += each.amount;
        });
        RC_ASSERT(ends[0] + ends[1] == Money());
    }));
}
