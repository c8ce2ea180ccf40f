// SPDX-License-Identifier: MIT
#include <msp/charges/calls.hpp>
#include <msp/charges/settlement.hpp>
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

std::string tenant(const std::string& id, const std::string& facts = "") {
    return "[[member]]\nid = \"" + id + "\"\n" + facts;
}

std::string third_party(const std::string& id) {
    return "[[third_party]]\nid = \"" + id + "\"\n";
}

std::string room(const std::string& id, const std::string& surface, const std::string& keys) {
    return "[[room]]\nid = \"" + id + "\"\nsurface = " + surface + "\n" + keys;
}

std::string let_to(const std::string& id) {
    return "let = [{ who = \"" + id + "\" }]\n";
}

std::string by_rooms(const std::string& keys = "") {
    return "[[key]]\nid = \"k\"\nby = \"rooms\"\n" + keys;
}

// For the whole exercise.
std::string cost(const std::string& amount) {
    return "[[expense]]\nid = \"x\"\ncategory = \"rent\"\namount = " + amount + "\ndate = 2026-01-15\nshared = \"k\"\n";
}

struct Found {
    Budget budget;
    std::optional<ExerciseShares> shares;
    Diagnostics problems;
};

Found found(const std::string& facts) {
    Found all = {budget_of(std::string(one_bank) + facts), {}, {}};
    const Window days = days_of(all.budget, 2026, 0);
    all.shares = shares_of(all.budget, charged_lines(all.budget, 2026, 0), {&days, 1}, all.problems);
    return all;
}

// "a 10.00, town 20.00", without those who pay nothing.
std::string paid_by(const std::string& facts) {
    const Found all = found(facts);
    if (!all.shares)
        return all.problems.sorted().front().id;
    std::string text;
    for (std::size_t payer = 0; payer < all.budget.payers(); ++payer) {
        Money sum;
        for (const LineShares& line : all.shares->lines)
            sum += line.exercise.shares[payer];
        if (sum != Money())
            text += (text.empty() ? "" : ", ") + all.budget.payer_id(payer) + " " + plain(sum);
    }
    return text;
}

// A month at 5.80 a m² for 400 m² of rooms and 220 m² of common areas, 620 in all: 3,596.00.
std::string saint_just(const std::string& key) {
    std::string text = third_party("commune");
    for (const auto& [id, surface] : {std::pair{"gp1", "28"},
                                      {"gp2", "28"},
                                      {"gp3", "28"},
                                      {"nurses", "32"},
                                      {"physios", "90"},
                                      {"dentist", "70"},
                                      {"speech", "22"},
                                      {"podiatry", "20"},
                                      {"visitors", "42"}}) {
        text += std::string(id) == "visitors" ? third_party(id) : tenant(id);
        text += room(std::string("room-") + id, surface, let_to(id));
    }
    return text + room("empty", "40", "landlord = \"commune\"\n") + room("waiting", "\"220 m2\"", "common = true\n") +
           by_rooms(key) + cost("3596.00");
}

// Five doctors, of whom two have left, four physiotherapists and six nurses, with rooms of so many m² each.
std::string nogaro(const std::string& doctor, const std::string& physio, const std::string& nurse) {
    std::string text = third_party("landlord");
    const auto add = [&](const std::string& profession, int number, const std::string& surface) {
        for (int i = 1; i <= number; ++i) {
            const std::string id = profession + std::to_string(i);
            text += tenant(id, "profession = \"" + profession + "\"\n" +
                                   (profession == "gp" && i > 3 ? "out = 2025-12-31\n" : ""));
            text += room("room-" + id, surface, let_to(id) + "landlord = \"landlord\"\n");
        }
    };
    add("gp", 5, doctor);
    add("physio", 4, physio);
    add("nurse", 6, nurse);
    return text +
           "[[key]]\nid = \"secretary\"\nfixed = { gp = \"80 %\", physio = \"10 %\", nurse = \"10 %\" }\n"
           "level = \"profession\"\n"
           "[[expense]]\nid = \"secretary\"\ncategory = \"rent\"\namount = 60000.00\ndate = 2026-01-15\n"
           "shared = \"secretary\"\n"
           "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 70800.00\ndate = 2026-01-15\nshared = \"rent\"\n"
           "[[expense]]\nid = \"others\"\ncategory = \"rent\"\namount = 49200.00\ndate = 2026-01-15\n"
           "shared = \"others\"\n";
}

