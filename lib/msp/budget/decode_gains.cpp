// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_estimate.hpp>
#include <msp/budget/keys_funding.hpp>
#include <msp/budget/keys_gain.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace msp {
namespace {

constexpr Rate whole_share = Rate(1, 0);

// Which keys a kind of gain is the product of, in the order of Factor.
struct Uses {
    Factor factor;
    bool needed;
};
std::vector<Uses> uses_of(GainKind kind) {
    switch (kind) {
        case GainKind::time:
            return {{Factor::professionals, true}, {Factor::weeks, true},       {Factor::hours, false},
                    {Factor::share, false},        {Factor::week_hours, false}, {Factor::becomes, false},
                    {Factor::hour_value, false},   {Factor::per_hour, false},   {Factor::fee, false}};
        case GainKind::missed:
            return {{Factor::professionals, true},
                    {Factor::weeks, true},
                    {Factor::fee, true},
                    {Factor::missed, true},
                    {Factor::reduction, true}};
        case GainKind::practitioner:
            return {{Factor::fees, false}, {Factor::contribution, false}, {Factor::patients, false}};
        case GainKind::fill:
            return {{Factor::professionals, true},
                    {Factor::weeks, true},
                    {Factor::fee, true},
                    {Factor::slots, true},
                    {Factor::rise, true}};
        case GainKind::meetings:
            return {{Factor::hours, true},
                    {Factor::hour_value, false},
                    {Factor::per_hour, false},
                    {Factor::fee, false},
                    {Factor::meetings, true}};
        case GainKind::management:
            return {{Factor::professionals, true}, {Factor::weeks, true},       {Factor::hours, true},
                    {Factor::becomes, false},      {Factor::hour_value, false}, {Factor::per_hour, false},
                    {Factor::fee, false}};
        case GainKind::amount:
            break;
    }
    return {{Factor::amount, true}};
}

class GainDecoder {
 public:
    GainDecoder(Decoding& decoding, TableNode<Section::gain> node)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node) {}

    std::optional<PostGain> run() {
        gain_.id = table_["id"_key].read().value_or("");
        gain_.label = table_["label"_key].read().value_or("");
        gain_.place = {table_.span()};
        const auto post = decoding_.post(table_["post"_key]);
        gain_.post = post.value_or(0);
        kind_ = table_["kind"_key].read<GainKind>();
        gain_.gainer = table_["to"_key].value<Gainer>();
        days();
        ramp();
        if (kind_) {
            gain_.kind = *kind_;
            const bool hangs_on_hours = *kind_ != GainKind::practitioner && *kind_ != GainKind::amount;
            gain_.follows_hours = table_["follows_hours"_key].read().value_or(hangs_on_hours);
            factors();
        }
        return post && kind_ ? std::optional(std::move(gain_)) : std::nullopt;
    }

 private:
    void days() {
        const auto from = table_["from"_key];
        const auto until = table_["until"_key];
        gain_.from = from.read(DayOfMonth::first);
        gain_.until = until.read(DayOfMonth::last);
        if (gain_.from && gain_.until && *gain_.until < *gain_.from)
            comes_before(until, from);
        if (kind_ == GainKind::practitioner && !from.has())
            from.missing();
        if (kind_ == GainKind::practitioner && table_["to"_key].has())
            reading_.error("gain.to",
                           {tr("{key} says nothing of a practitioner: fees are the professionals', the rest the "
                               "company's"),
                            {{"key", table_["to"_key].name()}}},
                           table_["to"_key].span());
    }

    void ramp() {
        for (const auto node : table_["ramp"_key].tables()) {
            Table<Section::ramp_step> step(reading_, node);
            const auto months = step["months"_key].read();
            const auto share = step["share"_key].read();
            if (months && share)
                gain_.ramp.push_back({*months, *share});
        }
    }

    // All keys of assumptions are read, whatever the kind: what is wrong with them is said.
    void factors() {
        estimate(Factor::professionals, table_["professionals"_key]);
        estimate(Factor::weeks, table_["weeks"_key]);
        estimate(Factor::hours, table_["hours"_key]);
        estimate(Factor::share, table_["share"_key]);
        estimate(Factor::week_hours, table_["week_hours"_key]);
        estimate(Factor::becomes, table_["becomes"_key]);
        estimate(Factor::hour_value, table_["hour_value"_key]);
        estimate(Factor::per_hour, table_["per_hour"_key]);
        estimate(Factor::fee, table_["fee"_key]);
        estimate(Factor::missed, table_["missed"_key]);
        estimate(Factor::reduction, table_["reduction"_key]);
        estimate(Factor::slots, table_["slots"_key]);
        estimate(Factor::rise, table_["rise"_key]);
        estimate(Factor::meetings, table_["meetings"_key]);
        estimate(Factor::fees, table_["fees"_key]);
        estimate(Factor::contribution, table_["contribution"_key]);
        estimate(Factor::patients, table_["patients"_key]);
        estimate(Factor::amount, table_["amount"_key]);
        together();
    }

