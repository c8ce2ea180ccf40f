// SPDX-License-Identifier: MIT
#include <msp/model/budget.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

Budget ending(unsigned month, unsigned day) {
    Budget budget;
    budget.entities.emplace_back();
    budget.entities[0].year_end_month = month;
    budget.entities[0].year_end_day = day;
    return budget;
}

}  // namespace

TEST_CASE("an exercise is named by the calendar year it ends in") {
    const Budget calendar = ending(12, 31);
    CHECK(calendar.exercise_of("2026-01-01"_d, 0) == 2026);
    CHECK(calendar.exercise_of("2026-12-31"_d, 0) == 2026);
    const Budget june = ending(6, 30);
    CHECK(june.exercise_of("2026-06-30"_d, 0) == 2026);
    CHECK(june.exercise_of("2026-07-01"_d, 0) == 2027);
    CHECK(june.exercise_of("2026-12-31"_d, 0) == 2027);
}

TEST_CASE("an exercise that ends with February has 29 February in leap years") {
    const Budget february = budget_of("[entity]\nyear_end = \"02-28\"\n[bank]\nopening = 0\ndate = 2026-01-01\n");
    CHECK(february.exercise_of("2027-02-28"_d, 0) == 2027);
    CHECK(february.exercise_of("2027-03-01"_d, 0) == 2028);
    CHECK(february.exercise_of("2028-02-29"_d, 0) == 2028);
    CHECK(february.exercise_of("2028-03-01"_d, 0) == 2029);
}

TEST_CASE("the next exercise begins after the last day of one") {
    for (const auto& last_day : {std::pair(12U, 31U), std::pair(6U, 30U), std::pair(2U, 31U), std::pair(3U, 15U)}) {
        const Budget budget = ending(last_day.first, last_day.second);
        for (const std::int16_t exercise : {std::int16_t{2027}, std::int16_t{2028}}) {
            CAPTURE(last_day.first);
            const Date last = budget.last_day_of(exercise, 0);
            CHECK(budget.exercise_of(last, 0) == exercise);
            CHECK(budget.exercise_of(last + 1, 0) == exercise + 1);
        }
    }
    CHECK(ending(6, 30).last_day_of(2026, 0) == "2026-06-30"_d);
    CHECK(ending(2, 31).last_day_of(2028, 0) == "2028-02-29"_d);
}

TEST_CASE("the first day of a budget is the earliest of its banks") {
    const Budget budget = budget_of(
        "bank = [\n"
        "  { id = \"a\", opening = 0, date = 2026-03-01 },\n"
        "  { id = \"b\", opening = 0, date = 2026-02-01 },\n"
        "]\n");
    CHECK(budget.first_day() == "2026-02-01"_d);
    CHECK(budget.bank("b") == BankIndex{1});
    CHECK_FALSE(budget.bank("c"));
    CHECK(budget.entity("main") == EntityIndex{0});
    CHECK_FALSE(budget.entity("a"));
}

TEST_CASE("a part of a loan and a receipt at the other end have categories of their own") {
    const Budget budget = budget_of(
        "[[entity]]\nid = \"sisa\"\n[[entity]]\nid = \"scm\"\n"
        "[[bank]]\nid = \"s\"\nentity = \"sisa\"\nopening = 0\ndate = 2026-01-01\n"
        "[[bank]]\nid = \"m\"\nentity = \"scm\"\nopening = 0\ndate = 2026-01-01\n"
        "[[expense]]\nid = \"office\"\ncategory = \"rent\"\nentity = \"sisa\"\npaid_to = \"scm\"\n"
        "received_as = \"rent-received\"\namount = 1\nevery = \"month\"\nday = 1\n"
        "[[loan]]\nid = \"pret\"\nentity = \"scm\"\namount = 1200\ndate = 2026-01-15\nrate = \"6 %\"\n"
        "instalments = 12\ninsurance = { rate = \"1 %\" }\n");
    const auto category = [&](const char* line, Part part, Side side, BankIndex counterpart) {
        Movement movement;
        movement.item = std::string_view(line) == "office" ? 0 : 1;
        movement.part = part;
        movement.side = side;
        movement.counterpart = counterpart;
        return budget.categories[budget.category_of(movement)].id;
    };
    CHECK(category("office", Part::whole, Side::payments, 1) == "rent");
    CHECK(category("office", Part::whole, Side::receipts, 0) == "rent-received");
    CHECK(category("pret", Part::principal, Side::payments, no_bank) == "loan-principal");
    CHECK(category("pret", Part::interest, Side::payments, no_bank) == "loan-interest");
    CHECK(category("pret", Part::insurance, Side::payments, no_bank) == "loan-insurance");
    CHECK(category("pret", Part::drawdown, Side::receipts, no_bank) == "loan-drawdown");
}
