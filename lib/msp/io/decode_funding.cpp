// SPDX-License-Identifier: MIT
#include <msp/io/decoder.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr auto write_rest = tr("write the share of the last one as \"rest\"");

// In the order of the key's words: a grant is hoped for, notified or paid.
State grant_state(int word) {
    return word == 0 ? State::hoped : word == 1 ? State::notified : State::paid;
}

// A file that was read has become a list.
bool names_a_file(Table& table, int slot) {
    if (!table.has(slot))
        return false;
    const NodeKind kind = table.reading().document[table.node(slot)].kind;
    return kind == NodeKind::text || kind == NodeKind::bare;
}

}  // namespace

void Decoder::grant(NodeId node) {
    Table table(reading_, node, Section::grant);
    Grant grant;
    const CategoryIndex kind = category(table, slot::grant_category).value_or(shipped_category("grant"));
    grant.item = add_item(table, slot::grant_id, slot::grant_label, Origin::grant, Side::receipts, kind);
    grant.bank = bank_of(table, slot::grant_entity, slot::grant_bank);
    if (table.has(slot::grant_aid)) {
        grant_aid(table, grant);
    } else {
        for (const int only : {slot::grant_fte, slot::grant_contract, slot::grant_list})
            needs(table, only, slot::grant_aid);
        grant_awards(table, grant);
    }
    if (const auto year = table.integer(slot::grant_exercise, 1900, 2199))
        grant.exercise = static_cast<std::int16_t>(*year);
    grant.scale = table.positive_rate(slot::grant_scale).value_or(Rate(1, 0));
    grant.delay = table.delay(slot::grant_delay).value_or(Delay());
    grant.roll = static_cast<Roll>(table.word(slot::grant_business_day).value_or(0));
    budget_.grants.push_back(std::move(grant));
}

void Decoder::grant_aid(Table& table, Grant& grant) {
    for (const int other :
         {slot::grant_amount, slot::grant_date, slot::grant_instalments, slot::grant_every, slot::grant_from})
        contradiction(table, slot::grant_aid, other);
    GrantAid aid;
    aid.id = table.text(slot::grant_aid).value_or("");
    aid.place = {table.span(slot::grant_aid)};
    if (const auto fte = table.word(slot::grant_fte))
        aid.fte = *fte < 3 ? static_cast<AidFte>(*fte) : AidFte::half;
    aid.fte_place = {table.span(slot::grant_fte)};
    aid.contract = table.date(slot::grant_contract);
    aid.contract_place = {table.span(slot::grant_contract)};
    aid.list = static_cast<AidList>(table.word(slot::grant_list).value_or(0));
    aid.until = table.date_or_month(slot::grant_until, Table::MonthDay::last);
    if (aid.contract && aid.until && *aid.until < *aid.contract)
        comes_before(table, slot::grant_until, slot::grant_contract);
    if (const auto state = table.word(slot::grant_state))
        aid.state = grant_state(*state);
    grant.aid = std::move(aid);
}