// A year of the first doctor, physiotherapist and nurse, and of the landlord.
std::string year_of_nogaro(const std::string& rent, const std::string& others, bool typed = false) {
    const std::string rooms = typed ? nogaro("7.6", "10.75", "3.1667") : nogaro("22.8", "32.25", "9.5");
    const std::string all = paid_by(rooms + "[[key]]\nid = \"rent\"\nby = \"rooms\"\nvacancy = \"" + rent +
                                    "\"\n[[key]]\nid = \"others\"\nby = \"rooms\"\nvacancy = \"" + others + "\"\n") +
                            ",";
    std::string text;
    for (const char* who : {"gp1 ", "physio1 ", "nurse1 ", "landlord "}) {
        const std::size_t at = all.find(who);
        if (at != std::string::npos)
            text += (text.empty() ? "" : ", ") + all.substr(at, all.find(',', at) - at);
    }
    return text;
}

}  // namespace

TEST_CASE("common areas follow the rooms: a room of 28 m² pays for 43.40") {
    // 620 / 400 = 1.55; 28 x 1.55 x 5.80 = 251.72; 32: 287.68; 90: 809.10; 70: 629.30; 22: 197.78; 20: 179.80;
    // 42: 377.58; the empty 40: 359.60.
    CHECK(paid_by(saint_just("vacancy = \"landlord\"\n")) ==
          "gp1 251.72, gp2 251.72, gp3 251.72, nurses 287.68, physios 809.10, dentist 629.30, speech 197.78, "
          "podiatry 179.80, commune 359.60, visitors 377.58");
}

TEST_CASE("occupants bear the empty room by their surface") {
    // 3,596 / 360 = 9.98888…: 279.6888…, 319.6444…, 899, 699.2222…, 219.7555…, 199.7777… and 419.5333…; cut off they
    // are five cents short, for the three doctors, podiatry and speech therapy.
    CHECK(paid_by(saint_just("")) ==
          "gp1 279.69, gp2 279.69, gp3 279.69, nurses 319.64, physios 899.00, dentist 699.22, speech 219.76, "
          "podiatry 199.78, visitors 419.53");
}

TEST_CASE("two doctors of five have left: who bears their rooms") {
    // Rooms of 38/43/19 % of the surface, 70,800 rent and 49,200 others, 60,000 secretary of which 48,000 / 3 = 16,000,
    // 6,000 / 4 = 1,500 and 6,000 / 6 = 1,000 a head.
    SUBCASE("the profession") {
        // 38 % of 120,000 / 3 = 15,200; 12,900; 3,800.
        CHECK(year_of_nogaro("profession", "profession") == "gp1 31200.00, physio1 14400.00, nurse1 4800.00");
    }
    SUBCASE("all by surface") {
        // 120,000 / 84.8 % = 1,415.0943… a %: 7.6 % = 10,754.7169…, 10.75 % = 15,212.2641…, 3.1666… % = 4,481.1320….
        // A twelfth: 2,229.56, 1,392.69 and 456.76. Of the rent nurses and two physiotherapists have a cent more; then
        // of the others the doctors and all physiotherapists, by their debts.
        CHECK(year_of_nogaro("all", "all") == "gp1 26754.72, physio1 16712.27, nurse1 5481.13");
    }
    SUBCASE("all, the rent only") {
        // Rent 834.9056… a %: 6,345.2830…, 8,975.2358…, 2,643.8679…; others 18,696 / 3 = 6,232, 5,289 and 1,558.
        // A twelfth: 2,381.44, 1,313.69 and 433.49.
        CHECK(year_of_nogaro("all", "profession") == "gp1 28577.28, physio1 15764.24, nurse1 5201.87");
    }
    SUBCASE("the landlord") {
        // 15.2 % of 120,000 = 18,240, 1,520 a month; a doctor 9,120 + 16,000, a twelfth 2,093.33.
        CHECK(year_of_nogaro("landlord", "landlord") ==
              "gp1 25120.00, physio1 14400.00, nurse1 4800.00, landlord 18240.00");
    }
    SUBCASE("the landlord, the rent only") {
        // 15.2 % of 70,800 = 10,761.60, 896.80 a month; a doctor 5,380.80 + 6,232 + 16,000, a twelfth 2,301.07.
        CHECK(year_of_nogaro("landlord", "profession") ==
              "gp1 27612.80, physio1 14400.00, nurse1 4800.00, landlord 10761.60");
    }
    SUBCASE("rooms of a nurse typed as 3.1667 m², which is 19/6") {
        // 100.0002 m² in all. Rent and others: the landlord 10,761.5784… + 7,478.3850… = 18,239.9635…, a doctor
        // 9,119.9817… + 16,000, a physiotherapist 12,899.9741… + 1,500, a nurse 3,800.0324… + 1,000.
        CHECK(year_of_nogaro("landlord", "landlord", true) ==
              "gp1 25119.98, physio1 14399.98, nurse1 4800.04, landlord 18239.97");
    }
}

