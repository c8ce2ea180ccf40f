// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_aci_item.hpp>
#include <msp/budget/keys_aci_year.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr std::int16_t no_year = 0;  // of a year that cannot be read

using YearTable = Table<Section::aci_year>;

std::optional<TypedCount> typed(const FieldOf<KeyType::integer>& field) {
    const auto found = field.read();
    return found ? std::optional(TypedCount{*found, {field.span()}}) : std::nullopt;
}

// An advance or a balance. `follows`: an amount that is not typed comes about without it.
class ItemDecoder {
 public:
    ItemDecoder(Decoding& decoding, YearTable& year, Table<Section::aci_item> table, bool follows)
        : decoding_(decoding), year_(year), table_(std::move(table)), follows_(follows) {}

    void run(AciItem& item);

 private:
    void amount(AciItem& item);
    // Of what says nothing for an item without an amount.
    void needs_amount(const AnyField& field);
    [[nodiscard]] Recovery recovery();

    Decoding& decoding_;
    YearTable& year_;
    Table<Section::aci_item> table_;
    bool follows_;
};

void ItemDecoder::run(AciItem& item) {
    item.expected = table_["expected"_key].read();
    amount(item);
    item.received = decoding_.dated(table_["received"_key].tables());
    needs_amount(table_["expected"_key]);
    needs_amount(table_["delay"_key]);
    needs_amount(table_["scale"_key]);
    item.closed = table_["closed"_key].value();
    item.delay = table_["delay"_key].read().value_or(Delay());
    item.scale = table_["scale"_key].value();
    if (table_["recovery"_key].has())
        item.recovery = recovery();
}

void ItemDecoder::amount(AciItem& item) {
    contradiction(table_["notified"_key], table_["amount"_key]);
    item.amount = table_["notified"_key].read();
    item.state = item.amount ? State::notified : State::assumed;
    item.amount_place = {table_["notified"_key].span()};
    if (table_["amount"_key].has()) {
        item.amount = table_["amount"_key].read();
        item.amount_place = {table_["amount"_key].span()};
    }
}

void ItemDecoder::needs_amount(const AnyField& field) {
    const bool amount =
        follows_ || table_["notified"_key].has() || table_["amount"_key].has() || table_["received"_key].has();
    if (!amount && field.has())
        decoding_.reading.error(
            "aci.amount", {tr("{key} is given for an item without an amount"), {{"key", field.name()}}}, field.span(),
            Message{tr("add {notified} or {amount}, or say in {reached} what the year has reached"),
                    {{"notified", table_["notified"_key].name()},
                     {"amount", table_["amount"_key].name()},
                     {"reached", year_["reached"_key].name()}}});
}

Recovery ItemDecoder::recovery() {
    auto table = table_["recovery"_key].inner();
    return {table["amount"_key].read().value_or(Money()),
            table["date"_key].read().value_or(Date()),
            table["by"_key].read<RecoveryKind>().value_or(RecoveryKind::offset),
            {table.span()}};
}

class YearDecoder {
 public:
    YearDecoder(Decoding& decoding, YearTable& table, std::int16_t number, bool computed)
        : decoding_(decoding), table_(table), computed_(computed) {
        year_.year = number;
    }

    [[nodiscard]] AciYear run();

 private:
    template <typename ItemField>
    void item(const ItemField& field, AciItem& item, bool follows);
    void evidence();
    void precarity();

    Decoding& decoding_;
    YearTable& table_;
    bool computed_;
    AciYear year_;
};

AciYear YearDecoder::run() {
    year_.place = {table_["year"_key].span()};
    year_.assume = table_["assume"_key].read().value_or("");
    year_.assume_place = {table_["assume"_key].span()};
    year_.notified = table_["notified"_key].read();
    year_.notified_place = {table_["notified"_key].span()};
    const bool notified = table_["notified"_key].has();
    item(table_["balance"_key], year_.balance, computed_ || notified);
    item(table_["advance"_key], year_.advance, computed_ || (notified && year_.balance.stated()));
    year_.patients = typed(table_["patients"_key]);
    year_.associates = typed(table_["associates"_key]);
    year_.doctors = typed(table_["doctors"_key]);
    year_.ipa = table_["ipa"_key].read();
    year_.crisis = table_["crisis"_key].value();
    evidence();
    decode_reached(decoding_, table_, year_);
    if (table_["precarity"_key].has())
        precarity();
    return std::move(year_);
}

template <typename ItemField>
void YearDecoder::item(const ItemField& field, AciItem& item, bool follows) {
    item.place = {field.span()};
    item.amount_place = item.place;
    if (field.has())
        ItemDecoder(decoding_, table_, field.inner(), follows).run(item);
}

void YearDecoder::evidence() {
    year_.evidence = table_["evidence"_key].read();
    if (year_.evidence && year_.evidence->fields().year <= year_.year)
        decoding_.reading.error("aci.evidence",
                                {tr("the supporting documents of {year} are due after its end, not on {date}"),
                                 {{"year", std::int64_t{year_.year}}, {"date", *year_.evidence}}},
                                table_["evidence"_key].span());
}

void YearDecoder::precarity() {
    auto table = table_["precarity"_key].inner();
    year_.precarity = Precarity{table["c2s"_key].read().value_or(0),
                                table["ame"_key].read().value_or(0),
                                table["c2s_national"_key].read().value_or(Rate()),
                                table["ame_national"_key].read().value_or(Rate()),
                                {table.span()}};
}

void add_year(Decoding& decoding, AciYear year) {
    std::vector<AciYear>& years = decoding.budget.aci->years;
    const auto other = std::ranges::find(years, year.year, &AciYear::year);
    if (year.year != no_year && other != years.end())
        decoding.reading.error("aci.repeated",
                               {tr("the year {year} stands twice"), {{"year", std::int64_t{year.year}}}},
                               year.place.span, Message{tr("write all that concerns a year in one table"), {}},
                               {{other->place.span, {tr("first said here"), {}}}});
    years.push_back(std::move(year));
}

}  // namespace

void decode_aci_years(Decoding& decoding, const std::vector<TableNode<Section::aci_year>>& nodes) {
    std::vector<std::pair<YearTable, std::int16_t>> years;
    years.reserve(nodes.size());
    std::optional<std::int16_t> computed_from;  // what a year does not say is as in the year before
    for (const auto node : nodes) {
        auto& [table, number] = years.emplace_back(YearTable(decoding.reading, node), no_year);
        number = static_cast<std::int16_t>(table["year"_key].read().value_or(no_year));
        if (table["reached"_key].has())
            computed_from = std::min(computed_from.value_or(number), number);
    }
    for (auto& [table, number] : years)
        add_year(decoding, YearDecoder(decoding, table, number, computed_from && *computed_from <= number).run());
    std::ranges::stable_sort(decoding.budget.aci->years, {}, &AciYear::year);
}

}  // namespace msp
