// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_rule.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// Far enough back that no plan reaches it; January, so that months count from January.

class LineDecoder {
 public:
    LineDecoder(Decoding& decoding, TableNode<Section::line> node, Origin origin, Side side)
        : decoding_(decoding),
          reading_(decoding.reading),
          budget_(decoding.budget),
          table_(decoding.reading, node),
          origin_(origin) {
        line_.side = side;
    }

    [[nodiscard]] Line run();

 private:
    [[nodiscard]] ItemIndex item();
    void amount();
    void rule();
    void rule_by_months(const Frequency& every);
    void rule_by_days(std::int32_t interval);
    void needs_first_day(const AnyField& field, Message why);
    void not_spread(Message why);
    void month(int step);
    void counted();
    void sign();
    void bounds();
    void dates_within(std::optional<Date> until);
    void destination();
    void account_fits(BankIndex to);

    Decoding& decoding_;
    Reading& reading_;
    Budget& budget_;
    Table<Section::line> table_;
    Origin origin_;
    Line line_;
};

Line LineDecoder::run() {
    line_.item = item();
    line_.bank = decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
    amount();
    rule();
    if (origin_ == Origin::line)
        sign();
    bounds();
    line_.index = decode_index(decoding_, table_, line_.rule.from);
    destination();
    line_.scale = table_["scale"_key].value();
    line_.delay = table_["delay"_key].read().value_or(Delay());
    line_.roll = table_["business_day"_key].value<Roll>();
    line_.exercise = table_["exercise"_key].value();
    line_.state = table_["state"_key].value<State>();
    line_.shared = decoding_.key(table_["shared"_key]);
    line_.shared_place = {table_["shared"_key].span()};
    line_.covers = table_["covers"_key].read().value_or(Covers());
    line_.voted = table_["voted"_key].read();
    needs(table_["voted"_key], table_["shared"_key]);
    if (origin_ == Origin::transfer && table_["shared"_key].has())
        reading_.error("line.shared", {tr("a transfer between two accounts costs nothing that could be shared"), {}},
                       table_["shared"_key].span(), Message{tr("leave it out"), {}});
    decoding_.late(table_["overdue"_key].value(), table_["closed"_key].read(), line_.item);
    decoding_.match(table_["match"_key], line_.item, line_.bank);
    return std::move(line_);
}

ItemIndex LineDecoder::item() {
    const auto named = table_["category"_key];
    std::optional<CategoryIndex> kind = decoding_.category(named);
    if (origin_ == Origin::transfer && !kind)
        kind = decoding_.shipped_category("transfer");
    if (!kind && !named.has()) {
        reading_.warn("line.unclassified", {tr("this line has no category"), {}}, table_.span(),
                      Message{tr("add {key}; msp-budget(5) lists the categories"), {{"key", named.name()}}});
        kind = decoding_.shipped_category(line_.side == Side::payments ? "other-charge" : "other-income");
    }
    return decoding_.add_item(table_, origin_, line_.side, kind.value_or(0));
}

void LineDecoder::amount() {
    contradiction(table_["amount"_key], table_["annual"_key]);
    contradiction(table_["amount"_key], table_["amounts"_key]);
    contradiction(table_["annual"_key], table_["amounts"_key]);
    line_.amount_place = {table_["amount"_key].span()};
    if (table_["amounts"_key].has()) {
        line_.kind = AmountKind::dated;
        line_.dated = decoding_.dated(table_["amounts"_key].tables());
        return;
    }
    if (table_["annual"_key].has()) {
        line_.kind = AmountKind::annual;
        line_.amount = table_["annual"_key].read().value_or(Money());
        line_.amount_place = {table_["annual"_key].span()};
        return;
    }
    if (!table_["amount"_key].has())
        table_["amount"_key].missing();
    line_.amount = table_["amount"_key].read().value_or(Money());
}

void LineDecoder::rule() {
    contradiction(table_["amounts"_key], table_["every"_key]);
    contradiction(table_["amounts"_key], table_["date"_key]);
    contradiction(table_["amounts"_key], table_["day"_key]);
    contradiction(table_["date"_key], table_["day"_key]);
    line_.rule_place = {table_["every"_key].has() ? table_["every"_key].span() : table_["date"_key].span()};
    if (line_.kind == AmountKind::dated)
        return;
    const std::optional<Frequency> every = table_["every"_key].read();
    if (table_["date"_key].has() && (!table_["every"_key].has() || (every && every->once))) {
        if (const auto date = table_["date"_key].read()) {
            if (line_.kind == AmountKind::annual)
                contradiction(table_["annual"_key], table_["date"_key]);
            line_.kind = AmountKind::dated;
            line_.single = true;
            line_.dated = {{*date, line_.amount, line_.amount_place}};
        }
        return;
    }
    contradiction(table_["every"_key], table_["date"_key]);
    if (table_["every"_key].meant() || table_["date"_key].meant())
        return;  // which was reported
    if (!table_["every"_key].has() || (every && every->once)) {
        reading_.error("line.when", {tr("this line does not say when it falls due"), {}}, table_.span(),
                       Message{tr("add {every} and {day}, or {date}"),
                               {{"every", table_["every"_key].name()},
                                {"day", table_["day"_key].name()},
                                {"date", table_["date"_key].name()}}});
        return;
    }
    if (every && every->days != 0)
        return rule_by_days(every->days);
    if (!table_["day"_key].has())
        table_["day"_key].missing();
    if (every)
        rule_by_months(*every);
}