TEST_CASE("a room that is left in mid-year, by the day") {
    const std::string rooms = tenant("gp1", "profession = \"gp\"\n") +
                              tenant("gp2", "profession = \"gp\"\nout = 2026-06-30\n") +
                              tenant("nurse", "profession = \"nurse\"\n") + third_party("town") +
                              room("r1", "10", let_to("gp1")) + room("r3", "20", let_to("nurse"));
    SUBCASE("the profession: it carries 10 m² more for 184 days") {
        // 10 x 181 + 20 x 184 = 5,490, 10 x 181 = 1,810 and 20 x 365 = 7,300 of 14,600.
        CHECK(paid_by(rooms + room("r2", "10", let_to("gp2") + "vacancy = \"profession\"\n") + by_rooms() +
                      cost("146.00")) == "gp1 54.90, gp2 18.10, nurse 73.00");
    }
    SUBCASE("who left, until the end of September") {
        // gp2 10 x 273 days; gp1 3,650, nurse 7,300: of 13,680.
        CHECK(paid_by(rooms + room("r2", "10", let_to("gp2") + "vacancy = \"leaver\"\nleaver_until = \"2026-09\"\n") +
                      by_rooms() + cost("136.80")) == "gp1 36.50, gp2 27.30, nurse 73.00");
    }
    SUBCASE("who left, while it stands empty") {
        CHECK(paid_by(rooms + room("r2", "10", let_to("gp2") + "vacancy = \"leaver\"\n") + by_rooms() +
                      cost("146.00")) == "gp1 36.50, gp2 36.50, nurse 73.00");
    }
    SUBCASE("the landlord, until a tenant comes who is no member") {
        // Empty in July and August, 62 days; the town has it from September on, 122 days, and as its landlord before.
        CHECK(paid_by(rooms +
                      room("r2", "10",
                           "let = [{ who = \"gp2\" }, { who = \"town\", from = 2026-09-01 }]\n"
                           "vacancy = \"landlord\"\nlandlord = \"town\"\n") +
                      by_rooms() + cost("146.00")) == "gp1 36.50, gp2 18.10, nurse 73.00, town 18.40");
    }
    SUBCASE("a typed day counts, also after the member has left: notice") {
        // Until the end of September, as above; then all.
        CHECK(paid_by(rooms + room("r2", "10", "let = [{ who = \"gp2\", until = \"2026-09\" }]\n") + by_rooms() +
                      cost("136.80")) == "gp1 36.50, gp2 27.30, nurse 73.00");
    }
}

TEST_CASE("several share a room, each a part of it") {
    // 9 and 6 of 20 m², 5 of them free, beside a room of 10: with the landlord 9/30, 6/30, 10/30 and 5/30.
    CHECK(paid_by(tenant("a") + tenant("b") + tenant("c") + third_party("town") +
                  room("big", "20",
                       "let = [{ who = \"a\", surface = 9 }, { who = \"b\", surface = \"6 m2\" }]\n"
                       "vacancy = \"landlord\"\nlandlord = \"town\"\n") +
                  room("small", "10", let_to("c")) + by_rooms() + cost("30.00")) ==
          "a 9.00, b 6.00, c 10.00, town 5.00");
}

