// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/indicator_entries.hpp>
#include <msp/budget/keys_aci.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

class AciDecoder {
 public:
    AciDecoder(Decoding& decoding, TableNode<Section::aci> node)
        : decoding_(decoding), budget_(decoding.budget), table_(decoding.reading, node) {}

    void run();

 private:
    [[nodiscard]] BankIndex bank();
    void paid_to_sisa(const Entity& entity);
    [[nodiscard]] ItemIndex item();
    void contract();
    void days();
    void options();
    void efforts();

    Decoding& decoding_;
    Budget& budget_;
    Table<Section::aci> table_;
    Aci aci_;
};

void AciDecoder::run() {
    aci_.bank = bank();
    paid_to_sisa(budget_.entities[budget_.banks[aci_.bank].entity]);
    aci_.item = item();
    decoding_.match(table_["match"_key], aci_.item, aci_.bank);
    contract();
    days();
    if (table_["options"_key].has())
        options();
    efforts();
    budget_.aci = std::move(aci_);
    decode_aci_years(decoding_, table_["year"_key].tables());
}

// Without a word the first bank of the first SISA.
BankIndex AciDecoder::bank() {
    if (table_["entity"_key].has() || table_["bank"_key].has())
        return decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
    const auto sisa = std::ranges::find(budget_.entities, EntityForm::sisa, &Entity::form);
    const auto entity = static_cast<EntityIndex>(sisa == budget_.entities.end() ? 0 : sisa - budget_.entities.begin());
    const auto first = std::ranges::find(budget_.banks, entity, &Bank::entity);
    return first == budget_.banks.end() ? BankIndex{0} : static_cast<BankIndex>(first - budget_.banks.begin());
}

void AciDecoder::paid_to_sisa(const Entity& entity) {
    if (entity.form == EntityForm::sisa)
        return;
    const auto named = table_["entity"_key];
    decoding_.reading.warn(
        "aci.sisa",
        {tr("the ACI is paid to a SISA, and {entity}, which receives it here, is none"), {{"entity", entity.id}}},
        named.span(),
        Message{tr("give that entity the form SISA, or name the SISA with {key}"), {{"key", named.name()}}});
}

ItemIndex AciDecoder::item() {
    const auto index = static_cast<ItemIndex>(budget_.items.size());
    Item& item = budget_.items.emplace_back();  // no label: the report has words for it
    item.id = "aci";
    item.category = decoding_.shipped_category("aci");
    item.side = Side::receipts;
    item.origin = Origin::aci;
    item.place = {table_.span()};
    return index;
}

void AciDecoder::contract() {
    aci_.contract = table_["contract"_key].read();
    aci_.renewed = table_["renewed"_key].read();
    aci_.contract_place = {table_["contract"_key].span()};
    aci_.renewed_place = {table_["renewed"_key].span()};
    needs(table_["renewed"_key], table_["contract"_key]);
    if (aci_.contract && aci_.renewed && *aci_.renewed <= *aci_.contract)
        decoding_.reading.error("aci.renewed", {tr("the contract would be renewed before it has effect"), {}},
                                aci_.renewed_place.span, {},
                                {{aci_.contract_place.span, {tr("from when it has effect"), {}}}});
}

void AciDecoder::days() {
    const DayOfYear counted = table_["patients_on"_key].value();
    aci_.count_month = counted.month;
    aci_.count_day = counted.day;
    const AciPayday both = table_["payment_day"_key].value();
    aci_.advance_day = table_["advance_day"_key].read().value_or(both);
    aci_.balance_day = table_["balance_day"_key].read().value_or(both);
}

void AciDecoder::options() {
    auto chosen = table_["options"_key].inner();
    AciOptions& options = aci_.options;
    options.meetings = chosen["concertation_meetings"_key].value<MeetingsRule>();
    options.case_rate = chosen["case_rate"_key].value<CaseRateRule>();
    options.proration = chosen["proration"_key].value<ProrationUnit>();
    options.software = chosen["si_from"_key].value<SoftwareFrom>();
    options.concertation = chosen["concertation_date"_key].value<ConcertationFrom>();
    options.derogation = chosen["derogation"_key].value<DerogationRule>();
    options.counting = chosen["count"_key].value<Counting>();
    options.advance_ipa = chosen["advance_ipa"_key].value();
    options.advance_crisis = chosen["advance_crisis"_key].value();
    options.rounding = chosen["rounding"_key].value<Rounding>();
}

void AciDecoder::efforts() {
    const auto efforts = table_["effort"_key];
    aci_.effort_in_euros = table_["effort_unit"_key].value<EffortUnit>() == EffortUnit::euros;
    for (const FreeEntry& entry :
         indicator_entries(decoding_, efforts, [](std::string_view id) { return id == "ipa"; })) {
        std::optional<std::int64_t> weight;
        if (!aci_.effort_in_euros)
            weight = efforts.read_entry_as<KeyType::integer>(entry);
        else if (const auto cost = efforts.read_entry_as<KeyType::amount>(entry))
            weight = cost->cents();
        if (weight)
            aci_.efforts.push_back({entry.id, *weight, {decoding_.node(entry.node).key_span}});
    }
}

}  // namespace

void decode_aci(Decoding& decoding, TableNode<Section::aci> node) {
    AciDecoder(decoding, node).run();
}

}  // namespace msp
