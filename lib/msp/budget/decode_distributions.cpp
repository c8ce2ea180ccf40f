// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_distribution.hpp>
#include <msp/budget/keys_participation.hpp>
#include <msp/budget/portions.hpp>
#include <msp/budget/suggest.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

std::string folded_text(const FieldOf<KeyType::text>& field) {
    return folded(field.read().value_or(""));
}

class DistributionDecoder {
 public:
    DistributionDecoder(Decoding& decoding, TableNode<Section::distribution> node)
        : decoding_(decoding), table_(decoding.reading, node) {}

    Distribution run() {
        made_.id = table_["id"_key].read().value_or("");
        made_.label = table_["label"_key].read().value_or(made_.id);
        if (table_["entity"_key].has() || !table_["alternative"_key].has())
            made_.entity = decoding_.entity_of(table_["entity"_key]);
        made_.place = {table_["id"_key].span()};
        if (const auto exercise = table_["exercise"_key].read())
            made_.exercise = static_cast<std::int16_t>(*exercise);
        made_.as = table_["as"_key].value<PaidAs>();
        alternative();
        payer();
        dates();
        money();
        for (const auto node : decoding_.bounded(table_["rates"_key], table_["rates"_key].tables()))
            rate(node);
        for (const auto node : decoding_.bounded(table_["lumps"_key], table_["lumps"_key].tables()))
            lump(node);
        return std::move(made_);
    }

 private:
    // Another rule for the money of one before it, from which it takes what it does not say.
    void alternative() {
        const auto named = table_["alternative"_key];
        contradiction(table_["plan"_key], named);
        if (!named.has())
            return;
        std::optional<std::size_t> found = decoding_.distribution(named);
        if (!found)
            return;
        found = decoding_.budget.distributions[*found].alternative.value_or(*found);
        of_ = &decoding_.budget.distributions[*found];
        made_.alternative = found;
        made_.exercise = of_->exercise;
        if (!table_["as"_key].has())
            made_.as = of_->as;
        if (table_["entity"_key].has() && made_.entity != of_->entity)
            decoding_.reading.error("distribution.alternative",
                                    {tr("{one} and {other} are of two entities, so that they are no rules for the same "
                                        "money"),
                                     {{"one", made_.id}, {"other", of_->id}}},
                                    table_["entity"_key].span(), Message{tr("leave the entity out"), {}},
                                    {{of_->place.span, {tr("the other one"), {}}}});
        made_.entity = of_->entity;
    }

    void payer() {
        const std::vector<Bank>& banks = decoding_.budget.banks;
        made_.planned = table_["plan"_key].value();
        made_.bank = static_cast<BankIndex>(std::ranges::find(banks, made_.entity, &Bank::entity) - banks.begin());
        if (table_["bank"_key].has())
            made_.bank = decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
        needs(table_["bank"_key], table_["plan"_key]);
    }

    void dates() {
        const auto one = table_["date"_key];
        const auto several = table_["dates"_key];
        contradiction(one, several);
        if (const auto date = one.read())
            made_.dates.push_back({*date, 1});
        const auto nodes = several.tables();
        made_.dates.reserve(nodes.size() + 1);  // portions keep the place of the rest
        Portions portions(decoding_.reading);
        for (const auto node : nodes) {
            Table part(decoding_.reading, node);
            PayDate& made = made_.dates.emplace_back();
            if (const auto date = part["date"_key].read())
                made.date = *date;
            portions.add(made.share, part["share"_key].read(), part["share"_key].span());
        }
        portions.settle(made_.id, several.span());
        std::ranges::stable_sort(made_.dates, {}, &PayDate::date);
        if (made_.dates.empty() && of_ != nullptr)
            made_.dates = of_->dates;
        else if (!one.has() && nodes.empty() && !one.meant() && !several.meant())
            decoding_.reading.error("distribution.when", {tr("nothing says when this is paid"), {}}, table_.span(),
                                    Message{tr("add {date} = 2026-12-20, or {dates} with shares"),
                                            {{"date", one.name()}, {"dates", several.name()}}});
    }

    void money() {
        const auto envelope = table_["envelope"_key];
        const auto reserve = table_["reserve"_key];
        made_.envelope = envelope.read();
        made_.envelope_place = {envelope.span()};
        made_.reserve = reserve.value();
        made_.cap = table_["cap"_key].read();
        if (of_ != nullptr && !envelope.has()) {
            made_.envelope = of_->envelope;
            made_.envelope_place = of_->envelope_place;
            if (!reserve.has())
                made_.reserve = of_->reserve;
        } else {
            needs(reserve, envelope);
        }
        if (made_.envelope && made_.reserve > *made_.envelope)
            decoding_.reading.error("distribution.reserve",
                                    {tr("the reserve of {reserve} is more than the envelope of {envelope}"),
                                     {{"reserve", made_.reserve}, {"envelope", *made_.envelope}}},
                                    reserve.span(), {}, {{envelope.span(), {tr("the envelope"), {}}}});
    }

