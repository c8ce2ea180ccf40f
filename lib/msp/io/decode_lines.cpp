// SPDX-License-Identifier: MIT
#include <msp/io/decoder.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

// Far enough back that no plan reaches it; January, so that months count from January.
constexpr Month no_anchor(1900, 1);

Date first_date() {
    return no_anchor.first();
}

// Of a revision, which takes away the whole amount at most.
std::optional<Rate> growth(Table& table, int slot) {
    const std::optional<Rate> rate = table.rate(slot);
    if (!rate || *rate >= Rate(-1, 0))
        return rate;
    table.reading().error("rate.range", {tr("a cut of more than 100 % turns the amount over"), {}}, table.span(slot));
    return std::nullopt;
}

}  // namespace

void Decoder::line(NodeId node, Origin origin, Side side) {
    Table table(reading_, node, Section::line);
    Line line;
    line.side = side;
    std::optional<CategoryIndex> kind = category(table, slot::line_category);
    if (origin == Origin::transfer && !kind)
        kind = shipped_category("transfer");
    if (!kind && !table.has(slot::line_category)) {
        reading_.warn(
            "line.unclassified", {tr("this line has no category"), {}}, table.span(),
            Message{tr("add {key}; msp-budget(5) lists the categories"), {{"key", table.key(slot::line_category)}}});
        kind = shipped_category(side == Side::payments ? "other-charge" : "other-income");
    }
    line.item = add_item(table, slot::line_id, slot::label, origin, side, kind.value_or(0));
    line.bank = bank_of(table, slot::line_entity, slot::line_bank);
    amount_of(table, line);
    rule_of(table, line);
    if (origin == Origin::line)
        sign_of(table, line);
    bounds(table, line);
    index_of(table, line);
    destination(table, line);
    line.scale = table.positive_rate(slot::scale).value_or(Rate(1, 0));
    line.delay = table.delay(slot::delay).value_or(Delay());
    line.roll = static_cast<Roll>(table.word(slot::business_day).value_or(0));
    line.exercise = table.exercise(slot::exercise).value_or(ExerciseRule());
    line.state = static_cast<State>(table.word(slot::state).value_or(static_cast<int>(State::planned)));
    line.shared = table.text(slot::shared).value_or("");
    line.match = table.texts(slot::match);
    budget_.lines.push_back(std::move(line));
}

void Decoder::contradiction(Table& table, int one, int other) {
    if (table.has(one) && table.has(other))
        reading_.error(
            "line.contradiction",
            {tr("{one} and {other} cannot both be given"), {{"one", table.key(one)}, {"other", table.key(other)}}},
            table.span(other), {}, {{table.span(one), {tr("{key} stands here"), {{"key", table.key(one)}}}}});
}

void Decoder::needs(Table& table, int slot, int other) {
    if (table.has(slot) && !table.has(other))
        reading_.error(
            "key.alone",
            {tr("{key} says nothing without {other}"), {{"key", table.key(slot)}, {"other", table.key(other)}}},
            table.span(slot));
}

void Decoder::amount_of(Table& table, Line& line) {
    contradiction(table, slot::amount, slot::annual);
    contradiction(table, slot::amount, slot::amounts);
    contradiction(table, slot::annual, slot::amounts);
    line.amount_place = {table.span(slot::amount)};
    if (table.has(slot::amounts)) {
        line.kind = AmountKind::dated;
        dated(table, slot::amounts, line.dated);
        return;
    }
    if (table.has(slot::annual)) {
        line.kind = AmountKind::annual;
        line.amount = table.amount(slot::annual).value_or(Money());
        line.amount_place = {table.span(slot::annual)};
        return;
    }
    if (!table.has(slot::amount))
        table.missing(slot::amount);
    line.amount = table.amount(slot::amount).value_or(Money());
}

void Decoder::dated(Table& table, int slot, std::vector<DatedAmount>& amounts) {
    for (const NodeId node : table.tables(slot)) {
        Table entry(reading_, node, Section::dated);
        const auto date = entry.date(slot::dated_date);
        const auto amount = entry.amount(slot::dated_amount);
        if (date && amount)
            amounts.push_back({*date, *amount, {entry.span(slot::dated_amount)}});
    }
    std::ranges::stable_sort(amounts, {}, &DatedAmount::date);
}