void LineDecoder::rule_by_months(const Frequency& every) {
    line_.rule.step = every.step;
    line_.rule.chosen = every.chosen;
    line_.rule.days = table_["day"_key].read().value_or(on_day(1));
    if (every.chosen == 0 && 12 % every.step != 0)
        needs_first_day(table_["every"_key], {tr("months that do not divide a year need a first one"), {}});
    else if (every.chosen == 0)
        month(every.step);
    if (line_.kind == AmountKind::annual && every.chosen == 0 && 12 % every.step != 0)
        not_spread({tr("an annual amount cannot be spread over these months"), {}});
}

void LineDecoder::rule_by_days(std::int32_t interval) {
    line_.rule.interval = interval;
    needs_first_day(table_["every"_key], {tr("weeks and days are counted from a first one"), {}});
    if (table_["day"_key].has())
        reading_.error("line.day",
                       {tr("{key} is for months, and weeks or days begin with the day of {from}"),
                        {{"key", table_["day"_key].name()}, {"from", table_["from"_key].name()}}},
                       table_["day"_key].span(), Message{tr("leave it out"), {}});
    if (line_.kind == AmountKind::annual)
        not_spread({tr("an annual amount cannot be spread over weeks or days"), {}});
}

void LineDecoder::needs_first_day(const AnyField& field, Message why) {
    if (!table_["from"_key].has())
        reading_.error("line.from", std::move(why), field.span(),
                       Message{tr("add {key}"), {{"key", table_["from"_key].name()}}});
}

void LineDecoder::not_spread(Message why) {
    reading_.error("line.annual", std::move(why), table_["every"_key].span(), {},
                   {{table_["annual"_key].span(), {tr("the annual amount"), {}}}});
}

// An annual amount is that of twelve months, whatever their number: "in ten times" would be of other months than meant.
void LineDecoder::counted() {
    for (const AnyField& other : std::initializer_list<AnyField>{table_["annual"_key], table_["amounts"_key],
                                                                 table_["date"_key], table_["until"_key]})
        contradiction(other, table_["times"_key]);
    if (!table_["times"_key].has())
        return;
    needs_first_day(table_["times"_key], {tr("payments are counted from a first day"), {}});
    if (const auto times = table_["times"_key].read())
        line_.rule.times = static_cast<std::int32_t>(*times);
}

// Every quarter begins in January, for everyone; a yearly insurance is due in a month that nobody can guess.
void LineDecoder::month(int step) {
    if (step == 1 || step == 3 || table_["from"_key].has())
        return;
    std::string months;
    for (int month = 1; month <= 12; month += step)
        months += (months.empty() ? "" : ", ") + std::to_string(month);
    Message message = {tr("nothing says in which month this yearly line falls: January is assumed"), {}};
    if (step != 12)
        message = {tr("nothing says in which months this line falls: every {n} months from January on is assumed"),
                   {{"n", std::int64_t{step}}}};
    reading_.warn(
        "line.month", std::move(message), table_["every"_key].span(),
        Message{tr("name the months, {every} = {{ {months} = [{list}] }}, or the first one, {from} = \"{year}-01\""),
                {{"every", table_["every"_key].name()},
                 {"months", Slot<Section::every>("months"_key).row().name(reading_.keys_in(table_.span().source))},
                 {"list", months},
                 {"from", table_["from"_key].name()},
                 {"year", std::int64_t{budget_.first_day().fields().year}}}});
}

// Minus is the bank statement's sign of an expense. One negative amount on a date is a refund; where all amounts that a
// line will ever have are negative, its side says the opposite of what is meant.
void LineDecoder::sign() {
    const auto negative = [](const DatedAmount& entry) { return entry.amount.negative(); };
    const bool turned = line_.kind == AmountKind::dated
                            ? line_.dated.size() > 1 && std::ranges::all_of(line_.dated, negative)
                            : line_.amount.negative();
    if (!turned)
        return;
    const bool expense = line_.side == Side::payments;
    reading_.warn(
        "line.sign",
        {expense ? tr("this expense is always negative: it raises the balance each time")
                 : tr("this income is always negative: it lowers the balance each time"),
         {}},
        table_["amounts"_key].has() ? table_["amounts"_key].span() : line_.amount_place.span,
        Message{expense ? tr("write its amounts without the minus sign; what comes back regularly is an income")
                        : tr("write its amounts without the minus sign; what is given back regularly is an "
                             "expense"),
                {}});
}

