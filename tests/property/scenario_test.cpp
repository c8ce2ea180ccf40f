// SPDX-License-Identifier: MIT
// A scenario says what could have been typed instead.
#include <msp/lines/lines.hpp>
#include <msp/money/rate.hpp>
#include <msp/scenario/scenario.hpp>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// A budget with `changes` as its scenario s.
std::string with(const std::string& budget, const std::string& changes) {
    return budget + "[[scenario]]\nid = \"s\"\nchange = [" + changes + "]\n";
}

std::string one_line(const AnyLine& line) {
    return std::string(one_bank) + "[[expense]]\ncategory = \"rent\"\n" + keys(line);
}

// Every movement of the line due until 2034, before the account begins as well.
std::vector<Movement> all(const Budget& budget) {
    std::vector<Movement> found;
    line_movements(
        budget, budget.lines.at(0), {"2000-01-01"_d, "2034-12-31"_d},
        [&found](const Movement& movement) {
            if (movement.due <= "2033-12-31"_d && movement.due >= "2001-01-01"_d)
                found.push_back(movement);
        },
        nullptr);
    return found;
}

// Not 0 %, and such that products of a few stay exact.
Rate any_change() {
    const int tenths = *rc::gen::distinctFrom(rc::gen::inRange(-1'000, 1'500), 0);
    return {tenths, 3};
}

std::string shift_amount(const std::string& path, Rate change) {
    return "{ shift = \"" + path + "\", amount = \"" + percent(change) + "\" }, ";
}

std::string shift_date(const std::string& path, int months, int days) {
    return "{ shift = \"" + path + "\", date = \"" + std::to_string(months) + " months " + std::to_string(days) +
           " days\" }, ";
}

}  // namespace

TEST_CASE("a change of amount multiplies each occurrence once, half up, and moves none") {
    CHECK(rc::check([] {
        AnyLine line = any_line();
        line.scale = Rate(1, 0);
        const Rate change = any_change();
        const std::vector<Movement> before = all(budget_of(one_line(line)));
        const std::vector<Movement> after =
            all(budget_of(with(one_line(line), shift_amount("expense.x", change)), "s"));
        RC_ASSERT(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(after[i].amount == times(before[i].amount, Rate(1'000 + change.digits(), 3), Rounding::half_up));
            RC_ASSERT(after[i].date == before[i].date);
        }
    }));
}

TEST_CASE("a change of date moves each occurrence after its own delay and changes no amount") {
    CHECK(rc::check([] {
        AnyLine line = any_line();
        line.roll = Roll::none;
        const int months = *rc::gen::inRange(-5, 6);
        line.delay.end_of_month = false;  // to which a change by days cannot be added
        const int days = *rc::gen::inRange(1, 40);
        const std::vector<Movement> before = all(budget_of(one_line(line)));
        const std::vector<Movement> after =
            all(budget_of(with(one_line(line), shift_date("charge.x", months, days)), "s"));
        RC_ASSERT(before.size() == after.size());
        Delay sum = line.delay;
        sum.months += months;
        sum.days += days;
        for (std::size_t i = 0; i < before.size(); ++i) {
            RC_ASSERT(after[i].due == before[i].due);
            RC_ASSERT(after[i].amount == before[i].amount);
            RC_ASSERT(after[i].date == delayed(before[i].due, sum));
        }
    }));
}

TEST_CASE("changes of amount and date compose with each other and with what the line says") {
    CHECK(rc::check([] {
        AnyLine line = any_line();
        line.delay.end_of_month = false;
        const int count = *rc::gen::inRange(1, 4);
        AnyLine typed = line;
        std::string changes;
        for (int i = 0; i < count; ++i) {
            const Rate change = any_change();
            const int months = *rc::gen::inRange(-3, 4);
            const int days = *rc::gen::inRange(1, 20);
            changes += shift_amount("expense.x", change) + shift_date("expense.x", months, days);
            typed.scale = Rate(typed.scale.digits() * (1'000 + change.digits()), typed.scale.scale() + 3);
            typed.delay.months += months;
            typed.delay.days += days;
        }
        const Budget said = budget_of(with(one_line(line), changes), "s");
        const Budget written = budget_of(with(one_line(typed), changes));
        RC_ASSERT(said == written);
    }));
}

TEST_CASE("a scenario based on another is the changes of both in a row") {
    CHECK(rc::check([] {
        const std::string text = any_budget({});
        const std::string first = shift_amount("expense.x", any_change()) + "{ set = \"bank.e0b0.floor\", to = 77 }, ";
        const std::string second =
            shift_date("expense.x", *rc::gen::inRange(0, 4), 1) + shift_amount("expense.x", any_change());
        AnyLine any = any_line();
        any.delay.end_of_month = false;
        const std::string line = "[[expense]]\ncategory = \"rent\"\nbank = \"e0b0\"\n" + keys(any);
        const std::string chain = text + line + "[[scenario]]\nid = \"a\"\nchange = [" + first +
                                  "]\n[[scenario]]\nid = \"b\"\nbased_on = \"a\"\nchange = [" + second + "]\n";
        const std::string whole = text + line + "[[scenario]]\nid = \"a\"\nchange = [" + first +
                                  "]\n[[scenario]]\nid = \"b\"\nchange = [" + first + second + "]\n";
        RC_ASSERT(budget_of(chain, "b") == budget_of(whole, "b"));
        RC_ASSERT(budget_of(chain, "a") == budget_of(whole, "a"));
        RC_ASSERT(!(budget_of(chain, "b") == budget_of(chain)));
    }));
}

TEST_CASE("a value that is set, an entry added or removed is as if it were typed so") {
    CHECK(rc::check([] {
        const std::string text = any_budget({});
        AnyLine line = any_line();
        AnyLine other = line;
        other.day = 1 + (line.day + 2) % 28;
        other.second = std::nullopt;
        // Without bounds any day falls due.
        line.until = other.until = std::nullopt;
        const std::string start = text + "[[income]]\ncategory = \"sublet\"\nbank = \"e0b0\"\n";
        const std::string set = "{ set = \"produit.x.le\", to = " + std::to_string(other.day) + " }";
        RC_ASSERT(budget_of(with(start + keys(line), set), "s") == budget_of(with(start + keys(other), set)));
        const std::string remove = "{ remove = \"income.x\" }";
        RC_ASSERT(budget_of(with(start + keys(line), remove), "s") == budget_of(with(text, remove)));
        std::string table = keys(line);
        for (std::size_t at = table.find('\n'); at != std::string::npos; at = table.find('\n', at))
            table.replace(at, 1, ", ");
        const std::string add = "{ add = \"income\", value = { category = \"sublet\", bank = \"e0b0\", " +
                                table.substr(0, table.size() - 2) + " } }";
        RC_ASSERT(budget_of(with(text, add), "s") == budget_of(with(start + keys(line), add)));
    }));
}

TEST_CASE("the base is not changed by its scenarios") {
    CHECK(rc::check([] {
        const std::string text = one_line(any_line());
        Reading reading = read(with(text, shift_amount("expense.x", any_change())));
        const Budget before = reading.budget.value();
        RC_ASSERT(reading.scenario("s").has_value());
        RC_ASSERT(reading.scenario("s") == reading.scenario("s"));
        Reading again = read(with(text, shift_amount("expense.x", Rate(1, 3))));
        RC_ASSERT(before == again.budget.value());
    }));
}