void Decoder::rule_of(Table& table, Line& line) {
    contradiction(table, slot::amounts, slot::every);
    contradiction(table, slot::amounts, slot::date);
    contradiction(table, slot::amounts, slot::day);
    contradiction(table, slot::date, slot::day);
    line.rule_place = {table.span(table.has(slot::every) ? slot::every : slot::date)};
    if (line.kind == AmountKind::dated)
        return;
    const std::optional<Frequency> every = table.frequency(slot::every);
    if (table.has(slot::date) && (!table.has(slot::every) || (every && every->once))) {
        if (const auto date = table.date(slot::date)) {
            if (line.kind == AmountKind::annual)
                contradiction(table, slot::annual, slot::date);
            line.kind = AmountKind::dated;
            line.dated = {{*date, line.amount, line.amount_place}};
        }
        return;
    }
    contradiction(table, slot::every, slot::date);
    if (table.meant(slot::every) || table.meant(slot::date))
        return;  // which was reported
    if (!table.has(slot::every) || (every && every->once)) {
        reading_.error(
            "line.when", {tr("this line does not say when it falls due"), {}}, table.span(),
            Message{
                tr("add {every} and {day}, or {date}"),
                {{"every", table.key(slot::every)}, {"day", table.key(slot::day)}, {"date", table.key(slot::date)}}});
        return;
    }
    if (every && every->days != 0)
        return rule_by_days(table, line, every->days);
    if (!table.has(slot::day))
        table.missing(slot::day);
    if (every)
        rule_by_months(table, line, *every);
}

void Decoder::rule_by_months(Table& table, Line& line, const Frequency& every) {
    line.rule.step = every.step;
    line.rule.chosen = every.chosen;
    line.rule.days = table.days(slot::day).value_or(on_day(1));
    if (every.chosen == 0 && 12 % every.step != 0)
        needs_first_day(table, slot::every, {tr("months that do not divide a year need a first one"), {}});
    else if (every.chosen == 0)
        month_of(table, every.step);
    if (line.kind == AmountKind::annual && every.chosen == 0 && 12 % every.step != 0)
        not_spread(table, {tr("an annual amount cannot be spread over these months"), {}});
}

void Decoder::rule_by_days(Table& table, Line& line, std::int32_t interval) {
    line.rule.interval = interval;
    needs_first_day(table, slot::every, {tr("weeks and days are counted from a first one"), {}});
    if (table.has(slot::day))
        reading_.error("line.day",
                       {tr("{key} is for months, and weeks or days begin with the day of {from}"),
                        {{"key", table.key(slot::day)}, {"from", table.key(slot::from)}}},
                       table.span(slot::day), Message{tr("leave it out"), {}});
    if (line.kind == AmountKind::annual)
        not_spread(table, {tr("an annual amount cannot be spread over weeks or days"), {}});
}

void Decoder::needs_first_day(Table& table, int slot, Message why) {
    if (!table.has(slot::from))
        reading_.error("line.from", std::move(why), table.span(slot),
                       Message{tr("add {key}"), {{"key", table.key(slot::from)}}});
}

void Decoder::not_spread(Table& table, Message why) {
    reading_.error("line.annual", std::move(why), table.span(slot::every), {},
                   {{table.span(slot::annual), {tr("the annual amount"), {}}}});
}

// An annual amount is that of twelve months, whatever their number: "in ten times" would be of other months than meant.
void Decoder::counted(Table& table, Line& line) {
    for (const int other : {slot::annual, slot::amounts, slot::date, slot::until})
        contradiction(table, other, slot::times);
    if (!table.has(slot::times))
        return;
    needs_first_day(table, slot::times, {tr("payments are counted from a first day"), {}});
    if (const auto times = table.integer(slot::times, 1, 1200))
        line.rule.times = static_cast<std::int32_t>(*times);
}

// Every quarter begins in January, for everyone; a yearly insurance is due in a month that nobody can guess.
void Decoder::month_of(Table& table, int step) {
    if (step == 1 || step == 3 || table.has(slot::from))
        return;
    std::string months;
    for (int month = 1; month <= 12; month += step)
        months += (months.empty() ? "" : ", ") + std::to_string(month);
    Message message = {tr("nothing says in which month this yearly line falls: January is assumed"), {}};
    if (step != 12)
        message = {tr("nothing says in which months this line falls: every {n} months from January on is assumed"),
                   {{"n", std::int64_t{step}}}};
    reading_.warn(
        "line.month", std::move(message), table.span(slot::every),
        Message{tr("name the months, {every} = {{ {months} = [{list}] }}, or the first one, {from} = \"{year}-01\""),
                {{"every", table.key(slot::every)},
                 {"months", reading_.french(table.span().source) ? "mois" : "months"},
                 {"list", months},
                 {"from", table.key(slot::from)},
                 {"year", std::int64_t{budget_.first_day().fields().year}}}});
}

