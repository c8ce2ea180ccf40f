// SPDX-License-Identifier: MIT
#include <msp/budget/decode.hpp>

#include <doctest/doctest.h>

#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

const std::string two_members =
    std::string(one_bank) + "[[member]]\nid = \"dr-a\"\nprofession = \"médecin\"\nsurface = 20\n" +
    "[[member]]\nid = \"dr-b\"\nprofession = \"kiné\"\ncounters = { badges = 3 }\n";  // lines 4 to 11

std::string problems(const std::string& more) {
    return problems_of(two_members + more);
}

const Timeline<Rate>& count_of(const Budget& budget, std::size_t member, std::string_view counter) {
    for (const MemberCount& count : budget.members.at(member).counts) {
        if (count.counter == counter)
            return count.values;
    }
    throw std::out_of_range("no such counter");
}

}  // namespace

TEST_CASE("a figure of a member may change from days on") {
    const Budget budget =
        budget_of(std::string(one_bank) +
                  "[[member]]\nid = \"a\"\nsurface = [{ value = \"18,5 m2\" }, { from = \"2026-04\", "
                  "value = 20 }]\nfte = 0.5\ncounters = { badges = [{ from = 2026-02-15, value = 3 }] }\n");
    const Timeline<Rate>& surface = count_of(budget, 0, "surface");
    REQUIRE(surface.on("2026-03-31"_d) != nullptr);
    CHECK(*surface.on("2026-03-31"_d) == Rate(185, 1));
    CHECK(*surface.on("2026-04-01"_d) == Rate(20, 0));
    CHECK(*count_of(budget, 0, "fte").on("1990-01-01"_d) == Rate(5, 1));
    CHECK(count_of(budget, 0, "badges").on("2026-02-14"_d) == nullptr);
    CHECK(*count_of(budget, 0, "badges").on("2026-02-15"_d) == Rate(3, 0));
}

TEST_CASE("values stand in the order of their days, each but the first with a day, within the bounds of their key") {
    const auto member = [](const std::string& values) {
        return problems_of(std::string(one_bank) + "[[member]]\nid = \"a\"\nhours = " + values + "\n");
    };
    CHECK(member("[{ from = 2026-01-01, value = 20 }, { from = 2026-03-01, value = \"30 h\" }]") == "");
    CHECK(member("[{ from = 2026-03-01, value = 20 }, { from = 2026-03-01, value = 30 }]") == "timeline.order@6:54");
    CHECK(member("[{ value = 20 }, { value = 30 }]") == "key.missing@6:26");
    CHECK(member("[{ from = 2026-03-01 }]") == "key.missing@6:10");
    CHECK(member("[{ value = 200 }]") == "value.range@6:20");
    CHECK(member("[]") == "timeline.empty@6:9");
    CHECK(member("[20]") == "value.type@6:10");
    CHECK(member("\"twenty\"") == "value.type@6:9");
}

TEST_CASE("a cap, a floor and a target may change, and end") {
    const std::string key = "[[key]]\nid = \"t\"\nby = \"equal\"\n[[key]]\nid = \"k\"\nby = \"equal\"\n";
    const Budget budget = budget_of(two_members + key +
                                    "cap = [{ value = 3000 }, { from = \"2026-07\", value = \"3 500,00 €\" }, "
                                    "{ from = 2027-01-01, value = \"none\" }]\nfloor = 10\n"
                                    "target = { amount = [{ from = 2026-03-01, value = 1 }], above = \"t\" }\n");
    const ShareKey& found = budget.keys.back();
    CHECK(found.cap.steps == std::vector<Limits::Step>{{Date::first(), "3000.00"_eur},
                                                       {"2026-07-01"_d, "3500.00"_eur},
                                                       {"2027-01-01"_d, std::nullopt}});
    CHECK(found.floor.steps == std::vector<Limits::Step>{{Date::first(), "10.00"_eur}});
    CHECK(found.target->amount.steps == std::vector<Limits::Step>{{"2026-03-01"_d, "1.00"_eur}});
    CHECK(problems(key + "cap = []\n") == "timeline.empty@18:7");
    CHECK(problems(key + "cap = [{ value = -1 }]\n") == "amount.negative@18:18");
    CHECK(problems(key + "cap = [{ from = 2026-07-01, value = 2 }, { from = 2026-07-01, value = 3 }]\n") ==
          "timeline.order@18:51");
    CHECK(problems(key + "cap = [{ value = 5 }, { from = 2026-07-01, value = 2 }]\nfloor = 3\n") ==
          "key.bounds@19:9(18:7)");
    CHECK(problems(key + "cap = [{ value = \"none\" }, { from = 2026-07-01, value = 4 }]\nfloor = 3\n") == "");
    CHECK(problems(key + "target = { amount = \"nothing\", above = \"t\" }\n") == "amount.text@18:21");
}

TEST_CASE("absences are days, in their order") {
    const auto member = [](const std::string& days) {
        return problems_of(std::string(one_bank) + "[[member]]\nid = \"a\"\nabsent = " + days + "\n");
    };
    CHECK(member("[{ from = 2026-03-01, until = 2026-03-31 }, { from = \"2026-06\" }]") == "");
    CHECK(member("[{ from = 2026-03-31, until = 2026-03-01 }]") == "line.bounds@6:40(6:20)");
    CHECK(member("[{ from = 2026-03-01 }, { from = 2026-06-01 }]") == "member.absent@6:34");
    const Budget budget = budget_of(std::string(one_bank) +
                                    "[[member]]\nid = \"a\"\nabsent = [{ from = \"2026-02\", until = \"2026-02\" }]\n");
    CHECK(budget.members.front().absences == std::vector<Absence>{{"2026-02-01"_d, "2026-02-28"_d}});
}

