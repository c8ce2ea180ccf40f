// SPDX-License-Identifier: MIT
// Shares by the rooms of generated buildings against a second computation: day by day, in exact fractions.
#include <msp/charges/shares.hpp>
#include <msp/plan/charged.hpp>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;
using boost::multiprecision::cpp_rational;

namespace {

constexpr std::int16_t year_of_rooms = 2028;
constexpr std::array vacancy_words = {"landlord", "all", "profession", "leaver"};

std::string day_in_year() {
    return iso(Month(year_of_rooms, static_cast<unsigned>(any(1, 12))).day(static_cast<unsigned>(any(1, 31))));
}

std::string any_vacancy() {
    return std::string("vacancy = \"") + vacancy_words.at(static_cast<std::size_t>(any(0, 3))) + "\"\n";
}

std::string any_surface(int largest) {
    return std::to_string(any(1, largest)) + "." + std::to_string(any(0, 99));
}

// The first doctor and the first nurse are always there, so that their professions are.
std::vector<std::string> any_tenants(int number) {
    std::vector<std::string> tables;
    for (int i = 0; i < number; ++i)
        tables.push_back("[[member]]\nid = \"m" + std::to_string(i) + "\"\nprofession = \"" +
                         (i % 2 == 0 ? "gp" : "nurse") + "\"\n" +
                         (i > 1 && any(0, 2) == 0 ? "out = " + day_in_year() + "\n" : ""));
    tables.emplace_back("[[member]]\nid = \"idle\"\nprofession = \"gp\"\n");
    return tables;
}

// Whoever occupies it, one after the other; or two at once in parts of it.
std::string any_room(int number, int tenants) {
    std::string text = "[[room]]\nid = \"r" + std::to_string(number) + "\"\nsurface = " + any_surface(40) +
                       "\nlandlord = \"town\"\nprofession = \"gp\"\n" + any_vacancy();
    const auto who = [&] { return any(0, 6) == 0 ? std::string("town") : "m" + std::to_string(any(0, tenants - 1)); };
    if (any(0, 1) == 0)
        text += "leaver_until = " + day_in_year() + "\n";
    if (any(0, 3) == 0)
        return text + "let = [{ who = \"" + who() + "\", surface = 0." + std::to_string(any(1, 5)) +
               ", until = 2030-01-01 }, { who = \"m0\", surface = 0.3 }]\n";
    const std::string change = day_in_year();
    const std::string later = iso(parse_date(change).value() + any(1, 60));
    if (any(0, 1) == 0)
        text += "let = [{ who = \"" + who() + "\", from = 2020-01-01, until = " + change + " }, { who = \"" + who() +
                "\", from = " + later + ", until = 2030-01-01 }]\n";
    return text;
}

struct Building {
    std::vector<std::string> tenants;
    std::string rest;

