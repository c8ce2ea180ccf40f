// SPDX-License-Identifier: MIT
#include <msp/actuals/rolling.hpp>
#include <msp/cash/projection.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/budget_text.hpp>
#include <tests/support/changed_text.hpp>
#include <tests/support/ledgers.hpp>
#include <utility>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// An entry between two accounts: the first gets it, the second gives it.
struct Paid {
    std::string day;
    std::string to;
    std::string from;
    int euros = 0;
};

const std::string joined_accounts =
    booked_accounts() + monthly_text("expense", "rent", "rent", "100.00", "match = [\"613\"]\n");

// The tenant pays rent to the owner.
const std::string two_entities =
    "[[entity]]\nid = \"tenant\"\n[[entity]]\nid = \"owner\"\n" +
    bank_text("courant", "1000.00", "entity = \"tenant\"\naccount = \"5121\"\n") +
    bank_text("livret", "500.00", "entity = \"owner\"\naccount = \"5122\"\n") +
    monthly_text("expense", "rent", "rent", "100.00", "bank = \"courant\"\nmatch = [\"613\"]\npaid_to = \"livret\"\n") +
    "[[map]]\nline = \"rent\"\nentity = \"owner\"\naccount = \"708\"\n";

// Books that begin with 1,000 and 500, or with nothing, and go on with these entries.
std::string export_of(const std::vector<Paid>& entries, bool opened = true) {
    std::string text = fec_header();
    int number = 0;
    const auto add = [&](const std::string& journal, const Paid& paid) {
        ++number;
        BookLine line;
        line.journal = journal;
        line.number = std::to_string(number);
        line.day = paid.day;
        text += fec_entry(line, paid.to, paid.from, std::int64_t{100} * paid.euros);
    };
    if (opened) {
        add("AN", {"2026-01-01", "512100", "101000", 1000});
        add("AN", {"2026-01-01", "512200", "101000", 500});
    }
    for (const Paid& paid : entries)
        add("BQ", paid);
    return text;
}

struct RolledPlan {
    std::vector<std::unique_ptr<ReadLedger>> read;
    Case of;
    Rolling rolling;

    RolledPlan(const std::string& toml, const std::string& books, std::optional<Date> as_of = {})
        : RolledPlan(toml, std::vector{books}, as_of) {}

    // Books by entity; an empty text is none.
    RolledPlan(const std::string& toml, const std::vector<std::string>& books, std::optional<Date> as_of = {})
        : of(budget_of(toml), shipped_law()) {
        std::deque<Ledgers> ledgers;
        std::vector<EntityBooks> all;
        for (std::size_t entity = 0; entity < books.size(); ++entity) {
            if (books[entity].empty())
                continue;
            read.push_back(ledger_of(books[entity]));
            const Ledgers& kept = ledgers.emplace_back(std::vector<const Fec*>{&*read.back()->ledger});
            all.push_back({static_cast<EntityIndex>(entity), {"books.txt"}, &kept});
        }
        rolling = roll(of, all, as_of);
    }

    // "2026-01-05 rent -100.00 paid -100.00", what is open and when it is expected behind it.
    [[nodiscard]] std::string dues() const {
        std::string all;
        for (const BecameOf& each : rolling.dues) {
            all += iso(each.planned.date) + ' ' + of.budget.items[each.planned.item].id +
                   (each.planned.part == Part::whole ? "" : '.' + std::string(id_of(each.planned.part))) + ' ' +
                   plain(each.planned.amount) + ' ' + std::string(id_of(each.became)) + ' ' + plain(each.came);
            if (each.open != Money())
                all += " open " + plain(each.open) + ' ' + iso(each.expected);
            all += '\n';
        }
        return all;
    }

    // What is still to come, by day.
    [[nodiscard]] std::string to_come(Date last) const {
        std::vector<Movement> found;
        const Date first = rolling.entities.front().until + 1;
        (void)movements(of, {}, {first, last}, [&](const Movement& each) { found.push_back(each); });
        std::ranges::stable_sort(found, {}, &Movement::date);
        return test::told(of.budget, found);
    }