TEST_CASE("a room that was never let belongs to the profession that it says") {
    const std::string rooms = tenant("gp1", "profession = \"GP\"\n") + tenant("nurse", "profession = \"nurse\"\n") +
                              room("r1", "10", let_to("gp1")) + room("r2", "10", let_to("nurse"));
    CHECK(paid_by(rooms + room("r3", "5", "vacancy = \"profession\"\nprofession = \"gp\"\n") + by_rooms() +
                  cost("25.00")) == "gp1 15.00, nurse 10.00");
    CHECK(paid_by(rooms + room("r3", "5", "vacancy = \"profession\"\n") + by_rooms() + cost("25.00")) ==
          "charges.empty");
    CHECK(paid_by(rooms + room("r3", "5", "vacancy = \"profession\"\nprofession = \"dentist\"\n") + by_rooms() +
                  cost("25.00")) == "charges.empty");
    // The key lets all bear it.
    CHECK(paid_by(rooms + room("r3", "5", "vacancy = \"profession\"\n") + by_rooms("vacancy = \"all\"\n") +
                  cost("25.00")) == "gp1 12.50, nurse 12.50");
    // Nobody has said who is the landlord.
    CHECK(paid_by(rooms + room("r3", "5", "") + by_rooms("vacancy = \"landlord\"\n") + cost("25.00")) ==
          "charges.empty");
}

TEST_CASE("a key by rooms for some of the occupants") {
    CHECK(paid_by(tenant("a") + tenant("b") + tenant("c") + room("ra", "10", let_to("a")) +
                  room("rb", "20", let_to("b")) + room("rc", "30", let_to("c")) +
                  by_rooms("members = [\"a\", \"b\"]\n") + cost("30.00")) == "a 10.00, b 20.00");
}

TEST_CASE("a town pays 30 % of the cleaning, members the rest by surface") {
    // 15,000: 4,500, and 10,500 at 1 to 2.
    CHECK(paid_by(tenant("a", "surface = 10\n") + tenant("b", "surface = 20\n") + third_party("town") +
                  "[[key]]\nid = \"town\"\nfixed = { town = \"100 %\" }\n[[key]]\nid = \"m2\"\nby = \"surface\"\n"
                  "[[key]]\nid = \"k\"\nmix = [{ key = \"town\", share = \"30 %\" }, { key = \"m2\", share = "
                  "\"rest\" }]\n" +
                  cost("15000.00")) == "a 3500.00, b 7000.00, town 4500.00");
}

TEST_CASE("the share of a third party stays what it is while a member is away") {
    // 30 of 100; the other 70 at 365 to 181 days: 46.7948… and 23.2051…, the cent to the larger remainder.
    CHECK(paid_by(tenant("a") + tenant("b", "out = 2026-06-30\n") + third_party("town") +
                  "[[key]]\nid = \"k\"\nfixed = { a = \"35 %\", town = \"30 %\", b = \"35 %\" }\n" + cost("100.00")) ==
          "a 46.79, b 23.21, town 30.00");
    // Nobody is there for their part.
    CHECK(paid_by(tenant("a", "out = 2025-06-30\n") + third_party("town") +
                  "[[key]]\nid = \"k\"\nfixed = { a = \"70 %\", town = \"30 %\" }\n" + cost("100.00")) ==
          "charges.nobody");
}

TEST_CASE("weights and lists of payers name third parties too") {
    CHECK(paid_by(tenant("a") + third_party("town") + "[[key]]\nid = \"k\"\nweights = { a = 3, town = 1 }\n" +
                  cost("100.00")) == "a 75.00, town 25.00");
    CHECK(paid_by(tenant("a") + third_party("town") +
                  "[[key]]\nid = \"k\"\nby = \"equal\"\nmembers = [\"a\", \"town\"]\n" + cost("100.00")) ==
          "a 50.00, town 50.00");
    CHECK(paid_by(tenant("a") + third_party("town") + "[[key]]\nid = \"k\"\nby = \"equal\"\n" + cost("100.00")) ==
          "a 100.00");
}