    template <typename Field>
    void estimate(Factor factor, const Field& field) {
        const std::vector<Uses> uses = uses_of(gain_.kind);
        const auto use = std::ranges::find(uses, factor, &Uses::factor);
        if (!field.has()) {
            if (use != uses.end() && use->needed)
                field.missing();
            return;
        }
        if (use == uses.end())
            return reading_.error("gain.key",
                                  {tr("{key} says nothing of a gain of this kind"), {{"key", field.name()}}},
                                  field.span(), {}, {{table_["kind"_key].span(), {tr("the kind"), {}}}});
        auto table = field.inner();
        const std::optional<Rate> central = table["central"_key].read();
        const std::optional<Rate> low = table["low"_key].read();
        const std::optional<Rate> high = table["high"_key].read();
        if (!central)
            return;
        Assumption found{factor,        low.value_or(*central),
                         *central,      high.value_or(*central),
                         true,          table["source"_key].read().value_or(""),
                         {field.span()}};
        if (found.low > *central || found.high < *central)
            reading_.error("gain.order",
                           {tr("the values of {key} do not rise from low to high"), {{"key", field.name()}}},
                           field.span(), Message{tr("write low, central and high in rising order"), {}});
        gain_.assumptions.push_back(std::move(found));
    }

    [[nodiscard]] bool has(Factor factor) const {
        return std::ranges::find(gain_.assumptions, factor, &Assumption::factor) != gain_.assumptions.end();
    }

    // What is said in one of two ways.
    void together() {
        if (gain_.kind == GainKind::time)
            hours_in_one_way();
        if (gain_.kind == GainKind::time || gain_.kind == GainKind::meetings || gain_.kind == GainKind::management)
            value_in_one_way();
        if (gain_.kind == GainKind::practitioner && !table_["fees"_key].has() && !table_["contribution"_key].has() &&
            !table_["patients"_key].has())
            either(table_["fees"_key], table_["contribution"_key]);
        const std::vector<Uses> uses = uses_of(gain_.kind);
        if (!has(Factor::becomes) && std::ranges::find(uses, Factor::becomes, &Uses::factor) != uses.end())
            gain_.assumptions.push_back(
                {Factor::becomes, whole_share, whole_share, whole_share, false, "", gain_.place});
        std::ranges::stable_sort(gain_.assumptions, {}, &Assumption::factor);
    }

    void hours_in_one_way() {
        contradiction(table_["hours"_key], table_["share"_key]);
        needs(table_["share"_key], table_["week_hours"_key]);
        needs(table_["week_hours"_key], table_["share"_key]);
        if (!table_["hours"_key].has() && !table_["share"_key].has())
            either(table_["hours"_key], table_["share"_key]);
    }

    void value_in_one_way() {
        contradiction(table_["hour_value"_key], table_["per_hour"_key]);
        contradiction(table_["hour_value"_key], table_["fee"_key]);
        needs(table_["per_hour"_key], table_["fee"_key]);
        needs(table_["fee"_key], table_["per_hour"_key]);
        if (!table_["hour_value"_key].has() && !table_["per_hour"_key].has() && !table_["fee"_key].has())
            either(table_["hour_value"_key], table_["per_hour"_key]);
    }

    void either(const AnyField& first, const AnyField& second) {
        reading_.error("key.missing",
                       {tr("{one} or {other} is missing here"), {{"one", first.name()}, {"other", second.name()}}},
                       table_.span());
    }

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::gain> table_;
    std::optional<GainKind> kind_;
    PostGain gain_;
};