    [[nodiscard]] std::string evening(Date day) const {
        const Projection made = project(of, {}, {"2026-01-01"_d, "2027-12-31"_d});
        std::string all;
        for (const Account& account : made.accounts)
            all += (all.empty() ? "" : " ") + plain(account.series.on(day));
        return all;
    }

    [[nodiscard]] std::string landing(std::optional<BankIndex> bank = {}) const {
        std::string all;
        for (const Landed& each : landings_of(rolling, 0, bank))
            all += of.budget.items[each.item].id + ' ' + plain(each.budget) + ' ' + plain(each.actual) + ' ' +
                   plain(each.remaining) + ' ' + plain(each.landing()) + '\n';
        return all;
    }
};

}  // namespace

TEST_CASE("what one entity has not paid has not arrived at the other, whichever has books") {
    const auto told = [](const RolledPlan& plan) {
        std::string all;
        for (const BecameOf& each : plan.rolling.dues)
            all += iso(each.planned.date).substr(5) + ' ' + plain(each.planned.amount) + ' ' +
                   std::string(id_of(each.became)) + ' ' + plain(each.came) + ' ' + plain(each.open) +
                   (each.open == Money() ? "" : ' ' + iso(each.expected).substr(5)) + (each.told_by ? " told" : "") +
                   '\n';
        return all;
    };
    // Of the rents of January to March the payer's books have January's, two days late, and 60 of February's.
    const std::string payer = export_of({{"2026-01-07", "613200", "512100", 100},
                                         {"2026-02-05", "613200", "512100", 60},
                                         {"2026-03-20", "606100", "512100", 1}},
                                        false);
    const RolledPlan of_payer(two_entities, {payer, ""});
    CHECK(told(of_payer) ==
          "01-05 -100.00 paid -100.00 0.00\n01-05 100.00 paid 100.00 0.00 told\n"
          "02-05 -100.00 in-part -60.00 -40.00 03-21\n02-05 100.00 in-part 60.00 40.00 03-21 told\n"
          "03-05 -100.00 late 0.00 -100.00 03-21\n03-05 100.00 late 0.00 100.00 03-21 told\n"
          "03-20 -1.00 unplanned -1.00 0.00\n");
    // 1,000 - 160 - 1 and 500 + 160; on the day after both of 140.
    CHECK(of_payer.evening("2026-01-06"_d) == "1000.00 500.00");
    CHECK(of_payer.evening("2026-03-20"_d) == "839.00 660.00");
    CHECK(of_payer.evening("2026-03-21"_d) == "699.00 800.00");
    // The receiver's books say the same of the payer.
    const std::string receiver = export_of({{"2026-01-07", "512200", "708300", 100},
                                            {"2026-02-05", "512200", "708300", 60},
                                            {"2026-03-20", "606100", "512200", 1}},
                                           false);
    const RolledPlan of_receiver(two_entities, {"", receiver});
    CHECK(of_receiver.evening("2026-01-06"_d) == "1000.00 500.00");
    CHECK(of_receiver.evening("2026-03-20"_d) == "840.00 659.00");
    CHECK(of_receiver.evening("2026-03-21"_d) == "700.00 799.00");
    // What is paid without being due arrives too.
    const RolledPlan more(
        two_entities,
        {export_of({{"2026-01-05", "613200", "512100", 100}, {"2026-01-20", "613200", "512100", 30}}, false), ""});
    CHECK(more.evening("2026-01-31"_d) == "870.00 630.00");
    CHECK(told(more) ==
          "01-05 -100.00 paid -100.00 0.00\n01-05 100.00 paid 100.00 0.00 told\n"
          "01-20 -30.00 unplanned -30.00 0.00\n01-20 30.00 unplanned 30.00 0.00 told\n");
    // A closed day is that of both.
    std::string closed = two_entities;
    closed.insert(closed.find("paid_to"), "closed = [2026-03-05]\n");
    CHECK(RolledPlan(closed, {payer, ""}).evening("2026-03-31"_d) == "799.00 700.00");
}

