// SPDX-License-Identifier: MIT
#include <msp/actuals/two_ends.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// Planned for 5 March, to arrive on the 8th.
PaymentEnd end_planned(Date day, std::optional<Date> until) {
    PaymentEnd end;
    end.planned = day;
    end.until = until;
    return end;
}

PaymentEnd end_told(Date day, std::optional<Date> until, std::vector<PaymentEnd::Came> came, Money open,
                    Date expected) {
    PaymentEnd end = end_planned(day, until);
    end.told = true;
    end.came = std::move(came);
    end.open = open;
    end.expected = expected;
    return end;
}

// What is told, and what is open: "03-12 60.00, open 40.00 04-04".
std::string both(PaymentEnd paid, PaymentEnd received) {
    const AgreedEnds agreed = agree(paid, received);
    const auto of = [](const PaymentEnd& end, const std::vector<ToldByOther>& told) {
        std::string text;
        for (const ToldByOther& each : told)
            text += iso(each.day).substr(5) + ' ' + plain(each.amount) + (each.missing ? "!" : "") + ", ";
        return text + "open " + plain(end.open) + (end.open == Money() ? "" : ' ' + iso(end.expected).substr(5));
    };
    return of(paid, agreed.paid) + " | " + of(received, agreed.received);
}

}  // namespace

TEST_CASE("an end without books follows the other, as many days later as are planned") {
    const auto alone = end_planned("2026-03-08"_d, {});
    CHECK(both(end_told("2026-03-05"_d, "2026-03-31"_d, {{"2026-03-09"_d, "60.00"_eur}}, "40.00"_eur, "2026-04-01"_d),
               alone) == "open 40.00 04-01 | 03-12 60.00, open 40.00 04-04");
    CHECK(both(end_planned("2026-03-05"_d, {}),
               end_told("2026-03-08"_d, "2026-03-31"_d, {{"2026-03-12"_d, "60.00"_eur}}, "40.00"_eur,
                        "2026-04-01"_d)) == "03-09 60.00, open 40.00 03-29 | open 40.00 04-01");
    // Cancelled at one is cancelled at the other.
    CHECK(both(end_told("2026-03-05"_d, "2026-03-31"_d, {}, Money(), "2026-04-01"_d), alone) ==
          "open 0.00 | open 0.00");
}

TEST_CASE("of two ends with books, what is paid and has not arrived is on its way") {
    const auto paid = [](Money open) {
        return end_told("2026-03-05"_d, "2026-03-31"_d, {{"2026-03-05"_d, "60.00"_eur}}, open, "2026-04-01"_d);
    };
    const auto received = [](Date until, std::vector<PaymentEnd::Came> came, Money open) {
        return end_told("2026-03-08"_d, until, std::move(came), open, until + 1);
    };
    // Nothing has arrived by 10 March of the 60: they do on the 11th. The books should have them.
    CHECK(both(paid("40.00"_eur), received("2026-03-10"_d, {}, "100.00"_eur)) ==
          "open 40.00 04-01 | 03-11 60.00!, open 40.00 04-04");
    // 50 of the 60 have; those that end before do not know the day.
    CHECK(both(paid("40.00"_eur), received("2026-03-07"_d, {{"2026-03-06"_d, "50.00"_eur}}, "50.00"_eur)) ==
          "open 40.00 04-01 | 03-08 10.00, open 40.00 04-04");
    // 70 have: ten of what is open are in the receiver's books only, and are still to appear in the payer's.
    CHECK(both(paid("40.00"_eur), received("2026-03-31"_d, {{"2026-03-08"_d, "70.00"_eur}}, "30.00"_eur)) ==
          "open 40.00 04-01 | open 30.00 04-04");
    // Paid off with 60: nothing more arrives, whatever is open there.
    CHECK(both(paid(Money()), received("2026-03-31"_d, {{"2026-03-08"_d, "60.00"_eur}}, "40.00"_eur)) ==
          "open 0.00 | open 0.00");
    // 30 have, and 70 after the payer's books end: 30 of the 60 and 40 that they have not, 10 of these due, are paid
    // three days before.
    CHECK(both(paid("10.00"_eur),
               received("2026-04-30"_d, {{"2026-03-08"_d, "30.00"_eur}, {"2026-04-05"_d, "70.00"_eur}}, Money())) ==
          "04-02 40.00, open 0.00 | open 0.00");
    // Until 10 April nothing more has arrived, so that the 40 are not paid before 8 April.
    CHECK(both(paid("40.00"_eur), received("2026-04-10"_d, {{"2026-03-08"_d, "60.00"_eur}}, "40.00"_eur)) ==
          "open 40.00 04-08 | open 40.00 04-11");
}