void Decoder::grant_awards(Table& table, Grant& grant) {
    grant.amount = table.positive(slot::grant_amount).value_or(Money());
    grant.amount_place = {table.span(slot::grant_amount)};
    if (const auto every = table.frequency(slot::grant_every)) {
        grant.yearly = true;
        if (every->step != 12 || every->chosen != 0 || every->once)
            reading_.error("grant.every", {tr("a grant comes once, or back every year"), {}},
                           table.span(slot::grant_every));
        const auto from = table.date_or_month(slot::grant_from, Table::MonthDay::first);
        if (!table.has(slot::grant_from))
            table.missing(slot::grant_from);
        grant.first_year = from ? from->fields().year : 2000;
        const auto until = table.date_or_month(slot::grant_until, Table::MonthDay::last);
        if (until)
            grant.last_year = until->fields().year;
        const auto whole_years = [&](int slot, Month meant) {
            reading_.error("grant.year", {tr("a yearly grant counts in whole years"), {}}, table.span(slot),
                           Message{tr("write \"{month}\""), {{"month", iso(meant)}}});
        };
        if (from && *from != Month(from->fields().year, 1).first())
            whole_years(slot::grant_from, Month(from->fields().year, 1));
        if (until && *until != Month(until->fields().year, 12).last())
            whole_years(slot::grant_until, Month(until->fields().year, 12));
        if (grant.last_year && *grant.last_year < grant.first_year)
            comes_before(table, slot::grant_until, slot::grant_from);
    }
    if (!grant.yearly) {
        needs(table, slot::grant_from, slot::grant_every);
        needs(table, slot::grant_until, slot::grant_every);
    }
    const State state = grant_state(table.word(slot::grant_state).value_or(1));
    if (table.has(slot::grant_date) && table.has(slot::grant_instalments))
        contradiction(table, slot::grant_date, slot::grant_instalments);
    for (const NodeId part : table.tables(slot::grant_instalments))
        grant_instalment(part, grant, state);
    if (const auto date = table.date(slot::grant_date)) {
        GrantInstalment whole;
        whole.date = *date;
        whole.month = date->fields().month;
        whole.day = date->fields().day;
        whole.state = state;
        whole.place = {table.span(slot::grant_date)};
        grant.instalments.push_back(whole);
    }
    if (grant.instalments.empty() && !table.has(slot::grant_date) && !table.has(slot::grant_instalments))
        reading_.error(
            "grant.when", {tr("this grant does not say when it is paid"), {}}, table.span(),
            Message{tr("add {date} or {instalments}"),
                    {{"date", table.key(slot::grant_date)}, {"instalments", table.key(slot::grant_instalments)}}});
    grant_sums(table, grant);
}

void Decoder::comes_before(Table& table, int until, int from) {
    reading_.error("line.bounds",
                   {tr("{until} comes before {from}"), {{"until", table.key(until)}, {"from", table.key(from)}}},
                   table.span(until), {}, {{table.span(from), {tr("{key} stands here"), {{"key", table.key(from)}}}}});
}

void Decoder::grant_instalment(NodeId node, Grant& grant, State fallback) {
    Table table(reading_, node, Section::grant_instalment);
    GrantInstalment part;
    part.place = {table.span()};
    const std::optional<int> state = table.word(slot::part_state);
    part.state = state ? grant_state(*state) : fallback;
    part.years = static_cast<int>(table.integer(slot::part_years, 0, 20).value_or(0));
    contradiction(table, slot::part_amount, slot::part_share);
    if (table.has(slot::part_amount)) {
        part.kind = ShareKind::amount;
        part.amount = table.amount(slot::part_amount).value_or(Money());
    } else if (table.has(slot::part_share)) {
        const auto share = table.share(slot::part_share);
        part.kind = share && !share->rest ? ShareKind::percent : ShareKind::rest;
        part.share = share ? share->rate : Rate();
    } else {
        table.missing(slot::part_share);
    }
    for (const int other :
         grant.yearly ? std::vector<int>{slot::part_date} : std::vector<int>{slot::part_day, slot::part_years}) {
        if (table.has(other))
            reading_.error("grant.part",
                           {grant.yearly ? tr("{key} is for a grant that comes once")
                                         : tr("{key} is for a grant that comes back every year"),
                            {{"key", table.key(other)}}},
                           table.span(other));
    }
    if (grant.yearly) {
        if (!table.has(slot::part_day))
            table.missing(slot::part_day);
        if (const auto day = table.month_day(slot::part_day)) {
            part.month = day->month;
            part.day = day->day;
        }
    } else {
        if (!table.has(slot::part_date))
            table.missing(slot::part_date);
        part.date = table.date(slot::part_date);
    }
    grant.instalments.push_back(part);
}

