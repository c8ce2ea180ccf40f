// SPDX-License-Identifier: MIT
#include <msp/actuals/accuracy.hpp>
#include <msp/actuals/archive.hpp>
#include <msp/report/accuracy_sheets.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

const std::string two_accounts =
    "[entity]\nid = \"msp\"\nsiren = \"123456782\"\n" + bank_text("courant", "0.00") + bank_text("livret", "0.00") + R"(
[[transfer]]
id = "savings"
bank = "courant"
paid_to = "livret"
amount = 500.00
date = 2026-04-05
[[expense]]
id = "rent"
label = "Loyer"
category = "rent"
amount = 100.00
every = "month"
day = 5
[[income]]
id = "calls"
category = "charges-reimbursed"
amount = 300.00
every = "month"
day = 10
)";

CashMove move(Date date, ItemIndex item, Money amount) {
    CashMove made;
    made.amount = amount;
    made.date = date;
    made.item = item;
    made.kind = item == no_item ? CashKind::unmapped : CashKind::mapped;
    return made;
}

ItemIndex line(const Budget& budget, std::string_view id) {
    for (std::size_t i = 0; i < budget.items.size(); ++i) {
        if (budget.items[i].id == id)
            return static_cast<ItemIndex>(i);
    }
    return no_item;
}

std::string written(const ArchivedForecast& forecast) {
    std::string text;
    write_archive(forecast, [&](std::string_view piece) { text += piece; });
    return text;
}

// Rent and calls of January and February 2026, and 7.00 that no rule takes.
BookedCash two_months(const Budget& budget) {
    BookedCash booked;
    booked.add(move("2026-01-05"_d, line(budget, "rent"), "-100.00"_eur));
    booked.add(move("2026-01-10"_d, line(budget, "calls"), "300.00"_eur));
    booked.add(move("2026-02-05"_d, line(budget, "rent"), "-100.00"_eur));
    booked.add(move("2026-02-20"_d, no_item, "-7.00"_eur));
    return booked;
}

ArchivedEntity of_february(const Budget& budget) {
    // 1,000.00 - 100.00 + 300.00 - 100.00 - 7.00 = 1,093.00; the plan's last day is 30 April.
    return archived(budget, 0, two_months(budget), "2026-02-28"_d, "1093.00"_eur, "2026-04-30"_d,
                    movements_between(budget, "2026-01-01"_d, "2026-12-31"_d));
}

}  // namespace

TEST_CASE("a forecast is kept by line and day, without what the entity pays itself") {
    const Budget budget = budget_of(two_accounts);
    // After February: 1,093.00 - 100.00 + 300.00 - 100.00 + 300.00 = 1,493.00; lowest is March's rent, 993.00.
    CHECK(written({of_february(budget)}) ==
          "kind,entity,line,label,month,day,amount,siren\n"
          "balance,msp,,,,2026-02-28,1093.00,123456782\n"
          "low,msp,,,,2026-03-05,993.00,\n"
          "end,msp,,,,2026-04-30,1493.00,\n"
          "actual,msp,rent,Loyer,2026-01,,-100.00,\n"
          "actual,msp,rent,Loyer,2026-02,,-100.00,\n"
          "actual,msp,calls,calls,2026-01,,300.00,\n"
          "actual,msp,unmapped,,2026-02,,-7.00,\n"
          "forecast,msp,rent,Loyer,2026-03,2026-03-05,-100.00,\n"
          "forecast,msp,rent,Loyer,2026-04,2026-04-05,-100.00,\n"
          "forecast,msp,calls,calls,2026-03,2026-03-10,300.00,\n"
          "forecast,msp,calls,calls,2026-04,2026-04-10,300.00,\n");
}

TEST_CASE("what is written is read again") {
    const Budget budget = budget_of(two_accounts);
    ArchivedEntity of = of_february(budget);
    of.forecast.front().label = "=\"Loyer\", sans ;";
    Sources sources;
    Diagnostics diagnostics;
    const auto read = read_archive(sources, sources.add("kept.csv", written({of})), diagnostics);
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(read->front().made == of.made);
    CHECK(read->front().low.date == "2026-03-05"_d);
    // But for the apostrophe before what a spreadsheet would compute.
    CHECK(read->front().forecast.front().label == "'=\"Loyer\", sans ;");
    of.forecast.front().label = "Loyer";
    ArchivedForecast again = *read;
    again.front().forecast.front().label = "Loyer";
    CHECK(written(again) == written({of}));
}