// Minus is the bank statement's sign of an expense. One negative amount on a date is a refund; where all amounts that a
// line will ever have are negative, its side says the opposite of what is meant.
void Decoder::sign_of(Table& table, const Line& line) {
    const auto negative = [](const DatedAmount& entry) { return entry.amount.negative(); };
    const bool turned = line.kind == AmountKind::dated
                            ? line.dated.size() > 1 && std::ranges::all_of(line.dated, negative)
                            : line.amount.negative();
    if (!turned)
        return;
    const bool expense = line.side == Side::payments;
    reading_.warn(
        "line.sign",
        {expense ? tr("this expense is always negative: it raises the balance each time")
                 : tr("this income is always negative: it lowers the balance each time"),
         {}},
        table.has(slot::amounts) ? table.span(slot::amounts) : line.amount_place.span,
        Message{expense ? tr("write its amounts without the minus sign; what comes back regularly is an income")
                        : tr("write its amounts without the minus sign; what is given back regularly is an "
                             "expense"),
                {}});
}

void Decoder::bounds(Table& table, Line& line) {
    const auto from =
        line.rule.interval != 0 ? table.date(slot::from) : table.date_or_month(slot::from, Table::MonthDay::first);
    const auto until = table.date_or_month(slot::until, Table::MonthDay::last);
    line.rule.from = from.value_or(first_date());
    line.rule.anchor = from ? Month::of(*from) : no_anchor;
    line.rule.until = until;
    counted(table, line);
    const std::size_t problems = reading_.diagnostics.errors();
    if (from && until && *until < *from)
        reading_.error(
            "line.bounds",
            {tr("{until} comes before {from}"), {{"until", table.key(slot::until)}, {"from", table.key(slot::from)}}},
            table.span(slot::until), {},
            {{table.span(slot::from), {tr("{key} stands here"), {{"key", table.key(slot::from)}}}}});
    for (const DatedAmount& entry : line.dated) {
        const bool early = entry.date < line.rule.from;
        const int limit = early ? slot::from : slot::until;
        if (early || (until && entry.date > *until))
            reading_.error("line.outside",
                           {early ? tr("{date} lies before {key}") : tr("{date} lies after {key}"),
                            {{"date", day_of(entry.date)}, {"key", table.key(limit)}}},
                           entry.place.span, {},
                           {{table.span(limit), {tr("{key} stands here"), {{"key", table.key(limit)}}}}});
    }
    const bool readable = table.has(slot::every) ? table.has(slot::day) || line.rule.interval != 0
                                                 : table.has(slot::date) || table.has(slot::amounts);
    const bool fires =
        line.kind == AmountKind::dated ? !line.dated.empty() : next_occurrence(line.rule, line.rule.from).has_value();
    if (readable && !fires && problems == reading_.diagnostics.errors())
        reading_.error("line.never",
                       {tr("this line never falls due: none of its days lies between {from} and {until}"),
                        {{"from", table.key(slot::from)}, {"until", table.key(slot::until)}}},
                       table.span());
}

void Decoder::index_of(Table& table, Line& line) {
    if (!table.has(slot::index))
        return;
    const std::size_t problems = reading_.diagnostics.errors();
    contradiction(table, slot::amounts, slot::index);
    contradiction(table, slot::date, slot::index);
    Indexation index;
    index.base = line.rule.from;
    index.place = {table.span(slot::index)};
    bool based = table.has(slot::from);
    const NodeId node = table.node(slot::index);
    if (reading_.document[node].kind == NodeKind::list) {
        std::vector<NodeId> nodes;
        for (NodeId child = reading_.document[node].child; child != no_node; child = reading_.document[child].next)
            nodes.push_back(child);
        steps(table, slot::index, nodes, index);
    } else {
        Table inner(reading_, node, Section::index);
        based = based || inner.has(slot::index_since);
        revisions(inner, index);
    }
    if (!based && problems == reading_.diagnostics.errors())
        no_base(table);
    line.index = std::move(index);
}

void Decoder::revisions(Table& table, Indexation& index) {
    contradiction(table, slot::index_rate, slot::index_steps);
    contradiction(table, slot::index_each, slot::index_steps);
    if (const auto since = table.date(slot::index_since))
        index.base = *since;
    if (table.has(slot::index_steps)) {
        steps(table, slot::index_steps, table.tables(slot::index_steps), index);
        return;
    }
    if (!table.has(slot::index_rate))
        table.missing(slot::index_rate);
    index.yearly = growth(table, slot::index_rate);
    if (const auto each = table.month_day(slot::index_each)) {
        index.month = each->month;
        index.day = each->day;
    }
}