// The instalments make the whole: in euros exactly, in shares 100 % or a rest.
void Decoder::grant_sums(Table& table, Grant& grant) {
    Money euros;
    Rate shares;
    int rests = 0;
    int percents = 0;
    for (const GrantInstalment& part : grant.instalments) {
        switch (part.kind) {
            case ShareKind::amount:
                euros += part.amount;
                break;
            case ShareKind::percent:
                ++percents;
                shares = shares + part.share;
                break;
            case ShareKind::rest:
                ++rests;
                break;
        }
    }
    constexpr Rate whole(1, 0);
    const bool has_total = table.has(slot::grant_amount);
    if (!has_total && percents + rests > 0) {
        table.missing(slot::grant_amount);
        return;
    }
    if (!has_total) {
        grant.amount = euros;
        return;
    }
    const auto complain = [&](Message message, const char* help = write_rest) {
        reading_.error("grant.sum", std::move(message), table.span(slot::grant_instalments), Message{help, {}},
                       {{table.span(slot::grant_amount), {tr("the whole grant"), {}}}});
    };
    if (rests > 1)
        complain({tr("more than one instalment takes the rest"), {}},
                 tr("write the amount or the share of the others"));
    else if (rests == 0 && percents == 0 && euros != grant.amount && !grant.instalments.empty())
        complain({tr("the instalments make {sum}, not {total}"),
                  {{"sum", Cents{euros.cents()}}, {"total", Cents{grant.amount.cents()}}}});
    else if (rests == 0 && percents > 0 && euros != Money())
        complain({tr("some instalments are in euros and some in shares, and none takes the rest"), {}});
    else if (rests == 0 && percents > 0 && !(shares == whole))
        complain({tr("the shares make {percent} %, not 100 %"), {{"percent", Decimal{shares.percent()}}}});
    else if (rests == 1 && euros + times(grant.amount, shares, Rounding::half_up) > grant.amount)
        complain({tr("the other instalments leave no rest"), {}}, tr("lower an amount or a share"));
}

void Decoder::loan(NodeId node) {
    Table table(reading_, node, Section::loan);
    Loan loan;
    loan.item = add_item(table, slot::loan_id, slot::loan_label, Origin::loan, Side::payments,
                         shipped_category("loan-principal"));
    loan.bank = bank_of(table, slot::loan_entity, slot::loan_bank);
    loan.place = {table.span()};
    loan.kind = static_cast<LoanKind>(table.word(slot::loan_kind).value_or(0));
    loan.existing = table.has(slot::loan_outstanding);
    const Money amount = table.positive(slot::loan_amount).value_or(Money());
    loan.capital = loan.existing ? table.positive(slot::loan_outstanding).value_or(Money()) : amount;
    loan.initial_capital = table.has(slot::loan_amount) ? amount : loan.capital;
    if (!loan.existing && !table.has(slot::loan_amount))
        table.missing(slot::loan_amount);
    loan.rate = table.positive_rate(slot::loan_rate).value_or(Rate());
    loan.day_count = static_cast<DayCount>(table.word(slot::loan_basis).value_or(0));
    loan.start = table.date(slot::loan_date).value_or(Date());
    loan.delay = table.delay(slot::loan_delay).value_or(Delay());
    loan.scale = table.positive_rate(slot::loan_scale).value_or(Rate(1, 0));
    loan.roll = static_cast<Roll>(table.word(slot::loan_business_day).value_or(0));
    loan_terms(table, loan);
    drawdowns(table, loan);
    loan_fees(table, loan);
    if (names_a_file(table, slot::loan_schedule))
        return;  // it could not be read, which was reported: nothing more is known of the loan
    bank_schedule(table, loan);
    budget_.loans.push_back(std::move(loan));
}

void Decoder::loan_terms(Table& table, Loan& loan) {
    if (const auto every = table.frequency(slot::loan_every)) {
        loan.period = every->step;
        if (every->once || every->chosen != 0 || every->days != 0 || 12 % every->step != 0 || every->step > 12)
            reading_.error("loan.every", {tr("a loan is repaid every month, quarter, 6 months or year"), {}},
                           table.span(slot::loan_every));
    }
    const bool scheduled = table.has(slot::loan_schedule);
    if (!scheduled && !table.has(slot::loan_instalments))
        table.missing(slot::loan_instalments);
    // Beside a schedule, instalments are there to be compared with: at no rate they would differ by all interest.
    if ((!scheduled || table.has(slot::loan_instalments)) && !table.has(slot::loan_rate))
        table.missing(slot::loan_rate);
    loan.instalments = static_cast<int>(table.integer(slot::loan_instalments, 1, 1200).value_or(0));
    loan.first = table.date(slot::loan_first).value_or(add_months(loan.start, loan.period));
    if (table.has(slot::loan_first) && loan.first <= loan.start)
        reading_.error("loan.first", {tr("the first instalment does not come after the loan"), {}},
                       table.span(slot::loan_first), {},
                       {{table.span(slot::loan_date), {tr("the day of the loan"), {}}}});
    // Without `first` the day is the one of the loan, so that one lent on the 31st falls due on the 31st again.
    const Date day_from = table.has(slot::loan_first) ? loan.first : loan.start;
    loan.due_day = table.day(slot::loan_day).value_or(day_from.fields().day);
    if (table.has(slot::loan_deferral)) {
        Table deferral(reading_, table.node(slot::loan_deferral), Section::deferral);
        loan.deferral_place = {deferral.span()};
        loan.deferral = deferral.word(slot::deferral_kind).value_or(0) == 0 ? Deferral::partial : Deferral::total;
        loan.deferred = static_cast<int>(deferral.integer(slot::deferral_instalments, 1, 1200).value_or(0));
        if (loan.instalments > 0 && loan.deferred >= loan.instalments)
            reading_.error("loan.deferral",
                           {tr("all {n} instalments are deferred; none is left for the capital"),
                            {{"n", std::int64_t{loan.instalments}}}},
                           deferral.span(slot::deferral_instalments), {},
                           {{table.span(slot::loan_instalments), {tr("instalments in all"), {}}}});
    }
    if (table.has(slot::loan_insurance))
        loan_insurance(table, loan);
}