TEST_CASE("a direct charge of one member") {
    CHECK(paid_by(tenant("a") + tenant("b") + "[[key]]\nid = \"k\"\nfixed = { b = \"100 %\" }\n" + cost("49.90")) ==
          "b 49.90");
}

TEST_CASE("third parties are neither called nor settled with members") {
    const Found all = found(tenant("a") + third_party("town") +
                            "[[key]]\nid = \"k\"\nfixed = { a = \"70 %\", town = \"30 %\" }\n" + cost("1200.00"));
    REQUIRE(all.shares);
    const std::vector<Call> calls = calls_of(all.budget, *all.shares, 0, days_of(all.budget, 2026, 0));
    Money called;
    for (const Call& call : calls)
        called += call.amount;
    CHECK(called == "840.00"_eur);
    const Settlement settlement = settle(all.budget, calls, *all.shares, 0, 2026);
    CHECK(settlement.members.size() == 1);
    CHECK(settlement.total.share == "840.00"_eur);
    CHECK(borne_by_third_parties(all.budget, *all.shares) == "360.00"_eur);
}

TEST_CASE("an SCM may have a tenth of its receipts from third parties, and no cent more") {
    const auto beyond = [](const std::string& percent, const std::string& amount) {
        const Found all =
            found(tenant("a") + third_party("town") + "[[key]]\nid = \"k\"\nfixed = { a = \"rest\", town = \"" +
                  percent + " %\" }\n" + cost(amount));
        return beyond_scm_limit(all.budget, *all.shares, Money());
    };
    CHECK_FALSE(beyond("10", "1200.00"));
    CHECK(beyond("10.001", "1200.00"));         // 120.01 of 1,200
    CHECK_FALSE(beyond("10.0001", "1200.00"));  // 120.00 in whole cents
    // 0.11 of 1.05 is more than 0.105, 0.10 is not.
    CHECK(beyond("11", "1.05"));
    CHECK_FALSE(beyond("9", "1.05"));
}

TEST_CASE("what is wrong with rooms is said at both places") {
    const std::string start = std::string(one_bank) + tenant("a") + tenant("b", "in = 2026-03-01\nout = 2026-09-30\n") +
                              third_party("town");  // rooms from line 12 on
    const auto problems = [&](const std::string& facts) { return problems_of(start + facts); };
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"a\" },\n{ who = \"b\" }]\n") ==
          "room.twice@16:1(15:8)");
    CHECK(
        problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"a\", until = 2026-02-28 },\n{ who = \"b\" }]\n")
            .empty());
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"a\", surface = 6 },\n"
                   "{ who = \"b\", surface = 5 }]\n") == "room.surface@16:1(14:11)");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"a\", surface = 6 },\n"
                   "{ who = \"b\", surface = \"4 m2\" }]\n")
              .empty());
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"a\", surface = 11 }]\n") ==
          "room.surface@15:8(14:11)");
    // b has left; comes later; first after last.
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"b\", from = 2026-10-01 }]\n") ==
          "room.away@15:28(6:1)");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"b\", until = 2026-02-01 }]\n") ==
          "room.away@15:29(6:1)");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlet = [{ who = \"b\", from = 2026-10-01, until = "
                   "2026-09-01 }]\n") == "line.bounds@15:48(15:28)");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nvacancy = \"landlord\"\n") == "room.landlord@15:11");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\nlandlord = \"a\"\n") == "id.unknown@15:12");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\ncommon = true\nlet = [{ who = \"a\" }]\n") ==
          "line.contradiction@16:7(15:10)");
    CHECK(problems("[[room]]\nid = \"r\"\nsurface = 10\n[[room]]\nid = \"r\"\nsurface = 10\n") ==
          "id.repeated@16:6(13:6)");
    CHECK(problems("[[third_party]]\nid = \"a\"\n") == "id.repeated@13:6(4:1)");
    CHECK(problems("[[key]]\nid = \"k\"\nby = \"rooms\"\n") == "key.rooms@14:6");
    CHECK(problems("[[key]]\nid = \"k\"\nby = \"equal\"\nvacancy = \"all\"\n") == "key.vacancy@15:11");
}