TEST_CASE("the lowest evening is of the days after the forecast was made") {
    const Budget budget = budget_of(two_accounts);
    const auto low = [&](Date made) {
        const ArchivedEntity of = archived(budget, 0, BookedCash(), made, "1000.00"_eur, "2026-12-31"_d,
                                           movements_between(budget, "2026-01-01"_d, "2026-12-31"_d));
        return iso(of.low.date) + ' ' + plain(of.low.amount);
    };
    // Before rent is paid; the eve of rent; the eve of calls, whose evening is the first; nothing to come any more.
    CHECK(low("2026-03-01"_d) == "2026-03-05 900.00");
    CHECK(low("2026-03-04"_d) == "2026-03-05 900.00");
    CHECK(low("2026-03-09"_d) == "2026-04-05 1200.00");
    CHECK(low("2026-12-30"_d) == "2026-12-31 1000.00");
}

TEST_CASE("an error is what came less what was forecast, line by line") {
    const Budget budget = budget_of(two_accounts);
    BookedCash booked = two_months(budget);
    // March: rent 10.00 dearer, and calls of 290.00 two days late. April up to the 7th: no rent, but 50.00 of nobody.
    booked.add(move("2026-03-05"_d, line(budget, "rent"), "-110.00"_eur));
    booked.add(move("2026-03-12"_d, line(budget, "calls"), "290.00"_eur));
    booked.add(move("2026-04-06"_d, no_item, "-50.00"_eur));
    // 1,093.00 - 110.00 + 290.00 - 50.00 = 1,223.00.
    const auto of = judged(of_february(budget), budget, booked, "2026-04-07"_d, "1223.00"_eur, Grid::month);
    REQUIRE(of);
    CHECK(of->days.first == "2026-03-01"_d);
    CHECK(of->days.last == "2026-04-07"_d);
    // -100.00 + 300.00 - 100.00, and -110.00 + 290.00 - 50.00.
    CHECK(of->all.forecast == "100.00"_eur);
    CHECK(of->all.actual == "130.00"_eur);
    CHECK(of->all.error == "30.00"_eur);
    // 10 + 10 + 100 + 50 of 110 + 290 + 50 that came: 170 / 450.
    CHECK(of->missed == "170.00"_eur);
    CHECK(of->missed_percent == Quotient(17000, 45000) * Quotient(100));
    CHECK(of->forecast_low.amount == "993.00"_eur);
    // 1,093.00 - 110.00 on the evening of 5 March.
    CHECK(of->low.amount == "983.00"_eur);
    CHECK(of->low.date == "2026-03-05"_d);
    std::string told;
    for (const ForecastError& row : of->rows)
        told += iso(Month::of(row.period.first)) + ' ' + row.line + ' ' + plain(row.error) + '\n';
    CHECK(told == "2026-03 rent -10.00\n2026-03 calls -10.00\n2026-04 rent 100.00\n2026-04 unmapped -50.00\n");
    REQUIRE(of->totals.size() == 2);
    CHECK(of->totals[1].error == "50.00"_eur);
}

TEST_CASE("a forecast is judged by the days that are over, and no further than it goes") {
    const Budget budget = budget_of(two_accounts);
    const ArchivedEntity of = of_february(budget);
    const BookedCash booked = two_months(budget);
    CHECK(!judged(of, budget, booked, "2026-02-28"_d, "1093.00"_eur, {}));
    const auto later = judged(of, budget, booked, "2026-07-01"_d, "1093.00"_eur, {});
    REQUIRE(later);
    CHECK(later->days.last == "2026-04-30"_d);
    CHECK(later->rows.size() == 2);
    CHECK(later->low.date == "2026-03-01"_d);
}

TEST_CASE("the forecast of three months before is the latest that was there then, else the first") {
    std::vector<JudgedForecast> forecasts(3);
    forecasts[0].made = "2026-05-31"_d;
    forecasts[1].made = "2026-06-30"_d;
    forecasts[2].made = "2026-07-31"_d;
    CHECK(made_months_before(forecasts, "2026-09-30"_d, 3) == 1);
    CHECK(made_months_before(forecasts, "2026-09-29"_d, 3) == 0);
    CHECK(made_months_before(forecasts, "2026-12-31"_d, 3) == 2);
    CHECK(made_months_before(forecasts, "2026-06-30"_d, 3) == 0);
}