TEST_CASE("the books of both ends of a payment agree") {
    const std::string payer = export_of({{"2026-01-07", "613200", "512100", 100},
                                         {"2026-02-05", "613200", "512100", 100},
                                         {"2026-03-10", "606100", "512100", 1}},
                                        false);
    // The receiver's have no rule; theirs is found by the amount, and March is late at both.
    const std::string receiver = export_of({{"2026-01-08", "512200", "758000", 100},
                                            {"2026-02-06", "512200", "758000", 100},
                                            {"2026-03-10", "606100", "512200", 1}},
                                           false);
    std::string no_rule = two_entities;
    no_rule.erase(no_rule.find("[[map]]"));
    const RolledPlan both(no_rule, {payer, receiver});
    CHECK(both.evening("2026-03-10"_d) == "799.00 699.00");
    CHECK(both.to_come("2026-04-30"_d) ==
          "2026-03-11 rent -100.00\n2026-03-11 rent 100.00\n2026-04-05 rent -100.00\n2026-04-05 rent 100.00\n");
    CHECK(both.rolling.without_rule.empty());
    CHECK(plain(both.rolling.entities[1].unmapped) == "-1.00");
    // Of the year twelve times 100 either way, and 1 of nobody.
    CHECK(plain(total_of(both.rolling, 0).landing()) == "-1201.00");
    CHECK(plain(total_of(both.rolling, 1).landing()) == "1199.00");
    // Paid on 5 February, and the receiver's books end before it arrives: it is on its way.
    const std::string early = export_of({{"2026-01-08", "512200", "708300", 100}}, false);
    const RolledPlan on_the_way(two_entities, {payer, early});
    CHECK(on_the_way.evening("2026-02-20"_d) == "800.00 700.00");
    // What arrived after the payer's books end is paid on that day.
    const RolledPlan ahead(two_entities, {export_of({{"2026-01-07", "613200", "512100", 100}}, false),
                                          export_of({{"2026-01-08", "512200", "708300", 100},
                                                     {"2026-02-03", "512200", "708300", 100},
                                                     {"2026-02-28", "606100", "512200", 1}},
                                                    false)});
    CHECK(ahead.evening("2026-02-02"_d) == "900.00 600.00");
    CHECK(ahead.evening("2026-02-28"_d) == "800.00 699.00");
    // Paid and in no amount of the receiver's books: their rule is missing.
    const RolledPlan missing(no_rule, {payer, export_of({{"2026-03-10", "512200", "758000", 200}}, false)});
    REQUIRE(missing.rolling.without_rule.size() == 1);
    CHECK(missing.rolling.without_rule[0].entity == 1);
}

TEST_CASE("what one end has for one amount and the other end for another is the same money") {
    const std::string toml =
        changed(two_entities, "amount = 100.00\nevery = \"month\"\nday = 5\n",
                "amounts = [{ date = 2026-03-01, amount = 100.00 }, { date = 2026-01-01, amount = 95.00 }]\n");
    // 100 would be March's for the payer, since they are as much; the owner booked 110 and has them for January, since
    // they are near to it. So they are January's for both, and nobody has paid March.
    const RolledPlan crossed(
        toml, {export_of({{"2026-01-02", "613200", "512100", 100}, {"2026-01-29", "606100", "512100", 1}}, false),
               export_of({{"2026-01-05", "512200", "708300", 110}, {"2026-01-29", "606100", "512200", 1}}, false)});
    CHECK(crossed.dues() ==
          "2026-01-01 rent -95.00 paid -100.00\n2026-01-01 rent 95.00 paid 110.00\n"
          "2026-01-29 booked.payments -1.00 unplanned -1.00\n2026-01-29 booked.payments -1.00 unplanned -1.00\n"
          "2026-03-01 rent -100.00 late 0.00 open -100.00 2026-03-01\n"
          "2026-03-01 rent 100.00 late 0.00 open 100.00 2026-03-01\n");
    // 1,000 - 100 - 1 - 100 and 500 + 110 - 1 + 100.
    CHECK(crossed.evening("2026-12-31"_d) == "799.00 709.00");
    // 150 for the 95 of January came the day after the payer's books end: more than is due has been paid too.
    const RolledPlan more(toml, {export_of({{"2026-01-20", "606100", "512100", 1}}, false),
                                 export_of({{"2026-01-21", "512200", "708300", 150}}, false)});
    // 1,000 - 1 - 150 and 500 + 150; then the 100 of March.
    CHECK(more.evening("2026-01-21"_d) == "849.00 650.00");
    CHECK(more.evening("2026-12-31"_d) == "749.00 750.00");
}