// The account's first day would do until the next opening is typed: then the revisions before it would be lost.
void Decoder::no_base(Table& table) {
    const bool french = reading_.french(table.span().source);
    const Node& index = reading_.document[table.node(slot::index)];
    const bool listed = index.kind == NodeKind::list;
    reading_.error("index.base", {tr("this indexation does not say of which day the amount is"), {}},
                   table.span(slot::index),
                   Message{listed ? tr("if it is the amount of the first day of the plan, write {index} = "
                                       "{{ {steps} = [...], {since} = {date} }}; or give the line {from}")
                                  : tr("if it is the amount of the first day of the plan, add {since} = {date} to "
                                       "{index}; or give the line {from}"),
                           {{"index", table.key(slot::index)},
                            {"steps", french ? "paliers" : "steps"},
                            {"since", french ? "depuis" : "since"},
                            {"date", iso(budget_.first_day())},
                            {"from", table.key(slot::from)}}});
}

void Decoder::steps(Table& table, int slot, const std::vector<NodeId>& nodes, Indexation& index) {
    for (const NodeId node : nodes) {
        Table step(reading_, node, Section::revision);
        const auto date = step.date(slot::revision_date);
        const auto rate = growth(step, slot::revision_rate);
        if (!date || !rate)
            continue;
        if (!index.steps.empty() && *date <= index.steps.back().date)
            reading_.error("index.order", {tr("the dated rates of {key} are not in order"), {{"key", table.key(slot)}}},
                           step.span(slot::revision_date), {},
                           {{index.steps.back().place.span, {tr("the one before"), {}}}});
        if (*date <= index.base)
            reading_.error(
                "index.before",
                {tr("this revision does not come after {base}, the day the amount is of"),
                 {{"base", day_of(index.base)}}},
                step.span(slot::revision_date),
                Message{tr("write the amount as it is now and leave this out, or give the day of the amount in {key}"),
                        {{"key", reading_.french(step.span().source) ? "depuis" : "since"}}});
        index.steps.push_back({*date, *rate, {step.span(slot::revision_date)}});
    }
}

void Decoder::destination(Table& table, Line& line) {
    const bool transfer = budget_.items[line.item].origin == Origin::transfer;
    needs(table, slot::arrives, slot::paid_to);
    needs(table, slot::received_as, slot::paid_to);
    if (!table.has(slot::paid_to)) {
        if (transfer)
            table.missing(slot::paid_to);
        return;
    }
    const auto to = account(table, slot::paid_to);
    line.arrives = table.delay(slot::arrives).value_or(Delay());
    if (line.arrives.months < 0 || line.arrives.days < 0)
        reading_.error("transfer.arrives", {tr("the money would arrive before it leaves"), {}},
                       table.span(slot::arrives));
    const bool turned =
        std::ranges::any_of(line.dated, [](const DatedAmount& entry) { return entry.amount.negative(); });
    if (transfer && (line.amount.negative() || turned))
        reading_.error("transfer.negative", {tr("a transfer is not negative"), {}}, line.amount_place.span,
                       Message{tr("swap the two accounts"), {}});
    if (!to)
        return;
    line.paid_to = *to;
    const bool same_entity = budget_.banks[*to].entity == budget_.banks[line.bank].entity;
    if (line.side == Side::receipts)
        reading_.error("line.paid-to", {tr("only an expense or a transfer is paid to another account"), {}},
                       table.span(slot::paid_to), Message{tr("write it as the expense of the one who pays"), {}});
    else if (*to == line.bank)
        reading_.error("transfer.same", {tr("the money goes to the account it comes from"), {}},
                       table.span(slot::paid_to));
    else if (transfer && !same_entity)
        reading_.error("transfer.entity", {tr("a transfer stays within one entity"), {}}, table.span(slot::paid_to),
                       Message{tr("write an expense with {key}: a payment of one, a receipt of the other"),
                               {{"key", table.key(slot::paid_to)}}});
    else if (!transfer && same_entity)
        reading_.error("line.same-entity", {tr("both accounts belong to one entity"), {}}, table.span(slot::paid_to),
                       Message{tr("write it as a transfer"), {}});
    const auto received = category(table, slot::received_as);
    const CategoryIndex kind = received.value_or(shipped_category(transfer ? "transfer" : "other-income"));
    budget_.items[line.item].received_category = kind;
    line.received_nature = budget_.categories[kind].nature;
}

}  // namespace msp
