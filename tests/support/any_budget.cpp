// SPDX-License-Identifier: MIT
#include <msp/money/money.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <tests/support/any_budget.hpp>
#include <tests/support/budget.hpp>

namespace msp::test {
namespace {

bool maybe() {
    return *rc::gen::arbitrary<bool>();
}

Money any_amount() {
    return Money::from_cents(
        *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-300, 3'000), rc::gen::inRange<std::int64_t>(1, 900'000)));
}

Rate any_rise() {
    return {*rc::gen::inRange<std::int64_t>(-300, 900), *rc::gen::inRange(3, 5)};
}

std::string written(const Delay& delay) {
    return std::to_string(delay.months) + " months " + std::to_string(delay.days) + " days" +
           (delay.end_of_month ? " end of month" : "");
}

std::string bank(const std::string& id, const std::string& entity, const Shape& shape) {
    const Date begin = shape.late ? "2026-01-01"_d + *rc::gen::inRange(0, 90) : "2026-01-01"_d;
    std::string text = "[[bank]]\nid = \"" + id + "\"\nentity = \"" + entity + "\"\nopening = " + euros(any_amount()) +
                       "\ndate = " + iso(begin) + "\nfloor = " + std::to_string(*rc::gen::inRange(0, 50)) + "\n";
    if (shape.fees && maybe())
        text += "overdraft_rate = \"" + std::to_string(*rc::gen::inRange(1, 20)) + " %\"\n";
    return text;
}

struct Account {
    std::string bank;
    std::string entity;
};

std::string any_line_of(const std::string& id, const std::vector<Account>& accounts) {
    AnyLine line = any_line();
    line.id = id;
    const Account from = *rc::gen::elementOf(accounts);
    const Account to = *rc::gen::elementOf(accounts);
    const bool two = from.bank != to.bank && maybe();
    const char* kind = maybe() ? "expense" : "income";
    std::string text;
    if (two) {
        kind = from.entity == to.entity ? "transfer" : "expense";
        line.amount = std::max(line.amount, -line.amount);
        text = "paid_to = \"" + to.bank + "\"\n";
        if (maybe())
            text += "arrives = \"" + std::to_string(*rc::gen::inRange(0, 40)) + " days\"\n";
    }
    const char* state = *rc::gen::element("planned", "assumed", "hoped", "notified");
    return "[[" + std::string(kind) + "]]\ncategory = \"" + (maybe() ? "rent" : "energy") + "\"\nbank = \"" +
           from.bank + "\"\nstate = \"" + state + "\"\n" + text + keys(line);
}

std::string any_grant_of(const std::string& id, const std::vector<Account>& accounts) {
    const int share = *rc::gen::inRange(1, 100);
    return "[[grant]]\nid = \"" + id + "\"\nbank = \"" + (*rc::gen::elementOf(accounts)).bank +
           "\"\namount = " + euros(Money::from_cents(*rc::gen::inRange<std::int64_t>(1, 900'000))) +
           "\ninstalments = [{ share = \"" + std::to_string(share) + " %\", date = " + iso(any_date_near()) +
           " }, { share = \"rest\", date = " + iso(any_date_near()) + " }]\n";
}

std::string any_loan_of(const std::string& id, const std::vector<Account>& accounts) {
    const int instalments = *rc::gen::inRange(1, 60);
    const std::string deferral = instalments > 1 && maybe()
                                     ? "deferral = { kind = \"" + std::string(maybe() ? "total" : "partial") +
                                           "\", instalments = " + std::to_string(*rc::gen::inRange(1, instalments)) +
                                           " }\n"
                                     : "";
    return "[[loan]]\nid = \"" + id + "\"\nbank = \"" + (*rc::gen::elementOf(accounts)).bank +
           "\"\namount = " + euros(Money::from_cents(*rc::gen::inRange<std::int64_t>(10'000, 900'000))) +
           "\ndate = " + iso(any_date_near()) + "\nrate = \"" + std::to_string(*rc::gen::inRange(0, 9)) +
           " %\"\ninstalments = " + std::to_string(instalments) + "\ninsurance = { rate = \"0.3 %\" }\n" + deferral;
}

std::string any_aci(const std::vector<Account>& accounts) {
    std::string text = "[aci]\nbank = \"" + (*rc::gen::elementOf(accounts)).bank + "\"\n";
    for (int year = 2026; year < 2028; ++year) {
        text += "[[aci.year]]\nyear = " + std::to_string(year) + "\n";
        if (maybe())
            text += "notified = " + std::to_string(*rc::gen::inRange(1'000, 9'000)) + ".01\n";
        text += "[aci.year.advance]\n" + std::string(maybe() ? "notified" : "amount") + " = " +
                std::to_string(*rc::gen::inRange(1'000, 9'000)) + ".50\n";
        if (maybe())
            text += "received = [{ date = " + std::to_string(year) + "-04-" +
                    std::to_string(*rc::gen::inRange(10, 29)) + ", amount = 1000.00 }]\n";
        if (maybe())
            text += "closed = true\n";
    }
    return text;
}

}  // namespace

std::string euros(Money amount) {
    return plain(amount);
}

std::string percent(Rate rate) {
    return rate.percent() + " %";
}

Date any_date_near() {
    return "2024-01-01"_d + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 2'556));
}

Delay any_delay() {
    Delay delay;
    if (maybe())
        return delay;
    delay.months = *rc::gen::inRange(-2, 4);
    delay.days = *rc::gen::inRange(-40, 60);
    delay.end_of_month = maybe();
    return delay;
}

int any(int from, int to) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to + 1));
}

