// SPDX-License-Identifier: MIT
#include <msp/actuals/statement_account.hpp>

#include <doctest/doctest.h>

#include <tests/support/ledgers.hpp>

using namespace msp;
using namespace msp::test;

namespace {

AccountStatement with_movements(const std::vector<std::pair<int, int>>& days_and_euros,
                                const std::string& number = {}) {
    AccountStatement statement;
    statement.account.number = number;
    for (const auto& [day, euros] : days_and_euros) {
        StatementEntry entry;
        entry.date = *Date::make(2026, 1, static_cast<unsigned>(day));
        entry.amount = Money::from_cents(std::int64_t{euros} * 100);
        statement.entries.push_back(entry);
    }
    return statement;
}

}  // namespace

TEST_CASE("the only account of a bank is the one of the statement, cash boxes apart") {
    const auto books = books_of({"BQ 1 10 512000 - - 5", "BQ 1 10 530000 - - -5"});
    CHECK(account_of(*books->ledger, with_movements({{20, 7}})) == "512000");
    CHECK_FALSE(
        account_of(*books_of({"CA 1 10 530000 - - 5", "CA 1 10 706000 - - -5"})->ledger, with_movements({{10, 5}})));
}

TEST_CASE("of several accounts the one with most of the movements, if no other has half as many") {
    const auto books = books_of({"BQ 1 10 512000 - - 5", "BQ 1 10 706000 - - -5", "BQ 2 11 512000 - - 6",
                                 "BQ 2 11 706000 - - -6", "BQ 3 12 512100 - - 6", "BQ 3 12 706000 - - -6"});
    CHECK(account_of(*books->ledger, with_movements({{12, 6}})) == std::nullopt);  // both have it
    CHECK(account_of(*books->ledger, with_movements({{10, 5}})) == "512000");
    CHECK(account_of(*books->ledger, with_movements({{16, 5}})) == std::nullopt);           // six days apart
    CHECK(account_of(*books->ledger, with_movements({{10, 5}, {11, 8}})) == std::nullopt);  // half of them
}
