// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_grant.hpp>

#include <utility>

namespace msp {
namespace {

constexpr auto write_rest = tr("write the share of the last one as \"rest\"");

// What a grant's instalments make together.
struct Sums {
    Money euros;
    Rate shares;
    int rests = 0;
    int percents = 0;

    explicit Sums(const std::vector<GrantInstalment>& parts);
};

Sums::Sums(const std::vector<GrantInstalment>& parts) {
    for (const GrantInstalment& part : parts) {
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
}

class GrantDecoder {
 public:
    GrantDecoder(Decoding& decoding, TableNode<Section::grant> node)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node) {}

    [[nodiscard]] Grant run();

 private:
    [[nodiscard]] GrantAid aid();
    void awards();
    void years();
    void whole_years(const AnyField& field, Month meant);
    void at_once(State state);
    [[nodiscard]] GrantInstalment instalment(TableNode<Section::grant_instalment> node, State fallback);
    void share(Table<Section::grant_instalment>& table, GrantInstalment& part);
    void due(Table<Section::grant_instalment>& table, GrantInstalment& part);
    void only_for(bool yearly, const AnyField& field);
    void sums();

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::grant> table_;
    Grant grant_;
};

Grant GrantDecoder::run() {
    const std::string usual = table_["category"_key].fallback();
    const CategoryIndex kind = decoding_.category(table_["category"_key]).value_or(decoding_.shipped_category(usual));
    grant_.item = decoding_.add_item(table_, Origin::grant, Side::receipts, kind);
    grant_.bank = decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
    decoding_.late(table_["overdue"_key].value(), table_["closed"_key].read(), grant_.item);
    decoding_.match(table_["match"_key], grant_.item, grant_.bank);
    if (table_["aid"_key].has()) {
        grant_.aid = aid();
    } else {
        needs(table_["fte"_key], table_["aid"_key]);
        needs(table_["contract"_key], table_["aid"_key]);
        needs(table_["list"_key], table_["aid"_key]);
        needs(table_["post"_key], table_["aid"_key]);
        awards();
    }
    if (const auto year = table_["exercise"_key].read())
        grant_.exercise = static_cast<std::int16_t>(*year);
    grant_.scale = table_["scale"_key].value();
    grant_.delay = table_["delay"_key].read().value_or(Delay());
    grant_.roll = table_["business_day"_key].value<Roll>();
    return std::move(grant_);
}

GrantAid GrantDecoder::aid() {
    contradiction(table_["aid"_key], table_["amount"_key]);
    contradiction(table_["aid"_key], table_["date"_key]);
    contradiction(table_["aid"_key], table_["instalments"_key]);
    contradiction(table_["aid"_key], table_["every"_key]);
    contradiction(table_["aid"_key], table_["from"_key]);
    GrantAid aid;
    aid.id = table_["aid"_key].read().value_or("");
    aid.place = {table_["aid"_key].span()};
    aid.fte = table_["fte"_key].read<AidFte>();
    aid.fte_place = {table_["fte"_key].span()};
    aid.contract = table_["contract"_key].read();
    aid.contract_place = {table_["contract"_key].span()};
    aid.list = table_["list"_key].value<AidList>();
    if (auto post = table_["post"_key].read())
        decoding_.earned.push_back(
            {decoding_.budget.grants.size(), std::move(*post), table_["post"_key].name(), table_["post"_key].span()});
    aid.until = table_["until"_key].read(DayOfMonth::last);
    if (aid.contract && aid.until && *aid.until < *aid.contract)
        comes_before(table_["until"_key], table_["contract"_key]);
    aid.state = table_["state"_key].read<State>().value_or(aid.state);
    return aid;
}

void GrantDecoder::awards() {
    grant_.amount = table_["amount"_key].read().value_or(Money());
    grant_.amount_place = {table_["amount"_key].span()};
    years();
    const State state = table_["state"_key].value<State>();
    contradiction(table_["date"_key], table_["instalments"_key]);
    for (const auto part : table_["instalments"_key].tables())
        grant_.instalments.push_back(instalment(part, state));
    at_once(state);
    if (grant_.instalments.empty() && !table_["date"_key].has() && !table_["instalments"_key].has())
        reading_.error(
            "grant.when", {tr("this grant does not say when it is paid"), {}}, table_.span(),
            Message{tr("add {date} or {instalments}"),
                    {{"date", table_["date"_key].name()}, {"instalments", table_["instalments"_key].name()}}});
    sums();
}

void GrantDecoder::years() {
    const auto every = table_["every"_key].read();
    if (!every) {
        needs(table_["from"_key], table_["every"_key]);
        needs(table_["until"_key], table_["every"_key]);
        return;
    }
    grant_.yearly = true;
    if (every->step != 12 || every->chosen != 0 || every->once)
        reading_.error("grant.every", {tr("a grant comes once, or back every year"), {}}, table_["every"_key].span());
    const auto from = table_["from"_key].read(DayOfMonth::first);
    if (!table_["from"_key].has())
        table_["from"_key].missing();
    grant_.first_year = from ? from->fields().year : 2000;
    const auto until = table_["until"_key].read(DayOfMonth::last);
    if (until)
        grant_.last_year = until->fields().year;
    if (from && *from != Month(from->fields().year, 1).first())
        whole_years(table_["from"_key], Month(from->fields().year, 1));
    if (until && *until != Month(until->fields().year, 12).last())
        whole_years(table_["until"_key], Month(until->fields().year, 12));
    if (grant_.last_year && *grant_.last_year < grant_.first_year)
        comes_before(table_["until"_key], table_["from"_key]);
}

void GrantDecoder::whole_years(const AnyField& field, Month meant) {
    reading_.error("grant.year", {tr("a yearly grant counts in whole years"), {}}, field.span(),
                   Message{tr("write \"{month}\""), {{"month", iso(meant)}}});
}

void GrantDecoder::at_once(State state) {
    const auto date = table_["date"_key].read();
    if (!date)
        return;
    GrantInstalment whole;
    whole.date = *date;
    whole.month = date->fields().month;
    whole.day = date->fields().day;
    whole.state = state;
    whole.place = {table_["date"_key].span()};
    grant_.instalments.push_back(whole);
}

GrantInstalment GrantDecoder::instalment(TableNode<Section::grant_instalment> node, State fallback) {
    Table table(reading_, node);
    GrantInstalment part;
    part.place = {table.span()};
    part.state = table["state"_key].read<State>().value_or(fallback);
    part.years = static_cast<int>(table["years"_key].value());
    share(table, part);
    due(table, part);
    return part;
}

void GrantDecoder::share(Table<Section::grant_instalment>& table, GrantInstalment& part) {
    contradiction(table["amount"_key], table["share"_key]);
    if (table["amount"_key].has()) {
        part.kind = ShareKind::amount;
        part.amount = table["amount"_key].read().value_or(Money());
    } else if (table["share"_key].has()) {
        const auto share = table["share"_key].read();
        part.kind = share && !share->rest ? ShareKind::percent : ShareKind::rest;
        part.share = share ? share->rate : Rate();
    } else {
        table["share"_key].missing();
    }
}

void GrantDecoder::due(Table<Section::grant_instalment>& table, GrantInstalment& part) {
    only_for(false, table["date"_key]);
    only_for(true, table["day"_key]);
    only_for(true, table["years"_key]);
    if (grant_.yearly) {
        if (!table["day"_key].has())
            table["day"_key].missing();
        if (const auto day = table["day"_key].read()) {
            part.month = day->month;
            part.day = day->day;
        }
    } else {
        if (!table["date"_key].has())
            table["date"_key].missing();
        part.date = table["date"_key].read();
    }
}

void GrantDecoder::only_for(bool yearly, const AnyField& field) {
    if (yearly != grant_.yearly && field.has())
        reading_.error("grant.part",
                       {yearly ? tr("{key} is for a grant that comes back every year")
                               : tr("{key} is for a grant that comes once"),
                        {{"key", field.name()}}},
                       field.span());
}

// The instalments make the whole: in euros exactly, in shares 100 % or a rest.
void GrantDecoder::sums() {
    const Sums made(grant_.instalments);
    const bool all_in_euros = made.percents + made.rests == 0;
    if (!table_["amount"_key].has() && !all_in_euros) {
        table_["amount"_key].missing();
        return;
    }
    if (!table_["amount"_key].has()) {
        grant_.amount = made.euros;
        return;
    }
    const auto complain = [&](Message message, const char* help = write_rest) {
        reading_.error("grant.sum", std::move(message), table_["instalments"_key].span(), Message{help, {}},
                       {{table_["amount"_key].span(), {tr("the whole grant"), {}}}});
    };
    if (made.rests > 1)
        complain({tr("more than one instalment takes the rest"), {}},
                 tr("write the amount or the share of the others"));
    else if (all_in_euros && made.euros != grant_.amount && !grant_.instalments.empty())
        complain({tr("the instalments make {sum}, not {total}"), {{"sum", made.euros}, {"total", grant_.amount}}});
    else if (made.rests == 0 && made.percents > 0 && made.euros != Money())
        complain({tr("some instalments are in euros and some in shares, and none takes the rest"), {}});
    else if (made.rests == 0 && made.percents > 0 && !(made.shares == Rate(1, 0)))
        complain({tr("the shares make {percent} %, not 100 %"), {{"percent", Decimal{made.shares.percent()}}}});
    else if (made.rests == 1 && made.euros + times(grant_.amount, made.shares, Rounding::half_up) > grant_.amount)
        complain({tr("the other instalments leave no rest"), {}}, tr("lower an amount or a share"));
}

}  // namespace

void decode_grant(Decoding& decoding, TableNode<Section::grant> node) {
    decoding.budget.grants.push_back(GrantDecoder(decoding, node).run());
}

}  // namespace msp