    void rate(TableNode<Section::work_rate> node) {
        Table row(decoding_.reading, node);
        WorkRate made;
        made.role = folded_text(row["role"_key]);
        made.band = folded_text(row["band"_key]);
        made.trade = trade(row["profession"_key]);
        made.rate = row["rate"_key].read();
        made.weight = row["weight"_key].read().value_or(Rate(1, 0));
        made.place = {row.span()};
        const auto rate = row["rate"_key];
        const auto weight = row["weight"_key];
        contradiction(rate, weight);
        if (!rate.has() && !weight.has() && !rate.meant() && !weight.meant())
            decoding_.reading.error(
                "distribution.rate",
                {tr("this row has neither {rate} nor {weight}"), {{"rate", rate.name()}, {"weight", weight.name()}}},
                row.span(),
                Message{tr("write {rate} = 54.00, or {weight} = 1 where the rate is to be found from the envelope"),
                        {{"rate", rate.name()}, {"weight", weight.name()}}});
        made_.rates.push_back(std::move(made));
    }

    // Folded; one that no member has is reported.
    std::string trade(const FieldOf<KeyType::text>& field) {
        const std::optional<std::string> typed = field.read();
        std::string found = folded(typed.value_or(""));
        const std::vector<Member>& members = decoding_.budget.members;
        if (!typed || std::ranges::find(members, found, &Member::trade) != members.end())
            return found;
        std::vector<std::string_view> known;
        for (const Member& member : members) {
            if (!member.profession.empty() && std::ranges::find(known, member.profession) == known.end())
                known.push_back(member.profession);
        }
        decoding_.reading.error("key.who", {tr("no member is {id} by profession"), {{"id", *typed}}}, field.span(),
                                help_for_id(*typed, known));
        return found;
    }

    void lump(TableNode<Section::lump_sum> node) {
        Table row(decoding_.reading, node);
        LumpSum made;
        made.role = folded_text(row["role"_key]);
        made.amount = row["amount"_key].read().value_or(Money());
        made.place = {row["role"_key].span()};
        const auto other = std::ranges::find(made_.lumps, made.role, &LumpSum::role);
        if (other != made_.lumps.end() && row["role"_key].has())
            decoding_.reading.error("distribution.lump-twice", {tr("this role has two lump sums"), {}}, made.place.span,
                                    Message{tr("keep one of them"), {}},
                                    {{other->place.span, {tr("the first one"), {}}}});
        made_.lumps.push_back(std::move(made));
    }

    Decoding& decoding_;
    Table<Section::distribution> table_;
    const Distribution* of_ = nullptr;  // of an alternative
    Distribution made_;
};

// What an employee is paid for their work is pay.
void refuse_employee(Decoding& decoding, const Member& member, Span span) {
    decoding.reading.error(
        "distribution.employee", {tr("{member} is an employee, so that this would be pay"), {{"member", member.id}}},
        span, Message{tr("leave the row out: it goes through the payroll, not through a distribution"), {}},
        {{member.employee_place.span, {tr("said to be an employee here"), {}}}});
}

void decode_participation(Decoding& decoding, TableNode<Section::participation> node) {
    Table row(decoding.reading, node);
    Participation made;
    const auto hours = row["hours"_key];
    const auto points = row["points"_key];
    const auto count = row["count"_key];
    const std::optional<std::size_t> distribution = decoding.distribution(row["distribution"_key]);
    const std::optional<std::size_t> member = decoding.member(row["member"_key]);
    made.role_typed = row["role"_key].read().value_or("");
    made.band_typed = row["band"_key].read().value_or("");
    made.role = folded(made.role_typed);
    made.band = folded(made.band_typed);
    contradiction(hours, points);
    contradiction(hours, count);
    contradiction(points, count);
    const std::optional<Rate> done = hours.has() ? hours.read() : points.has() ? points.read() : count.read();
    const bool counts = !hours.has() && !points.has();
    made.unit = !counts ? hours.has() ? WorkUnit::hours : WorkUnit::points : WorkUnit::count;
    made.quantity = done.value_or(Rate(1, 0));
    made.place = {row["member"_key].span()};
    if (counts && !row["role"_key].has() && !row["role"_key].meant())
        decoding.reading.error(
            "distribution.role", {tr("this row has neither hours nor points, and no role that has a lump sum"), {}},
            made.place.span,
            Message{tr("add {hours} or {points}, or the {role} of a lump sum"),
                    {{"hours", hours.name()}, {"points", points.name()}, {"role", row["role"_key].name()}}});
    if (member && decoding.budget.members[*member].employee)
        refuse_employee(decoding, decoding.budget.members[*member], row["member"_key].span());
    if (!distribution || !member)
        return;
    made.distribution = *distribution;
    made.member = *member;
    decoding.budget.participations.push_back(std::move(made));
}

}  // namespace

void decode_distributions(Decoding& decoding, Root& root) {
    std::vector<Distribution>& all = decoding.budget.distributions;
    for (const auto node : decoding.bounded(root["distribution"_key], root["distribution"_key].tables())) {
        Distribution made = DistributionDecoder(decoding, node).run();
        const auto other = std::ranges::find(all, made.id, &Distribution::id);
        if (other != all.end() && !made.id.empty())
            decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", made.id}}}, made.place.span,
                                   {}, {{other->place.span, {tr("first used here"), {}}}});
        all.push_back(std::move(made));
    }
    for (const auto node : root["participation"_key].tables())
        decode_participation(decoding, node);
}

}  // namespace msp