void Decoder::loan_insurance(Table& loan_table, Loan& loan) {
    Table table(reading_, loan_table.node(slot::loan_insurance), Section::insurance);
    contradiction(table, slot::insurance_rate, slot::insurance_amount);
    contradiction(table, slot::insurance_base, slot::insurance_amount);
    if (table.has(slot::insurance_amount)) {
        loan.monthly_insurance = table.positive(slot::insurance_amount);
        return;
    }
    if (!table.has(slot::insurance_rate))
        reading_.error("key.missing",
                       {tr("{one} or {other} is missing here"),
                        {{"one", table.key(slot::insurance_rate)}, {"other", table.key(slot::insurance_amount)}}},
                       table.span());
    loan.insurance = table.positive_rate(slot::insurance_rate);
    loan.insurance_base = static_cast<InsuranceBase>(table.word(slot::insurance_base).value_or(0));
}

// A loan that runs already keeps its `amount` and first day while it is drawn: what was drawn before the account opens
// is in the opening.
void Decoder::drawdowns(Table& table, Loan& loan) {
    contradiction(table, slot::loan_outstanding, slot::loan_drawdowns);
    if (!table.has(slot::loan_drawdowns) || loan.existing)
        return;
    const std::size_t before = reading_.diagnostics.errors();
    dated(table, slot::loan_drawdowns, loan.drawdowns);
    Money sum;
    for (const DatedAmount& part : loan.drawdowns) {
        sum += part.amount;
        if (part.amount.negative())
            reading_.error("amount.negative", {tr("{key} is negative"), {{"key", table.key(slot::loan_drawdowns)}}},
                           part.place.span, Message{tr("write it as a positive amount"), {}});
    }
    if (reading_.diagnostics.errors() != before || !table.has(slot::loan_amount) || !table.has(slot::loan_date))
        return;
    const Span list = table.span(slot::loan_drawdowns);
    if (sum != loan.capital)
        reading_.error("loan.drawdowns",
                       {tr("the drawdowns make {sum}, not {total}"),
                        {{"sum", Cents{sum.cents()}}, {"total", Cents{loan.capital.cents()}}}},
                       list, {}, {{table.span(slot::loan_amount), {tr("the capital"), {}}}});
    else if (!loan.drawdowns.empty() && loan.drawdowns.front().date != loan.start)
        reading_.error("loan.drawdowns",
                       {tr("the first drawdown is on {day}, not on the day of the loan"),
                        {{"day", day_of(loan.drawdowns.front().date)}}},
                       list, Message{tr("give both the same day"), {}},
                       {{table.span(slot::loan_date), {tr("the day of the loan"), {}}}});
}

void Decoder::loan_fees(Table& table, Loan& loan) {
    contradiction(table, slot::loan_outstanding, slot::loan_fees);
    for (const NodeId node : table.tables(slot::loan_fees)) {
        Table fee(reading_, node, Section::loan_fees);
        const Money amount = fee.positive(slot::fees_amount).value_or(Money());
        loan.fees.push_back({fee.date(slot::fees_date).value_or(loan.start), amount, {fee.span(slot::fees_amount)}});
    }
}