TEST_CASE("the balances of the evening on which the books end are theirs") {
    const RolledPlan plan(joined_accounts, export_of({{"2026-01-06", "613200", "512100", 100},
                                                      {"2026-02-10", "512200", "512100", 300},
                                                      {"2026-02-11", "606100", "512200", 7}}));
    // 1,000 - 100 - 300 = 600; 500 + 300 - 7 = 793
    CHECK(plan.evening("2026-02-11"_d) == "600.00 793.00");
    CHECK(plain(plan.rolling.banks[0].balance) == "600.00");
    CHECK(plain(plan.rolling.banks[1].balance) == "793.00");
    // The rent of February is still due: 600 - 100.
    CHECK(plan.evening("2026-02-12"_d) == "500.00 793.00");
    CHECK(plan.dues() ==
          "2026-01-05 rent -100.00 paid -100.00\n"
          "2026-02-05 rent -100.00 late 0.00 open -100.00 2026-02-12\n"
          "2026-02-11 booked.payments -7.00 unplanned -7.00\n");
    // Of the year 1,200: 100 paid, 1,100 to come. What the accounts pay each other is nothing.
    CHECK(plan.landing() ==
          "rent -1200.00 -100.00 -1100.00 -1200.00\n"
          "booked.transfers 0.00 0.00 0.00 0.00\n"
          "booked.payments 0.00 -7.00 0.00 -7.00\n");
    // Of one account alone, what it pays the other is gone.
    CHECK(plan.landing(BankIndex{0}) ==
          "rent -1200.00 -100.00 -1100.00 -1200.00\n"
          "booked.transfers 0.00 -300.00 0.00 -300.00\n");
    CHECK(plan.landing(BankIndex{1}) ==
          "booked.transfers 0.00 300.00 0.00 300.00\n"
          "booked.payments 0.00 -7.00 0.00 -7.00\n");
}

TEST_CASE("one payment for two late rents is not expected again") {
    const RolledPlan plan(joined_accounts, export_of({{"2026-03-20", "613200", "512100", 199}}));
    // 199 = 100 of March + 99, nine tenths of January's 100.
    CHECK(plan.to_come("2026-04-30"_d) == "2026-03-21 rent -100.00\n2026-04-05 rent -100.00\n");
}

TEST_CASE("a planned transfer is held against each of its accounts") {
    const RolledPlan plan(joined_accounts + R"(
[[transfer]]
id = "savings"
bank = "courant"
paid_to = "livret"
amount = 50.00
every = "month"
day = 10
)",
                          export_of({{"2026-01-12", "512200", "512100", 50}, {"2026-02-10", "512200", "512100", 20}}));
    // 1,000 - 70 = 930; 500 + 70 = 570; 30 of February and both rents are still due.
    CHECK(plan.evening("2026-02-10"_d) == "930.00 570.00");
    CHECK(plan.to_come("2026-02-28"_d) ==
          "2026-02-11 rent -100.00\n2026-02-11 rent -100.00\n2026-02-11 savings -30.00\n2026-02-11 savings 30.00\n");
}