AnyLine any_line() {
    AnyLine line;
    line.annual = maybe();
    line.amount = any_amount();
    const bool from = maybe();
    const bool months = maybe();
    if (months)
        line.chosen = static_cast<std::uint16_t>(*rc::gen::inRange(1, 0x1000));
    else
        line.step = from && !line.annual ? *rc::gen::inRange(1, 30) : *rc::gen::element(1, 2, 3, 4, 6, 12);
    line.day = *rc::gen::oneOf(rc::gen::inRange(1U, 32U), rc::gen::inRange(28U, 32U));
    if (line.day < 31 && maybe())
        line.second = *rc::gen::inRange(line.day + 1, 32U);
    if (from)
        line.from = any_date_near();
    if (maybe())
        line.until = line.from.value_or("2026-01-01"_d) + *rc::gen::inRange(950, 2'500);
    const int index = *rc::gen::inRange(0, 3);
    if (index == 1) {
        line.yearly = any_rise();
        line.month = *rc::gen::inRange(1U, 13U);
        line.month_day = *rc::gen::inRange(1U, 29U);
        if (!line.from || maybe())
            line.since = any_date_near();
    }
    if (index == 2 && !line.from)
        line.since = "2026-04-02"_d;
    // After the day the amount is of.
    Date step = line.from.value_or("2026-04-02"_d) + *rc::gen::inRange(1, 800);
    for (int i = 0; index == 2 && i < 3; ++i) {
        line.steps.emplace_back(step, any_rise());
        step = step + *rc::gen::inRange(1, 400);
    }
    if (maybe())
        line.scale = {*rc::gen::inRange<std::int64_t>(1, 3'000), 3};
    line.delay = any_delay();
    line.roll = *rc::gen::element(Roll::none, Roll::next, Roll::previous);
    return line;
}

std::string keys(const AnyLine& line) {
    std::string text =
        "id = \"" + line.id + "\"\n" + (line.annual ? "annual = " : "amount = ") + euros(line.amount) + '\n';
    if (line.chosen != 0) {
        text += "every = { months = [";
        for (unsigned month = 1; month <= 12; ++month) {
            if ((line.chosen >> (month - 1) & 1U) != 0)
                text += std::to_string(month) + ", ";
        }
        text += "] }\n";
    } else {
        text += "every = \"" + std::to_string(line.step) + " months\"\n";
    }
    const auto day = [](unsigned number) { return number == 31 ? "\"last\"" : std::to_string(number); };
    text += "day = " + (line.second ? '[' + day(*line.second) + ", " + day(line.day) + ']' : day(line.day)) + '\n';
    if (line.from)
        text += "from = " + iso(*line.from) + '\n';
    if (line.until)
        text += "until = " + iso(*line.until) + '\n';
    if (line.yearly) {
        const std::string each = iso(Month(2001, line.month).day(line.month_day)).substr(5);
        text += "index = { rate = \"" + percent(*line.yearly) + "\", each = \"" + each + "\"" +
                (line.since ? ", since = " + iso(*line.since) : "") + " }\n";
    }
    if (!line.steps.empty()) {
        text += line.since ? "index = { since = " + iso(*line.since) + ", steps = [" : "index = [";
        for (const auto& [date, rate] : line.steps)
            text += "{ date = " + iso(date) + ", rate = \"" + percent(rate) + "\" }, ";
        text += line.since ? "] }\n" : "]\n";
    }
    text += "scale = \"" + percent(line.scale) + "\"\n";
    text += "delay = \"" + written(line.delay) + "\"\n";
    const char* roll = line.roll == Roll::none ? "none" : line.roll == Roll::next ? "next" : "previous";
    return text + "business_day = \"" + roll + "\"\n";
}

std::string any_budget(const Shape& shape) {
    std::string text;
    std::vector<Account> accounts;
    const int entities = *rc::gen::inRange(1, shape.entities + 1);
    for (int i = 0; i < entities; ++i) {
        const std::string entity = "e" + std::to_string(i);
        text += "[[entity]]\nid = \"" + entity + "\"\n";
        const int banks = *rc::gen::inRange(1, shape.banks + 1);
        for (int j = 0; j < banks; ++j) {
            accounts.push_back({entity + "b" + std::to_string(j), entity});
            text += bank(accounts.back().bank, entity, shape);
        }
    }
    const int lines = *rc::gen::inRange(1, 8);
    for (int i = 0; i < lines; ++i)
        text += any_line_of("line" + std::to_string(i), accounts);
    if (maybe())
        text += any_grant_of("grant", accounts);
    if (maybe())
        text += any_loan_of("loan", accounts);
    if (maybe())
        text += any_aci(accounts);
    return text;
}

}  // namespace msp::test
