// SPDX-License-Identifier: MIT
// Private to the module: what the decoders of one budget share, above all the budget so far and how its tables name
// each other.
#pragma once

#include <msp/budget/table.hpp>
#include <msp/model/budget.hpp>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msp {

class Decoding {
 public:
    Decoding(const Document& document, const Sources& sources, const Catalogue& shipped, Diagnostics& diagnostics);

    Reading reading;
    const Catalogue& shipped;
    Budget budget;
    bool names_missing = false;  // a misspelt heading hides banks, entities or categories, which was reported

    [[nodiscard]] const Node& node(NodeId id) const { return reading.document[id]; }
    [[nodiscard]] std::size_t errors() const { return reading.diagnostics.errors(); }

    // An aid that a post earns, which may stand after it.
    struct Earned {
        std::size_t grant = 0;
        std::string post;
        std::string key;
        Span span;
    };
    std::vector<Earned> earned;

    std::optional<Date> typed_day;  // of the first bank as the file has it, whatever balances or a scenario say

    std::vector<std::vector<std::string>> fee_accounts;  // by bank: prefixes that are its fees
    std::vector<Span> fee_spans;                         // by bank: where these stand
    std::vector<Span> account_spans;                     // by bank: where its accounts stand
    std::vector<Span> siren_spans;                       // by entity

    // Makes room for so many lines, grants and loans.
    void expect(std::size_t items);

    // What a key names. An id that is not there is reported.
    [[nodiscard]] EntityIndex entity_of(FieldOf<KeyType::reference> entity);
    [[nodiscard]] BankIndex bank_of(FieldOf<KeyType::reference> entity, FieldOf<KeyType::reference> bank);
    // A bank, or an entity's first one.
    [[nodiscard]] std::optional<BankIndex> account(FieldOf<KeyType::reference> named);
    [[nodiscard]] std::optional<CategoryIndex> category(FieldOf<KeyType::reference> named);
    [[nodiscard]] std::optional<KeyIndex> key(FieldOf<KeyType::reference> named);
    // Whatever stay it names, the record of the first one.
    [[nodiscard]] std::optional<std::size_t> member(FieldOf<KeyType::reference> named);
    // The only one where none is named.
    [[nodiscard]] std::optional<std::size_t> distribution(FieldOf<KeyType::reference> named);
    // The only one where none is named.
    [[nodiscard]] std::optional<std::size_t> post(FieldOf<KeyType::reference> named);
    // A member or third party.
    [[nodiscard]] std::optional<std::size_t> payer(FieldOf<KeyType::reference> named);
    [[nodiscard]] std::optional<std::size_t> third_party(FieldOf<KeyType::reference> named);
    // How members share what another table costs, by its key; nothing where it names none.
    [[nodiscard]] std::optional<Line> charged_line(FieldOf<KeyType::reference> shared, ItemIndex item, BankIndex bank,
                                                   const Place& place);
    // A line or post that members share; of a post also one of its payments, as the plan names it: "secretary.urssaf".
    struct SharedPayment {
        const Line* line;
        Part part = Part::whole;
    };
    [[nodiscard]] std::optional<SharedPayment> shared_payment(FieldOf<KeyType::reference> named);
    // Prefixes of accounts of the books; one that is none is reported.
    [[nodiscard]] std::vector<std::string> accounts(FieldOf<KeyType::texts> prefixes);
    // What becomes of the item's amounts that do not come.
    void late(Overdue overdue, std::vector<NamedDay> closed, ItemIndex item);
    // The rule that `match` is short for.
    void match(FieldOf<KeyType::texts> prefixes, ItemIndex item, BankIndex bank);
    // A line, grant, loan or post, the ACI, or the fees of a bank.
    [[nodiscard]] std::optional<ItemIndex> item(FieldOf<KeyType::reference> named);
    [[nodiscard]] CategoryIndex shipped_category(std::string_view id) const;

    // Of a table with an id and a label.
    template <Section section>
    [[nodiscard]] ItemIndex add_item(Table<section>& table, Origin origin, Side side, CategoryIndex category) {
        return add_item(table["id"_key], table["label"_key], {origin, side, category, table.span()});
    }
    [[nodiscard]] std::vector<DatedAmount> dated(const std::vector<TableNode<Section::dated>>& nodes);

    // The tables of a list whose entries are counted in 16 bits and looked up one by one.
    template <typename Nodes>
    [[nodiscard]] Nodes bounded(const AnyField& list, Nodes nodes) {
        if (nodes.size() > most_entries)
            too_many(list, nodes.size());
        nodes.resize(std::min(nodes.size(), most_entries));
        return nodes;
    }

 private:
    static constexpr std::size_t most_entries = 1000;

    struct NewItem {
        Origin origin;
        Side side;
        CategoryIndex category;
        Span place;
    };
    ItemIndex add_item(FieldOf<KeyType::id> id, FieldOf<KeyType::text> label, const NewItem& made);
    // A payer of the budget, from the position `first` on.
    [[nodiscard]] std::optional<std::size_t> payer_from(std::size_t first, const FieldOf<KeyType::reference>& named);
    void no_such(const AnyField& field, const std::string& id, const std::function<Message()>& help);
    void too_many(const AnyField& list, std::size_t count);

    std::unordered_map<std::string_view, Span> ids_;
};

// Two keys of a table that exclude each other.
void contradiction(const AnyField& one, const AnyField& other);
// A key that says nothing without another.
void needs(const AnyField& one, const AnyField& other);
// Of two days, the later one stands before the earlier one.
void comes_before(const AnyField& until, const AnyField& from);
// An id that the entry before has too.
void repeated_id(const AnyField& id, const std::string& typed, Span first);

}  // namespace msp
