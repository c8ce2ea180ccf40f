// SPDX-License-Identifier: MIT
#include <msp/lines/lines.hpp>

#include <algorithm>

namespace msp {
namespace {

// The account that waits for money which somebody owes it; none where nobody does.
BankIndex creditor(const Budget& budget, const Line& line) {
    if (line.state != State::called && line.state != State::notified)
        return no_bank;
    if (line.side == Side::receipts)
        return line.bank;
    const bool ours = line.paid_to != no_bank && budget.banks[line.paid_to].entity == budget.banks[line.bank].entity;
    return ours ? no_bank : line.paid_to;
}

struct Late {
    std::int64_t count = 0;
    Money sum;
    Date first;
    Date last;
    std::size_t first_occurrence = 0;

    void add(const Movement& movement) {
        if (count++ == 0) {
            first = movement.date;
            first_occurrence = static_cast<std::size_t>(movement.occurrence);
        }
        last = movement.date;
        sum += movement.amount;
    }
};

// What fell due before the account opened is said of dated amounts only: of a line that comes back it is in the
// opening.
Late late_receipts(const Budget& budget, const Line& line, BankIndex bank, Date today) {
    const Date opens = budget.banks[bank].date;
    const Date first = line.kind == AmountKind::dated ? Date::first() : opens;
    Late late;
    line_movements(
        budget, line, {first, today - 1},
        [&](const Movement& movement) {
            if (movement.bank == bank && movement.amount > Money())
                late.add(movement);
        },
        nullptr);
    return late;
}

Span place_of(const Line& line, std::size_t occurrence) {
    return line.rule_place.span.known() ? line.rule_place.span : line.dated[occurrence].place.span;
}

}  // namespace

void check_line(const Budget& budget, const Line& line, std::optional<Date> as_of, Diagnostics& diagnostics) {
    const BankIndex bank = creditor(budget, line);
    if (bank == no_bank)
        return;
    const Late late = late_receipts(budget, line, bank, std::max(as_of.value_or(Date()), budget.banks[bank].date));
    if (late.count == 0)
        return;
    const Span place = place_of(line, late.first_occurrence);
    if (late.count == 1)
        return diagnostics.warning(
            "line.late", {tr("this receipt was expected on {date} and is not said to be paid"), {{"date", late.first}}},
            place, Message{tr("say that it is paid, or when it is expected now"), {}});
    diagnostics.warning(
        "line.late",
        {tr("{n} receipts, {amount} in all, were expected from {first} to {last} and are not said to be paid"),
         {{"n", late.count}, {"amount", late.sum}, {"first", late.first}, {"last", late.last}}},
        place,
        Message{tr("the plan counts them on those days: give the bank's balance of today, or leave out what has not "
                   "come"),
                {}});
}

void check_openings(const Budget& budget, const Line& line, Date last, Diagnostics& diagnostics) {
    if (line.paid_to == no_bank || budget.banks[line.bank].date == budget.banks[line.paid_to].date)
        return;
    const bool receiver_later = budget.banks[line.bank].date < budget.banks[line.paid_to].date;
    const BankIndex open = receiver_later ? line.bank : line.paid_to;
    const Bank& opens = budget.banks[receiver_later ? line.paid_to : line.bank];
    Late within;
    line_movements(
        budget, line, {budget.banks[open].date, std::min(last, opens.date - 1)},
        [&](const Movement& movement) {
            if (movement.bank == open && movement.before_opening)
                within.add(movement);
        },
        nullptr);
    if (within.count == 0)
        return;
    diagnostics.warning(
        "line.before-opening",
        {receiver_later ? tr("{n} {n:payment|payments} to {bank}, {amount} in all, {n:arrives|arrive} before it opens "
                             "on {date}, the first paid on {first}")
                        : tr("{n} {n:payment|payments} from {bank}, {amount} in all, {n:arrives|arrive} before it "
                             "opens on {date}, the first on {first}"),
         {{"n", within.count},
          {"bank", opens.id},
          {"amount", absolute(within.sum)},
          {"date", opens.date},
          {"first", within.first}}},
        place_of(line, within.first_occurrence),
        receiver_later
            ? Message{tr("the opening of {bank} is taken to have this money: leave out what has not come"),
                      {{"bank", opens.id}}}
            : Message{tr("the opening of {bank} is taken to be without this money: leave out what it has not paid"),
                      {{"bank", opens.id}}});
}

}  // namespace msp