    [[nodiscard]] Budget budget() const {
        std::string text(one_bank);
        for (const std::string& tenant : tenants)
            text += tenant;
        return budget_of(text + rest);
    }
};

Building any_building() {
    const int tenants = any(2, 5);
    Building made = {any_tenants(tenants), "[[third_party]]\nid = \"town\"\n"};
    for (int i = 0; i < 2; ++i)
        made.rest += "[[room]]\nid = \"own" + std::to_string(i) + "\"\nsurface = " + any_surface(20) +
                     "\nlet = [{ who = \"m" + std::to_string(i) + "\" }]\n";
    for (int rooms = any(1, 5); rooms > 0; --rooms)
        made.rest += any_room(rooms, tenants);
    made.rest +=
        "[[room]]\nid = \"hall\"\nsurface = 50\ncommon = true\n"
        "[[key]]\nid = \"rooms\"\nby = \"rooms\"\n[[key]]\nid = \"said\"\nby = \"rooms\"\n" +
        any_vacancy() +
        "[[key]]\nid = \"town\"\nfixed = { town = \"100 %\" }\n"
        "[[key]]\nid = \"mix\"\nmix = [{ key = \"town\", share = \"1/7\" }, { key = \"said\", share = \"rest\" }]\n";
    for (int lines = any(1, 4); lines > 0; --lines)
        made.rest +=
            "[[expense]]\nid = \"x" + std::to_string(lines) +
            "\"\ncategory = \"rent\"\namount = " + std::to_string(any(-50, 3000)) + "." + std::to_string(any(10, 99)) +
            (any(0, 1) == 0 ? "\nevery = \"month\"\nday = 5\n" : "\nevery = \"quarter\"\nday = 5\n") + "shared = \"" +
            (std::array{"rooms", "said", "mix"}).at(static_cast<std::size_t>(any(0, 2))) + "\"\n";
    return made;
}

cpp_rational square_metres(Rate surface) {
    return {surface.digits(), surface.denominator()};
}

// What each payer bears on one day.
void add_day(const Budget& budget, std::optional<Vacancy> said, Date day, std::vector<cpp_rational>& sum) {
    std::vector<cpp_rational> own(budget.payers());
    for (const Room& room : budget.rooms) {
        for (const Occupancy& each : room.occupied) {
            if (each.first <= day && day <= each.last)
                own[each.payer] += square_metres(each.surface.value_or(room.surface));
        }
    }
    std::vector<cpp_rational> all = own;
    for (const Room& room : budget.rooms) {
        cpp_rational empty = room.common ? cpp_rational() : square_metres(room.surface);
        const Occupancy* last = nullptr;
        for (const Occupancy& each : room.occupied) {
            if (each.first <= day && day <= each.last)
                empty -= square_metres(each.surface.value_or(room.surface));
            if (each.last < day && (last == nullptr || last->last < each.last))
                last = &each;
        }
        if (empty == 0)
            continue;
        const Vacancy vacancy = said.value_or(room.vacancy);
        if (vacancy == Vacancy::landlord)
            all[*room.landlord] += empty;
        if (vacancy == Vacancy::leaver && last != nullptr && (!room.leaver_until || day <= *room.leaver_until))
            all[last->payer] += empty;
        if (vacancy != Vacancy::profession)
            continue;
        const std::string trade =
            last != nullptr && budget.is_member(last->payer) ? budget.members[last->payer].trade : room.trade;
        cpp_rational theirs;
        for (std::size_t i = 0; i < budget.members.size(); ++i)
            theirs += budget.members[i].trade == trade ? own[i] : cpp_rational();
        for (std::size_t i = 0; i < budget.members.size(); ++i)
            all[i] += budget.members[i].trade == trade ? cpp_rational(empty * own[i] / theirs) : cpp_rational();
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        sum[i] += all[i];
}

std::vector<cpp_rational> parts_by_rooms(const Budget& budget, const ShareKey& key, const Window& days) {
    const ShareKey& rooms = key.kind == KeyKind::mix ? budget.keys[key.mix.back().key] : key;
    std::vector<cpp_rational> parts(budget.payers());
    for (Date day = days.first; day <= days.last; day = day + 1)
        add_day(budget, rooms.vacancy, day, parts);
    cpp_rational whole;
    for (const cpp_rational& part : parts)
        whole += part;
    for (cpp_rational& part : parts)
        part /= whole;
    if (key.kind == KeyKind::mix) {
        for (cpp_rational& part : parts)
            part = part * 6 / 7;
        parts.back() += cpp_rational(1, 7);  // the town
    }
    return parts;
}

cpp_rational fraction_of(const Shares& shares, std::size_t payer) {
    const ExactShares::Fraction fraction = shares.exact.fraction(payer);
    return {boost::multiprecision::cpp_int(fraction.numerator), boost::multiprecision::cpp_int(fraction.denominator)};
}

ExerciseShares shares_of_rooms(const Budget& budget) {
    Diagnostics problems;
    const Window days = days_of(budget, year_of_rooms, 0);
    std::optional<ExerciseShares> found =
        shares_of(budget, charged_lines(budget, year_of_rooms, 0), {&days, 1}, problems);
    RC_ASSERT(found.has_value());
    return std::move(*found);
}

}  // namespace

TEST_CASE("shares by rooms are those of exact fractions, day by day, and lose nothing") {
    CHECK(rc::check([] {
        const Budget budget = any_building().budget();
        const std::vector<ChargedLine> lines = charged_lines(budget, year_of_rooms, 0);
        const ExerciseShares found = shares_of_rooms(budget);
        const std::size_t idle = budget.members.size() - 1;
        RC_ASSERT(!found.pays[idle]);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            std::vector<cpp_rational> exact(budget.payers());
            for (const Charge& charge : lines[l].charges) {
                const std::vector<cpp_rational> each =
                    parts_by_rooms(budget, budget.keys[*lines[l].line->shared], charge.covers);
                for (std::size_t i = 0; i < exact.size(); ++i)
                    exact[i] += each[i] * charge.amount.cents() / 100;
            }
            const Shares& shares = found.lines[l].exercise;
            Money sum;
            for (std::size_t i = 0; i < exact.size(); ++i) {
                RC_ASSERT(fraction_of(shares, i) == exact[i]);
                RC_ASSERT(abs(cpp_rational(exact[i] * 100 - shares.shares[i].cents())) <= 1);
                sum += shares.shares[i];
            }
            RC_ASSERT(sum == shares.total);
            RC_ASSERT(shares.shares[idle] == Money());
        }
    }));
}

TEST_CASE("the order of members changes no exact share, and cents only") {
    CHECK(rc::check([] {
        Building building = any_building();
        const Budget one = building.budget();
        std::ranges::reverse(building.tenants);
        const Budget other = building.budget();
        const ExerciseShares shares = shares_of_rooms(one);
        const ExerciseShares reversed = shares_of_rooms(other);
        for (std::size_t l = 0; l < shares.lines.size(); ++l) {
            for (std::size_t i = 0; i < one.payers(); ++i) {
                const std::size_t same = one.is_member(i) ? one.members.size() - 1 - i : i;
                RC_ASSERT(other.payer_id(same) == one.payer_id(i));
                RC_ASSERT(fraction_of(shares.lines[l].exercise, i) == fraction_of(reversed.lines[l].exercise, same));
            }
        }
    }));
}