TEST_CASE("what is closed or dropped is not expected again, and a delay counts from its day") {
    const std::string books = export_of({{"2026-03-20", "606100", "512100", 1}});
    const auto rest = [&](const std::string& keys) {
        return RolledPlan(joined_accounts + keys, books).to_come("2026-04-10"_d);
    };
    CHECK(rest("") ==
          "2026-03-21 rent -100.00\n2026-03-21 rent -100.00\n2026-03-21 rent -100.00\n2026-04-05 rent -100.00\n");
    CHECK(rest("closed = [2026-01-05, 2026-02-05]\n") == "2026-03-21 rent -100.00\n2026-04-05 rent -100.00\n");
    CHECK(rest("overdue = \"dropped\"\n") == "2026-04-05 rent -100.00\n");
    // 5 March + 30 days = 4 April; what would be before the books end comes on the day after.
    CHECK(rest("overdue = \"30 days\"\n") ==
          "2026-03-21 rent -100.00\n2026-03-21 rent -100.00\n2026-04-04 rent -100.00\n2026-04-05 rent -100.00\n");
    const RolledPlan idle(joined_accounts + "closed = [2026-03-01]\n", books);
    REQUIRE(idle.rolling.idle.size() == 1);
    CHECK(idle.rolling.idle[0].day.date == "2026-03-01"_d);
}

TEST_CASE("two amounts of a line on one day are two") {
    const RolledPlan plan(std::string(one_bank) + R"(
[[expense]]
id = "repairs"
category = "rent"
match = ["615"]
amounts = [{ date = 2026-01-10, amount = 100.00 }, { date = 2026-01-10, amount = 30.00 }]
)",
                          export_of({{"2026-01-12", "615200", "512100", 30}}, false));
    CHECK(plan.dues() ==
          "2026-01-10 repairs -100.00 late 0.00 open -100.00 2026-01-13\n"
          "2026-01-10 repairs -30.00 paid -30.00\n");
}

TEST_CASE("books are read up to the day that is asked for, or their last entry") {
    const std::string books =
        export_of({{"2026-01-06", "613200", "512100", 100}, {"2026-02-06", "613200", "512100", 100}});
    const RolledPlan early(joined_accounts, books, "2026-01-20"_d);
    CHECK(early.rolling.entities[0].until == "2026-01-20"_d);
    CHECK(plain(early.rolling.entities[0].later) == "-100.00");
    CHECK(early.evening("2026-01-20"_d) == "900.00 500.00");
    const RolledPlan late(joined_accounts, books, "2026-05-20"_d);
    CHECK(late.rolling.entities[0].until == "2026-02-06"_d);
    CHECK(late.to_come("2026-03-31"_d) == "2026-03-05 rent -100.00\n");
}

TEST_CASE("the typed balance stands where the books have none, and is held against theirs where they have") {
    const std::vector<Paid> paid = {{"2026-01-06", "613200", "512100", 100}, {"2026-02-06", "613200", "512100", 100}};
    std::string typed = changed(joined_accounts, "2026-01-01", "2026-02-01");
    // Their morning of 1 February: 1,000 - 100; 1,000 are typed.
    const RolledPlan opened(typed, export_of(paid));
    REQUIRE(opened.rolling.banks[0].typed);
    CHECK(plain(opened.rolling.banks[0].typed->gap()) == "100.00");
    CHECK(opened.evening("2026-02-06"_d) == "800.00 500.00");
    // January's payment is in the typed 1,000 already.
    const RolledPlan unopened(typed, export_of(paid, false));
    CHECK(unopened.evening("2026-02-06"_d) == "900.00 500.00");
    CHECK(plain(unopened.rolling.entities[0].before) == "-100.00");
    // It lands all the same: 2 x 100 came, and ten remain.
    CHECK(unopened.landing() == "rent -1200.00 -200.00 -1000.00 -1200.00\n");
    // A morning after their end they do not know.
    typed = changed(typed, "2026-02-01", "2026-05-01");
    const RolledPlan later(typed, export_of(paid));
    CHECK(!later.rolling.banks[0].typed);
    REQUIRE(later.rolling.banks[0].unused);
    CHECK(later.rolling.banks[0].unused->morning == "2026-05-01"_d);
}