class FundingDecoder {
 public:
    FundingDecoder(Decoding& decoding, TableNode<Section::funding> node)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node) {}

    std::optional<PostFunding> run() {
        funding_.id = table_["id"_key].read().value_or("");
        funding_.label = table_["label"_key].read().value_or("");
        funding_.place = {table_.span()};
        const auto post = decoding_.post(table_["post"_key]);
        funding_.post = post.value_or(0);
        const auto kind = table_["kind"_key].read<FundingKind>();
        funding_.kind = kind.value_or(FundingKind::other);
        days();
        if (kind)
            source();
        return post && kind ? std::optional(std::move(funding_)) : std::nullopt;
    }

 private:
    void days() {
        const auto from = table_["from"_key];
        const auto until = table_["until"_key];
        funding_.from = from.read(DayOfMonth::first);
        funding_.until = until.read(DayOfMonth::last);
        if (funding_.from && funding_.until && *funding_.until < *funding_.from)
            comes_before(until, from);
    }

    void source() {
        money();
        aci();
        const bool of_aci = funding_.kind == FundingKind::aci;
        const std::array<AnyField, 5> amounts = {table_["amount"_key], table_["share"_key], table_["grant"_key],
                                                 table_["least"_key], table_["most"_key]};
        const std::array<AnyField, 5> facts = {table_["without"_key], table_["function"_key],
                                               table_["associate_hours"_key], table_["associate_rate"_key],
                                               table_["reached_without"_key]};
        for (const AnyField& field : of_aci ? amounts : facts) {
            if (field.has())
                reading_.error("funding.key",
                               {of_aci ? tr("{key} says nothing of a funding by the ACI, which is computed")
                                       : tr("{key} is of a funding by the ACI"),
                                {{"key", field.name()}}},
                               field.span(), {}, {{table_["kind"_key].span(), {tr("the kind"), {}}}});
        }
        if (!of_aci && !table_["amount"_key].has() && !table_["share"_key].has() && !table_["grant"_key].has())
            reading_.error("key.missing",
                           {tr("{one} or {other} is missing here"),
                            {{"one", table_["amount"_key].name()}, {"other", table_["share"_key].name()}}},
                           table_.span());
    }

    void money() {
        const auto amount = table_["amount"_key];
        const auto share = table_["share"_key];
        contradiction(amount, share);
        contradiction(amount, table_["grant"_key]);
        contradiction(share, table_["grant"_key]);
        needs(table_["least"_key], share);
        needs(table_["most"_key], share);
        constexpr Money euro = Money::from_cents(100);
        for (const auto& step : amount.read().value_or(Timeline<Rate>()).steps)
            funding_.amount.steps.push_back({step.from, times(euro, step.value, Rounding::half_up)});
        funding_.share = share.read().value_or(Timeline<Rate>());
        funding_.least = table_["least"_key].read();
        funding_.most = table_["most"_key].read();
        if (funding_.least && funding_.most && *funding_.most < *funding_.least)
            reading_.error(
                "funding.bounds",
                {tr("{least} is more than {most}"),
                 {{"least", table_["least"_key].name()}, {"most", table_["most"_key].name()}}},
                table_["least"_key].span(), {},
                {{table_["most"_key].span(), {tr("{key} stands here"), {{"key", table_["most"_key].name()}}}}});
        if (const auto id = table_["grant"_key].read())
            grant(*id);
    }

    void grant(const std::string& id) {
        std::vector<std::string_view> known;
        for (const Grant& grant : decoding_.budget.grants) {
            if (decoding_.budget.items[grant.item].id == id)
                funding_.grant = grant.item;
            known.push_back(decoding_.budget.items[grant.item].id);
        }
        if (!funding_.grant)
            reading_.error("id.unknown", {tr("there is no grant {id} in this budget"), {{"id", id}}},
                           table_["grant"_key].span(), what_there_is(id, known));
    }

    void aci() {
        funding_.without = table_["without"_key].value<Without>();
        funding_.function = table_["function"_key].value();
        funding_.function_place = {table_["function"_key].has() ? table_["function"_key].span() : table_.span()};
        funding_.associate_hours = table_["associate_hours"_key].read().value_or(Rate());
        funding_.associate_rate = table_["associate_rate"_key].value();
        needs(table_["associate_hours"_key], table_["associate_rate"_key]);
        needs(table_["associate_rate"_key], table_["associate_hours"_key]);
        funding_.reached_without = decode_reached_without(decoding_, table_);
        if (funding_.kind != FundingKind::aci)
            return;
        if (!decoding_.budget.aci)
            reading_.error("funding.aci", {tr("the budget says nothing of the ACI that would fund this post"), {}},
                           table_["kind"_key].span(),
                           Message{tr("add [aci], with what its years reach with the post"), {}});
        if (funding_.without == Without::none && table_["associate_hours"_key].has())
            reading_.error("funding.associate",
                           {tr("without the post nobody holds the function: no associate is paid for it"), {}},
                           table_["associate_hours"_key].span(), {},
                           {{table_["without"_key].span(), {tr("so it is said here"), {}}}});
    }

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::funding> table_;
    PostFunding funding_;
};

// Ids are unique among fundings, and among gains.
template <typename Each>
void add_with_own_id(Decoding& decoding, std::vector<Each>& all, Each one) {
    const auto other = std::ranges::find(all, one.id, &Each::id);
    if (other != all.end() && !one.id.empty())
        decoding.reading.error("id.repeated", {tr("the id {id} is used twice"), {{"id", one.id}}}, one.place.span, {},
                               {{other->place.span, {tr("first used here"), {}}}});
    all.push_back(std::move(one));
}

}  // namespace

void decode_fundings(Decoding& decoding, Root& root) {
    for (const auto node : decoding.bounded(root["funding"_key], root["funding"_key].tables())) {
        if (std::optional<PostFunding> funding = FundingDecoder(decoding, node).run())
            add_with_own_id(decoding, decoding.budget.fundings, std::move(*funding));
    }
}

void decode_gains(Decoding& decoding, Root& root) {
    for (const auto node : decoding.bounded(root["gain"_key], root["gain"_key].tables())) {
        if (std::optional<PostGain> gain = GainDecoder(decoding, node).run())
            add_with_own_id(decoding, decoding.budget.gains, std::move(*gain));
    }
}

}  // namespace msp