namespace {

// The row of the drawdown, with which many banks begin: nothing is paid, and all that was lent is owed; or that stands
// there as a negative payment.
bool pays_out(const BankRow& row, Money payment, std::optional<Money> outstanding, const Loan& loan) {
    if (row.date > loan.start || row.interest != Money() || row.insurance != Money())
        return false;
    const Money lent = loan.drawn_by(loan.start);
    const auto is_nothing_or_lent = [lent](Money amount) { return amount == Money() || amount == -lent; };
    const bool owed = !outstanding || *outstanding == lent || *outstanding == -lent;
    return owed && is_nothing_or_lent(payment) && is_nothing_or_lent(row.principal);
}

}  // namespace

std::optional<BankRow> Decoder::bank_row(Table& row, const Loan& loan, std::optional<Money> outstanding) {
    BankRow read;
    read.place = {row.span()};
    read.date = row.date(slot::row_date).value_or(Date());
    read.principal = row.amount(slot::row_principal).value_or(Money());
    read.interest = row.amount(slot::row_interest).value_or(Money());
    read.insurance = row.amount(slot::row_insurance).value_or(Money());
    const std::optional<Money> payment = row.amount(slot::row_payment);
    if (pays_out(read, payment.value_or(Money()), outstanding, loan))
        return std::nullopt;
    const Money sum = read.principal + read.interest + read.insurance;
    if (payment && *payment != sum)
        reading_.error("loan.row-sum",
                       {tr("the parts make {sum}, not {payment}"),
                        {{"sum", Cents{sum.cents()}}, {"payment", Cents{payment->cents()}}}},
                       row.span(slot::row_payment));
    if (loan.existing && read.date <= loan.start)
        return std::nullopt;
    for (const int needed : {slot::row_principal, slot::row_interest})
        if (!row.has(needed))
            row.missing(needed);
    return read;
}

// One that is wrong makes those below it wrong too.
void Decoder::wrong_outstanding(Table& row, const Loan& loan, Money left, Money outstanding) {
    reading_.error_once("loan.row-outstanding", budget_.items[loan.item].id,
                        {tr("{left} is owed after this row, not {outstanding}"),
                         {{"left", Cents{left.cents()}}, {"outstanding", Cents{outstanding.cents()}}}},
                        row.span(slot::row_outstanding), [] { return std::nullopt; });
}

void Decoder::bank_schedule(Table& table, Loan& loan) {
    if (!table.has(slot::loan_schedule))
        return;
    const Node& list = reading_.document[table.node(slot::loan_schedule)];
    if (list.kind != NodeKind::list) {
        reading_.error("value.type",
                       {tr("{key} is not the name of a CSV file"), {{"key", table.key(slot::loan_schedule)}}},
                       list.span);
        return;
    }
    Money repaid;
    Span before;
    for (NodeId child = list.child; child != no_node; child = reading_.document[child].next) {
        Table row(reading_, child, Section::bank_row);
        const std::optional<Money> outstanding = row.amount(slot::row_outstanding);
        const std::optional<BankRow> read = bank_row(row, loan, outstanding);
        if (!read)
            continue;
        if (!loan.bank_schedule.empty() && read->date <= loan.bank_schedule.back().date)
            reading_.error("loan.row-order", {tr("this row does not come after the one before"), {}},
                           row.span(slot::row_date), {}, {{before, {tr("the one before"), {}}}});
        before = row.span(slot::row_date);
        repaid += read->principal;
        if (const Money left = loan.drawn_by(read->date) - repaid; outstanding && *outstanding != left)
            wrong_outstanding(row, loan, left, *outstanding);
        loan.bank_schedule.push_back(*read);
    }
    if (loan.bank_schedule.empty())
        reading_.error("loan.schedule", {tr("the bank's schedule has no instalment to come"), {}},
                       table.span(slot::loan_schedule));
    else if (repaid != loan.capital)
        reading_.error(
            "loan.schedule",
            {tr("the bank's schedule repays {sum}, not {total}"),
             {{"sum", Cents{repaid.cents()}}, {"total", Cents{loan.capital.cents()}}}},
            table.span(slot::loan_schedule), {},
            {{table.span(loan.existing ? slot::loan_outstanding : slot::loan_amount), {tr("the capital"), {}}}});
}

}  // namespace msp