TEST_CASE("the balance of an ACI year follows what its advance paid") {
    const auto balance = [](const std::string& advance, const std::vector<Paid>& paid) {
        std::vector<Paid> all = paid;
        all.push_back({"2026-06-30", "606100", "512100", 1});
        return RolledPlan(
                   "[bank]\nopening = 1000.00\ndate = 2026-01-01\n[aci]\nmatch = [\"741\"]\n"
                   "[[aci.year]]\nyear = 2025\nnotified = 76000.00\n"
                   "advance = { received = [{ date = 2025-04-28, amount = 40000.00 }] }\n"
                   "balance = { expected = 2026-04-28 }\n"
                   "[[aci.year]]\nyear = 2026\nnotified = 80000.00\nadvance = { " +
                       advance + " }\nbalance = { expected = 2027-04-28 }\n",
                   export_of(all, false))
            .to_come("2027-12-31"_d);
    };
    const std::string notified = "notified = 37000.00, expected = 2026-04-28";
    // 76,000 - 40,000 = 36,000 and 37,000 in one receipt; 80,000 - 37,000 = 43,000.
    CHECK(balance(notified, {{"2026-05-10", "512100", "741000", 73000}}) == "2027-04-28 aci.balance 43000.00\n");
    // 3,000 less: 34,000 of the advance, and 3,000 are still owed.
    CHECK(balance(notified, {{"2026-05-20", "512100", "741000", 70000}}) ==
          "2026-07-01 aci.advance 3000.00\n2027-04-28 aci.balance 43000.00\n");
    // 7,000 more than the advance: 80,000 - 44,000.
    CHECK(balance(notified, {{"2026-05-29", "512100", "741000", 36000}, {"2026-05-30", "512100", "741000", 44000}}) ==
          "2027-04-28 aci.balance 36000.00\n");
    // Typed for another month and amount: 80,000 - 30,000.
    const std::string received = "received = [{ date = 2026-05-10, amount = 37000.00 }]";
    CHECK(balance(received, {{"2026-04-29", "512100", "741000", 36000}, {"2026-04-30", "512100", "741000", 30000}}) ==
          "2027-04-28 aci.balance 50000.00\n");
    // Typed and not in the books: they have what came, so that nothing of the year has.
    CHECK(balance(received, {{"2026-04-29", "512100", "741000", 36000}}) == "2027-04-28 aci.balance 80000.00\n");
}

TEST_CASE("what is typed as received is not expected again where no rule finds it in the books") {
    const RolledPlan plan(
        std::string(one_bank) +
            "[aci]\n[[aci.year]]\nyear = 2026\nnotified = 80000.00\n"
            "advance = { received = [{ date = 2026-05-10, amount = 37000.00 }] }\n"
            "balance = { expected = 2027-04-28 }\n",
        export_of({{"2026-05-12", "512100", "741000", 37000}, {"2026-06-30", "606100", "512100", 1}}, false));
    CHECK(plan.evening("2026-06-30"_d) == "36999.00");
    // 80,000 - 37,000
    CHECK(plan.to_come("2027-12-31"_d) == "2027-04-28 aci.balance 43000.00\n");
}

TEST_CASE("what an overdraft is to cost lands too") {
    const RolledPlan plan(R"(
[[bank]]
id = "courant"
opening = 1000.00
date = 2026-01-01
account = "5121"
overdraft_rate = "10 %"
[[expense]]
id = "rent"
category = "rent"
amount = 1100.00
date = 2026-12-30
match = ["613"]
)",
                          export_of({{"2026-01-06", "606100", "512100", 1}}, false));
    // Planned 1,000 - 1,100 = -100 on two days: 200 x 10 % / 365 = 0.0548. With the books
    // 999 - 1,100 = -101 on two days: 202 x 10 % / 365 = 0.0553.
    CHECK(plan.landing() ==
          "rent -1100.00 0.00 -1100.00 -1100.00\n"
          "fees.courant -0.05 0.00 -0.06 -0.06\n"
          "booked.payments 0.00 -1.00 0.00 -1.00\n");
}