void LineDecoder::bounds() {
    const auto from =
        line_.rule.interval != 0 ? table_["from"_key].read_day() : table_["from"_key].read(DayOfMonth::first);
    const auto until = table_["until"_key].read(DayOfMonth::last);
    line_.rule.from = from.value_or(Date::first());
    line_.rule.anchor = Month::of(line_.rule.from);
    line_.rule.until = until;
    counted();
    const std::size_t problems = decoding_.errors();
    if (from && until && *until < *from)
        comes_before(table_["until"_key], table_["from"_key]);
    dates_within(until);
    const bool readable = table_["every"_key].has() ? table_["day"_key].has() || line_.rule.interval != 0
                                                    : table_["date"_key].has() || table_["amounts"_key].has();
    const bool fires = line_.kind == AmountKind::dated ? !line_.dated.empty()
                                                       : next_occurrence(line_.rule, line_.rule.from).has_value();
    if (readable && !fires && problems == decoding_.errors())
        reading_.error("line.never",
                       {tr("this line never falls due: none of its days lies between {from} and {until}"),
                        {{"from", table_["from"_key].name()}, {"until", table_["until"_key].name()}}},
                       table_.span());
}

void LineDecoder::dates_within(std::optional<Date> until) {
    for (const DatedAmount& entry : line_.dated) {
        const bool early = entry.date < line_.rule.from;
        const AnyField limit = early ? AnyField(table_["from"_key]) : AnyField(table_["until"_key]);
        if (early || (until && entry.date > *until))
            reading_.error("line.outside",
                           {early ? tr("{date} lies before {key}") : tr("{date} lies after {key}"),
                            {{"date", entry.date}, {"key", limit.name()}}},
                           entry.place.span, {}, {{limit.span(), {tr("{key} stands here"), {{"key", limit.name()}}}}});
    }
}

void LineDecoder::destination() {
    const bool transfer = origin_ == Origin::transfer;
    needs(table_["arrives"_key], table_["paid_to"_key]);
    needs(table_["received_as"_key], table_["paid_to"_key]);
    if (!table_["paid_to"_key].has()) {
        if (transfer)
            table_["paid_to"_key].missing();
        return;
    }
    const auto to = decoding_.account(table_["paid_to"_key]);
    line_.arrives = table_["arrives"_key].read().value_or(Delay());
    if (line_.arrives.months < 0 || line_.arrives.days < 0)
        reading_.error("transfer.arrives", {tr("the money would arrive before it leaves"), {}},
                       table_["arrives"_key].span());
    const bool turned =
        std::ranges::any_of(line_.dated, [](const DatedAmount& entry) { return entry.amount.negative(); });
    if (transfer && (line_.amount.negative() || turned))
        reading_.error("transfer.negative", {tr("a transfer is not negative"), {}}, line_.amount_place.span,
                       Message{tr("swap the two accounts"), {}});
    if (!to)
        return;
    line_.paid_to = *to;
    account_fits(*to);
    const auto received = decoding_.category(table_["received_as"_key]);
    const CategoryIndex kind = received.value_or(decoding_.shipped_category(transfer ? "transfer" : "other-income"));
    budget_.items[line_.item].received_category = kind;
    line_.received_nature = budget_.categories[kind].nature;
}

void LineDecoder::account_fits(BankIndex to) {
    const bool transfer = origin_ == Origin::transfer;
    const bool same_entity = budget_.banks[to].entity == budget_.banks[line_.bank].entity;
    if (line_.side == Side::receipts)
        reading_.error("line.paid-to", {tr("only an expense or a transfer is paid to another account"), {}},
                       table_["paid_to"_key].span(), Message{tr("write it as the expense of the one who pays"), {}});
    else if (to == line_.bank)
        reading_.error("transfer.same", {tr("the money goes to the account it comes from"), {}},
                       table_["paid_to"_key].span());
    else if (transfer && !same_entity)
        reading_.error("transfer.entity", {tr("a transfer stays within one entity"), {}}, table_["paid_to"_key].span(),
                       Message{tr("write an expense with {key}: a payment of one, a receipt of the other"),
                               {{"key", table_["paid_to"_key].name()}}});
    else if (!transfer && same_entity)
        reading_.error("line.same-entity", {tr("both accounts belong to one entity"), {}}, table_["paid_to"_key].span(),
                       Message{tr("write it as a transfer"), {}});
}

}  // namespace

void decode_line(Decoding& decoding, TableNode<Section::line> node, Origin origin, Side side) {
    decoding.budget.lines.push_back(LineDecoder(decoding, node, origin, side).run());
}

}  // namespace msp