TEST_CASE("a key goes by one thing: equally, a figure, weights, fixed shares or a mix of keys") {
    const std::string key = "[[key]]\nid = \"k\"\n";
    CHECK(problems(key + "by = \"equal\"\n") == "");
    CHECK(problems(key + "by = \"surface\"\n") == "");
    CHECK(problems(key + "by = \"badges\"\n") == "");
    CHECK(problems(key + "weights = { dr-a = 2, dr-b = 1.5 }\n") == "");
    CHECK(problems(key + "fixed = { dr-a = \"1/3\", dr-b = \"2/3\" }\n") == "");
    CHECK(problems(key + "fixed = { dr-a = \"1/3\", dr-b = \"rest\" }\n") == "");
    CHECK(problems(key + "fixed = { \"Médecin\" = \"40 %\", kine = \"60 %\" }\nlevel = \"profession\"\n") == "");
    CHECK(problems(key + "by = \"equal\"\n[[key]]\nid = \"m\"\nmix = [{ key = \"k\", share = \"100 %\" }]\n") == "");
    CHECK(problems(key + "by = \"equal\"\n[[key]]\nid = \"m\"\nmix = [{ key = \"k\", share = \"100 %\" }]\n"
                         "members = [\"dr-a\"]\n") == "line.contradiction@18:11(17:7)");
    CHECK(problems(key) == "key.how@12:1");
    CHECK(problems(key + "by = \"equal\"\nweights = { dr-a = 1 }\n") == "line.contradiction@15:11(14:6)");
    CHECK(problems(key + "by = \"hours\"\n") == "key.counter@14:6");
    CHECK(problems(key + "by = \"equal\"\nlevel = \"profession\"\n") == "key.level@15:9");
}

TEST_CASE("shares of a key make a whole") {
    const auto fixed = [](const std::string& shares) {
        return problems("[[key]]\nid = \"k\"\nfixed = { " + shares + " }\n");
    };
    CHECK(fixed("dr-a = \"60 %\", dr-b = \"40 %\"") == "");
    CHECK(fixed("dr-a = \"33.33 %\", dr-b = \"66.66 %\"") == "key.sum@14:9");
    CHECK(fixed("dr-a = \"60 %\", dr-b = \"50 %\"") == "key.sum@14:9");
    CHECK(fixed("dr-a = \"100 %\", dr-b = \"rest\"") == "key.sum@14:34");
    CHECK(fixed("dr-a = \"rest\", dr-b = \"rest\"") == "key.rest@14:33(14:18)");
    CHECK(fixed("dr-a = \"0/3\", dr-b = \"rest\"") == "value.type@14:18");
    CHECK(fixed("dr-a = \"120 %\"") == "share.range@14:18");
    CHECK(fixed("dr-a = \"1/2\", dr-c = \"1/2\"") == "key.who@14:25");
    const auto from_july = [](const std::string& share) {
        return "dr-a = [{ value = \"60 %\" }, { from = \"2026-07\", value = \"" + share + "\" }], ";
    };
    CHECK(fixed(from_july("0 %") + "dr-b = \"rest\"") == "");
    CHECK(fixed(from_july("rest") + "dr-b = [{ value = \"40 %\" }, { from = \"2026-07\", value = \"50 %\" }]") == "");
    CHECK(fixed(from_july("50 %") + "dr-b = \"40 %\"") == "key.sum@14:9");
    CHECK(fixed(from_july("100 %") + "dr-b = \"rest\"") == "key.sum@14:86");
    CHECK(fixed("dr-a = \"0 %\", dr-b = \"rest\"") == "share.range@14:18");
    const Budget budget = budget_of(two_members + "[[key]]\nid = \"k\"\nfixed = { dr-a = \"1/3\", dr-b = \"rest\" }\n");
    CHECK(budget.keys.front().entries.at(1).share == Timeline<Quotient>{{{Date::first(), Quotient(2, 3)}}});
}

TEST_CASE("a line names a key that is there") {
    const std::string line =
        "[[expense]]\nid = \"rent\"\ncategory = \"rent\"\namount = 1\nevery = \"month\"\nday = 1\n";
    CHECK(problems(line + "shared = \"nonsense\"\n") == "id.unknown@18:10");
    CHECK(problems("[[key]]\nid = \"equal\"\nby = \"equal\"\n" + line + "shared = \"equal\"\n") == "");
    CHECK(problems("[[key]]\nid = \"equal\"\nby = \"equal\"\n[[key]]\nid = \"equal\"\nby = \"equal\"\n") ==
          "id.repeated@15:1(12:1)");
    CHECK(problems("[[key]]\nid = \"e\"\nby = \"equal\"\n" + line +
                   "shared = \"e\"\ncovers = { from = 2026-02-01, until = "
                   "\"2026-01\" }\n") == "line.bounds@22:39(22:19)");
    CHECK(problems(line + "covers = \"month\"\n") == "");
    CHECK(problems("[[key]]\nid = \"e\"\nby = \"equal\"\n" + line + "shared = \"e\"\ncovers = \"week\"\n") ==
          "value.type@22:10");
}