TEST_CASE("a line that no rule finds money for is told") {
    const RolledPlan plan(joined_accounts +
                              "[[expense]]\nid = \"phone\"\ncategory = \"supplies\"\namount = 10.00\n"
                              "every = \"month\"\nday = 5\n",
                          export_of({{"2026-01-06", "613200", "512100", 100}}));
    REQUIRE(plan.rolling.without_rule.size() == 1);
    CHECK(plan.of.budget.items[plan.rolling.without_rule[0].item].id == "phone");
    CHECK(plan.rolling.without_rule[0].alike == 0);
}

TEST_CASE("money of no rule that may be what a line without a rule has due is a figure") {
    const RolledPlan plan(joined_accounts +
                              "[[expense]]\nid = \"phone\"\ncategory = \"supplies\"\namount = 10.00\n"
                              "every = \"month\"\nday = 5\n",
                          export_of({{"2026-01-06", "613200", "512100", 100},
                                     {"2026-01-07", "606400", "512100", 10},  // January's
                                     {"2026-02-06", "613200", "512100", 100},
                                     {"2026-02-09", "606400", "512100", 8},     // February's, of supplies
                                     {"2026-02-10", "627000", "512100", 9}}));  // of no supplies
    REQUIRE(plan.rolling.without_rule.size() == 1);
    const Rolling::WithoutRule& phone = plan.rolling.without_rule[0];
    CHECK(phone.alike == 2);
    CHECK(plain(phone.twice) == "-18.00");
    CHECK(phone.account == "606400");
    // It lands with twelve times 10, the 27 of no rule, and says that 18 of them may be the same.
    CHECK(plain(total_of(plan.rolling, 0).landing()) == "-1347.00");
    CHECK(plain(total_of(plan.rolling, 0).twice) == "-18.00");
}

TEST_CASE("what lands counts hoped-for money where that is asked for") {
    const std::string toml =
        std::string(one_bank) + "[[grant]]\nid = \"ars\"\namount = 5000.00\ndate = 2026-09-20\nstate = \"hoped\"\n";
    const auto read = ledger_of(export_of({{"2026-01-06", "606100", "512100", 1}}, false));
    const Ledgers ledgers({&*read->ledger});
    const std::array all = {EntityBooks{0, {"books.txt"}, &ledgers}};
    for (const Count count : {Count::notified, Count::hoped}) {
        Case of(budget_of(toml), shipped_law());
        const Rolling rolling = roll(of, all, {}, count);
        CHECK(plain(total_of(rolling, 0).landing()) == (count == Count::hoped ? "4999.00" : "-1.00"));
    }
}

TEST_CASE("a scenario owes nothing more of what the base has paid") {
    const auto read =
        ledger_of(export_of({{"2026-01-06", "613200", "512100", 100}, {"2026-02-06", "613200", "512100", 100}}));
    const Ledgers ledgers({&*read->ledger});
    const std::array all = {EntityBooks{0, {"books.txt"}, &ledgers}};
    const std::string dear =
        joined_accounts + "[[scenario]]\nid = \"dear\"\nchange = [{ set = \"expense.rent.amount\", to = 150.00 }]\n";
    Case base(budget_of(dear), shipped_law());
    const Rolling rolled = roll(base, all, {});
    Case scenario(budget_of(dear, "dear"), shipped_law());
    const RolledBase of_base = {base.budget, rolled};
    const Rolling rolling = roll(scenario, all, {}, Count::notified, &of_base);
    std::vector<Movement> found;
    (void)movements(scenario, {}, {"2026-02-07"_d, "2026-03-31"_d},
                    [&](const Movement& each) { found.push_back(each); });
    CHECK(test::told(scenario.budget, found) == "2026-03-05 rent -150.00\n");
    // 200 came; ten months of 150 remain.
    CHECK(plain(total_of(rolling, 0).landing()) == "-1700.00");
}
